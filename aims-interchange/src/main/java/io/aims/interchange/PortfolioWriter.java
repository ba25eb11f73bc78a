package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Basis;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.system.Dependency;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.Gap;
import io.aims.treatment.portfolio.CommonCause;
import io.aims.treatment.portfolio.ControlReach;
import io.aims.treatment.portfolio.ObjectiveView;
import io.aims.treatment.portfolio.Peak;
import io.aims.treatment.portfolio.Portfolio;
import io.aims.treatment.portfolio.RangeCounts;
import io.aims.treatment.portfolio.Reliance;
import io.aims.treatment.portfolio.SharedQuestion;
import io.aims.treatment.portfolio.SystemLine;
import io.aims.treatment.portfolio.SystemLines;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Writes portfolios as JSON, in the form that the JSON Schema {@code portfolio-1.schema.json} beside this class describes.
 * Fields stand in one order, lists are sorted: equal portfolios give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PortfolioWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "portfolio/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/portfolio-1.schema.json";

    private final List<String> limits;
    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param limits what every report must say of the method
     * @param layout how the text is laid out
     */
    public PortfolioWriter(List<String> limits, EvaluationWriter.Layout layout) {
        this.limits = List.copyOf(limits);
        this.layout = layout;
    }

    /**
     * Writes a portfolio, without a line end behind it.
     *
     * @param portfolio the portfolio
     * @param notRead how many systems could not be read or evaluated, and are therefore not in it
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(Portfolio portfolio, long notRead, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            if (portfolio.asOf().isPresent()) {
                json.writeStringField("asOf", portfolio.asOf().get().toString());
            }
            if (portfolio.basis().isPresent()) {
                basis(json, portfolio.basis().get());
            }
            json.writeNumberField("notRead", notRead);
            json.writeNumberField("unstated", portfolio.unstated());
            lines(json, "systems", portfolio.systems());
            json.writeObjectFieldStart("stop");
            lines(json, "certain", portfolio.stopped());
            lines(json, "possible", portfolio.perhapsStopped());
            json.writeEndObject();
            if (portfolio.tolerance().isPresent()) {
                json.writeStringField("tolerance", portfolio.tolerance().get().name());
            }
            json.writeObjectFieldStart("levels");
            levels(json, "inherent", portfolio.inherent());
            levels(json, "residual", portfolio.residual());
            json.writeEndObject();
            JsonFields.each(json, "objectives", portfolio.objectives(), PortfolioWriter::objective);
            json.writeObjectFieldStart("shared");
            for (Dependency kind : Dependency.values()) {
                json.writeObjectFieldStart(kind.field());
                json.writeNumberField("naming", portfolio.naming(kind));
                JsonFields.each(json, "names", portfolio.shared(kind), PortfolioWriter::cause);
                json.writeEndObject();
            }
            json.writeEndObject();
            JsonFields.each(json, "controls", portfolio.controls(), PortfolioWriter::control);
            JsonFields.each(json, "openQuestions", portfolio.questions(), PortfolioWriter::question);
            json.writeObjectFieldStart("contradictions");
            lines(json, "systems", portfolio.contradictory());
            json.writeObjectFieldStart("byId");
            for (var contradiction : portfolio.contradictions().entrySet()) {
                json.writeNumberField(contradiction.getKey(), contradiction.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
            JsonFields.texts(json, "limits", limits);
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of a portfolio.
     *
     * @param portfolio the portfolio
     * @param notRead how many systems could not be read or evaluated, and are therefore not in it
     * @return JSON, without a line end behind it
     */
    public String text(Portfolio portfolio, long notRead) {
        return JsonText.of(out -> write(portfolio, notRead, out));
    }

    private static void basis(JsonGenerator json, Basis basis) throws IOException {
        json.writeObjectFieldStart("basis");
        JsonFields.part(json, "vocabulary", basis.vocabulary());
        JsonFields.part(json, "catalogue", basis.catalogue());
        JsonFields.part(json, "criteria", basis.criteria());
        json.writeEndObject();
        JsonFields.each(json, "packs", basis.packs(), JsonFields::pack);
    }

    private static void lines(JsonGenerator json, String field, SystemLines lines) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("count", lines.count());
        JsonFields.each(json, "first", lines.first(), PortfolioWriter::line);
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, SystemLine line) throws IOException {
        name(json, line);
        JsonFields.range(json, "inherent", line.inherent());
        JsonFields.range(json, "residual", line.residual());
        JsonFields.texts(json, "stop", line.stops());
        JsonFields.texts(json, "possibleStop", line.possibleStops());
        json.writeNumberField("openGaps", line.openGaps());
        json.writeNumberField("openQuestions", line.openQuestions());
        json.writeNumberField("contradictions", line.contradictions());
    }

    /** Where systems are listed again, their names are enough. */
    private static void name(JsonGenerator json, SystemLine line) throws IOException {
        json.writeStringField("id", line.id());
        json.writeStringField("name", line.name());
    }

    private static void levels(JsonGenerator json, String field, RangeCounts<RiskLevel> counts) throws IOException {
        json.writeObjectFieldStart(field);
        counts(json, "low", RiskLevel.values(), counts::low);
        counts(json, "high", RiskLevel.values(), counts::high);
        json.writeArrayFieldStart("ranges");
        for (RiskLevel low : RiskLevel.values()) {
            for (RiskLevel high : RiskLevel.values()) {
                long systems = low.compareTo(high) <= 0 ? counts.count(new Range<>(low, high)) : 0;
                if (systems > 0) {
                    json.writeStartObject();
                    json.writeStringField("low", low.name());
                    json.writeStringField("high", high.name());
                    json.writeNumberField("systems", systems);
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static <E extends Enum<E>> void counts(JsonGenerator json, String field, E[] scale, ToLongFunction<E> count)
            throws IOException {
        json.writeObjectFieldStart(field);
        for (E value : scale) {
            json.writeNumberField(value.name(), count.applyAsLong(value));
        }
        json.writeEndObject();
    }

    private static void objective(JsonGenerator json, ObjectiveView view) throws IOException {
        json.writeStringField("objective", view.objective().id().value());
        json.writeStringField("title", view.objective().title());
        levels(json, "inherent", view.inherent());
        levels(json, "residual", view.residual());
        json.writeObjectFieldStart("highest");
        peak(json, "inherentLow", view.inherentCertain());
        peak(json, "inherentHigh", view.inherentPossible());
        peak(json, "residualLow", view.residualCertain());
        peak(json, "residualHigh", view.residualPossible());
        json.writeEndObject();
    }

    private static void peak(JsonGenerator json, String field, Peak peak) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("level", peak.level().name());
        json.writeNumberField("count", peak.systems().count());
        JsonFields.each(json, "first", peak.systems().first(), PortfolioWriter::name);
        json.writeEndObject();
    }

    private static void cause(JsonGenerator json, CommonCause cause) throws IOException {
        json.writeStringField("name", cause.name());
        JsonFields.texts(json, "spellings", cause.spellings().keySet());
        json.writeNumberField("count", cause.systems().count());
        json.writeNumberField("stop", cause.stopped());
        JsonFields.range(json, "inherent", cause.inherent().highest().orElseThrow());
        JsonFields.range(json, "residual", cause.residual().highest().orElseThrow());
        JsonFields.each(json, "first", cause.systems().first(), PortfolioWriter::name);
        JsonFields.each(json, "leftToSuppliers", cause.reliances(), PortfolioWriter::reliance);
    }

    private static void reliance(JsonGenerator json, Reliance reliance) throws IOException {
        json.writeStringField("id", reliance.control().id().value());
        json.writeStringField("title", reliance.control().title());
        json.writeNumberField("systems", reliance.systems());
        json.writeNumberField("inPlace", reliance.inPlace());
    }

    private static void control(JsonGenerator json, ControlReach reach) throws IOException {
        json.writeStringField("id", reach.control().id().value());
        json.writeStringField("title", reach.control().title());
        counts(json, "statuses", ControlStatus.values(), reach::systems);
        counts(json, "stagesLow", Stage.values(), reach.stages()::low);
        counts(json, "stagesHigh", Stage.values(), reach.stages()::high);
        counts(json, "gaps", Gap.Kind.values(), reach::gaps);
    }

    private static void question(JsonGenerator json, SharedQuestion question) throws IOException {
        json.writeStringField("characteristic", question.characteristic());
        json.writeStringField("question", question.question());
        json.writeStringField("tier", question.entry().tier().name());
        json.writeNumberField("systems", question.systems());
        json.writeNumberField("settles", question.rules());
        json.writeNumberField("controls", question.controls());
        json.writeNumberField("narrows", question.levels());
    }
}
