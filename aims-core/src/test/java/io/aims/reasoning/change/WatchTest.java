package io.aims.reasoning.change;

import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.evaluator;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.automation.AutomationLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchTest {

    private static final Evaluator EVALUATOR = evaluator(
            rule("R-1")
                    .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION))
                    .requires("A.5.2"),
            rule("R-2").when(yes(PROFILING)).requires("A.2.2"));
    private static final AiSystem SYSTEM = AiSystem.named("loans").build();
    private static final Answer DECIDES = Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(4, 4));
    private static final Answer PROFILES = Answer.of(PROFILING, new Bounds.Ranks(1, 1));

    private final Watch watch = new Watch(EVALUATOR::evaluate, SYSTEM, null);

    @Test
    void a_change_is_evaluated_and_told_with_its_reason() {
        List<Watch.Update> told = new ArrayList<>();
        Watch.Subscription subscription = watch.subscribe(told::add);

        EvaluationDiff diff = watch.change("new version", DECIDES, PROFILES);

        assertThat(subscription.beginning()).isEqualTo(EVALUATOR.evaluate(SYSTEM, null));
        assertThat(told).containsExactly(new Watch.Update(List.of("new version"), 1, diff));
        assertThat(diff.facts()).hasSize(2);
        assertThat(watch.evaluation())
                .isEqualTo(EVALUATOR.evaluate(SYSTEM.with(DECIDES).with(PROFILES), null))
                .isEqualTo(diff.after());
    }

    @Test
    void what_is_true_already_is_no_change() {
        List<Watch.Update> told = new ArrayList<>();
        watch.change("first", DECIDES);
        watch.subscribe(told::add);

        assertThat(watch.change("again", DECIDES).isEmpty()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void answers_become_unknown_and_days_pass() {
        LocalDate day = LocalDate.of(2026, 5, 3);
        watch.change("decided", DECIDES);

        EvaluationDiff diff = watch.change("in doubt", system -> system.without(AUTOMATION_LEVEL));
        EvaluationDiff later = watch.asOf("a new year", day);

        assertThat(diff.after().system()).isEqualTo(SYSTEM);
        assertThat(later.isOtherDay()).isTrue();
        watch.change("decided again", DECIDES);
        assertThat(watch.evaluation().asOf()).contains(day);
    }

    @Test
    void a_refused_change_leaves_everything_as_it_was() {
        List<Watch.Update> told = new ArrayList<>();
        Watch strict = new Watch(
                (system, asOf) -> {
                    if (system.answer(PROFILING).isPresent()) {
                        throw new AimsException("AIMS-1004", "Refused.", "Maybe not.");
                    }
                    return EVALUATOR.evaluate(system, asOf);
                },
                SYSTEM,
                null);
        strict.subscribe(told::add);
        Evaluation before = strict.evaluation();

        assertThatThrownBy(() -> strict.change("wrong", DECIDES, PROFILES)).hasMessageContaining("AIMS-1004");
        assertThatThrownBy(() -> strict.change(" ", DECIDES))
                .hasMessageContaining("AIMS-3041: A change of system (loans) has no reason.");
        assertThatThrownBy(() -> strict.change(
                        "mixed up", system -> AiSystem.named("other").build()))
                .hasMessageContaining(
                        "AIMS-3042: The watch of system (loans) must not go on with another system (other).");
        assertThat(strict.evaluation()).isSameAs(before);
        assertThat(told).isEmpty();
        strict.change("right", DECIDES);
        assertThat(told).hasSize(1);
    }

    @Test
    void a_subscriber_that_fails_keeps_nobody_from_being_told() {
        List<Watch.Update> told = new ArrayList<>();
        IllegalStateException first = new IllegalStateException("first");
        AssertionError second = new AssertionError("second");
        watch.subscribe(update -> {
            throw first;
        });
        watch.subscribe(told::add);
        watch.subscribe(update -> {
            throw second;
        });

        assertThatThrownBy(() -> watch.change("new version", DECIDES))
                .isInstanceOf(SubscriberException.class)
                .hasMessageStartingWith("AIMS-3043: The change is made, but 2 calls of subscribers failed.\n")
                .hasCause(first)
                .hasSuppressedException(second);
        assertThat(told).hasSize(1);
        assertThat(watch.evaluation().system()).isEqualTo(SYSTEM.with(DECIDES));
        assertThatThrownBy(() -> watch.change("another", PROFILES)).isInstanceOf(SubscriberException.class);
        assertThat(told).hasSize(2);
    }

    @Test
    void a_subscriber_may_change_the_system_itself() {
        List<List<String>> told = new ArrayList<>();
        watch.subscribe(update -> {
            if (update.diff().after().system().answer(PROFILING).isEmpty()) {
                watch.change("a consequence", PROFILES);
            }
            told.add(update.reasons());
        });
        List<List<String>> alsoTold = new ArrayList<>();
        watch.subscribe(update -> alsoTold.add(update.reasons()));

        watch.change("a cause", DECIDES);

        assertThat(told).containsExactly(List.of("a cause"), List.of("a consequence"));
        assertThat(alsoTold).containsExactly(List.of("a cause"), List.of("a consequence"));
        assertThat(watch.evaluation().system()).isEqualTo(SYSTEM.with(DECIDES).with(PROFILES));
    }

    @Test
    void a_subscriber_may_wait_for_a_change_of_another_thread() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        List<List<String>> told = new ArrayList<>();
        watch.subscribe(update -> {
            told.add(update.reasons());
            if (told.size() == 1) {
                get(other.submit(() -> watch.change("from another thread", PROFILES)));
            }
        });

        watch.change("from here", DECIDES);
        other.shutdown();

        assertThat(told).containsExactly(List.of("from here"), List.of("from another thread"));
    }

    @Test
    void a_closed_subscription_is_told_nothing() {
        List<Watch.Update> told = new ArrayList<>();
        List<Watch.Update> onlyFirst = new ArrayList<>();
        Watch.Subscription[] own = new Watch.Subscription[1];
        Watch.Subscription closed = watch.subscribe(told::add);
        own[0] = watch.subscribe(update -> {
            onlyFirst.add(update);
            own[0].close();
        });
        closed.close();
        closed.close();

        watch.change("new version", DECIDES);
        watch.change("another", PROFILES);

        assertThat(told).isEmpty();
        assertThat(onlyFirst).hasSize(1);
    }

    @Test
    void a_subscription_closed_while_changes_wait_is_told_none_of_them() {
        List<Watch.Update> told = new ArrayList<>();
        Watch.Subscription[] own = new Watch.Subscription[1];
        own[0] = watch.subscribe(update -> {
            told.add(update);
            watch.change("more", PROFILES);
            own[0].close();
        });

        watch.change("new version", DECIDES);

        assertThat(told).hasSize(1);
    }

    @Test
    void who_is_far_behind_is_told_several_changes_in_one() {
        int changes = 3 * Watch.MOST_WAITING;
        List<Watch.Update> told = new ArrayList<>();
        watch.subscribe(update -> {
            if (told.isEmpty()) {
                told.add(update);
                for (int i = 1; i <= changes; i++) {
                    watch.change("change " + i, readiness(i % 9 + 1));
                }
            } else {
                told.add(update);
            }
        });

        watch.change("first", DECIDES);

        assertThat(told).hasSize(1 + Watch.MOST_WAITING);
        Watch.Update last = told.get(told.size() - 1);
        assertThat(last.changes()).isEqualTo(changes - Watch.MOST_WAITING + 1);
        assertThat(last.reasons()).hasSize(Watch.MOST_WAITING).endsWith("change " + changes);
        assertThat(told.stream().mapToLong(Watch.Update::changes).sum()).isEqualTo(1 + changes);
        assertChain(EVALUATOR.evaluate(SYSTEM, null), told, watch.evaluation());
    }

    @Test
    void changes_of_many_threads_take_effect_one_after_the_other() throws Exception {
        int threads = 8;
        int each = 25;
        List<Watch.Update> told = Collections.synchronizedList(new ArrayList<>());
        Watch.Subscription subscription = watch.subscribe(told::add);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> work = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            work.add(pool.submit(() -> {
                start.await();
                for (int i = 0; i < each; i++) {
                    watch.change(
                            "counted",
                            system -> system.toBuilder()
                                    .description(String.valueOf(1
                                            + Integer.parseInt(
                                                    system.description().orElse("0"))))
                                    .build());
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> one : work) {
            one.get(30, TimeUnit.SECONDS);
        }
        pool.shutdown();

        assertThat(watch.evaluation().system().description()).contains(String.valueOf(threads * each));
        assertThat(watch.evaluation())
                .isEqualTo(EVALUATOR.evaluate(watch.evaluation().system(), null));
        assertThat(told.stream().mapToLong(Watch.Update::changes).sum()).isEqualTo(threads * each);
        assertChain(subscription.beginning(), told, watch.evaluation());
    }

    private static void assertChain(Evaluation beginning, List<Watch.Update> told, Evaluation end) {
        Evaluation reached = beginning;
        for (Watch.Update update : told) {
            assertThat(update.diff().before()).isEqualTo(reached);
            reached = update.diff().after();
        }
        assertThat(reached).isEqualTo(end);
    }

    private static Answer readiness(int level) {
        return Answer.of(
                TECHNOLOGY_READINESS_LEVEL, new Bounds.Numbers(BigDecimal.valueOf(level), BigDecimal.valueOf(level)));
    }

    private static void get(Future<?> future) {
        try {
            future.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
