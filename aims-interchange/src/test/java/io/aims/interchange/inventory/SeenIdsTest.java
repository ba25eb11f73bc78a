package io.aims.interchange.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenIdsTest {

    @Test
    void an_id_seen_before_gets_the_next_number() {
        SeenIds seen = new SeenIds();

        assertThat(seen.unique("a")).isEqualTo("a");
        assertThat(seen.unique("a-2")).isEqualTo("a-2");
        assertThat(seen.unique("a")).isEqualTo("a-3");
    }

    @Test
    void many_ids_stay_as_they_are() {
        SeenIds seen = new SeenIds();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            ids.add(seen.unique("id-" + i));
        }

        assertThat(ids).hasSize(100_000).contains("id-99999");
    }
}
