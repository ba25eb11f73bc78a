package io.aims.reasoning.change;

import io.aims.control.Control;
import io.aims.evaluation.ControlResult;
import io.aims.rule.RuleId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A control whose status, need or priority moved.
 *
 * @param control the control
 * @param was what it was, or {@code null} if the catalogue did not have it
 * @param now what it is, or {@code null} if the catalogue does not have it
 * @param trend which way it moved
 * @param by the rules that call for it and came to something else, sorted; empty if it moved with the roles of the
 *     organisation, or with the severity of what its rules threaten
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record ControlChange(
        Control control,
        @Nullable ControlResult was,
        @Nullable ControlResult now,
        Trend trend,
        List<RuleId> by) {

    /** Copies the list of rules. */
    public ControlChange {
        by = List.copyOf(by);
    }

    /**
     * Returns what the control was.
     *
     * @return empty if the catalogue did not have it
     */
    public Optional<ControlResult> before() {
        return Optional.ofNullable(was);
    }

    /**
     * Returns what the control is.
     *
     * @return empty if the catalogue does not have it
     */
    public Optional<ControlResult> after() {
        return Optional.ofNullable(now);
    }
}
