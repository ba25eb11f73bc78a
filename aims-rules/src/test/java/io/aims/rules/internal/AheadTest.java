package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AheadTest {

    @Test
    void a_rule_is_run_and_so_all_classes_for_it_are_loaded() {
        BitSet first = new BitSet();
        first.set(0);
        assertThat(Ahead.runOneRule()).isEqualTo(first);
    }

    @Test
    void the_thread_ends_and_is_not_started_again() {
        for (int i = 0; i < 3; i++) {
            DroolsEngine.prepare();
            Ahead.await();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("aims-ahead");
        }
    }

    @Test
    void who_is_interrupted_while_waiting_stays_interrupted() {
        DroolsEngine.prepare();
        Thread.currentThread().interrupt();
        Ahead.await();
        assertThat(Thread.interrupted()).isTrue();
    }
}
