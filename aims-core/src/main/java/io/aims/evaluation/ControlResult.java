package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a control is to a system.
 *
 * @param control the control
 * @param status what it is to this organisation for this system
 * @param needed whether it is needed at all, by whomever
 * @param rank its priority, or {@code null} if no rule that holds calls for it
 * @param rules the rules that call for it, sorted
 * @param undetermined the rules that may call for it, sorted
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record ControlResult(
        Control control,
        ControlStatus status,
        Truth needed,
        @Nullable Priority rank,
        List<RuleId> rules,
        List<RuleId> undetermined) {

    /** Copies the lists. */
    public ControlResult {
        rules = RuleIds.copyOf(rules);
        undetermined = RuleIds.copyOf(undetermined);
    }

    /**
     * Returns how much attention the control deserves.
     *
     * @return empty if no rule that holds calls for it
     */
    public Optional<Priority> priority() {
        return Optional.ofNullable(rank);
    }
}
