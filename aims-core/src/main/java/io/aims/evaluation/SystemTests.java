package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicOrder;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.SetCharacteristic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All tests of what is known about a system, characteristic by characteristic.
 *
 * <p>Tests of ordinals were asked before, once for all bounds that an ordinal can have; tests of sets are a comparison of
 * bits; all others are asked for each system. Immutable and thread-safe.
 */
final class SystemTests {

    private final CharacteristicOrder order;
    private final List<OfOrdinal> ofOrdinals = new ArrayList<>();
    private final List<OfSet> ofSets = new ArrayList<>();
    private final List<OfOther> ofOthers = new ArrayList<>();

    /**
     * Prepares tests.
     *
     * @param testsOf the tests of each characteristic
     * @param placeOf where the truth of each test belongs
     */
    SystemTests(Map<Characteristic<?>, List<Condition.SystemTest>> testsOf, Map<Condition, Integer> placeOf) {
        List<Characteristic<?>> ordinals = new ArrayList<>();
        List<Characteristic<?>> sets = new ArrayList<>();
        List<Characteristic<?>> others = new ArrayList<>();
        testsOf.forEach((characteristic, tests) -> {
            int[] places = tests.stream().mapToInt(placeOf::get).toArray();
            if (characteristic instanceof SetCharacteristic<?>) {
                sets.add(characteristic);
                ofSets.add(new OfSet(tests, places));
            } else if (OfOrdinal.canTell(characteristic, tests)) {
                ordinals.add(characteristic);
                ofOrdinals.add(new OfOrdinal((EnumeratedCharacteristic<?>) characteristic, tests, places));
            } else {
                others.add(characteristic);
                ofOthers.add(new OfOther(tests, places));
            }
        });
        List<Characteristic<?>> all = new ArrayList<>(ordinals);
        all.addAll(sets);
        all.addAll(others);
        this.order = new CharacteristicOrder(all);
    }

    /**
     * Tests a system.
     *
     * @param system the system
     * @param truths receives the truths as {@link Kleene} has them
     */
    void evaluate(AiSystem system, byte[] truths) {
        Bounds[] bounds = order.boundsOf(system);
        int next = 0;
        for (OfOrdinal tests : ofOrdinals) {
            tests.evaluate((Bounds.Ranks) bounds[next++], truths);
        }
        for (OfSet tests : ofSets) {
            tests.evaluate((Bounds.Members) bounds[next++], truths);
        }
        for (OfOther tests : ofOthers) {
            tests.evaluate(bounds[next++], truths);
        }
    }

    /** What tests of an ordinal say of all bounds that it can have: two bits for each, the first one lowest. */
    private static final class OfOrdinal {

        private static final int MOST_TESTS = Long.SIZE / 2;
        private static final int MOST_VALUES = 16;

        private final int values;
        private final long[] said;
        private final int[] places;

        OfOrdinal(EnumeratedCharacteristic<?> ordinal, List<Condition.SystemTest> tests, int[] places) {
            this.values = ordinal.values().size();
            this.said = new long[values * values];
            this.places = places;
            for (int low = 0; low < values; low++) {
                for (int high = low; high < values; high++) {
                    said[low * values + high] = say(tests, new Bounds.Ranks(low, high));
                }
            }
        }

        static boolean canTell(Characteristic<?> characteristic, List<Condition.SystemTest> tests) {
            return characteristic.unknown() instanceof Bounds.Ranks all
                    && all.high() < MOST_VALUES
                    && tests.size() <= MOST_TESTS;
        }

        private static long say(List<Condition.SystemTest> tests, Bounds bounds) {
            long truths = 0;
            for (int test = tests.size() - 1; test >= 0; test--) {
                truths = truths << 2 | Kleene.of(tests.get(test).test(bounds));
            }
            return truths;
        }

        void evaluate(Bounds.Ranks ranks, byte[] truths) {
            long rest = said[ranks.low() * values + ranks.high()];
            for (int place : places) {
                truths[place] = (byte) (rest & Kleene.TRUE);
                rest >>>= 2;
            }
        }
    }

    /** Tests that a set has one of some members. */
    private static final class OfSet {

        private static final long ALL = -1;

        private final long[] wanted;
        private final int[] places;

        OfSet(List<Condition.SystemTest> tests, int[] places) {
            this.wanted = tests.stream().mapToLong(OfSet::wanted).toArray();
            this.places = places;
        }

        private static long wanted(Condition.SystemTest test) {
            if (test instanceof Condition.Contains contains) {
                return 1L << contains.position();
            }
            if (test instanceof Condition.ContainsAny containsAny) {
                return containsAny.wanted();
            }
            if (test instanceof Condition.NotEmpty) {
                return ALL;
            }
            throw new IllegalArgumentException("Not a test of a set: " + test);
        }

        void evaluate(Bounds.Members members, byte[] truths) {
            int atLeast = members.complete() ? Kleene.FALSE : Kleene.UNDETERMINED;
            for (int test = 0; test < places.length; test++) {
                truths[places[test]] = (byte) (Kleene.isAny(members.known() & wanted[test]) | atLeast);
            }
        }
    }

    /** Tests that are asked each time. */
    private static final class OfOther {

        private final Condition.SystemTest[] tests;
        private final int[] places;

        OfOther(List<Condition.SystemTest> tests, int[] places) {
            this.tests = tests.toArray(Condition.SystemTest[]::new);
            this.places = places;
        }

        void evaluate(Bounds bounds, byte[] truths) {
            for (int test = 0; test < places.length; test++) {
                truths[places[test]] = Kleene.of(tests[test].test(bounds));
            }
        }
    }
}
