package io.aims.evaluation;

import static io.aims.TestRules.base;
import static io.aims.TestRules.evaluate;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.risk.Likelihood.HIGH;
import static io.aims.risk.Likelihood.LOW;
import static io.aims.risk.Likelihood.MODERATE;
import static io.aims.risk.Likelihood.VERY_LOW;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aims.TestRules.RuleBuilder;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers are those of a calculation by hand, with the rates 1, 4, 13, 36 and 92 hundredths. */
class RiskMethodTest {

    private static final AiSystem EMPTY = AiSystem.named("empty").build();
    private static final String[] SOURCES = {"C.3.1", "C.3.2", "C.3.3", "C.3.4", "C.3.5", "C.3.6", "C.3.7"};

    @Test
    void without_a_finding_likelihood_severity_and_level_are_the_lowest() {
        Risk risk = risk(rule("R-1").requires("A.5.2"));

        assertThat(risk.likelihood()).isEqualTo(Range.exactly(VERY_LOW));
        assertThat(risk.severity()).isEqualTo(Range.exactly(Severity.NEGLIGIBLE));
        assertThat(risk.level()).isEqualTo(Range.exactly(RiskLevel.VERY_LOW));
        assertThat(risk.lowRate()).isZero();
        assertThat(risk.highRate()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Likelihood.class)
    void one_finding_keeps_its_band_whatever_the_number_of_its_sources(Likelihood likelihood) {
        for (int count = 1; count <= SOURCES.length; count++) {
            Risk risk = risk(threat("R-1", likelihood, java.util.Arrays.copyOf(SOURCES, count)));

            assertThat(risk.likelihood()).as("%d sources", count).isEqualTo(Range.exactly(likelihood));
        }
    }

    @Test
    void a_finding_shares_its_rate_among_its_sources() {
        Risk risk = risk(threat("R-1", MODERATE, "C.3.1", "C.3.2"), threat("R-2", LOW, "C.3.1"));

        // 13 over two sources is 6.4 on each; the 4 of the second finding is less than that
        assertThat(risk.lowRate()).isCloseTo(0.1278, within(0.0001));

        risk = risk(threat("R-1", MODERATE, "C.3.1", "C.3.2"), threat("R-2", MODERATE, "C.3.1"));

        // 12.8 on the first source, 6.4 on the second
        assertThat(risk.lowRate()).isCloseTo(0.1917, within(0.0001));
    }

    @Test
    void within_one_source_the_largest_counts() {
        Risk risk = risk(threat("R-1", LOW, "C.3.1"), threat("R-2", HIGH, "C.3.1"), threat("R-3", MODERATE, "C.3.1"));

        assertThat(risk.lowRate()).isCloseTo(0.3567, within(0.0001));
        assertThat(risk.likelihood()).isEqualTo(Range.exactly(HIGH));
    }

    @Test
    void two_findings_of_one_source_and_level_count_as_one() {
        assertThat(risk(threat("R-1", MODERATE, "C.3.1"), threat("R-2", MODERATE, "C.3.1"))
                        .lowRate())
                .isEqualTo(risk(threat("R-1", MODERATE, "C.3.1")).lowRate());
    }

    @ParameterizedTest(name = "{0} findings of {1} on as many sources are {2}, rate {3}")
    @CsvSource({
        "1, LOW, LOW, 0.0408",
        "2, LOW, LOW, 0.0816",
        "3, LOW, MODERATE, 0.1225",
        "2, MODERATE, MODERATE, 0.2557",
        "3, MODERATE, HIGH, 0.3835",
        "2, HIGH, HIGH, 0.7133",
        "3, HIGH, VERY_HIGH, 1.0700",
        "2, VERY_LOW, VERY_LOW, 0.0201",
        "3, VERY_LOW, LOW, 0.0302",
        "7, VERY_HIGH, VERY_HIGH, 6.4140"
    })
    void across_sources_rates_add_up(int count, Likelihood each, Likelihood together, double rate) {
        RuleBuilder[] rules = new RuleBuilder[count];
        for (int i = 0; i < count; i++) {
            rules[i] = threat("R-" + i, each, SOURCES[i]);
        }
        Risk risk = risk(rules);

        assertThat(risk.likelihood()).isEqualTo(Range.exactly(together));
        assertThat(risk.lowRate()).isCloseTo(rate, within(0.0001));
    }

    @Test
    void severity_is_the_highest_floor_and_no_sum() {
        Risk risk = risk(
                rule("R-1").threatens("C.2.5").floor(Severity.MINOR),
                rule("R-2").threatens("C.2.5").floor(Severity.MAJOR),
                rule("R-3").threatens("C.2.5").floor(Severity.MODERATE));

        assertThat(risk.severity()).isEqualTo(Range.exactly(Severity.MAJOR));
        assertThat(risk.likelihood()).isEqualTo(Range.exactly(VERY_LOW));
        assertThat(risk.level()).isEqualTo(Range.exactly(RiskLevel.LOW));
    }

    @Test
    void the_level_is_that_of_the_table() {
        Risk risk = risk(
                threat("R-1", MODERATE, "C.3.1"), rule("R-2").threatens("C.2.5").floor(Severity.CATASTROPHIC));

        assertThat(risk.level()).isEqualTo(Range.exactly(RiskLevel.HIGH));
    }

    @Test
    void each_objective_has_its_own_risk() {
        Evaluation evaluation = evaluate(
                EMPTY,
                threat("R-1", HIGH, "C.3.1"),
                rule("R-2")
                        .raises("C.3.2")
                        .threatens("C.2.1", "C.2.10")
                        .likelihood(LOW)
                        .floor(Severity.MAJOR));

        assertThat(risk(evaluation, "C.2.5").likelihood()).isEqualTo(Range.exactly(HIGH));
        assertThat(risk(evaluation, "C.2.5").severity()).isEqualTo(Range.exactly(Severity.NEGLIGIBLE));
        assertThat(risk(evaluation, "C.2.1").likelihood()).isEqualTo(Range.exactly(LOW));
        assertThat(risk(evaluation, "C.2.10").severity()).isEqualTo(Range.exactly(Severity.MAJOR));
    }

    @Test
    void what_is_undetermined_moves_the_high_end_only() {
        Risk risk = risk(
                threat("R-1", LOW, "C.3.1"),
                threat("R-2", HIGH, "C.3.2").when(yes(PROFILING)).floor(Severity.MAJOR));

        assertThat(risk.likelihood()).isEqualTo(new Range<>(LOW, HIGH));
        assertThat(risk.severity()).isEqualTo(new Range<>(Severity.NEGLIGIBLE, Severity.MAJOR));
        assertThat(risk.level()).isEqualTo(new Range<>(RiskLevel.VERY_LOW, RiskLevel.HIGH));
        assertThat(risk.lowRate()).isCloseTo(0.0408, within(0.0001));
        assertThat(risk.highRate()).isCloseTo(0.3975, within(0.0001));
        assertThat(risk.rules()).hasToString("[R-1]");
        assertThat(risk.undetermined()).hasToString("[R-2]");
    }

    @Test
    void what_is_false_moves_nothing() {
        AiSystem known = EMPTY.with(PROFILING, YesNo.NO);

        assertThat(evaluate(known, threat("R-1", HIGH, "C.3.2").when(yes(PROFILING)))
                        .level())
                .isEqualTo(Range.exactly(RiskLevel.VERY_LOW));
    }

    @Test
    void a_likelihood_without_a_source_contributes_nothing() {
        assertThat(risk(rule("R-1").threatens("C.2.5").likelihood(HIGH)).lowRate())
                .isZero();
    }

    @Test
    void results_tell_what_the_rules_below_come_to() {
        RiskMethod method = new RiskMethod(base(
                threat("R-1", HIGH, "C.3.1").requires("A.5.2"),
                threat("R-2", HIGH, "C.3.2").floor(Severity.MAJOR).requires("A.9.2")));
        StratumResults results = method.results(bits(0), bits(0, 1));

        assertThat(results.riskSource(new RiskSourceId("C.3.1"))).isEqualTo(Truth.TRUE);
        assertThat(results.riskSource(new RiskSourceId("C.3.2"))).isEqualTo(Truth.UNDETERMINED);
        assertThat(results.riskSource(new RiskSourceId("C.3.3"))).isEqualTo(Truth.FALSE);
        assertThat(results.needed(new io.aims.control.ControlId("A.5.2"))).isEqualTo(Truth.TRUE);
        assertThat(results.needed(new io.aims.control.ControlId("A.9.2"))).isEqualTo(Truth.UNDETERMINED);
        assertThat(results.needed(new io.aims.control.ControlId("A.2.2"))).isEqualTo(Truth.FALSE);
        assertThat(results.level(new ObjectiveId("C.2.5")))
                .isEqualTo(new Range<>(RiskLevel.VERY_LOW, RiskLevel.HIGH))
                .isEqualTo(results.level(new ObjectiveId("C.2.5")));
        assertThatThrownBy(() -> results.level(new ObjectiveId("C.2.99"))).hasMessage("No objective C.2.99");
    }

    @Test
    void results_do_not_change_when_the_outcomes_given_do() {
        BitSet certain = bits();
        StratumResults results = new RiskMethod(base(threat("R-1", HIGH, "C.3.1"))).results(certain, bits(0));
        certain.set(0);

        assertThat(results.riskSource(new RiskSourceId("C.3.1"))).isEqualTo(Truth.UNDETERMINED);
    }

    @Test
    void a_rule_about_something_absent_from_the_catalogue_is_refused() {
        assertThatThrownBy(() -> evaluate(EMPTY, rule("R-1").threatens("C.2.99")))
                .hasMessageStartingWith("AIMS-2007: Rule (R-1) names (C.2.99), absent from catalogue (test:1).");
        assertThatThrownBy(() -> evaluate(EMPTY, rule("R-1").raises("C.3.99")))
                .hasMessageStartingWith("AIMS-2007: Rule (R-1) names (C.3.99)");
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void the_order_of_findings_does_not_matter(@ForAll("findings") List<Found> findings, @ForAll Random random) {
        List<Found> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, random);

        Risk one = risk(rules(findings));
        Risk other = risk(rules(shuffled));

        assertThat(other.lowRate()).isEqualTo(one.lowRate());
        assertThat(other.level()).isEqualTo(one.level());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void another_finding_never_lowers_rate_severity_or_level(
            @ForAll("findings") List<Found> findings, @ForAll("finding") Found another) {
        List<Found> more = new ArrayList<>(findings);
        more.add(another);
        Risk before = risk(rules(findings));
        Risk after = risk(rules(more));

        assertThat(after.lowRate()).isGreaterThanOrEqualTo(before.lowRate());
        assertThat(after.severity().low())
                .isGreaterThanOrEqualTo(before.severity().low());
        assertThat(after.level().low()).isGreaterThanOrEqualTo(before.level().low());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void the_same_finding_twice_changes_nothing(@ForAll("findings") List<Found> findings) {
        List<Found> twice = new ArrayList<>(findings);
        twice.addAll(findings);

        assertThat(risk(rules(twice)).lowRate()).isEqualTo(risk(rules(findings)).lowRate());
    }

    record Found(Likelihood likelihood, Severity floor, List<String> sources) {}

    @Provide
    Arbitrary<Found> finding() {
        return Combinators.combine(
                        Arbitraries.of(Likelihood.class),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(SOURCES)
                                .list()
                                .uniqueElements()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as(Found::new);
    }

    @Provide
    Arbitrary<List<Found>> findings() {
        return finding().list().ofMaxSize(6);
    }

    private static RuleBuilder[] rules(List<Found> findings) {
        RuleBuilder[] rules = new RuleBuilder[findings.size()];
        for (int i = 0; i < rules.length; i++) {
            Found found = findings.get(i);
            rules[i] = threat("R-" + i, found.likelihood(), found.sources().toArray(String[]::new))
                    .floor(found.floor());
        }
        return rules;
    }

    private static RuleBuilder threat(String id, Likelihood likelihood, String... sources) {
        return rule(id).raises(sources).threatens("C.2.5").likelihood(likelihood);
    }

    private static Risk risk(RuleBuilder... rules) {
        return risk(evaluate(EMPTY, rules), "C.2.5");
    }

    private static Risk risk(Evaluation evaluation, String objective) {
        return evaluation.risk(new ObjectiveId(objective)).orElseThrow();
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
