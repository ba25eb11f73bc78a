package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.control.ControlId;
import io.aims.error.Place;
import io.aims.evaluation.Basis;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.OutsideFinding;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RiskSourceResult;
import io.aims.evaluation.RuleEngine;
import io.aims.evaluation.UsedFact;
import io.aims.rule.Rule;
import io.aims.source.Source;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Contradiction;
import io.aims.system.Dependency;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.Provenance;
import io.aims.system.ScaleCharacteristic;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlStates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes evaluations as JSON, in the form that the JSON Schema {@code evaluation-1.schema.json} beside this class
 * describes. Fields stand in one order, lists are sorted: equal evaluations give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class EvaluationWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "evaluation/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/evaluation-1.schema.json";

    /** As many bytes as most evaluations take. */
    private static final int EXPECTED = 1 << 17;

    private final List<String> limits;
    private final Layout layout;

    /** How the text is laid out. */
    public enum Layout {
        /** Indented, for people. */
        INDENTED,
        /** On one line, for JSON Lines. */
        ONE_LINE
    }

    /**
     * Creates a writer.
     *
     * @param limits what every report must say of the method
     * @param layout how the text is laid out
     */
    public EvaluationWriter(List<String> limits, Layout layout) {
        this.limits = List.copyOf(limits);
        this.layout = layout;
    }

    /**
     * Writes an evaluation, without a line end behind it.
     *
     * @param evaluation the evaluation
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(Evaluation evaluation, Writer out) throws IOException {
        write(evaluation, ControlStates.unknown(), null, out);
    }

    /**
     * Writes an evaluation with what was said beside the system, without a line end behind it.
     *
     * @param evaluation the evaluation
     * @param states the states of controls
     * @param place where the description of the system stands, or {@code null}
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(Evaluation evaluation, ControlStates states, @Nullable Place place, Writer out)
            throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            system(json, evaluation.system(), place);
            if (evaluation.asOf().isPresent()) {
                json.writeStringField("asOf", evaluation.asOf().get().toString());
            }
            basis(json, evaluation.basis());
            if (evaluation.engine() != RuleEngine.Kind.RULE_ENGINE) {
                json.writeStringField("engine", evaluation.engine().name());
            }
            json.writeObjectFieldStart("risk");
            JsonFields.range(json, "level", evaluation.level());
            json.writeEndObject();
            stops(json, evaluation.stops());
            JsonFields.each(json, "risks", evaluation.risks(), EvaluationWriter::risk);
            JsonFields.each(json, "riskSources", evaluation.riskSources(), EvaluationWriter::riskSource);
            JsonFields.each(json, "controls", evaluation.controls(), (out1, control) -> control(out1, control, states));
            JsonFields.each(json, "findings", evaluation.findings(), EvaluationWriter::finding);
            JsonFields.each(json, "contradictions", evaluation.contradictions(), EvaluationWriter::contradiction);
            JsonFields.each(json, "openQuestions", evaluation.openQuestions(), EvaluationWriter::question);
            outside(json, evaluation);
            JsonFields.texts(json, "limits", limits);
            json.writeStringField("seal", evaluation.seal().value());
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of an evaluation.
     *
     * @param evaluation the evaluation
     * @return JSON, without a line end behind it
     */
    public String text(Evaluation evaluation) {
        return JsonText.of(out -> write(evaluation, out));
    }

    /**
     * Returns the text of an evaluation, with what was said beside the system, as UTF-8.
     *
     * @param evaluation the evaluation
     * @param states the states of controls
     * @param place where the description of the system stands, or {@code null}
     * @return JSON, without a line end behind it
     */
    public byte[] utf8(Evaluation evaluation, ControlStates states, @Nullable Place place) {
        Utf8Text text = new Utf8Text(EXPECTED);
        try {
            write(evaluation, states, place, text);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be written", e);
        }
        return text.toBytes();
    }

    private static void system(JsonGenerator json, AiSystem system, @Nullable Place place) throws IOException {
        json.writeObjectFieldStart("system");
        json.writeStringField("id", system.id());
        json.writeStringField("name", system.name());
        if (system.description().isPresent()) {
            json.writeStringField("description", system.description().get());
        }
        for (Dependency kind : Dependency.values()) {
            if (!system.dependencies(kind).isEmpty()) {
                JsonFields.texts(json, kind.field(), system.dependencies(kind));
            }
        }
        if (place != null) {
            json.writeObjectFieldStart("place");
            json.writeStringField("document", place.document());
            json.writeNumberField("line", place.line());
            json.writeEndObject();
        }
        json.writeFieldName("characteristics");
        SystemWriter.answers(system).json(json);
        json.writeEndObject();
    }

    private static void basis(JsonGenerator json, Basis basis) throws IOException {
        json.writeObjectFieldStart("basis");
        JsonFields.part(json, "vocabulary", basis.vocabulary());
        JsonFields.part(json, "catalogue", basis.catalogue());
        JsonFields.part(json, "criteria", basis.criteria());
        json.writeEndObject();
        JsonFields.each(json, "packs", basis.packs(), JsonFields::pack);
    }

    private static void stops(JsonGenerator json, List<Finding> stops) throws IOException {
        JsonFields.each(json, "stop", stops, (out, finding) -> {
            out.writeStringField("rule", finding.rule().id().value());
            out.writeStringField("title", finding.rule().title());
            out.writeStringField("status", finding.status().name());
        });
    }

    private static void risk(JsonGenerator json, Risk risk) throws IOException {
        json.writeStringField("objective", risk.objective().id().value());
        json.writeStringField("title", risk.objective().title());
        JsonFields.range(json, "level", risk.level());
        JsonFields.range(json, "severity", risk.severity());
        JsonFields.range(json, "likelihood", risk.likelihood());
        JsonFields.texts(json, "rules", risk.rules());
        JsonFields.texts(json, "undetermined", risk.undetermined());
    }

    private static void riskSource(JsonGenerator json, RiskSourceResult result) throws IOException {
        json.writeStringField("id", result.source().id().value());
        json.writeStringField("title", result.source().title());
        json.writeStringField("status", result.status().name());
        JsonFields.texts(json, "rules", result.rules());
        JsonFields.texts(json, "undetermined", result.undetermined());
    }

    private static void control(JsonGenerator json, ControlResult result, ControlStates states) throws IOException {
        ControlId id = result.control().id();
        json.writeStringField("id", id.value());
        json.writeStringField("title", result.control().title());
        json.writeStringField("status", result.status().name());
        json.writeStringField("needed", result.needed().name());
        if (result.priority().isPresent()) {
            json.writeStringField("priority", result.priority().get().name());
        }
        JsonFields.texts(json, "rules", result.rules());
        JsonFields.texts(json, "undetermined", result.undetermined());
        Optional<ControlState> state = states.state(id);
        if (state.isPresent()) {
            json.writeFieldName("state");
            Form.full(state.get()).json(json);
        }
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        Rule rule = finding.rule();
        json.writeStringField("rule", rule.id().value());
        json.writeStringField("pack", finding.pack().id());
        json.writeStringField("title", rule.title());
        json.writeStringField("status", finding.status().name());
        JsonFields.each(json, "facts", finding.facts(), EvaluationWriter::fact);
        if (!finding.isCertain()) {
            // What the rule would conclude stands in its pack: hundreds of rules may be open at once.
            return;
        }
        JsonFields.texts(json, "raises", rule.raises());
        JsonFields.texts(json, "threatens", rule.threatens());
        if (rule.likelihood().isPresent()) {
            json.writeStringField("likelihood", rule.likelihood().get().name());
        }
        if (rule.severityFloor().isPresent()) {
            json.writeStringField("severityFloor", rule.severityFloor().get().name());
        }
        JsonFields.texts(json, "requires", rule.requires());
        json.writeStringField("why", rule.why());
        JsonFields.texts(
                json, "sources", rule.sources().stream().map(Source::citation).toList());
    }

    static void fact(JsonGenerator json, UsedFact fact) throws IOException {
        json.writeStringField("fact", fact.subject());
        json.writeStringField("value", fact.text());
        json.writeBooleanField("open", fact.isOpen());
        Provenance provenance = fact.answer().map(Answer::provenance).orElse(Provenance.NONE);
        json.writeBooleanField("inferred", provenance.basis() == Provenance.Basis.INFERRED);
        if (provenance.by().isPresent()) {
            json.writeStringField("by", provenance.by().get());
        }
        if (provenance.on().isPresent()) {
            json.writeStringField("on", provenance.on().get().toString());
        }
        if (provenance.evidence().isPresent()) {
            json.writeStringField("evidence", provenance.evidence().get());
        }
    }

    private static void contradiction(JsonGenerator json, Contradiction contradiction) throws IOException {
        json.writeStringField("id", contradiction.id());
        json.writeObjectFieldStart("answers");
        for (Answer answer : contradiction.answers()) {
            json.writeFieldName(answer.characteristic().id());
            Form.of(answer).json(json);
        }
        json.writeEndObject();
        json.writeStringField("why", contradiction.why());
    }

    private static void outside(JsonGenerator json, Evaluation evaluation) throws IOException {
        if (!evaluation.basis().outside().isEmpty() || !evaluation.outside().isEmpty()) {
            json.writeObjectFieldStart("outside");
            JsonFields.each(json, "rules", evaluation.basis().outside(), JsonFields::pack);
            JsonFields.each(json, "findings", evaluation.outside(), EvaluationWriter::outsideFinding);
            json.writeEndObject();
        }
    }

    private static void outsideFinding(JsonGenerator json, OutsideFinding finding) throws IOException {
        json.writeStringField("id", finding.id());
        json.writeStringField("title", finding.title());
        json.writeStringField("reason", finding.reason());
        json.writeStringField("status", finding.status().name());
        JsonFields.texts(json, "controls", finding.controls());
        json.writeStringField("rules", finding.rules().id());
        json.writeStringField("rule", finding.rule());
    }

    private static void question(JsonGenerator json, OpenQuestion question) throws IOException {
        json.writeStringField(
                "characteristic", question.entry().characteristic().id());
        json.writeStringField("question", question.question());
        json.writeStringField("tier", question.entry().tier().name());
        json.writeStringField("type", question.entry().characteristic().type().name());
        if (question.entry().characteristic() instanceof EnumeratedCharacteristic<?> enumerated) {
            JsonFields.texts(json, "values", enumerated.valueIds());
        } else if (question.entry().characteristic() instanceof ScaleCharacteristic scale) {
            json.writeNumberField("least", scale.least());
            json.writeNumberField("most", scale.most());
        }
        json.writeNumberField("settles", question.settles());
        json.writeNumberField("narrows", question.narrows());
    }
}
