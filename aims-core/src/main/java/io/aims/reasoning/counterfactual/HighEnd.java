package io.aims.reasoning.counterfactual;

import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.evaluation.RiskMethod;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.vocabulary.Characteristics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells fast and often whether a target is reached: which rules hold if everything unknown turns out hazardous, of those
 * alone that bear on the target, and only where an answer has changed since it was last asked. Not thread-safe.
 */
final class HighEnd {

    private final RuleBase base;
    private final RiskMethod method;
    private final Map<Object, BitSet> contributors = new HashMap<>();
    private final List<Goal> goals;
    private final BitSet relevant;
    private final List<Characteristic<?>> read;
    private final List<List<Condition.SystemTest>> tests;
    private final BitSet[] readers;
    private final Map<Integer, Check> checks = new HashMap<>();
    private final BitSet lowest = new BitSet();
    private final List<Integer> upper;

    private final Bounds[] last;
    private final BitSet holding = new BitSet();
    private boolean isFresh = true;

    /** Whether a condition may hold on the last answers. */
    private interface Check {

        boolean holds();
    }

    /** A part of the target with the rules that bear on it without another rule between. */
    private record Goal(Target part, BitSet rules) {}

    HighEnd(RuleBase base, RiskMethod method, Target target) {
        this.base = base;
        this.method = method;
        for (int position = 0; position < base.rules().size(); position++) {
            Rule rule = base.rules().get(position);
            for (List<?> results : List.of(rule.raises(), rule.threatens(), rule.requires())) {
                for (Object result : results) {
                    contributing(result).set(position);
                }
            }
        }
        this.goals = target.parts().stream()
                .map(part -> new Goal(part, bearingOn(part)))
                .toList();
        this.relevant = relevant();
        Map<Characteristic<?>, Set<Condition.SystemTest>> found = found();
        this.read = base.vocabulary().entries().stream()
                .<Characteristic<?>>map(entry -> entry.characteristic())
                .filter(found::containsKey)
                .toList();
        this.tests = read.stream()
                .map(characteristic -> List.copyOf(found.getOrDefault(characteristic, Set.of())))
                .toList();
        this.readers = new BitSet[read.size()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = new BitSet();
        }
        this.last = new Bounds[read.size()];
        relevant.stream().forEach(rule -> {
            checks.put(rule, check(base.rules().get(rule).condition(), rule));
            lowest.set(rule, base.stratumOf(rule) == 0);
        });
        this.upper = relevant.stream()
                .filter(rule -> base.stratumOf(rule) > 0)
                .boxed()
                .sorted(Comparator.comparing(base::stratumOf))
                .toList();
    }

    /** The rules that contribute to a risk source, an objective or a control. */
    private BitSet contributing(Object result) {
        return contributors.computeIfAbsent(result, key -> new BitSet());
    }

    private BitSet bearingOn(Target part) {
        BitSet rules = new BitSet();
        if (part instanceof Target.OverallLevel) {
            base.catalogue().objectives().forEach(objective -> rules.or(contributing(objective.id())));
        } else if (part instanceof Target.ObjectiveLevel level) {
            rules.or(contributing(level.objective()));
        } else if (part instanceof Target.NotNeeded needed) {
            rules.or(contributing(needed.control()));
        } else if (part instanceof Target.NotRequired required) {
            rules.or(contributing(required.control()));
        } else if (part instanceof Target.Absent absent) {
            rules.or(contributing(absent.source()));
        } else {
            for (int position = 0; position < base.rules().size(); position++) {
                Rule rule = base.rules().get(position);
                rules.set(
                        position,
                        part instanceof Target.Silent silent ? rule.id().equals(silent.rule()) : rule.stop());
            }
        }
        return rules;
    }

    /** The rules that bear on the target, and those whose results such a rule reads. */
    private BitSet relevant() {
        BitSet rules = new BitSet();
        Deque<BitSet> open = new ArrayDeque<>();
        goals.forEach(goal -> open.add(goal.rules()));
        while (!open.isEmpty()) {
            BitSet fresh = (BitSet) open.remove().clone();
            fresh.andNot(rules);
            rules.or(fresh);
            fresh.stream()
                    .mapToObj(rule -> base.rules().get(rule).condition())
                    .flatMap(condition -> condition.tests().stream())
                    .filter(Condition.ResultTest.class::isInstance)
                    .forEach(test -> open.add(contributing(result((Condition.ResultTest) test))));
        }
        return rules;
    }

    private static Object result(Condition.ResultTest test) {
        if (test instanceof Condition.HasRiskSource hasSource) {
            return hasSource.source();
        }
        return test instanceof Condition.LevelAtLeast level ? level.objective() : ((Condition.IsNeeded) test).control();
    }

    private Map<Characteristic<?>, Set<Condition.SystemTest>> found() {
        Map<Characteristic<?>, Set<Condition.SystemTest>> found = new HashMap<>();
        relevant.stream()
                .mapToObj(rule -> base.rules().get(rule).condition())
                .flatMap(condition -> condition.tests().stream())
                .filter(Condition.SystemTest.class::isInstance)
                .map(Condition.SystemTest.class::cast)
                .forEach(test -> found.computeIfAbsent(test.characteristic(), key -> new LinkedHashSet<>())
                        .add(test));
        for (Goal goal : goals) {
            if (goal.part() instanceof Target.NotRequired required) {
                found.computeIfAbsent(Characteristics.AIMS_ROLES, key -> new LinkedHashSet<>())
                        .addAll(rolesOf(control(required)));
            }
        }
        return found;
    }

