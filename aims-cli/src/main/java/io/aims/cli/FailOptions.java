package io.aims.cli;

import io.aims.evaluation.Evaluation;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.treatment.ResidualProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What makes a run end with 1. With either option given, a verdict that nothing lifts counts whatever the level. */
final class FailOptions {

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Ends with 1 if the low end of a level reaches this: the facts known are enough for it. "
                    + "${COMPLETION-CANDIDATES}.")
    private @Nullable RiskLevel certain;

    @Option(
            names = "--fail-on-possible",
            paramLabel = "LEVEL",
            description = "Ends with 1 if the high end of a level reaches this: it cannot be ruled out yet.")
    private @Nullable RiskLevel possible;

    /** Tells whether a system is beyond what is allowed before any control. */
    boolean isBeyond(Evaluation evaluation) {
        return isBeyond(evaluation, evaluation.level());
    }

    /** Tells whether a system is beyond what is allowed with its controls as they are. */
    boolean isBeyond(ResidualProfile profile) {
        return isBeyond(profile.evaluation(), profile.level());
    }

    private boolean isBeyond(Evaluation evaluation, Range<RiskLevel> level) {
        RiskLevel low = certain;
        RiskLevel high = possible;
        if (low == null && high == null) {
            return false;
        }
        return evaluation.isStopped()
                || low != null && level.low().compareTo(low) >= 0
                || high != null && level.high().compareTo(high) >= 0;
    }
}
