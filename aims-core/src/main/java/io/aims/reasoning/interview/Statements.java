package io.aims.reasoning.interview;

import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.system.Characteristic;
import io.aims.system.VocabularyEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of all characteristics of a vocabulary, numbered through: those of one characteristic stand together, in
 * the order of the vocabulary. Immutable.
 */
final class Statements {

    private final List<Variable> variables;
    private final Map<String, Integer> byId = new HashMap<>();
    private final int[] first;
    private final int[] variableOf;

    Statements(RuleBase base) {
        Map<Characteristic<?>, List<Condition.SystemTest>> tests = new HashMap<>();
        for (Rule rule : base.rules()) {
            for (Condition.Test test : rule.condition().tests()) {
                if (test instanceof Condition.SystemTest systemTest) {
                    tests.computeIfAbsent(systemTest.characteristic(), key -> new ArrayList<>())
                            .add(systemTest);
                }
            }
        }
        List<Variable> found = new ArrayList<>();
        for (VocabularyEntry entry : base.vocabulary().entries()) {
            Characteristic<?> characteristic = entry.characteristic();
            byId.put(characteristic.id(), found.size());
            found.add(Variable.of(characteristic, tests.getOrDefault(characteristic, List.of())));
        }
        this.variables = List.copyOf(found);
        this.first = new int[variables.size() + 1];
        for (int variable = 0; variable < variables.size(); variable++) {
            first[variable + 1] = first[variable] + variables.get(variable).size();
        }
        this.variableOf = new int[size()];
        for (int variable = 0; variable < variables.size(); variable++) {
            for (int statement = first(variable); statement < end(variable); statement++) {
                variableOf[statement] = variable;
            }
        }
    }

    List<Variable> variables() {
        return variables;
    }

    /** The position of a characteristic, or -1 if the vocabulary does not have it. */
    int variable(String characteristicId) {
        return byId.getOrDefault(characteristicId, -1);
    }

    /** The number of statements of all variables. */
    int size() {
        return first[first.length - 1];
    }

    /** The first statement of a variable. */
    int first(int variable) {
        return first[variable];
    }

    /** The statement behind the last of a variable. */
    int end(int variable) {
        return first[variable + 1];
    }

    int variableOf(int statement) {
        return variableOf[statement];
    }

    Variable.Kind kindOf(int statement) {
        return variables.get(variableOf[statement]).kind();
    }

    /** The statements that are true when a test is passed as narrowly as can be, one set for each way to pass it. */
    List<BitSet> waysToPass(Condition.SystemTest test) {
        int variable = variable(test.characteristic().id());
        List<BitSet> ways = new ArrayList<>();
        for (int passing : variables.get(variable).passing(test)) {
            int statement = first(variable) + passing;
            BitSet way = new BitSet();
            way.set(kindOf(statement) == Variable.Kind.CHAIN ? first(variable) : statement, statement + 1);
            ways.add(way);
        }
        return ways;
    }

    /** Whether statements can be true together. */
    boolean areConsistent(BitSet statements) {
        int lastNominal = -1;
        for (int statement = statements.nextSetBit(0);
                statement >= 0;
                statement = statements.nextSetBit(statement + 1)) {
            if (kindOf(statement) == Variable.Kind.NOMINAL) {
                if (variableOf[statement] == lastNominal) {
                    return false;
                }
                lastNominal = variableOf[statement];
            }
        }
        return true;
    }
}
