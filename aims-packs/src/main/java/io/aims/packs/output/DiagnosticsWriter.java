package io.aims.packs.output;

import io.aims.error.Diagnostic;
import java.util.Collection;

/**
 * Writes diagnostics as JSON. Equal diagnostics give equal text. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class DiagnosticsWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "pack-report/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/pack-report-1.schema.json";

    /** Creates a writer. */
    public DiagnosticsWriter() {}

    /**
     * Writes diagnostics.
     *
     * @param diagnostics the diagnostics, in the order in which they are to be shown
     * @return a JSON document, ended by a line end
     */
    public String text(Collection<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        return Json.object(json -> {
            json.writeStringField("aims", FORM);
            json.writeNumberField("errors", errors);
            json.writeNumberField("warnings", diagnostics.size() - errors);
            Json.each(json, "diagnostics", diagnostics, DiagnosticFields::write);
        });
    }
}
