package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.proof.Explainer;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.rule.Replacement;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.statement.StatementOfApplicability;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that were not run, because another pack replaces them, are told wherever packs are named. */
class ReplacedRulesTest {

    private static final RuleBase BASE = base();
    private static final Evaluation EVALUATION = new Evaluator(BASE, new PlainEngine(BASE))
            .evaluate(Given.yaml("id: loan\nname: Loans\n").system(), null);

    @Test
    void an_evaluation_tells_them_and_reads_them_back() {
        String json = new EvaluationWriter(Given.LIMITS, EvaluationWriter.Layout.ONE_LINE).text(EVALUATION);

        assertThat(Schemas.faults(EvaluationWriter.SCHEMA, json)).isEmpty();
        assertThat(replaced(Schemas.json(json))).isEqualTo("[{\"rule\":\"ORG-1\",\"why\":\"Ours is better.\"}]");
        assertThat(new EvaluationReader().read("result.json", json))
                .isEqualTo(StoredEvaluation.of(EVALUATION, Given.LIMITS));
    }

    @Test
    void a_statement_tells_them_and_reads_them_back() {
        StatementOfApplicability statement = StatementOfApplicability.derive(
                BASE,
                List.of(ResidualProfile.of(EVALUATION, ControlStates.unknown(), BASE.criteria(), null)),
                ControlStates.unknown(),
                List.of(),
                null);
        String json = new StatementWriter(Given.LIMITS, EvaluationWriter.Layout.ONE_LINE).text(statement);

        assertThat(Schemas.faults(StatementWriter.SCHEMA, json)).isEmpty();
        assertThat(replaced(Schemas.json(json))).contains("ORG-1");
        assertThat(new StatementReader().read("statement.json", json)).isEqualTo(statement);
    }

    @Test
    void a_proof_tells_them() {
        String json = new ProofWriter(EvaluationWriter.Layout.ONE_LINE)
                .text(new Explainer(BASE).proofs(EVALUATION).level());

        assertThat(Schemas.faults(ProofWriter.SCHEMA, json)).isEmpty();
        assertThat(replaced(Schemas.json(json))).contains("ORG-1");
    }

    private static String replaced(JsonNode json) {
        assertThat(json.at("/packs/1").has("replaces")).isFalse();
        return json.at("/packs/0/replaces").toString();
    }

    private static RuleBase base() {
        RulePack test = Given.base().packs().get(0);
        RulePack own = new RulePack(
                "own",
                "1.0.0",
                "Own",
                "Apache-2.0",
                "Replaces a rule.",
                test.catalogue(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Replacement(new RuleId("ORG-1"), "Ours is better.")));
        return new RuleBase(Given.VOCABULARY, Given.CATALOGUE, Given.base().criteria(), List.of(test, own));
    }
}
