package io.aims.reasoning.change;

import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the evaluation of a system that changes while it is used: it takes changed facts, such as a drift alarm or another
 * model of a supplier, and tells subscribers what differs, and why.
 *
 * <p>After any sequence of changes the evaluation is the one that the system, as it is then, has from scratch. A change that
 * is refused leaves everything as it was. No history is kept.
 *
 * <p>Thread-safe. Changes take effect one after the other. No lock is held while a system is evaluated, a change applied or
 * a subscriber called: a subscriber may itself change the system, subscribe or close a subscription.
 *
 * @clause ISO/IEC 42001:2023 8.2, 6.3
 * @since 0.1
 */
public final class Watch {

    private static final String NO_REASON = "AIMS-3041";
    private static final String OTHER_SYSTEM = "AIMS-3042";

    /** How many updates wait for a slow subscriber before the newest ones become one. */
    static final int MOST_WAITING = 100;

    private final SystemEvaluator evaluator;
    private final Object lock = new Object();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private volatile State state;

    /**
     * Begins to watch a system.
     *
     * @param evaluator evaluates the system after each change
     * @param system the system
     * @param asOf the day for which it is evaluated, or {@code null}
     * @throws AimsException if the system cannot be evaluated
     */
    public Watch(SystemEvaluator evaluator, AiSystem system, @Nullable LocalDate asOf) {
        this.evaluator = evaluator;
        this.state = new State(evaluator.evaluate(system, asOf), 0);
    }

    /** The evaluation after so many changes. */
    private record State(Evaluation evaluation, long changes) {}

    /**
     * What a subscriber is told: one change, or several that came faster than the subscriber took them.
     *
     * @param reasons why the system changed, in the order of the changes; only the last hundred of more
     * @param changes how many changes there were
     * @param diff what differs since the last update
     */
    public record Update(List<String> reasons, long changes, EvaluationDiff diff) {

        /** Copies the list of reasons. */
        public Update {
            reasons = List.copyOf(reasons);
        }

        private Update then(Update next) {
            List<String> all = new ArrayList<>(reasons);
            all.addAll(next.reasons);
            return new Update(
                    all.subList(Math.max(0, all.size() - MOST_WAITING), all.size()),
                    changes + next.changes,
                    diff.then(next.diff));
        }
    }

    /**
     * Returns the evaluation of the system as it is.
     *
     * @return the present evaluation
     */
    public Evaluation evaluation() {
        return state.evaluation();
    }

    /**
     * Replaces answers.
     *
     * @param reason why, for whoever subscribed
     * @param answers the answers that are true now
     * @return what differs; empty if they say what was known
     * @throws AimsException AIMS-1004, if the vocabulary does not have a characteristic; AIMS-3041, if the reason is blank;
     *     nothing is changed then
     * @throws SubscriberException if a subscriber failed; the change is made, and every other subscriber was told
     */
    public EvaluationDiff change(String reason, Answer... answers) {
        List<Answer> copy = List.of(answers);
        return change(reason, system -> system.toBuilder().putAll(copy).build());
    }

    /**
     * Changes the system in any way, for example by making an answer unknown.
     *
     * @param reason why, for whoever subscribed
     * @param change makes the system that is true now of the present one; it may be called again if another change came
     *     first, and must not change this watch
     * @return what differs; empty if nothing does
     * @throws AimsException AIMS-1004, if the vocabulary does not have a characteristic; AIMS-3041, if the reason is blank;
     *     AIMS-3042, if the system is another one; nothing is changed then
     * @throws SubscriberException if a subscriber failed; the change is made, and every other subscriber was told
     */
    public EvaluationDiff change(String reason, UnaryOperator<AiSystem> change) {
        return apply(reason, present -> {
            AiSystem changed = change.apply(present.system());
            if (!changed.id().equals(present.system().id())) {
                throw new AimsException(
                        OTHER_SYSTEM,
                        "The watch of system (" + Quoted.of(present.system().id())
                                + ") must not go on with another system (" + Quoted.of(changed.id()) + ").",
                        "Maybe watch each system by itself.");
            }
            return evaluator.evaluate(changed, present.asOf().orElse(null));
        });
    }

