package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aims.control.ControlStatus;
import io.aims.error.Place;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Priority;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.rule.Truth;
import io.aims.system.CharacteristicType;
import io.aims.system.Tier;
import io.aims.treatment.ControlStates;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EvaluationWriterTest {

    private static final EvaluationWriter WRITER = new EvaluationWriter(Given.LIMITS, EvaluationWriter.Layout.ONE_LINE);
    private static final String SYSTEM = """
            id: loan
            description: Scores loans.
            characteristics:
              aimsRoles: [AI_CUSTOMER]
              automationLevel: {value: HIGH_AUTOMATION, by: owner, on: 2026-03-01, evidence: card, basis: INFERRED}
              decisionEffect: {atLeast: MATERIAL}
              decisionRole: SOLE
              affectedReach: NO_PERSONS
              affectedPopulation: UP_TO_1000
              lifecycleStage: {in: [DEPLOYMENT, OPERATION_AND_MONITORING]}
              vulnerableGroups: {contains: [WORKERS]}
              trainingComputeFlops: 1e24
            controls:
              A.2.2: IMPLEMENTED
              A.9.2: {state: EFFECTIVE, evidence: audit, owner: office, since: 2026-01-01, until: 2027-02-28}
            """;

    private static String written() {
        SystemDocument document = Given.yaml(SYSTEM);
        Evaluation evaluation = Given.evaluator().evaluate(document.system(), LocalDate.of(2026, 3, 1));
        StringWriter out = new StringWriter();
        try {
            WRITER.write(evaluation, document.controls(), new Place("loan.yaml", 1, 1), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    @Test
    void what_is_written_is_read_back_as_the_description_it_was_made_of() {
        SystemDocument document = Given.yaml(SYSTEM);

        for (String text : List.of(written(), "[" + written() + "]")) {
            SystemEntry read = Given.entries(SystemFormat.JSON, text).get(0);
            assertThat(((SystemEntry.Accepted) read).document()).isEqualTo(document);
        }
        assertThat(Given.entries(SystemFormat.JSON_LINES, written() + "\n{\"id\": \"b\"}\n"))
                .allMatch(SystemEntry.Accepted.class::isInstance);
    }

    @Test
    void a_result_without_states_of_controls_is_a_description_without_them() {
        Evaluation evaluation = Given.evaluator().evaluate(Given.yaml(SYSTEM).system(), null);
        SystemEntry read =
                Given.entries(SystemFormat.JSON, WRITER.text(evaluation)).get(0);

        assertThat(((SystemEntry.Accepted) read).document())
                .isEqualTo(new SystemDocument(evaluation.system(), ControlStates.unknown()));
    }

    @Test
    void what_is_wrong_in_the_description_of_a_result_is_told_with_its_place() {
        assertThat(Given.faults(
                        SystemFormat.JSON,
                        "{\"aims\": \"evaluation/1\", \"system\": {\"id\": \"a\", \"colour\": 1}, \"controls\": "
                                + "[{\"id\": \"A.9.99\", \"state\": {\"state\": \"PLANNED\"}}]}"))
                .extracting(fault -> fault.code())
                .containsExactlyInAnyOrder("AIMS-1021", "AIMS-1020");
        assertThat(Given.faults(SystemFormat.JSON, "{\"aims\": \"evaluation/2\", \"system\": {\"id\": \"a\"}}"))
                .isNotEmpty();
    }

    @Test
    void what_is_written_is_valid_by_the_published_schema() {
        assertThat(Schemas.faults(EvaluationWriter.SCHEMA, written())).isEmpty();
        assertThat(Schemas.faults(
                        EvaluationWriter.SCHEMA,
                        WRITER.text(Given.evaluator()
                                .evaluate(Given.yaml("id: empty").system(), null))))
                .isEmpty();
    }

    @Test
    void the_fields_stand_in_one_order() {
        List<String> fields = new ArrayList<>();
        Schemas.json(written()).fieldNames().forEachRemaining(fields::add);

        assertThat(fields)
                .containsExactly(
                        "aims",
                        "system",
                        "asOf",
                        "basis",
                        "packs",
                        "engine",
                        "risk",
                        "stop",
                        "risks",
                        "riskSources",
                        "controls",
                        "findings",
                        "contradictions",
                        "openQuestions",
                        "limits",
                        "seal");
    }

    @Test
    void a_finding_shows_its_facts_with_who_said_so() {
        JsonNode finding = find(Schemas.json(written()).get("findings"), "rule", "ADM-1");

        assertThat(finding.get("status").asText()).isEqualTo("TRUE");
        assertThat(find(finding.get("facts"), "fact", "automationLevel").toString())
                .isEqualTo(
                        "{\"fact\":\"automationLevel\",\"value\":\"HIGH_AUTOMATION\",\"open\":false,\"inferred\":true,"
                                + "\"by\":\"owner\",\"on\":\"2026-03-01\",\"evidence\":\"card\"}");
        assertThat(find(finding.get("facts"), "fact", "decisionEffect").toString())
                .isEqualTo(
                        "{\"fact\":\"decisionEffect\",\"value\":\"at least MATERIAL\",\"open\":true,\"inferred\":false}");
    }

    @Test
    void a_control_shows_its_status_its_rules_and_what_is_done_about_it() {
        JsonNode control = find(Schemas.json(written()).get("controls"), "id", "A.9.2");

        assertThat(control.toString())
                .isEqualTo(
                        "{\"id\":\"A.9.2\",\"title\":\"" + control.get("title").asText()
                                + "\",\"status\":\"REQUIRED\",\"needed\":\"TRUE\",\"priority\":\"MODERATE\",\"rules\":[\"ADM-1\"],"
                                + "\"undetermined\":[],\"state\":{\"state\":\"EFFECTIVE\",\"evidence\":\"audit\",\"owner\":\"office\","
                                + "\"since\":\"2026-01-01\",\"until\":\"2027-02-28\"}}");
    }

    @Test
    void a_possible_stop_and_the_question_that_settles_it_are_shown() {
        JsonNode evaluation = Schemas.json(written());

        assertThat(evaluation.get("stop").get(0).get("status").asText()).isEqualTo("UNDETERMINED");
        JsonNode question = find(evaluation.get("openQuestions"), "characteristic", "prohibitedPracticeFlags");
        assertThat(question.get("values").size()).isGreaterThan(2);
        assertThat(question.get("settles").asInt()).isEqualTo(1);
    }

    @Test
    void contradictions_stand_with_both_answers() {
        JsonNode contradiction = Schemas.json(written()).get("contradictions").get(0);

        assertThat(contradiction.get("answers").toString())
                .isEqualTo("{\"affectedReach\":\"NO_PERSONS\",\"affectedPopulation\":\"UP_TO_1000\"}");
    }

    @Test
    void equal_evaluations_give_equal_text_on_one_line() {
        assertThat(written()).isEqualTo(written()).doesNotContain("\n");
        assertThat(new EvaluationWriter(Given.LIMITS, EvaluationWriter.Layout.INDENTED)
                        .text(Given.evaluator().evaluate(Given.yaml(SYSTEM).system(), null)))
                .startsWith("{\n  \"aims\": \"evaluation/1\",\n  \"system\": {\n    \"id\": \"loan\",");
    }

    @Test
    void the_words_of_the_schema_are_those_of_the_types() {
        JsonNode definitions =
                Schemas.json(Schemas.text(EvaluationWriter.SCHEMA)).get("$defs");

        assertWords(definitions, "level", RiskLevel.values());
        assertWords(definitions, "likelihood", Likelihood.values());
        assertWords(definitions, "severity", Severity.values());
        assertWords(definitions, "priority", Priority.values());
        assertWords(definitions, "controlStatus", ControlStatus.values());
        assertWords(definitions, "truth", Truth.values());
        assertWords(definitions, "tier", Tier.values());
        assertWords(definitions, "type", CharacteristicType.values());
    }

    @Test
    void an_evaluation_that_was_tampered_with_is_not_valid() {
        assertRefused(evaluation -> evaluation.put("aims", "evaluation/2"));
        assertRefused(evaluation -> evaluation.put("more", 1));
        assertRefused(evaluation -> evaluation.remove("seal"));
        assertRefused(evaluation -> evaluation.put("seal", "abc"));
        assertRefused(evaluation -> ((ObjectNode) evaluation.get("risk").get("level")).put("low", "MEDIUM"));
        assertRefused(evaluation -> ((ObjectNode) evaluation.get("system")).remove("id"));
        assertRefused(evaluation -> ((ObjectNode) evaluation.get("system").get("characteristics"))
                .putObject("automationLevel")
                .put("somewhere", "HIGH"));
        assertRefused(evaluation -> ((ObjectNode) evaluation.get("controls").get(0)).put("status", "MAYBE"));
        assertRefused(evaluation -> ((ObjectNode) evaluation.get("findings").get(0)).put("status", "FALSE"));
        assertRefused(
                evaluation -> ((ObjectNode) evaluation.get("openQuestions").get(0)).put("settles", -1));
    }

    private static void assertRefused(Consumer<ObjectNode> change) {
        ObjectNode evaluation = (ObjectNode) Schemas.json(written());
        change.accept(evaluation);
        assertThat(Schemas.faults(EvaluationWriter.SCHEMA, evaluation.toString()))
                .isNotEmpty();
    }

    private static void assertWords(JsonNode definitions, String name, Enum<?>[] constants) {
        List<String> words = new ArrayList<>();
        definitions.get(name).get("enum").forEach(word -> words.add(word.asText()));
        assertThat(words)
                .as(name)
                .isEqualTo(Arrays.stream(constants).map(Enum::name).toList());
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        for (JsonNode item : list) {
            if (item.get(field).asText().equals(value)) {
                return item;
            }
        }
        throw new AssertionError("No " + value + " in " + list);
    }
}
