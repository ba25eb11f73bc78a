package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.OutsideFinding;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.RuleEngine;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.reasoning.verification.Verification;
import io.aims.rule.PackReference;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutsideFindingsInFilesTest {

    private static final EvaluationWriter WRITER = new EvaluationWriter(Given.LIMITS, EvaluationWriter.Layout.ONE_LINE);
    private static final PackReference RULES = new PackReference("acme", "1.0", "ab".repeat(32));
    private static final String HOSTILE = "</script>\"\\ \u202e\u0000 {{x}}";

    private static final OutsideFinding FOUND = new OutsideFinding(
            "ACME-2", HOSTILE, HOSTILE, Truth.UNDETERMINED, List.of(new ControlId("A.9.3")), RULES, HOSTILE);
    private static final OutsideFinding PLAIN =
            new OutsideFinding("ACME-1", "Plain", "A reason.", Truth.TRUE, List.of(), RULES, "ACME-1 Plain");

    /** An engine with findings of trusted rules beside those of the oracle. */
    private record Beside(RuleEngine engine, List<PackReference> outside, List<OutsideFinding> findings)
            implements RuleEngine {

        @Override
        public Outcomes run(AiSystem system) {
            Outcomes outcomes = engine.run(system);
            return new Outcomes(outcomes.certain(), outcomes.possible(), findings);
        }
    }

    private static Evaluation evaluation(List<PackReference> rules, OutsideFinding... findings) {
        RuleBase base = Given.base();
        RuleEngine engine = new Beside(new PlainEngine(base), rules, List.of(findings));
        return new Evaluator(base, engine).evaluate(Given.yaml("id: loan").system(), null);
    }

    private static StoredEvaluation read(String json) {
        return new EvaluationReader().read("result.json", json);
    }

    @Test
    void what_is_written_is_valid_and_read_back_as_it_was() {
        for (Evaluation evaluation :
                List.of(evaluation(List.of(RULES), FOUND, PLAIN), evaluation(List.of(RULES)), evaluation(List.of()))) {
            String json = WRITER.text(evaluation);

            assertThat(Schemas.faults(EvaluationWriter.SCHEMA, json)).isEmpty();
            assertThat(Given.entries(SystemFormat.JSON, json)).allMatch(SystemEntry.Accepted.class::isInstance);
            assertThat(read(json)).isEqualTo(StoredEvaluation.of(evaluation, Given.LIMITS));
        }
    }

    @Test
    void findings_are_sorted_and_the_member_is_left_out_without_rules() {
        assertThat(Schemas.json(WRITER.text(evaluation(List.of(RULES), FOUND, PLAIN)))
                        .get("outside")
                        .get("findings")
                        .findValuesAsText("id"))
                .containsExactly("ACME-1", "ACME-2");
        assertThat(Schemas.json(WRITER.text(evaluation(List.of()))).has("outside"))
                .isFalse();
    }

    @Test
    void the_schema_refuses_findings_without_rules() {
        String json = WRITER.text(evaluation(List.of(RULES), PLAIN));

        assertThat(Schemas.faults(
                        EvaluationWriter.SCHEMA,
                        json.replace("\"status\":\"TRUE\",\"controls\":[],\"rules\"", "\"rules\"")))
                .isNotEmpty();
        assertThat(Schemas.faults(EvaluationWriter.SCHEMA, json.replace("ab".repeat(32), "ab")))
                .isNotEmpty();
    }

    @Test
    void what_no_rule_can_have_found_is_refused_at_its_place() {
        String json = WRITER.text(evaluation(List.of(RULES), PLAIN));

        refused(
                json.replace("\"rules\":\"acme\"", "\"rules\":\"other\""),
                "belong to rules (other) that are not named");
        refused(json.replace("\"ACME-1\"", "\"A 1\""), "hold a finding (A 1) that no rule can make");
        refused(json.replace("\"A reason.\"", "\" \""), "");
        refused(
                json.replace(
                        "{\"id\":\"acme\"",
                        "{\"id\":\"acme\",\"version\":\"1\",\"fingerprint\":\"x\"},{\"id\":\"acme\""),
                "name rules (acme) twice");
    }

    private static void refused(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3021")
                .hasMessageContaining("outside the guarantees")
                .hasMessageContaining("result.json:1:")
                .hasMessageContaining(message);
    }

    @Test
    void a_verification_names_the_rules_that_were_not_computed_again() {
        String json = new VerificationWriter().text(new Verification("loan", true, List.of(), List.of(RULES)));

        assertThat(Schemas.faults(VerificationWriter.SCHEMA, json)).isEmpty();
        assertThat(Schemas.json(json).get("outside").findValuesAsText("id")).containsExactly("acme");
    }
}
