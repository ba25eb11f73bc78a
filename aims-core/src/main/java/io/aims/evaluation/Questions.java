package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.VocabularyEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the questions that are worth asking: those about characteristics on which an undetermined rule still depends,
 * ranked by what the best answer would settle.
 *
 * <p>For each question its possible answers are tried one at a time on the undetermined rules that read it: first counts
 * the number of rules settled, then the controls settled, then the steps by which levels narrow, then the tier, then the order of the vocabulary. The
 * last questions are those of which no answer settles anything by itself, only together with another.
 */
final class Questions {

    private final RiskMethod method;
    private final Optional<Characteristic<?>> roles;
    private final Map<String, Integer> order = new HashMap<>();

    Questions(RiskMethod method) {
        this.method = method;
        this.roles = method.base().vocabulary().characteristic(Evaluator.ROLES);
        for (String id : method.base().vocabulary().ids()) {
            order.put(id, order.size());
        }
    }

    List<OpenQuestion> about(
            AiSystem system, BitSet certain, BitSet possible, RiskMethod.Profile low, RiskMethod.Profile high) {
        Map<Characteristic<?>, BitSet> readers = new HashMap<>();
        BitSet open = (BitSet) possible.clone();
        open.andNot(certain);
        Map<Characteristic<?>, Set<BigDecimal>> limits = new HashMap<>();
        Facts known = new KnownFacts(system, method.results(certain, possible));
        for (int rule = open.nextSetBit(0); rule >= 0; rule = open.nextSetBit(rule + 1)) {
            Condition condition = method.base().rules().get(rule).condition();
            Set<Characteristic<?>> undecided = new HashSet<>();
            addUndecided(condition, known, undecided);
            for (Characteristic<?> characteristic : undecided) {
                readers.computeIfAbsent(characteristic, k -> new BitSet()).set(rule);
            }
            for (Condition.Test test : condition.tests()) {
                if (test instanceof Condition.ReachesNumber reaches) {
                    limits.computeIfAbsent(reaches.characteristic(), k -> new TreeSet<>())
                            .add(reaches.least());
                } else if (test instanceof Condition.AtMost atMost) {
                    limits.computeIfAbsent(atMost.characteristic(), k -> new TreeSet<>())
                            .add(BigDecimal.valueOf(atMost.most()));
                }
            }
        }
        State before = new State(certain, possible, low, high, openControls(certain, possible, known));
        List<OpenQuestion> questions = new ArrayList<>();
        readers.forEach((characteristic, rules) -> {
            Set<BigDecimal> ownLimits = limits.getOrDefault(characteristic, Set.of());
            questions.add(question(characteristic, rules, ownLimits, known, before));
        });
        questions.sort(Comparator.comparingInt(OpenQuestion::settles)
                .thenComparingInt(OpenQuestion::controls)
                .thenComparingInt(OpenQuestion::narrows)
                .reversed()
                .thenComparing(question -> question.entry().tier())
                .thenComparing(question ->
                        order.getOrDefault(question.entry().characteristic().id(), Integer.MAX_VALUE)));
        return List.copyOf(questions);
    }

    /** Adds what the condition still depends on: what stands in a part that is settled no longer matters. */
    private static void addUndecided(Condition condition, Facts facts, Set<Characteristic<?>> undecided) {
        if (condition.evaluate(facts) != Truth.UNDETERMINED) {
            return;
        }
        if (condition instanceof Condition.AllOf all) {
            all.parts().forEach(part -> addUndecided(part, facts, undecided));
        } else if (condition instanceof Condition.AnyOf any) {
            any.parts().forEach(part -> addUndecided(part, facts, undecided));
        } else if (condition instanceof Condition.SystemTest test) {
            undecided.add(test.characteristic());
        }
    }

    private OpenQuestion question(
            Characteristic<?> characteristic, BitSet rules, Set<BigDecimal> limits, Facts known, State before) {
        int settles = 0;
        int controls = 0;
        int narrows = 0;
        BitSet lastCertain = before.certain();
        BitSet lastPossible = before.possible();
        for (Bounds answer : possibleAnswers(characteristic, known.bounds(characteristic), limits)) {
            BitSet nowCertain = (BitSet) before.certain().clone();
            BitSet nowPossible = (BitSet) before.possible().clone();
            Facts supposed = new Supposed(known, characteristic, answer);
            int settled = 0;
            for (int rule = rules.nextSetBit(0); rule >= 0; rule = rules.nextSetBit(rule + 1)) {
                Truth truth = method.base().rules().get(rule).condition().evaluate(supposed);
                if (truth != Truth.UNDETERMINED) {
                    settled++;
                    nowCertain.set(rule, truth == Truth.TRUE);
                    nowPossible.set(rule, truth == Truth.TRUE);
                }
            }
            settles = Math.max(settles, settled);
            if (!nowCertain.equals(lastCertain) || !nowPossible.equals(lastPossible)) {
                controls = Math.max(controls, controlsSettled(nowCertain, nowPossible, supposed, before));
                narrows = Math.max(narrows, narrowing(nowCertain, nowPossible, before));
                lastCertain = nowCertain;
                lastPossible = nowPossible;
            }
        }
        return new OpenQuestion(entry(characteristic), settles, controls, narrows);
    }

