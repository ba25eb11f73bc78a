package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates rules in plain Java, condition by condition in Kleene logic: the oracle to which every other engine is held.
 *
 * <p>Rules share much of what they test, so each distinct condition has one place in a table of truths and is evaluated once
 * for each system, its parts before it. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PlainEngine implements RuleEngine {

    private final RiskMethod method;
    private final int places;
    private final TestsOf[] systemTests;
    private final Stratum[] strata;

    /**
     * Creates an engine.
     *
     * @param base the rules to run
     */
    public PlainEngine(RuleBase base) {
        this.method = new RiskMethod(base);
        Places table = new Places();
        this.strata = new Stratum[base.stratumCount()];
        for (int stratum = 0; stratum < strata.length; stratum++) {
            strata[stratum] = new Stratum(base, stratum, table);
        }
        this.places = table.size();
        this.systemTests = table.systemTests();
    }

    @Override
    public Kind kind() {
        return Kind.PLAIN;
    }

    @Override
    public Outcomes run(AiSystem system) {
        byte[] truths = new byte[places];
        for (TestsOf tests : systemTests) {
            tests.evaluate(system, truths);
        }
        BitSet certain = new BitSet();
        BitSet possible = new BitSet();
        for (Stratum stratum : strata) {
            stratum.evaluate(system, truths, certain, possible);
        }
        return new Outcomes(certain, possible);
    }

    /** Gives each distinct condition its place. */
    private static final class Places {

        private final Map<Condition, Integer> places = new HashMap<>();
        private final Map<Characteristic<?>, List<Condition.SystemTest>> byCharacteristic = new LinkedHashMap<>();

        /** Returns the place of a condition; what is met for the first time is added to the stratum. */
        int of(Condition condition, Stratum stratum) {
            Integer known = places.get(condition);
            if (known != null) {
                return known;
            }
            if (condition instanceof Condition.AllOf all) {
                int[] parts = ofAll(all.parts(), stratum);
                return stratum.add(new Joint(add(condition), true, parts));
            }
            if (condition instanceof Condition.AnyOf any) {
                int[] parts = ofAll(any.parts(), stratum);
                return stratum.add(new Joint(add(condition), false, parts));
            }
            if (condition instanceof Condition.SystemTest test) {
                byCharacteristic
                        .computeIfAbsent(test.characteristic(), k -> new ArrayList<>())
                        .add(test);
                return add(condition);
            }
            if (condition instanceof Condition.ResultTest test) {
                return stratum.add(test, add(condition));
            }
            // what always holds is made of no parts
            return stratum.add(new Joint(add(condition), true, new int[0]));
        }

        private int[] ofAll(List<Condition> parts, Stratum stratum) {
            int[] all = new int[parts.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = of(parts.get(i), stratum);
            }
            return all;
        }

        private int add(Condition condition) {
            int place = places.size();
            places.put(condition, place);
            return place;
        }

        int size() {
            return places.size();
        }

        TestsOf[] systemTests() {
            return byCharacteristic.entrySet().stream()
                    .map(tests -> new TestsOf(tests.getKey(), tests.getValue(), places))
                    .toArray(TestsOf[]::new);
        }
    }

    /** All tests of one characteristic. */
    private static final class TestsOf {

        private final Characteristic<?> characteristic;
        private final Condition.SystemTest[] tests;
        private final int[] places;

        TestsOf(Characteristic<?> characteristic, List<Condition.SystemTest> tests, Map<Condition, Integer> places) {
            this.characteristic = characteristic;
            this.tests = tests.toArray(Condition.SystemTest[]::new);
            this.places = tests.stream().mapToInt(places::get).toArray();
        }

        void evaluate(AiSystem system, byte[] truths) {
            Bounds bounds = system.bounds(characteristic);
            for (int i = 0; i < tests.length; i++) {
                truths[places[i]] = (byte) tests[i].test(bounds).ordinal();
            }
        }
    }

    /**
     * A condition made of others. Truths rise, so that all of them are as true as the least, and any of them as the greatest.
     */
    private record Joint(int place, boolean all, int... parts) {

        void evaluate(byte[] truths) {
            int truth = (all ? Truth.TRUE : Truth.FALSE).ordinal();
            for (int part : parts) {
                truth = all ? Math.min(truth, truths[part]) : Math.max(truth, truths[part]);
            }
            truths[place] = (byte) truth;
        }
    }

    /**
     * The rules of a stratum, with the conditions that no stratum below has. Results are read by the lowest stratum that tests
     * them: they are complete there, and the same for all strata above.
     */
    private final class Stratum {

        private final List<Condition.ResultTest> resultTests = new ArrayList<>();
        private final List<Integer> resultPlaces = new ArrayList<>();
        private final List<Joint> joints = new ArrayList<>();
        private final int[] rules;
        private final int[] places;

        Stratum(RuleBase base, int position, Places table) {
            List<Integer> own = new ArrayList<>();
            for (int rule = 0; rule < base.rules().size(); rule++) {
                if (base.stratumOf(rule) == position) {
                    own.add(rule);
                }
            }
            this.rules = own.stream().mapToInt(Integer::intValue).toArray();
            this.places = own.stream()
                    .mapToInt(rule -> table.of(base.rules().get(rule).condition(), this))
                    .toArray();
        }

        int add(Condition.ResultTest test, int place) {
            resultTests.add(test);
            resultPlaces.add(place);
            return place;
        }

        int add(Joint joint) {
            joints.add(joint);
            return joint.place();
        }

        void evaluate(AiSystem system, byte[] truths, BitSet certain, BitSet possible) {
            if (!resultTests.isEmpty()) {
                Facts facts = new KnownFacts(system, method.results(certain, possible));
                for (int i = 0; i < resultPlaces.size(); i++) {
                    truths[resultPlaces.get(i)] =
                            (byte) resultTests.get(i).evaluate(facts).ordinal();
                }
            }
            for (Joint joint : joints) {
                joint.evaluate(truths);
            }
            for (int i = 0; i < rules.length; i++) {
                int truth = truths[places[i]];
                if (truth == Truth.TRUE.ordinal()) {
                    certain.set(rules[i]);
                }
                if (truth != Truth.FALSE.ordinal()) {
                    possible.set(rules[i]);
                }
            }
        }
    }
}
