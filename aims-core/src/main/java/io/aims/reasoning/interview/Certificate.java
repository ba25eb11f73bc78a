package io.aims.reasoning.interview;

import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * What would have to be asked if everything unknown turned out in a certain way: for a sum that comes true all variables
 * of one term, for a sum that stays false one variable of every term. Immutable.
 */
final class Certificate {

    private final BitSet needed = new BitSet();
    private final List<BitSet> anyOf = new ArrayList<>();
    private final List<List<BitSet>> oneOf = new ArrayList<>();
    private final int variables;

    /**
     * Collects what is needed.
     *
     * @param decisions the terms
     * @param open the decisions to settle
     * @param now what is settled already
     * @param then what is settled when everything has turned out in that way
     * @param askable the variables that can be asked for
     */
    Certificate(Decisions decisions, Collection<Decision> open, Situation now, Situation then, BitSet askable) {
        this.variables = decisions.statements().variables().size();
        for (Decision decision : open) {
            boolean comesTrue = then.of(decision) == Truth.TRUE;
            if (comesTrue && now.roles() >= 0 && now.awaitsRoles(decision) && askable.get(now.roles())) {
                needed.set(now.roles());
            }
            if (now.of(decision) == Truth.UNDETERMINED) {
                if (comesTrue) {
                    addTrue(decisions, decision, now, then, askable);
                } else {
                    addFalse(decisions, decision, now, then, askable);
                }
            }
        }
    }

    private void addTrue(Decisions decisions, Decision decision, Situation now, Situation then, BitSet askable) {
        List<BitSet> ways = new ArrayList<>();
        for (int term : decision.terms()) {
            if (then.ofTerm(term) == Truth.TRUE) {
                BitSet way = variables(decisions, term, now.known(), Truth.UNDETERMINED);
                BitSet secret = (BitSet) way.clone();
                secret.andNot(askable);
                if (secret.isEmpty()) {
                    ways.add(way);
                }
            }
        }
        if (!ways.isEmpty()) {
            oneOf.add(ways);
        }
    }

    private void addFalse(Decisions decisions, Decision decision, Situation now, Situation then, BitSet askable) {
        for (int term : decision.terms()) {
            if (now.ofTerm(term) == Truth.UNDETERMINED) {
                BitSet stops = variables(decisions, term, then.known(), Truth.FALSE);
                stops.and(askable);
                if (!stops.isEmpty()) {
                    anyOf.add(stops);
                }
            }
        }
    }

    private static BitSet variables(Decisions decisions, int term, Known known, Truth wanted) {
        BitSet variables = new BitSet();
        for (int statement : decisions.terms().get(term)) {
            if (known.ofStatement(statement) == wanted) {
                variables.set(decisions.statements().variableOf(statement));
            }
        }
        return variables;
    }

    /**
     * Finds variables that are enough, few of them if not the fewest.
     *
     * @param liking how gladly each variable is taken
     * @return the variables
     */
    BitSet enough(double[] liking) {
        BitSet chosen = (BitSet) needed.clone();
        List<BitSet> toHit = new ArrayList<>(anyOf);
        List<List<BitSet>> toChoose = new ArrayList<>(oneOf);
        while (true) {
            while (takeForced(chosen, toHit, toChoose)) {
                // what is taken may force more
            }
            if (toHit.isEmpty() && toChoose.isEmpty()) {
                return chosen;
            }
            chosen.set(mostUseful(chosen, toHit, toChoose, liking));
        }
    }

    private static boolean takeForced(BitSet chosen, List<BitSet> toHit, List<List<BitSet>> toChoose) {
        int before = chosen.cardinality();
        toHit.removeIf(stops -> {
            if (stops.cardinality() == 1) {
                chosen.or(stops);
            }
            return stops.intersects(chosen);
        });
        toChoose.removeIf(ways -> {
            if (ways.size() == 1) {
                chosen.or(ways.get(0));
            }
            return hasComplete(ways, chosen);
        });
        return chosen.cardinality() > before;
    }

    private static boolean hasComplete(List<BitSet> ways, BitSet chosen) {
        for (BitSet way : ways) {
            if (missing(way, chosen) == 0) {
                return true;
            }
        }
        return false;
    }

    private static int missing(BitSet way, BitSet chosen) {
        int missing = 0;
        for (int variable = way.nextSetBit(0); variable >= 0; variable = way.nextSetBit(variable + 1)) {
            missing += chosen.get(variable) ? 0 : 1;
        }
        return missing;
    }

    private int mostUseful(BitSet chosen, List<BitSet> toHit, List<List<BitSet>> toChoose, double[] liking) {
        double[] use = new double[variables];
        for (BitSet stops : toHit) {
            addUse(stops, stops.cardinality(), chosen, use);
        }
        for (List<BitSet> ways : toChoose) {
            for (BitSet way : ways) {
                addUse(way, 2 * missing(way, chosen) - 2, chosen, use);
            }
        }
        int best = -1;
        for (int variable = 0; variable < variables; variable++) {
            use[variable] *= liking[variable];
            if (use[variable] > 0 && (best < 0 || use[variable] > use[best])) {
                best = variable;
            }
        }
        return best;
    }

    private static void addUse(BitSet set, int halvings, BitSet chosen, double[] use) {
        double share = Math.scalb(1.0, -halvings);
        for (int variable = set.nextSetBit(0); variable >= 0; variable = set.nextSetBit(variable + 1)) {
            if (!chosen.get(variable)) {
                use[variable] += share;
            }
        }
    }
}
