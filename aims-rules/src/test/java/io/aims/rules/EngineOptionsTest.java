package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EngineOptionsTest {

    @Test
    void standard_limits_are_generous_and_bounded() {
        assertThat(EngineOptions.standard().deadline()).isEqualTo(Duration.ofSeconds(10));
        assertThat(EngineOptions.standard().concurrency()).isBetween(1, 4);
    }

    @Test
    void one_limit_is_changed_at_a_time() {
        EngineOptions options = new EngineOptions(Duration.ofSeconds(1), 2);
        assertThat(options.withDeadline(Duration.ofSeconds(3))).isEqualTo(new EngineOptions(Duration.ofSeconds(3), 2));
        assertThat(options.withConcurrency(7)).isEqualTo(new EngineOptions(Duration.ofSeconds(1), 7));
    }

    @Test
    void limits_that_let_nothing_through_are_refused() {
        EngineOptions options = EngineOptions.standard();
        assertThatThrownBy(() -> options.withDeadline(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withDeadline(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withConcurrency(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withConcurrency(1025)).isInstanceOf(IllegalArgumentException.class);
    }
}
