package io.aims.error;

import io.aims.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects faults, so that all of them are told at once. Not thread-safe.
 *
 * @since 0.1
 */
public final class Faults {

    private static final int MOST = 1_000;
    private static final int MOST_NEAREST = 100;
    private static final Fault MORE = Fault.of(
            "AIMS-1013",
            "More is wrong than the " + (MOST - 1) + " things told here.",
            "Maybe it is another kind of document: correct what is told, then look again.");

    private final List<Fault> faults = new ArrayList<>();

    /** Creates a collection without faults. */
    public Faults() {}

    /**
     * Adds a fault. The thousandth says that there are more (AIMS-1013), and those are no longer kept: a document that wrong is
     * not worth a longer list.
     *
     * @param code the stable code
     * @param where the place, or {@code null}
     * @param message what is wrong
     * @param advice what to do
     */
    public void add(String code, @Nullable Place where, String message, String advice) {
        add(new Fault(code, message, advice, where));
    }

    private void add(Fault fault) {
        if (faults.size() < MOST) {
            faults.add(faults.size() == MOST - 1 ? MORE : fault);
        }
    }

    /**
     * Adds faults found elsewhere.
     *
     * @param others the faults
     */
    public void addAll(List<Fault> others) {
        others.stream().limit(MOST - (long) faults.size()).forEach(this::add);
    }

    /**
     * Adds the fault at which the work stops. It is kept however many others there are, in place of the last of them.
     *
     * @param last why nothing further is looked at
     * @return the exception that carries everything, to be thrown
     */
    public AimsException stop(Fault last) {
        if (faults.size() == MOST) {
            faults.remove(MOST - 1);
        }
        faults.add(last);
        return new AimsException(faults);
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
     * Finds the right word that a wrong one was most likely meant to be, unless so much is wrong already that nobody would read
     * it: to look for it takes time.
     *
     * @param word the word found
     * @param candidates the words allowed
     * @return the likely word as {@link Nearest#to} finds it, or empty, always beyond a hundred faults
     */
    public Optional<String> nearest(String word, Collection<String> candidates) {
        return faults.size() < MOST_NEAREST ? Nearest.to(word, candidates) : Optional.empty();
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
