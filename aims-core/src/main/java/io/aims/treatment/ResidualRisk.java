package io.aims.treatment;

import io.aims.control.ControlId;
import io.aims.evaluation.Risk;
import io.aims.risk.Likelihood;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import java.util.List;

/**
 * The risk to one objective before and after what is done about it, side by side.
 *
 * <p>Below the highest bands a level moves late; the change of rate shows progress before.
 *
 * @param inherent the risk before any control
 * @param likelihood how likely the objective is failed with the controls as they are
 * @param severity how bad the consequence is with the controls as they are
 * @param level the level with the controls as they are
 * @param lowRate the rate behind the low end of the likelihood, for ranking; not a measured frequency
 * @param highRate the rate behind the high end of the likelihood
 * @param effects the controls that lower the risk, those that lower the high end most first
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record ResidualRisk(
        Risk inherent,
        Range<Likelihood> likelihood,
        Range<Severity> severity,
        Range<RiskLevel> level,
        double lowRate,
        double highRate,
        List<Effect> effects) {

    /**
     * By how much the risk would be higher without one control, all others as they are. Effects of several controls do not
     * add up: within one risk source the strongest finding counts.
     *
     * @param control the control
     * @param lowRate the rate it takes from the low end
     * @param highRate the rate it takes from the high end
     * @param highSteps the steps of level by which it lowers the high end
     */
    public record Effect(ControlId control, double lowRate, double highRate, int highSteps) {}

    /** Copies the effects. */
    public ResidualRisk {
        effects = List.copyOf(effects);
    }

    /**
     * Returns the part of the rate that the controls take, if everything unknown turns out badly.
     *
     * @return from 0, nothing, to 0.9
     */
    public double highReduction() {
        return reduction(inherent.highRate(), highRate);
    }

    /**
     * Returns the part of the rate that the controls take, if everything unknown turns out well.
     *
     * @return from 0, nothing, to 0.9
     */
    public double lowReduction() {
        return reduction(inherent.lowRate(), lowRate);
    }

    private static double reduction(double before, double after) {
        return before == 0 ? 0 : 1 - after / before;
    }
}
