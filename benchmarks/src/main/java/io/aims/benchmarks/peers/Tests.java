package io.aims.benchmarks.peers;

import io.aims.rule.Condition;
import io.aims.system.Characteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Conditions over one view of a system, for engines that take predicates or rows of tests. */
final class Tests {

    private Tests() {}

    /** The test of one value, as {@link Seen} gives it. */
    static Predicate<Object> of(Condition.SystemTest test) {
        if (test instanceof Condition.AtLeast atLeast) {
            return value -> (int) value >= atLeast.rank();
        }
        if (test instanceof Condition.IsYes) {
            return value -> (boolean) value;
        }
        if (test instanceof Condition.AtMost atMost) {
            return value -> (int) value <= atMost.most();
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return value -> ((BigDecimal) value).compareTo(reaches.least()) >= 0;
        }
        Set<String> wanted = Set.copyOf(Seen.wanted(test));
        return value -> {
            for (Object id : (List<?>) value) {
                if (wanted.contains(id)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** The test of the values of several characteristics, which stand in an array in the order of a list. */
    static Predicate<Object[]> of(Condition condition, List<Characteristic<?>> characteristics) {
        if (condition instanceof Condition.AllOf all) {
            return all.parts().stream()
                    .map(part -> of(part, characteristics))
                    .reduce(Predicate::and)
                    .orElseThrow();
        }
        if (condition instanceof Condition.AnyOf any) {
            return any.parts().stream()
                    .map(part -> of(part, characteristics))
                    .reduce(Predicate::or)
                    .orElseThrow();
        }
        if (condition instanceof Condition.Always) {
            return values -> true;
        }
        Condition.SystemTest test = systemTest(condition);
        int position = characteristics.indexOf(test.characteristic());
        Predicate<Object> own = of(test);
        return values -> own.test(values[position]);
    }

    /** The parts that must all hold: one or more, but none for a condition that always holds. */
    static List<Condition> conjuncts(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            return all.parts().stream()
                    .flatMap(part -> conjuncts(part).stream())
                    .toList();
        }
        return condition instanceof Condition.Always ? List.of() : List.of(condition);
    }

    /** The condition as alternatives of tests that must all hold. */
    static List<List<Condition.SystemTest>> alternatives(Condition condition) {
        if (condition instanceof Condition.AnyOf any) {
            return any.parts().stream()
                    .flatMap(part -> alternatives(part).stream())
                    .toList();
        }
        List<List<Condition.SystemTest>> product = List.of(List.of());
        for (Condition part : condition instanceof Condition.AllOf all ? all.parts() : conjuncts(condition)) {
            List<List<Condition.SystemTest>> ends = part instanceof Condition.AnyOf || part instanceof Condition.AllOf
                    ? alternatives(part)
                    : List.of(List.of(systemTest(part)));
            List<List<Condition.SystemTest>> longer = new ArrayList<>();
            for (List<Condition.SystemTest> beginning : product) {
                for (List<Condition.SystemTest> end : ends) {
                    List<Condition.SystemTest> joined = new ArrayList<>(beginning);
                    joined.addAll(end);
                    longer.add(joined);
                }
            }
            product = longer;
        }
        return product;
    }

    /** The characteristics that a condition reads, each once. */
    static List<Characteristic<?>> characteristics(Condition condition) {
        List<Characteristic<?>> read = new ArrayList<>();
        for (Condition.Test test : condition.tests()) {
            Characteristic<?> characteristic = systemTest(test).characteristic();
            if (!read.contains(characteristic)) {
                read.add(characteristic);
            }
        }
        return read;
    }

    static Condition.SystemTest systemTest(Condition condition) {
        if (condition instanceof Condition.SystemTest test) {
            return test;
        }
        throw new IllegalArgumentException("Peers run rules over one fact, not (" + condition + ")");
    }
}
