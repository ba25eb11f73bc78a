package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aims.evaluation.Evaluator;
import io.aims.reasoning.change.BasisChange;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.change.FactChange;
import io.aims.reasoning.change.FindingChange;
import io.aims.reasoning.change.Trend;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffWriterTest {

    private static final DiffWriter WRITER = new DiffWriter(EvaluationWriter.Layout.ONE_LINE);
    private static final Evaluator EVALUATOR = Given.evaluator();
    private static final String BEFORE = """
            id: loan
            description: Scores loans.
            characteristics:
              automationLevel: {value: ASSISTANCE, by: owner}
              decisionEffect: {atLeast: MATERIAL}
              vulnerableGroups: {contains: [WORKERS]}
              trainingComputeFlops: 1e24
              profiling: YES
            """;
    private static final String AFTER = """
            id: loan-2
            name: Loans
            characteristics:
              automationLevel: {value: HIGH_AUTOMATION, by: owner, on: 2026-03-01}
              decisionEffect: {atLeast: MATERIAL}
              vulnerableGroups: {contains: [WORKERS, CHILDREN]}
              lifecycleStage: {in: [DEPLOYMENT, OPERATION_AND_MONITORING]}
              profiling: {value: YES, evidence: card}
              prohibitedPracticeFlags: []
            """;

    private static EvaluationDiff diff() {
        return EvaluationDiff.between(
                EVALUATOR.evaluate(Given.yaml(BEFORE).system(), null),
                EVALUATOR.evaluate(Given.yaml(AFTER).system(), LocalDate.of(2026, 3, 1)));
    }

    @Test
    void what_is_written_is_valid_by_the_published_schema() {
        for (EvaluationDiff diff :
                List.of(diff(), diff().reverse(), EvaluationDiff.between(diff().after(), diff().after()))) {
            assertThat(Schemas.faults(DiffWriter.SCHEMA, WRITER.text(diff))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before",
                "after",
                "trends",
                "basis",
                "facts",
                "provenance",
                "findings",
                "contradictions",
                "risks",
                "riskSources",
                "controls"
            })
    void the_schema_refuses_what_lacks_a_field(String field) {
        ObjectNode json = (ObjectNode) Schemas.json(WRITER.text(diff()));
        json.remove(field);

        assertThat(Schemas.faults(DiffWriter.SCHEMA, json.toString())).isNotEmpty();
    }

    @Test
    void facts_findings_and_moves_are_written_with_both_ends() {
        JsonNode json = Schemas.json(WRITER.text(diff()));

        assertThat(json.get("aims").asText()).isEqualTo("diff/1");
        assertThat(json.get("before").toString())
                .startsWith("{\"id\":\"loan\",\"name\":\"loan\",\"description\":\"Scores loans.\",\"level\":{\"low\":");
        assertThat(json.get("after").get("asOf").asText()).isEqualTo("2026-03-01");
        assertThat(json.get("after").get("seal").asText())
                .isEqualTo(diff().after().seal().value());
        assertThat(json.get("trends").toString()).isEqualTo("[\"WORSE\",\"KNOWN\"]");
        assertThat(json.get("facts").findValuesAsText("characteristic"))
                .containsExactly(
                        "automationLevel",
                        "lifecycleStage",
                        "prohibitedPracticeFlags",
                        "trainingComputeFlops",
                        "vulnerableGroups");
        assertThat(json.get("facts").get(0).toString())
                .isEqualTo("{\"characteristic\":\"automationLevel\",\"kind\":\"CHANGED\","
                        + "\"before\":{\"value\":\"ASSISTANCE\",\"by\":\"owner\"},"
                        + "\"after\":{\"value\":\"HIGH_AUTOMATION\",\"by\":\"owner\",\"on\":\"2026-03-01\"}}");
        assertThat(json.get("facts").get(3).has("after")).isFalse();
        assertThat(json.get("provenance").findValuesAsText("kind")).containsExactly("RESTATED");
        assertThat(json.get("findings").get(0).toString())
                .isEqualTo("{\"rule\":\"ADM-1\",\"title\":\"Title of ADM-1\",\"kind\":\"GAINED\",\"before\":\"FALSE\","
                        + "\"after\":\"TRUE\",\"stop\":false,\"ruleChanged\":false,\"causes\":[\"automationLevel\"]}");
        assertThat(json.get("findings").get(1).get("stop").asBoolean()).isTrue();
        assertThat(json.get("risks").get(0).get("after").get("points").toString())
                .isEqualTo("{\"low\":12.8,\"high\":12.8}");
        assertThat(json.get("controls").get(0).get("before").toString())
                .isEqualTo("{\"status\":\"UNDETERMINED\",\"needed\":\"UNDETERMINED\"}");
    }

    @Test
    void nothing_that_differs_is_written_as_nothing() {
        JsonNode json = Schemas.json(WRITER.text(EvaluationDiff.between(diff().after(), diff().after())));

        assertThat(json.get("facts")).isEmpty();
        assertThat(json.get("findings")).isEmpty();
        assertThat(json.get("trends")).isEmpty();
        assertThat(json.has("levelTrend")).isFalse();
    }

    @Test
    void the_schema_knows_every_constant() {
        JsonNode defs = Schemas.json(Schemas.text(DiffWriter.SCHEMA)).get("$defs");

        assertThat(words(defs.get("trend").get("enum"))).isEqualTo(names(Trend.values()));
        assertThat(words(defs.get("fact").get("properties").get("kind").get("enum")))
                .isEqualTo(names(FactChange.Kind.values()));
        assertThat(words(defs.get("finding").get("properties").get("kind").get("enum")))
                .isEqualTo(names(FindingChange.Kind.values()));
        assertThat(words(Schemas.json(Schemas.text(DiffWriter.SCHEMA))
                        .at("/properties/basis/items/properties/part/enum")))
                .isEqualTo(names(BasisChange.Kind.values()));
    }

    @Test
    void both_layouts_hold_the_same() {
        assertThat(Schemas.json(new DiffWriter(EvaluationWriter.Layout.INDENTED).text(diff())))
                .isEqualTo(Schemas.json(WRITER.text(diff())));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static List<String> words(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
