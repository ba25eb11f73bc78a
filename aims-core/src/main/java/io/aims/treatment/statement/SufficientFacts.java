package io.aims.treatment.statement;

import io.aims.control.ControlId;
import io.aims.evaluation.RuleEngine;
import io.aims.reasoning.proof.ConditionProof;
import io.aims.reasoning.proof.ControlProof;
import io.aims.reasoning.proof.ObjectiveProof;
import io.aims.reasoning.proof.Proof;
import io.aims.reasoning.proof.RiskSourceProof;
import io.aims.reasoning.proof.RuleProof;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds a few answers of one system that alone keep every rule from holding that could call for a control: with them, and
 * everything else unknown, the control is still not required. None of them can be left out.
 *
 * <p>There may be another set with fewer: the answer that rules out most is taken first, then the one that rules out most of
 * the rest. Not thread-safe.
 */
final class SufficientFacts {

    private final RuleBase base;
    private final RuleEngine engine;
    private final AiSystem system;
    private final Map<String, Against> rules = new HashMap<>();
    private final Map<String, ConditionProof.Fact> facts = new TreeMap<>();

    /** What keeps something from holding. */
    private sealed interface Ground {
        boolean isMetBy(Set<String> answers);
    }

    private record Answered(String characteristic) implements Ground {
        @Override
        public boolean isMetBy(Set<String> answers) {
            return answers.contains(characteristic);
        }
    }

    private record Every(List<Ground> parts) implements Ground {
        @Override
        public boolean isMetBy(Set<String> answers) {
            return parts.stream().allMatch(part -> part.isMetBy(answers));
        }
    }

    private record Some(List<Ground> parts) implements Ground {
        @Override
        public boolean isMetBy(Set<String> answers) {
            return parts.stream().anyMatch(part -> part.isMetBy(answers));
        }
    }

    /**
     * What keeps a rule from holding.
     *
     * @param ground all of it
     * @param alone the answers each of which is enough
     * @param readsLevels whether a level bears on it, of which the ground asks for more than it must
     */
    private record Against(Ground ground, Set<String> alone, boolean readsLevels) implements Ground {
        @Override
        public boolean isMetBy(Set<String> answers) {
            return ground.isMetBy(answers);
        }
    }

    /**
     * Begins with a system.
     *
     * @param base the rules
     * @param engine runs them
     * @param system the system
     */
    SufficientFacts(RuleBase base, RuleEngine engine, AiSystem system) {
        this.base = base;
        this.engine = engine;
        this.system = system;
    }

