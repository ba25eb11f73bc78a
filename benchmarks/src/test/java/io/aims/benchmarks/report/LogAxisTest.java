package io.aims.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogAxisTest {

    @Test
    void equal_ratios_are_equal_distances() {
        LogAxis axis = LogAxis.around(List.of(1.5, 70.0), 0, 100);

        assertThat(axis.place(axis.least())).isZero();
        assertThat(axis.place(axis.most())).isEqualTo(100);
        assertThat(axis.place(40) - axis.place(20)).isCloseTo(axis.place(4) - axis.place(2), within(1e-9));
    }

    @Test
    void ticks_are_round_numbers_around_all_values() {
        assertThat(LogAxis.around(List.of(3.0, 40.0), 0, 1).ticks()).containsExactly(2.0, 5.0, 10.0, 20.0, 50.0);
        assertThat(LogAxis.around(List.of(1.0, 1_000_000.0), 0, 1).ticks())
                .containsExactly(1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6);
        assertThat(LogAxis.around(List.of(7.0), 0, 1).ticks()).containsExactly(5.0, 10.0);
    }

    @Test
    void zero_has_no_place() {
        assertThatThrownBy(() -> LogAxis.around(List.of(0.0, 1.0), 0, 1)).hasMessageContaining("0.0");
    }
}
