package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.source.Clause;
import io.aims.treatment.assessment.AtHand;
import io.aims.treatment.assessment.ClauseEvidence;
import io.aims.treatment.assessment.ClauseProfile;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes what evaluations evidence of the clauses as JSON, in the form that the JSON Schema {@code clauses-1.schema.json}
 * beside this class describes. Fields stand in one order: equal profiles give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 4 to 10
 * @since 0.1
 */
public final class ClauseWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "clauses/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/clauses-1.schema.json";

    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param layout how the text is laid out
     */
    public ClauseWriter(EvaluationWriter.Layout layout) {
        this.layout = layout;
    }

    /**
     * Writes a profile, without a line end behind it.
     *
     * @param profile the profile
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(ClauseProfile profile, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            json.writeNumberField("systems", profile.systems());
            json.writeObjectFieldStart("counts");
            for (Clause.Evidence evidence : Clause.Evidence.values()) {
                json.writeNumberField(evidence.name(), profile.count(evidence));
            }
            json.writeEndObject();
            JsonFields.each(json, "clauses", profile.clauses(), ClauseWriter::clause);
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of a profile.
     *
     * @param profile the profile
     * @return JSON, without a line end behind it
     */
    public String text(ClauseProfile profile) {
        return JsonText.of(out -> write(profile, out));
    }

    private static void clause(JsonGenerator json, ClauseEvidence evidence) throws IOException {
        json.writeStringField("id", evidence.clause().id());
        json.writeStringField("title", evidence.clause().title());
        json.writeBooleanField("heading", evidence.isHeading());
        json.writeStringField("canEvidence", evidence.clause().evidence().name());
        json.writeStringField("evidenced", evidence.evidenced().name());
        JsonFields.each(json, "needs", evidence.needs(), ClauseWriter::atHand);
        JsonFields.each(json, "tells", evidence.tells(), ClauseWriter::atHand);
    }

    private static void atHand(JsonGenerator json, AtHand hand) throws IOException {
        json.writeStringField("what", hand.need().kind().name());
        JsonFields.texts(json, "of", hand.need().of());
        json.writeStringField("extent", hand.extent().name());
        json.writeStringField("text", hand.sentence());
    }
}
