package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.evaluation.Basis;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Risk;
import io.aims.reasoning.change.BasisChange;
import io.aims.reasoning.change.ControlChange;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.change.FactChange;
import io.aims.reasoning.change.FindingChange;
import io.aims.reasoning.change.ObjectiveChange;
import io.aims.reasoning.change.RiskSourceChange;
import io.aims.reasoning.change.Trend;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Contradiction;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes differences between evaluations as JSON, in the form that the JSON Schema {@code diff-1.schema.json} beside this
 * class describes. Fields stand in one order, lists are sorted: equal differences give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.3, 8.2
 * @since 0.1
 */
public final class DiffWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "diff/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/diff-1.schema.json";

    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param layout how the text is laid out
     */
    public DiffWriter(EvaluationWriter.Layout layout) {
        this.layout = layout;
    }

    /**
     * Writes a difference, without a line end behind it.
     *
     * @param diff the difference
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(EvaluationDiff diff, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            diff(json, diff);
            json.writeEndObject();
        }
    }

    /**
     * Writes the differences of several systems, without a line end behind them: an object with the fields {@code added} and
     * {@code removed}, which list ids, and {@code changed}, which lists differences.
     *
     * @param changed the differences of systems that were there and are
     * @param added the ids of systems that were not there
     * @param removed the ids of systems that are not there any more
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void writeAll(
            Collection<EvaluationDiff> changed, Collection<String> added, Collection<String> removed, Writer out)
            throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            JsonFields.texts(json, "added", added);
            JsonFields.texts(json, "removed", removed);
            JsonFields.each(json, "changed", changed, DiffWriter::diff);
            json.writeEndObject();
        }
    }

    private static void diff(JsonGenerator json, EvaluationDiff diff) throws IOException {
        json.writeStringField("aims", FORM);
        end(json, "before", diff.before());
        end(json, "after", diff.after());
        if (diff.levelTrend().isPresent()) {
            json.writeStringField("levelTrend", diff.levelTrend().get().name());
        }
        JsonFields.texts(
                json, "trends", Arrays.stream(Trend.values()).filter(diff::has).toList());
        JsonFields.each(json, "basis", diff.basis(), DiffWriter::basis);
        JsonFields.each(json, "facts", diff.facts(), DiffWriter::fact);
        JsonFields.each(json, "provenance", diff.provenance(), DiffWriter::fact);
        JsonFields.each(json, "findings", diff.findings(), DiffWriter::finding);
        json.writeObjectFieldStart("contradictions");
        JsonFields.texts(
                json,
                "gained",
                diff.contradictionsGained().stream().map(Contradiction::id).toList());
        JsonFields.texts(
                json,
                "lost",
                diff.contradictionsLost().stream().map(Contradiction::id).toList());
        json.writeEndObject();
        JsonFields.each(json, "risks", diff.objectives(), DiffWriter::objective);
        JsonFields.each(json, "riskSources", diff.riskSources(), DiffWriter::riskSource);
        JsonFields.each(json, "controls", diff.controls(), DiffWriter::control);
    }

    /**
     * Returns the text of a difference.
     *
     * @param diff the difference
     * @return JSON, without a line end behind it
     */
    public String text(EvaluationDiff diff) {
        return JsonText.of(out -> write(diff, out));
    }

    private static void end(JsonGenerator json, String field, Evaluation evaluation) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("id", evaluation.system().id());
        json.writeStringField("name", evaluation.system().name());
        if (evaluation.system().description().isPresent()) {
            json.writeStringField(
                    "description", evaluation.system().description().get());
        }
        if (evaluation.asOf().isPresent()) {
            json.writeStringField("asOf", evaluation.asOf().get().toString());
        }
        JsonFields.range(json, "level", evaluation.level());
        json.writeStringField("seal", evaluation.seal().value());
        json.writeEndObject();
    }

    private static void basis(JsonGenerator json, BasisChange change) throws IOException {
        json.writeStringField("part", change.kind().name());
        part(json, "before", change.was());
        part(json, "after", change.now());
    }

    private static void part(JsonGenerator json, String field, Basis.@Nullable Part part) throws IOException {
        if (part != null) {
            JsonFields.part(json, field, part);
        }
    }

    private static void fact(JsonGenerator json, FactChange change) throws IOException {
        json.writeStringField("characteristic", change.characteristic().id());
        json.writeStringField("kind", change.kind().name());
        answer(json, "before", change.was());
        answer(json, "after", change.now());
    }

    private static void answer(JsonGenerator json, String field, @Nullable Answer answer) throws IOException {
        if (answer != null) {
            json.writeFieldName(field);
            Form.of(answer).json(json);
        }
    }

    private static void finding(JsonGenerator json, FindingChange change) throws IOException {
        json.writeStringField("rule", change.rule().id().value());
        json.writeStringField("title", change.rule().title());
        json.writeStringField("kind", change.kind().name());
        json.writeStringField("before", truth(change.before()).name());
        json.writeStringField("after", truth(change.after()).name());
        json.writeBooleanField("stop", change.rule().stop());
        json.writeBooleanField("ruleChanged", change.ruleChanged());
        JsonFields.texts(
                json,
                "causes",
                change.causes().stream().map(FactChange::characteristic).toList());
    }

    private static Truth truth(Optional<Finding> finding) {
        return finding.map(Finding::status).orElse(Truth.FALSE);
    }

    private static void objective(JsonGenerator json, ObjectiveChange change) throws IOException {
        json.writeStringField("objective", change.objective().id().value());
        json.writeStringField("title", change.objective().title());
        json.writeStringField("trend", change.trend().name());
        risk(json, "before", change.was());
        risk(json, "after", change.now());
        JsonFields.texts(json, "rules", change.by());
    }

    private static void risk(JsonGenerator json, String field, @Nullable Risk risk) throws IOException {
        if (risk == null) {
            return;
        }
        json.writeObjectFieldStart(field);
        JsonFields.range(json, "level", risk.level());
        JsonFields.range(json, "severity", risk.severity());
        JsonFields.range(json, "likelihood", risk.likelihood());
        json.writeObjectFieldStart("points");
        json.writeNumberField("low", points(risk.lowRate()));
        json.writeNumberField("high", points(risk.highRate()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static BigDecimal points(double rate) {
        return BigDecimal.valueOf(rate).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
    }

    private static void riskSource(JsonGenerator json, RiskSourceChange change) throws IOException {
        json.writeStringField("id", change.source().id().value());
        json.writeStringField("title", change.source().title());
        json.writeStringField("trend", change.trend().name());
        json.writeStringField("before", change.was().name());
        json.writeStringField("after", change.now().name());
        JsonFields.texts(json, "rules", change.by());
    }

    private static void control(JsonGenerator json, ControlChange change) throws IOException {
        json.writeStringField("id", change.control().id().value());
        json.writeStringField("title", change.control().title());
        json.writeStringField("trend", change.trend().name());
        result(json, "before", change.was());
        result(json, "after", change.now());
        JsonFields.texts(json, "rules", change.by());
    }

    private static void result(JsonGenerator json, String field, @Nullable ControlResult result) throws IOException {
        if (result == null) {
            return;
        }
        json.writeObjectFieldStart(field);
        json.writeStringField("status", result.status().name());
        json.writeStringField("needed", result.needed().name());
        if (result.priority().isPresent()) {
            json.writeStringField("priority", result.priority().get().name());
        }
        json.writeEndObject();
    }
}
