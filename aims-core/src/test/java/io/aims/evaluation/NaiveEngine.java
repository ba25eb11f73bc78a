package io.aims.evaluation;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.util.BitSet;
import java.util.function.Predicate;

/** Takes every definition as it is written: each condition by itself, each sum from the beginning. Nothing is remembered. */
final class NaiveEngine implements RuleEngine {

    private final RuleBase base;

    NaiveEngine(RuleBase base) {
        this.base = base;
    }

    @Override
    public Outcomes run(AiSystem system) {
        BitSet certain = new BitSet();
        BitSet possible = new BitSet();
        for (int stratum = 0; stratum < base.stratumCount(); stratum++) {
            StratumResults below = new Results((BitSet) certain.clone(), (BitSet) possible.clone());
            for (int rule = 0; rule < base.rules().size(); rule++) {
                if (base.stratumOf(rule) == stratum) {
                    Truth truth = base.rules().get(rule).condition().evaluate(new KnownFacts(system, below));
                    certain.set(rule, truth == Truth.TRUE);
                    possible.set(rule, truth != Truth.FALSE);
                }
            }
        }
        return new Outcomes(certain, possible);
    }

    /** Within a source the largest share counts; the sources add up in the order of the catalogue. */
    double rate(ObjectiveId objective, BitSet holding) {
        double rate = 0;
        for (RiskSource source : base.catalogue().riskSources()) {
            double largest = 0;
            for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
                Rule rule = base.rules().get(i);
                if (rule.contributes() != null
                        && rule.threatens().contains(objective)
                        && rule.raises().contains(source.id())) {
                    double whole = base.criteria().rate(rule.contributes());
                    largest = Math.max(largest, whole / rule.raises().size());
                }
            }
            rate += largest;
        }
        return rate;
    }

    Severity severity(ObjectiveId objective, BitSet holding) {
        Severity highest = Severity.NEGLIGIBLE;
        for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
            Rule rule = base.rules().get(i);
            if (rule.floor() != null
                    && rule.threatens().contains(objective)
                    && rule.floor().compareTo(highest) > 0) {
                highest = rule.floor();
            }
        }
        return highest;
    }

    RiskLevel level(ObjectiveId objective, BitSet holding) {
        return base.criteria()
                .level(base.criteria().band(rate(objective, holding)), severity(objective, holding));
    }

    private final class Results implements StratumResults {

        private final BitSet certain;
        private final BitSet possible;

        Results(BitSet certain, BitSet possible) {
            this.certain = certain;
            this.possible = possible;
        }

        @Override
        public Truth riskSource(RiskSourceId source) {
            return truth(rule -> rule.raises().contains(source));
        }

        @Override
        public Range<RiskLevel> level(ObjectiveId objective) {
            return new Range<>(
                    NaiveEngine.this.level(objective, certain), NaiveEngine.this.level(objective, possible));
        }

        @Override
        public Truth needed(ControlId control) {
            return truth(rule -> rule.requires().contains(control));
        }

        private Truth truth(Predicate<Rule> contributes) {
            if (certain.stream().mapToObj(base.rules()::get).anyMatch(contributes)) {
                return Truth.TRUE;
            }
            return possible.stream().mapToObj(base.rules()::get).anyMatch(contributes)
                    ? Truth.UNDETERMINED
                    : Truth.FALSE;
        }
    }
}
