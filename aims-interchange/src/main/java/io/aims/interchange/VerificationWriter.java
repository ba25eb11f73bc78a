package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.reasoning.verification.Discrepancy;
import io.aims.reasoning.verification.Verification;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes verifications as JSON, in the form that the JSON Schema {@code verification-1.schema.json} beside this class
 * describes. Equal verifications give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class VerificationWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "verification/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/verification-1.schema.json";

    /** Creates a writer. */
    public VerificationWriter() {}

    /**
     * Writes a verification, without a line end behind it.
     *
     * @param verification the verification
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(Verification verification, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, true)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            json.writeStringField("system", verification.systemId());
            json.writeBooleanField("holds", verification.holds());
            json.writeBooleanField("complete", verification.isComplete());
            if (!verification.outside().isEmpty()) {
                JsonFields.each(json, "outside", verification.outside(), JsonFields::pack);
            }
            json.writeArrayFieldStart("discrepancies");
            for (Discrepancy discrepancy : verification.discrepancies()) {
                json.writeStartObject();
                json.writeStringField("path", discrepancy.path());
                json.writeStringField("kind", discrepancy.kind().name());
                json.writeStringField("expected", discrepancy.expected());
                json.writeStringField("found", discrepancy.found());
                json.writeStringField("meaning", discrepancy.meaning());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of a verification.
     *
     * @param verification the verification
     * @return JSON, without a line end behind it
     */
    public String text(Verification verification) {
        return JsonText.of(out -> write(verification, out));
    }
}
