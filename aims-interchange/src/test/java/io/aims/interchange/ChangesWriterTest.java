package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aims.catalog.Criteria;
import io.aims.control.ControlId;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.counterfactual.ChangeFinder;
import io.aims.reasoning.counterfactual.Changeable;
import io.aims.reasoning.counterfactual.SearchLimits;
import io.aims.reasoning.counterfactual.SmallestChanges;
import io.aims.reasoning.counterfactual.Target;
import io.aims.risk.RiskLevel;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.source.Confidence;
import io.aims.system.vocabulary.Characteristics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangesWriterTest {

    private static final ChangesWriter WRITER = new ChangesWriter(EvaluationWriter.Layout.ONE_LINE);
    private static final String SYSTEM = """
            id: loan
            characteristics:
              automationLevel: {value: HIGH_AUTOMATION, by: owner}
              decisionEffect: {atLeast: MATERIAL}
              prohibitedPracticeFlags: [5_1_a]
            """;

    private static String written(Evaluator evaluator, String system, Target target, String... kept) {
        Changeable changeable = Changeable.all(Given.VOCABULARY);
        for (String id : kept) {
            changeable = changeable.except(Given.VOCABULARY.characteristic(id).orElseThrow());
        }
        SmallestChanges changes = new ChangeFinder(evaluator)
                .find(evaluator.evaluate(Given.yaml(system).system(), null), target, changeable, SearchLimits.STANDARD);
        return WRITER.text(changes);
    }

    @Test
    void what_is_written_is_valid_by_the_published_schema() {
        Target low = Target.levelAtMost(RiskLevel.LOW);
        Target none = Target.notNeeded(new ControlId("A.2.2"));

        for (String json : List.of(
                written(Given.evaluator(), SYSTEM, low),
                written(Given.evaluator(), SYSTEM, none),
                written(Given.evaluator(), "id: unknown", low),
                written(Given.evaluator(), SYSTEM, Target.levelAtMost(RiskLevel.VERY_HIGH)),
                everyKind())) {
            assertThat(Schemas.faults(ChangesWriter.SCHEMA, json)).as(json).isEmpty();
        }
    }

    @Test
    void the_schema_refuses_what_it_does_not_know() {
        ObjectNode json =
                (ObjectNode) Schemas.json(written(Given.evaluator(), SYSTEM, Target.levelAtMost(RiskLevel.LOW)));
        json.put("more", 1);

        assertThat(Schemas.faults(ChangesWriter.SCHEMA, json.toString())).isNotEmpty();
    }

    @Test
    void the_fields_stand_in_one_order() {
        List<String> fields = new ArrayList<>();
        Schemas.json(written(Given.evaluator(), SYSTEM, Target.notStopped()))
                .fieldNames()
                .forEachRemaining(fields::add);

        assertThat(fields)
                .containsExactly(
                        "aims",
                        "system",
                        "before",
                        "target",
                        "reachedAlready",
                        "provenMinimal",
                        "complete",
                        "leastCost",
                        "trials",
                        "sets",
                        "obstacles");
    }

    @Test
    void a_set_shows_what_changes_from_what_to_what() {
        JsonNode set = Schemas.json(
                        written(Given.evaluator(), SYSTEM, Target.levelAtMost(RiskLevel.MODERATE), "decisionEffect"))
                .get("sets")
                .get(0);

        assertThat(set.toString())
                .isEqualTo(
                        "{\"cost\":1,\"changes\":[{\"characteristic\":\"prohibitedPracticeFlags\",\"from\":[\"5_1_a\"],"
                                + "\"to\":[],\"enough\":{\"within\":[]},\"findOut\":false,"
                                + "\"words\":\"take 5_1_a out of prohibited practice flags\"}],"
                                + "\"level\":{\"low\":\"MODERATE\",\"high\":\"MODERATE\"},\"contradictions\":[]}");
    }

    @Test
    void what_is_enough_is_told_for_every_kind_of_characteristic() {
        assertThat(Schemas.json(everyKind()).get("sets").get(0).get("changes").findValues("enough"))
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"in\":[\"INCEPTION\",\"DESIGN_AND_DEVELOPMENT\",\"VERIFICATION_AND_VALIDATION\","
                                + "\"OPERATION_AND_MONITORING\",\"CONTINUOUS_VALIDATION\",\"REEVALUATION\",\"RETIREMENT\"]}",
                        "{\"atLeast\":7}",
                        "{\"atMost\":\"NOT_AUTOMATED\"}",
                        "{\"atMost\":\"NO\"}",
                        "{\"below\":1.0E25}");
    }

    @Test
    void an_obstacle_shows_the_rules_that_stay_and_their_facts() {
        JsonNode json =
                Schemas.json(written(Given.evaluator(), SYSTEM, Target.notStopped(), "prohibitedPracticeFlags"));

        assertThat(json.get("sets")).isEmpty();
        assertThat(json.get("complete").asBoolean()).isTrue();
        assertThat(json.get("obstacles").toString())
                .isEqualTo(
                        "[{\"target\":\"not-stopped\",\"findings\":[{\"rule\":\"REG-1\",\"title\":\"Title of REG-1\","
                                + "\"status\":\"TRUE\",\"facts\":[{\"fact\":\"prohibitedPracticeFlags\",\"value\":\"5_1_a\"}]}]}]");
    }

    @Test
    void an_indented_text_says_the_same() {
        Evaluator evaluator = Given.evaluator();
        SmallestChanges changes = new ChangeFinder(evaluator)
                .find(
                        evaluator.evaluate(Given.yaml(SYSTEM).system(), null),
                        Target.levelAtMost(RiskLevel.LOW),
                        Changeable.all(Given.VOCABULARY),
                        SearchLimits.STANDARD);

        String indented = new ChangesWriter(EvaluationWriter.Layout.INDENTED).text(changes);
        assertThat(indented).contains("\n  \"system\": \"loan\"");
        assertThat(Schemas.json(indented)).isEqualTo(Schemas.json(WRITER.text(changes)));
    }

    /** A rule for each kind of characteristic, all of which have to go. */
    private static String everyKind() {
        List<Condition> conditions = List.of(
                new Condition.IsIn(Characteristics.LIFECYCLE_STAGE, 1 << 3),
                new Condition.AtMost(Characteristics.TECHNOLOGY_READINESS_LEVEL, 6),
                new Condition.AtLeast(Characteristics.AUTOMATION_LEVEL, 1),
                new Condition.IsYes(Characteristics.PROFILING),
                new Condition.ReachesNumber(Characteristics.TRAINING_COMPUTE_FLOPS, new BigDecimal("1e25")));
        List<Rule> rules = IntStream.range(0, conditions.size())
                .mapToObj(i -> new Rule(
                        new RuleId("R-" + i),
                        "A title",
                        RuleScope.SYSTEM,
                        conditions.get(i),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(new ControlId("A.2.2")),
                        false,
                        "A reason.",
                        List.of(),
                        Confidence.HIGH,
                        List.of(),
                        null))
                .toList();
        RulePack pack = new RulePack(
                "test",
                "1.0.0",
                "Rules",
                "Apache-2.0",
                "Rules.",
                Given.CATALOGUE.id(),
                null,
                null,
                List.of(),
                List.of(new Chapter("All", "All.", rules)));
        RuleBase base = new RuleBase(Given.VOCABULARY, Given.CATALOGUE, Criteria.standard(), List.of(pack));
        return written(
                new Evaluator(base, new PlainEngine(base)), "id: unknown", Target.notNeeded(new ControlId("A.2.2")));
    }
}
