package com.example.credit;

import static io.aims.testing.AimsAssertions.assertThat;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.system.AiSystem;
import io.aims.testing.AimsSoftAssertions;
import io.aims.testing.baseline.EvaluationBaseline;
import io.aims.testing.junit.AimsSystems;
import io.aims.testing.junit.UsingAims;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@UsingAims(CreditRules.class)
class PortfolioTest {

    private static final Path FOLDER = Path.of("src/test/resources/com/example/credit");

    /** A build may take today; this example has to be the same on every day. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @AimsSystems("portfolio")
    void every_system_has_a_policy_behind_it(Evaluation evaluation, AiSystem system) {
        AimsSoftAssertions.assertSoftly(softly -> {
            softly.assertThat(evaluation).requires("A.2.2").because("BASE-01");
            softly.assertThat(evaluation).hasNoContradictions();
        });
    }

    @Test
    void outcomes_are_as_they_were_reviewed(Aims aims) {
        EvaluationBaseline baseline = EvaluationBaseline.in(FOLDER.resolve("baseline.yaml"), aims);

        assertThat(baseline.checkOrUpdate(FOLDER.resolve("portfolio"), TODAY)).isUnchanged();
    }
}
