package io.aims.rules.internal;

import io.aims.error.AimsException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A bounded pool of knowledge bases, all built from one model. Each is borrowed by one evaluation at a time, so that no
 * two threads ever write to the same network; nothing is tied to a thread. They are built one by one when first needed.
 *
 * <p>Thread-safe.
 */
final class KnowledgeBases {

    private final int most;
    private final Supplier<KnowledgeBase> builder;
    /** Fair: who waits is not overtaken by who comes later. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final Condition returned = lock.newCondition();
    private final ReentrantLock building = new ReentrantLock();
    private final Deque<KnowledgeBase> idle = new ArrayDeque<>();
    private int existing;
    private boolean closed;

    KnowledgeBases(int most, Supplier<KnowledgeBase> builder) {
        this.most = most;
        this.builder = builder;
    }

    /**
     * Takes a knowledge base, which must be given back or dropped.
     *
     * @throws IllegalStateException AIMS-3006, if the pool is closed
     * @throws AimsException AIMS-3005, if the thread is interrupted while it waits, or none becomes free in time
     */
    KnowledgeBase borrow(Deadline deadline) {
        lock.lock();
        try {
            while (idle.isEmpty() && existing == most) {
                checkOpen();
                if (deadline.isPast()) {
                    throw new AimsException(
                            "AIMS-3005",
                            "No evaluation of the " + most + " in work ended in time for system (" + deadline.systemId()
                                    + ").",
                            "Maybe allow more evaluations at a time, or a later deadline.");
                }
                returned.await(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
            }
            checkOpen();
            KnowledgeBase free = idle.pollFirst();
            if (free != null) {
                return free;
            }
            existing++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AimsException(
                    "AIMS-3005",
                    "The evaluation of system (" + deadline.systemId() + ") was interrupted before its turn came.",
                    "Evaluate it again.");
        } finally {
            lock.unlock();
        }
        return build();
    }

    /** Gives back a knowledge base for others to use. */
    void giveBack(KnowledgeBase knowledgeBase) {
        lock.lock();
        try {
            if (closed) {
                existing--;
                knowledgeBase.close();
            } else {
                idle.addFirst(knowledgeBase);
                returned.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes room for a new knowledge base in place of one that failed. */
    void drop(KnowledgeBase knowledgeBase) {
        knowledgeBase.close();
        makeRoom();
    }

    /** Closes the idle knowledge bases now, and those in use when they come back. */
    void close() {
        lock.lock();
        try {
            closed = true;
            idle.forEach(KnowledgeBase::close);
            existing -= idle.size();
            idle.clear();
            returned.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many knowledge bases exist, in use or not. */
    int existing() {
        lock.lock();
        try {
            return existing;
        } finally {
            lock.unlock();
        }
    }

    private KnowledgeBase build() {
        boolean built = false;
        building.lock();
        try {
            KnowledgeBase knowledgeBase = builder.get();
            built = true;
            return knowledgeBase;
        } finally {
            building.unlock();
            if (!built) {
                makeRoom();
            }
        }
    }

    private void makeRoom() {
        lock.lock();
        try {
            existing--;
            returned.signal();
        } finally {
            lock.unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "AIMS-3006: The engine is closed.\nMaybe close it after the last evaluation.");
        }
    }
}
