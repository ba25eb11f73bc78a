package io.aims.rules.internal;

import io.aims.rule.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compiles conditions to checks of one end of what is known. */
final class Checks {

    private static final long ALL_BITS = -1;

    private final Layout layout;
    private final End end;

    Checks(Layout layout, End end) {
        this.layout = layout;
        this.end = end;
    }

    /** Returns the checks that must all hold, none if the condition always holds, each once. */
    List<Check> conjuncts(Condition condition) {
        Set<Check> checks = new LinkedHashSet<>();
        collect(condition, checks);
        return new ArrayList<>(checks);
    }

    private void collect(Condition condition, Set<Check> checks) {
        if (condition instanceof Condition.AllOf allOf) {
            for (Condition part : allOf.parts()) {
                collect(part, checks);
            }
        } else if (!(condition instanceof Condition.Always)) {
            checks.add(check(condition));
        }
    }

    private Check check(Condition condition) {
        if (condition instanceof Condition.AllOf allOf) {
            return Check.all(checks(allOf.parts()));
        }
        if (condition instanceof Condition.AnyOf anyOf) {
            return Check.any(checks(anyOf.parts()));
        }
        if (condition instanceof Condition.SystemTest test) {
            return systemCheck(test, layout.slot(test.characteristic()));
        }
        if (condition instanceof Condition.ResultTest test) {
            int least =
                    test instanceof Condition.LevelAtLeast level ? level.least().ordinal() : 1;
            return Check.reaches(layout.slot(test), least);
        }
        return Check.all(List.of());
    }

    private List<Check> checks(List<Condition> conditions) {
        List<Check> checks = new ArrayList<>(conditions.size());
        for (Condition condition : conditions) {
            checks.add(check(condition));
        }
        return checks;
    }

    private Check systemCheck(Condition.SystemTest test, int slot) {
        if (test instanceof Condition.AtLeast atLeast) {
            return Check.reaches(slot, atLeast.rank());
        }
        if (test instanceof Condition.IsYes) {
            return Check.reaches(slot, 1);
        }
        if (test instanceof Condition.AtMost atMost) {
            return Check.staysWithin(slot, atMost.most());
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return Check.reachesNumber(slot, reaches.least());
        }
        if (test instanceof Condition.IsIn isIn) {
            return end == End.LOW ? Check.hasOnly(slot, isIn.allowed()) : Check.hasAny(slot, isIn.allowed());
        }
        if (test instanceof Condition.Contains contains) {
            return Check.hasAny(slot, 1L << contains.position());
        }
        if (test instanceof Condition.ContainsAny containsAny) {
            return Check.hasAny(slot, containsAny.wanted());
        }
        return Check.hasAny(slot, ALL_BITS);
    }
}
