package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aims.catalog.ClauseGuides;
import io.aims.catalog.Criteria;
import io.aims.catalog.ImpactGuides;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.proof.Explainer;
import io.aims.rule.RuleBase;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.assessment.ClauseProfile;
import io.aims.treatment.assessment.ImpactAssessment;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpactWriterTest {

    private static final ImpactWriter WRITER = new ImpactWriter(EvaluationWriter.Layout.ONE_LINE);
    private static final ClauseWriter CLAUSES = new ClauseWriter(EvaluationWriter.Layout.ONE_LINE);
    private static final RuleBase BASE = Given.base();
    private static final Evaluator EVALUATOR = new Evaluator(BASE, new PlainEngine(BASE));
    private static final Explainer EXPLAINER = new Explainer(BASE);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final String LOAN = """
            id: loan
            name: Loans
            description: Scores loans.
            characteristics:
              automationLevel: {value: HIGH_AUTOMATION, by: owner, on: 2026-02-01}
              decisionEffect: {atLeast: MATERIAL}
              vulnerableGroups: {contains: [WORKERS]}
              decisionRole: SOLE
              affectedReach: NO_PERSONS
              affectedPopulation: UP_TO_1000
              profiling: YES
            controls:
              A.2.2: {state: EFFECTIVE, evidence: audit, owner: board, since: 2026-01-01, until: 2026-12-31}
              A.9.2: PLANNED
            """;
    private static final String STOPPED = """
            id: stopped
            characteristics: {prohibitedPracticeFlags: [5_1_a], jurisdictions: [EU], generativeCapability: NONE}
            """;

    private static ResidualProfile profile(String yaml, @Nullable LocalDate day) {
        SystemDocument document = Given.yaml(yaml);
        Evaluation evaluation = EVALUATOR.evaluate(document.system(), day);
        return ResidualProfile.of(evaluation, document.controls(), Criteria.standard(), day);
    }

    private static ImpactAssessment draft(String yaml, @Nullable LocalDate day) {
        ResidualProfile profile = profile(yaml, day);
        return ImpactAssessment.draft(
                ImpactGuides.standard(), Given.VOCABULARY, EXPLAINER.proofs(profile.evaluation()), profile);
    }

    @Test
    void what_is_written_is_valid_by_the_published_schema() {
        for (ImpactAssessment draft :
                List.of(draft(LOAN, DAY), draft(STOPPED, null), draft("{id: empty, characteristics: {}}", null))) {
            assertThat(Schemas.faults(ImpactWriter.SCHEMA, WRITER.text(draft))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aims",
                "system",
                "guide",
                "evaluation",
                "call",
                "verdict",
                "stops",
                "contradictions",
                "process",
                "triggers",
                "described",
                "undescribed",
                "purpose",
                "parts",
                "openFacts",
                "limits"
            })
    void the_schema_refuses_what_lacks_a_field(String field) {
        ObjectNode json = (ObjectNode) Schemas.json(WRITER.text(draft(LOAN, DAY)));
        json.remove(field);

        assertThat(Schemas.faults(ImpactWriter.SCHEMA, json.toString())).isNotEmpty();
    }

    @Test
    void facts_findings_controls_and_open_points_are_written() {
        JsonNode json = Schemas.json(WRITER.text(draft(LOAN, DAY)));

        assertThat(json.get("aims").asText()).isEqualTo("impact/1");
        assertThat(json.get("asOf").asText()).isEqualTo("2026-03-01");
        assertThat(json.get("contradictions")).isNotEmpty();
        JsonNode autonomy = topic(json, "autonomy");
        assertThat(autonomy.get("standing").asText()).isEqualTo("FOUND");
        assertThat(autonomy.get("found").findValuesAsText("rule")).containsExactly("ADM-1");
        assertThat(autonomy.get("known").findValuesAsText("characteristic"))
                .containsExactly("automationLevel", "decisionRole");
        assertThat(autonomy.get("known").get(0).get("answer").toString()).contains("\"by\":\"owner\"");
        assertThat(autonomy.get("controls").toString()).contains("\"state\":{\"state\":\"PLANNED\"}");
        assertThat(topic(json, "workers").get("known").get(0).get("values").toString())
                .isEqualTo("[\"WORKERS\"]");
        assertThat(topic(json, "people").get("controls").toString())
                .contains(
                        "\"evidence\":\"audit\",\"owner\":\"board\",\"since\":\"2026-01-01\",\"until\":\"2026-12-31\"");
        assertThat(texts(json.get("openFacts"))).contains("decisionEffect", "vulnerableGroups", "humanOversightMode");
    }

    @Test
    void what_does_not_apply_is_not_open() {
        JsonNode outside = Schemas.json(WRITER.text(draft("{id: a, characteristics: {jurisdictions: [US]}}", null)));
        JsonNode inside = Schemas.json(WRITER.text(draft(STOPPED, null)));

        assertThat(texts(outside.get("openFacts"))).doesNotContain("euRoles").contains("generatedModalities");
        assertThat(texts(inside.get("openFacts"))).contains("euRoles").doesNotContain("generatedModalities");
        assertThat(inside.get("stops").get(0).get("rule").asText()).isEqualTo("REG-1");
        assertThat(inside.has("asOf")).isFalse();
    }

    @Test
    void what_is_evidenced_of_the_clauses_is_valid_by_the_published_schema() {
        ClauseProfile profile = ClauseProfile.collect(ClauseGuides.standard(), Given.CATALOGUE, Criteria.standard())
                .add(profile(LOAN, DAY))
                .add(profile(STOPPED, null))
                .withStatement(DAY)
                .profile();
        String text = CLAUSES.text(profile);

        assertThat(Schemas.faults(ClauseWriter.SCHEMA, text)).isEmpty();
        JsonNode json = Schemas.json(text);
        assertThat(json.get("systems").asInt()).isEqualTo(2);
        assertThat(json.get("clauses")).hasSize(43);
        assertThat(json.findValuesAsText("text")).contains("1 of 2 systems were evaluated for 2026-03-01.");
        for (String field : List.of("aims", "systems", "counts", "clauses")) {
            ObjectNode lacking = (ObjectNode) Schemas.json(text);
            lacking.remove(field);
            assertThat(Schemas.faults(ClauseWriter.SCHEMA, lacking.toString())).isNotEmpty();
        }
    }

    private static JsonNode topic(JsonNode json, String id) {
        return StreamSupport.stream(json.get("parts").spliterator(), false)
                .flatMap(part -> StreamSupport.stream(part.get("topics").spliterator(), false))
                .filter(topic -> topic.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        Stream<JsonNode> items = StreamSupport.stream(array.spliterator(), false);
        return items.map(JsonNode::asText).toList();
    }
}
