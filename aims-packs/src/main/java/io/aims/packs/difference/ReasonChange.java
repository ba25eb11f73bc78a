package io.aims.packs.difference;

import io.aims.rule.RuleId;
import java.util.List;

/**
 * A control, objective or risk source to which other rules of the pack lead than before.
 *
 * @param subject what it is
 * @param id its id
 * @param gained the rules that lead to it and did not, sorted
 * @param lost the rules that led to it and do not any more, sorted
 * @param stronger the rules that lead to it for more systems than before, sorted
 * @param weaker the rules that lead to it for fewer or other systems than before, sorted
 * @param left how many rules of the pack lead to it now
 * @since 0.1
 */
public record ReasonChange(
        Subject subject,
        String id,
        List<RuleId> gained,
        List<RuleId> lost,
        List<RuleId> stronger,
        List<RuleId> weaker,
        int left) {

    /** What rules lead to. */
    public enum Subject {
        /** A control that is required. */
        CONTROL,
        /** An objective that is threatened. */
        OBJECTIVE,
        /** A risk source that is raised. */
        RISK_SOURCE
    }

    /** Copies the lists. */
    public ReasonChange {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        stronger = List.copyOf(stronger);
        weaker = List.copyOf(weaker);
    }

    /**
     * Tells whether the last reason is gone.
     *
     * @return {@code true} if a rule of the pack led to it and none does any more
     */
    public boolean isAbandoned() {
        return left == 0 && !lost.isEmpty();
    }
}