    /**
     * Returns facts that suffice to make every rule false that could call for a control.
     *
     * @param control the proof of a control that is not required
     * @return the facts, each characteristic once, sorted; none if no rule could call for it
     */
    List<ConditionProof.Fact> against(ControlProof control) {
        List<Against> open = new ArrayList<>();
        control.rules().forEach(rule -> open.add(against(rule)));
        List<Against> all = List.copyOf(open);
        Set<String> chosen = new TreeSet<>();
        List<String> inOrder = new ArrayList<>();
        open.removeIf(rule -> rule.isMetBy(chosen));
        while (!open.isEmpty()) {
            for (String next : next(open, chosen)) {
                chosen.add(next);
                inOrder.add(next);
            }
            open.removeIf(rule -> rule.isMetBy(chosen));
        }
        boolean readsLevels = all.stream().anyMatch(Against::readsLevels);
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            chosen.remove(inOrder.get(i));
            boolean suffices = readsLevels
                    ? isNotNeeded(control.result().control().id(), chosen)
                    : all.stream().allMatch(rule -> rule.isMetBy(chosen));
            if (!suffices) {
                chosen.add(inOrder.get(i));
            }
        }
        return chosen.stream().map(facts::get).toList();
    }

    /** Runs the rules with nothing known but some answers. */
    private boolean isNotNeeded(ControlId control, Set<String> answers) {
        AiSystem reduced = AiSystem.named(system.id())
                .putAll(system.answers().values().stream()
                        .filter(answer ->
                                answers.contains(answer.characteristic().id()))
                        .toList())
                .build();
        BitSet possible = engine.run(reduced).possible();
        return possible.stream()
                .noneMatch(rule -> base.rules().get(rule).requires().contains(control));
    }

    /** The answer that alone rules out most rules, or, if none rules out any, the fewest that rule out the first. */
    private static Set<String> next(List<Against> open, Set<String> chosen) {
        Map<String, Integer> counts = new TreeMap<>();
        open.forEach(rule -> rule.alone().forEach(answer -> counts.merge(answer, 1, Integer::sum)));
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            if (count.getValue() > most) {
                best = count.getKey();
                most = count.getValue();
            }
        }
        return best == null ? fewest(open.get(0), chosen) : Set.of(best);
    }

    private static Set<String> fewest(Ground ground, Set<String> chosen) {
        if (ground instanceof Answered answered) {
            return chosen.contains(answered.characteristic()) ? Set.of() : Set.of(answered.characteristic());
        }
        if (ground instanceof Every every) {
            Set<String> together = new TreeSet<>(chosen);
            every.parts().forEach(part -> together.addAll(fewest(part, together)));
            together.removeAll(chosen);
            return together;
        }
        if (ground instanceof Some some) {
            Set<String> fewest = fewest(some.parts().get(0), chosen);
            for (Ground part : some.parts().subList(1, some.parts().size())) {
                Set<String> own = fewest(part, chosen);
                fewest = own.size() < fewest.size() ? own : fewest;
            }
            return fewest;
        }
        return fewest(((Against) ground).ground(), chosen);
    }

    private Against against(RuleProof rule) {
        Against known = rules.get(rule.id());
        if (known == null) {
            Ground ground = against(rule.condition());
            known = new Against(ground, alone(ground), readsLevels(rule.condition()));
            rules.put(rule.id(), known);
        }
        return known;
    }

    private boolean readsLevels(ConditionProof step) {
        if (step instanceof ConditionProof.Result result) {
            return result.because() instanceof ObjectiveProof
                    || deciding(result.because()).stream()
                            .anyMatch(rule -> against(rule).readsLevels());
        }
        return step.decisive().stream().anyMatch(this::readsLevels);
    }

    private Ground against(ConditionProof step) {
        if (step instanceof ConditionProof.All all) {
            return new Some(all.decisive().stream().map(this::against).toList());
        }
        if (step instanceof ConditionProof.Any any) {
            return new Every(any.parts().stream().map(this::against).toList());
        }
        if (step instanceof ConditionProof.Fact fact) {
            if (fact.answer().isEmpty()) {
                return new Every(List.of());
            }
            String characteristic = fact.entry().characteristic().id();
            facts.putIfAbsent(characteristic, fact);
            return new Answered(characteristic);
        }
        return new Every(deciding(((ConditionProof.Result) step).because()).stream()
                .map(this::against)
                .map(Ground.class::cast)
                .toList());
    }

    /** The rules that must stay false for a result to stay as it is. */
    private static List<RuleProof> deciding(Proof result) {
        if (result instanceof RiskSourceProof source) {
            return source.rules();
        }
        if (result instanceof ControlProof control) {
            return control.rules();
        }
        return ((ObjectiveProof) result)
                .rules().stream().filter(rule -> rule.truth() == Truth.FALSE).toList();
    }

    private static Set<String> alone(Ground ground) {
        if (ground instanceof Answered answered) {
            return Set.of(answered.characteristic());
        }
        if (ground instanceof Against rule) {
            return rule.alone();
        }
        Set<String> alone = new TreeSet<>();
        if (ground instanceof Some some) {
            some.parts().forEach(part -> alone.addAll(alone(part)));
        } else {
            List<Ground> parts = ((Every) ground).parts();
            for (int i = 0; i < parts.size(); i++) {
                if (i == 0) {
                    alone.addAll(alone(parts.get(i)));
                } else {
                    alone.retainAll(alone(parts.get(i)));
                }
            }
        }
        return alone;
    }
}
