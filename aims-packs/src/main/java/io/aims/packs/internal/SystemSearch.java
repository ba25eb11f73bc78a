package io.aims.packs.internal;

import io.aims.risk.ObjectiveId;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for the answers of an example in which something comes true of a rule.
 *
 * <p>For a rule that reads answers only, the search is complete. For a rule that reads results, answers are tried that make the
 * rules below it hold one after another, on top of nothing, and on top of answers that keep the others silent; what is found
 * is then made smaller answer by answer. Not finding anything says nothing there. Not thread-safe.
 */
public final class SystemSearch {

    private static final int MOST_RUNS = 10_000;
    private static final int MOST_OWN = 60;

    private final RuleFacts facts;
    private final RuleBase base;
    private final int position;
    private final Rule rule;
    private int runs;

    /**
     * Prepares for a rule.
     *
     * @param facts what the rules of its base can read
     * @param position the position of the rule in the base
     */
    public SystemSearch(RuleFacts facts, int position) {
        this.facts = facts;
        this.base = facts.base();
        this.position = position;
        this.rule = base.rules().get(position);
    }

    /**
     * What a search came to.
     *
     * @param answers the answers found, if there are any
     * @param isImpossible whether it is certain that there are none
     */
    public record Result(Optional<List<Answer>> answers, boolean isImpossible) {}

    /**
     * Searches.
     *
     * @param conditions the conditions that the goal looks at, that of the rule among them
     * @param goal what is to come true of what the rule reads
     * @return what was found, the same on every run
     */
    public Result search(List<Condition> conditions, Predicate<Facts> goal) {
        SituationSearch.Result supposed = SituationSearch.search(conditions, goal::test);
        if (base.stratumOf(position) == 0 || supposed.found().isEmpty()) {
            return new Result(supposed.found().map(Situation::answers), supposed.isImpossible());
        }
        return new Result(searchWithResults(conditions, goal), false);
    }

    private Optional<List<Answer>> searchWithResults(List<Condition> conditions, Predicate<Facts> goal) {
        List<Map<Characteristic<?>, Bounds>> backgrounds = backgrounds();
        for (Map<Characteristic<?>, Bounds> own : ownAnswers(conditions, goal)) {
            for (Map<Characteristic<?>, Bounds> background : backgrounds) {
                Map<Characteristic<?>, Bounds> all = new LinkedHashMap<>(own);
                background.forEach(all::putIfAbsent);
                if (runs >= MOST_RUNS) {
                    return Optional.empty();
                }
                if (serves(all, goal)) {
                    return Optional.of(answers(smaller(all, goal)));
                }
            }
        }
        return Optional.empty();
    }

    private boolean serves(Map<Characteristic<?>, Bounds> answers, Predicate<Facts> goal) {
        runs++;
        AiSystem system = AiSystem.named("example").putAll(answers(answers)).build();
        return goal.test(facts.of(position, system));
    }

    private static List<Answer> answers(Map<Characteristic<?>, Bounds> bounds) {
        List<Answer> answers = new ArrayList<>();
        bounds.forEach((characteristic, known) -> answers.add(Answer.of(characteristic, known)));
        return answers;
    }

    /** Drops answers, the last ones first, as long as the rest still serves. */
    private Map<Characteristic<?>, Bounds> smaller(Map<Characteristic<?>, Bounds> answers, Predicate<Facts> goal) {
        Map<Characteristic<?>, Bounds> rest = new LinkedHashMap<>(answers);
        List<Characteristic<?>> order = new ArrayList<>(answers.keySet());
        for (int i = order.size() - 1; i >= 0; i--) {
            Map<Characteristic<?>, Bounds> without = new LinkedHashMap<>(rest);
            without.remove(order.get(i));
            if (serves(without, goal)) {
                rest = without;
            }
        }
        return rest;
    }

    /** The answers that serve if the results are as they should be. */
    private static List<Map<Characteristic<?>, Bounds>> ownAnswers(List<Condition> conditions, Predicate<Facts> goal) {
        List<Map<Characteristic<?>, Bounds>> own = new ArrayList<>();
        Set<List<Answer>> seen = new LinkedHashSet<>();
        SituationSearch.search(conditions, situation -> {
            if (goal.test(situation) && seen.add(situation.answers())) {
                own.add(bounds(situation));
            }
            return own.size() == MOST_OWN;
        });
        return own;
    }

    private static Map<Characteristic<?>, Bounds> bounds(Situation situation) {
        Map<Characteristic<?>, Bounds> bounds = new LinkedHashMap<>();
        situation.answers().forEach(answer -> bounds.put(answer.characteristic(), answer.bounds()));
        return bounds;
    }

