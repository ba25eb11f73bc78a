package io.aims.reasoning.counterfactual;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.vocabulary.Characteristics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an evaluation is to come to. A target is reached only if it is certain, whatever the unknown turns out to be:
 * unknown is not harmless.
 *
 * <p>Immutable and thread-safe. Its text is the target as the command line writes it.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public sealed interface Target {

    /**
     * Tells whether an evaluation has reached the target.
     *
     * @param evaluation an evaluation whose catalogue and packs have what the target names
     * @return {@code true} if it is certain
     */
    boolean isReachedBy(Evaluation evaluation);

    /**
     * Returns the target in words.
     *
     * @return a statement, for example {@code the overall level is at most moderate}
     */
    String words();

    /**
     * Returns what has to be reached together.
     *
     * @return one target or more, none of which is joined of others
     */
    default List<Target> parts() {
        return List.of(this);
    }

    /**
     * Joins two targets.
     *
     * @param other another target
     * @return a target that is reached if both are
     */
    default Target and(Target other) {
        return new Both(Stream.of(this, other)
                .flatMap(target -> target.parts().stream())
                .distinct()
                .toList());
    }

    /**
     * The overall level is not above a level.
     *
     * @param most the highest level that will do
     * @return the target
     */
    static Target levelAtMost(RiskLevel most) {
        return new OverallLevel(most);
    }

    /**
     * The level of one objective is not above a level.
     *
     * @param objective an objective
     * @param most the highest level that will do
     * @return the target
     */
    static Target levelAtMost(ObjectiveId objective, RiskLevel most) {
        return new ObjectiveLevel(objective, most);
    }

    /**
     * No rule calls for a control any more, by whomever it would have to be performed.
     *
     * @param control a control
     * @return the target
     */
    static Target notNeeded(ControlId control) {
        return new NotNeeded(control);
    }

    /**
     * The organisation itself does not have to perform a control. It may still have to obtain it from its supplier, or
     * somebody in another role may have to perform it.
     *
     * @param control a control
     * @return the target
     */
    static Target notRequired(ControlId control) {
        return new NotRequired(control);
    }

    /**
     * A risk source is not present.
     *
     * @param source a risk source
     * @return the target
     */
    static Target absent(RiskSourceId source) {
        return new Absent(source);
    }

    /**
     * A rule finds nothing.
     *
     * @param rule a rule
     * @return the target
     */
    static Target silent(RuleId rule) {
        return new Silent(rule);
    }

    /**
     * No rule says that the system must not be used.
     *
     * @return the target
     */
    static Target notStopped() {
        return new NotStopped();
    }

    /**
     * The overall level is not above a level.
     *
     * @param most the highest level that will do
     */
    record OverallLevel(RiskLevel most) implements Target {

        @Override
        public boolean isReachedBy(Evaluation evaluation) {
            return evaluation.level().high().compareTo(most) <= 0;
        }

        @Override
        public String words() {
            return "the overall level is " + atMost(most);
        }

        @Override
        public String toString() {
            return "level<=" + most;
        }
    }

    /**
     * The level of one objective is not above a level.
     *
     * @param objective the objective
     * @param most the highest level that will do
     */
    record ObjectiveLevel(ObjectiveId objective, RiskLevel most) implements Target {

        @Override
        public boolean isReachedBy(Evaluation evaluation) {
            return evaluation.risk(objective).orElseThrow().level().high().compareTo(most) <= 0;
        }

        @Override
        public String words() {
            return "the level of " + objective + " is " + atMost(most);
        }

        @Override
        public String toString() {
            return objective + "<=" + most;
        }
    }

    /**
     * No rule calls for a control.
     *
     * @param control the control
     */
    record NotNeeded(ControlId control) implements Target {

        @Override
        public boolean isReachedBy(Evaluation evaluation) {
            return evaluation.control(control).orElseThrow().needed() == Truth.FALSE;
        }

        @Override
        public String words() {
            return "nobody needs control " + control;
        }

        @Override
        public String toString() {
            return "not-needed:" + control;
        }
    }

    /**
     * The organisation itself does not have to perform a control.
     *
     * @param control the control
     */
    record NotRequired(ControlId control) implements Target {

        @Override
        public boolean isReachedBy(Evaluation evaluation) {
            ControlResult result = evaluation.control(control).orElseThrow();
            return result.needed() == Truth.FALSE
                    || isExcluded(result.control(), (Bounds.Members)
                            evaluation.system().bounds(Characteristics.AIMS_ROLES));
        }

        /** Tells whether it is certain that a control is not for the organisation, even if it is needed. */
        boolean isExcluded(Control needed, Bounds.Members roles) {
            ControlStatus status = needed.statusWhenNeeded(roles);
            return status == ControlStatus.VIA_SUPPLIER || status == ControlStatus.ROLE_EXCLUDED;
        }

        @Override
        public String words() {
            return "the organisation itself need not perform control " + control;
        }

        @Override
        public String toString() {
            return "not-required:" + control;
        }
    }

    /**
     * A risk source is not present.
     *
     * @param source the risk source
     */
    record Absent(RiskSourceId source) implements Target {

        @Override
        public boolean isReachedBy(Evaluation evaluation) {
            return evaluation.riskSources().stream()
                    .filter(result -> result.source().id().equals(source))
                    .allMatch(result -> result.status() == Truth.FALSE);
        }

        @Override
        public String words() {
            return "risk source " + source + " is absent";
        }

        @Override
        public String toString() {
            return "absent:" + source;
        }
    }

    /**
     * A rule finds nothing.
     *
     * @param rule the rule
     */
    record Silent(RuleId rule) implements Target {

        @Override
        public boolean isReachedBy(Evaluation evaluation) {
            return evaluation.finding(rule).isEmpty();
        }

        @Override
        public String words() {
            return "rule " + rule + " finds nothing";
        }

        @Override
        public String toString() {
            return "silent:" + rule;
        }
    }

    /** No rule says that the system must not be used. */
    record NotStopped() implements Target {

        @Override
        public boolean isReachedBy(Evaluation evaluation) {
            return evaluation.stops().isEmpty();
        }

        @Override
        public String words() {
            return "no rule stops the use of the system";
        }

        @Override
        public String toString() {
            return "not-stopped";
        }
    }

    /**
     * Several targets together.
     *
     * @param parts what has to be reached, none of it joined of others
     */
    record Both(List<Target> parts) implements Target {

        /** Copies the list. */
        public Both {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean isReachedBy(Evaluation evaluation) {
            return parts.stream().allMatch(part -> part.isReachedBy(evaluation));
        }

        @Override
        public String words() {
            return Phrases.list(parts.stream().map(Target::words).toList(), "and");
        }

        @Override
        public String toString() {
            return parts.stream().map(Target::toString).collect(Collectors.joining(" and "));
        }
    }

    private static String atMost(RiskLevel most) {
        String level = Phrases.words(most.name());
        return most == RiskLevel.VERY_LOW ? level : "at most " + level;
    }
}
