package io.aims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;

/** What {@link SoakIT} counts is there to be counted. */
class LiveObjectsTest {

    @Test
    void an_instance_and_its_session_are_counted_until_nobody_holds_them() {
        LiveObjects before = LiveObjects.now();
        List<Aims> kept = new ArrayList<>();
        kept.add(evaluated());

        LiveObjects with = LiveObjects.now();
        kept.remove(0).close();

        assertThat(with.aims()).isEqualTo(before.aims() + 1);
        assertThat(with.sessions()).isEqualTo(before.sessions() + 1);
        LiveObjects after = LiveObjects.now();
        assertThat(after.aims()).isEqualTo(before.aims());
        assertThat(after.sessions()).isEqualTo(before.sessions());
    }

    @Test
    void a_session_that_nobody_disposes_of_is_held_by_its_knowledge_base() {
        LiveObjects before = LiveObjects.now();
        KieBase base = KnowledgeBaseFactory.newKnowledgeBase();
        for (int i = 0; i < 3; i++) {
            base.newKieSession();
            base.newKieSession().dispose();
        }

        assertThat(LiveObjects.now().sessions()).isEqualTo(before.sessions() + 3);
        assertThat(base.getKieSessions()).hasSize(3);
    }

    private static Aims evaluated() {
        Aims aims = Aims.builder().packs(TenantPacks.version(0)).build();
        aims.evaluate(TenantPacks.SYSTEM);
        return aims;
    }
}
