package io.aims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Packs of tenants come and go, and nothing of them stays; ten thousand of them in {@link TenantLoadsIT}. */
class TenantLoadsTest {

    @Test
    void nothing_stays_of_packs_thrown_away() {
        load(0, 100);
        Footprint before = Footprint.now();
        load(100, 250);

        Footprint.now().isAsAt(before, 4);
    }

    private static void load(int from, int to) {
        for (int i = from; i < to; i++) {
            try (Aims aims = Aims.builder().packs(TenantPacks.version(i)).build()) {
                assertThat(aims.evaluate(TenantPacks.SYSTEM).system()).isEqualTo(TenantPacks.SYSTEM);
            }
        }
    }
}
