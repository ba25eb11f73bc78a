package io.aims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.evaluation.Evaluation;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.ControlCosts;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What controls do to the fourteen sample systems. */
class ResidualSamplesTest {

    private static final Aims aims = Aims.standard();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final ObjectiveId ROBUSTNESS = new ObjectiveId("C.2.8");

    @AfterAll
    static void close() {
        aims.close();
    }

    @ParameterizedTest(name = "{0} comes from {1} to {2} with everything in place, and to {3} if it works")
    @CsvSource({
        "s01, HIGH, HIGH, MODERATE",
        "s02, HIGH, HIGH, MODERATE",
        "s03, MODERATE, MODERATE, LOW",
        "s04, LOW, LOW, LOW",
        "s05, HIGH, MODERATE, LOW",
        "s06, VERY_HIGH, VERY_HIGH, MODERATE",
        "s07, VERY_HIGH, VERY_HIGH, HIGH",
        "s08, VERY_LOW, VERY_LOW, VERY_LOW",
        "s09, VERY_HIGH, VERY_HIGH, MODERATE",
        "s10, HIGH, HIGH, MODERATE",
        "s11, VERY_LOW, VERY_LOW, VERY_LOW",
        "s12, HIGH, HIGH, MODERATE",
        "s13, HIGH, HIGH, MODERATE",
        "s14, VERY_HIGH, VERY_HIGH, HIGH"
    })
    void a_system_comes_to(String sample, RiskLevel nothing, RiskLevel inPlace, RiskLevel effective)
            throws IOException {
        Evaluation evaluation = evaluation(sample);

        assertThat(aims.residual(evaluation, all(Stage.NOT_IMPLEMENTED)).level())
                .isEqualTo(Range.exactly(nothing));
        assertThat(aims.residual(evaluation, all(Stage.NOT_IMPLEMENTED)).level())
                .isEqualTo(evaluation.level());
        assertThat(aims.residual(evaluation, all(Stage.IMPLEMENTED)).level()).isEqualTo(Range.exactly(inPlace));
        assertThat(aims.residual(evaluation, all(Stage.EFFECTIVE)).level()).isEqualTo(Range.exactly(effective));
    }

    @Test
    void the_reduction_shows_what_the_level_does_not() throws IOException {
        ResidualProfile profile = aims.residual(evaluation("s07"), all(Stage.IMPLEMENTED));

        assertThat(profile.level()).isEqualTo(profile.evaluation().level());
        assertThat(profile.risks())
                .filteredOn(risk -> risk.inherent().highRate() > 0)
                .isNotEmpty()
                .allSatisfy(risk -> assertThat(risk.highReduction()).isCloseTo(0.6, within(1e-9)));
    }

    @Test
    void a_level_is_derived_so_that_it_can_be_re_performed() throws IOException {
        ControlStates states = all(Stage.IMPLEMENTED)
                .with(new ControlId("A.6.2.4"), ControlState.of(Stage.EFFECTIVE).shownBy("test report"))
                .with(new ControlId("A.6.2.6"), ControlState.of(Stage.PARTIAL));

        assertThat(aims.residual(evaluation("s04"), states, DAY).derivation(ROBUSTNESS))
                .isEqualTo(text("/residual/s04.txt"));
    }

    @Test
    void evidence_that_expires_shows_on_the_day_after_its_last() throws IOException {
        Evaluation evaluation = aims.evaluate(system("s05"), DAY);
        Map<ControlId, ControlState> states = new TreeMap<>();
        all(Stage.EFFECTIVE).states().forEach((control, state) -> states.put(control, state.until(DAY)));

        ResidualProfile today = aims.residual(evaluation, ControlStates.of(states));
        ResidualProfile tomorrow = aims.residual(evaluation, ControlStates.of(states), DAY.plusDays(1));

        assertThat(today.asOf()).contains(DAY);
        assertThat(today.level())
                .isEqualTo(aims.residual(evaluation, all(Stage.EFFECTIVE)).level());
        assertThat(today.level()).isEqualTo(Range.exactly(RiskLevel.LOW));
        assertThat(tomorrow.level()).isEqualTo(Range.exactly(RiskLevel.HIGH));
        assertThat(tomorrow.control(new ControlId("A.6.2.6")).orElseThrow().stage())
                .isEqualTo(Range.exactly(Stage.IMPLEMENTED));
        assertThat(tomorrow.control(new ControlId("A.6.2.4")).orElseThrow().stage())
                .as("a promise of the supplier")
                .isEqualTo(Range.exactly(Stage.PARTIAL));
        assertThat(tomorrow.evaluation().asOf()).contains(DAY);
    }

