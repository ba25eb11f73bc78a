package io.aims.packs.internal;

import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be supposed of each thing that conditions read, so that no two suppositions left out are told apart by a test.
 *
 * <p>Of an ordered characteristic these are the values at the thresholds and beside them. Of a set they are the empty set and
 * sets of as many members as there are tests of it, from the members that tests name and one that none names: a condition
 * that holds of a larger set holds of such a part of it. Of a nominal they are single values, and a few left open.
 */
final class Choices {

    private static final int MOST_UNIONS = 200;

    private final Map<Object, Set<Object>> choices = new LinkedHashMap<>();
    private final Map<EnumeratedCharacteristic<?>, List<Long>> masks = new LinkedHashMap<>();
    private boolean isComplete = true;

    /**
     * Finds the choices of conditions.
     *
     * @param conditions the conditions
     */
    Choices(List<Condition> conditions) {
        conditions.forEach(condition -> condition.tests().forEach(this::read));
        masks.forEach(this::addMembers);
    }

    /** Returns what a test reads: a characteristic, or the id of a result. */
    static Object subject(Condition.Test test) {
        if (test instanceof Condition.SystemTest reader) {
            return reader.characteristic();
        }
        if (test instanceof Condition.HasRiskSource source) {
            return source.source();
        }
        return test instanceof Condition.IsNeeded needed
                ? needed.control()
                : ((Condition.LevelAtLeast) test).objective();
    }

    /** Returns what is read, in the order in which it is read. */
    List<Object> subjects() {
        return List.copyOf(choices.keySet());
    }

    /** Returns what can be supposed of something that is read. */
    List<Object> of(Object subject) {
        return List.copyOf(choices.getOrDefault(subject, Set.of()));
    }

    /** Tells whether no choice was left out for being one of too many. */
    boolean isComplete() {
        return isComplete;
    }

    private void read(Condition.Test test) {
        if (test instanceof Condition.AtLeast atLeast) {
            int top = atLeast.characteristic().values().size() - 1;
            for (int rank : List.of(atLeast.rank(), atLeast.rank() - 1, atLeast.rank() + 1)) {
                if (rank >= 0 && rank <= top) {
                    add(atLeast.characteristic(), new Bounds.Ranks(rank, rank));
                }
            }
        } else if (test instanceof Condition.ReachesNumber reaches) {
            addNumber(reaches.characteristic(), reaches.least());
            Threshold.of(reaches)
                    .flatMap(Threshold::lowered)
                    .ifPresent(lower -> addNumber(reaches.characteristic(), ((Condition.ReachesNumber) lower).least()));
        } else if (test instanceof Condition.AtMost atMost) {
            ScaleCharacteristic scale = atMost.characteristic();
            for (long number : List.of((long) atMost.most(), atMost.most() + 1L, atMost.most() - 1L)) {
                if (number >= scale.least() && number <= scale.most()) {
                    addNumber(scale, BigDecimal.valueOf(number));
                }
            }
        } else if (test instanceof Condition.IsYes isYes) {
            add(isYes.characteristic(), new Bounds.Ranks(1, 1));
            add(isYes.characteristic(), new Bounds.Ranks(0, 0));
        } else if (test instanceof Condition.SystemTest members) {
            EnumeratedCharacteristic<?> characteristic = (EnumeratedCharacteristic<?>) members.characteristic();
            choices.computeIfAbsent(characteristic, key -> new LinkedHashSet<>());
            masks.computeIfAbsent(characteristic, key -> new ArrayList<>()).add(named(members));
        } else if (test instanceof Condition.LevelAtLeast level) {
            addLevels(level.objective(), level.least());
        } else {
            add(subject(test), Truth.TRUE);
            add(subject(test), Truth.FALSE);
        }
    }

    private static long named(Condition.SystemTest test) {
        return test instanceof Condition.Contains contains ? 1L << contains.position() : Branch.mask(test);
    }

    private void add(Object subject, Object option) {
        choices.computeIfAbsent(subject, key -> new LinkedHashSet<>()).add(option);
    }

    private void addNumber(Characteristic<?> characteristic, BigDecimal number) {
        add(characteristic, new Bounds.Numbers(number, number));
    }

    private void addLevels(ObjectiveId objective, RiskLevel least) {
        for (int step : List.of(0, -1, 1)) {
            int level = least.ordinal() + step;
            if (level >= 0 && level < RiskLevel.values().length) {
                add(objective, RiskLevel.values()[level]);
            }
        }
    }

    private void addMembers(EnumeratedCharacteristic<?> characteristic, List<Long> tests) {
        long named = 0;
        for (long mask : tests) {
            named |= mask;
        }
        long all = -1L >>> (Long.SIZE - characteristic.values().size());
        List<Long> values = new ArrayList<>();
        for (long rest = named | Long.lowestOneBit(all & ~named); rest != 0; rest &= rest - 1) {
            values.add(Long.lowestOneBit(rest));
        }
        values.sort((left, right) -> Boolean.compare(isNamed(right, tests), isNamed(left, tests)));
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            values.forEach(value -> add(nominal, new Bounds.OneOf(value)));
            unions(values, 2 * tests.size()).stream()
                    .filter(union -> union != all)
                    .forEach(union -> add(nominal, new Bounds.OneOf(union)));
        } else if (characteristic instanceof SetCharacteristic<?> set) {
            values.forEach(value -> add(set, new Bounds.Members(value, true)));
            add(set, new Bounds.Members(0, true));
            unions(values, tests.size()).forEach(union -> add(set, new Bounds.Members(union, true)));
        }
    }

    private static boolean isNamed(long value, List<Long> tests) {
        return tests.stream().anyMatch(mask -> (mask & value) != 0);
    }

    /** Unions of two values or more, the smaller ones first. */
    private List<Long> unions(List<Long> values, int most) {
        List<Long> unions = new ArrayList<>();
        Set<Long> seen = new LinkedHashSet<>(values);
        List<Long> last = values;
        for (int size = 2; size <= Math.min(most, values.size()); size++) {
            List<Long> next = new ArrayList<>();
            for (long union : last) {
                for (long value : values) {
                    if (unions.size() + next.size() == MOST_UNIONS) {
                        isComplete = false;
                        unions.addAll(next);
                        return unions;
                    }
                    if ((union & value) == 0 && seen.add(union | value)) {
                        next.add(union | value);
                    }
                }
            }
            unions.addAll(next);
            last = next;
        }
        return unions;
    }
}
