package io.aims.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Works on several tasks at once and gives their results in the order of the tasks. Few results wait at a time, so that
 * memory does not grow with the number of tasks. To be used from one thread.
 *
 * @param <T> the result of a task
 */
final class InOrder<T> implements AutoCloseable {

    private static final int THREADS =
            Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
    private static final int WAITING = 4 * THREADS;

    private final Deque<Future<T>> tasks = new ArrayDeque<>();
    private @Nullable ExecutorService workers;

    /** Adds a task and gives the oldest result if enough are waiting. */
    Optional<T> submit(Callable<T> task) {
        ExecutorService ready = workers;
        if (ready == null) {
            ready = Executors.newFixedThreadPool(THREADS, work -> {
                Thread thread = new Thread(work, "aims-evaluate");
                thread.setDaemon(true);
                return thread;
            });
            workers = ready;
        }
        tasks.add(ready.submit(task));
        return tasks.size() > WAITING ? Optional.of(result(tasks.remove())) : Optional.empty();
    }

    /** Gives the results that are still to come. */
    void rest(Consumer<T> consumer) {
        while (!tasks.isEmpty()) {
            consumer.accept(result(tasks.remove()));
        }
    }

    private static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The work was interrupted");
        }
    }

    @Override
    public void close() {
        ExecutorService ready = workers;
        if (ready != null) {
            ready.shutdownNow();
        }
    }
}
