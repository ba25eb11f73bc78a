package io.aims.packs.internal;

import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.EnumeratedCharacteristic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a condition that can decide it: a test, or one of the values that a test names.
 *
 * @param position the position of the test in {@link Condition#tests()}
 * @param test the test
 * @param member the value as a bit, or 0 for the whole test
 */
public record Branch(int position, Condition.Test test, long member) {

    /**
     * Returns the branches of a condition.
     *
     * @param condition a condition
     * @return the branches, from left to right
     */
    public static List<Branch> of(Condition condition) {
        List<Branch> branches = new ArrayList<>();
        List<Condition.Test> tests = condition.tests();
        for (int position = 0; position < tests.size(); position++) {
            Condition.Test test = tests.get(position);
            long mask = mask(test);
            if (mask == 0) {
                branches.add(new Branch(position, test, 0));
            }
            for (long rest = mask; rest != 0; rest &= rest - 1) {
                branches.add(new Branch(position, test, Long.lowestOneBit(rest)));
            }
        }
        return List.copyOf(branches);
    }

    /**
     * Returns the values that a test names, if any of them is enough.
     *
     * @param test a test
     * @return the values as bits, 0 for other tests
     */
    public static long mask(Condition.Test test) {
        if (test instanceof Condition.ContainsAny any) {
            return any.wanted();
        }
        return test instanceof Condition.IsIn in ? in.allowed() : 0;
    }

    /**
     * Evaluates the condition with this branch settled, whatever is known.
     *
     * @param condition the condition of the branch
     * @param facts what is known
     * @param settled {@link Truth#TRUE} or {@link Truth#FALSE}
     * @return what the condition comes to
     */
    public Truth evaluate(Condition condition, Facts facts, Truth settled) {
        return new Evaluation(facts, settled).of(condition);
    }

    private Truth settled(Facts facts, Truth settled) {
        if (settled == Truth.TRUE || member == 0) {
            return settled;
        }
        Condition.Test rest = without();
        return rest == null ? Truth.FALSE : rest.evaluate(facts);
    }

    /**
     * Returns the test without the value.
     *
     * @return the test with the other values that it names, or {@code null} if there is no other
     */
    public Condition.@Nullable Test without() {
        long rest = mask(test) & ~member;
        if (rest == 0) {
            return null;
        }
        return test instanceof Condition.ContainsAny any
                ? new Condition.ContainsAny(any.characteristic(), rest)
                : new Condition.IsIn(((Condition.IsIn) test).characteristic(), rest);
    }

    /**
     * Returns the branch as a condition writes it.
     *
     * @return the test, with the value alone if it is of one
     */
    @Override
    public String toString() {
        if (member == 0) {
            return test.toString();
        }
        EnumeratedCharacteristic<?> characteristic =
                (EnumeratedCharacteristic<?>) ((Condition.SystemTest) test).characteristic();
        String value = characteristic.valueIds().get(Long.numberOfTrailingZeros(member));
        return characteristic.id() + (test instanceof Condition.IsIn ? " in {" + value + "}" : " contains " + value);
    }

    /** Walks over the condition and counts its tests. */
    private final class Evaluation {

        private final Facts facts;
        private final Truth settled;
        private int next;

        Evaluation(Facts facts, Truth settled) {
            this.facts = facts;
            this.settled = settled;
        }

        Truth of(Condition condition) {
            if (condition instanceof Condition.AllOf all) {
                Truth truth = Truth.TRUE;
                for (Condition part : all.parts()) {
                    truth = truth.and(of(part));
                }
                return truth;
            }
            if (condition instanceof Condition.AnyOf any) {
                Truth truth = Truth.FALSE;
                for (Condition part : any.parts()) {
                    truth = truth.or(of(part));
                }
                return truth;
            }
            if (condition instanceof Condition.Always) {
                return Truth.TRUE;
            }
            boolean here = next == position;
            next++;
            return here ? settled(facts, settled) : condition.evaluate(facts);
        }
    }
}
