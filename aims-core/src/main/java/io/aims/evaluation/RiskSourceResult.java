package io.aims.evaluation;

import io.aims.risk.RiskSource;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import java.util.List;

/**
 * Whether a risk source is present in a system.
 *
 * @param source the risk source
 * @param status {@link Truth#TRUE} if it is present, {@link Truth#FALSE} if it is not
 * @param rules the rules that show it to be present, sorted
 * @param undetermined the rules that may show it, sorted
 * @clause ISO/IEC 42001:2023 C.3
 * @since 0.1
 */
public record RiskSourceResult(RiskSource source, Truth status, List<RuleId> rules, List<RuleId> undetermined) {

    /** Copies the lists. */
    public RiskSourceResult {
        rules = RuleIds.copyOf(rules);
        undetermined = RuleIds.copyOf(undetermined);
    }
}
