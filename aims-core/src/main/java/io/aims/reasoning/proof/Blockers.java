package io.aims.reasoning.proof;

import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups rules by the answers that keep them from holding, so that hundreds of rules are told by a few answers. */
final class Blockers {

    private Blockers() {}

    /**
     * Rules that one answer, or one result, rules out or leaves open.
     *
     * @param step a test that reads it
     * @param rules the rules
     */
    record Group(ConditionProof step, List<RuleProof> rules) {

        String sentence() {
            if (step instanceof ConditionProof.Fact fact) {
                return rules.size() == 1 ? Sentences.fact(fact) : Sentences.answered(fact);
            }
            return sentence(step);
        }

        private static String sentence(ConditionProof step) {
            if (step instanceof ConditionProof.Fact fact) {
                return Sentences.answered(fact);
            }
            return step instanceof ConditionProof.Result result
                    ? Sentences.result(result)
                    : step.decisive().stream().map(Group::sentence).distinct().collect(Collectors.joining(" "));
        }
    }

    /** Returns the answers on which undetermined rules depend, the one on which most depend first. */
    static List<Group> open(List<RuleProof> rules) {
        Map<Object, Group> groups = new LinkedHashMap<>();
        for (RuleProof rule : rules) {
            Map<Object, ConditionProof> own = new LinkedHashMap<>();
            addOpen(rule.condition(), own);
            own.forEach((subject, step) -> groups.computeIfAbsent(subject, key -> new Group(step, new ArrayList<>()))
                    .rules()
                    .add(rule));
        }
        return groups.values().stream()
                .sorted(Comparator.comparingInt((Group group) -> group.rules().size())
                        .reversed())
                .toList();
    }

    private static void addOpen(ConditionProof step, Map<Object, ConditionProof> open) {
        if (step.truth() != Truth.UNDETERMINED) {
            return;
        }
        if (step.parts().isEmpty()) {
            open.putIfAbsent(subject(step), step);
        }
        step.parts().forEach(part -> addOpen(part, open));
    }

    /**
     * Returns answers that rule out all of some rules, each rule once: first the answer that alone rules out most, then
     * the one that rules out most of the rest, and so on.
     */
    static List<Group> against(List<RuleProof> rules) {
        Map<RuleProof, Map<Object, ConditionProof>> rest = new LinkedHashMap<>();
        rules.forEach(rule -> rest.put(rule, against(rule.condition())));
        List<Group> groups = new ArrayList<>();
        while (!rest.isEmpty()) {
            Map<Object, Integer> counts = new LinkedHashMap<>();
            rest.values().forEach(own -> own.keySet().forEach(key -> counts.merge(key, 1, Integer::sum)));
            Object best = null;
            int most = 0;
            for (Map.Entry<Object, Integer> each : counts.entrySet()) {
                if (each.getValue() > most) {
                    best = each.getKey();
                    most = each.getValue();
                }
            }
            if (best == null) {
                break;
            }
            Set<RuleProof> out = new LinkedHashSet<>();
            ConditionProof step = null;
            for (Map.Entry<RuleProof, Map<Object, ConditionProof>> each : rest.entrySet()) {
                ConditionProof own = each.getValue().get(best);
                if (own != null) {
                    out.add(each.getKey());
                    step = step == null ? own : step;
                }
            }
            rest.keySet().removeAll(out);
            groups.add(new Group(Objects.requireNonNull(step), List.copyOf(out)));
        }
        return groups;
    }

    /** What alone is enough to rule a condition out, by its subject. */
    private static Map<Object, ConditionProof> against(ConditionProof step) {
        if (step instanceof ConditionProof.All all) {
            Map<Object, ConditionProof> some = new LinkedHashMap<>();
            all.decisive().forEach(part -> against(part).forEach(some::putIfAbsent));
            return some;
        }
        if (step instanceof ConditionProof.Any any) {
            Map<Object, ConditionProof> common =
                    new LinkedHashMap<>(against(any.parts().get(0)));
            any.parts().forEach(part -> common.keySet().retainAll(against(part).keySet()));
            return common.isEmpty() ? new LinkedHashMap<>(Map.of(any, any)) : common;
        }
        return new LinkedHashMap<>(Map.of(subject(step), step));
    }

    private static Object subject(ConditionProof step) {
        if (step instanceof ConditionProof.Fact fact) {
            return fact.test().characteristic().id();
        }
        return step instanceof ConditionProof.Result result ? result.test() : step;
    }
}
