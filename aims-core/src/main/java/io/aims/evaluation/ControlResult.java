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
 * <p>Immutable and thread-safe. Equal if everything that it tells is equal.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public final class ControlResult {

    private final Conclusions conclusions;
    private final int position;
    private final Truth needed;
    private final ControlStatus status;

    /**
     * Creates a result; what it is asked for less often, it asks the conclusions.
     *
     * @param conclusions what the rules come to
     * @param position the position of the control in the catalogue
     * @param needed whether it is needed
     * @param status what it is
     */
    ControlResult(Conclusions conclusions, int position, Truth needed, ControlStatus status) {
        this.conclusions = conclusions;
        this.position = position;
        this.needed = needed;
        this.status = status;
    }

    /**
     * Returns the control.
     *
     * @return the control with its words
     */
    public Control control() {
        return conclusions.control(position);
    }

    /**
     * Returns what the control is to this organisation for this system.
     *
     * @return the status
     */
    public ControlStatus status() {
        return status;
    }

    /**
     * Tells whether the control is needed at all, by whomever.
     *
     * @return whether a rule calls for it
     */
    public Truth needed() {
        return needed;
    }

    /**
     * Returns how much attention the control deserves.
     *
     * @return empty if no rule that holds calls for it
     */
    public Optional<Priority> priority() {
        return Optional.ofNullable(rank());
    }

    @Nullable
    Priority rank() {
        return needed == Truth.TRUE ? conclusions.priority(position) : null;
    }

    /**
     * Returns the rules that call for the control.
     *
     * @return an immutable list, sorted
     */
    public List<RuleId> rules() {
        return needed == Truth.TRUE ? conclusions.rulesRequiring(position) : List.of();
    }

    /**
     * Returns the rules that may call for the control.
     *
     * @return an immutable list, sorted
     */
    public List<RuleId> undetermined() {
        return needed == Truth.FALSE ? List.of() : conclusions.undeterminedRequiring(position);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof ControlResult that
                        && status == that.status
                        && needed == that.needed
                        && control().equals(that.control())
                        && priority().equals(that.priority())
                        && rules().equals(that.rules())
                        && undetermined().equals(that.undetermined());
    }

    @Override
    public int hashCode() {
        return 31 * (31 * control().hashCode() + status.hashCode()) + needed.hashCode();
    }

    @Override
    public String toString() {
        return control().id() + " " + status;
    }
}
