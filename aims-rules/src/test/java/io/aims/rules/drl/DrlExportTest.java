package io.aims.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrlExportTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_packs_compiled_by_drools_find_what_the_oracle_finds(long seed) {
        RuleBase base = RandomPacks.next(new SplittableRandom(seed), 60);
        RandomSystems systems = RandomSystems.of(base);
        PlainEngine oracle = new PlainEngine(base);
        CompiledDrl drl = new CompiledDrl(base, DrlExport.of(base));
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            AiSystem system = systems.next(random);
            assertThat(drl.run(system))
                    .describedAs(RandomSystems.describe(system))
                    .isEqualTo(oracle.run(system));
        }
    }
}
