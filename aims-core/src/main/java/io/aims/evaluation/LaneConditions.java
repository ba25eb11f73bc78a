package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.VocabularyEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    private final List<Askable> askables = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Condition.Test> resultTests;
    private final int[] askableOf;
    private final long[] certainUnasked;
    private final long[] possibleUnasked;
    private final Program[] programs;
    private final int longest;

    /** A condition: its parts, each after the one that it is a part of. */
    private static final class Program {

        /** For each part the number of a test, or how parts are joined. */
        private final int[] codes;

        /** For each part the position of that of which it is a part. */
        private final int[] wholes;

        Program(int[] codes, int[] wholes) {
            this.codes = codes;
            this.wholes = wholes;
        }
    }

    LaneConditions(RuleBase base) {
        Map<String, Set<Condition.SystemTest>> testsOf = new LinkedHashMap<>();
        Set<Condition.Test> ofResults = new LinkedHashSet<>();
        for (Rule rule : base.rules()) {
            for (Condition.Test test : rule.condition().tests()) {
                if (test instanceof Condition.SystemTest systemTest) {
                    testsOf.computeIfAbsent(systemTest.characteristic().id(), id -> new LinkedHashSet<>())
                            .add(systemTest);
                } else {
                    ofResults.add(test);
                }
            }
        }
        Map<Condition.Test, Integer> numbers = new HashMap<>();
        for (VocabularyEntry entry : firstAskedFirst(testsOf.keySet(), base)) {
            String id = entry.characteristic().id();
            Set<Condition.SystemTest> tests = testsOf.getOrDefault(id, Set.of());
            positions.put(id, askables.size());
            askables.add(new Askable(entry, numbers.size(), tests));
            tests.forEach(test -> numbers.put(test, numbers.size()));
        }
        this.askableOf = new int[numbers.size()];
        for (int position = 0; position < askables.size(); position++) {
            Askable askable = askables.get(position);
            Arrays.fill(askableOf, askable.firstTest(), askable.endTest(), position);
        }
        this.resultTests = List.copyOf(ofResults);
        resultTests.forEach(test -> numbers.put(test, numbers.size()));
        this.certainUnasked = new long[numbers.size()];
        this.possibleUnasked = new long[numbers.size()];
        for (Askable askable : askables) {
            Bounds unknown = askable.characteristic().unknown();
            for (int test = askable.firstTest(); test < askable.endTest(); test++) {
                Truth truth = askable.test(test).test(unknown);
                certainUnasked[test] = certain(truth);
                possibleUnasked[test] = possible(truth);
            }
        }
        this.programs = base.rules().stream()
                .map(rule -> program(rule.condition(), numbers))
                .toArray(Program[]::new);
        this.longest = Arrays.stream(programs)
                .mapToInt(program -> program.codes.length)
                .max()
                .orElse(0);
    }

    private static List<VocabularyEntry> firstAskedFirst(Set<String> ids, RuleBase base) {
        Map<String, Integer> places = new HashMap<>();
        base.vocabulary().ids().forEach(id -> places.put(id, places.size()));
        return ids.stream()
                .map(id -> base.vocabulary().entry(id).orElseThrow())
                .sorted(Comparator.comparing(VocabularyEntry::tier)
                        .thenComparing(
                                entry -> places.get(entry.characteristic().id())))
                .toList();
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

    private static long certain(Truth truth) {
        return truth == Truth.TRUE ? -1L : 0;
    }

    private static long possible(Truth truth) {
        return truth == Truth.FALSE ? 0 : -1L;
    }

    /** The characteristics that rules read, by tier and in the order of the vocabulary. */
    List<Askable> askables() {
        return askables;
    }

    /** The position in {@link #askables()}; -1 if no rule reads a characteristic of this id. */
    int positionOf(String id) {
        return positions.getOrDefault(id, -1);
    }

    /** The position of the characteristic that a test reads; -1 if it reads a result. */
    int askableOf(int test) {
        return test < askableOf.length ? askableOf[test] : -1;
    }

    int testCount() {
        return certainUnasked.length;
    }

    int ruleCount() {
        return programs.length;
    }

    /** The number of parts of the condition of a rule. */
    int length(int rule) {
        return programs[rule].codes.length;
    }

    /** The number of the test that a part is; negative if it is none. */
    int testAt(int rule, int part) {
        return programs[rule].codes[part];
    }

    /** The position of that of which a part is a part; negative of the whole. */
    int wholeOf(int rule, int part) {
        return programs[rule].wholes[part];
    }

    /** What tests and conditions come to with some facts. Not thread-safe. */
    final class Truths {

        private final long[] certain = certainUnasked.clone();
        private final long[] possible = possibleUnasked.clone();
        private final long[] certainParts = new long[longest];
        private final long[] possibleParts = new long[longest];

        /** Begins with results, and nothing known of the system. */
        Truths(Facts facts) {
            for (int i = 0; i < resultTests.size(); i++) {
                know(askableOf.length + i, resultTests.get(i).evaluate(facts));
            }
        }

        private void know(int test, Truth truth) {
            certain[test] = LaneConditions.certain(truth);
            possible[test] = LaneConditions.possible(truth);
        }

        /** Takes over what is known of a characteristic, or {@code null} if nothing is. */
        void know(Askable askable, @Nullable Bounds bounds) {
            if (bounds == null) {
                int size = askable.endTest() - askable.firstTest();
                System.arraycopy(certainUnasked, askable.firstTest(), certain, askable.firstTest(), size);
                System.arraycopy(possibleUnasked, askable.firstTest(), possible, askable.firstTest(), size);
                return;
            }
            for (int test = askable.firstTest(); test < askable.endTest(); test++) {
                know(test, askable.test(test).test(bounds));
            }
        }

        /** Takes over some answers, each in a lane of its own. */
        void suppose(Askable askable, PossibleAnswers answers, int mask) {
            for (int test = askable.firstTest(); test < askable.endTest(); test++) {
                long passing = answers.passing(test, mask);
                certain[test] = passing;
                possible[test] = passing;
            }
        }

        /** Evaluates the condition of a rule, and keeps what it comes to until the next one. */
        void evaluate(int rule) {
            int[] codes = programs[rule].codes;
            int[] wholes = programs[rule].wholes;
            for (int part = 0; part < codes.length; part++) {
                int code = codes[part];
                certainParts[part] = code >= 0 ? certain[code] : code == ALL ? -1L : 0L;
                possibleParts[part] = code >= 0 ? possible[code] : code == ALL ? -1L : 0L;
            }
            for (int part = codes.length - 1; part > 0; part--) {
                int whole = wholes[part];
                if (codes[whole] == ALL) {
                    certainParts[whole] &= certainParts[part];
                    possibleParts[whole] &= possibleParts[part];
                } else {
                    certainParts[whole] |= certainParts[part];
                    possibleParts[whole] |= possibleParts[part];
                }
            }
        }

        /** The lanes in which the condition that was evaluated holds. */
        long holds() {
            return certainParts[0];
        }

        /** The lanes in which the condition that was evaluated does not hold. */
        long fails() {
            return ~possibleParts[0];
        }

        /** Tells whether a part of the condition that was evaluated is undetermined. */
        boolean isOpen(int part) {
            return certainParts[part] != possibleParts[part];
        }

        /** Makes a part count as settled, because what it is a part of does not depend on it. */
        void close(int part) {
            possibleParts[part] = certainParts[part];
        }
    }
}
