package io.aims.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GeneratedPacksTest {

    @Test
    void a_pack_of_any_size_loads_and_has_a_second_stratum() throws IOException {
        GeneratedPacks packs = GeneratedPacks.ofStandard();
        RulePack pack = GeneratedPacks.loader().read(packs.source("generated", 260, 7));
        RuleBase base = GeneratedPacks.loader().join(pack);

        assertThat(base.rules()).hasSize(260);
        assertThat(base.stratumCount()).isEqualTo(2);
    }

    @Test
    void a_seed_gives_one_pack_and_no_other_seed_the_same() throws IOException {
        GeneratedPacks packs = GeneratedPacks.ofStandard();

        assertThat(packs.files("generated", 60, 7))
                .isEqualTo(GeneratedPacks.ofStandard().files("generated", 60, 7))
                .isNotEqualTo(packs.files("generated", 60, 8));
    }
}
