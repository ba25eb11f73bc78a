package io.aims.benchmarks;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Risk;
import io.aims.risk.Objective;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every contender has to find out about a system: the truth of each rule, rate, severity and level of each objective
 * at both ends, need and status of each control.
 *
 * <p>Truths are numbers as in {@link io.aims.benchmarks.handwritten.Kleene}. Rules, objectives and controls are named by their
 * position in the base. Takes the arrays over; not meant to be changed.
 *
 * @param truths the truth of each rule
 * @param low the low ends
 * @param high the high ends
 * @param needed whether each control is needed
 * @param statuses what each control is to the organisation
 */
public record Result(byte[] truths, Ends low, Ends high, byte[] needed, ControlStatus[] statuses) {

    private static final byte FALSE = 0;
    private static final byte UNDETERMINED = 1;
    private static final byte TRUE = 3;

    /**
     * One end of the risk to each objective.
     *
     * @param rates the rates behind the likelihoods
     * @param severities the severities
     * @param levels the levels
     */
    public record Ends(double[] rates, Severity[] severities, RiskLevel[] levels) {

        /**
         * Returns ends of as many objectives, to be filled in.
         *
         * @param objectives how many there are
         * @return empty arrays
         */
        public static Ends of(int objectives) {
            return new Ends(new double[objectives], new Severity[objectives], new RiskLevel[objectives]);
        }

        /**
         * Returns the highest level.
         *
         * @return the level of the system
         */
        public RiskLevel highest() {
            RiskLevel highest = RiskLevel.VERY_LOW;
            for (RiskLevel level : levels) {
                highest = highest.max(level);
            }
            return highest;
        }

        /** A rate is told by its bits: every digit counts. */
        private String text(int objective) {
            return Long.toHexString(Double.doubleToLongBits(rates[objective])) + " " + severities[objective] + " "
                    + levels[objective];
        }
    }

    /**
     * Returns what an evaluation says.
     *
     * @param base what it rests on
     * @param evaluation an evaluation
     * @return the result
     */
    public static Result of(RuleBase base, Evaluation evaluation) {
        Map<RuleId, Integer> positions = new HashMap<>();
        base.rules().forEach(rule -> positions.put(rule.id(), positions.size()));
        byte[] truths = new byte[positions.size()];
        for (Finding finding : evaluation.findings()) {
            Integer position = positions.get(finding.rule().id());
            truths[position] = finding.isCertain() ? TRUE : UNDETERMINED;
        }
        List<Risk> risks = evaluation.risks();
        Ends low = Ends.of(risks.size());
        Ends high = Ends.of(risks.size());
        for (int i = 0; i < risks.size(); i++) {
            Risk risk = risks.get(i);
            set(low, i, risk.lowRate(), risk.severity().low(), risk.level().low());
            set(high, i, risk.highRate(), risk.severity().high(), risk.level().high());
        }
        List<ControlResult> controls = evaluation.controls();
        byte[] needed = new byte[controls.size()];
        ControlStatus[] statuses = new ControlStatus[controls.size()];
        for (int i = 0; i < needed.length; i++) {
            needed[i] = switch (controls.get(i).needed()) {
                case FALSE -> FALSE;
                case UNDETERMINED -> UNDETERMINED;
                case TRUE -> TRUE;
            };
            statuses[i] = controls.get(i).status();
        }
        return new Result(truths, low, high, needed, statuses);
    }

    private static void set(Ends ends, int objective, double rate, Severity severity, RiskLevel level) {
        ends.rates[objective] = rate;
        ends.severities[objective] = severity;
        ends.levels[objective] = level;
    }

    /**
     * Reads what a host reads of every result: the level, the levels of the objectives, the statuses of the controls.
     *
     * @return a number that depends on all of them
     */
    public int read() {
        int sum = 31 * low.highest().ordinal() + high.highest().ordinal();
        for (int i = 0; i < low.levels.length; i++) {
            sum = 31 * sum + 5 * low.levels[i].ordinal() + high.levels[i].ordinal();
        }
        for (ControlStatus status : statuses) {
            sum = 31 * sum + status.ordinal();
        }
        return sum;
    }

    /**
     * Reads the same of an evaluation.
     *
     * @param evaluation an evaluation
     * @return the number that {@link #read()} gives for an equal result
     */
    public static int read(Evaluation evaluation) {
        Range<RiskLevel> level = evaluation.level();
        int sum = 31 * level.low().ordinal() + level.high().ordinal();
        for (Risk risk : evaluation.risks()) {
            sum = 31 * sum
                    + 5 * risk.level().low().ordinal()
                    + risk.level().high().ordinal();
        }
        for (ControlResult control : evaluation.controls()) {
            sum = 31 * sum + control.status().ordinal();
        }
        return sum;
    }

    /**
     * Finds the first difference to another result. Rates are compared bit by bit.
     *
     * @param base what both rest on
     * @param other another result
     * @return where they differ, and what both say; empty if they say the same
     */
    public Optional<String> difference(RuleBase base, Result other) {
        for (int i = 0; i < truths.length; i++) {
            if (truths[i] != other.truths[i]) {
                return differs("rule " + base.rules().get(i).id(), truths[i], other.truths[i]);
            }
        }
        List<Objective> objectives = List.copyOf(base.catalogue().objectives());
        for (int i = 0; i < low.rates.length; i++) {
            String own = low.text(i) + " to " + high.text(i);
            String others = other.low.text(i) + " to " + other.high.text(i);
            if (!own.equals(others)) {
                return differs("objective " + objectives.get(i).id(), own, others);
            }
        }
        List<Control> controls = List.copyOf(base.catalogue().controls());
        for (int i = 0; i < needed.length; i++) {
            String own = needed[i] + " " + statuses[i];
            String others = other.needed[i] + " " + other.statuses[i];
            if (!own.equals(others)) {
                return differs("control " + controls.get(i).id(), own, others);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> differs(String what, Object own, Object others) {
        return Optional.of(what + " is (" + own + ") and (" + others + ")");
    }
}
