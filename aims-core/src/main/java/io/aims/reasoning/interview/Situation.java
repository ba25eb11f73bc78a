package io.aims.reasoning.interview;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What is settled, given what is known, and which variables can still change what is not. Immutable.
 *
 * <p>A variable can change a sum if there are two ways in which the unknown may turn out that differ in this variable alone
 * and of which one makes the sum true and the other does not. As nothing is negated, it is enough to look at the mildest
 * ways of making one term true: the variable matters if, without it, no other term is true. Nominals have no mildest
 * value; for them a value is sought.
 */
final class Situation {

    /** The characteristic that tells what the organisation is to the system. */
    static final String ROLES = "aimsRoles";

    static final Bounds.Members NO_ROLE_KNOWN = new Bounds.Members(0, false);
    private static final int MOST_TRIES = 20_000;

    private final Decisions decisions;
    private final Statements statements;
    private final Known known;
    private final Truth[] termTruth;
    private final int roles;

    Situation(Decisions decisions, Known known) {
        this.decisions = decisions;
        this.statements = decisions.statements();
        this.known = known;
        this.termTruth = new Truth[decisions.terms().size()];
        for (int term = 0; term < termTruth.length; term++) {
            termTruth[term] = known.ofTerm(decisions.terms().get(term));
        }
        this.roles = statements.variable(ROLES);
    }

    Known known() {
        return known;
    }

    Truth ofTerm(int term) {
        return termTruth[term];
    }

    Truth of(Decision decision) {
        Truth truth = Truth.FALSE;
        for (int term : decision.terms()) {
            truth = truth.or(termTruth[term]);
            if (truth == Truth.TRUE) {
                return truth;
            }
        }
        return truth;
    }

    /** Whether who has to see to a control depends on roles that are not known. */
    boolean awaitsRoles(Decision decision) {
        Control control = decision.control();
        return control != null && control.statusWhenNeeded(held()) == ControlStatus.UNDETERMINED;
    }

    private Bounds.Members held() {
        return roles < 0 ? NO_ROLE_KNOWN : (Bounds.Members) known.bounds(roles);
    }

    /** The position of the roles, or -1 if the vocabulary has none. */
    int roles() {
        return roles;
    }

    /** The variables that can change a decision. */
    BitSet changing(Decision decision) {
        BitSet changing = new BitSet();
        Truth truth = of(decision);
        if (truth != Truth.FALSE && roles >= 0 && awaitsRoles(decision)) {
            changing.set(roles);
        }
        if (truth == Truth.UNDETERMINED) {
            for (int term : decision.terms()) {
                if (termTruth[term] == Truth.UNDETERMINED) {
                    addChanging(decision, term, changing);
                }
            }
        }
        return changing;
    }

    private void addChanging(Decision decision, int term, BitSet changing) {
        for (int statement : decisions.terms().get(term)) {
            int variable = statements.variableOf(statement);
            if (known.ofStatement(statement) == Truth.UNDETERMINED
                    && !changing.get(variable)
                    && fallsWithout(decision, term, variable)) {
                changing.set(variable);
            }
        }
    }

    /** Whether the sum may be false when a term is true but for one variable, which is as mild as can be. */
    private boolean fallsWithout(Decision decision, int term, int variable) {
        boolean[] holding = new boolean[statements.size()];
        for (int statement = 0; statement < holding.length; statement++) {
            holding[statement] = known.ofStatement(statement) == Truth.TRUE;
        }
        BitSet fixed = new BitSet();
        for (int statement : decisions.terms().get(term)) {
            int other = statements.variableOf(statement);
            if (other != variable) {
                fixed.set(other);
                int from = statements.kindOf(statement) == Variable.Kind.CHAIN ? statements.first(other) : statement;
                Arrays.fill(holding, from, statement + 1, true);
            }
        }
        List<int[]> excluded = new ArrayList<>();
        for (int other : decision.terms()) {
            if (termTruth[other] != Truth.FALSE && mayHold(decisions.terms().get(other), holding, fixed)) {
                excluded.add(Arrays.stream(decisions.terms().get(other))
                        .filter(statement -> !holding[statement])
                        .toArray());
            }
        }
        return new Choice(holding, excluded).isThere();
    }

    /** Whether all statements hold, but for values of nominals that are still open. */
    private boolean mayHold(int[] term, boolean[] holding, BitSet fixed) {
        for (int statement : term) {
            if (!holding[statement] && !isFree(statement, fixed)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a statement is one of several values of a nominal that is still open. */
    private boolean isFree(int statement, BitSet fixed) {
        return statements.kindOf(statement) == Variable.Kind.NOMINAL
                && known.ofStatement(statement) == Truth.UNDETERMINED
                && !fixed.get(statements.variableOf(statement));
    }

    /** Looks for one value for each open nominal so that none of several combinations comes about. */
    private final class Choice {

        private final boolean[] holding;
        private final List<int[]> excluded;
        private final int[] nominals;
        private int tries;

        Choice(boolean[] holding, List<int[]> excluded) {
            this.holding = holding;
            this.excluded = excluded;
            this.nominals = excluded.stream()
                    .flatMapToInt(Arrays::stream)
                    .map(statements::variableOf)
                    .distinct()
                    .sorted()
                    .toArray();
        }

        boolean isThere() {
            return isThere(0);
        }

        private boolean isThere(int next) {
            tries++;
            if (next == nominals.length || tries > MOST_TRIES) {
                return tries > MOST_TRIES || !holdsAny();
            }
            for (int value = statements.first(nominals[next]); value < statements.end(nominals[next]); value++) {
                if (known.ofStatement(value) != Truth.FALSE) {
                    holding[value] = true;
                    boolean found = isThere(next + 1);
                    holding[value] = false;
                    if (found) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean holdsAny() {
            for (int[] combination : excluded) {
                if (holds(combination)) {
                    return true;
                }
            }
            return false;
        }

        private boolean holds(int[] combination) {
            for (int statement : combination) {
                if (!holding[statement]) {
                    return false;
                }
            }
            return true;
        }
    }
}
