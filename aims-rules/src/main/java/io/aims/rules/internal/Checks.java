package io.aims.rules.internal;

import io.aims.rule.Condition;
import java.util.ArrayList;
import java.util.List;

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
        List<Check> checks = new ArrayList<>();
        collect(condition, checks);
        return checks.stream().distinct().toList();
    }

    private void collect(Condition condition, List<Check> checks) {
        if (condition instanceof Condition.AllOf allOf) {
            allOf.parts().forEach(part -> collect(part, checks));
        } else if (!(condition instanceof Condition.Always)) {
            checks.add(check(condition));
        }
    }

    private Check check(Condition condition) {
        if (condition instanceof Condition.AllOf allOf) {
            return new Check.All(allOf.parts().stream().map(this::check).toList());
        }
        if (condition instanceof Condition.AnyOf anyOf) {
            return new Check.Any(anyOf.parts().stream().map(this::check).toList());
        }
        if (condition instanceof Condition.SystemTest test) {
            return systemCheck(test);
        }
        if (condition instanceof Condition.ResultTest test) {
            long least =
                    test instanceof Condition.LevelAtLeast level ? level.least().ordinal() : 1;
            return new Check.Reaches(Layout.subject(test), layout.slot(test), least);
        }
        return new Check.All(List.of());
    }

    private Check systemCheck(Condition.SystemTest test) {
        String subject = test.characteristic().id();
        int slot = layout.slot(test.characteristic());
        if (test instanceof Condition.AtLeast atLeast) {
            return new Check.Reaches(subject, slot, atLeast.rank());
        }
        if (test instanceof Condition.IsYes) {
            return new Check.Reaches(subject, slot, 1);
        }
        if (test instanceof Condition.AtMost atMost) {
            return new Check.StaysWithin(subject, slot, atMost.most());
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return new Check.ReachesNumber(subject, slot, reaches.least());
        }
        if (test instanceof Condition.IsIn isIn) {
            return end == End.LOW
                    ? new Check.HasOnly(subject, slot, isIn.allowed())
                    : new Check.HasAny(subject, slot, isIn.allowed());
        }
        if (test instanceof Condition.Contains contains) {
            return new Check.HasAny(subject, slot, 1L << contains.position());
        }
        if (test instanceof Condition.ContainsAny containsAny) {
            return new Check.HasAny(subject, slot, containsAny.wanted());
        }
        return new Check.HasAny(subject, slot, ALL_BITS);
    }
}
