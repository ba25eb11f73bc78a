package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.rules.PackLimits.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackLimitsTest {

    @ParameterizedTest
    @EnumSource
    void each_limit_can_be_changed_alone(Limit limit) {
        PackLimits standard = PackLimits.standard();
        PackLimits changed = standard.with(limit, 1);

        for (Limit other : Limit.values()) {
            assertThat(changed.most(other)).isEqualTo(other == limit ? 1 : standard.most(other));
        }
        assertThat(changed)
                .isNotEqualTo(standard)
                .hasToString(standard.toString().replace(limit + "=" + standard.most(limit), limit + "=1"));
        assertThat(changed.with(limit, standard.most(limit)))
                .isEqualTo(standard)
                .hasSameHashCodeAs(standard);
        assertThat(standard.most(limit)).isGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_limit_that_allows_nothing_or_everything_is_refused(Limit limit) {
        assertThatThrownBy(() -> PackLimits.standard().with(limit, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The limit " + limit + " must be 1 to ");
        if (limit != Limit.PACK_BYTES && limit != Limit.STEPS) {
            assertThatThrownBy(() -> PackLimits.standard().with(limit, Integer.MAX_VALUE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_standard_pack_keeps_the_limits_of_anybody() {
        assertThat(PackLoader.standard().read(RulePacks.standardSource()).rules())
                .hasSizeGreaterThan(300);
    }
}
