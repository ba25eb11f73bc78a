package io.aims.testkit;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.KnownFacts;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.RiskMethod;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds open questions as they are defined: every answer to every question is tried by evaluating every rule, control and
 * objective that it may concern. What evaluations do is held to it.
 */
public final class PlainQuestions {

    private final RuleBase base;
    private final RiskMethod method;
    private final List<String> order;
    private final Map<ControlId, BitSet> requiring = new HashMap<>();

    /** Finds questions by the rules of a base. */
    public PlainQuestions(RuleBase base) {
        this.base = base;
        this.method = new RiskMethod(base);
        this.order = List.copyOf(base.vocabulary().ids());
        for (int position = 0; position < base.rules().size(); position++) {
            for (ControlId control : base.rules().get(position).requires()) {
                requiring.computeIfAbsent(control, key -> new BitSet()).set(position);
            }
        }
    }

    /** Returns the questions about a system, by what the rules come to. */
    public List<OpenQuestion> about(AiSystem system, Outcomes outcomes) {
        BitSet open = outcomes.possible();
        open.andNot(outcomes.certain());
        Facts known = new KnownFacts(system, method.results(outcomes.certain(), outcomes.possible()));
        List<OpenQuestion> questions = new ArrayList<>();
        base.vocabulary().entries().forEach(entry -> {
            BitSet readers = open.stream()
                    .filter(rule -> undecided(condition(rule), known).contains(entry.characteristic()))
                    .collect(BitSet::new, BitSet::set, BitSet::or);
            if (!readers.isEmpty()) {
                int[] most = new int[3];
                Set<BigDecimal> limits = new LinkedHashSet<>();
                open.stream().forEach(rule -> limits.addAll(limits(condition(rule), entry.characteristic())));
                count(entry.characteristic(), readers, limits, known, outcomes, most);
                questions.add(new OpenQuestion(entry, most[0], most[1], most[2]));
            }
        });
        questions.sort(Comparator.comparingInt(OpenQuestion::settles)
                .thenComparingInt(OpenQuestion::controls)
                .thenComparingInt(OpenQuestion::narrows)
                .reversed()
                .thenComparing(question -> question.entry().tier())
                .thenComparing(question ->
                        order.indexOf(question.entry().characteristic().id())));
        return questions;
    }

    private Condition condition(int rule) {
        return base.rules().get(rule).condition();
    }

    /** What a condition still depends on: what stands in a part that is settled no longer matters. */
    private static Set<Characteristic<?>> undecided(Condition condition, Facts facts) {
        Set<Characteristic<?>> undecided = new HashSet<>();
        if (condition.evaluate(facts) == Truth.UNDETERMINED) {
            if (condition instanceof Condition.AllOf all) {
                all.parts().forEach(part -> undecided.addAll(undecided(part, facts)));
            } else if (condition instanceof Condition.AnyOf any) {
                any.parts().forEach(part -> undecided.addAll(undecided(part, facts)));
            } else if (condition instanceof Condition.SystemTest test) {
                undecided.add(test.characteristic());
            }
        }
        return undecided;
    }

    private static List<BigDecimal> limits(Condition condition, Characteristic<?> characteristic) {
        List<BigDecimal> limits = new ArrayList<>();
        for (Condition.Test test : condition.tests()) {
            if (test instanceof Condition.ReachesNumber reaches
                    && reaches.characteristic().equals(characteristic)) {
                limits.add(reaches.least());
            } else if (test instanceof Condition.AtMost atMost
                    && atMost.characteristic().equals(characteristic)) {
                limits.add(BigDecimal.valueOf(atMost.most()));
            }
        }
        return limits;
    }

    /** The numbers of the best answer; one that settles the same rules as the answer before is not looked at. */
    private void count(
            Characteristic<?> characteristic,
            BitSet readers,
            Set<BigDecimal> limits,
            Facts known,
            Outcomes before,
            int[] most) {
        BitSet lastCertain = before.certain();
        BitSet lastPossible = before.possible();
        for (Bounds answer : possibleAnswers(characteristic, known.bounds(characteristic), limits)) {
            BitSet certain = before.certain();
            BitSet possible = before.possible();
            Facts supposed = new Supposed(known, characteristic, answer);
            int settled = 0;
            for (int rule : readers.stream().toArray()) {
                Truth truth = condition(rule).evaluate(supposed);
                settled += truth == Truth.UNDETERMINED ? 0 : 1;
                certain.set(rule, truth == Truth.TRUE);
                possible.set(rule, truth != Truth.FALSE);
            }
            most[0] = Math.max(most[0], settled);
            if (!certain.equals(lastCertain) || !possible.equals(lastPossible)) {
                most[1] = Math.max(most[1], controls(certain, possible, supposed, known, before));
                most[2] = Math.max(most[2], steps(before, certain, possible));
            }
            lastCertain = certain;
            lastPossible = possible;
        }
    }

    private int controls(BitSet certain, BitSet possible, Facts supposed, Facts known, Outcomes before) {
        int settled = 0;
        for (Control control : base.catalogue().controls()) {
            boolean was = isSettled(control, before.certain(), before.possible(), known);
            settled += !was && isSettled(control, certain, possible, supposed) ? 1 : 0;
        }
        return settled;
    }

    private boolean isSettled(Control control, BitSet certain, BitSet possible, Facts facts) {
        if (!isRequired(control.id(), possible)) {
            return true;
        }
        Bounds.Members held = base.vocabulary()
                .characteristic("aimsRoles")
                .map(roles -> (Bounds.Members) facts.bounds(roles))
                .orElse(new Bounds.Members(0, false));
        return isRequired(control.id(), certain) && control.statusWhenNeeded(held) != ControlStatus.UNDETERMINED;
    }

    private boolean isRequired(ControlId control, BitSet rules) {
        return requiring.getOrDefault(control, new BitSet()).intersects(rules);
    }

    private int steps(Outcomes before, BitSet certain, BitSet possible) {
        int steps = 0;
        for (Objective objective : base.catalogue().objectives()) {
            steps += level(objective, certain) - level(objective, before.certain());
            steps += level(objective, before.possible()) - level(objective, possible);
        }
        return steps;
    }

    private int level(Objective objective, BitSet holding) {
        return method.level(objective.id(), holding).ordinal();
    }

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
            candidates.add(high == null ? numbers.low() : high);
            for (BigDecimal number : candidates) {
                Bounds answer = new Bounds.Numbers(number, number);
                if (answer.isWithin(bounds)) {
                    answers.add(answer);
                }
            }
        }
        return answers;
    }

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