    @Test
    void gaps_are_ranked_and_a_plan_closes_the_cheapest() throws IOException {
        Evaluation evaluation = evaluation("s05");
        ControlStates nothing = all(Stage.NOT_IMPLEMENTED);
        List<Gap> gaps = aims.gaps(evaluation, nothing, DAY);
        Map<ControlId, Long> costs = new TreeMap<>();
        gaps.forEach(gap -> costs.put(gap.safeguard().control().id(), 1L));
        CheapestPlan plan = aims.cheapestPlan(evaluation, nothing, DAY, ControlCosts.of(costs), RiskLevel.MODERATE);

        assertThat(gaps).hasSameSizeAs(evaluation.safeguards());
        assertThat(gaps).extracting(Gap::effective).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(plan.outOfReach()).isEmpty();
        assertThat(plan.isExact()).isTrue();
        assertThat(plan.cost()).isBetween(1L, gaps.size() - 1L);
        ControlStates bought = nothing;
        for (CheapestPlan.Step step : plan.steps()) {
            bought =
                    bought.with(step.control(), ControlState.of(Stage.EFFECTIVE).shownBy("test report"));
        }
        assertThat(aims.residual(evaluation, bought, DAY).level().high()).isEqualTo(RiskLevel.MODERATE);
    }

    @Test
    void an_evaluation_that_rests_on_other_rules_is_refused() throws IOException {
        Evaluation evaluation = evaluation("s05");
        try (Aims tolerant = Aims.builder()
                .packs(RulePacks.standard())
                .criteria(aims.criteria().tolerating(RiskLevel.LOW))
                .build()) {
            assertThatThrownBy(() -> tolerant.residual(evaluation, ControlStates.unknown()))
                    .isInstanceOf(AimsException.class)
                    .hasMessageContaining("AIMS-3010");
            assertThatThrownBy(() -> tolerant.gaps(evaluation, ControlStates.unknown(), DAY))
                    .isInstanceOf(AimsException.class)
                    .hasMessageContaining("AIMS-3010");
        }
    }

    @Test
    void of_controls_of_which_nothing_is_said_anything_is_possible() throws IOException {
        ResidualProfile unknown = aims.residual(evaluation("s05"), ControlStates.unknown());

        assertThat(unknown.risks()).allSatisfy(risk -> {
            assertThat(risk.highRate()).isEqualTo(risk.inherent().highRate());
            assertThat(risk.level().high()).isEqualTo(risk.inherent().level().high());
        });
        assertThat(unknown.risks())
                .anySatisfy(risk -> assertThat(risk.level().isExact()).isFalse());
        assertThat(unknown.risks())
                .extracting(ResidualRisk::lowRate)
                .isEqualTo(aims.residual(evaluation("s05"), all(Stage.EFFECTIVE)).risks().stream()
                        .map(ResidualRisk::lowRate)
                        .toList());
    }

    private static ControlStates all(Stage stage) {
        Map<ControlId, ControlState> states = new TreeMap<>();
        for (Control control : aims.catalogue().controls()) {
            states.put(control.id(), ControlState.of(stage).shownBy("test report"));
        }
        return ControlStates.of(states);
    }

    private static Evaluation evaluation(String sample) throws IOException {
        return aims.evaluate(system(sample));
    }

    private static AiSystem system(String sample) throws IOException {
        Path folder = Path.of(System.getProperty("aims.root"), "aims-rules/src/test/resources/samples");
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.filter(path -> path.getFileName().toString().startsWith(sample + "-"))
                    .filter(path -> path.toString().endsWith(".yaml")
                            && !path.toString().contains(".expected"))
                    .findFirst()
                    .orElseThrow();
        }
        Faults faults = new Faults();
        Fields fields = Fields.of(
                Documents.yaml(String.valueOf(file.getFileName()), Files.readString(file)),
                faults,
                "AIMS-1001",
                "system");
        String id = fields.requiredText("id");
        AiSystem system = AiSystem.named(id)
                .putAll(new AnswerReader("system", id, faults)
                        .readAll(fields.requiredNode("characteristics").orElseThrow(), aims.vocabulary()))
                .build();
        assertThat(faults.toList()).isEmpty();
        return system;
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = ResidualSamplesTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
