package io.aims.treatment;

import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.evaluation.Finding;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.rule.Truth;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about the risks of one system, and what every objective comes to on a day.
 *
 * <p>A risk above the tolerance is open until something is decided about it. A decision counts through its day. On the day
 * after only what is in place counts, and the decision is overdue: a control that works has a state that says so, an activity
 * that was given up has changed the facts, an acceptance or a contract has to be renewed. A risk is retained only with a named
 * role, a reason and an end. What a verdict that nothing lifts is about cannot be retained. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public final class TreatmentPlan {

    private static final String UNKNOWN = "AIMS-3064";
    private static final String SAYS_NOTHING = "AIMS-3065";
    private static final String STOPPED = "AIMS-3066";
    private static final String NO_DAY = "AIMS-3067";
    private static final String NOT_NEEDED = "AIMS-3068";
    private static final String TWICE = "AIMS-3069";

    private final RiskLevel tolerance;
    private final LocalDate asOf;
    private final List<Treatment> treatments;
    private final List<Outcome> outcomes;

    /** How the risk to an objective stands. */
    public enum Standing {
        /** It does not pass the tolerance. */
        TOLERABLE,
        /** It will not pass the tolerance once the controls of the plan work. */
        MODIFIED,
        /** The activity that makes it is given up. */
        AVOIDED,
        /** It is accepted, on this day. */
        RETAINED,
        /** It is shared with another party, and passes the tolerance. */
        SHARED,
        /** It passes the tolerance and nothing that holds on this day is decided about it. */
        OPEN
    }

    /**
     * What an objective comes to, at the high end of its risk.
     *
     * @param objective the objective
     * @param now its level with the controls as they are
     * @param then its level once the controls of the plan have reached their stages
     * @param standing how the risk stands
     */
    public record Outcome(ObjectiveId objective, RiskLevel now, RiskLevel then, Standing standing) {}

    private TreatmentPlan(ResidualProfile profile, List<Treatment> treatments, RiskLevel tolerance, LocalDate asOf) {
        this.tolerance = tolerance;
        this.asOf = asOf;
        this.treatments = treatments;
        Map<ControlId, Stage> reached = new TreeMap<>();
        for (Treatment treatment : treatments) {
            if (treatment instanceof Treatment.Modify modify && counts(modify)) {
                reached.merge(modify.control(), modify.target(), Stage::atLeast);
            }
        }
        List<Outcome> found = new ArrayList<>();
        for (ResidualRisk risk : profile.risks()) {
            ObjectiveId objective = risk.inherent().objective().id();
            RiskLevel then = profile.highLevelIf(objective, reached);
            found.add(new Outcome(
                    objective,
                    risk.level().high(),
                    then,
                    standing(objective, risk.level().high(), then)));
        }
        this.outcomes = List.copyOf(found);
    }

    /**
     * Checks decisions about the risks of a system and tells how every risk stands.
     *
     * @param profile the residual risks, for the day on which the plan is looked at
     * @param treatments the decisions
     * @param tolerance the level that needs no decision
     * @return the plan
     * @throws AimsException with everything that is wrong: AIMS-3064, if a control or objective is absent from the catalogue;
     *     AIMS-3065, if an owner, approver, reason or activity says nothing; AIMS-3066, if a risk is retained that a verdict
     *     is about which nothing lifts; AIMS-3067, if the profile is for no day; AIMS-3068, if a control cannot lower the
     *     risks because the system does not need it or another role performs it; AIMS-3069, if a risk is retained twice or a
     *     control brought to a stage twice
     */
    public static TreatmentPlan of(ResidualProfile profile, List<Treatment> treatments, RiskLevel tolerance) {
        Faults faults = new Faults();
        LocalDate day = profile.asOf().orElse(null);
        if (day == null) {
            faults.add(
                    NO_DAY,
                    null,
                    "The plan of system (" + name(profile) + ") is looked at on no day: what is accepted ends on one.",
                    "Compute the residual risks for a day.");
        }
        Map<Object, Integer> times =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        for (Treatment treatment : treatments) {
            check(profile, treatment, faults);
            subject(treatment).ifPresent(subject -> times.merge(subject, 1, Integer::sum));
        }
        times.forEach((subject, count) -> {
            if (count > 1) {
                faults.add(
                        TWICE,
                        null,
                        "Of (" + subject + ") the plan of system (" + name(profile) + ") decides the same thing "
                                + count + " times.",
                        "Keep one decision.");
            }
        });
        faults.throwIfAny();
        return new TreatmentPlan(profile, List.copyOf(treatments), tolerance, Objects.requireNonNull(day));
    }

    /** What can be decided only once. */
    private static Optional<Object> subject(Treatment treatment) {
        if (treatment instanceof Treatment.Modify modify) {
            return Optional.of(modify.control());
        }
        return treatment instanceof Treatment.Retain retain ? Optional.of(retain.objective()) : Optional.empty();
    }

    private static void check(ResidualProfile profile, Treatment treatment, Faults faults) {
        String subject;
        if (treatment instanceof Treatment.Modify modify) {
            subject = "modification by control (" + modify.control() + ")";
            checkControl(profile, modify.control(), faults);
        } else if (treatment instanceof Treatment.Share share) {
            subject = "sharing of the risk to (" + share.objective() + ")";
            checkObjective(profile, share.objective(), faults);
            checkSaid(subject, "other party", share.with(), faults);
        } else if (treatment instanceof Treatment.Avoid avoid) {
            subject = "avoidance of the risk to (" + avoid.objective() + ")";
            checkObjective(profile, avoid.objective(), faults);
            checkSaid(subject, "activity", avoid.activity(), faults);
        } else {
            Treatment.Retain retain = (Treatment.Retain) treatment;
            subject = "acceptance of the risk to (" + retain.objective() + ")";
            checkObjective(profile, retain.objective(), faults);
            checkSaid(subject, "reason", retain.reason(), faults);
            checkNotStopped(profile, retain, faults);
        }
        checkSaid(subject, "owner", treatment.owner(), faults);
        checkSaid(subject, "approver", treatment.approver(), faults);
    }

    private static void checkControl(ResidualProfile profile, ControlId control, Faults faults) {
        CountedState state = profile.control(control).orElse(null);
        if (state == null) {
            faults.add(
                    UNKNOWN,
                    null,
                    "The control (" + control + ") of the plan of system (" + name(profile)
                            + ") is absent from the catalogue.",
                    "Maybe the plan was made with another catalogue.");
        } else if (state.projected() == ControlStatus.ROLE_EXCLUDED || needed(profile, control) == Truth.FALSE) {
            faults.add(
                    NOT_NEEDED,
                    null,
                    "The control (" + control + ") of the plan of system (" + name(profile)
                            + ") lowers none of its risks: "
                            + (state.projected() == ControlStatus.ROLE_EXCLUDED
                                    ? "it belongs to another role."
                                    : "no finding calls for it."),
                    "Keep it among the controls chosen for another reason, and out of the treatment of these risks.");
        }
    }

    private static @Nullable Truth needed(ResidualProfile profile, ControlId control) {
        return profile.evaluation()
                .control(control)
                .map(result -> result.needed())
                .orElse(null);
    }

    private static void checkObjective(ResidualProfile profile, ObjectiveId objective, Faults faults) {
        if (profile.risk(objective).isEmpty()) {
            faults.add(
                    UNKNOWN,
                    null,
                    "The objective (" + objective + ") of the plan of system (" + name(profile)
                            + ") is absent from the catalogue.",
                    "Maybe the plan was made with another catalogue.");
        }
    }

    private static void checkSaid(String subject, String what, String said, Faults faults) {
        if (said.isBlank()) {
            faults.add(
                    SAYS_NOTHING,
                    null,
                    "The " + subject + " names no " + what + ".",
                    "A decision without it cannot be followed up.");
        }
    }

    /** A verdict that is certain concerns the whole system, one that may come true the objectives it threatens. */
    private static void checkNotStopped(ResidualProfile profile, Treatment.Retain retain, Faults faults) {
        for (Finding stop : profile.evaluation().stops()) {
            if (stop.isCertain() || stop.rule().threatens().contains(retain.objective())) {
                faults.add(
                        STOPPED,
                        null,
                        "The risk to (" + retain.objective() + ") of system (" + name(profile)
                                + ") cannot be accepted: rule (" + stop.rule().id() + ") "
                                + (stop.isCertain() ? "finds" : "may find") + " what nothing lifts.",
                        stop.isCertain()
                                ? "Avoid it: the system must not be used as described."
                                : "Answer the questions that decide the rule first.");
            }
        }
    }

    private static String name(ResidualProfile profile) {
        return Quoted.of(profile.evaluation().system().id());
    }

    private Standing standing(ObjectiveId objective, RiskLevel now, RiskLevel then) {
        if (now.compareTo(tolerance) <= 0) {
            return Standing.TOLERABLE;
        }
        if (then.compareTo(tolerance) <= 0) {
            return Standing.MODIFIED;
        }
        Standing best = Standing.OPEN;
        for (Treatment treatment : treatments) {
            Standing own = counts(treatment) ? standing(treatment, objective, then) : Standing.OPEN;
            best = own.compareTo(best) < 0 ? own : best;
        }
        return best;
    }

    private static Standing standing(Treatment treatment, ObjectiveId objective, RiskLevel then) {
        if (treatment instanceof Treatment.Avoid avoid && avoid.objective().equals(objective)) {
            return Standing.AVOIDED;
        }
        if (treatment instanceof Treatment.Retain retain
                && retain.objective().equals(objective)
                && then.compareTo(retain.accepted()) <= 0) {
            return Standing.RETAINED;
        }
        if (treatment instanceof Treatment.Share share && share.objective().equals(objective)) {
            return Standing.SHARED;
        }
        return Standing.OPEN;
    }

    private boolean counts(Treatment treatment) {
        return !asOf.isAfter(treatment.due());
    }

    /**
     * Returns the level that needs no decision.
     *
     * @return the tolerance
     */
    public RiskLevel tolerance() {
        return tolerance;
    }

    /**
     * Returns the day on which the plan is looked at.
     *
     * @return the day
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * Returns the decisions.
     *
     * @return an immutable list in the order given
     */
    public List<Treatment> treatments() {
        return treatments;
    }

    /**
     * Returns how the risk to every objective stands.
     *
     * @return the outcomes, sorted by objective
     */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /**
     * Returns the risks about which something must still be decided.
     *
     * @return the outcomes, sorted by objective
     */
    public List<Outcome> open() {
        return outcomes.stream()
                .filter(outcome -> outcome.standing() == Standing.OPEN)
                .toList();
    }

    /**
     * Returns the decisions whose day has passed: controls to look at, and acceptances that have ended.
     *
     * @return the decisions in the order given
     */
    public List<Treatment> overdue() {
        return treatments.stream().filter(treatment -> !counts(treatment)).toList();
    }
}
