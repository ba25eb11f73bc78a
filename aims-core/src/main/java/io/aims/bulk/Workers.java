package io.aims.bulk;

import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * How many work on a stream of items at once, on whose threads, and how far they may run ahead of whoever takes the results.
 *
 * <pre>{@code
 * try (Stream<Row> rows = source.rows();
 *         Stream<Line> lines = Workers.standard().inOrder(rows, row -> line(row, aims.evaluate(row.system())))) {
 *     lines.forEach(out::println);
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe. It holds no threads: each run has its own, or borrows those of an executor of the host.
 *
 * @param count how many items are worked on at the same time, 1 to 1,024
 * @param inWork how many items may be read and not be taken as results yet, at least {@code count} and at most 1,000,000; it
 *     bounds the memory of a run
 * @param executor where the work is done, or {@code null} for daemon threads that end with the run
 * @since 0.1
 */
public record Workers(int count, int inWork, @Nullable Executor executor) {

    private static final String WRONG_NUMBER = "AIMS-3148: ";
    private static final int MOST = 1024;
    private static final int MOST_IN_WORK = 1_000_000;
    private static final int STANDARD_MOST = 8;
    private static final int IN_WORK_EACH = 16;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException AIMS-3148, if a number is out of its bounds
     */
    public Workers {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(WRONG_NUMBER + "The number of workers (" + count + ") must be 1 to "
                    + MOST + ".\nMaybe take as many as there are processors.");
        }
        if (inWork < count || inWork > MOST_IN_WORK) {
            throw new IllegalArgumentException(
                    WRONG_NUMBER + "The number of items in work (" + inWork + ") must be " + count + " to "
                            + MOST_IN_WORK + ".\nMaybe take several for each worker, so that none waits for another.");
        }
    }

    /**
     * Returns as many workers as there are processors, but no more than eight, on threads of each run.
     *
     * @return the workers
     */
    public static Workers standard() {
        return of(Math.max(1, Math.min(STANDARD_MOST, Runtime.getRuntime().availableProcessors())));
    }

    /**
     * Returns a number of workers on threads of each run, with sixteen items in work for each.
     *
     * @param count how many items are worked on at the same time, 1 to 1,024
     * @return the workers
     * @throws IllegalArgumentException AIMS-3148, if there are fewer or more
     */
    public static Workers of(int count) {
        return new Workers(count, IN_WORK_EACH * count, null);
    }

    /**
     * Returns the same workers with another bound of the items in work.
     *
     * @param items how many items may be read and not be taken as results yet
     * @return the workers
     * @throws IllegalArgumentException AIMS-3148, if there are fewer than workers, or too many
     */
    public Workers atMost(int items) {
        return new Workers(count, items, executor);
    }

    /**
     * Returns the same workers on threads of the host. The executor is neither closed nor interrupted; if it has no thread to
     * spare, whoever takes the results does the work.
     *
     * @param host runs tasks that end when there is no room for more items, and that wait as long as the source does
     * @return the workers
     */
    public Workers on(Executor host) {
        return new Workers(count, inWork, host);
    }

    /**
     * Works on several items at once and gives the results in the order of the items.
     *
     * <p>Nothing is read before results are taken, and the source is read no further ahead than {@link #inWork()} allows: a slow
     * reader of results slows the source down, and a source without end is no harm. The source is read by one thread at a time,
     * not always the same.
     *
     * <p>What {@code source} or {@code work} throws is thrown to whoever takes the results, behind all results before it, and ends
     * the run. A run also ends with its last result, when what takes a result throws, when that thread is interrupted
     * while it waits (AIMS-3146, a {@link java.util.concurrent.CancellationException}; the thread stays interrupted), and when
     * the stream is closed, which another thread may do (AIMS-3147 for whoever waits). Every end stops the threads of the run and
     * closes the source: at once, or as soon as it has given what it was being asked for. Always close the stream, best by
     * {@code try}: of a run that is left open the threads end by themselves, but its source stays open.
     *
     * @param source the items, none {@code null}; read in order, whether it is parallel or not
     * @param work what is made of an item, not {@code null}; called by several threads at once
     * @param <T> the type of item
     * @param <R> the type of result
     * @return the results, lazily; to be taken by one thread and closed
     */
    public <T, R> Stream<R> inOrder(Stream<T> source, Function<? super T, ? extends R> work) {
        OrderedRun<T, R> run = new OrderedRun<>(source, work, this);
        return StreamSupport.stream(run, false).onClose(run::close);
    }
}
