package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kie.api.runtime.KieSession;

@Timeout(60)
class KnowledgeBasesTest {

    private final AtomicInteger built = new AtomicInteger();

    private KnowledgeBase build() {
        built.incrementAndGet();
        return new KnowledgeBase(Networks.empty(), List.of(), EngineConfiguration.session());
    }

    private static Deadline within(Duration limit) {
        return new Deadline("system", limit);
    }

    private static Deadline soon() {
        return within(Duration.ofMinutes(1));
    }

    @Test
    void one_that_came_back_is_used_again() {
        KnowledgeBases pool = new KnowledgeBases(2, this::build);
        KnowledgeBase first = pool.borrow(soon());
        pool.giveBack(first);
        assertThat(pool.borrow(soon())).isSameAs(first);
        assertThat(built).hasValue(1);
    }

    @Test
    void never_more_exist_than_allowed_and_who_comes_late_waits() throws Exception {
        KnowledgeBases pool = new KnowledgeBases(2, this::build);
        KnowledgeBase first = pool.borrow(soon());
        pool.borrow(soon());
        FutureTask<KnowledgeBase> late = new FutureTask<>(() -> pool.borrow(soon()));
        Thread thread = new Thread(late);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        pool.giveBack(first);
        assertThat(late.get(30, TimeUnit.SECONDS)).isSameAs(first);
        assertThat(built).hasValue(2);
        assertThat(pool.existing()).isEqualTo(2);
    }

    @Test
    void waiting_ends_at_the_deadline() {
        KnowledgeBases pool = new KnowledgeBases(1, this::build);
        pool.borrow(soon());
        assertThatThrownBy(() -> pool.borrow(within(Duration.ofMillis(20))))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3005: No evaluation of the 1 in work ended in time for system (system).");
    }

    @Test
    void waiting_ends_when_the_thread_is_interrupted_and_it_stays_interrupted() throws Exception {
        KnowledgeBases pool = new KnowledgeBases(1, this::build);
        pool.borrow(soon());
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch stillInterrupted = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                pool.borrow(soon());
            } catch (AimsException e) {
                failure.set(e);
                if (Thread.currentThread().isInterrupted()) {
                    stillInterrupted.countDown();
                }
            }
        });
        thread.start();
        thread.interrupt();
        assertThat(stillInterrupted.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(failure.get())
                .hasMessageStartingWith("AIMS-3005: The evaluation of system (system) was interrupted");
    }

    @Test
    void closing_wakes_those_who_wait() throws Exception {
        KnowledgeBases pool = new KnowledgeBases(1, this::build);
        KnowledgeBase inUse = pool.borrow(soon());
        FutureTask<KnowledgeBase> late = new FutureTask<>(() -> pool.borrow(soon()));
        Thread thread = new Thread(late);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        pool.close();
        assertThatThrownBy(() -> late.get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AIMS-3006");
        assertThat(pool.existing()).isEqualTo(1);
        pool.giveBack(inUse);
        assertThat(pool.existing()).isZero();
    }

    @Test
    void sessions_are_used_again_and_do_not_pile_up() {
        KnowledgeBase knowledgeBase = build();
        for (int i = 0; i < 50; i++) {
            KieSession session = knowledgeBase.newSession();
            assertThat(session.getFactCount()).isZero();
            session.insert(i);
            session.dispose();
        }
        assertThat(knowledgeBase.kieBase().getKieSessions()).hasSizeLessThanOrEqualTo(1);
        knowledgeBase.close();
        assertThat(knowledgeBase.kieBase().getKieSessions()).isEmpty();
    }

    @Test
    void one_that_failed_makes_room_for_a_new_one() {
        KnowledgeBases pool = new KnowledgeBases(1, this::build);
        KnowledgeBase broken = pool.borrow(soon());
        pool.drop(broken);
        assertThat(pool.borrow(soon())).isNotSameAs(broken);
        assertThat(built).hasValue(2);
    }

    @Test
    void a_build_that_fails_makes_room_for_another_try() {
        AtomicInteger tries = new AtomicInteger();
        KnowledgeBases pool = new KnowledgeBases(1, () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("out of memory");
            }
            return build();
        });
        assertThatThrownBy(() -> pool.borrow(soon())).hasMessage("out of memory");
        assertThat(pool.borrow(soon())).isNotNull();
        assertThat(pool.existing()).isEqualTo(1);
    }
}
