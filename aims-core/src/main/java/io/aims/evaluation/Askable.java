package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.VocabularyEntry;
import java.util.Collection;

/** A characteristic that rules read, with the tests of it, which have numbers in a row. Immutable and thread-safe. */
final class Askable {

    private final VocabularyEntry entry;
    private final int firstTest;
    private final Condition.SystemTest[] tests;
    private final long[] passing;

    /**
     * Joins the tests of a characteristic.
     *
     * @param entry the characteristic with its words
     * @param firstTest the number of the first test
     * @param tests all tests
     */
    Askable(VocabularyEntry entry, int firstTest, Collection<Condition.SystemTest> tests) {
        this.entry = entry;
        this.firstTest = firstTest;
        this.tests = tests.toArray(Condition.SystemTest[]::new);
        this.passing = tests.stream().mapToLong(Askable::passing).toArray();
    }

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

    VocabularyEntry entry() {
        return entry;
    }

    Characteristic<?> characteristic() {
        return entry.characteristic();
    }

    int firstTest() {
        return firstTest;
    }

    /** The number after that of the last test. */
    int endTest() {
        return firstTest + tests.length;
    }

    /** The test of a number. */
    Condition.SystemTest test(int number) {
        return tests[number - firstTest];
    }

    /**
     * The values that pass a test, as bits at their positions; none if it is a set or a number, of which not every answer is
     * a value.
     *
     * @param number the number of the test
     */
    long passing(int number) {
        return passing[number - firstTest];
    }
}
