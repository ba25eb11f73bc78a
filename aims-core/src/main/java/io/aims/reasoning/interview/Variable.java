package io.aims.reasoning.interview;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A characteristic as rules see it: a few statements, each of them a test; what no rule tells apart is one statement.
 *
 * <p>The statements of an ordinal, a boolean or a number form a chain, in which each implies those before it. Those of a
 * set are independent of each other. Of those of a nominal exactly one is true. Immutable.
 */
final class Variable {

    /** How the statements of a variable depend on one another. */
    enum Kind {
        /** Each implies those before it. */
        CHAIN,
        /** Any of them may be true. */
        SET,
        /** Exactly one is true. */
        NOMINAL
    }

    private final Characteristic<?> characteristic;
    private final Kind kind;
    private final List<Condition.SystemTest> statements;

    private Variable(Characteristic<?> characteristic, Kind kind, List<Condition.SystemTest> statements) {
        this.characteristic = characteristic;
        this.kind = kind;
        this.statements = statements;
    }

    /**
     * Finds the statements that tests tell apart.
     *
     * @param characteristic the characteristic
     * @param tests all tests of it
     */
    static Variable of(Characteristic<?> characteristic, Collection<Condition.SystemTest> tests) {
        List<Condition.SystemTest> statements = new ArrayList<>();
        if (characteristic instanceof SetCharacteristic<?> set) {
            for (long group : groups(set, tests, false)) {
                statements.add(new Condition.ContainsAny(set, group));
            }
            return new Variable(characteristic, Kind.SET, List.copyOf(statements));
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            for (long group : groups(nominal, tests, true)) {
                statements.add(new Condition.IsIn(nominal, group));
            }
            return new Variable(characteristic, Kind.NOMINAL, List.copyOf(statements));
        }
        TreeMap<BigDecimal, Condition.SystemTest> rising = new TreeMap<>();
        tests.forEach(test -> rising.putIfAbsent(severity(test), test));
        return new Variable(characteristic, Kind.CHAIN, List.copyOf(rising.values()));
    }

    /** A number that is the larger, the fewer values pass a test. */
    private static BigDecimal severity(Condition.SystemTest test) {
        if (test instanceof Condition.AtLeast atLeast) {
            return BigDecimal.valueOf(atLeast.rank());
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return reaches.least();
        }
        return test instanceof Condition.AtMost atMost ? BigDecimal.valueOf(-(long) atMost.most()) : BigDecimal.ONE;
    }

    /** The values by the tests that they pass, as bits; those that pass none form a group only if wanted. */
    private static Collection<Long> groups(
            EnumeratedCharacteristic<?> characteristic, Collection<Condition.SystemTest> tests, boolean all) {
        TreeSet<Long> masks = new TreeSet<>();
        tests.forEach(test -> masks.add(mask(characteristic, test)));
        Map<List<Boolean>, Long> groups = new LinkedHashMap<>();
        for (int position = 0; position < characteristic.values().size(); position++) {
            long bit = 1L << position;
            List<Boolean> passed = masks.stream().map(mask -> (mask & bit) != 0).toList();
            if (all || passed.contains(true)) {
                groups.merge(passed, bit, (one, other) -> one | other);
            }
        }
        return groups.values();
    }

    private static long mask(EnumeratedCharacteristic<?> characteristic, Condition.SystemTest test) {
        if (test instanceof Condition.IsIn isIn) {
            return isIn.allowed();
        }
        if (test instanceof Condition.Contains contains) {
            return 1L << contains.position();
        }
        return test instanceof Condition.ContainsAny any ? any.wanted() : fullMask(characteristic);
    }

    private static long fullMask(EnumeratedCharacteristic<?> characteristic) {
        return (1L << characteristic.values().size()) - 1;
    }

    Characteristic<?> characteristic() {
        return characteristic;
    }

    Kind kind() {
        return kind;
    }

    /** The number of statements. */
    int size() {
        return statements.size();
    }

    /** Whether a statement is true, within bounds. */
    Truth truth(int statement, Bounds bounds) {
        return statements.get(statement).test(bounds);
    }

    /** The positions of the statements of which one is enough to pass a test. */
    List<Integer> passing(Condition.SystemTest test) {
        List<Integer> passing = new ArrayList<>();
        for (int position = 0; position < statements.size(); position++) {
            Condition.SystemTest statement = statements.get(position);
            boolean passes = kind == Kind.CHAIN
                    ? severity(statement).compareTo(severity(test)) == 0
                    : (mask((EnumeratedCharacteristic<?>) characteristic, statement)
                                    & mask((EnumeratedCharacteristic<?>) characteristic, test))
                            != 0;
            if (passes) {
                passing.add(position);
            }
        }
        return passing;
    }

    /** The least severe answer within bounds; of a nominal the first. */
    Bounds mildest(Bounds bounds) {
        return answers(bounds).get(0);
    }

    /** The most severe answer within bounds; of a nominal the last. */
    Bounds severest(Bounds bounds) {
        if (bounds instanceof Bounds.Members members && !members.complete()) {
            return new Bounds.Members(fullMask((SetCharacteristic<?>) characteristic), true);
        }
        List<Bounds> answers = answers(bounds);
        return answers.get(answers.size() - 1);
    }

    /** An answer within bounds, as hazardous as the answers before it. */
    Bounds drawn(Bounds bounds, Hazard hazard, Draws draws) {
        if (bounds instanceof Bounds.Members members && !members.complete()) {
            long drawn = members.known();
            for (int position = 0;
                    position < ((SetCharacteristic<?>) characteristic).values().size();
                    position++) {
                drawn |= hazard.isMember(draws) ? 1L << position : 0;
            }
            return new Bounds.Members(drawn, true);
        }
        List<Bounds> answers = answers(bounds);
        return answers.get(kind == Kind.NOMINAL ? draws.below(answers.size()) : hazard.step(answers.size(), draws));
    }

    /**
     * The exact answers within bounds in rising severity: of numbers one for each stretch that tests tell apart, of a set
     * the smallest, of days, which no rule reads, the first.
     */
    List<Bounds> answers(Bounds bounds) {
        List<Bounds> answers = new ArrayList<>();
        if (bounds instanceof Bounds.Ranks ranks) {
            for (int rank = ranks.low(); rank <= ranks.high(); rank++) {
                answers.add(new Bounds.Ranks(rank, rank));
            }
        } else if (bounds instanceof Bounds.OneOf oneOf) {
            for (long rest = oneOf.possible(); rest != 0; rest &= rest - 1) {
                answers.add(new Bounds.OneOf(Long.lowestOneBit(rest)));
            }
        } else if (bounds instanceof Bounds.Members members) {
            answers.add(new Bounds.Members(members.known(), true));
        } else if (bounds instanceof Bounds.Days days) {
            answers.add(new Bounds.Days(days.earliest(), days.earliest()));
        } else {
            Bounds.Numbers numbers = (Bounds.Numbers) bounds;
            BigDecimal high = numbers.high();
            BigDecimal mildest = characteristic instanceof ScaleCharacteristic && high != null ? high : numbers.low();
            answers.add(new Bounds.Numbers(mildest, mildest));
            for (Condition.SystemTest statement : statements) {
                BigDecimal limit = statement instanceof Condition.ReachesNumber reaches
                        ? reaches.least()
                        : BigDecimal.valueOf(((Condition.AtMost) statement).most());
                Bounds answer = new Bounds.Numbers(limit, limit);
                if (answer.isWithin(bounds) && !answer.equals(answers.get(0))) {
                    answers.add(answer);
                }
            }
        }
        return answers;
    }
}