    private int controlsSettled(BitSet certain, BitSet possible, Facts supposed, State before) {
        int settled = 0;
        for (Control control : before.openControls()) {
            Truth needed = method.truth(method.rulesRequiring(control.id()), certain, possible);
            settled += isSettled(control, needed, supposed) ? 1 : 0;
        }
        return settled;
    }

    private List<Control> openControls(BitSet certain, BitSet possible, Facts known) {
        return method.base().catalogue().controls().stream()
                .filter(control -> !isSettled(
                        control, method.truth(method.rulesRequiring(control.id()), certain, possible), known))
                .toList();
    }

    private boolean isSettled(Control control, Truth needed, Facts facts) {
        Bounds.Members held =
                roles.map(facts::bounds).map(Bounds.Members.class::cast).orElse(new Bounds.Members(0, false));
        return needed == Truth.FALSE
                || needed == Truth.TRUE && control.statusWhenNeeded(held) != ControlStatus.UNDETERMINED;
    }

    /** Only the objectives that a settled rule threatens can have another level. */
    private int narrowing(BitSet certain, BitSet possible, State before) {
        BitSet raised = difference(certain, before.certain());
        BitSet lowered = difference(possible, before.possible());
        int steps = 0;
        for (int objective = 0; objective < method.objectives().size(); objective++) {
            BitSet threatening = method.rulesThreatening(objective);
            if (threatening.intersects(raised)) {
                steps += method.level(objective, certain).ordinal()
                        - before.low().level(objective).ordinal();
            }
            if (threatening.intersects(lowered)) {
                steps += before.high().level(objective).ordinal()
                        - method.level(objective, possible).ordinal();
            }
        }
        return steps;
    }

    private static BitSet difference(BitSet left, BitSet right) {
        BitSet difference = (BitSet) left.clone();
        difference.xor(right);
        return difference;
    }

    private VocabularyEntry entry(Characteristic<?> characteristic) {
        return method.base().vocabulary().entry(characteristic.id()).orElseThrow();
    }

    /**
     * The exact answers still possible: of a set only the smallest and the largest, of numbers one for each stretch between
     * the limits that rules test.
     */
    private static List<Bounds> possibleAnswers(
            Characteristic<?> characteristic, Bounds bounds, Set<BigDecimal> limits) {
        List<Bounds> answers = new ArrayList<>();
        if (bounds instanceof Bounds.Ranks ranks) {
            for (int rank = ranks.low(); rank <= ranks.high(); rank++) {
                answers.add(new Bounds.Ranks(rank, rank));
            }
        } else if (bounds instanceof Bounds.Members members) {
            int values = ((EnumeratedCharacteristic<?>) characteristic).values().size();
            answers.add(new Bounds.Members(members.known(), true));
            answers.add(new Bounds.Members((1L << values) - 1, true));
        } else if (bounds instanceof Bounds.OneOf oneOf) {
            for (long rest = oneOf.possible(); rest != 0; rest &= rest - 1) {
                answers.add(new Bounds.OneOf(Long.lowestOneBit(rest)));
            }
        } else if (bounds instanceof Bounds.Numbers numbers) {
            Set<BigDecimal> candidates = new LinkedHashSet<>();
            candidates.add(numbers.low());
            candidates.addAll(limits);
            BigDecimal high = numbers.high();
            if (high != null) {
                candidates.add(high);
            }
            for (BigDecimal number : candidates) {
                Bounds answer = new Bounds.Numbers(number, number);
                if (answer.isWithin(bounds)) {
                    answers.add(answer);
                }
            }
        }
        return answers;
    }

    /** What is known before anything is asked. */
    private record State(
            BitSet certain,
            BitSet possible,
            RiskMethod.Profile low,
            RiskMethod.Profile high,
            List<Control> openControls) {}

    /** The facts as they would be with one more answer. */
    private record Supposed(Facts known, Characteristic<?> characteristic, Bounds answer) implements Facts {

        @Override
        public Bounds bounds(Characteristic<?> asked) {
            return asked.equals(characteristic) ? answer : known.bounds(asked);
        }

        @Override
        public Truth riskSource(RiskSourceId source) {
            return known.riskSource(source);
        }

        @Override
        public Range<RiskLevel> level(ObjectiveId objective) {
            return known.level(objective);
        }

        @Override
        public Truth needed(ControlId control) {
            return known.needed(control);
        }
    }
}
