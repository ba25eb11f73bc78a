package io.aims.report.internal.page;

import io.aims.reasoning.internal.Phrases;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.Gap;
import io.aims.treatment.Treatment;
import io.aims.treatment.TreatmentPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Gaps and plans in words. Thread-safe. */
public final class TreatmentWords {

    private TreatmentWords() {}

    /**
     * Returns what is amiss with a control.
     *
     * @param kind what is amiss
     * @return a few words
     */
    public static String of(Gap.Kind kind) {
        return switch (kind) {
            case MISSING -> "Not in place";
            case UNKNOWN -> "Not known";
            case NOT_SHOWN -> "Effect not shown";
        };
    }

    /**
     * Returns the class that marks a gap.
     *
     * @param kind what is amiss
     * @return {@code bad}, {@code open} or {@code fair}
     */
    public static String kind(Gap.Kind kind) {
        return switch (kind) {
            case MISSING -> "bad";
            case UNKNOWN -> "open";
            case NOT_SHOWN -> "fair";
        };
    }

    /**
     * Returns the class that marks how a risk stands.
     *
     * @param standing how it stands
     * @return {@code good}, {@code fair} or {@code bad}
     */
    public static String kind(TreatmentPlan.Standing standing) {
        return switch (standing) {
            case TOLERABLE, MODIFIED, AVOIDED -> "good";
            case RETAINED, SHARED -> "fair";
            case OPEN -> "bad";
        };
    }

    /**
     * Returns what closing a gap brings.
     *
     * @param gain what it brings
     * @return for example {@code 2 steps of level (C.2.5), 40.2 points}
     */
    public static String of(Gap.Gain gain) {
        String points = BigDecimal.valueOf(gain.rate() * 100)
                .setScale(1, RoundingMode.HALF_EVEN)
                .toPlainString();
        if (gain.steps() == 0) {
            return gain.rate() > 0 ? points + " points" : "nothing by itself";
        }
        return Phrases.count(gain.steps(), "step of level", "steps of level") + " ("
                + Phrases.list(gain.lowered().stream().map(Object::toString).toList(), "and") + "), " + points
                + " points";
    }

    /**
     * Returns how risks stand with what is decided.
     *
     * @param plan the plan
     * @return sentences
     */
    public static String summary(TreatmentPlan plan) {
        int open = plan.open().size();
        int overdue = plan.overdue().size();
        return "Looked at on " + plan.asOf() + ", with " + Words.within(plan.tolerance()) + " tolerated. "
                + (open == 0
                        ? "Every risk is tolerable or decided about."
                        : "About " + Phrases.count(open, "risk", "risks") + " something must still be decided.")
                + (overdue == 0
                        ? ""
                        : " The day of " + Phrases.count(overdue, "decision has", "decisions have") + " passed.");
    }

    /**
     * Returns what a plan costs and how sure it is that none is cheaper.
     *
     * @param plan the plan
     * @return sentences
     */
    public static String summary(CheapestPlan plan) {
        int beyond = plan.outOfReach().size();
        return (plan.stopped()
                        ? "A verdict that nothing lifts holds or may hold: no control makes such a use permitted. "
                        : "")
                + (plan.steps().isEmpty()
                        ? "Nothing has to be brought to work. "
                        : Phrases.count(plan.steps().size(), "control", "controls") + " for " + plan.cost()
                                + " in all, "
                                + (plan.isExact()
                                        ? "and no cheaper set does as much. "
                                        : "and no set below " + plan.leastCost() + " does as much. "))
                + (beyond == 0
                        ? "Every objective is then at " + Words.within(plan.tolerance())
                                + " or below, also if everything unknown turns out badly."
                        : Phrases.count(beyond, "objective stays", "objectives stay") + " above "
                                + Words.within(plan.tolerance()) + " whatever priced control works.")
                + (plan.unpriced().isEmpty()
                        ? ""
                        : " Without a cost, and left as they are: "
                                + Phrases.list(
                                        plan.unpriced().stream()
                                                .map(Object::toString)
                                                .toList(),
                                        "and")
                                + ".");
    }

    /**
     * Returns a decision.
     *
     * @param treatment the decision
     * @return a phrase
     */
    public static String of(Treatment treatment) {
        if (treatment instanceof Treatment.Modify modify) {
            return "Modify: bring " + modify.control() + " to " + Words.within(modify.target());
        }
        if (treatment instanceof Treatment.Share share) {
            return "Share the risk to " + share.objective() + " with " + share.with();
        }
        if (treatment instanceof Treatment.Avoid avoid) {
            return "Avoid the risk to " + avoid.objective() + ": no longer " + avoid.activity();
        }
        Treatment.Retain retain = (Treatment.Retain) treatment;
        return "Retain the risk to " + retain.objective() + " up to " + Words.within(retain.accepted()) + ": "
                + retain.reason();
    }
}
