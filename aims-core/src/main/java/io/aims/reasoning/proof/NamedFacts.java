package io.aims.reasoning.proof;

import io.aims.rule.Condition;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Walks from a conclusion down to the facts on which it rests, each proof once. */
final class NamedFacts {

    private static final Comparator<Condition.SystemTest> ORDER = Comparator.comparing(
                    (Condition.SystemTest test) -> test.characteristic().id())
            .thenComparing(Condition.SystemTest::toString);

    private final Map<Condition.SystemTest, ConditionProof.Fact> facts = new TreeMap<>(ORDER);
    private final Set<Object> seen = new HashSet<>();
    private final Deque<Proof> open = new ArrayDeque<>();

    private NamedFacts() {}

    static List<ConditionProof.Fact> of(Proof proof) {
        NamedFacts named = new NamedFacts();
        named.add(proof);
        while (!named.open.isEmpty()) {
            Proof next = named.open.remove();
            if (next instanceof RuleProof rule) {
                named.add(rule.condition());
            } else {
                next.premises().forEach(named::add);
            }
        }
        return List.copyOf(named.facts.values());
    }

    private void add(Proof proof) {
        if (seen.add(proof)) {
            open.add(proof);
        }
    }

    private void add(ConditionProof step) {
        if (step instanceof ConditionProof.Fact fact) {
            facts.put(fact.test(), fact);
        } else if (step instanceof ConditionProof.Result result) {
            if (result.test() instanceof Condition.LevelAtLeast level
                    && result.because() instanceof ObjectiveProof objective) {
                objective.deciding(level.least()).forEach(this::add);
            } else {
                add(result.because());
            }
        }
        step.decisive().forEach(this::add);
    }
}
