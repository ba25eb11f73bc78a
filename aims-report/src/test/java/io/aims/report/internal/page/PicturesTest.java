package io.aims.report.internal.page;

import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.DECISION_ROLE;
import static io.aims.system.vocabulary.Characteristics.EXPLAINABILITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.evaluation.Evaluation;
import io.aims.report.internal.page.RiskMatrix.Chip;
import io.aims.risk.Likelihood;
import io.aims.risk.Range;
import io.aims.risk.Severity;
import io.aims.system.AiSystem;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.automation.DecisionRole;
import io.aims.system.identity.AimsRole;
import io.aims.system.people.DecisionEffect;
import io.aims.system.technique.Explainability;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private static final Aims AIMS = Aims.standard();
    private static final Evaluation LOANS = AIMS.evaluate(AiSystem.named("loans")
            .answer(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
            .answer(DECISION_EFFECT, DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT)
            .answer(DECISION_ROLE, DecisionRole.SOLE)
            .answer(EXPLAINABILITY, Explainability.OPAQUE)
            .exactly(AIMS_ROLES, AimsRole.AI_CUSTOMER)
            .build());
    private static final Evaluation EMPTY =
            AIMS.evaluate(AiSystem.named("empty").build());

    @AfterAll
    static void close() {
        AIMS.close();
    }

    private static ResidualProfile everythingWorks() {
        Map<ControlId, ControlState> states = new HashMap<>();
        AIMS.catalogue()
                .controls()
                .forEach(control -> states.put(
                        control.id(),
                        ControlState.of(ControlState.Stage.EFFECTIVE).shownBy("audit")));
        return AIMS.residual(LOANS, ControlStates.of(states));
    }

    @Test
    void every_cell_of_the_matrix_has_the_level_of_the_criteria() {
        RiskMatrix matrix = RiskMatrix.of(AIMS.criteria(), everythingWorks().risks());

        assertThat(matrix.cells()).hasSize(25);
        assertThat(matrix.cells().get(0).level())
                .isEqualTo(AIMS.criteria().level(Likelihood.VERY_HIGH, Severity.NEGLIGIBLE));
        assertThat(matrix.cells().get(24).level())
                .isEqualTo(AIMS.criteria().level(Likelihood.VERY_LOW, Severity.CATASTROPHIC));
        assertThat(matrix.rows())
                .extracting(RiskMatrix.Mark::text)
                .startsWith("Very high")
                .endsWith("Very low");
    }

    @Test
    void every_objective_stands_once_with_its_controls_and_once_where_it_came_from_if_it_moved() {
        ResidualProfile profile = everythingWorks();
        RiskMatrix matrix = RiskMatrix.of(AIMS.criteria(), profile.risks());
        long moved = profile.risks().stream()
                .filter(risk -> risk.likelihood().high()
                                != risk.inherent().likelihood().high()
                        || risk.severity().high() != risk.inherent().severity().high())
                .count();

        assertThat(moved).isPositive();
        assertThat(matrix.chips().stream().filter(Chip::treated).map(Chip::text))
                .containsExactlyInAnyOrderElementsOf(profile.risks().stream()
                        .map(risk -> risk.inherent().objective().id().value())
                        .toList());
        assertThat(matrix.chips().stream().filter(chip -> !chip.treated())).hasSize((int) moved);
    }

    @Test
    void nothing_in_the_matrix_lies_over_something_else_or_outside() {
        for (Evaluation evaluation : List.of(LOANS, EMPTY)) {
            List<Chip> chips = RiskMatrix.of(
                            AIMS.criteria(),
                            AIMS.residual(evaluation, ControlStates.unknown()).risks())
                    .chips();
            for (Chip one : chips) {
                assertThat(one.x() + one.width()).isLessThanOrEqualTo(RiskMatrix.WIDTH);
                assertThat(one.y() + one.height()).isLessThanOrEqualTo(RiskMatrix.HEIGHT);
                assertThat(chips.stream()
                                .filter(other -> other != one)
                                .noneMatch(other -> one.x() < other.x() + other.width()
                                        && other.x() < one.x() + one.width()
                                        && one.y() < other.y() + other.height()
                                        && other.y() < one.y() + one.height()))
                        .as(one.text())
                        .isTrue();
            }
        }
    }

    @Test
    void a_box_holds_what_is_possible_with_high_likelihood_above() {
        assertThat(RiskMatrix.Box.of(
                        new Range<>(Likelihood.LOW, Likelihood.VERY_HIGH),
                        new Range<>(Severity.MAJOR, Severity.CATASTROPHIC),
                        2))
                .isEqualTo(new RiskMatrix.Box(62, 2, 36, 76));
    }

    @Test
    void paths_lead_from_facts_to_areas_and_no_node_lies_over_another() {
        Paths paths = Paths.of(AIMS.explain(LOANS));

        assertThat(paths.nodes().stream().map(Paths.Node::layer).distinct()).containsExactly(0, 1, 2, 3);
        assertThat(paths.links()).isNotEmpty().hasSizeLessThan(150);
        assertThat(paths.nodes().stream().flatMap(node -> node.lines().stream()))
                .anyMatch(line -> line.startsWith("Automation level"))
                .anyMatch(line -> line.startsWith("C.3.3"))
                .anyMatch(line -> line.startsWith("C.2.1"))
                .anyMatch(line -> line.startsWith("A.9"));
        for (Paths.Node one : paths.nodes()) {
            assertThat(one.y() + one.height()).isLessThanOrEqualTo(paths.height());
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(Paths.WIDTH);
            assertThat(paths.nodes().stream()
                            .filter(other -> other != one && other.layer() == one.layer())
                            .noneMatch(other ->
                                    one.y() < other.y() + other.height() && other.y() < one.y() + one.height()))
                    .isTrue();
        }
    }

    @Test
    void the_same_evaluation_draws_the_same_paths() {
        assertThat(Paths.of(AIMS.explain(LOANS))).isEqualTo(Paths.of(AIMS.explain(LOANS)));
    }

    @Test
    void what_is_not_known_is_not_drawn() {
        assertThat(Paths.of(AIMS.explain(EMPTY)).nodes())
                .allSatisfy(node -> assertThat(node.layer()).isPositive());
    }
}
