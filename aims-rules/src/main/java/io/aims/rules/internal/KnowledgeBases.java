package io.aims.rules.internal;

import io.aims.error.AimsException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded pool of knowledge bases, all built from the same rules. Each is borrowed by one evaluation at a time, so that
 * no two threads ever write to the same network; nothing is tied to a thread. They are built one by one when first needed.
 *
 * <p>Thread-safe. While fewer evaluations run than may, none takes a lock: each begins to look for an idle knowledge base
 * at a place that depends on its thread, and so mostly finds the one that it gave back.
 */
final class KnowledgeBases {

    private final int most;
    private final Supplier<KnowledgeBase> builder;
    /** Fair: who waits is not overtaken by who comes later. */
    private final Semaphore turns;

    private final ReentrantLock building = new ReentrantLock();
    private final AtomicReferenceArray<@Nullable KnowledgeBase> idle;
    private final AtomicInteger existing = new AtomicInteger();
    private volatile boolean closed;

    KnowledgeBases(int most, Supplier<KnowledgeBase> builder) {
        this.most = most;
        this.builder = builder;
        this.turns = new Semaphore(most, true);
        this.idle = new AtomicReferenceArray<>(most);
    }

    /**
     * Takes a knowledge base, which must be given back or dropped.
     *
     * @throws IllegalStateException AIMS-3006, if the pool is closed
     * @throws AimsException AIMS-3005, if the thread is interrupted while it waits, or none becomes free in time
     */
    KnowledgeBase borrow(Deadline deadline) {
        checkOpen();
        if (turns.hasQueuedThreads() || !turns.tryAcquire()) {
            waitForTurn(deadline);
        }
        boolean borrowed = false;
        try {
            checkOpen();
            KnowledgeBase taken = takeOrBuild();
            borrowed = true;
            return taken;
        } finally {
            if (!borrowed) {
                turns.release();
            }
        }
    }

    private void waitForTurn(Deadline deadline) {
        try {
            if (!turns.tryAcquire(Math.max(0, deadline.nanosLeft()), TimeUnit.NANOSECONDS)) {
                checkOpen();
                throw new AimsException(
                        "AIMS-3005",
                        "No evaluation of the " + most + " in work ended in time for system (" + deadline.systemId()
                                + ").",
                        "Maybe allow more evaluations at a time, or a later deadline.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AimsException(
                    "AIMS-3005",
                    "The evaluation of system (" + deadline.systemId() + ") was interrupted before its turn came.",
                    "Evaluate it again.");
        }
    }

    /** Gives back a knowledge base for others to use. */
    void giveBack(KnowledgeBase knowledgeBase) {
        int place = firstPlace();
        while (!idle.compareAndSet(place, null, knowledgeBase)) {
            place = place + 1 == most ? 0 : place + 1;
        }
        if (closed) {
            closeIdle();
        }
        turns.release();
    }

    /** Makes room for a new knowledge base in place of one that failed. */
    void drop(KnowledgeBase knowledgeBase) {
        existing.decrementAndGet();
        turns.release();
        knowledgeBase.close();
    }

    /** Closes the idle knowledge bases now, and those in use when they come back. */
    void close() {
        closed = true;
        closeIdle();
        turns.release(most);
    }

    /** Returns how many knowledge bases exist, in use or not. */
    int existing() {
        return existing.get();
    }

    private void closeIdle() {
        for (KnowledgeBase free = takeIdle(); free != null; free = takeIdle()) {
            existing.decrementAndGet();
            free.close();
        }
    }

    /** Whoever has a turn finds one: fewer others have theirs than knowledge bases exist, unless more may be built. */
    private KnowledgeBase takeOrBuild() {
        while (true) {
            KnowledgeBase free = takeIdle();
            if (free != null) {
                return free;
            }
            int before = existing.get();
            if (before < most && existing.compareAndSet(before, before + 1)) {
                return build();
            }
            checkOpen();
            Thread.onSpinWait();
        }
    }

    private @Nullable KnowledgeBase takeIdle() {
        int first = firstPlace();
        for (int i = 0; i < most; i++) {
            int place = (first + i) % most;
            if (idle.get(place) != null) {
                KnowledgeBase free = idle.getAndSet(place, null);
                if (free != null) {
                    return free;
                }
            }
        }
        return null;
    }

    private int firstPlace() {
        return (int) (Thread.currentThread().getId() % most);
    }

    private KnowledgeBase build() {
        boolean built = false;
        building.lock();
        try {
            KnowledgeBase knowledgeBase = builder.get();
            built = true;
            return knowledgeBase;
        } finally {
            if (!built) {
                existing.decrementAndGet();
            }
            building.unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "AIMS-3006: The engine is closed.\nMaybe close it after the last evaluation.");
        }
    }
}
