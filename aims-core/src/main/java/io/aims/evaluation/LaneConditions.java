package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.VocabularyEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions of all rules over tests that are numbered, so that one evaluation of a condition covers up to
 * {@value #LANES} answers. Each answer is a lane: the bit at one position of every mask. Immutable and thread-safe.
 *
 * <p>As nothing is negated, where a condition certainly holds follows from where its tests certainly hold, and where it
 * possibly holds from where they possibly hold.
 */
final class LaneConditions {

    /** The number of lanes of a mask. */
    static final int LANES = Long.SIZE;

    private static final int ALL = -1;
    private static final int ANY = -2;

    private final List<Condition.Test> tests;
    private final List<Subject> subjects = new ArrayList<>();
    private final int[] subjectOf;
    private final long[] passing;
    private final Program[] programs;
    private final int longest;

    /**
     * A characteristic that rules read.
     *
     * @param characteristic the characteristic
     * @param entry its words
     * @param firstTest the number of its first test
     * @param endTest the number after that of its last test
     */
    record Subject(Characteristic<?> characteristic, VocabularyEntry entry, int firstTest, int endTest) {}

    /**
     * A condition: its parts, each after the one that it is a part of.
     *
     * @param codes the number of a test, or how parts are joined
     * @param wholes the position of that of which it is a part
     */
    private record Program(int[] codes, int[] wholes) {}

    LaneConditions(RuleBase base) {
        Map<Condition.Test, Integer> numbers = new HashMap<>();
        this.tests = distinctTests(base);
        this.subjectOf = new int[tests.size()];
        this.passing = new long[tests.size()];
        for (int test = 0; test < subjectOf.length; test++) {
            numbers.put(tests.get(test), test);
            subjectOf[test] = -1;
            if (tests.get(test) instanceof Condition.SystemTest systemTest) {
                subjectOf[test] = add(systemTest.characteristic(), test, base);
                passing[test] = passing(systemTest);
            }
        }
        this.programs = base.rules().stream()
                .map(rule -> program(rule.condition(), numbers))
                .toArray(Program[]::new);
        int most = 0;
        for (Program program : programs) {
            most = Math.max(most, program.codes().length);
        }
        this.longest = most;
    }

    /** The tests of one characteristic stand together, those of what is asked for first in front. */
    private static List<Condition.Test> distinctTests(RuleBase base) {
        Map<String, Integer> places = new HashMap<>();
        base.vocabulary().entries().stream()
                .sorted(Comparator.comparing(VocabularyEntry::tier))
                .forEach(entry -> places.put(entry.characteristic().id(), places.size()));
        List<Condition.Test> distinct = new ArrayList<>();
        Map<Condition.Test, Integer> placeOf = new LinkedHashMap<>();
        for (Rule rule : base.rules()) {
            for (Condition.Test test : rule.condition().tests()) {
                placeOf.computeIfAbsent(test, key -> place(key, places));
            }
        }
        distinct.addAll(placeOf.keySet());
        distinct.sort(Comparator.comparing(placeOf::get));
        return distinct;
    }

    private static int place(Condition.Test test, Map<String, Integer> places) {
        return test instanceof Condition.SystemTest systemTest
                ? places.getOrDefault(systemTest.characteristic().id(), Integer.MAX_VALUE)
                : Integer.MAX_VALUE;
    }

    /** Makes a test the last one of its characteristic. */
    private int add(Characteristic<?> characteristic, int test, RuleBase base) {
        int last = subjects.size() - 1;
        if (last < 0 || !subjects.get(last).characteristic().equals(characteristic)) {
            VocabularyEntry entry =
                    base.vocabulary().entry(characteristic.id()).orElseThrow();
            subjects.add(new Subject(characteristic, entry, test, test + 1));
            return last + 1;
        }
        Subject begun = subjects.get(last);
        subjects.set(last, new Subject(characteristic, begun.entry(), begun.firstTest(), test + 1));
        return last;
    }

    /** The values that pass a test, as bits; none of sets and numbers, of which not every answer is a value. */
    private static long passing(Condition.SystemTest test) {
        long passing = 0;
        if (test.characteristic() instanceof EnumeratedCharacteristic<?> enumerated
                && !(enumerated instanceof SetCharacteristic<?>)) {
            for (int value = 0; value < enumerated.values().size(); value++) {
                Bounds bounds = enumerated instanceof NominalCharacteristic<?>
                        ? new Bounds.OneOf(1L << value)
                        : new Bounds.Ranks(value, value);
                passing |= test.test(bounds) == Truth.TRUE ? 1L << value : 0;
            }
        }
        return passing;
    }

    private static Program program(Condition condition, Map<Condition.Test, Integer> numbers) {
        List<Condition> parts = new ArrayList<>(List.of(condition));
        List<Integer> wholes = new ArrayList<>(List.of(-1));
        for (int position = 0; position < parts.size(); position++) {
            for (Condition part : partsOf(parts.get(position))) {
                parts.add(part);
                wholes.add(position);
            }
        }
        return new Program(
                parts.stream().mapToInt(part -> code(part, numbers)).toArray(),
                wholes.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Condition> partsOf(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            return all.parts();
        }
        return condition instanceof Condition.AnyOf any ? any.parts() : List.of();
    }

    /** What always holds is all of nothing. */
    private static int code(Condition condition, Map<Condition.Test, Integer> numbers) {
        Integer number = condition instanceof Condition.Test test ? numbers.get(test) : null;
        return number != null ? number : condition instanceof Condition.AnyOf ? ANY : ALL;
    }

    /** The characteristics that rules read, by tier and in the order of the vocabulary. */
    List<Subject> subjects() {
        return subjects;
    }

    int ruleCount() {
        return programs.length;
    }

    int testCount() {
        return tests.size();
    }

    Condition.Test test(int test) {
        return tests.get(test);
    }

    /** The position of the characteristic that a test reads; -1 if it reads a result. */
    int subjectOf(int test) {
        return subjectOf[test];
    }

    /** The values that pass a test of an ordinal, a boolean or a nominal, as bits. */
    long passing(int test) {
        return passing[test];
    }

    /** The most parts that a condition has. */
    int longest() {
        return longest;
    }

    /** The number of parts of the condition of a rule. */
    int length(int rule) {
        return programs[rule].codes().length;
    }

    /** The number of the test that a part is; negative if it is none. */
    int testAt(int rule, int part) {
        return programs[rule].codes()[part];
    }

    /** The position of that of which a part is a part; -1 of the whole. */
    int wholeOf(int rule, int part) {
        return programs[rule].wholes()[part];
    }

    /**
     * Evaluates the condition of a rule.
     *
     * @param rule the position of the rule
     * @param truths for each test the lanes in which it holds
     * @param values receives for each part the lanes in which it holds
     * @return the lanes in which the condition holds
     */
    long evaluate(int rule, long[] truths, long[] values) {
        int[] codes = programs[rule].codes();
        int[] wholes = programs[rule].wholes();
        for (int part = 0; part < codes.length; part++) {
            int code = codes[part];
            values[part] = code >= 0 ? truths[code] : code == ALL ? -1L : 0L;
        }
        for (int part = codes.length - 1; part > 0; part--) {
            int whole = wholes[part];
            values[whole] = codes[whole] == ALL ? values[whole] & values[part] : values[whole] | values[part];
        }
        return values[0];
    }
}