    /**
     * Evaluates the system for another day from now on.
     *
     * @param reason why, for whoever subscribed
     * @param day the day
     * @return what differs
     * @throws AimsException AIMS-2016, if a pack does not hold on that day; AIMS-3041, if the reason is blank; nothing is
     *     changed then
     * @throws SubscriberException if a subscriber failed; the change is made, and every other subscriber was told
     */
    public EvaluationDiff asOf(String reason, LocalDate day) {
        return apply(reason, present -> evaluator.evaluate(present.system(), day));
    }

    private EvaluationDiff apply(String reason, UnaryOperator<Evaluation> change) {
        if (reason.isBlank()) {
            throw new AimsException(
                    NO_REASON,
                    "A change of system (" + Quoted.of(evaluation().system().id()) + ") has no reason.",
                    "Say in a few words what happened, for example: drift alarm of 3 May.");
        }
        while (true) {
            State present = state;
            EvaluationDiff diff = EvaluationDiff.between(present.evaluation(), change.apply(present.evaluation()));
            if (diff.isEmpty()) {
                return diff;
            }
            List<Subscription> told = replace(present, new Update(List.of(reason), 1, diff));
            if (told != null) {
                deliver(told);
                return diff;
            }
        }
    }

    /** Makes a change and hands it to those who subscribed, or returns {@code null} if another change came first. */
    private @Nullable List<Subscription> replace(State present, Update update) {
        synchronized (lock) {
            if (state.changes() != present.changes()) {
                return null;
            }
            state = new State(update.diff().after(), present.changes() + 1);
            subscriptions.forEach(subscription -> subscription.offer(update));
            return List.copyOf(subscriptions);
        }
    }

    private static void deliver(List<Subscription> subscriptions) {
        List<Throwable> failures = new ArrayList<>();
        subscriptions.forEach(subscription -> subscription.deliver(failures));
        if (!failures.isEmpty()) {
            throw new SubscriberException(failures);
        }
    }

    /**
     * Tells a subscriber of every change from now on, in their order, each difference beginning where the last one ended.
     *
     * <p>The subscriber is called by threads that make changes, never by two at once. Should it be slow, other threads do
     * not wait for it: what they change waits, and once there is much of it the newest changes become one update.
     *
     * @param subscriber is told
     * @return ends it when closed
     */
    public Subscription subscribe(Consumer<? super Update> subscriber) {
        synchronized (lock) {
            Subscription subscription = new Subscription(this, subscriber, evaluation());
            subscriptions.add(subscription);
            return subscription;
        }
    }

    private void remove(Subscription subscription) {
        synchronized (lock) {
            subscriptions.remove(subscription);
        }
    }

    /**
     * Ends when closed. Thread-safe.
     *
     * @since 0.1
     */
    public static final class Subscription implements AutoCloseable {

        private final Watch watch;
        private final Consumer<? super Update> subscriber;
        private final Evaluation beginning;
        private final Deque<Update> waiting = new ArrayDeque<>();
        private boolean busy;
        private boolean closed;

        private Subscription(Watch watch, Consumer<? super Update> subscriber, Evaluation beginning) {
            this.watch = watch;
            this.subscriber = subscriber;
            this.beginning = beginning;
        }

        /**
         * Returns the evaluation at which the first update begins.
         *
         * @return the evaluation when the subscriber subscribed
         */
        public Evaluation beginning() {
            return beginning;
        }

        private synchronized void offer(Update update) {
            if (closed) {
                return;
            }
            waiting.add(
                    waiting.size() < MOST_WAITING
                            ? update
                            : waiting.removeLast().then(update));
        }

        /** Tells the subscriber all that waits, unless another thread, or a caller of this one, is about to. */
        private void deliver(List<Throwable> failures) {
            if (!begin()) {
                return;
            }
            for (Update update = next(); update != null; update = next()) {
                try {
                    subscriber.accept(update);
                } catch (RuntimeException | Error e) {
                    failures.add(e);
                }
            }
        }

        private synchronized boolean begin() {
            if (busy) {
                return false;
            }
            busy = true;
            return true;
        }

        private synchronized @Nullable Update next() {
            Update update = waiting.poll();
            busy = update != null;
            return update;
        }

        /** Ends the subscription. The subscriber is not told of anything that it is not being told already. */
        @Override
        public void close() {
            watch.remove(this);
            synchronized (this) {
                closed = true;
                waiting.clear();
            }
        }
    }
}
