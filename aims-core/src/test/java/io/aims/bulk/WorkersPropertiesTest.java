package io.aims.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However many work, on whatever threads, whatever fails and wherever it is stopped. */
class WorkersPropertiesTest {

    /** Who lends threads. */
    enum Lender {
        NOBODY,
        CALLER,
        ONE_THREAD,
        REFUSES,
        FORGETS;

        private static final ExecutorService SINGLE = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "single");
            thread.setDaemon(true);
            return thread;
        });

        Workers lendTo(Workers workers) {
            Executor refuses = task -> {
                throw new RejectedExecutionException("no thread");
            };
            return switch (this) {
                case NOBODY -> workers;
                case CALLER -> workers.on(Runnable::run);
                case ONE_THREAD -> workers.on(SINGLE);
                case REFUSES -> workers.on(refuses);
                case FORGETS -> workers.on(task -> {});
            };
        }
    }

    @Property(tries = 60)
    void results_stand_in_the_order_of_the_items_and_none_is_lost(
            @ForAll @IntRange(min = 1, max = 5) int count,
            @ForAll @IntRange(min = 0, max = 20) int more,
            @ForAll @IntRange(min = 0, max = 300) int size,
            @ForAll Lender lender,
            @ForAll long seed) {
        Watched watched = new Watched(seed);
        List<Integer> results;
        try (Stream<Integer> run =
                lender.lendTo(new Workers(count, count + more, null)).inOrder(watched.source(size), watched::work)) {
            results = run.map(watched::take).toList();
        }

        assertThat(results)
                .isEqualTo(IntStream.range(0, size).map(i -> -i).boxed().toList());
        // one more: a result that is being handed over is taken, and seen here a moment later
        assertThat(watched.mostInWork).isLessThanOrEqualTo(count + more + 1);
        assertThat(watched.mostAtOnce.get()).isLessThanOrEqualTo(count);
        assertThat(watched.wasReadByTwo).isFalse();
        assertThat(watched.closings).hasValue(1);
    }

    @Property(tries = 60)
    void what_fails_comes_behind_all_results_before_it_and_ends_the_run(
            @ForAll @IntRange(min = 1, max = 4) int count,
            @ForAll @IntRange(min = 0, max = 100) int failing,
            @ForAll boolean inSource,
            @ForAll Lender lender,
            @ForAll long seed) {
        Watched watched = new Watched(seed);
        watched.failing = failing;
        watched.failsInSource = inSource;
        List<Integer> results = new ArrayList<>();
        Stream<Integer> run =
                lender.lendTo(Workers.of(count)).inOrder(watched.source(Integer.MAX_VALUE), watched::work);

        Throwable problem = catchThrowable(() -> run.forEach(result -> results.add(watched.take(result))));

        assertThat(problem).isInstanceOf(ArithmeticException.class).hasMessage("fails at " + failing);
        assertThat(results).hasSize(failing);
        assertThat(watched.closings).hasValue(1);
        assertThat(watched.atOnce).hasValue(0);
    }

    @Property(tries = 60)
    void an_endless_source_is_left_alone_when_the_run_is_closed(
            @ForAll @IntRange(min = 1, max = 4) int count,
            @ForAll @IntRange(min = 0, max = 100) int taken,
            @ForAll boolean byException,
            @ForAll Lender lender,
            @ForAll long seed) {
        Watched watched = new Watched(seed);
        Workers workers = lender.lendTo(Workers.of(count));
        try (Stream<Integer> run = workers.inOrder(watched.source(Integer.MAX_VALUE), watched::work)) {
            if (byException) {
                assertThat(catchThrowable(() -> run.forEach(result -> {
                            if (watched.take(result) == -taken) {
                                throw new ArithmeticException("enough");
                            }
                        })))
                        .hasMessage("enough");
                assertThat(watched.closings).hasValue(1);
            } else {
                assertThat(run.limit(taken).map(watched::take).toList()).hasSize(taken);
            }
        }
        int read = watched.read.get();

        assertThat(read).isLessThanOrEqualTo(taken + 1 + workers.inWork());
        assertThat(watched.closings).hasValue(1);
        assertThat(watched.atOnce).hasValue(0);
        LockSupport.parkNanos(20_000);
        assertThat(watched.read).hasValue(read);
    }

    @Example
    void every_thread_has_ended() throws InterruptedException {
        assertThat(RunThreadsWatch.endSoon()).isTrue();
    }

    /** A source of 0, 1, 2, ... and work on it, which note how they are used. */
    private static final class Watched {

        private final AtomicInteger read = new AtomicInteger();
        private final AtomicInteger taken = new AtomicInteger();
        private final AtomicInteger atOnce = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private final AtomicInteger closings = new AtomicInteger();
        private final AtomicBoolean isRead = new AtomicBoolean();
        private final long seed;
        private volatile boolean wasReadByTwo;
        private volatile int mostInWork;
        private volatile int failing = -1;
        private volatile boolean failsInSource;

        Watched(long seed) {
            this.seed = seed;
        }

        Stream<Integer> source(int size) {
            return Stream.iterate(0, i -> i < size, i -> i + 1)
                    .peek(this::reading)
                    .onClose(closings::incrementAndGet);
        }

        private void reading(int item) {
            wasReadByTwo |= !isRead.compareAndSet(false, true);
            pause(item);
            mostInWork = Math.max(mostInWork, read.incrementAndGet() - taken.get());
            isRead.set(false);
            failIf(failsInSource, item);
        }

        int work(int item) {
            int now = atOnce.incrementAndGet();
            mostAtOnce.accumulateAndGet(now, Math::max);
            try {
                pause(item);
                failIf(!failsInSource, item);
                return -item;
            } finally {
                atOnce.decrementAndGet();
            }
        }

        int take(int result) {
            taken.incrementAndGet();
            pause(result);
            return result;
        }

        private void failIf(boolean here, int item) {
            if (here && item == failing) {
                throw new ArithmeticException("fails at " + item);
            }
        }

        private void pause(int item) {
            SplittableRandom random = new SplittableRandom(seed ^ item);
            if (random.nextInt(8) == 0) {
                LockSupport.parkNanos(random.nextInt(60_000));
            }
        }
    }
}
