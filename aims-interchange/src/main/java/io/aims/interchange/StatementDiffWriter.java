package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.evaluation.Priority;
import io.aims.treatment.statement.CountedDecision;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.Justification;
import io.aims.treatment.statement.RowChange;
import io.aims.treatment.statement.ScopedSystem;
import io.aims.treatment.statement.StatementDiff;
import io.aims.treatment.statement.StatementEntry;
import io.aims.treatment.statement.StatementOfApplicability;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Writes differences between statements of applicability as JSON, in the form that the JSON Schema
 * {@code statement-diff-1.schema.json} beside this class describes. Equal differences give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3, 6.3
 * @since 0.1
 */
public final class StatementDiffWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "statement-diff/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/statement-diff-1.schema.json";

    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param layout how the text is laid out
     */
    public StatementDiffWriter(EvaluationWriter.Layout layout) {
        this.layout = layout;
    }

    /**
     * Writes a difference, without a line end behind it.
     *
     * @param diff the difference
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(StatementDiff diff, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            end(json, "before", diff.before());
            end(json, "after", diff.after());
            json.writeBooleanField("otherBasis", diff.isOtherBasis());
            JsonFields.each(json, "joined", diff.joined(), StatementDiffWriter::system);
            JsonFields.each(json, "left", diff.left(), StatementDiffWriter::system);
            JsonFields.each(json, "changed", diff.changed(), StatementDiffWriter::system);
            JsonFields.each(json, "controls", diff.rows(), StatementDiffWriter::row);
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of a difference.
     *
     * @param diff the difference
     * @return JSON, without a line end behind it
     */
    public String text(StatementDiff diff) {
        return JsonText.of(out -> write(diff, out));
    }

    private static void end(JsonGenerator json, String field, StatementOfApplicability statement) throws IOException {
        json.writeObjectFieldStart(field);
        if (statement.asOf().isPresent()) {
            json.writeStringField("asOf", statement.asOf().get().toString());
        }
        json.writeNumberField("systems", statement.systems().size());
        json.writeStringField("seal", statement.seal());
        json.writeEndObject();
    }

    private static void system(JsonGenerator json, ScopedSystem system) throws IOException {
        json.writeStringField("id", system.id());
        json.writeStringField("name", system.name());
    }

    private static void row(JsonGenerator json, RowChange row) throws IOException {
        json.writeStringField("control", row.control().value());
        json.writeStringField("title", row.title());
        JsonFields.texts(json, "kinds", row.kinds());
        JsonFields.texts(json, "text", row.sentences());
        side(json, "before", row.before());
        side(json, "after", row.after());
        rules(json, "rulesGained", row.rulesGained());
        rules(json, "rulesLost", row.rulesLost());
        systems(json, "systemsGained", row.systemsGained());
        systems(json, "systemsLost", row.systemsLost());
        JsonFields.each(
                json,
                "decisionsEnded",
                row.decisionsEnded(),
                (out, decision) ->
                        StatementWriter.decision(out, new CountedDecision(decision, Decision.Standing.ENDED)));
    }

    private static void side(JsonGenerator json, String field, Optional<StatementEntry> row) throws IOException {
        if (row.isEmpty()) {
            return;
        }
        StatementEntry entry = row.get();
        json.writeObjectFieldStart(field);
        json.writeStringField("applicability", entry.applicability().name());
        Optional<Priority> priority = entry.justification().priority();
        if (priority.isPresent()) {
            json.writeStringField("priority", priority.get().name());
        }
        json.writeNumberField("needing", entry.justification().spread().needing());
        json.writeNumberField("undetermined", entry.justification().spread().undetermined());
        if (entry.implementation().stage().isPresent()) {
            JsonFields.range(json, "stage", entry.implementation().stage().get());
        }
        JsonFields.each(json, "decisions", entry.decisions(), StatementWriter::decision);
        json.writeEndObject();
    }

    private static void rules(JsonGenerator json, String field, List<Justification.RuleReason> rules)
            throws IOException {
        JsonFields.each(json, field, rules, (out, rule) -> {
            out.writeStringField("rule", rule.rule().value());
            out.writeStringField("title", rule.title());
        });
    }

    private static void systems(JsonGenerator json, String field, List<Justification.SystemReason> systems)
            throws IOException {
        JsonFields.each(json, field, systems, (out, system) -> {
            out.writeStringField("id", system.system());
            out.writeStringField("name", system.name());
        });
    }
}
