package io.aims;

import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.bulk.BulkResult;
import io.aims.bulk.Workers;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.OpenQuestion;
import io.aims.reasoning.proof.ControlProof;
import io.aims.reasoning.proof.Proofs;
import io.aims.rule.RulePack;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.automation.AutomationLevel;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A day in short: two threads evaluate, suppose, ask and explain, while packs of tenants come into use and go. After each
 * tenth of the time nothing has grown, and every single result is the one that a fresh instance gives.
 *
 * <p>{@code -Daims.soak.minutes=10} tells how long.
 */
@Tag("slow")
class SoakIT {

    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("aims.soak.minutes", 1));
    private static final int WINDOWS = 10;
    /** In these everything is met for the first time. */
    private static final int WARM_WINDOWS = 3;

    private static final int THREADS = 2;
    private static final int SYSTEMS = 40;
    private static final double HEAP_MEGABYTES = 4;
    /** Each thread may run two workers over the standard pack, and evaluates with the pack of a tenant. */
    private static final long MOST_SESSIONS = THREADS * THREADS + THREADS;

    private final AtomicInteger versions = new AtomicInteger();
    private final LongAdder evaluations = new LongAdder();
    private final LongAdder others = new LongAdder();
    private final LongAdder runs = new LongAdder();

    @Test
    void nothing_grows_and_every_result_is_that_of_a_fresh_instance() throws Exception {
        List<Expected> expected = expected();
        LiveObjects before = LiveObjects.now();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            run(threads, expected, before);
        } finally {
            threads.shutdownNow();
        }
        LiveObjects after = LiveObjects.now();
        assertThat(after.aims()).as("instances that stay").isEqualTo(before.aims());
        assertThat(after.sessions()).as("sessions that stay").isEqualTo(before.sessions());
    }

    private void run(ExecutorService threads, List<Expected> expected, LiveObjects before) throws Exception {
        Footprint early = null;
        try (Aims aims = Aims.standard();
                AimsInUse tenants = new AimsInUse(tenant())) {
            for (int window = 1; window <= WINDOWS; window++) {
                Instant end = Instant.now().plus(TIME.dividedBy(WINDOWS));
                int seed = window;
                List<Future<Void>> running = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    int number = thread;
                    Callable<Void> load = () -> {
                        SplittableRandom random = new SplittableRandom(100L * seed + number);
                        while (Instant.now().isBefore(end)) {
                            step(aims, tenants, expected, random);
                        }
                        return null;
                    };
                    running.add(threads.submit(load));
                }
                for (Future<Void> one : running) {
                    one.get();
                }
                LiveObjects live = LiveObjects.now();
                Footprint now = Footprint.now();
                System.out.println("soak " + window + "/" + WINDOWS + ": " + now + ", "
                        + (live.sessions() - before.sessions()) + " sessions, " + evaluations + " evaluations, "
                        + others
                        + " proofs, questions and suppositions, " + runs + " runs of many, " + versions
                        + " packs of tenants");
                assertThat(live.aims() - before.aims()).as("instances in use").isEqualTo(2);
                assertThat(live.sessions() - before.sessions())
                        .as("sessions, one at most for each that evaluates at a time")
                        .isBetween(1L, MOST_SESSIONS);
                if (window == WARM_WINDOWS) {
                    early = now;
                } else if (early != null) {
                    now.isAsAt(early, HEAP_MEGABYTES);
                }
            }
        }
        assertThat(evaluations.sum()).isGreaterThan(1_000);
        assertThat(others.sum()).isGreaterThan(100);
        assertThat(runs.sum()).isGreaterThan(20);
        assertThat(versions.get()).isGreaterThan(20);
    }

    private void step(Aims aims, AimsInUse tenants, List<Expected> all, SplittableRandom random) {
        Expected expected = all.get(random.nextInt(SYSTEMS));
        int choice = random.nextInt(40);
        if (choice == 0) {
            tenants.replace(tenant());
            return;
        }
        if (choice < 4) {
            tenants.with(inUse -> isAsFresh(inUse, expected.system()));
            return;
        }
        if (choice == 4) {
            runsAreAsFresh(aims, all);
            return;
        }
        Evaluation evaluation = aims.evaluate(expected.system());
        assertThat(evaluation).isEqualTo(expected.evaluation());
        evaluations.increment();
        switch (choice) {
            case 5, 6 -> assertThat(supposed(aims, expected.system())).isEqualTo(expected.supposed());
            case 7, 8 -> assertThat(aims.questions(evaluation)).isEqualTo(expected.questions());
            case 9, 10 -> assertThat(proofs(aims, evaluation)).isEqualTo(expected.proofs());
            default -> {
                return;
            }
        }
        others.increment();
    }

    /** Every third stands beside the standard pack, which takes longer. */
    private Aims tenant() {
        int version = versions.incrementAndGet();
        RulePack own = TenantPacks.version(version);
        return version % 3 == 0
                ? Aims.builder().packs(RulePacks.standard(), own).build()
                : Aims.builder().packs(own).build();
    }

    private Void isAsFresh(Aims inUse, AiSystem system) {
        try (Aims fresh =
                Aims.builder().packs(inUse.packs().toArray(RulePack[]::new)).build()) {
            assertThat(inUse.evaluate(system)).isEqualTo(fresh.evaluate(system));
            evaluations.increment();
        }
        return null;
    }

    /** All systems by two workers, and once in a while a run that is broken off. */
    private void runsAreAsFresh(Aims aims, List<Expected> all) {
        try (Stream<BulkResult> results = aims.evaluateAll(
                all.stream().map(Expected::system), Workers.of(THREADS).atMost(2 * THREADS))) {
            int taken = evaluations.intValue() % 3 == 0 ? SYSTEMS / 2 : SYSTEMS;
            List<Evaluation> evaluated =
                    results.limit(taken).map(BulkResult::orElseThrow).toList();
            assertThat(evaluated)
                    .isEqualTo(
                            all.stream().limit(taken).map(Expected::evaluation).toList());
            runs.increment();
        }
    }

    private static List<Expected> expected() {
        RandomSystems systems = RandomSystems.of(StandardBase.get());
        SplittableRandom random = new SplittableRandom(42_001);
        return Stream.generate(() -> systems.next(random))
                .limit(SYSTEMS)
                .map(system -> {
                    try (Aims fresh = Aims.standard()) {
                        Evaluation evaluation = fresh.evaluate(system);
                        return new Expected(
                                system,
                                evaluation,
                                fresh.questions(evaluation),
                                supposed(fresh, system),
                                proofs(fresh, evaluation));
                    }
                })
                .toList();
    }

    private static Evaluation supposed(Aims aims, AiSystem system) {
        return aims.whatIf(system)
                .set(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                .evaluation();
    }

    private static List<ControlProof> proofs(Aims aims, Evaluation evaluation) {
        Proofs proofs = aims.explain(evaluation);
        return evaluation.controls().stream()
                .map(control -> proofs.control(control.control().id()))
                .toList();
    }

    /** What a fresh instance says of a system. */
    private record Expected(
            AiSystem system,
            Evaluation evaluation,
            List<OpenQuestion> questions,
            Evaluation supposed,
            List<ControlProof> proofs) {}
}
