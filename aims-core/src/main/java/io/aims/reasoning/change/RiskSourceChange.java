package io.aims.reasoning.change;

import io.aims.risk.RiskSource;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import java.util.List;

/**
 * A risk source that appeared, vanished, or became more or less certain.
 *
 * @param source the risk source
 * @param was whether it was present, {@link Truth#FALSE} if the catalogue did not have it
 * @param now whether it is present, {@link Truth#FALSE} if the catalogue does not have it
 * @param trend which way it moved
 * @param by the rules that raise it and came to something else, sorted
 * @since 0.1
 */
public record RiskSourceChange(RiskSource source, Truth was, Truth now, Trend trend, List<RuleId> by) {

    /** Copies the list of rules. */
    public RiskSourceChange {
        by = List.copyOf(by);
    }
}
