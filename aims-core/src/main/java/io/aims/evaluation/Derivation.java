package io.aims.evaluation;

import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSource;
import io.aims.risk.Severity;
import io.aims.rule.Rule;
import java.util.Comparator;
import java.util.List;

/**
 * How one end of the level of an objective came about, step by step, so that it can be followed by hand.
 *
 * @param objective the objective
 * @param contributions what each risk source adds, in the order of the sources; sources that add nothing are left out
 * @param rate the sum of what the sources add
 * @param likelihood the band in which the rate lies
 * @param floors what the rules say of the severity, sorted by rule
 * @param severity the highest floor, or the lowest severity if there is none
 * @param level what the table has for likelihood and severity
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public record Derivation(
        ObjectiveId objective,
        List<Contribution> contributions,
        double rate,
        Likelihood likelihood,
        List<Floor> floors,
        Severity severity,
        RiskLevel level) {

    /** Copies the lists. */
    public Derivation {
        contributions = List.copyOf(contributions);
        floors = List.copyOf(floors);
    }

    /**
     * What one risk source adds: the largest share of its rules, because they describe one cause.
     *
     * @param source the risk source
     * @param rate the largest share
     * @param shares the shares of all rules that hold, the largest first
     */
    public record Contribution(RiskSource source, double rate, List<Share> shares) {

        /** Sorts the shares: the largest first, equal ones by rule. */
        public Contribution {
            shares = shares.stream()
                    .sorted(Comparator.comparingDouble(Share::rate)
                            .reversed()
                            .thenComparing(share -> share.rule().id()))
                    .toList();
        }
    }

    /**
     * What a rule gives to each of its risk sources: its own rate, shared evenly among them.
     *
     * @param rule the rule
     * @param whole the rate of the rule
     * @param rate the part of it that each of its risk sources gets
     */
    public record Share(Rule rule, double whole, double rate) {}

    /**
     * The severity below which a rule lets no objective stay that it threatens.
     *
     * @param rule the rule
     * @param severity its floor
     */
    public record Floor(Rule rule, Severity severity) {}

    /**
     * Returns the floors that set the severity.
     *
     * @return the rules whose floor is the highest, sorted; empty if no rule has one
     */
    public List<Floor> decisiveFloors() {
        return floors.stream().filter(floor -> floor.severity() == severity).toList();
    }
}
