package io.aims.reasoning.interview;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.RiskMethod;
import io.aims.evaluation.StratumResults;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds by trial which variables can change results that are no sum of terms, such as levels.
 *
 * <p>In each trial everything unknown begins as mild as can be and is raised, one variable after the other, to the most
 * severe; a variable at whose step a result changes can change it. As long as a result is open, it changes somewhere on
 * the way. Orders and the values of nominals are drawn, always the same. Immutable and thread-safe.
 */
final class Trials {

    /** The number of trials. */
    static final int TRIALS = 16;

    private final RuleBase base;
    private final RiskMethod method;
    private final Statements statements;
    private final List<Check> checks = new ArrayList<>();
    private final List<BitSet> readers = new ArrayList<>();
    private final BitSet readersOfResults = new BitSet();
    private final List<BitSet> strata = new ArrayList<>();
    private final int roles;

    Trials(RuleBase base, Statements statements) {
        this.base = base;
        this.method = new RiskMethod(base);
        this.statements = statements;
        this.roles = statements.variable(Situation.ROLES);
        statements.variables().forEach(variable -> readers.add(new BitSet()));
        for (int stratum = 0; stratum < base.stratumCount(); stratum++) {
            strata.add(new BitSet());
        }
        for (int rule = 0; rule < base.rules().size(); rule++) {
            checks.add(check(base.rules().get(rule).condition()));
            strata.get(base.stratumOf(rule)).set(rule);
            for (Condition.Test test : base.rules().get(rule).condition().tests()) {
                if (test instanceof Condition.SystemTest systemTest) {
                    readers.get(statements.variable(systemTest.characteristic().id()))
                            .set(rule);
                } else {
                    readersOfResults.set(rule);
                }
            }
        }
    }

    /** A condition that has found its variables. */
    private interface Check {

        boolean holds(Trial trial);
    }

