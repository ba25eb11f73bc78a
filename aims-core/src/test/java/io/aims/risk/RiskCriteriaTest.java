package io.aims.risk;

import static io.aims.TestRules.bandStarts;
import static io.aims.TestRules.criteria;
import static io.aims.TestRules.levels;
import static io.aims.TestRules.probabilities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aims.error.AimsException;
import io.aims.error.Fault;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskCriteriaTest {

    private static final String[] ANCHORS = {"0.01", "0.04", "0.12", "0.30", "0.60"};
    private static final String[] STARTS = {"0.02", "0.08", "0.25", "0.55"};

    @ParameterizedTest
    @CsvSource({"VERY_LOW, 0.0101", "LOW, 0.0408", "MODERATE, 0.1278", "HIGH, 0.3567", "VERY_HIGH, 0.9163"})
    void the_rate_of_a_likelihood_is_that_of_its_anchor(Likelihood likelihood, double byHand) {
        assertThat(criteria().rate(likelihood)).isCloseTo(byHand, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({
        "0,       VERY_LOW",
        "0.0202,  VERY_LOW",
        "0.0203,  LOW",
        "0.0833,  LOW",
        "0.0834,  MODERATE",
        "0.2876,  MODERATE",
        "0.2877,  HIGH",
        "0.7985,  HIGH",
        "0.7986,  VERY_HIGH",
        "1000,    VERY_HIGH"
    })
    void a_band_reaches_from_its_beginning_to_the_next(double rate, Likelihood band) {
        assertThat(criteria().band(rate)).isEqualTo(band);
    }

    @ParameterizedTest
    @EnumSource(Likelihood.class)
    void an_anchor_lies_in_its_own_band(Likelihood likelihood) {
        assertThat(criteria().band(criteria().rate(likelihood))).isEqualTo(likelihood);
    }

    @ParameterizedTest
    @EnumSource(Likelihood.class)
    void an_anchor_at_the_beginning_of_its_band_survives_the_rounding_of_shares(Likelihood likelihood) {
        RiskCriteria tight = own(probabilities(ANCHORS), bandStarts("0.04", "0.12", "0.30", "0.60"), levels());
        for (int shares = 1; shares <= 50; shares++) {
            double sum = 0;
            for (int i = 0; i < shares; i++) {
                sum += tight.rate(likelihood) / shares;
            }

            assertThat(tight.band(sum)).as("%d shares", shares).isEqualTo(likelihood);
        }
    }

    @Test
    void the_level_is_that_of_the_table() {
        assertThat(criteria().level(Likelihood.MODERATE, Severity.CATASTROPHIC)).isEqualTo(RiskLevel.HIGH);
        assertThat(criteria().level(Likelihood.VERY_HIGH, Severity.NEGLIGIBLE)).isEqualTo(RiskLevel.VERY_LOW);
        assertThat(criteria().level(Likelihood.VERY_LOW, Severity.CATASTROPHIC)).isEqualTo(RiskLevel.LOW);
        assertThat(criteria().level(Likelihood.HIGH, Severity.MAJOR)).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void the_level_rises_with_likelihood_and_severity() {
        for (Likelihood likelihood : Likelihood.values()) {
            for (Severity severity : Severity.values()) {
                RiskLevel level = criteria().level(likelihood, severity);
                for (Likelihood more : Likelihood.values()) {
                    for (Severity worse : Severity.values()) {
                        if (more.compareTo(likelihood) >= 0 && worse.compareTo(severity) >= 0) {
                            assertThat(criteria().level(more, worse)).isGreaterThanOrEqualTo(level);
                        }
                    }
                }
            }
        }
    }

    @Property(tries = 300)
    void the_band_never_falls_when_the_rate_rises(
            @ForAll @DoubleRange(min = 0, max = 2) double rate, @ForAll @DoubleRange(min = 0, max = 2) double more) {
        assertThat(criteria().band(rate + more))
                .isGreaterThanOrEqualTo(criteria().band(rate));
    }

    @Test
    void every_fault_is_told_at_once() {
        Map<Likelihood, Map<Severity, RiskLevel>> table = levels();
        table.get(Likelihood.LOW).put(Severity.MINOR, RiskLevel.VERY_HIGH);
        table.remove(Likelihood.VERY_HIGH);

        assertThatThrownBy(() -> own(
                        probabilities("0.01", "0.04", "0.03", "0.30", "1"), bandStarts("0.01", "0.08", "0.31"), table))
                .isInstanceOfSatisfying(
                        AimsException.class,
                        e -> assertThat(e.faults())
                                .extracting(Fault::message)
                                .containsExactly(
                                        "The band of LOW (0.01) in criteria (own) must be above 0.01 and at most 0.04.",
                                        "The anchor of MODERATE (0.03) in criteria (own) must be above 0.04 and below 1.",
                                        "The band of HIGH (0.31) in criteria (own) must be above 0.04 and at most 0.30.",
                                        "The anchor of VERY_HIGH (1) in criteria (own) must be above 0.30 and below 1.",
                                        "The level of LOW and MODERATE (LOW) in criteria (own) must be at least that of every"
                                                + " lower likelihood and severity.",
                                        "The level of MODERATE and MINOR (LOW) in criteria (own) must be at least that of every"
                                                + " lower likelihood and severity.",
                                        "The level of VERY_HIGH and NEGLIGIBLE (absent) in criteria (own) must be given.",
                                        "The level of VERY_HIGH and MINOR (absent) in criteria (own) must be given.",
                                        "The level of VERY_HIGH and MODERATE (absent) in criteria (own) must be given.",
                                        "The level of VERY_HIGH and MAJOR (absent) in criteria (own) must be given.",
                                        "The level of VERY_HIGH and CATASTROPHIC (absent) in criteria (own) must be given."));
    }

    @Test
    void faults_have_their_code_and_a_way_out() {
        assertThatThrownBy(() -> own(Map.of(), Map.of(), Map.of()))
                .hasMessageStartingWith("AIMS-2030: The anchor of VERY_LOW (absent) in criteria (own)")
                .hasMessageEndingWith("Maybe start from the standard criteria and change one value at a time.");
    }

    @Test
    void the_id_is_escaped_in_messages() {
        assertThatThrownBy(() -> new RiskCriteria("a\nb", "1", Map.of(), Map.of(), Map.of(), null, List.of()))
                .hasMessageContaining("(a\\nb)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1", "1e-400", "-1e400"})
    void an_anchor_that_is_no_probability_above_zero_is_refused(String lowest) {
        Map<Likelihood, BigDecimal> anchors = probabilities(ANCHORS);
        anchors.put(Likelihood.VERY_LOW, new BigDecimal(lowest));

        assertThatThrownBy(() -> own(anchors, bandStarts(STARTS), levels()))
                .hasMessageContaining("The anchor of VERY_LOW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.1", "0.99999999999999999999999", "1e400"})
    void an_anchor_that_is_no_probability_below_one_is_refused(String highest) {
        Map<Likelihood, BigDecimal> anchors = probabilities(ANCHORS);
        anchors.put(Likelihood.VERY_HIGH, new BigDecimal(highest));

        assertThatThrownBy(() -> own(anchors, bandStarts(STARTS), levels()))
                .hasMessageContaining("The anchor of VERY_HIGH");
    }

    @Test
    void an_organisation_says_what_it_tolerates() {
        assertThat(criteria().tolerance()).isEmpty();

        RiskCriteria strict = criteria().tolerating(RiskLevel.LOW);

        assertThat(strict.tolerance()).contains(RiskLevel.LOW);
        assertThat(strict.id()).isEqualTo(criteria().id());
        assertThat(strict.version()).isEqualTo("1.0.0");
        assertThat(strict.limits()).containsExactly("A limit.");
        assertThat(strict.level(Likelihood.MODERATE, Severity.MAJOR)).isEqualTo(RiskLevel.MODERATE);
    }

    @Test
    void the_fingerprint_shows_every_change() {
        Map<Likelihood, Map<Severity, RiskLevel>> other = new EnumMap<>(levels());
        other.get(Likelihood.VERY_HIGH).put(Severity.NEGLIGIBLE, RiskLevel.LOW);

        assertThat(List.of(
                        criteria().fingerprint(),
                        criteria().tolerating(RiskLevel.LOW).fingerprint(),
                        criteria().tolerating(RiskLevel.HIGH).fingerprint(),
                        own(probabilities(ANCHORS), bandStarts(STARTS), levels())
                                .fingerprint(),
                        own(probabilities(ANCHORS), bandStarts(STARTS), other).fingerprint(),
                        own(probabilities("0.011", "0.04", "0.12", "0.30", "0.60"), bandStarts(STARTS), levels())
                                .fingerprint(),
                        own(probabilities(ANCHORS), bandStarts("0.02", "0.08", "0.25", "0.56"), levels())
                                .fingerprint(),
                        new RiskCriteria(
                                        "own",
                                        "1",
                                        probabilities(ANCHORS),
                                        bandStarts(STARTS),
                                        levels(),
                                        null,
                                        List.of("A limit."))
                                .fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_fingerprint_does_not_change_with_the_way_numbers_are_written() {
        assertThat(own(probabilities("1e-2", "0.040", "0.12", "0.3", "0.6"), bandStarts(STARTS), levels())
                        .fingerprint())
                .isEqualTo(own(probabilities(ANCHORS), bandStarts(STARTS), levels())
                        .fingerprint());
    }

    @Test
    void they_do_not_change_when_the_table_given_does() {
        Map<Likelihood, Map<Severity, RiskLevel>> table = levels();
        RiskCriteria criteria = own(probabilities(ANCHORS), bandStarts(STARTS), table);
        table.get(Likelihood.HIGH).put(Severity.MAJOR, RiskLevel.VERY_LOW);

        assertThat(criteria.level(Likelihood.HIGH, Severity.MAJOR)).isEqualTo(RiskLevel.HIGH);
    }

    private static RiskCriteria own(
            Map<Likelihood, BigDecimal> anchors,
            Map<Likelihood, BigDecimal> starts,
            Map<Likelihood, Map<Severity, RiskLevel>> table) {
        return new RiskCriteria("own", "1", anchors, starts, table, null, List.of());
    }
}