    /** Answers under which the rules below come to this and that, with the fewest answers first. */
    private List<Map<Characteristic<?>, Bounds>> backgrounds() {
        Set<Integer> below = new LinkedHashSet<>();
        List<Map<Characteristic<?>, Bounds>> silent = new ArrayList<>();
        silent.add(Map.of());
        for (Condition.Test test : rule.condition().tests()) {
            Set<Integer> ofTest = new LinkedHashSet<>();
            addContributors(test, ofTest);
            silent.add(harmless(ofTest));
            below.addAll(ofTest);
        }
        silent.add(harmless(below));
        List<Map<Characteristic<?>, Bounds>> backgrounds = new ArrayList<>(silent);
        for (Map<Characteristic<?>, Bounds> some : holding(below)) {
            for (Map<Characteristic<?>, Bounds> others : silent) {
                Map<Characteristic<?>, Bounds> all = new LinkedHashMap<>(some);
                others.forEach(all::putIfAbsent);
                backgrounds.add(all);
            }
        }
        return backgrounds.stream().distinct().toList();
    }

    /** Answers that make each of the rules hold, then more and more of them together. */
    private List<Map<Characteristic<?>, Bounds>> holding(Set<Integer> below) {
        List<Map<Characteristic<?>, Bounds>> holding = new ArrayList<>();
        for (int other : below) {
            Condition condition = base.rules().get(other).condition();
            SituationSearch.search(List.of(condition), situation -> condition.evaluate(situation) == Truth.TRUE)
                    .found()
                    .map(SystemSearch::bounds)
                    .ifPresent(holding::add);
        }
        Map<Characteristic<?>, Bounds> together = new LinkedHashMap<>();
        for (Map<Characteristic<?>, Bounds> witness : List.copyOf(holding)) {
            witness.forEach((characteristic, bounds) -> together.merge(characteristic, bounds, SystemSearch::worse));
            holding.add(new LinkedHashMap<>(together));
        }
        return holding;
    }

    /** The answers under which none of the rules holds, as far as there are such. */
    private Map<Characteristic<?>, Bounds> harmless(Set<Integer> below) {
        Map<Characteristic<?>, Bounds> harmless = new LinkedHashMap<>();
        for (int other : below) {
            for (Condition.Test test : base.rules().get(other).condition().tests()) {
                if (test instanceof Condition.SystemTest reader) {
                    harmless.putIfAbsent(reader.characteristic(), harmless(reader.characteristic(), below));
                }
            }
        }
        return harmless;
    }

    /** The rules that contribute to the result that a test reads, and those below them, the nearest first. */
    private void addContributors(Condition.Test test, Set<Integer> below) {
        for (int other = 0; other < base.rules().size(); other++) {
            if (test instanceof Condition.ResultTest result
                    && contributes(base.rules().get(other), result)
                    && below.add(other)) {
                base.rules().get(other).condition().tests().forEach(further -> addContributors(further, below));
            }
        }
    }

    private static boolean contributes(Rule other, Condition.ResultTest result) {
        if (result instanceof Condition.HasRiskSource source) {
            return other.raises().contains(source.source());
        }
        if (result instanceof Condition.IsNeeded needed) {
            return other.requires().contains(needed.control());
        }
        ObjectiveId objective = ((Condition.LevelAtLeast) result).objective();
        return other.threatens().contains(objective) && (other.contributes() != null || other.floor() != null);
    }

    private Bounds harmless(Characteristic<?> characteristic, Set<Integer> below) {
        if (characteristic instanceof ScaleCharacteristic scale) {
            BigDecimal most = BigDecimal.valueOf(scale.most());
            return new Bounds.Numbers(most, most);
        }
        if (characteristic instanceof SetCharacteristic<?>) {
            return new Bounds.Members(0, true);
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            return new Bounds.OneOf(Long.lowestOneBit(unnamed(nominal, below)));
        }
        return characteristic instanceof EnumeratedCharacteristic<?>
                ? new Bounds.Ranks(0, 0)
                : new Bounds.Numbers(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** The values that no test names, or all of them. */
    private long unnamed(NominalCharacteristic<?> nominal, Set<Integer> below) {
        long all = -1L >>> (Long.SIZE - nominal.values().size());
        long unnamed = all;
        for (int other : below) {
            for (Condition.Test test : base.rules().get(other).condition().tests()) {
                if (test instanceof Condition.IsIn in && in.characteristic().equals(nominal)) {
                    unnamed &= ~in.allowed();
                }
            }
        }
        return unnamed == 0 ? all : unnamed;
    }

    private static Bounds worse(Bounds one, Bounds other) {
        if (one instanceof Bounds.Ranks ranks && other instanceof Bounds.Ranks more) {
            return ranks.low() >= more.low() ? one : other;
        }
        if (one instanceof Bounds.Members members && other instanceof Bounds.Members more) {
            return new Bounds.Members(members.known() | more.known(), true);
        }
        return one;
    }
}
