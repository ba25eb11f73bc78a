package io.aims.treatment;

import io.aims.control.ControlId;
import io.aims.evaluation.Risk;
import io.aims.risk.Likelihood;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The risk to one objective before and after what is done about it, side by side.
 *
 * <p>Below the highest bands a level moves late; the change of rate shows progress before. Immutable and thread-safe; two
 * of them are equal if all they say is.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public final class ResidualRisk {

    private final Risk inherent;
    private final Range<Likelihood> likelihood;
    private final Range<Severity> severity;
    private final Range<RiskLevel> level;
    private final double lowRate;
    private final double highRate;
    private final Supplier<List<Effect>> effects;

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

    ResidualRisk(
            Risk inherent,
            Range<Likelihood> likelihood,
            Range<Severity> severity,
            Range<RiskLevel> level,
            double lowRate,
            double highRate,
            Supplier<List<Effect>> effects) {
        this.inherent = inherent;
        this.likelihood = likelihood;
        this.severity = severity;
        this.level = level;
        this.lowRate = lowRate;
        this.highRate = highRate;
        this.effects = effects;
    }

    /**
     * Returns the risk before any control.
     *
     * @return the inherent risk
     */
    public Risk inherent() {
        return inherent;
    }

    /**
     * Returns how likely the objective is failed with the controls as they are.
     *
     * @return the likelihood
     */
    public Range<Likelihood> likelihood() {
        return likelihood;
    }

    /**
     * Returns how bad the consequence is with the controls as they are.
     *
     * @return the severity
     */
    public Range<Severity> severity() {
        return severity;
    }

    /**
     * Returns the level with the controls as they are.
     *
     * @return the level
     */
    public Range<RiskLevel> level() {
        return level;
    }

    /**
     * Returns the rate behind the low end of the likelihood, for ranking; not a measured frequency.
     *
     * @return 0 or above
     */
    public double lowRate() {
        return lowRate;
    }

    /**
     * Returns the rate behind the high end of the likelihood, for ranking; not a measured frequency.
     *
     * @return the rate of the low end or above
     */
    public double highRate() {
        return highRate;
    }

    /**
     * Returns the controls that lower the risk. They are computed when first asked for, at once for all objectives.
     *
     * @return the effects, those that lower the high end most first
     */
    public List<Effect> effects() {
        return effects.get();
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

    @Override
    public boolean equals(Object other) {
        return other instanceof ResidualRisk that
                && inherent.equals(that.inherent)
                && likelihood.equals(that.likelihood)
                && severity.equals(that.severity)
                && level.equals(that.level)
                && Double.compare(lowRate, that.lowRate) == 0
                && Double.compare(highRate, that.highRate) == 0
                && effects().equals(that.effects());
    }

    @Override
    public int hashCode() {
        return Objects.hash(inherent.objective().id(), level, lowRate, highRate);
    }

    @Override
    public String toString() {
        return inherent.objective().id() + ": " + inherent.level() + ", residual " + level;
    }
}
