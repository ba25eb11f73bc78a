package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.evaluation.Finding;
import io.aims.evaluation.UsedFact;
import io.aims.reasoning.counterfactual.Change;
import io.aims.reasoning.counterfactual.ChangeSet;
import io.aims.reasoning.counterfactual.Obstacle;
import io.aims.reasoning.counterfactual.SmallestChanges;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Contradiction;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;

/**
 * Writes the smallest changes that reach a target as JSON, in the form that the JSON Schema {@code changes-1.schema.json}
 * beside this class describes. Fields stand in one order, lists are sorted: equal results give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ChangesWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "changes/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/changes-1.schema.json";

    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param layout how the text is laid out
     */
    public ChangesWriter(EvaluationWriter.Layout layout) {
        this.layout = layout;
    }

    /**
     * Writes changes, without a line end behind them.
     *
     * @param changes the changes
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(SmallestChanges changes, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            json.writeStringField("system", changes.before().system().id());
            json.writeStringField("before", changes.before().seal().value());
            json.writeObjectFieldStart("target");
            json.writeStringField("target", changes.target().toString());
            json.writeStringField("words", changes.target().words());
            json.writeEndObject();
            json.writeBooleanField("reachedAlready", changes.isReachedAlready());
            json.writeBooleanField("provenMinimal", changes.isProvenMinimal());
            json.writeBooleanField("complete", changes.isComplete());
            json.writeNumberField("leastCost", changes.leastCost());
            json.writeNumberField("trials", changes.steps());
            json.writeArrayFieldStart("sets");
            for (ChangeSet set : changes.sets()) {
                set(json, set);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("obstacles");
            for (Obstacle obstacle : changes.obstacles()) {
                obstacle(json, obstacle);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of changes.
     *
     * @param changes the changes
     * @return JSON, without a line end behind it
     */
    public String text(SmallestChanges changes) {
        return JsonText.of(out -> write(changes, out));
    }

    private static void set(JsonGenerator json, ChangeSet set) throws IOException {
        json.writeStartObject();
        json.writeNumberField("cost", set.cost());
        json.writeArrayFieldStart("changes");
        for (Change change : set.changes()) {
            change(json, change);
        }
        json.writeEndArray();
        Range<RiskLevel> level = set.after().level();
        json.writeObjectFieldStart("level");
        json.writeStringField("low", level.low().name());
        json.writeStringField("high", level.high().name());
        json.writeEndObject();
        json.writeArrayFieldStart("contradictions");
        for (Contradiction contradiction : set.contradictions()) {
            json.writeStartObject();
            json.writeStringField("id", contradiction.id());
            json.writeStringField("why", contradiction.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("characteristic", change.characteristic().id());
        if (change.from().isPresent()) {
            json.writeFieldName("from");
            answer(json, change.from().get());
        }
        json.writeFieldName("to");
        answer(json, change.proposed());
        json.writeFieldName("enough");
        enough(json, change);
        json.writeBooleanField("findOut", change.isFindingOut());
        json.writeStringField("words", change.words());
        json.writeEndObject();
    }

    private static void answer(JsonGenerator json, Answer answer) throws IOException {
        Form.of(Answer.of(answer.characteristic(), answer.bounds())).json(json);
    }

    private static void enough(JsonGenerator json, Change change) throws IOException {
        json.writeStartObject();
        if (change.enough() instanceof Bounds.Numbers numbers) {
            boolean isScale = change.characteristic() instanceof ScaleCharacteristic;
            json.writeFieldName(isScale ? "atLeast" : "below");
            new Form.Numeral(isScale ? numbers.low() : Objects.requireNonNull(numbers.high())).json(json);
        } else {
            EnumeratedCharacteristic<?> values = (EnumeratedCharacteristic<?>) change.characteristic();
            if (change.enough() instanceof Bounds.Ranks ranks) {
                json.writeStringField("atMost", values.valueIds().get(ranks.high()));
            } else if (change.enough() instanceof Bounds.Members members) {
                values(json, "within", values, members.known());
            } else if (change.enough() instanceof Bounds.OneOf oneOf) {
                values(json, "in", values, oneOf.possible());
            }
        }
        json.writeEndObject();
    }

    private static void values(JsonGenerator json, String field, EnumeratedCharacteristic<?> of, long mask)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (int position = 0; position < of.valueIds().size(); position++) {
            if ((mask >>> position & 1) != 0) {
                json.writeString(of.valueIds().get(position));
            }
        }
        json.writeEndArray();
    }

    private static void obstacle(JsonGenerator json, Obstacle obstacle) throws IOException {
        json.writeStartObject();
        json.writeStringField("target", obstacle.target().toString());
        json.writeArrayFieldStart("findings");
        for (Finding finding : obstacle.findings()) {
            json.writeStartObject();
            json.writeStringField("rule", finding.rule().id().value());
            json.writeStringField("title", finding.rule().title());
            json.writeStringField("status", finding.status().name());
            json.writeArrayFieldStart("facts");
            for (UsedFact fact : finding.facts()) {
                json.writeStartObject();
                json.writeStringField("fact", fact.subject());
                json.writeStringField("value", fact.text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
