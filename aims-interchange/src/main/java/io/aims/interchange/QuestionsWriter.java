package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.QuestionCosts;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * Writes the open questions of an evaluation as JSON, in the form that the JSON Schema {@code questions-1.schema.json}
 * beside this class describes: each with the answers allowed, what they mean and what is known so far.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class QuestionsWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "questions/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/questions-1.schema.json";

    private final EvaluationWriter.Layout layout;
    private final QuestionCosts costs;

    /**
     * Creates a writer.
     *
     * @param layout how the text is laid out
     * @param costs what answers cost
     */
    public QuestionsWriter(EvaluationWriter.Layout layout, QuestionCosts costs) {
        this.layout = layout;
        this.costs = costs;
    }

    /**
     * Writes the open questions of an evaluation, without a line end behind them.
     *
     * @param evaluation the evaluation
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(Evaluation evaluation, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            json.writeObjectFieldStart("system");
            json.writeStringField("id", evaluation.system().id());
            json.writeStringField("name", evaluation.system().name());
            json.writeEndObject();
            JsonFields.each(
                    json,
                    "questions",
                    evaluation.openQuestions(costs),
                    (generator, question) -> question(generator, question, evaluation));
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of the open questions of an evaluation.
     *
     * @param evaluation the evaluation
     * @return the text, without a line end
     */
    public String text(Evaluation evaluation) {
        return JsonText.of(out -> write(evaluation, out));
    }

    private void question(JsonGenerator json, OpenQuestion question, Evaluation evaluation) throws IOException {
        Characteristic<?> characteristic = question.entry().characteristic();
        json.writeStringField("characteristic", characteristic.id());
        json.writeStringField("question", question.question());
        json.writeStringField("tier", question.entry().tier().name());
        json.writeStringField("type", characteristic.type().name());
        if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
            JsonFields.each(json, "values", enumerated.valueIds(), (generator, value) -> {
                generator.writeStringField("id", value);
                String meaning = question.entry().meanings().get(value);
                if (meaning != null) {
                    generator.writeStringField("means", meaning);
                }
            });
        } else if (characteristic instanceof ScaleCharacteristic scale) {
            json.writeNumberField("least", scale.least());
            json.writeNumberField("most", scale.most());
        }
        Optional<Answer> known = evaluation.system().answer(characteristic);
        if (known.isPresent()) {
            json.writeStringField("known", known.get().text());
        }
        json.writeNumberField("settles", question.settles());
        json.writeNumberField("controls", question.controls());
        json.writeNumberField("narrows", question.narrows());
        json.writeNumberField("cost", costs.of(characteristic));
    }
}
