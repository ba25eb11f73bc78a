package io.aims.reasoning.interview;

import io.aims.control.Control;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be settled by a base of rules, prepared once: controls and rules as sums of terms. Those without a
 * sum are listed apart. Immutable.
 */
final class Decisions {

    private final Statements statements;
    private final List<int[]> terms = new ArrayList<>();
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<Decision> controls = new ArrayList<>();
    private final List<Decision> rules = new ArrayList<>();
    private final List<Control> controlsWithoutSum = new ArrayList<>();
    private final List<Integer> rulesWithoutSum = new ArrayList<>();

    Decisions(RuleBase base) {
        this.statements = new Statements(base);
        Terms sums = new Terms(base, statements);
        for (Control control : base.catalogue().controls()) {
            List<Rule> requiring = base.rules().stream()
                    .filter(rule -> rule.requires().contains(control.id()))
                    .toList();
            Optional<List<BitSet>> sum = sums.anyOf(requiring);
            sum.ifPresentOrElse(
                    terms -> controls.add(Decision.about(control, numbers(terms))),
                    () -> controlsWithoutSum.add(control));
        }
        for (int position = 0; position < base.rules().size(); position++) {
            Rule rule = base.rules().get(position);
            Optional<List<BitSet>> sum = sums.of(rule.condition());
            if (sum.isPresent()) {
                rules.add(Decision.about(rule, numbers(sum.get())));
            } else {
                rulesWithoutSum.add(position);
            }
        }
    }

    private int[] numbers(List<BitSet> sum) {
        return sum.stream()
                .mapToInt(term -> numbers.computeIfAbsent(term, key -> {
                    terms.add(withoutImplied(key));
                    return terms.size() - 1;
                }))
                .toArray();
    }

    /** Of a chain the last statement implies the others. */
    private int[] withoutImplied(BitSet term) {
        return term.stream()
                .filter(statement -> statements.kindOf(statement) != Variable.Kind.CHAIN
                        || !term.get(statement + 1)
                        || statements.variableOf(statement + 1) != statements.variableOf(statement))
                .toArray();
    }

    Statements statements() {
        return statements;
    }

    /** The statements of each term. */
    List<int[]> terms() {
        return terms;
    }

    List<Decision> controls() {
        return controls;
    }

    List<Decision> rules() {
        return rules;
    }

    List<Control> controlsWithoutSum() {
        return controlsWithoutSum;
    }

    /** The positions of the rules in the base. */
    List<Integer> rulesWithoutSum() {
        return rulesWithoutSum;
    }
}
