package io.aims.rules.internal.analysis;

import io.aims.control.ControlId;
import io.aims.evaluation.StratumResults;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The least hazardous system that makes certain tests hold: everything else is as harmless as can be. Only nominals, which
 * have no order, may still have several values. Not thread-safe.
 */
final class LeastSystem implements Facts {

    private final StratumResults results;
    private final Map<Object, Object> required;

    /**
     * Creates the least hazardous system of all.
     *
     * @param results what the results can be, from the most harmless to the most hazardous
     */
    LeastSystem(StratumResults results) {
        this.results = results;
        this.required = new HashMap<>();
    }

    private LeastSystem(StratumResults results, Map<Object, Object> required) {
        this.results = results;
        this.required = new HashMap<>(required);
    }

    LeastSystem copy() {
        return new LeastSystem(results, required);
    }

    /**
     * Raises the system just so far that a test holds.
     *
     * @param test a test that one value at most makes hold
     * @return {@code false} if it cannot hold, or not together with those before
     */
    boolean require(Condition.Test test) {
        if (test instanceof Condition.AtLeast atLeast) {
            return raise(atLeast.characteristic(), atLeast.rank());
        }
        if (test instanceof Condition.IsYes isYes) {
            return raise(isYes.characteristic(), 1);
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return requireNumber(reaches);
        }
        if (test instanceof Condition.AtMost atMost) {
            required.merge(
                    atMost.characteristic(), atMost.most(), (before, most) -> Math.min((int) before, (int) most));
            return atMost.most() >= atMost.characteristic().least();
        }
        if (test instanceof Condition.IsIn isIn) {
            return restrict(isIn.characteristic(), isIn.allowed());
        }
        if (test instanceof Condition.Contains contains) {
            return add(contains.characteristic(), contains.position());
        }
        if (test instanceof Condition.HasRiskSource hasSource) {
            required.put(hasSource.source(), Truth.TRUE);
            return results.riskSource(hasSource.source()) != Truth.FALSE;
        }
        if (test instanceof Condition.IsNeeded isNeeded) {
            required.put(isNeeded.control(), Truth.TRUE);
            return results.needed(isNeeded.control()) != Truth.FALSE;
        }
        if (test instanceof Condition.LevelAtLeast level) {
            required.merge(
                    level.objective(),
                    level.least(),
                    (before, least) -> ((RiskLevel) before).compareTo((RiskLevel) least) >= 0 ? before : least);
            return results.level(level.objective()).high().compareTo(level.least()) >= 0;
        }
        throw new IllegalArgumentException("Several values make it hold: " + test);
    }

    private boolean raise(Characteristic<?> characteristic, int rank) {
        required.merge(characteristic, rank, (before, least) -> Math.max((int) before, (int) least));
        return true;
    }

    private boolean requireNumber(Condition.ReachesNumber reaches) {
        BigDecimal least = reaches.least();
        if ((long) least.precision() - least.scale() > Bounds.Numbers.MOST_DIGITS) {
            return false;
        }
        BigDecimal lowest = ((Bounds.Numbers) reaches.characteristic().unknown()).low();
        required.merge(
                reaches.characteristic(),
                least.max(lowest),
                (before, more) -> ((BigDecimal) before).max((BigDecimal) more));
        return true;
    }

    /** Leaves a nominal only some of its values. */
    boolean restrict(NominalCharacteristic<?> nominal, long allowed) {
        long possible = mask(nominal, fullMask(nominal)) & allowed;
        required.put(nominal, possible);
        return possible != 0;
    }

    /** Adds a member to a set. */
    boolean add(SetCharacteristic<?> set, int position) {
        required.put(set, mask(set, 0) | 1L << position);
        return true;
    }

    /** Returns the values that a nominal may have, as bits. */
    long possible(NominalCharacteristic<?> nominal) {
        return mask(nominal, fullMask(nominal));
    }

    private long mask(EnumeratedCharacteristic<?> characteristic, long otherwise) {
        return (long) required.getOrDefault(characteristic, otherwise);
    }

    static long fullMask(EnumeratedCharacteristic<?> characteristic) {
        return (1L << characteristic.values().size()) - 1;
    }

    @Override
    public Bounds bounds(Characteristic<?> characteristic) {
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            return new Bounds.OneOf(possible(nominal));
        }
        if (characteristic instanceof SetCharacteristic<?> set) {
            return new Bounds.Members(mask(set, 0), true);
        }
        if (characteristic instanceof ScaleCharacteristic scale) {
            BigDecimal most = BigDecimal.valueOf((int) required.getOrDefault(scale, scale.most()));
            return new Bounds.Numbers(most, most);
        }
        if (characteristic instanceof DecimalCharacteristic decimal) {
            BigDecimal least = (BigDecimal) required.getOrDefault(decimal, ((Bounds.Numbers) decimal.unknown()).low());
            return new Bounds.Numbers(least, least);
        }
        int rank = (int) required.getOrDefault(characteristic, 0);
        return new Bounds.Ranks(rank, rank);
    }

    @Override
    public Truth riskSource(RiskSourceId source) {
        return required.containsKey(source) ? Truth.TRUE : certain(results.riskSource(source));
    }

    @Override
    public Range<RiskLevel> level(ObjectiveId objective) {
        RiskLevel lowest = results.level(objective).low();
        RiskLevel least = (RiskLevel) required.getOrDefault(objective, lowest);
        return Range.exactly(least.compareTo(lowest) >= 0 ? least : lowest);
    }

    @Override
    public Truth needed(ControlId control) {
        return required.containsKey(control) ? Truth.TRUE : certain(results.needed(control));
    }

    private static Truth certain(Truth truth) {
        return truth == Truth.TRUE ? Truth.TRUE : Truth.FALSE;
    }
}
