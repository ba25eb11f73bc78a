package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
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
    private final int words;
    private final SystemTests systemTests;
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
        this.words = (base.rules().size() + Long.SIZE - 1) / Long.SIZE;
        this.systemTests = table.systemTests();
    }

    @Override
    public Kind kind() {
        return Kind.PLAIN;
    }

    @Override
    public Outcomes run(AiSystem system) {
        byte[] truths = new byte[places];
        systemTests.evaluate(system, truths);
        long[] certain = new long[words];
        long[] possible = new long[words];
        for (Stratum stratum : strata) {
            stratum.evaluate(system, truths, certain, possible);
        }
        return new Outcomes(BitSet.valueOf(certain), BitSet.valueOf(possible));
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
            // what always holds is joined of no parts
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

        SystemTests systemTests() {
            return new SystemTests(byCharacteristic, places);
        }
    }

    /** A condition made of others. */
    private static final class Joint {

        private final int place;
        private final boolean all;
        private final int[] parts;

        Joint(int place, boolean all, int[] parts) {
            this.place = place;
            this.all = all;
            this.parts = parts;
        }

        void evaluate(byte[] truths) {
            truths[place] = all ? allOf(truths) : anyOf(truths);
        }

        private byte allOf(byte[] truths) {
            byte truth = Kleene.TRUE;
            for (int part : parts) {
                truth &= truths[part];
            }
            return truth;
        }

        private byte anyOf(byte[] truths) {
            byte truth = Kleene.FALSE;
            for (int part : parts) {
                truth |= truths[part];
            }
            return truth;
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
            return joint.place;
        }

        void evaluate(AiSystem system, byte[] truths, long[] certain, long[] possible) {
            if (!resultTests.isEmpty()) {
                Facts facts = new KnownFacts(system, method.results(BitSet.valueOf(certain), BitSet.valueOf(possible)));
                for (int i = 0; i < resultPlaces.size(); i++) {
                    truths[resultPlaces.get(i)] = Kleene.of(resultTests.get(i).evaluate(facts));
                }
            }
            for (Joint joint : joints) {
                joint.evaluate(truths);
            }
            for (int i = 0; i < rules.length; ) {
                int word = rules[i] / Long.SIZE;
                long certainInWord = 0;
                long possibleInWord = 0;
                for (; i < rules.length && rules[i] / Long.SIZE == word; i++) {
                    certainInWord |= Kleene.certain(truths[places[i]]) << rules[i];
                    possibleInWord |= Kleene.possible(truths[places[i]]) << rules[i];
                }
                certain[word] |= certainInWord;
                possible[word] |= possibleInWord;
            }
        }
    }
}
