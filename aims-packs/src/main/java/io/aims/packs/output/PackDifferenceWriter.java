package io.aims.packs.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.error.Diagnostic;
import io.aims.packs.difference.CatalogueChange;
import io.aims.packs.difference.OutcomeChange;
import io.aims.packs.difference.PackDifference;
import io.aims.packs.difference.ReasonChange;
import io.aims.packs.difference.RuleComparison;
import io.aims.reasoning.change.CharacteristicChange;
import io.aims.reasoning.change.PackDiff;
import io.aims.reasoning.change.RuleField;
import io.aims.rule.Rule;
import io.aims.rule.RulePack;
import io.aims.system.VocabularyEntry;
import java.io.IOException;
import java.util.Collection;

/**
 * Writes differences between versions of a pack and what they mean as JSON. Fields stand in one order, lists are sorted: equal
 * differences give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PackDifferenceWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "pack-difference/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/pack-difference-1.schema.json";

    /** Creates a writer. */
    public PackDifferenceWriter() {}

    /**
     * Writes a difference.
     *
     * @param difference what differs and what it means
     * @param outcomes the systems that come to something else, in order
     * @return a JSON document, ended by a line end
     */
    public String text(PackDifference difference, Collection<OutcomeChange> outcomes) {
        PackDiff content = difference.content();
        return Json.object(json -> {
            json.writeStringField("aims", FORM);
            pack(json, "before", content.before());
            pack(json, "after", content.after());
            json.writeBooleanField("weaker", difference.isWeaker());
            json.writeBooleanField("stronger", difference.isStronger());
            json.writeStringField("versionStep", difference.step().name());
            Json.each(json, "diagnostics", difference.diagnostics(), PackDifferenceWriter::diagnostic);
            json.writeObjectFieldStart("rules");
            Json.each(json, "added", content.rulesAdded(), PackDifferenceWriter::rule);
            Json.each(json, "removed", content.rulesRemoved(), PackDifferenceWriter::rule);
            Json.each(json, "changed", difference.rules(), PackDifferenceWriter::changed);
            json.writeEndObject();
            Json.each(json, "reasons", difference.reasons(), PackDifferenceWriter::reason);
            json.writeObjectFieldStart("characteristics");
            Json.texts(json, "added", ids(content.characteristicsAdded()));
            Json.texts(json, "removed", ids(content.characteristicsRemoved()));
            Json.each(json, "changed", content.characteristicsChanged(), PackDifferenceWriter::characteristic);
            json.writeEndObject();
            Json.each(json, "catalogues", difference.entries(), PackDifferenceWriter::entry);
            Json.texts(json, "replacesNow", difference.replacesNow());
            Json.texts(json, "replacesNoMore", difference.replacesNoMore());
            Json.each(json, "statements", content.statements(), PackDifferenceWriter::statement);
            Json.each(json, "outcomes", outcomes, PackDifferenceWriter::outcome);
        });
    }

    private static Collection<String> ids(Collection<VocabularyEntry> entries) {
        return entries.stream().map(entry -> entry.characteristic().id()).toList();
    }

    private static void pack(JsonGenerator json, String field, RulePack pack) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("id", pack.id());
        json.writeStringField("version", pack.version());
        json.writeStringField("fingerprint", pack.reference().fingerprint());
        json.writeEndObject();
    }

    private static void diagnostic(JsonGenerator json, Diagnostic diagnostic) throws IOException {
        DiagnosticFields.write(json, diagnostic);
    }

    private static void rule(JsonGenerator json, Rule rule) throws IOException {
        json.writeStringField("rule", rule.id().value());
        json.writeStringField("title", rule.title());
    }

    private static void changed(JsonGenerator json, RuleComparison rule) throws IOException {
        rule(json, rule.change().now());
        json.writeStringField("kind", rule.change().kind().name());
        json.writeStringField("effect", rule.effect().name());
        json.writeStringField("condition", rule.condition().name());
        Json.each(json, "fields", rule.change().fields(), (out, field) -> field(out, rule, field));
    }

    private static void field(JsonGenerator json, RuleComparison rule, RuleField field) throws IOException {
        json.writeStringField("field", field.name());
        json.writeBooleanField("logic", field.isLogic());
        json.writeStringField("before", rule.change().before(field));
        json.writeStringField("after", rule.change().after(field));
    }

    private static void reason(JsonGenerator json, ReasonChange reason) throws IOException {
        json.writeStringField("subject", reason.subject().name());
        json.writeStringField("id", reason.id());
        Json.texts(json, "gained", reason.gained());
        Json.texts(json, "lost", reason.lost());
        Json.texts(json, "stronger", reason.stronger());
        Json.texts(json, "weaker", reason.weaker());
        json.writeNumberField("left", reason.left());
    }

    private static void characteristic(JsonGenerator json, CharacteristicChange change) throws IOException {
        json.writeStringField("characteristic", change.now().characteristic().id());
        json.writeBooleanField("askAgain", change.isOtherQuestion());
        Json.texts(json, "fields", change.fields());
    }

    private static void entry(JsonGenerator json, CatalogueChange entry) throws IOException {
        json.writeStringField("subject", entry.subject().name());
        json.writeStringField("id", entry.id());
        json.writeStringField("title", entry.title());
        json.writeStringField("kind", entry.kind().name());
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

    private static void outcome(JsonGenerator json, OutcomeChange outcome) throws IOException {
        json.writeStringField("system", outcome.systemId());
        json.writeBooleanField("weaker", outcome.isWeaker());
        json.writeStringField("text", outcome.text());
    }
}
