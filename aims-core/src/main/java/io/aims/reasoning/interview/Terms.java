package io.aims.reasoning.interview;

import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions as sums of terms: a condition holds if all statements of one of its terms are true. A term that another one
 * makes superfluous is left out, so that what stands in a sum does matter. Not thread-safe.
 *
 * <p>Risk sources and controls that a condition reads are replaced by the conditions that raise and require them. A level
 * is no sum of terms, and some conditions would have too many; then there is no sum.
 */
final class Terms {

    private static final int MOST_TERMS = 2_000;

    private final RuleBase base;
    private final Statements statements;
    private final Map<Condition, Optional<List<BitSet>>> sums = new HashMap<>();

    Terms(RuleBase base, Statements statements) {
        this.base = base;
        this.statements = statements;
    }

    /** The sum for a condition, or empty if there is none that is short enough. */
    Optional<List<BitSet>> of(Condition condition) {
        Optional<List<BitSet>> known = sums.get(condition);
        if (known == null) {
            known = sum(condition);
            sums.put(condition, known);
        }
        return known;
    }

    /** The sum for the rules of which one is enough. */
    Optional<List<BitSet>> anyOf(Collection<Rule> rules) {
        return added(rules.stream().map(Rule::condition).toList());
    }

    private Optional<List<BitSet>> sum(Condition condition) {
        if (condition instanceof Condition.Always) {
            return Optional.of(List.of(new BitSet()));
        }
        if (condition instanceof Condition.SystemTest test) {
            return Optional.of(statements.waysToPass(test));
        }
        if (condition instanceof Condition.AnyOf any) {
            return added(any.parts());
        }
        if (condition instanceof Condition.AllOf all) {
            return multiplied(all.parts());
        }
        if (condition instanceof Condition.HasRiskSource has) {
            return anyOf(base.rules().stream()
                    .filter(rule -> rule.raises().contains(has.source()))
                    .toList());
        }
        if (condition instanceof Condition.IsNeeded needed) {
            return anyOf(base.rules().stream()
                    .filter(rule -> rule.requires().contains(needed.control()))
                    .toList());
        }
        return Optional.empty();
    }

    private Optional<List<BitSet>> added(List<Condition> parts) {
        List<BitSet> sum = new ArrayList<>();
        for (Condition part : parts) {
            Optional<List<BitSet>> terms = of(part);
            if (terms.isEmpty() || sum.size() + terms.get().size() > MOST_TERMS) {
                return Optional.empty();
            }
            sum.addAll(terms.get());
        }
        return Optional.of(withoutSuperfluous(sum));
    }

    private Optional<List<BitSet>> multiplied(List<Condition> parts) {
        List<BitSet> product = List.of(new BitSet());
        for (Condition part : parts) {
            Optional<List<BitSet>> terms = of(part);
            if (terms.isEmpty() || (long) product.size() * terms.get().size() > MOST_TERMS) {
                return Optional.empty();
            }
            List<BitSet> next = new ArrayList<>();
            for (BitSet one : product) {
                for (BitSet other : terms.get()) {
                    BitSet both = (BitSet) one.clone();
                    both.or(other);
                    if (statements.areConsistent(both)) {
                        next.add(both);
                    }
                }
            }
            product = withoutSuperfluous(next);
        }
        return Optional.of(product);
    }

    private static List<BitSet> withoutSuperfluous(List<BitSet> terms) {
        List<BitSet> shortestFirst = new ArrayList<>(new LinkedHashSet<>(terms));
        shortestFirst.sort(Comparator.comparingInt(BitSet::cardinality));
        List<BitSet> kept = new ArrayList<>();
        for (BitSet term : shortestFirst) {
            if (kept.stream().noneMatch(shorter -> contains(term, shorter))) {
                kept.add(term);
            }
        }
        return kept;
    }

    private static boolean contains(BitSet larger, BitSet smaller) {
        BitSet rest = (BitSet) smaller.clone();
        rest.andNot(larger);
        return rest.isEmpty();
    }
}
