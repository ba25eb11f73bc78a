package io.aims.evaluation;

import io.aims.risk.Likelihood;
import io.aims.risk.Objective;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.rule.RuleId;
import java.util.List;

/**
 * The inherent risk to one objective.
 *
 * @param objective the objective
 * @param likelihood how likely it is failed
 * @param severity how bad the consequence is
 * @param level the level of the risk
 * @param lowRate the rate behind the low end of the likelihood, for ranking; not a measured frequency
 * @param highRate the rate behind the high end of the likelihood
 * @param rules the rules that threaten it for certain, sorted
 * @param undetermined the rules that may threaten it, sorted
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public record Risk(
        Objective objective,
        Range<Likelihood> likelihood,
        Range<Severity> severity,
        Range<RiskLevel> level,
        double lowRate,
        double highRate,
        List<RuleId> rules,
        List<RuleId> undetermined) {

    /** Copies the lists. */
    public Risk {
        rules = RuleIds.copyOf(rules);
        undetermined = RuleIds.copyOf(undetermined);
    }
}
