package io.aims.packs.mutation;

import io.aims.packs.internal.Branch;
import io.aims.packs.internal.Threshold;
import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes a condition in one place, in every way there is. */
final class ConditionMutants {

    /**
     * A changed condition.
     *
     * @param kind what is changed
     * @param condition the condition with the change
     * @param change the change in words
     */
    record Changed(MutationKind kind, Condition condition, String change) {}

    private static final String ALWAYS = new Condition.Always().toString();

    private final List<Changed> changed = new ArrayList<>();
    private final Set<String> meanings = new HashSet<>();

    private ConditionMutants() {}

    /**
     * Returns the changed conditions, of which none is written like the original or like another one.
     *
     * @param condition the condition
     * @return the changed ones, from left to right
     */
    static List<Changed> of(Condition condition) {
        ConditionMutants mutants = new ConditionMutants();
        mutants.meanings.add(meaning(condition));
        mutants.change(condition, part -> part);
        return mutants.changed;
    }

    private void change(Condition part, UnaryOperator<Condition> whole) {
        if (part instanceof Condition.AllOf all) {
            changeParts(all.parts(), Condition.AllOf::new, MutationKind.CONJUNCT_DROPPED, whole);
            add(
                    MutationKind.AND_TO_OR,
                    whole.apply(new Condition.AnyOf(all.parts())),
                    "(" + part + ") with or for and");
        } else if (part instanceof Condition.AnyOf any) {
            changeParts(any.parts(), Condition.AnyOf::new, MutationKind.DISJUNCT_DROPPED, whole);
            add(
                    MutationKind.OR_TO_AND,
                    whole.apply(new Condition.AllOf(any.parts())),
                    "(" + part + ") with and for or");
        } else if (part instanceof Condition.Test test) {
            changeTest(test, whole);
        }
    }

    private interface Join {
        Condition of(List<Condition> parts);
    }

    private void changeParts(List<Condition> parts, Join join, MutationKind dropped, UnaryOperator<Condition> whole) {
        for (int i = 0; i < parts.size(); i++) {
            int position = i;
            change(parts.get(i), changedPart -> {
                List<Condition> others = new ArrayList<>(parts);
                others.set(position, changedPart);
                return whole.apply(join.of(others));
            });
            List<Condition> rest = new ArrayList<>(parts);
            rest.remove(position);
            add(dropped, whole.apply(rest.size() == 1 ? rest.get(0) : join.of(rest)), "without (" + parts.get(i) + ")");
        }
    }

    private void changeTest(Condition.Test test, UnaryOperator<Condition> whole) {
        Optional<Threshold> threshold = Threshold.of(test);
        threshold
                .flatMap(Threshold::lowered)
                .ifPresent(lower -> add(MutationKind.THRESHOLD_LOWERED, whole.apply(lower), moved(test, lower)));
        threshold
                .flatMap(Threshold::raised)
                .ifPresent(higher -> add(MutationKind.THRESHOLD_RAISED, whole.apply(higher), moved(test, higher)));
        for (Branch branch : Branch.of(test)) {
            Condition.@Nullable Test rest = branch.without();
            if (branch.member() != 0 && rest != null) {
                add(MutationKind.MEMBER_DROPPED, whole.apply(rest), "without (" + branch + ")");
            }
        }
    }

    private static String moved(Condition.Test from, Condition.Test to) {
        return "(" + to + ") for (" + from + ")";
    }

    private void add(MutationKind kind, Condition condition, String change) {
        if (meanings.add(meaning(condition))) {
            long same = changed.stream()
                    .filter(other ->
                            other.change().equals(change) || other.change().startsWith(change + " ("))
                    .count();
            changed.add(new Changed(kind, condition, same == 0 ? change : change + " (" + (same + 1) + ")"));
        }
    }

    /** The same text for conditions that differ only in tests that always hold, and in order or repetition of parts. */
    static String meaning(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            Set<String> parts = all.parts().stream()
                    .map(ConditionMutants::meaning)
                    .filter(part -> !part.equals(ALWAYS))
                    .collect(Collectors.toCollection(TreeSet::new));
            return joined(parts, " and ");
        }
        if (condition instanceof Condition.AnyOf any) {
            Set<String> parts =
                    any.parts().stream().map(ConditionMutants::meaning).collect(Collectors.toCollection(TreeSet::new));
            return parts.contains(ALWAYS) ? ALWAYS : joined(parts, " or ");
        }
        return alwaysHolds(condition) ? ALWAYS : condition.toString();
    }

    private static String joined(Set<String> parts, String word) {
        if (parts.isEmpty()) {
            return ALWAYS;
        }
        return parts.size() == 1 ? parts.iterator().next() : "(" + String.join(word, parts) + ")";
    }

    private static boolean alwaysHolds(Condition condition) {
        return condition instanceof Condition.AtLeast atLeast && atLeast.rank() == 0
                || condition instanceof Condition.ReachesNumber reaches
                        && reaches.least().signum() <= 0
                || condition instanceof Condition.AtMost atMost
                        && atMost.most() >= atMost.characteristic().most()
                || condition instanceof Condition.LevelAtLeast level && level.least() == RiskLevel.VERY_LOW
                || condition instanceof Condition.IsIn in
                        && Long.bitCount(in.allowed())
                                == in.characteristic().values().size();
    }
}
