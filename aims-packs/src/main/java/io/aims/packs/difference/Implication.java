package io.aims.packs.difference;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.NominalCharacteristic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether one condition holds wherever another does.
 *
 * <p>Conditions only rise with hazard. So it is enough to look at the least hazardous systems for which the first holds: if
 * the second holds for each of them, it does for all others. Nominals have no order; their values are tried one by one, values
 * that no test tells apart only once.
 */
enum Implication {
    HOLDS,
    FAILS,
    UNDECIDED;

    /** Beyond so many least systems, nobody could follow the answer either. */
    private static final int MOST = 4_096;

    /** Tells whether the second condition holds wherever the first does. */
    static Implication of(Condition first, Condition second) {
        List<LeastSystem> least = least(first);
        if (least.size() > MOST) {
            return UNDECIDED;
        }
        Map<NominalCharacteristic<?>, Set<Long>> read = nominals(second);
        for (LeastSystem system : least) {
            List<LeastSystem> settled = settled(system, read);
            if (settled.size() > MOST) {
                return UNDECIDED;
            }
            if (settled.stream().anyMatch(each -> second.evaluate(each) != Truth.TRUE)) {
                return FAILS;
            }
        }
        return HOLDS;
    }

    /** The least hazardous systems for which a condition holds; more than allowed if there are too many. */
    private static List<LeastSystem> least(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            List<LeastSystem> joined = List.of(LeastSystem.ANY);
            for (Condition part : all.parts()) {
                List<LeastSystem> more = least(part);
                if ((long) joined.size() * more.size() > MOST) {
                    return tooMany();
                }
                Set<LeastSystem> both = new LinkedHashSet<>();
                for (LeastSystem system : joined) {
                    more.forEach(other -> system.and(other).ifPresent(both::add));
                }
                joined = List.copyOf(both);
            }
            return joined;
        }
        if (condition instanceof Condition.AnyOf any) {
            Set<LeastSystem> joined = new LinkedHashSet<>();
            for (Condition part : any.parts()) {
                joined.addAll(least(part));
                if (joined.size() > MOST) {
                    return tooMany();
                }
            }
            return List.copyOf(joined);
        }
        return condition instanceof Condition.Test test ? LeastSystem.of(test) : List.of(LeastSystem.ANY);
    }

    private static List<LeastSystem> tooMany() {
        return java.util.Collections.nCopies(MOST + 1, LeastSystem.ANY);
    }

    private static Map<NominalCharacteristic<?>, Set<Long>> nominals(Condition condition) {
        Map<NominalCharacteristic<?>, Set<Long>> read = new LinkedHashMap<>();
        for (Condition.Test test : condition.tests()) {
            if (test instanceof Condition.IsIn isIn) {
                read.computeIfAbsent(isIn.characteristic(), key -> new LinkedHashSet<>())
                        .add(isIn.allowed());
            }
        }
        return read;
    }

    /** The system with each nominal that is read settled on one value, in every way that the tests tell apart. */
    private static List<LeastSystem> settled(LeastSystem system, Map<NominalCharacteristic<?>, Set<Long>> read) {
        List<LeastSystem> settled = List.of(system);
        for (Map.Entry<NominalCharacteristic<?>, Set<Long>> nominal : read.entrySet()) {
            List<LeastSystem> next = new ArrayList<>();
            for (LeastSystem each : settled) {
                for (long value : distinct(each.allowed(nominal.getKey()), nominal.getValue())) {
                    next.add(each.with(nominal.getKey(), value));
                }
            }
            settled = next;
            if (settled.size() > MOST) {
                return settled;
            }
        }
        return settled;
    }

    private static Iterable<Long> distinct(long allowed, Set<Long> masks) {
        Map<List<Boolean>, Long> kinds = new LinkedHashMap<>();
        for (long rest = allowed; rest != 0; rest &= rest - 1) {
            long bit = Long.lowestOneBit(rest);
            kinds.putIfAbsent(masks.stream().map(mask -> (mask & bit) != 0).toList(), bit);
        }
        return kinds.values();
    }
}
