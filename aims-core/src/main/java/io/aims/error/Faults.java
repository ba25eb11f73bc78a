package io.aims.error;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects faults, so that all of them are told at once. Not thread-safe.
 *
 * @since 0.1
 */
public final class Faults {

    private static final int MOST = 1_000;

    private final List<Fault> faults = new ArrayList<>();

    /** Creates a collection without faults. */
    public Faults() {}

    /**
     * Adds a fault. Beyond a thousand they are no longer kept: a document that wrong is not worth a longer list.
     *
     * @param code the stable code
     * @param where the place, or {@code null}
     * @param message what is wrong
     * @param advice what to do
     */
    public void add(String code, @Nullable Place where, String message, String advice) {
        if (faults.size() < MOST) {
            faults.add(new Fault(code, message, advice, where));
        }
    }

    /**
     * Adds faults found elsewhere.
     *
     * @param others the faults
     */
    public void addAll(List<Fault> others) {
        others.stream().limit(MOST - (long) faults.size()).forEach(faults::add);
    }

    /**
     * Tells whether nothing is wrong so far.
     *
     * @return {@code true} if there is no fault
     */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /**
     * Tells whether further faults would be dropped, so that looking for them is not worth the time.
     *
     * @return {@code true} beyond a thousand faults
     */
    public boolean isFull() {
        return faults.size() >= MOST;
    }

    /**
     * Returns how many faults are collected.
     *
     * @return at most a thousand
     */
    public int count() {
        return faults.size();
    }

    /**
     * Returns the faults in the order found.
     *
     * @return an immutable copy
     */
    public List<Fault> toList() {
        return List.copyOf(faults);
    }

    /**
     * Ends the work if anything is wrong.
     *
     * @throws AimsException with every fault collected
     */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new AimsException(faults);
        }
    }
}
