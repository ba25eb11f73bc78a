package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.rules.EngineOptions;
import io.aims.system.AiSystem;
import io.aims.system.OrdinalCharacteristic;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DroolsEngineTest {

    private static final EngineOptions OPTIONS = new EngineOptions(Duration.ofMinutes(1), 3);

    @Test
    void an_unknown_system_leaves_open_what_is_not_always_so() {
        RuleBase base = RandomPacks.ofSeed(3);
        try (DroolsEngine engine = new DroolsEngine(base)) {
            Outcomes outcomes = engine.run(AiSystem.named("empty").build());
            assertThat(outcomes)
                    .isEqualTo(new PlainEngine(base).run(AiSystem.named("empty").build()));
            assertThat(outcomes.possible().cardinality())
                    .isGreaterThan(outcomes.certain().cardinality());
        }
    }

    @Test
    void a_base_without_rules_gives_no_outcomes() {
        RuleBase base = RandomPacks.next(new SplittableRandom(1), 0);
        try (DroolsEngine engine = new DroolsEngine(base)) {
            assertThat(engine.run(AiSystem.named("any").build()).possible().isEmpty())
                    .isTrue();
        }
    }

    @Test
    void many_threads_over_one_engine_get_the_results_of_the_oracle() throws Exception {
        RuleBase base = RandomPacks.next(new SplittableRandom(17), 120);
        RandomSystems systems = RandomSystems.of(base);
        PlainEngine oracle = new PlainEngine(base);
        try (DroolsEngine engine = new DroolsEngine(base, OPTIONS)) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                long seed = thread;
                tasks.add(() -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    int wrong = 0;
                    for (int i = 0; i < 500; i++) {
                        AiSystem system = systems.next(random);
                        wrong += engine.run(system).equals(oracle.run(system)) ? 0 : 1;
                    }
                    return wrong;
                });
            }
            assertThat(together(tasks)).hasSize(8).containsOnly(0);
        }
    }

    @Test
    void the_first_use_may_be_by_several_threads_at_once() throws Exception {
        for (long seed = 0; seed < 25; seed++) {
            RuleBase base = RandomPacks.ofSeed(seed);
            AiSystem system = RandomSystems.of(base).ofSeed(seed);
            Outcomes expected = new PlainEngine(base).run(system);
            try (DroolsEngine engine = new DroolsEngine(base, OPTIONS)) {
                CountDownLatch ready = new CountDownLatch(4);
                Callable<Outcomes> task = () -> {
                    ready.countDown();
                    ready.await();
                    return engine.run(system);
                };
                assertThat(together(List.of(task, task, task, task))).containsOnly(expected);
            }
        }
    }

    @Test
    void evaluations_under_way_end_when_the_engine_is_closed_and_later_ones_are_refused() throws Exception {
        RuleBase base = RandomPacks.next(new SplittableRandom(23), 60);
        RandomSystems systems = RandomSystems.of(base);
        PlainEngine oracle = new PlainEngine(base);
        DroolsEngine engine = new DroolsEngine(base, OPTIONS);
        CountDownLatch working = new CountDownLatch(4);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            long seed = thread;
            tasks.add(() -> {
                SplittableRandom random = new SplittableRandom(seed);
                int evaluated = 0;
                try {
                    while (true) {
                        AiSystem system = systems.next(random);
                        assertThat(engine.run(system)).isEqualTo(oracle.run(system));
                        if (evaluated++ == 0) {
                            working.countDown();
                        }
                    }
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessageStartingWith("AIMS-3006: The engine is closed.");
                    return evaluated;
                }
            });
        }
        tasks.add(() -> {
            working.await();
            engine.close();
            return Integer.MAX_VALUE;
        });
        assertThat(together(tasks))
                .hasSize(5)
                .allSatisfy(evaluated -> assertThat(evaluated).isPositive());
        assertThatThrownBy(() -> engine.run(systems.ofSeed(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("AIMS-3006");
    }

    @Test
    void closing_twice_does_no_harm() {
        DroolsEngine engine = new DroolsEngine(RandomPacks.ofSeed(1));
        engine.close();
        engine.close();
        assertThatThrownBy(() -> engine.run(AiSystem.named("late").build())).hasMessageStartingWith("AIMS-3006");
    }

    @Test
    void an_evaluation_past_its_deadline_says_so_and_the_engine_goes_on() {
        RuleBase base = RandomPacks.ofSeed(5);
        AiSystem system = AiSystem.named("slow\nsystem").build();
        try (DroolsEngine engine =
                new DroolsEngine(base, EngineOptions.standard().withDeadline(Duration.ofNanos(1)))) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> engine.run(system))
                        .isInstanceOf(AimsException.class)
                        .hasMessageStartingWith("AIMS-3002: The evaluation of system (slow\\nsystem)");
            }
        }
    }

    @Test
    void an_answer_to_another_characteristic_of_the_same_name_is_refused() {
        RuleBase base = RandomPacks.next(new SplittableRandom(2), 200);
        var impostor = OrdinalCharacteristic.of("acmeGrade", List.of("good", "bad"));
        AiSystem system = AiSystem.named("mixed-up")
                .answer(impostor, impostor.values().get(1))
                .build();
        try (DroolsEngine engine = new DroolsEngine(base)) {
            assertThatThrownBy(() -> engine.run(system))
                    .isInstanceOf(AimsException.class)
                    .hasMessageStartingWith("AIMS-3007: The acmeGrade of system (mixed-up) is answered for another");
        }
    }

    @Test
    void an_ordinal_of_one_value_is_always_reached() {
        RuleBase base = RandomPacks.next(new SplittableRandom(2), 200);
        Outcomes outcomes;
        try (DroolsEngine engine = new DroolsEngine(base)) {
            outcomes = engine.run(AiSystem.named("empty").build());
        }
        int looked = 0;
        for (int i = 0; i < base.rules().size(); i++) {
            if (base.rules().get(i).condition().toString().equals("acmeOnly >= ONE")) {
                assertThat(outcomes.of(i)).isEqualTo(Truth.TRUE);
                looked++;
            }
        }
        assertThat(looked).isPositive();
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
