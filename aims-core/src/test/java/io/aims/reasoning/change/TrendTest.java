package io.aims.reasoning.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrendTest {

    @ParameterizedTest(name = "low {0}, high {1}: {2}")
    @CsvSource({
        " 1,  1, WORSE", " 1,  0, WORSE", " 0,  1, WORSE",
        "-1, -1, BETTER", "-1,  0, BETTER", " 0, -1, BETTER",
        " 3, -1, KNOWN", "-1,  3, OPEN", " 0,  0, ASIDE",
    })
    void the_ends_tell_which_way_it_moved(int low, int high, Trend trend) {
        assertThat(Trend.of(low, high)).isEqualTo(trend);
        assertThat(Trend.of(-low, -high)).isEqualTo(trend.reversed());
    }

    @ParameterizedTest
    @EnumSource
    void reversed_twice_is_the_same(Trend trend) {
        assertThat(trend.reversed().reversed()).isEqualTo(trend);
    }
}
