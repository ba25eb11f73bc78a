package io.aims.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void ranges_are_told_by_their_ends() {
        assertThat(Words.of(Range.exactly(RiskLevel.VERY_HIGH))).isEqualTo("Very high");
        assertThat(Words.of(new Range<>(RiskLevel.LOW, RiskLevel.HIGH))).isEqualTo("Low to high");
        assertThat(Words.moved(Range.exactly(RiskLevel.HIGH), new Range<>(RiskLevel.LOW, RiskLevel.HIGH)))
                .isEqualTo("High, now low to high");
        assertThat(Words.moved(Range.exactly(RiskLevel.HIGH), Range.exactly(RiskLevel.HIGH)))
                .isEqualTo("High");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.001, under 1 %", "0.377, 38 %", "0.9999, over 99 %", "1, 100 %"})
    void a_little_is_not_shown_as_nothing(double part, String shown) {
        assertThat(Words.percent(part)).isEqualTo(shown);
    }

    @Test
    void equal_ends_are_told_once() {
        assertThat(Words.percents(0.5, 0.2)).isEqualTo("20 % to 50 %");
        assertThat(Words.percents(0, 0)).isEqualTo("0 %");
    }
}