    /** The roles for which a control is, as tests, so that giving up such a role counts as a change that could help. */
    private static List<Condition.SystemTest> rolesOf(Control control) {
        return control.roles().stream()
                .sorted()
                .<Condition.SystemTest>map(role -> new Condition.Contains(Characteristics.AIMS_ROLES, role.ordinal()))
                .toList();
    }

    private Check check(Condition condition, int rule) {
        if (condition instanceof Condition.AllOf all) {
            Check[] parts = all.parts().stream().map(part -> check(part, rule)).toArray(Check[]::new);
            return () -> {
                for (Check part : parts) {
                    if (!part.holds()) {
                        return false;
                    }
                }
                return true;
            };
        }
        if (condition instanceof Condition.AnyOf any) {
            Check[] parts = any.parts().stream().map(part -> check(part, rule)).toArray(Check[]::new);
            return () -> {
                for (Check part : parts) {
                    if (part.holds()) {
                        return true;
                    }
                }
                return false;
            };
        }
        if (condition instanceof Condition.SystemTest test) {
            int position = read.indexOf(test.characteristic());
            readers[position].set(rule);
            return () -> test.test(last[position]) != Truth.FALSE;
        }
        if (condition instanceof Condition.LevelAtLeast level) {
            return () -> isAbove(level.objective(), level.least(), holding);
        }
        if (condition instanceof Condition.ResultTest test) {
            BitSet contributing = contributing(result(test));
            return () -> contributing.intersects(holding);
        }
        return () -> true;
    }

    private boolean isAbove(ObjectiveId objective, RiskLevel least, BitSet rules) {
        return method.level(objective, rules).compareTo(least) >= 0;
    }

    /** Returns the characteristics on which the target depends, in the order of the vocabulary. */
    List<Characteristic<?>> read() {
        return read;
    }

    /** Returns the tests of the characteristic at a position in {@link #read()}, each once. */
    List<Condition.SystemTest> tests(int characteristic) {
        return tests.get(characteristic);
    }

    /** Tells whether the target is reached by answers, given in the order of {@link #read()}. */
    boolean isReachedBy(Bounds[] answers) {
        update(answers);
        for (Goal goal : goals) {
            if (!isReached(goal, holding)) {
                return false;
            }
        }
        return true;
    }

    /** What is the same object has not changed: bounds are made once for each value that is tried. */
    @SuppressWarnings("ReferenceEquality")
    private void update(Bounds[] answers) {
        BitSet stale = isFresh ? (BitSet) lowest.clone() : new BitSet();
        isFresh = false;
        for (int i = 0; i < last.length; i++) {
            if (last[i] != answers[i]) {
                stale.or(readers[i]);
                last[i] = answers[i];
            }
        }
        stale.and(lowest);
        for (int rule = stale.nextSetBit(0); rule >= 0; rule = stale.nextSetBit(rule + 1)) {
            holding.set(rule, holds(rule));
        }
        for (int rule : upper) {
            holding.set(rule, holds(rule));
        }
    }

    private boolean holds(int rule) {
        Check check = checks.get(rule);
        return check != null && check.holds();
    }

    private boolean isReached(Goal goal, BitSet rules) {
        Target part = goal.part();
        if (part instanceof Target.OverallLevel level) {
            for (Objective objective : base.catalogue().objectives()) {
                if (method.level(objective.id(), rules).compareTo(level.most()) > 0) {
                    return false;
                }
            }
            return true;
        }
        if (part instanceof Target.ObjectiveLevel level) {
            return method.level(level.objective(), rules).compareTo(level.most()) <= 0;
        }
        return !goal.rules().intersects(rules)
                || part instanceof Target.NotRequired required && required.isExcluded(control(required), roles());
    }

    private Control control(Target.NotRequired required) {
        Catalogue catalogue = base.catalogue();
        return catalogue.control(required.control()).orElseThrow();
    }

    private Bounds.Members roles() {
        int position = read.indexOf(Characteristics.AIMS_ROLES);
        return position < 0 ? new Bounds.Members(0, false) : (Bounds.Members) last[position];
    }

    /**
     * Returns the rules that keep a part of the target from being reached by the last answers: of those that bear on a level
     * so many that they are enough, of all others every one.
     *
     * @return positions of rules; none if the part is reached
     */
    List<Integer> against(Target part) {
        Goal goal = new Goal(part, bearingOn(part));
        if (isReached(goal, holding)) {
            return List.of();
        }
        BitSet rules = (BitSet) goal.rules().clone();
        rules.and(holding);
        if (part instanceof Target.OverallLevel || part instanceof Target.ObjectiveLevel) {
            for (int rule = rules.nextSetBit(0); rule >= 0; rule = rules.nextSetBit(rule + 1)) {
                rules.clear(rule);
                if (isReached(goal, rules)) {
                    rules.set(rule);
                }
            }
        }
        List<Integer> positions = new ArrayList<>();
        rules.stream().forEach(positions::add);
        return positions;
    }
}
