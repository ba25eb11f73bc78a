package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallestChangesTest {

    private static final String SYSTEM = """
            id: loan-scoring
            characteristics:
              decisionRole: SOLE
              profiling: YES
              personalDataCategory: PERSONAL
              affectedPopulation: UP_TO_100000
              vulnerableGroups: [ECONOMICALLY_DEPENDENT]
              biometricFunctions: []
              prohibitedPracticeFlags: []
            """;

    private static Run run(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "smallest-changes";
        all[1] = "-";
        System.arraycopy(words, 0, all, 2, words.length);
        return Run.withInput(SYSTEM, all);
    }

    @Test
    void changes_are_told_as_sentences() {
        Run run = run("C.2.7<=MODERATE");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("""
                        So that the level of C.2.7 (Privacy) is at most moderate, each of these is
                        enough:
                          1. One change:
                             - change decision role from sole to advisory or safer
                          2. 2 changes:
                             - change personal data category from personal to pseudonymised or safer
                             - change profiling from yes to no

                        It is proven that no other changes cost less, and that there is no other way.
                        """);
    }

    @Test
    void costs_and_what_is_kept_decide() {
        assertThat(run("C.2.7<=MODERATE", "--cost", "decisionRole=3", "--sets", "1")
                        .out())
                .contains("1. 2 changes:", "There may be other ways.")
                .doesNotContain("decision role");
        assertThat(run("C.2.7<=MODERATE", "--keep", "decisionRole,profiling").out())
                .contains(
                        "no change of what may", "IMP-46 Profiling decides a material matter, which is not ruled out");
        assertThat(run("C.2.7<=MODERATE", "--only", "vulnerableGroups", "--also", "decisionRole")
                        .out())
                .contains("1. One change:", "decision role", "there is no other way.");
    }

    @Test
    void several_targets_are_reached_together() {
        assertThat(run("c.2.7<=moderate", "not-stopped", "absent:C.3.3", "--only", "decisionRole")
                        .out())
                .contains("So that the level of C.2.7 (Privacy) is at most moderate, no rule stops");
    }

    @ParameterizedTest
    @CsvSource({
        "level<=very-high, the overall level",
        "LEVEL <= VERY_HIGH, the overall level",
        "not-stopped, no rule stops the use",
        "not-needed:a.9.2, nobody needs control A.9.2",
        "not-required:A.9.2, the organisation itself need not perform control A.9.2",
        "absent:C.3.3, risk source C.3.3",
        "silent:adm-14, rule ADM-14 finds nothing"
    })
    void a_target_is_read_in_any_case(String target, String words) {
        Run run = run(target, "--format", "md");

        assertThat(run.status()).isZero();
        assertThat(run.out().replace('\n', ' ')).contains(words);
    }

    @Test
    void programs_get_json() {
        Run run = run("C.2.7<=MODERATE", "-f", "json", "--as-of", "2026-03-01");

        assertThat(Json.read(run.out()).get("aims").asText()).isEqualTo("changes/1");
        assertThat(Json.read(run.out()).get("sets")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "levl<=LOW | AIMS-5040: The target (levl<=LOW) is none that can be reached. | Maybe you meant (level).",
                "C.27<=LOW | AIMS-5040: The target (C.27<=LOW) is none that can be reached. | Maybe you meant (C.2.7).",
                "level<=LOWW | AIMS-5040: The target (level<=LOWW) is none that can be reached. | Maybe you meant (LOW).",
                "absent:C.33 | AIMS-5040: The target (absent:C.33) is none that can be reached. | Maybe you meant (C.3.3).",
                "no-needed:A.9.2 | AIMS-5040: The target (no-needed:A.9.2) is none that can be reached."
                        + " | Maybe you meant (not-needed).",
                "happiness | AIMS-5040: The target (happiness) is none that can be reached. | Say level<=MODERATE, "
            })
    void a_wrong_target_is_told(String target, String message, String advice) {
        Run run = run(target);

        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.err()).contains(message, advice);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void wrong_names_and_numbers_are_told() {
        assertThat(run("not-stopped", "--keep", "decisionRol").err())
                .contains("AIMS-5041: There is no characteristic (decisionRol).\nMaybe you meant (decisionRole).");
        assertThat(run("not-stopped", "--cost", "decisionRole=0").err()).contains("AIMS-3051");
        assertThat(run("not-stopped", "--keep", "decisionRole", "--cost", "decisionRole=2")
                        .err())
                .contains("AIMS-3052");
        assertThat(run("not-stopped", "--sets", "0").err())
                .contains("AIMS-5042: The number of sets (0) must be 1 or more.\nMaybe leave --sets out.");
    }
}
