package io.aims.rules.internal.analysis;

import io.aims.evaluation.StratumResults;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.NominalCharacteristic;
import io.aims.system.SetCharacteristic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a system for which one condition holds and another does not.
 *
 * <p>More hazard never makes a condition false. So if there is such a system, there is one among the least hazardous
 * systems for which the first condition holds: one for each way to choose a branch of every {@code or} and a member of
 * every set. Nominals have no order: of their values one is tried for each way in which the tests tell them apart. Results
 * are taken to be free of one another and of the system, within what they can be. Not thread-safe.
 */
final class Counterexample {

    /** What was found. */
    enum Found {
        YES,
        NO,
        /** The search would have taken too long. */
        OPEN
    }

    private final Function<Facts, Truth> conclusion;
    private final List<Condition.Test> concluding;
    private final List<Condition.Test> tests;
    private final Effort effort;
    private boolean tooLong;

    private Counterexample(
            List<Condition> premises,
            Function<Facts, Truth> conclusion,
            List<Condition.Test> concluding,
            Effort effort) {
        this.conclusion = conclusion;
        this.concluding = concluding;
        this.tests = new ArrayList<>();
        premises.forEach(premise -> premise.collect(tests));
        tests.addAll(concluding);
        this.effort = effort;
    }

    /**
     * Looks for a system for which a condition holds and another does not.
     *
     * @param premise the condition that holds
     * @param conclusion the condition that does not
     * @param results what the results can be
     * @param effort what the search may take
     * @return whether there is one
     */
    static Found of(Condition premise, Condition conclusion, StratumResults results, Effort effort) {
        List<Condition.Test> concluding = new ArrayList<>();
        conclusion.collect(concluding);
        List<Condition> premises = List.of(premise);
        return new Counterexample(premises, conclusion::evaluate, concluding, effort).search(premises, results);
    }

    /**
     * Looks for a system for which conditions hold together.
     *
     * @param premises the conditions
     * @param results what the results can be
     * @param effort what the search may take
     * @return whether there is one
     */
    static Found holding(List<Condition> premises, StratumResults results, Effort effort) {
        return new Counterexample(premises, facts -> Truth.FALSE, List.of(), effort).search(premises, results);
    }

    private Found search(List<Condition> premises, StratumResults results) {
        effort.begin();
        boolean found = isFound(new LeastSystem(results), premises, List.of());
        return tooLong ? Found.OPEN : found ? Found.YES : Found.NO;
    }

    /**
     * Tries every way to make conditions hold.
     *
     * @param system the least hazardous system for which what was chosen so far holds; it is changed
     * @param conditions conditions that have to hold as well
     * @param choices further conditions that have to hold and that several values or branches make hold
     */
    private boolean isFound(LeastSystem system, Collection<Condition> conditions, List<Condition> choices) {
        if (!effort.spend(1 + tests.size())) {
            tooLong = true;
            return false;
        }
        List<Condition> left = new ArrayList<>();
        for (Condition condition : conditions) {
            if (!require(system, condition, left)) {
                return false;
            }
        }
        left.addAll(choices);
        left.removeIf(choice -> choice.evaluate(system) == Truth.TRUE);
        Truth truth = conclusion.apply(system);
        if (truth == Truth.TRUE) {
            return false;
        }
        if (left.isEmpty()) {
            return truth == Truth.FALSE || isFoundInNominals(system);
        }
        List<Condition> others = left.subList(1, left.size());
        for (Choice choice : choices(left.get(0))) {
            LeastSystem next = system.copy();
            if (choice.set() != null) {
                next.add(choice.set(), choice.position());
            }
            if (isFound(next, choice.parts(), others)) {
                return true;
            }
            if (tooLong) {
                return false;
            }
        }
        return false;
    }

    private static boolean require(LeastSystem system, Condition condition, List<Condition> choices) {
        if (condition instanceof Condition.AllOf all) {
            for (Condition part : all.parts()) {
                if (!require(system, part, choices)) {
                    return false;
                }
            }
            return true;
        }
        if (condition instanceof Condition.AnyOf
                || condition instanceof Condition.ContainsAny
                || condition instanceof Condition.NotEmpty) {
            choices.add(condition);
            return true;
        }
        return condition instanceof Condition.Always || system.require((Condition.Test) condition);
    }

    /** A branch of an or, or a member of a set, that makes a condition hold. */
    private record Choice(@Nullable SetCharacteristic<?> set, int position, List<Condition> parts) {}

    private List<Choice> choices(Condition condition) {
        if (condition instanceof Condition.AnyOf any) {
            List<Choice> branches = new ArrayList<>();
            any.parts().forEach(part -> branches.add(new Choice(null, 0, List.of(part))));
            return branches;
        }
        if (condition instanceof Condition.ContainsAny contains) {
            return members(contains.characteristic(), contains.wanted());
        }
        SetCharacteristic<?> set = ((Condition.NotEmpty) condition).characteristic();
        return members(set, LeastSystem.fullMask(set));
    }

    private List<Choice> members(SetCharacteristic<?> set, long wanted) {
        List<Long> masks = new ArrayList<>();
        for (Condition.Test test : tests) {
            if (test instanceof Condition.SystemTest reads
                    && reads.characteristic().equals(set)) {
                masks.add(
                        test instanceof Condition.Contains contains
                                ? 1L << contains.position()
                                : test instanceof Condition.ContainsAny any ? any.wanted() : LeastSystem.fullMask(set));
            }
        }
        List<Choice> members = new ArrayList<>();
        for (long bits : kinds(wanted, masks)) {
            members.add(new Choice(set, Long.numberOfTrailingZeros(bits), List.of()));
        }
        return members;
    }

    /** Everything but nominals is settled. */
    private boolean isFoundInNominals(LeastSystem system) {
        for (Condition.Test test : concluding) {
            if (test instanceof Condition.IsIn isIn && test.evaluate(system) == Truth.UNDETERMINED) {
                return isFoundInValues(system, isIn.characteristic());
            }
        }
        return false;
    }

    private boolean isFoundInValues(LeastSystem system, NominalCharacteristic<?> nominal) {
        List<Long> masks = concluding.stream()
                .filter(test -> test instanceof Condition.IsIn isIn
                        && isIn.characteristic().equals(nominal))
                .map(test -> ((Condition.IsIn) test).allowed())
                .toList();
        for (long values : kinds(system.possible(nominal), masks)) {
            if (!effort.spend(1 + concluding.size())) {
                tooLong = true;
                return false;
            }
            LeastSystem next = system.copy();
            next.restrict(nominal, values);
            Truth truth = conclusion.apply(next);
            if (truth == Truth.FALSE || truth == Truth.UNDETERMINED && isFoundInNominals(next)) {
                return true;
            }
        }
        return false;
    }

    /** Splits values into those that masks do not tell apart. */
    private static Collection<Long> kinds(long values, List<Long> masks) {
        List<Long> kinds = new ArrayList<>();
        for (long rest = values; rest != 0; ) {
            long kind = rest;
            for (long mask : masks) {
                kind &= (mask & Long.lowestOneBit(rest)) != 0 ? mask : ~mask;
            }
            kinds.add(kind);
            rest &= ~kind;
        }
        return kinds;
    }
}
