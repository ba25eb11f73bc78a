package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.evaluation.Derivation;
import io.aims.evaluation.Evaluation;
import io.aims.reasoning.proof.Change;
import io.aims.reasoning.proof.ConditionProof;
import io.aims.reasoning.proof.ControlProof;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.LevelProof;
import io.aims.reasoning.proof.NearMiss;
import io.aims.reasoning.proof.ObjectiveProof;
import io.aims.reasoning.proof.Proof;
import io.aims.reasoning.proof.RiskSourceProof;
import io.aims.reasoning.proof.RoleStep;
import io.aims.reasoning.proof.RuleProof;
import io.aims.reasoning.proof.Unreachable;
import io.aims.reasoning.proof.WhyNot;
import io.aims.risk.Range;
import io.aims.rule.Rule;
import io.aims.source.Source;
import io.aims.system.Answer;
import io.aims.system.Provenance;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes proofs, and why something is not so, as JSON, in the forms that the JSON Schemas {@code proof-1.schema.json} and
 * {@code why-not-1.schema.json} beside this class describe.
 *
 * <p>Every conclusion and rule stands once, and is named by its id where others rest on it: what is shared is not
 * repeated. Fields stand in one order: equal proofs give equal text. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ProofWriter {

    /** The name and version of the form of a proof, in the field {@code aims}. */
    public static final String FORM = "proof/1";

    /** The resource with the JSON Schema of a proof, beside this class. */
    public static final String SCHEMA = "schema/proof-1.schema.json";

    /** The name and version of the form of what stands against a conclusion, in the field {@code aims}. */
    public static final String WHY_NOT_FORM = "why-not/1";

    /** The resource with the JSON Schema of what stands against a conclusion, beside this class. */
    public static final String WHY_NOT_SCHEMA = "schema/why-not-1.schema.json";

    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param layout how the text is laid out
     */
    public ProofWriter(EvaluationWriter.Layout layout) {
        this.layout = layout;
    }

    /**
     * Writes a proof, without a line end behind it.
     *
     * @param proof the proof
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(Proof proof, Writer out) throws IOException {
        Set<Proof> parts = parts(proof);
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            evaluation(json, proof.evaluation());
            json.writeStringField("conclusion", proof.id());
            text(json, Explanation.of(proof, Detail.SHORT));
            each(json, "levels", parts, LevelProof.class, ProofWriter::level);
            each(json, "controls", parts, ControlProof.class, ProofWriter::control);
            each(json, "riskSources", parts, RiskSourceProof.class, ProofWriter::riskSource);
            each(json, "objectives", parts, ObjectiveProof.class, ProofWriter::objective);
            each(json, "rules", parts, RuleProof.class, ProofWriter::rule);
            json.writeEndObject();
        }
    }

    /**
     * Writes why something is not so, without a line end behind it.
     *
     * @param whyNot what stands against it
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(WhyNot whyNot, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", WHY_NOT_FORM);
            evaluation(json, whyNot.proof().evaluation());
            json.writeStringField("conclusion", whyNot.proof().id());
            json.writeStringField("status", status(whyNot.proof()));
            json.writeBooleanField("isSo", whyNot.isSo());
            text(json, Explanation.of(whyNot, Detail.SHORT));
            json.writeArrayFieldStart("nearMisses");
            for (NearMiss miss : whyNot.nearMisses()) {
                nearMiss(json, miss);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("unreachable");
            for (Unreachable each : whyNot.unreachable()) {
                json.writeStartObject();
                json.writeStringField("rule", each.rule().id());
                json.writeStringField("title", each.rule().rule().title());
                ids(json, "conflict", each.conflict());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("roles");
            for (Answer answer : whyNot.roles()) {
                Form.of(answer).json(json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of a proof.
     *
     * @param proof the proof
     * @return JSON, without a line end behind it
     */
    public String text(Proof proof) {
        return JsonText.of(out -> write(proof, out));
    }

    /**
     * Returns the text of why something is not so.
     *
     * @param whyNot what stands against it
     * @return JSON, without a line end behind it
     */
    public String text(WhyNot whyNot) {
        return JsonText.of(out -> write(whyNot, out));
    }

    /** The proof and everything it rests on, each once, the nearest first. */
    private static Set<Proof> parts(Proof proof) {
        Set<Proof> parts = new LinkedHashSet<>();
        Deque<Proof> open = new ArrayDeque<>(List.of(proof));
        while (!open.isEmpty()) {
            Proof next = open.remove();
            if (parts.add(next)) {
                open.addAll(next instanceof ObjectiveProof objective ? moving(objective) : next.premises());
            }
        }
        return parts;
    }

    /** The rules that hold or may hold and bear on the level; if there are none, those that would. */
    private static List<? extends Proof> moving(ObjectiveProof objective) {
        return objective.premises().isEmpty() ? objective.rules() : objective.premises();
    }

    private static void evaluation(JsonGenerator json, Evaluation evaluation) throws IOException {
        json.writeObjectFieldStart("system");
        json.writeStringField("id", evaluation.system().id());
        json.writeStringField("name", evaluation.system().name());
        json.writeEndObject();
        if (evaluation.asOf().isPresent()) {
            json.writeStringField("asOf", evaluation.asOf().get().toString());
        }
        JsonFields.each(json, "packs", evaluation.basis().packs(), JsonFields::pack);
        json.writeStringField("seal", evaluation.seal().value());
    }

    private static void text(JsonGenerator json, Explanation explanation) throws IOException {
        json.writeArrayFieldStart("text");
        for (Explanation.Line line : explanation.lines()) {
            json.writeStartObject();
            json.writeNumberField("depth", line.depth());
            json.writeStringField("text", line.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void level(JsonGenerator json, LevelProof proof) throws IOException {
        json.writeStringField("id", proof.id());
        range(json, "level", proof.result());
        json.writeArrayFieldStart("objectives");
        for (ObjectiveProof objective : proof.objectives()) {
            json.writeStartObject();
            json.writeStringField("id", objective.id());
            range(json, "level", objective.result().level());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void control(JsonGenerator json, ControlProof proof) throws IOException {
        json.writeStringField("id", proof.id());
        json.writeStringField("title", proof.result().control().title());
        json.writeStringField("status", proof.result().status().name());
        json.writeStringField("needed", proof.result().needed().name());
        if (proof.result().priority().isPresent()) {
            json.writeStringField("priority", proof.result().priority().get().name());
        }
        RoleStep roles = proof.roles();
        json.writeObjectFieldStart("roles");
        ids(json, "applicable", roles.applicable());
        ids(json, "held", roles.held());
        json.writeBooleanField("complete", roles.complete());
        json.writeStringField("ifNeeded", roles.status().name());
        json.writeEndObject();
        rules(json, proof.decisive());
    }

    private static void riskSource(JsonGenerator json, RiskSourceProof proof) throws IOException {
        json.writeStringField("id", proof.id());
        json.writeStringField("title", proof.result().source().title());
        json.writeStringField("status", proof.result().status().name());
        rules(json, proof.decisive());
    }

    private static void objective(JsonGenerator json, ObjectiveProof proof) throws IOException {
        json.writeStringField("id", proof.id());
        json.writeStringField("title", proof.result().objective().title());
        range(json, "level", proof.result().level());
        derivation(json, "low", proof.low());
        derivation(json, "high", proof.high());
    }

    private static void derivation(JsonGenerator json, String field, Derivation derivation) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeArrayFieldStart("contributions");
        for (Derivation.Contribution contribution : derivation.contributions()) {
            json.writeStartObject();
            json.writeStringField("riskSource", contribution.source().id().value());
            json.writeNumberField("rate", contribution.rate());
            json.writeArrayFieldStart("shares");
            for (Derivation.Share share : contribution.shares()) {
                json.writeStartObject();
                json.writeStringField("rule", share.rule().id().value());
                json.writeNumberField("whole", share.whole());
                json.writeNumberField("rate", share.rate());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("rate", derivation.rate());
        json.writeStringField("likelihood", derivation.likelihood().name());
        json.writeArrayFieldStart("floors");
        for (Derivation.Floor floor : derivation.floors()) {
            json.writeStartObject();
            json.writeStringField("rule", floor.rule().id().value());
            json.writeStringField("severity", floor.severity().name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("severity", derivation.severity().name());
        json.writeStringField("level", derivation.level().name());
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, RuleProof proof) throws IOException {
        Rule rule = proof.rule();
        json.writeStringField("id", proof.id());
        json.writeStringField("title", rule.title());
        json.writeStringField("pack", proof.pack().id());
        json.writeStringField("version", proof.pack().version());
        json.writeStringField("truth", proof.truth().name());
        json.writeStringField("when", rule.condition().toString());
        json.writeFieldName("condition");
        condition(json, proof.condition());
        ids(json, "raises", rule.raises());
        ids(json, "threatens", rule.threatens());
        if (rule.likelihood().isPresent()) {
            json.writeStringField("likelihood", rule.likelihood().get().name());
        }
        if (rule.severityFloor().isPresent()) {
            json.writeStringField("severityFloor", rule.severityFloor().get().name());
        }
        ids(json, "requires", rule.requires());
        json.writeBooleanField("stop", rule.stop());
        json.writeStringField("why", rule.why());
        ids(json, "sources", rule.sources().stream().map(Source::citation).toList());
        json.writeStringField("confidence", rule.confidence().name());
    }

    private static void condition(JsonGenerator json, ConditionProof step) throws IOException {
        json.writeStartObject();
        json.writeStringField("truth", step.truth().name());
        if (step instanceof ConditionProof.Fact fact) {
            json.writeStringField("test", fact.test().toString());
            json.writeStringField("characteristic", fact.test().characteristic().id());
            json.writeStringField("question", fact.entry().question());
            if (fact.answer().isPresent()) {
                json.writeFieldName("answer");
                Form.of(fact.answer().get()).json(json);
                json.writeBooleanField(
                        "inferred", fact.answer().get().provenance().basis() == Provenance.Basis.INFERRED);
            }
        } else if (step instanceof ConditionProof.Result result) {
            json.writeStringField("test", result.test().toString());
            json.writeStringField("because", result.because().id());
        } else if (!(step instanceof ConditionProof.Always)) {
            json.writeArrayFieldStart(step instanceof ConditionProof.All ? "allOf" : "anyOf");
            for (ConditionProof part : step.parts()) {
                condition(json, part);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static String status(Proof proof) {
        return proof instanceof ControlProof control
                ? control.result().status().name()
                : ((RuleProof) proof).truth().name();
    }

    private static void nearMiss(JsonGenerator json, NearMiss miss) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", miss.rule().id());
        json.writeStringField("title", miss.rule().rule().title());
        json.writeBooleanField("fewest", miss.isFewest());
        json.writeArrayFieldStart("changes");
        for (Change change : miss.changes()) {
            json.writeStartObject();
            json.writeStringField(
                    "characteristic", change.entry().characteristic().id());
            json.writeStringField("question", change.entry().question());
            if (change.present().isPresent()) {
                json.writeFieldName("present");
                Form.of(change.present().get()).json(json);
            }
            json.writeFieldName("needed");
            Form.of(change.needed()).json(json);
            json.writeBooleanField("possible", change.isPossible());
            ids(json, "tests", change.tests());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rules(JsonGenerator json, List<RuleProof> rules) throws IOException {
        ids(json, "rules", rules.stream().map(RuleProof::id).toList());
    }

    private static void range(JsonGenerator json, String field, Range<?> range) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("low", range.low().name());
        json.writeStringField("high", range.high().name());
        json.writeEndObject();
    }

    private static void ids(JsonGenerator json, String field, Collection<?> ids) throws IOException {
        json.writeArrayFieldStart(field);
        for (Object id : ids) {
            json.writeString(id.toString());
        }
        json.writeEndArray();
    }

    private static <T extends Proof> void each(
            JsonGenerator json, String field, Set<Proof> parts, Class<T> kind, Item<T> item) throws IOException {
        json.writeArrayFieldStart(field);
        for (Proof part : parts) {
            if (kind.isInstance(part)) {
                json.writeStartObject();
                item.write(json, kind.cast(part));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    /** Writes the fields of one part of a proof. */
    private interface Item<T> {

        void write(JsonGenerator json, T part) throws IOException;
    }
}
