package io.aims.reasoning.interview;

import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;

/** What is known of the statements and terms. Immutable. */
final class Known {

    private final Statements statements;
    private final Bounds[] bounds;
    private final Truth[] statementTruth;

    private Known(Statements statements, Bounds[] bounds, Truth[] statementTruth) {
        this.statements = statements;
        this.bounds = bounds;
        this.statementTruth = statementTruth;
    }

    static Known of(Statements statements, AiSystem system) {
        Bounds[] bounds = statements.variables().stream()
                .map(variable -> system.bounds(variable.characteristic()))
                .toArray(Bounds[]::new);
        Truth[] truth = new Truth[statements.size()];
        for (int variable = 0; variable < bounds.length; variable++) {
            test(statements, variable, bounds[variable], truth);
        }
        return new Known(statements, bounds, truth);
    }

    /** One way in which everything unknown may turn out. */
    Known completed(Hazard hazard, Draws draws) {
        Bounds[] complete = bounds.clone();
        Truth[] truth = statementTruth.clone();
        for (int variable = 0; variable < complete.length; variable++) {
            if (!complete[variable].isExact()) {
                complete[variable] = statements.variables().get(variable).drawn(complete[variable], hazard, draws);
                test(statements, variable, complete[variable], truth);
            }
        }
        return new Known(statements, complete, truth);
    }

    private static void test(Statements statements, int variable, Bounds bounds, Truth[] truth) {
        int first = statements.first(variable);
        for (int statement = first; statement < statements.end(variable); statement++) {
            truth[statement] = statements.variables().get(variable).truth(statement - first, bounds);
        }
    }

    Statements statements() {
        return statements;
    }

    Bounds bounds(int variable) {
        return bounds[variable];
    }

    Truth ofStatement(int statement) {
        return statementTruth[statement];
    }

    Truth ofTerm(int[] term) {
        Truth truth = Truth.TRUE;
        for (int statement : term) {
            truth = truth.and(statementTruth[statement]);
            if (truth == Truth.FALSE) {
                return truth;
            }
        }
        return truth;
    }
}
