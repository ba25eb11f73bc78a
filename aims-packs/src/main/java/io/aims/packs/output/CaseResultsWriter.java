package io.aims.packs.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.error.Place;
import io.aims.packs.CaseResult;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;

/**
 * Writes results of examples and tests as JSON. Equal results give equal text. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class CaseResultsWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "pack-tests/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/pack-tests-1.schema.json";

    /** Creates a writer. */
    public CaseResultsWriter() {}

    /**
     * Writes results.
     *
     * @param name what was tested
     * @param results the results, in order
     * @return a JSON document, ended by a line end
     */
    public String text(String name, Collection<CaseResult> results) {
        return Json.object(json -> {
            json.writeStringField("aims", FORM);
            json.writeStringField("name", name);
            for (CaseResult.Status status : CaseResult.Status.values()) {
                json.writeNumberField(
                        status.name().toLowerCase(Locale.ROOT),
                        results.stream()
                                .filter(result -> result.status() == status)
                                .count());
            }
            Json.each(json, "cases", results, CaseResultsWriter::result);
        });
    }

    private static void result(JsonGenerator json, CaseResult result) throws IOException {
        json.writeStringField("suite", result.suite());
        json.writeStringField("name", result.name());
        json.writeStringField("status", result.status().name());
        if (result.status() != CaseResult.Status.PASSED) {
            json.writeStringField("message", result.message());
            json.writeStringField("details", result.details());
        }
        Place place = result.place();
        if (place != null) {
            DiagnosticFields.place(json, place);
        }
    }
}
