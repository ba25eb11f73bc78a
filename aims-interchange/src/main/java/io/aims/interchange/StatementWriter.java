package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.error.Fault;
import io.aims.evaluation.Basis;
import io.aims.treatment.statement.Applicability;
import io.aims.treatment.statement.CountedDecision;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.Implementation;
import io.aims.treatment.statement.Justification;
import io.aims.treatment.statement.Said;
import io.aims.treatment.statement.ScopedSystem;
import io.aims.treatment.statement.Spread;
import io.aims.treatment.statement.StatementEntry;
import io.aims.treatment.statement.StatementOfApplicability;
import io.aims.treatment.statement.TreatedRisk;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes statements of applicability as JSON, in the form that the JSON Schema {@code statement-1.schema.json} beside this
 * class describes; {@link StatementReader} reads them back. Fields stand in one order: equal statements give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public final class StatementWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "statement/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/statement-1.schema.json";

    private final List<String> limits;
    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param limits what every report must say of the method
     * @param layout how the text is laid out
     */
    public StatementWriter(List<String> limits, EvaluationWriter.Layout layout) {
        this.limits = List.copyOf(limits);
        this.layout = layout;
    }

    /**
     * Writes a statement, without a line end behind it.
     *
     * @param statement the statement
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(StatementOfApplicability statement, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            json.writeStringField("catalogue", statement.title());
            if (statement.asOf().isPresent()) {
                json.writeStringField("asOf", statement.asOf().get().toString());
            }
            basis(json, statement.basis());
            JsonFields.texts(json, "summary", statement.sentences());
            json.writeObjectFieldStart("counts");
            for (Applicability applicability : Applicability.values()) {
                json.writeNumberField(
                        applicability.name(), statement.entries(applicability).size());
            }
            json.writeEndObject();
            JsonFields.each(json, "controls", statement.entries(), StatementWriter::entry);
            JsonFields.each(json, "refusals", statement.refusals(), StatementWriter::refusal);
            JsonFields.each(json, "systems", statement.systems(), StatementWriter::system);
            JsonFields.texts(json, "limits", limits);
            json.writeStringField("seal", statement.seal());
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of a statement.
     *
     * @param statement the statement
     * @return JSON, without a line end behind it
     */
    public String text(StatementOfApplicability statement) {
        return JsonText.of(out -> write(statement, out));
    }

    private static void basis(JsonGenerator json, Basis basis) throws IOException {
        json.writeObjectFieldStart("basis");
        JsonFields.part(json, "vocabulary", basis.vocabulary());
        JsonFields.part(json, "catalogue", basis.catalogue());
        JsonFields.part(json, "criteria", basis.criteria());
        json.writeEndObject();
        JsonFields.each(json, "packs", basis.packs(), JsonFields::pack);
    }

    private static void system(JsonGenerator json, ScopedSystem system) throws IOException {
        json.writeStringField("id", system.id());
        json.writeStringField("name", system.name());
        json.writeStringField("evaluation", system.evaluation());
        json.writeStringField("states", system.states());
    }

    private static void refusal(JsonGenerator json, Fault fault) throws IOException {
        json.writeStringField("code", fault.code());
        json.writeStringField("message", fault.message());
        json.writeStringField("advice", fault.advice());
    }

    private static void entry(JsonGenerator json, StatementEntry entry) throws IOException {
        json.writeStringField("control", entry.control().value());
        json.writeStringField("title", entry.title());
        json.writeStringField("scope", entry.scope().name());
        json.writeStringField("applicability", entry.applicability().name());
        json.writeObjectFieldStart("justification");
        justification(json, entry.justification());
        json.writeEndObject();
        JsonFields.each(json, "risks", entry.risks(), StatementWriter::risk);
        json.writeObjectFieldStart("implementation");
        implementation(json, entry.implementation());
        json.writeEndObject();
        if (!entry.reuse().isEmpty()) {
            reuse(json, entry);
        }
        JsonFields.each(json, "decisions", entry.decisions(), StatementWriter::decision);
        JsonFields.texts(json, "remarks", entry.remarks());
    }

    private static void reuse(JsonGenerator json, StatementEntry entry) throws IOException {
        json.writeObjectFieldStart(ReuseFields.FIELD);
        JsonFields.texts(json, "text", entry.reuseSentences());
        JsonFields.each(json, ReuseFields.SUGGESTIONS, entry.reuse(), (out, reusable) -> {
            ReuseFields.suggestion(out, reusable.suggestion());
            out.writeBooleanField("ofOrganisation", reusable.ofOrganisation());
            out.writeNumberField("systems", reusable.systems());
        });
        json.writeEndObject();
    }

    private static void justification(JsonGenerator json, Justification reasons) throws IOException {
        JsonFields.texts(json, "text", reasons.sentences());
        Spread spread = reasons.spread();
        json.writeObjectFieldStart("spread");
        json.writeNumberField("REQUIRED", spread.required());
        json.writeNumberField("VIA_SUPPLIER", spread.viaSupplier());
        json.writeNumberField("ROLE_EXCLUDED", spread.roleExcluded());
        json.writeNumberField("NOT_REQUIRED", spread.notRequired());
        json.writeNumberField("UNDETERMINED", spread.undetermined());
        json.writeEndObject();
        if (reasons.priority().isPresent()) {
            json.writeStringField("priority", reasons.priority().get().name());
        }
        JsonFields.each(json, "rules", reasons.rules(), StatementWriter::rule);
        JsonFields.each(json, "systems", reasons.systems(), StatementWriter::reason);
        JsonFields.each(json, "falseRules", reasons.falseRules(), StatementWriter::rule);
        JsonFields.each(json, "facts", reasons.facts(), StatementWriter::fact);
        JsonFields.each(json, "roles", reasons.roles(), (out, role) -> {
            JsonFields.texts(out, "held", role.held());
            out.writeNumberField("systems", role.systems());
        });
        JsonFields.each(json, "openRules", reasons.openRules(), StatementWriter::rule);
        JsonFields.each(json, "openFacts", reasons.openFacts(), (out, fact) -> {
            out.writeStringField("characteristic", fact.characteristic());
            out.writeStringField("question", fact.question());
            out.writeNumberField("systems", fact.systems());
        });
        JsonFields.each(json, "openSystems", reasons.openSystems(), StatementWriter::reason);
    }

    private static void rule(JsonGenerator json, Justification.RuleReason rule) throws IOException {
        json.writeStringField("rule", rule.rule().value());
        json.writeStringField("title", rule.title());
        json.writeNumberField("systems", rule.systems());
    }

    private static void reason(JsonGenerator json, Justification.SystemReason system) throws IOException {
        json.writeStringField("id", system.system());
        json.writeStringField("name", system.name());
        json.writeStringField("status", system.status().name());
        if (system.priority().isPresent()) {
            json.writeStringField("priority", system.priority().get().name());
        }
        JsonFields.texts(json, "rules", system.rules());
    }

    private static void fact(JsonGenerator json, Justification.FactReason fact) throws IOException {
        json.writeStringField("characteristic", fact.characteristic());
        json.writeStringField("question", fact.question());
        json.writeNumberField("systems", fact.systems());
        JsonFields.each(json, "answers", fact.answers(), (out, answer) -> {
            out.writeStringField("answer", answer.answer());
            out.writeNumberField("systems", answer.systems());
        });
    }

    private static void risk(JsonGenerator json, TreatedRisk risk) throws IOException {
        json.writeStringField("objective", risk.objective().value());
        json.writeStringField("title", risk.title());
        JsonFields.range(json, "inherent", risk.inherent());
        JsonFields.range(json, "residual", risk.residual());
        json.writeNumberField("systems", risk.systems());
    }

    private static void implementation(JsonGenerator json, Implementation implementation) throws IOException {
        json.writeStringField("text", implementation.words());
        if (implementation.stage().isPresent()) {
            JsonFields.range(json, "stage", implementation.stage().get());
        }
        json.writeNumberField("bySupplier", implementation.bySupplier());
        said(json, "how", implementation.how());
        said(json, "evidence", implementation.evidence());
        said(json, "owners", implementation.owners());
        if (implementation.reviewBy().isPresent()) {
            json.writeStringField("reviewBy", implementation.reviewBy().get().toString());
        }
        JsonFields.each(json, "heldBack", implementation.heldBack(), (out, held) -> {
            out.writeStringField("reason", held.reason().name());
            out.writeNumberField("systems", held.systems());
        });
    }

    private static void said(JsonGenerator json, String field, Said said) throws IOException {
        json.writeObjectFieldStart(field);
        JsonFields.each(json, "texts", said.texts(), (out, text) -> {
            out.writeStringField("text", text.text());
            out.writeBooleanField("ofOrganisation", text.ofOrganisation());
            out.writeNumberField("systems", text.systems());
        });
        json.writeNumberField("others", said.others());
        json.writeEndObject();
    }

    static void decision(JsonGenerator json, CountedDecision counted) throws IOException {
        Decision decision = counted.decision();
        json.writeStringField("decision", decision.kind().name());
        json.writeStringField("reason", decision.reason());
        json.writeStringField("decidedBy", decision.decidedBy());
        json.writeStringField("on", decision.on().toString());
        json.writeStringField("until", decision.until().toString());
        json.writeStringField("standing", counted.standing().name());
    }
}
