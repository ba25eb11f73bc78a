package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenIdsTest {

    @Test
    void an_id_is_new_once_and_only_a_bounded_number_is_remembered() {
        SeenIds seen = new SeenIds();
        for (int i = 0; i < SeenIds.MOST; i++) {
            assertThat(seen.isFull()).isFalse();
            if (!seen.add("system-" + i)) {
                throw new AssertionError("system-" + i + " was never there");
            }
        }
        assertThat(seen.isFull()).isTrue();
        assertThat(seen.add("system-0")).isFalse();
        assertThat(seen.add("system-" + (SeenIds.MOST - 1))).isFalse();
        assertThat(seen.add("later")).isTrue();
        assertThat(seen.add("later")).isTrue();
    }
}
