package io.aims.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.Aims;
import io.aims.system.AiSystem;
import io.aims.testing.AssertionsByRules;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@UsingAims(AcmeRules.class)
class UsingAimsTest {

    private static Aims seen;

    @Test
    void a_class_names_its_rules(Aims aims, AssertionsByRules rules) {
        seen = aims;
        assertThat(aims.packs()).hasSize(1);
        rules.assertThat(AiSystem.named("any").build()).mayFind("ACME-1");
    }

    @Nested
    class Within {

        @Test
        void classes_within_use_the_same(Aims aims) {
            assertThat(aims.packs()).hasSize(1);
            assertThat(seen == null || seen == aims).isTrue();
        }
    }
}
