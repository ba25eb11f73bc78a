package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aims.control.ControlId;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.proof.Explainer;
import io.aims.reasoning.proof.Proof;
import io.aims.reasoning.proof.Proofs;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.source.Confidence;
import io.aims.source.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProofWriterTest {

    private static final ProofWriter WRITER = new ProofWriter(EvaluationWriter.Layout.ONE_LINE);
    private static final String LOAN = """
            id: loan
            name: Loan "scoring"
            characteristics:
              aimsRoles: [AI_CUSTOMER]
              automationLevel: {value: HIGH_AUTOMATION, by: owner, on: 2026-03-01, evidence: card, basis: INFERRED}
              decisionEffect: MATERIAL
            """;
    private static final String MILD = """
            id: mild
            characteristics:
              aimsRoles: [AI_PRODUCER]
              automationLevel: ASSISTANCE
              prohibitedPracticeFlags: []
            """;

    /** The rules of the other tests, and one that reads what they come to. */
    private static RuleBase base() {
        RuleBase plain = Given.evaluator().base();
        Condition reading = new Condition.AllOf(List.of(
                new Condition.AnyOf(List.of(
                        new Condition.HasRiskSource(new RiskSourceId("C.3.3")),
                        new Condition.IsNeeded(new ControlId("A.9.2")))),
                new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.LOW)));
        Rule rule = new Rule(
                new RuleId("OWN-1"),
                "Reads results",
                RuleScope.SYSTEM,
                reading,
                List.of(),
                List.of(),
                null,
                null,
                List.of(new ControlId("A.5.3")),
                false,
                "Because a test needs it.",
                List.of(new Source("A test")),
                Confidence.MEDIUM,
                List.of(),
                null);
        List<Rule> rules = new ArrayList<>(plain.rules());
        rules.add(rule);
        RulePack pack = new RulePack(
                "test",
                "1.0.0",
                "Rules of a test",
                "Apache-2.0",
                "Four rules.",
                Given.CATALOGUE.id(),
                null,
                null,
                List.of(),
                List.of(new Chapter("All", "All of them.", rules)));
        return new RuleBase(Given.VOCABULARY, Given.CATALOGUE, plain.criteria(), List.of(pack));
    }

    private static Proofs proofs(String system) {
        RuleBase base = base();
        return new Explainer(base)
                .proofs(new Evaluator(base, new PlainEngine(base))
                        .evaluate(Given.yaml(system).system(), LocalDate.of(2026, 3, 1)));
    }

    private static Stream<Proof> all(Proofs proofs) {
        return Stream.of(
                        Stream.<Proof>of(proofs.level()),
                        proofs.evaluation().controls().stream()
                                .map(result -> proofs.control(result.control().id())),
                        proofs.evaluation().riskSources().stream()
                                .map(result -> proofs.riskSource(result.source().id())),
                        proofs.evaluation().risks().stream()
                                .map(risk -> proofs.objective(risk.objective().id())),
                        base().rules().stream().map(rule -> proofs.rule(rule.id())))
                .flatMap(each -> each);
    }

    @Test
    void every_proof_is_valid_by_the_published_schema_and_names_nothing_that_is_not_there() {
        for (String system : List.of(LOAN, MILD, "id: empty")) {
            List<Proof> all = all(proofs(system)).toList();
            assertThat(all).hasSizeGreaterThan(60);
            for (Proof proof : all) {
                String text = WRITER.text(proof);
                assertThat(Schemas.faults(ProofWriter.SCHEMA, text)).as(text).isEmpty();
                JsonNode json = Schemas.json(text);
                List<String> ids = json.findValuesAsText("id");
                assertThat(ids).contains(json.get("conclusion").asText());
                assertThat(ids).containsAll(json.findValuesAsText("because"));
                json.findValues("rules")
                        .forEach(rules -> rules.forEach(rule -> {
                            if (rule.isTextual()) {
                                assertThat(ids).contains(rule.asText());
                            }
                        }));
                assertThat(ids).containsAll(json.findValuesAsText("rule"));
            }
        }
    }

    @Test
    void what_stands_against_a_control_or_rule_is_valid_by_the_published_schema() {
        for (String system : List.of(LOAN, MILD, "id: empty")) {
            Proofs proofs = proofs(system);
            proofs.evaluation()
                    .controls()
                    .forEach(result -> assertThat(Schemas.faults(
                                    ProofWriter.WHY_NOT_SCHEMA,
                                    WRITER.text(proofs.whyNot(result.control().id()))))
                            .isEmpty());
            base().rules()
                    .forEach(rule -> assertThat(
                                    Schemas.faults(ProofWriter.WHY_NOT_SCHEMA, WRITER.text(proofs.whyNot(rule.id()))))
                            .isEmpty());
        }
    }

    @Test
    void a_proof_goes_from_the_conclusion_to_the_answers() {
        JsonNode json = Schemas.json(WRITER.text(proofs(LOAN).control(new ControlId("A.5.3"))));

        assertThat(json.get("conclusion").asText()).isEqualTo("A.5.3");
        assertThat(json.get("asOf").asText()).isEqualTo("2026-03-01");
        assertThat(json.get("controls").findValuesAsText("id")).containsExactly("A.5.3", "A.9.2");
        assertThat(json.get("riskSources").findValuesAsText("id")).containsExactly("C.3.3");
        assertThat(json.get("rules").findValuesAsText("id")).contains("OWN-1", "ADM-1");
        JsonNode own = json.get("rules").get(0);
        assertThat(own.get("condition").get("allOf").get(0).get("anyOf").findValuesAsText("because"))
                .containsExactly("C.3.3", "A.9.2");
        assertThat(json.get("rules").toString())
                .contains("{\"truth\":\"TRUE\",\"test\":\"automationLevel >= PARTIAL_AUTOMATION\","
                        + "\"characteristic\":\"automationLevel\"")
                .contains("\"by\":\"owner\"", "\"inferred\":true", "\"inferred\":false");
        JsonNode low = json.get("objectives").get(0).get("low");
        assertThat(low.get("contributions")
                        .get(0)
                        .get("shares")
                        .get(0)
                        .get("rule")
                        .asText())
                .isEqualTo("ADM-1");
        assertThat(low.get("floors").get(0).get("severity").asText()).isEqualTo("MAJOR");
        assertThat(json.get("text").get(0).get("text").asText()).contains("Loan \"scoring\"");
    }

    @Test
    void near_misses_hold_answers_that_can_be_applied() {
        JsonNode json = Schemas.json(WRITER.text(proofs(MILD).whyNot(new ControlId("A.9.2"))));

        assertThat(json.get("status").asText()).isEqualTo("NOT_REQUIRED");
        JsonNode changes = json.get("nearMisses").get(0).get("changes");
        assertThat(changes.findValuesAsText("characteristic")).containsExactly("automationLevel", "decisionEffect");
        assertThat(changes.get(0).get("present").asText()).isEqualTo("ASSISTANCE");
        assertThat(changes.get(0).get("needed").asText()).isEqualTo("PARTIAL_AUTOMATION");
        assertThat(changes.get(0).get("possible").asBoolean()).isFalse();
        assertThat(changes.get(1).has("present")).isFalse();
        assertThat(changes.get(1).get("needed").toString()).isEqualTo("{\"atLeast\":\"MATERIAL\"}");
        assertThat(changes.get(1).get("possible").asBoolean()).isTrue();
        assertThat(json.get("roles").toString()).isEqualTo("[[\"AI_PRODUCER\",\"AI_CUSTOMER\"]]");
    }

    @Test
    void equal_proofs_give_equal_text_and_both_layouts_hold_the_same() {
        Proof proof = proofs(LOAN).level();

        assertThat(WRITER.text(proof))
                .isEqualTo(WRITER.text(proofs(LOAN).level()))
                .doesNotContain("\n");
        assertThat(Schemas.json(new ProofWriter(EvaluationWriter.Layout.INDENTED).text(proof)))
                .isEqualTo(Schemas.json(WRITER.text(proof)));
    }
}
