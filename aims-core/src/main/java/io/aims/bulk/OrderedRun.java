package io.aims.bulk;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.Spliterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Work on the items of one source. Each worker reads an item, leaves a place for its result in the order of the items, works,
 * and fills the place; it goes when there is no room, and is called again when results are taken.
 *
 * <p>Two locks: one is held by whoever reads the source, maybe for long; the other guards the places and counts and is never
 * held while foreign code runs. Who holds both has taken the one for reading first, or only tried to.
 */
final class OrderedRun<T, R> implements Spliterator<R> {

    private static final long GRACE = TimeUnit.SECONDS.toNanos(1);
    private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(250);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(8);

    private final Stream<T> source;
    private final Spliterator<T> items;
    private final Function<? super T, ? extends R> work;
    private final Workers limits;
    private final @Nullable RunThreads threads;
    private final Executor executor;
    /** With so many places free workers are called again, and for so many results at once the taker is woken. */
    private final int worthwhile;

    private final ReentrantLock reading = new ReentrantLock();
    /** Guarded by {@link #reading}. */
    private @Nullable T read;
    /** Guarded by {@link #reading}. */
    private boolean sourceIsClosed;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Place<R>> places = new ArrayDeque<>();
    private int filled;
    private int called;
    private int working;
    private boolean waiting;
    private boolean exhausted;
    private boolean closed;
    private boolean finished;

    /** Where the result of an item will be; guarded by {@link #lock}. */
    private static final class Place<R> {

        private @Nullable R result;
        private @Nullable Throwable failure;
        private boolean filled;
    }

    OrderedRun(Stream<T> source, Function<? super T, ? extends R> work, Workers limits) {
        this.source = source.sequential();
        this.items = this.source.spliterator();
        this.work = work;
        this.limits = limits;
        Executor host = limits.executor();
        this.threads = host == null ? new RunThreads(limits.count()) : null;
        this.executor = host == null ? Objects.requireNonNull(threads) : host;
        this.worthwhile = Math.max(1, limits.inWork() / 4);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        try {
            Place<R> place = take();
            if (place != null) {
                throwIfFailed(place);
                action.accept(Objects.requireNonNull(place.result));
                return true;
            }
        } catch (Throwable e) {
            closeAfter(e);
            throw e;
        }
        close();
        return false;
    }

    private void closeAfter(Throwable problem) {
        try {
            close();
        } catch (RuntimeException e) {
            problem.addSuppressed(e);
        }
    }

    /** Waits for the oldest result; {@code null} behind the last one. */
    private @Nullable Place<R> take() {
        long pause = SHORTEST_PAUSE;
        while (true) {
            callWorkers();
            boolean helps = false;
            try {
                lock.lockInterruptibly();
            } catch (InterruptedException e) {
                throw interrupted();
            }
            try {
                if (finished) {
                    return null;
                }
                checkOpen();
                Place<R> oldest = places.peek();
                if (oldest != null && oldest.filled) {
                    places.remove();
                    filled--;
                    return oldest;
                }
                if (oldest == null && exhausted) {
                    finished = true;
                    return null;
                }
                helps = oldest == null && threads == null && working < limits.count() && reading.tryLock();
                if (helps) {
                    working++;
                } else {
                    // To wake a thread for each result would cost more than some evaluations.
                    waiting = true;
                    changed.awaitNanos(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE);
                }
            } catch (InterruptedException e) {
                throw interrupted();
            } finally {
                waiting = false;
                lock.unlock();
            }
            if (helps) {
                help();
            }
        }
    }

    /** Does what a host's executor does not get to, so that no run waits for threads that are busy, or for itself. */
    private void help() {
        try {
            workOnNext();
        } finally {
            leave();
        }
    }

    private void callWorkers() {
        int missing = missingWorkers();
        for (int i = 0; i < missing; i++) {
            try {
                executor.execute(this::work);
            } catch (RejectedExecutionException e) {
                // Those who work already go on; if there are none, whoever takes the results helps.
                forget(missing - i);
                return;
            }
        }
    }

    private void forget(int workers) {
        lock.lock();
        try {
            called -= workers;
        } finally {
            lock.unlock();
        }
    }

    private int missingWorkers() {
        lock.lock();
        try {
            int missing = limits.count() - working - called;
            boolean hasRoom = limits.inWork() - places.size() >= worthwhile;
            if (missing <= 0 || !hasRoom || exhausted || closed) {
                return 0;
            }
            called += missing;
            return missing;
        } finally {
            lock.unlock();
        }
    }

