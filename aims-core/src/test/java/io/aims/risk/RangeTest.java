package io.aims.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RangeTest {

    private final Range<RiskLevel> open = new Range<>(RiskLevel.LOW, RiskLevel.HIGH);

    @Test
    void it_reads_as_its_ends_or_as_its_only_value() {
        assertThat(open).hasToString("LOW..HIGH");
        assertThat(Range.exactly(RiskLevel.HIGH)).hasToString("HIGH");
    }

    @Test
    void it_must_not_end_below_its_beginning() {
        assertThatThrownBy(() -> new Range<>(RiskLevel.HIGH, RiskLevel.LOW))
                .hasMessage("A range must not end below its beginning: HIGH to LOW");
    }

    @Test
    void its_width_is_the_assurance_gap_in_steps() {
        assertThat(open.width()).isEqualTo(2);
        assertThat(open.isExact()).isFalse();
        assertThat(Range.exactly(RiskLevel.LOW).width()).isZero();
        assertThat(Range.exactly(RiskLevel.LOW).isExact()).isTrue();
    }

    @Test
    void it_lies_within_a_range_that_passes_neither_of_its_ends() {
        assertThat(open.isWithin(open)).isTrue();
        assertThat(Range.exactly(RiskLevel.MODERATE).isWithin(open)).isTrue();
        assertThat(new Range<>(RiskLevel.VERY_LOW, RiskLevel.HIGH).isWithin(open))
                .isFalse();
        assertThat(new Range<>(RiskLevel.LOW, RiskLevel.VERY_HIGH).isWithin(open))
                .isFalse();
    }

    @Test
    void the_worse_of_two_is_the_higher_one() {
        assertThat(RiskLevel.LOW.max(RiskLevel.HIGH)).isEqualTo(RiskLevel.HIGH);
        assertThat(RiskLevel.HIGH.max(RiskLevel.LOW)).isEqualTo(RiskLevel.HIGH);
        assertThat(Severity.MINOR.max(Severity.MAJOR)).isEqualTo(Severity.MAJOR);
        assertThat(Severity.MAJOR.max(Severity.MINOR)).isEqualTo(Severity.MAJOR);
    }

    @Test
    void severities_are_numbered_from_one_to_five() {
        assertThat(Severity.NEGLIGIBLE.step()).isEqualTo(1);
        assertThat(Severity.CATASTROPHIC.step()).isEqualTo(5);
    }
}
