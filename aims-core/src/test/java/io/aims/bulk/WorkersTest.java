package io.aims.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {

    @Test
    void nothing_is_read_before_results_are_taken() {
        AtomicInteger read = new AtomicInteger();
        try (Stream<Integer> run = Workers.of(2).inOrder(numbers(read), i -> i)) {
            assertThat(read).hasValue(0);
            assertThat(run.findFirst()).hasValue(0);
        }
    }

    @Test
    void a_result_is_given_though_the_source_has_nothing_more_yet() throws Exception {
        BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        try (Stream<Integer> run = Workers.of(3).inOrder(Stream.generate(() -> take(queue)), i -> 2 * i)) {
            Iterator<Integer> results = run.iterator();
            for (int i = 0; i < 5; i++) {
                queue.add(i);
                assertThat(results.next()).isEqualTo(2 * i);
            }
        }
        assertThat(RunThreadsWatch.endSoon()).isTrue();
    }

    @Test
    void a_slow_taker_holds_the_source_back() {
        AtomicInteger read = new AtomicInteger();
        try (Stream<Integer> run = Workers.of(2).atMost(5).inOrder(numbers(read), i -> i)) {
            Iterator<Integer> results = run.iterator();
            results.next();
            for (int i = 0; i < 50; i++) {
                assertThat(read.get()).isLessThanOrEqualTo(7);
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void several_work_at_the_same_time() {
        CountDownLatch both = new CountDownLatch(2);
        try (Stream<Boolean> run = Workers.of(2).inOrder(Stream.of(1, 2), i -> {
            both.countDown();
            return await(both);
        })) {
            assertThat(run.toList()).containsExactly(true, true);
        }
    }

    @Test
    void who_is_interrupted_while_waiting_ends_the_run_and_stays_interrupted() throws Exception {
        AtomicInteger closings = new AtomicInteger();
        AtomicReference<Throwable> problem = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        BlockingQueue<Integer> nothing = new LinkedBlockingQueue<>();
        Stream<Integer> source = Stream.generate(() -> {
                    begun.countDown();
                    return take(nothing);
                })
                .onClose(closings::incrementAndGet);
        Thread taker = new Thread(() -> {
            problem.set(
                    catchThrowable(() -> Workers.of(2).inOrder(source, i -> i).forEach(i -> {})));
            flag.set(Thread.currentThread().isInterrupted());
        });
        taker.start();
        begun.await();
        taker.interrupt();
        taker.join();

        assertThat(problem.get()).isInstanceOf(CancellationException.class).hasMessageStartingWith("AIMS-3146: ");
        assertThat(flag.get()).isTrue();
        assertThat(RunThreadsWatch.endSoon()).isTrue();
        assertThat(closings).hasValue(1);
    }

    @Test
    void another_thread_may_close_the_run_of_one_who_waits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        BlockingQueue<Integer> nothing = new LinkedBlockingQueue<>();
        ExecutorService taker = Executors.newSingleThreadExecutor();
        Stream<Integer> run = Workers.of(2)
                .inOrder(
                        Stream.generate(() -> {
                            begun.countDown();
                            return take(nothing);
                        }),
                        i -> i);
        Future<List<Integer>> results = taker.submit(run::toList);
        begun.await();
        run.close();

        assertThatThrownBy(results::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(CancellationException.class)
                .hasMessageStartingWith("AIMS-3147: ");
        taker.shutdown();
    }

    @Test
    void a_source_that_cannot_be_interrupted_is_closed_when_it_has_answered() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Stream<Integer> source = Stream.generate(() -> {
                    begun.countDown();
                    boolean interrupted = false;
                    while (answer.getCount() > 0) {
                        interrupted |= Thread.interrupted();
                        LockSupport.parkNanos(1_000_000);
                    }
                    assertThat(interrupted).isTrue();
                    return 1;
                })
                .onClose(closed::countDown);
        Stream<Integer> run = Workers.of(1).inOrder(source, i -> i);
        FutureTask<Optional<Integer>> taken = new FutureTask<>(run::findFirst);
        new Thread(taken).start();
        begun.await();
        run.close();
        assertThat(closed.getCount()).isEqualTo(1);
        answer.countDown();
        closed.await();
        assertThatThrownBy(taken::get)
                .cause()
                .isInstanceOf(CancellationException.class)
                .hasMessageStartingWith("AIMS-3147: ");
        assertThat(RunThreadsWatch.endSoon()).isTrue();
    }

    @Test
    void the_threads_of_a_run_that_nobody_closed_end_by_themselves() throws Exception {
        Iterator<Integer> results =
                Workers.of(3).inOrder(numbers(new AtomicInteger()), i -> i).iterator();
        results.next();

        assertThat(RunThreadsWatch.endSoon()).isTrue();
        assertThat(results.next()).isEqualTo(1);
        assertThat(RunThreadsWatch.endSoon()).isTrue();
    }

    @Test
    void a_run_in_a_pool_does_not_wait_for_threads_that_wait_for_it() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<List<Integer>>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            runs.add(pool.submit(() -> Workers.of(2)
                    .on(pool)
                    .inOrder(Stream.of(1, 2, 3), item -> item + 1)
                    .toList()));
        }
        for (Future<List<Integer>> run : runs) {
            assertThat(run.get()).containsExactly(2, 3, 4);
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void threads_of_a_run_are_daemons_and_inherit_nothing_thread_local() {
        InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
        tenant.set("acme");
        try (Stream<String> run = Workers.of(1)
                .inOrder(
                        Stream.of(1),
                        i -> tenant.get() + " " + Thread.currentThread().isDaemon())) {
            assertThat(run.toList()).containsExactly("null true");
        } finally {
            tenant.remove();
        }
    }

    @Test
    void an_error_is_thrown_as_it_is_and_null_is_refused() {
        assertThatThrownBy(() -> Workers.of(1)
                        .inOrder(Stream.of(1), i -> {
                            throw new StackOverflowError();
                        })
                        .toList())
                .isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() ->
                        Workers.of(1).inOrder(Stream.of((Integer) null), i -> i).toList())
                .hasMessage("A source must not hold null");
        assertThatThrownBy(() ->
                        Workers.of(1).inOrder(Stream.of(1), i -> (String) null).toList())
                .hasMessage("The work on an item must come to something");
    }

    @Test
    void what_fails_while_the_source_is_closed_is_told_beside_what_failed_before() {
        Stream<Integer> source = Stream.of(1).onClose(() -> {
            throw new IllegalStateException("closing");
        });
        assertThatThrownBy(() -> Workers.of(1)
                        .inOrder(source, i -> {
                            throw new ArithmeticException("working");
                        })
                        .toList())
                .hasMessage("working")
                .satisfies(problem -> assertThat(problem.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("closing")));
    }

    @Test
    void a_parallel_source_and_parallel_results_stay_in_order() {
        try (Stream<Integer> run =
                Workers.of(2).inOrder(IntStream.range(0, 500).boxed().parallel(), i -> i)) {
            assertThat(run.parallel().map(i -> i + 1).toList())
                    .isEqualTo(IntStream.rangeClosed(1, 500).boxed().toList());
        }
        assertThat(Workers.of(2).inOrder(Stream.of(1, 2, 3), i -> i).count()).isEqualTo(3);
    }

    @Test
    void numbers_out_of_bounds_are_refused() {
        assertThatThrownBy(() -> Workers.of(0)).hasMessageStartingWith("AIMS-3148: The number of workers (0)");
        assertThatThrownBy(() -> Workers.of(1025)).hasMessageStartingWith("AIMS-3148: The number of workers (1025)");
        assertThatThrownBy(() -> Workers.of(3).atMost(2))
                .hasMessageStartingWith("AIMS-3148: The number of items in work (2) must be 3 to 1000000");
        assertThat(Workers.standard().count()).isBetween(1, 8);
    }

    private static Stream<Integer> numbers(AtomicInteger read) {
        return Stream.generate(read::getAndIncrement);
    }

    private static int take(BlockingQueue<Integer> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }
}
