package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.error.Place;
import io.aims.evaluation.ControlResult;
import io.aims.risk.Likelihood;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.CountedState;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import io.aims.treatment.Treatment;
import io.aims.treatment.TreatmentPlan;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.reuse.EvidenceSuggestion;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what remains of the risks of a system as JSON, in the form that the JSON Schema {@code residual-1.schema.json}
 * beside this class describes: inherent and residual risk side by side, what each control takes, what every control counts
 * for, the gaps with what may be reused for them, and where they are given the cheapest plan and how the risks stand after what was decided. Fields stand in
 * one order: equal content gives equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3, 8.3
 * @since 0.1
 */
public final class ResidualWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "residual/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/residual-1.schema.json";

    private static final int PLACES_OF_POINTS = 2;
    private static final int PLACES_OF_PARTS = 4;

    private final List<String> limits;
    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param limits what every report must say of the method
     * @param layout how the text is laid out
     */
    public ResidualWriter(List<String> limits, EvaluationWriter.Layout layout) {
        this.limits = List.copyOf(limits);
        this.layout = layout;
    }

    /**
     * What is written beside what remains.
     *
     * @param place where the description of the system stands, or {@code null}
     * @param cheapest the cheapest plan, or {@code null}
     * @param decided what was decided, or {@code null}
     * @param reuse what other frameworks may have in place, or {@code null}
     */
    public record Beside(
            @Nullable Place place,
            @Nullable CheapestPlan cheapest,
            @Nullable TreatmentPlan decided,
            @Nullable EvidenceReuse reuse) {

        /** Nothing. */
        public static final Beside NOTHING = new Beside(null, null, null, null);
    }

    /**
     * Writes what remains, without a line end behind it.
     *
     * @param profile the residual risks of a system
     * @param beside what is written beside them, about the same system
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(ResidualProfile profile, Beside beside, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            system(json, profile, beside.place());
            json.writeStringField("evaluation", profile.evaluation().seal().value());
            if (profile.asOf().isPresent()) {
                json.writeStringField("asOf", profile.asOf().get().toString());
            }
            JsonFields.range(json, "inherent", profile.evaluation().level());
            JsonFields.range(json, "residual", profile.level());
            JsonFields.each(json, "stop", profile.evaluation().stops(), (out1, finding) -> {
                out1.writeStringField("rule", finding.rule().id().value());
                out1.writeStringField("title", finding.rule().title());
                out1.writeStringField("status", finding.status().name());
            });
            JsonFields.each(json, "risks", profile.risks(), ResidualWriter::risk);
            JsonFields.each(json, "controls", profile.controls(), (out1, state) -> control(out1, state, profile));
            JsonFields.each(json, "gaps", profile.gaps(), (out1, gap) -> gap(out1, gap, profile, beside.reuse()));
            CheapestPlan cheapest = beside.cheapest();
            if (cheapest != null) {
                cheapest(json, cheapest);
            }
            TreatmentPlan decided = beside.decided();
            if (decided != null) {
                decided(json, decided);
            }
            JsonFields.texts(json, "limits", limits);
            json.writeStringField("seal", profile.seal().value());
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of what remains.
     *
     * @param profile the residual risks of a system
     * @param beside what is written beside them
     * @return JSON, without a line end behind it
     */
    public String text(ResidualProfile profile, Beside beside) {
        return JsonText.of(out -> write(profile, beside, out));
    }

    private static void system(JsonGenerator json, ResidualProfile profile, @Nullable Place place) throws IOException {
        json.writeObjectFieldStart("system");
        json.writeStringField("id", profile.evaluation().system().id());
        json.writeStringField("name", profile.evaluation().system().name());
        if (place != null) {
            json.writeObjectFieldStart("place");
            json.writeStringField("document", place.document());
            json.writeNumberField("line", place.line());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void risk(JsonGenerator json, ResidualRisk risk) throws IOException {
        json.writeStringField("objective", risk.inherent().objective().id().value());
        json.writeStringField("title", risk.inherent().objective().title());
        end(
                json,
                "inherent",
                risk.inherent().level(),
                risk.inherent().severity(),
                risk.inherent().likelihood());
        end(json, "residual", risk.level(), risk.severity(), risk.likelihood());
        json.writeObjectFieldStart("taken");
        json.writeNumberField("low", decimal(Math.min(risk.lowReduction(), risk.highReduction()), PLACES_OF_PARTS));
        json.writeNumberField("high", decimal(Math.max(risk.lowReduction(), risk.highReduction()), PLACES_OF_PARTS));
        json.writeEndObject();
        JsonFields.each(json, "effects", risk.effects(), (out, effect) -> {
            out.writeStringField("control", effect.control().value());
            out.writeNumberField("lowPoints", points(effect.lowRate()));
            out.writeNumberField("highPoints", points(effect.highRate()));
            out.writeNumberField("highSteps", effect.highSteps());
        });
    }

    private static void end(
            JsonGenerator json,
            String field,
            Range<RiskLevel> level,
            Range<Severity> severity,
            Range<Likelihood> likelihood)
            throws IOException {
        json.writeObjectFieldStart(field);
        JsonFields.range(json, "level", level);
        JsonFields.range(json, "severity", severity);
        JsonFields.range(json, "likelihood", likelihood);
        json.writeEndObject();
    }

    private static void control(JsonGenerator json, CountedState state, ResidualProfile profile) throws IOException {
        json.writeStringField("id", state.control().id().value());
        json.writeStringField("title", state.control().title());
        Optional<ControlResult> result =
                profile.evaluation().control(state.control().id());
        if (result.isPresent()) {
            json.writeStringField("status", result.get().status().name());
            json.writeStringField("needed", result.get().needed().name());
        }
        if (state.statement().isPresent()) {
            json.writeFieldName("state");
            Form.full(state.statement().get()).json(json);
        }
        JsonFields.range(json, "counts", state.stage());
        JsonFields.texts(json, "reasons", state.reasons());
    }

    private static void gap(JsonGenerator json, Gap gap, ResidualProfile profile, @Nullable EvidenceReuse reuse)
            throws IOException {
        json.writeStringField("control", gap.safeguard().control().id().value());
        json.writeStringField("kind", gap.kind().name());
        json.writeStringField("priority", gap.safeguard().priority().name());
        gain(json, "inPlace", gap.inPlace());
        gain(json, "effective", gap.effective());
        if (reuse != null) {
            List<EvidenceSuggestion> suggestions = reuse.about(
                    gap.safeguard().control().id(), profile.evaluation().system());
            json.writeObjectFieldStart(ReuseFields.FIELD);
            JsonFields.texts(json, "text", EvidenceSuggestion.sentences(suggestions));
            JsonFields.each(json, ReuseFields.SUGGESTIONS, suggestions, ReuseFields::suggestion);
            json.writeEndObject();
        }
    }

    private static void gain(JsonGenerator json, String field, Gap.Gain gain) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("steps", gain.steps());
        json.writeNumberField("points", points(gain.rate()));
        JsonFields.texts(json, "lowered", gain.lowered());
        json.writeEndObject();
    }

    private static void cheapest(JsonGenerator json, CheapestPlan plan) throws IOException {
        json.writeObjectFieldStart("cheapestPlan");
        json.writeStringField("tolerance", plan.tolerance().name());
        json.writeNumberField("cost", plan.cost());
        json.writeNumberField("leastCost", plan.leastCost());
        json.writeBooleanField("exact", plan.isExact());
        json.writeBooleanField("stopped", plan.stopped());
        JsonFields.each(json, "steps", plan.steps(), (out, step) -> {
            out.writeStringField("control", step.control().value());
            out.writeNumberField("cost", step.cost());
        });
        JsonFields.each(json, "outcomes", plan.outcomes(), (out, outcome) -> {
            out.writeStringField("objective", outcome.objective().value());
            out.writeStringField("now", outcome.now().name());
            out.writeStringField("then", outcome.then().name());
        });
        JsonFields.texts(
                json,
                "outOfReach",
                plan.outOfReach().stream().map(CheapestPlan.Outcome::objective).toList());
        JsonFields.texts(json, "unpriced", plan.unpriced());
        json.writeEndObject();
    }

    private static void decided(JsonGenerator json, TreatmentPlan plan) throws IOException {
        json.writeObjectFieldStart("decided");
        json.writeStringField("tolerance", plan.tolerance().name());
        json.writeStringField("asOf", plan.asOf().toString());
        json.writeArrayFieldStart("treatments");
        for (Treatment treatment : plan.treatments()) {
            TreatmentsWriter.form(treatment).json(json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("overdue");
        for (Treatment treatment : plan.overdue()) {
            TreatmentsWriter.form(treatment).json(json);
        }
        json.writeEndArray();
        JsonFields.each(json, "outcomes", plan.outcomes(), (out, outcome) -> {
            out.writeStringField("objective", outcome.objective().value());
            out.writeStringField("now", outcome.now().name());
            out.writeStringField("then", outcome.then().name());
            out.writeStringField("standing", outcome.standing().name());
        });
        JsonFields.texts(
                json,
                "open",
                plan.open().stream().map(TreatmentPlan.Outcome::objective).toList());
        json.writeEndObject();
    }

    private static BigDecimal points(double rate) {
        return decimal(rate * 100, PLACES_OF_POINTS);
    }

    private static BigDecimal decimal(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    }
}
