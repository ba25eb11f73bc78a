package io.aims.reasoning.change;

import io.aims.evaluation.Finding;
import io.aims.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule that comes to something else, or to the same for another reason.
 *
 * @param rule the rule as it is after, or as it was if it finds nothing any more
 * @param kind what happened
 * @param was what it found before, or {@code null} if it was false
 * @param now what it finds after, or {@code null} if it is false
 * @param ruleChanged whether the rule itself holds under another condition, or concludes something else, than before
 * @param causes the facts that changed and that the condition reads, in person or through the results of other rules,
 *     sorted; empty if the packs or criteria are the only cause
 * @clause ISO/IEC 42001:2023 6.3, 8.2
 * @since 0.1
 */
public record FindingChange(
        Rule rule,
        Kind kind,
        @Nullable Finding was,
        @Nullable Finding now,
        boolean ruleChanged,
        List<FactChange> causes) {

    /** What happened to a finding. */
    public enum Kind {
        /** It was false and holds. */
        GAINED,
        /** It was possible and holds. */
        CONFIRMED,
        /** It was false and is possible. */
        POSSIBLE,
        /** It held and is false. */
        LOST,
        /** It was possible and is false. */
        RULED_OUT,
        /** It held and is possible. */
        DOUBTED,
        /** It comes to the same, by other facts or by a rule that says something else. */
        OTHER_REASON;

        static Kind of(@Nullable Finding was, @Nullable Finding now) {
            if (was == null) {
                return now != null && now.isCertain() ? GAINED : POSSIBLE;
            }
            if (now == null) {
                return was.isCertain() ? LOST : RULED_OUT;
            }
            if (was.status() == now.status()) {
                return OTHER_REASON;
            }
            return now.isCertain() ? CONFIRMED : DOUBTED;
        }
    }

    /** Copies the list of causes. */
    public FindingChange {
        causes = List.copyOf(causes);
    }

    /**
     * Returns what the rule found before.
     *
     * @return empty if it was false
     */
    public Optional<Finding> before() {
        return Optional.ofNullable(was);
    }

    /**
     * Returns what the rule finds after.
     *
     * @return empty if it is false
     */
    public Optional<Finding> after() {
        return Optional.ofNullable(now);
    }
}
