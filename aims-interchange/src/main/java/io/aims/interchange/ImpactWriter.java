package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.system.Answer;
import io.aims.system.Contradiction;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.treatment.ControlState;
import io.aims.treatment.ResidualRisk;
import io.aims.treatment.assessment.ActingControl;
import io.aims.treatment.assessment.AssessedPart;
import io.aims.treatment.assessment.AssessedTopic;
import io.aims.treatment.assessment.ImpactAssessment;
import io.aims.treatment.assessment.Judgement;
import io.aims.treatment.assessment.KnownFact;
import io.aims.treatment.assessment.OpenFact;
import io.aims.treatment.assessment.TopicFact;
import io.aims.treatment.assessment.Trigger;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes drafts of impact assessments as JSON, in the form that the JSON Schema {@code impact-1.schema.json} beside this class
 * describes. Fields stand in one order, and lists in the order of the draft: equal drafts give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.4, 8.4
 * @since 0.1
 */
public final class ImpactWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "impact/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/impact-1.schema.json";

    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param layout how the text is laid out
     */
    public ImpactWriter(EvaluationWriter.Layout layout) {
        this.layout = layout;
    }

    /**
     * Writes a draft, without a line end behind it.
     *
     * @param draft the draft
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(ImpactAssessment draft, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            subject(json, draft.evaluation());
            json.writeObjectFieldStart("guide");
            json.writeStringField("id", draft.guide().id());
            json.writeStringField("version", draft.guide().version());
            json.writeEndObject();
            json.writeStringField("evaluation", draft.evaluation().seal().value());
            json.writeStringField("call", draft.call().name());
            json.writeStringField("verdict", draft.verdict());
            JsonFields.each(json, "stops", draft.stops(), ImpactWriter::finding);
            JsonFields.each(json, "contradictions", draft.contradictions(), ImpactWriter::contradiction);
            json.writeObjectFieldStart("process");
            control(json, draft.process());
            json.writeEndObject();
            JsonFields.each(json, "triggers", draft.triggers(), ImpactWriter::trigger);
            JsonFields.each(json, "described", draft.described(), ImpactWriter::known);
            JsonFields.each(json, "undescribed", draft.undescribed(), ImpactWriter::open);
            JsonFields.each(json, "purpose", draft.guide().purpose(), ImpactWriter::judgement);
            JsonFields.each(json, "parts", draft.parts(), ImpactWriter::part);
            JsonFields.texts(
                    json,
                    "openFacts",
                    draft.openFacts().stream()
                            .map(fact -> fact.entry().characteristic().id())
                            .toList());
            JsonFields.texts(json, "limits", draft.guide().limits());
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of a draft.
     *
     * @param draft the draft
     * @return JSON, without a line end behind it
     */
    public String text(ImpactAssessment draft) {
        return JsonText.of(out -> write(draft, out));
    }

    private static void subject(JsonGenerator json, Evaluation evaluation) throws IOException {
        json.writeObjectFieldStart("system");
        json.writeStringField("id", evaluation.system().id());
        json.writeStringField("name", evaluation.system().name());
        if (evaluation.system().description().isPresent()) {
            json.writeStringField(
                    "description", evaluation.system().description().get());
        }
        json.writeEndObject();
        if (evaluation.asOf().isPresent()) {
            json.writeStringField("asOf", evaluation.asOf().get().toString());
        }
    }

    private static void contradiction(JsonGenerator json, Contradiction contradiction) throws IOException {
        json.writeStringField("id", contradiction.id());
        JsonFields.each(json, "answers", contradiction.answers(), ImpactWriter::answer);
        json.writeStringField("why", contradiction.why());
    }

    private static void answer(JsonGenerator json, Answer answer) throws IOException {
        json.writeStringField("characteristic", answer.characteristic().id());
        json.writeFieldName("answer");
        Form.of(answer).json(json);
    }

    private static void trigger(JsonGenerator json, Trigger trigger) throws IOException {
        json.writeStringField("control", trigger.control().id().value());
        json.writeStringField("title", trigger.control().title());
        json.writeStringField("call", trigger.call().name());
        json.writeStringField("status", trigger.result().status().name());
        json.writeStringField("text", trigger.sentence());
        JsonFields.each(json, "reasons", trigger.reasons(), ImpactWriter::finding);
        JsonFields.each(json, "against", trigger.against(), ImpactWriter::known);
        JsonFields.each(json, "explanation", trigger.explanation().lines(), (out, line) -> {
            out.writeNumberField("depth", line.depth());
            out.writeStringField("text", line.text());
        });
    }

    private static void part(JsonGenerator json, AssessedPart part) throws IOException {
        json.writeStringField("part", part.part().name());
        json.writeStringField("title", part.part().title());
        json.writeStringField("control", part.trigger().control().id().value());
        json.writeStringField("call", part.trigger().call().name());
        JsonFields.each(json, "topics", part.topics(), ImpactWriter::topic);
        JsonFields.each(json, "judgements", part.chapter().judgements(), ImpactWriter::judgement);
    }

    private static void topic(JsonGenerator json, AssessedTopic assessed) throws IOException {
        json.writeStringField("id", assessed.topic().id());
        json.writeStringField("title", assessed.topic().title());
        json.writeStringField("standing", assessed.standing().name());
        json.writeStringField("summary", assessed.summary());
        JsonFields.each(json, "known", assessed.known(), ImpactWriter::known);
        JsonFields.each(json, "found", assessed.found(), ImpactWriter::finding);
        JsonFields.each(json, "possible", assessed.possible(), ImpactWriter::finding);
        JsonFields.texts(
                json,
                "causes",
                assessed.causes().stream().map(source -> source.id()).toList());
        JsonFields.each(json, "risks", assessed.risks(), ImpactWriter::risk);
        JsonFields.each(json, "controls", assessed.controls(), ImpactWriter::control);
        JsonFields.each(json, "open", assessed.open(), ImpactWriter::open);
        JsonFields.each(json, "judgements", assessed.topic().judgements(), ImpactWriter::judgement);
    }

    private static void known(JsonGenerator json, KnownFact fact) throws IOException {
        answer(json, fact.answer());
        values(json, fact.fact());
        json.writeStringField("text", fact.sentence());
    }

    private static void open(JsonGenerator json, OpenFact fact) throws IOException {
        json.writeStringField("characteristic", fact.entry().characteristic().id());
        json.writeStringField("question", fact.entry().question());
        if (fact.answer().isPresent()) {
            json.writeFieldName("answer");
            Form.of(fact.answer().get()).json(json);
        }
        values(json, fact.fact());
        json.writeBooleanField("decides", fact.decides());
    }

    private static void values(JsonGenerator json, TopicFact fact) throws IOException {
        if (fact.isOfValues() && fact.characteristic() instanceof EnumeratedCharacteristic<?> enumerated) {
            List<String> values = new ArrayList<>();
            for (int position = 0; position < enumerated.valueIds().size(); position++) {
                if ((fact.values() >>> position & 1) != 0) {
                    values.add(enumerated.valueIds().get(position));
                }
            }
            JsonFields.texts(json, "values", values);
        }
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStringField("rule", finding.rule().id().value());
        json.writeStringField("title", finding.rule().title());
        json.writeStringField("status", finding.status().name());
        json.writeStringField("why", finding.rule().why());
    }

    private static void risk(JsonGenerator json, ResidualRisk risk) throws IOException {
        json.writeStringField("objective", risk.inherent().objective().id().value());
        json.writeStringField("title", risk.inherent().objective().title());
        JsonFields.range(json, "inherent", risk.inherent().level());
        JsonFields.range(json, "residual", risk.level());
    }

    private static void control(JsonGenerator json, ActingControl control) throws IOException {
        json.writeStringField("id", control.result().control().id().value());
        json.writeStringField("title", control.result().control().title());
        json.writeStringField("status", control.result().status().name());
        if (control.result().priority().isPresent()) {
            json.writeStringField("priority", control.result().priority().get().name());
        }
        if (control.state().statement().isPresent()) {
            state(json, control.state().statement().get());
        }
        JsonFields.range(json, "counts", control.state().stage());
        JsonFields.texts(json, "reasons", control.state().reasons());
        JsonFields.texts(json, "calledForBy", control.calledForBy());
        json.writeStringField("text", control.standing());
    }

    private static void state(JsonGenerator json, ControlState state) throws IOException {
        json.writeObjectFieldStart("state");
        json.writeStringField("state", state.stage().name());
        if (state.evidence().isPresent()) {
            json.writeStringField("evidence", state.evidence().get());
        }
        if (state.owner().isPresent()) {
            json.writeStringField("owner", state.owner().get());
        }
        LocalDate since = state.since();
        if (since != null) {
            json.writeStringField("since", since.toString());
        }
        LocalDate until = state.until();
        if (until != null) {
            json.writeStringField("until", until.toString());
        }
        json.writeEndObject();
    }

    private static void judgement(JsonGenerator json, Judgement judgement) throws IOException {
        json.writeStringField("id", judgement.id());
        json.writeStringField("kind", judgement.kind().name());
        json.writeStringField("question", judgement.question());
    }
}