    /** What a thread does that was called. */
    private void work() {
        if (!enter()) {
            return;
        }
        try {
            boolean goesOn;
            do {
                reading.lockInterruptibly();
                goesOn = workOnNext();
            } while (goesOn);
        } catch (InterruptedException e) {
            // The run was closed, or the host wants its thread back.
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    private boolean enter() {
        lock.lock();
        try {
            called--;
            boolean enters = !closed && !exhausted && working < limits.count();
            working += enters ? 1 : 0;
            return enters;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            working--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Reads an item and works on it. The caller holds {@link #reading}, which is given up; returns whether there was an item. */
    private boolean workOnNext() {
        Place<R> place;
        T item;
        try {
            place = readNext();
            item = read;
            read = null;
        } finally {
            try {
                closeSourceIfClosed();
            } finally {
                reading.unlock();
            }
        }
        if (place == null || item == null) {
            return false;
        }
        R result = null;
        Throwable failure = null;
        try {
            result = Objects.requireNonNull(work.apply(item), "The work on an item must come to something");
        } catch (Throwable e) {
            failure = e;
        }
        fill(place, result, failure);
        return failure == null;
    }

    /** Reads the next item into {@link #read} and returns the place for its result, or {@code null} if nothing is to be read. */
    private @Nullable Place<R> readNext() {
        if (!mayRead()) {
            return null;
        }
        Throwable failure = null;
        try {
            if (items.tryAdvance(item -> read = Objects.requireNonNull(item, "A source must not hold null"))) {
                return add(null);
            }
        } catch (Throwable e) {
            failure = e;
        }
        read = null;
        end(failure);
        return null;
    }

    private boolean mayRead() {
        lock.lock();
        try {
            return !closed && !exhausted && places.size() < limits.inWork();
        } finally {
            lock.unlock();
        }
    }

    private Place<R> add(@Nullable Throwable failure) {
        Place<R> place = new Place<>();
        lock.lock();
        try {
            places.add(place);
        } finally {
            lock.unlock();
        }
        if (failure != null) {
            fill(place, null, failure);
        }
        return place;
    }

    /** Notes that the source gives nothing more; what it threw has its place behind all results before it. */
    private void end(@Nullable Throwable failure) {
        if (failure != null) {
            add(failure);
        }
        lock.lock();
        try {
            exhausted = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void fill(Place<R> place, @Nullable R result, @Nullable Throwable failure) {
        lock.lock();
        try {
            place.result = result;
            place.failure = failure;
            place.filled = true;
            filled++;
            exhausted |= failure != null;
            if (waiting && (exhausted || filled >= worthwhile)) {
                Place<R> oldest = places.peek();
                if (oldest != null && oldest.filled) {
                    changed.signalAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the run. May be called by any thread, and again. */
    void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            places.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (threads != null) {
            threads.end();
        }
        awaitWorkers();
        if (reading.tryLock()) {
            try {
                closeSourceIfClosed();
            } finally {
                reading.unlock();
            }
        }
    }

    /** Waits a little for those who work, so that as a rule nothing goes on behind the end of a run. */
    private void awaitWorkers() {
        lock.lock();
        try {
            long left = GRACE;
            while (working > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** The caller holds {@link #reading}: nobody is asking the source for an item. */
    private void closeSourceIfClosed() {
        if (isClosed() && !sourceIsClosed) {
            sourceIsClosed = true;
            source.close();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private static <R> void throwIfFailed(Place<R> place) {
        if (place.failure instanceof Error failure) {
            throw failure;
        }
        if (place.failure instanceof RuntimeException failure) {
            throw failure;
        }
        if (place.failure != null) {
            throw new IllegalStateException(place.failure);
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException(
                "AIMS-3146: Whoever takes the results was interrupted; the run has ended.\nBegin it again.");
    }

    private void checkOpen() {
        if (closed) {
            throw new CancellationException(
                    "AIMS-3147: The stream of results is closed.\nMaybe close it behind the last result.");
        }
    }

    /** Results are taken one by one, in order. */
    @Override
    public @Nullable Spliterator<R> trySplit() {
        return null;
    }

    /** Not told, or counting the results would leave the work out. */
    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return ORDERED | NONNULL;
    }
}
