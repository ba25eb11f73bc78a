package io.aims.evaluation;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Truth;

/**
 * What the rules of the strata below come to, for the rules that read results.
 *
 * @since 0.1
 */
public interface StratumResults {

    /**
     * Tells whether a risk source is present.
     *
     * @param source a risk source
     * @return {@link Truth#TRUE} if a rule that raises it holds
     */
    Truth riskSource(RiskSourceId source);

    /**
     * Returns the level of an objective.
     *
     * @param objective an objective
     * @return its level
     */
    Range<RiskLevel> level(ObjectiveId objective);

    /**
     * Tells whether a control is needed, by whomever.
     *
     * @param control a control
     * @return {@link Truth#TRUE} if a rule that requires it holds
     */
    Truth needed(ControlId control);
}
