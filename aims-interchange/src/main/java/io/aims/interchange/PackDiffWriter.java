package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.reasoning.change.CharacteristicChange;
import io.aims.reasoning.change.PackDiff;
import io.aims.reasoning.change.RuleChange;
import io.aims.reasoning.change.RuleField;
import io.aims.rule.Rule;
import io.aims.rule.RulePack;
import io.aims.system.VocabularyEntry;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes differences between versions of a pack as JSON, in the form that the JSON Schema {@code pack-diff-1.schema.json}
 * beside this class describes. Fields stand in one order, lists are sorted: equal differences give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PackDiffWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "pack-diff/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/pack-diff-1.schema.json";

    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param layout how the text is laid out
     */
    public PackDiffWriter(EvaluationWriter.Layout layout) {
        this.layout = layout;
    }

    /**
     * Writes a difference, without a line end behind it.
     *
     * @param diff the difference
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(PackDiff diff, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            pack(json, "before", diff.before());
            pack(json, "after", diff.after());
            json.writeBooleanField("sameLogic", diff.isSameLogic());
            JsonFields.each(json, "statements", diff.statements(), PackDiffWriter::statement);
            json.writeObjectFieldStart("characteristics");
            JsonFields.texts(
                    json,
                    "added",
                    diff.characteristicsAdded().stream()
                            .map(VocabularyEntry::characteristic)
                            .toList());
            JsonFields.texts(
                    json,
                    "removed",
                    diff.characteristicsRemoved().stream()
                            .map(VocabularyEntry::characteristic)
                            .toList());
            JsonFields.each(json, "changed", diff.characteristicsChanged(), PackDiffWriter::characteristic);
            json.writeEndObject();
            json.writeObjectFieldStart("rules");
            JsonFields.each(json, "added", diff.rulesAdded(), PackDiffWriter::rule);
            JsonFields.each(json, "removed", diff.rulesRemoved(), PackDiffWriter::rule);
            JsonFields.each(json, "changed", diff.rulesChanged(), PackDiffWriter::ruleChange);
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of a difference.
     *
     * @param diff the difference
     * @return JSON, without a line end behind it
     */
    public String text(PackDiff diff) {
        return JsonText.of(out -> write(diff, out));
    }

    private static void pack(JsonGenerator json, String field, RulePack pack) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("id", pack.id());
        json.writeStringField("version", pack.version());
        json.writeStringField("fingerprint", pack.reference().fingerprint());
        json.writeEndObject();
    }

    private static void statement(JsonGenerator json, PackDiff.Statement statement) throws IOException {
        json.writeStringField("field", statement.field());
        if (statement.before().isPresent()) {
            json.writeStringField("before", statement.before().get());
        }
        if (statement.after().isPresent()) {
            json.writeStringField("after", statement.after().get());
        }
    }

    private static void characteristic(JsonGenerator json, CharacteristicChange change) throws IOException {
        json.writeStringField("characteristic", change.now().characteristic().id());
        json.writeBooleanField("askAgain", change.isOtherQuestion());
        JsonFields.each(json, "fields", change.fields(), (out, field) -> {
            out.writeStringField("field", field.name());
            out.writeStringField("before", change.before(field));
            out.writeStringField("after", change.after(field));
        });
    }

    private static void rule(JsonGenerator json, Rule rule) throws IOException {
        json.writeStringField("rule", rule.id().value());
        json.writeStringField("title", rule.title());
    }

    private static void ruleChange(JsonGenerator json, RuleChange change) throws IOException {
        rule(json, change.now());
        json.writeStringField("kind", change.kind().name());
        JsonFields.each(json, "fields", change.fields(), (out, field) -> field(out, change, field));
    }

    private static void field(JsonGenerator json, RuleChange change, RuleField field) throws IOException {
        json.writeStringField("field", field.name());
        json.writeBooleanField("logic", field.isLogic());
        json.writeStringField("before", change.before(field));
        json.writeStringField("after", change.after(field));
    }
}
