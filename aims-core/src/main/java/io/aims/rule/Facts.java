package io.aims.rule;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;

/**
 * What a condition can read: the answers about a system, and the results of the strata below its rule.
 *
 * @since 0.1
 */
public interface Facts {

    /**
     * Returns what is possible for a characteristic.
     *
     * @param characteristic a characteristic
     * @return its bounds, the widest ones if it is unknown
     */
    Bounds bounds(Characteristic<?> characteristic);

    /**
     * Tells whether a risk source is present.
     *
     * @param source a risk source
     * @return whether some rule of the strata below raises it
     */
    Truth riskSource(RiskSourceId source);

    /**
     * Returns the level of an objective.
     *
     * @param objective an objective
     * @return its level by the rules of the strata below
     */
    Range<RiskLevel> level(ObjectiveId objective);

    /**
     * Tells whether a control is needed, by whomever.
     *
     * @param control a control
     * @return whether some rule of the strata below requires it
     */
    Truth needed(ControlId control);
}
