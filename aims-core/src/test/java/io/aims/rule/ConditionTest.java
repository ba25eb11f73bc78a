package io.aims.rule;

import static io.aims.TestRules.all;
import static io.aims.TestRules.any;
import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.contains;
import static io.aims.TestRules.yes;
import static io.aims.rule.Truth.FALSE;
import static io.aims.rule.Truth.TRUE;
import static io.aims.rule.Truth.UNDETERMINED;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.JURISDICTIONS;
import static io.aims.system.vocabulary.Characteristics.LIFECYCLE_STAGE;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static io.aims.system.vocabulary.Characteristics.TRAINING_COMPUTE_FLOPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.Jurisdiction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionTest {

    private static final Condition.AtLeast AUTOMATED = new Condition.AtLeast(AUTOMATION_LEVEL, 4);
    private static final Condition.ReachesNumber LARGE =
            new Condition.ReachesNumber(TRAINING_COMPUTE_FLOPS, new BigDecimal("1e25"));
    private static final Condition.AtMost IMMATURE = new Condition.AtMost(TECHNOLOGY_READINESS_LEVEL, 6);
    private static final Condition.IsYes PROFILES = new Condition.IsYes(PROFILING);
    private static final Condition.IsIn EARLY = new Condition.IsIn(LIFECYCLE_STAGE, 0b011);
    private static final Condition.Contains IN_EU = new Condition.Contains(JURISDICTIONS, 0);
    private static final Condition.ContainsAny IN_EU_OR_UK = new Condition.ContainsAny(JURISDICTIONS, 0b011);
    private static final Condition.NotEmpty SOMEWHERE = new Condition.NotEmpty(JURISDICTIONS);

    static List<Arguments> truths() {
        return List.of(
                Arguments.of(AUTOMATED, ranks(4, 4), TRUE),
                Arguments.of(AUTOMATED, ranks(3, 3), FALSE),
                Arguments.of(AUTOMATED, ranks(4, 6), TRUE),
                Arguments.of(AUTOMATED, ranks(3, 4), UNDETERMINED),
                Arguments.of(AUTOMATED, ranks(0, 3), FALSE),
                Arguments.of(AUTOMATED, AUTOMATION_LEVEL.unknown(), UNDETERMINED),
                Arguments.of(new Condition.AtLeast(AUTOMATION_LEVEL, 0), AUTOMATION_LEVEL.unknown(), TRUE),
                Arguments.of(LARGE, numbers("1e25", "1e25"), TRUE),
                Arguments.of(LARGE, numbers("9.9e24", "9.9e24"), FALSE),
                Arguments.of(LARGE, numbers("1e25", null), TRUE),
                Arguments.of(LARGE, numbers("1e24", null), UNDETERMINED),
                Arguments.of(LARGE, numbers("0", "1e25"), UNDETERMINED),
                Arguments.of(LARGE, numbers("0", "1e24"), FALSE),
                Arguments.of(IMMATURE, numbers("6", "6"), TRUE),
                Arguments.of(IMMATURE, numbers("7", "7"), FALSE),
                Arguments.of(IMMATURE, numbers("1", "6"), TRUE),
                Arguments.of(IMMATURE, numbers("6", "9"), UNDETERMINED),
                Arguments.of(IMMATURE, numbers("7", "9"), FALSE),
                Arguments.of(IMMATURE, TECHNOLOGY_READINESS_LEVEL.unknown(), UNDETERMINED),
                Arguments.of(PROFILES, ranks(1, 1), TRUE),
                Arguments.of(PROFILES, ranks(0, 0), FALSE),
                Arguments.of(PROFILES, ranks(0, 1), UNDETERMINED),
                Arguments.of(EARLY, new Bounds.OneOf(0b001), TRUE),
                Arguments.of(EARLY, new Bounds.OneOf(0b011), TRUE),
                Arguments.of(EARLY, new Bounds.OneOf(0b110), UNDETERMINED),
                Arguments.of(EARLY, new Bounds.OneOf(0b100), FALSE),
                Arguments.of(EARLY, LIFECYCLE_STAGE.unknown(), UNDETERMINED),
                Arguments.of(IN_EU, new Bounds.Members(0b001, true), TRUE),
                Arguments.of(IN_EU, new Bounds.Members(0b001, false), TRUE),
                Arguments.of(IN_EU, new Bounds.Members(0b010, false), UNDETERMINED),
                Arguments.of(IN_EU, new Bounds.Members(0b010, true), FALSE),
                Arguments.of(IN_EU, new Bounds.Members(0, true), FALSE),
                Arguments.of(IN_EU, JURISDICTIONS.unknown(), UNDETERMINED),
                Arguments.of(IN_EU_OR_UK, new Bounds.Members(0b010, true), TRUE),
                Arguments.of(IN_EU_OR_UK, new Bounds.Members(0b100, true), FALSE),
                Arguments.of(IN_EU_OR_UK, new Bounds.Members(0b100, false), UNDETERMINED),
                Arguments.of(SOMEWHERE, new Bounds.Members(0b100, true), TRUE),
                Arguments.of(SOMEWHERE, new Bounds.Members(0b100, false), TRUE),
                Arguments.of(SOMEWHERE, new Bounds.Members(0, true), FALSE),
                Arguments.of(SOMEWHERE, JURISDICTIONS.unknown(), UNDETERMINED));
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @MethodSource("truths")
    void a_test_holds_if_it_holds_for_everything_possible(Condition.SystemTest test, Bounds bounds, Truth truth) {
        assertThat(test.test(bounds)).isEqualTo(truth);
        assertThat(test.evaluate(new Known().with(test.characteristic(), bounds)))
                .isEqualTo(truth);
    }

    @ParameterizedTest
    @EnumSource(Truth.class)
    void results_are_read_as_they_are(Truth truth) {
        Known known = new Known();
        known.riskSources.put(new RiskSourceId("C.3.3"), truth);
        known.controls.put(new ControlId("A.6.2.8"), truth);

        assertThat(new Condition.HasRiskSource(new RiskSourceId("C.3.3")).evaluate(known))
                .isEqualTo(truth);
        assertThat(new Condition.IsNeeded(new ControlId("A.6.2.8")).evaluate(known))
                .isEqualTo(truth);
    }

    @Test
    void a_level_is_reached_if_its_low_end_does_and_not_if_its_high_end_does_not() {
        Condition high = new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.HIGH);
        Known known = new Known();

        known.level = new Range<>(RiskLevel.HIGH, RiskLevel.VERY_HIGH);
        assertThat(high.evaluate(known)).isEqualTo(TRUE);
        known.level = new Range<>(RiskLevel.MODERATE, RiskLevel.HIGH);
        assertThat(high.evaluate(known)).isEqualTo(UNDETERMINED);
        known.level = new Range<>(RiskLevel.VERY_LOW, RiskLevel.MODERATE);
        assertThat(high.evaluate(known)).isEqualTo(FALSE);
    }

    @Test
    void always_holds() {
        assertThat(new Condition.Always().evaluate(new Known())).isEqualTo(TRUE);
        assertThat(new Condition.Always().tests()).isEmpty();
    }

    @Test
    void all_parts_must_hold() {
        Known known = new Known().with(PROFILING, ranks(1, 1)).with(AUTOMATION_LEVEL, ranks(4, 4));

        assertThat(all(PROFILES, AUTOMATED).evaluate(known)).isEqualTo(TRUE);
        assertThat(all(PROFILES, IMMATURE, AUTOMATED).evaluate(known)).isEqualTo(UNDETERMINED);
        assertThat(all(IMMATURE, PROFILES).evaluate(known.with(PROFILING, ranks(0, 0))))
                .isEqualTo(FALSE);
    }

    @Test
    void one_part_must_hold() {
        Known known = new Known().with(PROFILING, ranks(0, 0)).with(AUTOMATION_LEVEL, ranks(4, 4));

        assertThat(any(PROFILES, IMMATURE, AUTOMATED).evaluate(known)).isEqualTo(TRUE);
        assertThat(any(PROFILES, IMMATURE).evaluate(known)).isEqualTo(UNDETERMINED);
        assertThat(any(PROFILES, LARGE).evaluate(known.with(TRAINING_COMPUTE_FLOPS, numbers("0", "0"))))
                .isEqualTo(FALSE);
    }

    @Test
    void a_condition_joins_two_parts_or_more() {
        assertThatThrownBy(() -> all(PROFILES)).hasMessage("A condition joins two parts or more, not 1");
        assertThatThrownBy(() -> any()).hasMessage("A condition joins two parts or more, not 0");
    }

    @Test
    void a_test_names_values_that_there_are() {
        assertThatThrownBy(() -> new Condition.AtLeast(AUTOMATION_LEVEL, 7))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Condition.AtLeast(AUTOMATION_LEVEL, -1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Condition.Contains(JURISDICTIONS, 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Condition.ContainsAny(JURISDICTIONS, 0))
                .hasMessage("A test of jurisdictions must name at least one of its 5 values");
        assertThatThrownBy(() -> new Condition.ContainsAny(JURISDICTIONS, 1L << 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Condition.IsIn(LIFECYCLE_STAGE, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    static List<Arguments> texts() {
        return List.of(
                Arguments.of(new Condition.Always(), "always"),
                Arguments.of(AUTOMATED, "automationLevel >= HIGH_AUTOMATION"),
                Arguments.of(LARGE, "trainingComputeFlops >= 1E+25"),
                Arguments.of(
                        new Condition.ReachesNumber(TRAINING_COMPUTE_FLOPS, BigDecimal.TEN),
                        "trainingComputeFlops >= 10"),
                Arguments.of(IMMATURE, "technologyReadinessLevel <= 6"),
                Arguments.of(PROFILES, "profiling = YES"),
                Arguments.of(EARLY, "lifecycleStage in {INCEPTION, DESIGN_AND_DEVELOPMENT}"),
                Arguments.of(IN_EU, "jurisdictions contains EU"),
                Arguments.of(IN_EU_OR_UK, "jurisdictions containsAny {EU, UK}"),
                Arguments.of(SOMEWHERE, "jurisdictions notEmpty"),
                Arguments.of(new Condition.HasRiskSource(new RiskSourceId("C.3.3")), "riskSources contains C.3.3"),
                Arguments.of(
                        new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.HIGH), "level(C.2.5) >= HIGH"),
                Arguments.of(new Condition.IsNeeded(new ControlId("A.6.2.8")), "needed contains A.6.2.8"),
                Arguments.of(
                        all(PROFILES, any(IN_EU, SOMEWHERE)),
                        "profiling = YES and (jurisdictions contains EU or jurisdictions notEmpty)"),
                Arguments.of(
                        any(PROFILES, all(IN_EU, IMMATURE)),
                        "profiling = YES or jurisdictions contains EU and technologyReadinessLevel <= 6"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("texts")
    void its_text_is_the_condition_as_packs_write_it(Condition condition, String text) {
        assertThat(condition).hasToString(text);
    }

    @Test
    void its_tests_are_listed_from_left_to_right() {
        assertThat(any(all(PROFILES, IN_EU), all(IMMATURE, any(LARGE, PROFILES)))
                        .tests())
                .containsExactly(PROFILES, IN_EU, IMMATURE, LARGE, PROFILES);
        assertThatThrownBy(() -> PROFILES.tests().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void tests_of_equal_numbers_are_equal() {
        assertThat(new Condition.ReachesNumber(TRAINING_COMPUTE_FLOPS, new BigDecimal("10.0")))
                .isEqualTo(new Condition.ReachesNumber(TRAINING_COMPUTE_FLOPS, new BigDecimal("1e1")));
    }

    @Test
    void shorthands_find_the_position_of_a_value() {
        assertThat(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)).isEqualTo(AUTOMATED);
        assertThat(contains(JURISDICTIONS, Jurisdiction.EU)).isEqualTo(IN_EU);
        assertThat(yes(PROFILING)).isEqualTo(PROFILES);
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void what_is_settled_stays_settled_when_more_is_known(
            @ForAll("conditions") Condition condition, @ForAll("partial") Known known, @ForAll int choice) {
        Truth before = condition.evaluate(known);
        Truth after = condition.evaluate(known.narrowed(choice));

        if (before != UNDETERMINED) {
            assertThat(after).isEqualTo(before);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void complete_knowledge_settles_every_condition(
            @ForAll("conditions") Condition condition, @ForAll("partial") Known known, @ForAll int choice) {
        assertThat(condition.evaluate(known.narrowed(choice))).isNotEqualTo(UNDETERMINED);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_order_of_parts_does_not_matter(
            @ForAll("conditions") Condition left,
            @ForAll("conditions") Condition right,
            @ForAll("partial") Known known) {
        assertThat(all(left, right).evaluate(known)).isEqualTo(all(right, left).evaluate(known));
        assertThat(any(left, right).evaluate(known)).isEqualTo(any(right, left).evaluate(known));
    }

    @Provide
    Arbitrary<Condition> conditions() {
        Arbitrary<Condition> tests =
                Arbitraries.of(AUTOMATED, LARGE, IMMATURE, PROFILES, EARLY, IN_EU, IN_EU_OR_UK, SOMEWHERE);
        Arbitrary<Condition> pairs = Combinators.combine(tests, tests, Arbitraries.of(true, false))
                .as((left, right, and) -> and ? all(left, right) : any(left, right));
        Arbitrary<Condition> parts = Arbitraries.oneOf(tests, pairs);
        return Combinators.combine(parts, parts, Arbitraries.of(true, false))
                .as((left, right, and) -> and ? all(left, right) : any(left, right));
    }

    @Provide
    Arbitrary<Known> partial() {
        Arbitrary<Bounds> automation = Arbitraries.of(ranks(0, 6), ranks(0, 3), ranks(4, 6), ranks(2, 5), ranks(4, 4));
        Arbitrary<Bounds> compute =
                Arbitraries.of(numbers("0", null), numbers("1e25", null), numbers("0", "1e24"), numbers("1", "1e26"));
        Arbitrary<Bounds> readiness = Arbitraries.of(numbers("1", "9"), numbers("6", "7"), numbers("7", "9"));
        Arbitrary<Bounds> profiling = Arbitraries.of(ranks(0, 1), ranks(0, 0), ranks(1, 1));
        Arbitrary<Bounds> stage =
                Arbitraries.of(0xFFL, 0b011L, 0b110L, 0b100L, 1L).map(Bounds.OneOf::new);
        Arbitrary<Bounds> places = Combinators.combine(Arbitraries.longs().between(0, 7), Arbitraries.of(true, false))
                .as(Bounds.Members::new);
        return Combinators.combine(automation, compute, readiness, profiling, stage, places)
                .as((a, c, r, p, s, j) -> new Known()
                        .with(AUTOMATION_LEVEL, a)
                        .with(TRAINING_COMPUTE_FLOPS, c)
                        .with(TECHNOLOGY_READINESS_LEVEL, r)
                        .with(PROFILING, p)
                        .with(LIFECYCLE_STAGE, s)
                        .with(JURISDICTIONS, j));
    }

    private static Bounds ranks(int low, int high) {
        return new Bounds.Ranks(low, high);
    }

    private static Bounds numbers(String low, String high) {
        return new Bounds.Numbers(new BigDecimal(low), high == null ? null : new BigDecimal(high));
    }

    /** Facts as a test sets them. */
    static final class Known implements Facts {

        private final Map<Characteristic<?>, Bounds> bounds = new HashMap<>();
        private final Map<RiskSourceId, Truth> riskSources = new HashMap<>();
        private final Map<ControlId, Truth> controls = new HashMap<>();
        private Range<RiskLevel> level = Range.exactly(RiskLevel.VERY_LOW);

        Known with(Characteristic<?> characteristic, Bounds known) {
            bounds.put(characteristic, Answer.of(characteristic, known).bounds());
            return this;
        }

        /** Everything known exactly, in one of the ways still possible. */
        Known narrowed(int choice) {
            Known exact = new Known();
            bounds.forEach((characteristic, wide) -> {
                List<Bounds> exactly = exactly(wide);
                exact.with(characteristic, exactly.get(Math.floorMod(choice, exactly.size())));
            });
            return exact;
        }

        private static List<Bounds> exactly(Bounds wide) {
            List<Bounds> all = new ArrayList<>();
            if (wide instanceof Bounds.Ranks range) {
                for (int rank = range.low(); rank <= range.high(); rank++) {
                    all.add(ranks(rank, rank));
                }
            } else if (wide instanceof Bounds.Numbers range) {
                all.add(new Bounds.Numbers(range.low(), range.low()));
                BigDecimal high = range.high() == null ? new BigDecimal("1e30") : range.high();
                all.add(new Bounds.Numbers(high, high));
            } else if (wide instanceof Bounds.Members members) {
                for (long set = 0; set < 8; set++) {
                    Bounds complete = new Bounds.Members(set, true);
                    if (complete.isWithin(members)) {
                        all.add(complete);
                    }
                }
            } else {
                for (long value = 1; value < 256; value <<= 1) {
                    Bounds one = new Bounds.OneOf(value);
                    if (one.isWithin(wide)) {
                        all.add(one);
                    }
                }
            }
            return all;
        }

        @Override
        public Bounds bounds(Characteristic<?> characteristic) {
            return bounds.getOrDefault(characteristic, characteristic.unknown());
        }

        @Override
        public Truth riskSource(RiskSourceId source) {
            return riskSources.getOrDefault(source, FALSE);
        }

        @Override
        public Range<RiskLevel> level(ObjectiveId objective) {
            return level;
        }

        @Override
        public Truth needed(ControlId control) {
            return controls.getOrDefault(control, FALSE);
        }

        @Override
        public String toString() {
            return bounds.toString();
        }
    }
}
