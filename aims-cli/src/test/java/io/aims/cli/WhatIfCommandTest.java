package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class WhatIfCommandTest {

    private static final String LOAN = System.getProperty("aims.root") + "/examples/systems/loan-scoring.yaml";
    private static final String CITY = System.getProperty("aims.root") + "/examples/systems/city-services.jsonl";

    @Test
    void a_supposed_answer_is_followed_to_the_controls() {
        Run run = Run.of("what-if", LOAN, "automationLevel=ASSISTANCE");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out())
                .startsWith("Retail loan scoring: ")
                .contains("It got better.", "Automation level: was high automation, is assistance.")
                .contains("No longer found: ADM-02 ", "What got better");
    }

    @Test
    void answers_are_written_as_in_the_description_of_a_system() {
        JsonNode facts = Json.read(Run.of(
                                "what-if",
                                LOAN,
                                "vulnerableGroups=[CHILDREN, WORKERS]",
                                "continuousLearning={atLeast: GATED_ONLINE}",
                                "profiling=unknown",
                                "technologyReadinessLevel = 3",
                                "jurisdictions={contains: [EU], evidence: counsel}",
                                "-f",
                                "json",
                                "--as-of",
                                "2026-03-01")
                        .out())
                .get("facts");

        assertThat(facts.findValuesAsText("characteristic"))
                .containsExactly(
                        "continuousLearning",
                        "jurisdictions",
                        "profiling",
                        "technologyReadinessLevel",
                        "vulnerableGroups");
        assertThat(facts.get(1).get("after").toString()).isEqualTo("{\"contains\":[\"EU\"],\"evidence\":\"counsel\"}");
        assertThat(facts.get(2).has("after")).isFalse();
        assertThat(facts.get(3).get("after").toString())
                .isEqualTo("{\"value\":3,\"evidence\":\"what-if\",\"basis\":\"INFERRED\"}");
    }

    @Test
    void what_is_true_already_changes_nothing() {
        assertThat(Run.of("what-if", LOAN, "automationLevel=HIGH_AUTOMATION").out())
                .isEqualTo("Retail loan scoring: nothing changed.\n");
        assertThat(Run.of("what-if", LOAN, "automationLevel=ASSISTANCE", "-f", "md")
                        .out())
                .startsWith("## What changed: Retail loan scoring\n");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Run run = Run.of(
                "what-if",
                LOAN,
                "humanOversightMod=NONE",
                "automationLevel=FULL",
                "profiling",
                "affectedReach=",
                "decisionRole=[",
                "decisionEffect=NONE",
                "decisionEffect=NONE");

        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("AIMS-1004: The characteristic (humanOversightMod) is not in vocabulary (aims).\n"
                        + "Maybe you meant (humanOversightMode).")
                .contains(
                        "AIMS-1003: The automationLevel (FULL) of argument (automationLevel=FULL, argument 2:1:1) must")
                .contains("AIMS-5037: The argument (profiling) has no answer behind a =.")
                .contains("AIMS-5037: The argument (affectedReach=) has no answer behind a =.")
                .contains("AIMS-1010: ", "argument 5:1:")
                .contains("AIMS-5038: The characteristic (decisionEffect) is answered twice.");
    }

    @Test
    void one_system_of_several_is_named() {
        assertThat(Run.of("what-if", CITY, "profiling=YES").err()).startsWith("AIMS-5020: ");
    }
}