    private Check check(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            Check[] parts = all.parts().stream().map(this::check).toArray(Check[]::new);
            return trial -> {
                for (Check part : parts) {
                    if (!part.holds(trial)) {
                        return false;
                    }
                }
                return true;
            };
        }
        if (condition instanceof Condition.AnyOf any) {
            Check[] parts = any.parts().stream().map(this::check).toArray(Check[]::new);
            return trial -> {
                for (Check part : parts) {
                    if (part.holds(trial)) {
                        return true;
                    }
                }
                return false;
            };
        }
        if (condition instanceof Condition.SystemTest test) {
            int variable = statements.variable(test.characteristic().id());
            return trial -> test.test(trial.now[variable]) == Truth.TRUE;
        }
        return trial -> condition.evaluate(trial) == Truth.TRUE;
    }

    /** The results to look at, rules by their positions. */
    record Results(List<Control> controls, List<Objective> objectives, List<Integer> rules) {

        boolean isEmpty() {
            return controls.isEmpty() && objectives.isEmpty() && rules.isEmpty();
        }

        private int size() {
            return controls.size() + objectives.size() + rules.size();
        }
    }

    /**
     * What trials have shown.
     *
     * @param changed for each variable the results that it changed: controls, then objectives, then rules
     * @param times for each variable in how many trials it changed one
     */
    record Found(List<BitSet> changed, List<Integer> times) {}

    /** Tries what each variable changes. */
    Found about(Results results, Known known) {
        List<BitSet> changed = new ArrayList<>();
        statements.variables().forEach(variable -> changed.add(new BitSet()));
        int[] times = new int[changed.size()];
        if (!results.isEmpty()) {
            Draws draws = new Draws();
            for (int trial = 0; trial < TRIALS; trial++) {
                new Trial(results, known, draws, trial).run(changed, times);
            }
        }
        return new Found(changed, Arrays.stream(times).boxed().toList());
    }

    private final class Trial implements Facts {

        private final Results results;
        private final Known known;
        private final int[] order;
        private final Bounds[] now;
        private final int trial;
        private final BitSet holding = new BitSet();
        private StratumResults below;

        Trial(Results results, Known known, Draws draws, int trial) {
            this.results = results;
            this.known = known;
            this.trial = trial;
            this.now = new Bounds[statements.variables().size()];
            for (int variable = 0; variable < now.length; variable++) {
                now[variable] = begin(variable);
            }
            this.order = order(draws);
            this.below = method.results(holding, holding);
        }

        private int[] order(Draws draws) {
            int[] drawn = new int[now.length];
            for (int i = 0; i < drawn.length; i++) {
                int other = draws.below(i + 1);
                drawn[i] = drawn[other];
                drawn[other] = i;
            }
            return drawn;
        }

        private Bounds begin(int variable) {
            return isNominal(variable) ? value(variable, trial) : of(variable).mildest(known.bounds(variable));
        }

        private Bounds end(int variable) {
            return isNominal(variable)
                    ? value(variable, trial + 1)
                    : of(variable).severest(known.bounds(variable));
        }

        private Bounds value(int variable, int which) {
            List<Bounds> values = of(variable).answers(known.bounds(variable));
            return values.get(which % values.size());
        }

        private boolean isNominal(int variable) {
            return of(variable).kind() == Variable.Kind.NOMINAL;
        }

        private Variable of(int variable) {
            return statements.variables().get(variable);
        }

        void run(List<BitSet> changed, int[] times) {
            BitSet all = new BitSet();
            all.set(0, base.rules().size());
            evaluate(all);
            int[] before = results();
            for (int variable : order) {
                Bounds end = end(variable);
                if (!end.equals(now[variable])) {
                    now[variable] = end;
                    boolean mayChange = evaluate(readers.get(variable)) || variable == roles;
                    int[] after = mayChange ? results() : before;
                    if (!Arrays.equals(before, after)) {
                        times[variable]++;
                        for (int result = 0; result < after.length; result++) {
                            if (after[result] != before[result]) {
                                changed.get(variable).set(result);
                            }
                        }
                    }
                    before = after;
                }
            }
        }

        /** Evaluates some rules and those that read results, and tells whether another set of rules holds now. */
        private boolean evaluate(BitSet rules) {
            boolean changes = false;
            for (int stratum = 0; stratum < strata.size(); stratum++) {
                BitSet due = (BitSet) rules.clone();
                due.or(readersOfResults);
                due.and(strata.get(stratum));
                if (stratum > 0 && !due.isEmpty()) {
                    BitSet lower = (BitSet) holding.clone();
                    strata.subList(stratum, strata.size()).forEach(lower::andNot);
                    below = method.results(lower, lower);
                }
                for (int rule = due.nextSetBit(0); rule >= 0; rule = due.nextSetBit(rule + 1)) {
                    boolean holds = checks.get(rule).holds(this);
                    changes |= holds != holding.get(rule);
                    holding.set(rule, holds);
                }
            }
            return changes;
        }

        private int[] results() {
            int[] values = new int[results.size()];
            int next = 0;
            StratumResults all = method.results(holding, holding);
            for (Control control : results.controls()) {
                values[next++] = status(control, all.needed(control.id())).ordinal();
            }
            for (Objective objective : results.objectives()) {
                values[next++] = all.level(objective.id()).low().ordinal();
            }
            for (int rule : results.rules()) {
                values[next++] = holding.get(rule) ? 1 : 0;
            }
            return values;
        }

        private ControlStatus status(Control control, Truth needed) {
            Bounds.Members held = roles < 0 ? Situation.NO_ROLE_KNOWN : (Bounds.Members) now[roles];
            return needed == Truth.TRUE ? control.statusWhenNeeded(held) : ControlStatus.NOT_REQUIRED;
        }

        @Override
        public Bounds bounds(Characteristic<?> characteristic) {
            return now[statements.variable(characteristic.id())];
        }

        @Override
        public Truth riskSource(RiskSourceId source) {
            return below.riskSource(source);
        }

        @Override
        public Range<RiskLevel> level(ObjectiveId objective) {
            return below.level(objective);
        }

        @Override
        public Truth needed(ControlId control) {
            return below.needed(control);
        }
    }
}
