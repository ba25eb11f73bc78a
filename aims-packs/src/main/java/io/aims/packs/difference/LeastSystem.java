package io.aims.packs.difference;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A system that is as harmless as it can be, but for what it is said to reach; and the results of other rules, as harmless.
 *
 * @param reached what is reached: by characteristic, a rank, a number, the members of a set as bits, or the values left to a
 *     nominal as bits
 * @param levels the levels reached
 * @param present the risk sources that are present and the controls that are needed
 */
record LeastSystem(Map<Characteristic<?>, BigDecimal> reached, Map<ObjectiveId, RiskLevel> levels, Set<Object> present)
        implements Facts {

    /** As harmless as can be in everything. */
    static final LeastSystem ANY = new LeastSystem(Map.of(), Map.of(), Set.of());

    /** Copies the collections. */
    LeastSystem {
        reached = Map.copyOf(reached);
        levels = Map.copyOf(levels);
        present = Set.copyOf(present);
    }

    /** The least hazardous systems that pass a test: several where one member of a set is as good as another. */
    static List<LeastSystem> of(Condition.Test test) {
        if (test instanceof Condition.AtLeast atLeast) {
            return one(atLeast.characteristic(), atLeast.rank());
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return List.of(new LeastSystem(Map.of(reaches.characteristic(), reaches.least()), Map.of(), Set.of()));
        }
        if (test instanceof Condition.AtMost atMost) {
            return one(atMost.characteristic(), atMost.most());
        }
        if (test instanceof Condition.IsYes isYes) {
            return one(isYes.characteristic(), 1);
        }
        if (test instanceof Condition.IsIn isIn) {
            return one(isIn.characteristic(), isIn.allowed());
        }
        if (test instanceof Condition.Contains contains) {
            return one(contains.characteristic(), 1L << contains.position());
        }
        if (test instanceof Condition.ContainsAny any) {
            return each(any.characteristic(), any.wanted());
        }
        if (test instanceof Condition.NotEmpty notEmpty) {
            return each(notEmpty.characteristic(), full(notEmpty.characteristic()));
        }
        if (test instanceof Condition.LevelAtLeast level) {
            return List.of(new LeastSystem(Map.of(), Map.of(level.objective(), level.least()), Set.of()));
        }
        Object result = test instanceof Condition.HasRiskSource source
                ? source.source()
                : ((Condition.IsNeeded) test).control();
        return List.of(new LeastSystem(Map.of(), Map.of(), Set.of(result)));
    }

    private static List<LeastSystem> one(Characteristic<?> characteristic, long value) {
        return List.of(ANY.with(characteristic, value));
    }

    private static List<LeastSystem> each(SetCharacteristic<?> characteristic, long wanted) {
        List<LeastSystem> systems = new ArrayList<>();
        for (long rest = wanted; rest != 0; rest &= rest - 1) {
            systems.addAll(one(characteristic, Long.lowestOneBit(rest)));
        }
        return systems;
    }

    private static long full(EnumeratedCharacteristic<?> characteristic) {
        return (1L << characteristic.values().size()) - 1;
    }

    /** Returns this system with another value of a characteristic. */
    LeastSystem with(Characteristic<?> characteristic, long value) {
        Map<Characteristic<?>, BigDecimal> more = new HashMap<>(reached);
        more.put(characteristic, BigDecimal.valueOf(value));
        return new LeastSystem(more, levels, present);
    }

    /** Returns the values that a nominal may have, as bits. */
    long allowed(NominalCharacteristic<?> nominal) {
        BigDecimal left = reached.get(nominal);
        return left == null ? full(nominal) : left.longValueExact();
    }

    /** Returns the least hazardous system that reaches what both do; empty if no nominal value is left. */
    Optional<LeastSystem> and(LeastSystem other) {
        Map<Characteristic<?>, BigDecimal> both = new HashMap<>(reached);
        other.reached.forEach((key, value) -> both.merge(key, value, (a, b) -> joined(key, a, b)));
        boolean isImpossible = both.entrySet().stream()
                .anyMatch(entry -> entry.getKey() instanceof NominalCharacteristic<?>
                        && entry.getValue().signum() == 0);
        if (isImpossible) {
            return Optional.empty();
        }
        Map<ObjectiveId, RiskLevel> higher = new HashMap<>(levels);
        other.levels.forEach((key, value) -> higher.merge(key, value, (a, b) -> a.compareTo(b) >= 0 ? a : b));
        Set<Object> all = new HashSet<>(present);
        all.addAll(other.present);
        return Optional.of(new LeastSystem(both, higher, all));
    }

    private static BigDecimal joined(Characteristic<?> characteristic, BigDecimal a, BigDecimal b) {
        if (characteristic instanceof NominalCharacteristic<?>) {
            return BigDecimal.valueOf(a.longValueExact() & b.longValueExact());
        }
        if (characteristic instanceof SetCharacteristic<?>) {
            return BigDecimal.valueOf(a.longValueExact() | b.longValueExact());
        }
        return characteristic instanceof ScaleCharacteristic ? a.min(b) : a.max(b);
    }

    @Override
    public Bounds bounds(Characteristic<?> characteristic) {
        BigDecimal value = reached.get(characteristic);
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            return new Bounds.OneOf(allowed(nominal));
        }
        if (characteristic instanceof SetCharacteristic<?>) {
            return new Bounds.Members(value == null ? 0 : value.longValueExact(), true);
        }
        if (characteristic instanceof EnumeratedCharacteristic<?>) {
            int rank = value == null ? 0 : value.intValueExact();
            return new Bounds.Ranks(rank, rank);
        }
        if (characteristic instanceof ScaleCharacteristic scale) {
            BigDecimal number = Objects.requireNonNullElse(value, BigDecimal.valueOf(scale.most()));
            return new Bounds.Numbers(number, number);
        }
        BigDecimal number =
                Objects.requireNonNullElse(value, ((Bounds.Numbers) characteristic.unknown()).low());
        return new Bounds.Numbers(number, number);
    }

    @Override
    public Truth riskSource(RiskSourceId source) {
        return present.contains(source) ? Truth.TRUE : Truth.FALSE;
    }

    @Override
    public Range<RiskLevel> level(ObjectiveId objective) {
        return Range.exactly(levels.getOrDefault(objective, RiskLevel.VERY_LOW));
    }

    @Override
    public Truth needed(ControlId control) {
        return present.contains(control) ? Truth.TRUE : Truth.FALSE;
    }
}
