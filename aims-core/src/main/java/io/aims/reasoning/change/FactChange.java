package io.aims.reasoning.change;

import io.aims.system.Answer;
import io.aims.system.Characteristic;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A characteristic that was answered otherwise.
 *
 * @param characteristic the characteristic
 * @param was the answer before, or {@code null} if it was unknown
 * @param now the answer after, or {@code null} if it is unknown
 * @param kind in which way the answer differs
 * @since 0.1
 */
public record FactChange(
        Characteristic<?> characteristic,
        @Nullable Answer was,
        @Nullable Answer now,
        Kind kind) {

    /** In which way an answer differs. */
    public enum Kind {
        /** Something else is true. */
        CHANGED,
        /** More is known, and what was known still holds. */
        LEARNED,
        /** Less is known, and what is known held before. */
        FORGOTTEN,
        /** The answer is the same; who gave it, when, or on what evidence differs. No result depends on it. */
        RESTATED
    }

    static FactChange of(@Nullable Answer was, @Nullable Answer now) {
        Answer any = now != null ? now : was;
        if (any == null) {
            throw new IllegalArgumentException("A change has an answer before or after");
        }
        return new FactChange(any.characteristic(), was, now, kind(was, now));
    }

    private static Kind kind(@Nullable Answer was, @Nullable Answer now) {
        if (was == null) {
            return Kind.LEARNED;
        }
        if (now == null) {
            return Kind.FORGOTTEN;
        }
        if (!was.characteristic().equals(now.characteristic())) {
            return Kind.CHANGED;
        }
        if (was.bounds().equals(now.bounds())) {
            return Kind.RESTATED;
        }
        return now.bounds().isWithin(was.bounds())
                ? Kind.LEARNED
                : was.bounds().isWithin(now.bounds()) ? Kind.FORGOTTEN : Kind.CHANGED;
    }

    /** Returns the trend of what has only these causes, if they tell nothing but what is known: or {@code null}. */
    static @Nullable Trend knowledge(Collection<FactChange> causes) {
        if (causes.isEmpty()) {
            return null;
        }
        if (causes.stream().allMatch(cause -> cause.kind == Kind.LEARNED)) {
            return Trend.KNOWN;
        }
        return causes.stream().allMatch(cause -> cause.kind == Kind.FORGOTTEN) ? Trend.OPEN : null;
    }

    /**
     * Returns the answer before.
     *
     * @return empty if the characteristic was unknown
     */
    public Optional<Answer> before() {
        return Optional.ofNullable(was);
    }

    /**
     * Returns the answer after.
     *
     * @return empty if the characteristic is unknown
     */
    public Optional<Answer> after() {
        return Optional.ofNullable(now);
    }
}
