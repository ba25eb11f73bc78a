package io.aims.treatment.statement;

import io.aims.reasoning.internal.Phrases;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;

/**
 * A risk that a control treats: the rules that call for the control say that it threatens the objective.
 *
 * @param objective the id of the objective
 * @param title its title
 * @param inherent the highest level before any control, over the systems that need the control for it
 * @param residual the highest level with the controls as they are, over these systems
 * @param systems how many systems there are
 * @since 0.1
 */
public record TreatedRisk(
        ObjectiveId objective, String title, Range<RiskLevel> inherent, Range<RiskLevel> residual, int systems) {

    /**
     * Returns the risk in one line.
     *
     * @return for example {@code Fairness (C.2.5): high, with the controls as they are moderate}
     */
    public String sentence() {
        return title + " (" + objective + "): " + words(inherent)
                + (inherent.equals(residual) ? "" : ", with the controls as they are " + words(residual));
    }

    private static String words(Range<RiskLevel> level) {
        String low = Phrases.words(level.low().name());
        return level.isExact() ? low : low + " to " + Phrases.words(level.high().name());
    }
}
