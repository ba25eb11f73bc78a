package io.aims.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rules.RulePacks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Changes clean packs and conditions at random, always in the same way. Whatever comes of it is read, or refused by name; a
 * failure tells the number of the change, which gives the text again.
 */
class PackFuzzTest {

    private static final int CONDITIONS = 1_000;
    private static final int PACKS = 100;
    private static final int SLOW = Integer.getInteger("aims.fuzz.inputs", 50_000);

    @Test
    void changed_conditions_are_read_or_refused() {
        assertThat(conditions(0, CONDITIONS)).isBetween(1, CONDITIONS / 2);
    }

    @Test
    void changed_packs_are_read_or_refused() throws IOException {
        assertThat(packs(0, PACKS)).isBetween(1, PACKS / 2);
    }

    @Test
    @Tag("slow")
    void many_changed_packs_and_conditions_are_read_or_refused() throws IOException {
        assertThat(conditions(CONDITIONS, 10 * SLOW)).isPositive();
        assertThat(packs(PACKS, SLOW)).isPositive();
    }

    private static int conditions(int from, int to) {
        List<String> originals = RulePacks.standard().rules().stream()
                .map(rule -> rule.condition().toString())
                .toList();
        int read = 0;
        for (int seed = from; seed < to; seed++) {
            String original = originals.get(seed % originals.size());
            String other = originals.get((seed * 7 + 1) % originals.size());
            String changed = new Mutations(seed).of(original, other);
            try {
                read += PackFuzzTarget.condition(changed) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("Condition " + seed + ": " + changed, e);
            }
        }
        return read;
    }

    private static int packs(int from, int to) throws IOException {
        String original = Files.readString(Path.of("src/test/resources/planted/hostile/whole.yaml"));
        int read = 0;
        for (int seed = from; seed < to; seed++) {
            Mutations mutations = new Mutations(seed);
            String changed = mutations.of(original, original);
            byte[] bytes = seed % 8 == 0 ? mutations.bytes(changed) : changed.getBytes(StandardCharsets.UTF_8);
            try {
                read += PackFuzzTarget.pack(bytes) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("Pack " + seed + ": " + changed, e);
            }
        }
        return read;
    }
}
