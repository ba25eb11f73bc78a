package io.aims.rule;

import static io.aims.rule.Truth.FALSE;
import static io.aims.rule.Truth.TRUE;
import static io.aims.rule.Truth.UNDETERMINED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {

    @ParameterizedTest(name = "{0} and {1} is {2}, {0} or {1} is {3}")
    @CsvSource({
        "TRUE, TRUE, TRUE, TRUE",
        "TRUE, UNDETERMINED, UNDETERMINED, TRUE",
        "TRUE, FALSE, FALSE, TRUE",
        "UNDETERMINED, TRUE, UNDETERMINED, TRUE",
        "UNDETERMINED, UNDETERMINED, UNDETERMINED, UNDETERMINED",
        "UNDETERMINED, FALSE, FALSE, UNDETERMINED",
        "FALSE, TRUE, FALSE, TRUE",
        "FALSE, UNDETERMINED, FALSE, UNDETERMINED",
        "FALSE, FALSE, FALSE, FALSE"
    })
    void and_and_or_are_those_of_kleene(Truth left, Truth right, Truth and, Truth or) {
        assertThat(left.and(right)).isEqualTo(and);
        assertThat(left.or(right)).isEqualTo(or);
    }

    @Test
    void what_is_certain_is_true_and_what_is_impossible_is_false() {
        assertThat(Truth.of(true, true)).isEqualTo(TRUE);
        assertThat(Truth.of(false, true)).isEqualTo(UNDETERMINED);
        assertThat(Truth.of(false, false)).isEqualTo(FALSE);
    }
}
