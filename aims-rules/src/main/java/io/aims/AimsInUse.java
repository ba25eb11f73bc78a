package io.aims;

import io.aims.evaluation.Evaluation;
import io.aims.system.AiSystem;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds the {@link Aims} in use, for example those of one tenant, and exchanges them while evaluations run.
 *
 * <pre>{@code
 * AimsInUse tenant = new AimsInUse(Aims.builder().packs(RulePacks.standard(), own).build());
 *
 * tenant.evaluate(system);                                   // by the rules in use now
 * tenant.with(aims -> aims.explain(aims.evaluate(system)));  // several steps by the same rules
 * tenant.replace(next);                                      // from now on by others
 * }</pre>
 *
 * <p>What has begun with one {@code Aims} ends with it, whatever is exchanged meanwhile: no evaluation sees rules of two, none
 * meets a closed engine, and none waits for an exchange. Those replaced are closed as soon as the last work with them ends.
 *
 * <p>It owns what it is given: do not close that elsewhere. Thread-safe.
 *
 * @since 0.1
 */
public final class AimsInUse implements AutoCloseable {

    /** Written by one thread at a time; {@code null} once closed. */
    private volatile @Nullable Shared current;

    /**
     * Puts the first into use.
     *
     * @param first what is in use until it is replaced
     */
    public AimsInUse(Aims first) {
        this.current = new Shared(first);
    }

    /**
     * Evaluates a system by the rules in use, without saying for which day.
     *
     * @param system the system
     * @return the evaluation, whose basis tells by which rules it was made
     * @throws io.aims.error.AimsException as {@link Aims#evaluate(AiSystem)}
     * @throws IllegalStateException AIMS-2141, if this is closed
     */
    public Evaluation evaluate(AiSystem system) {
        return with(aims -> aims.evaluate(system));
    }

    /**
     * Evaluates a system by the rules in use, for a day.
     *
     * @param system the system
     * @param asOf the day
     * @return the evaluation, whose basis tells by which rules it was made
     * @throws io.aims.error.AimsException as {@link Aims#evaluate(AiSystem, LocalDate)}
     * @throws IllegalStateException AIMS-2141, if this is closed
     */
    public Evaluation evaluate(AiSystem system, LocalDate asOf) {
        return with(aims -> aims.evaluate(system, asOf));
    }

    /**
     * Does something of several steps by the same rules.
     *
     * @param work what is to be done; it must not keep what it is given, nor an interview, a watch or a supposition begun with it
     * @param <T> what comes out
     * @return what comes out
     * @throws IllegalStateException AIMS-2141, if this is closed
     */
    public <T> T with(Function<Aims, T> work) {
        try (Lease lease = lease()) {
            return work.apply(lease.aims());
        }
    }

    /**
     * Lends what is in use for longer than one call, for example for an interview. It stays open until it is given back.
     *
     * @return a lease, to be closed once
     * @throws IllegalStateException AIMS-2141, if this is closed
     */
    public Lease lease() {
        while (true) {
            Shared shared = present();
            if (shared.borrow()) {
                return new Lease(shared);
            }
        }
    }

    /**
     * Puts another one into use. Work that has begun goes on with the one before, which is closed as soon as all of it has ended.
     *
     * @param next what is in use from now on
     * @throws IllegalArgumentException AIMS-2140, if it is in use already
     * @throws IllegalStateException AIMS-2141, if this is closed; what was given stays open
     */
    public synchronized void replace(Aims next) {
        Shared before = present();
        if (before.aims == next) {
            throw new IllegalArgumentException(
                    "AIMS-2140: What is to replace is in use already.\nMaybe build another one.");
        }
        current = new Shared(next);
        before.giveBack();
    }

    /** Ends the use. No work can begin afterwards; the engine is freed as soon as all that has begun has ended. */
    @Override
    public synchronized void close() {
        Shared before = current;
        if (before != null) {
            current = null;
            before.giveBack();
        }
    }

    private Shared present() {
        Shared present = current;
        if (present == null) {
            throw new IllegalStateException(
                    "AIMS-2141: Nothing is in use any more.\nMaybe close it after the last work has begun.");
        }
        return present;
    }

    /**
     * What was in use when it was lent. Give it back by closing it; closing it again does nothing.
     *
     * @since 0.1
     */
    public static final class Lease implements AutoCloseable {

        private final Shared shared;
        private final AtomicBoolean given = new AtomicBoolean();

        private Lease(Shared shared) {
            this.shared = shared;
        }

        /**
         * Returns what was lent.
         *
         * @return always the same; open as long as this lease is
         */
        public Aims aims() {
            return shared.aims;
        }

        /** Gives it back. */
        @Override
        public void close() {
            if (given.compareAndSet(false, true)) {
                shared.giveBack();
            }
        }
    }

    /** One {@code Aims} and how many hold it: the work that has begun, and the place of use until it is replaced. */
    private static final class Shared {

        private final Aims aims;
        private final AtomicInteger holders = new AtomicInteger(1);

        Shared(Aims aims) {
            this.aims = aims;
        }

        /** Fails only if nobody holds it any more, so that another one is in use already. */
        boolean borrow() {
            return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
        }

        void giveBack() {
            if (holders.decrementAndGet() == 0) {
                aims.close();
            }
        }
    }
}
