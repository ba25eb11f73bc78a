package io.aims.rules.internal.analysis;

import io.aims.rule.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a condition without which the condition holds for the same systems.
 *
 * @param reason why it says nothing
 * @param part the part as it is written
 * @param firstTest the position of its first test among the tests of the condition
 * @param value the value in braces, if only that says nothing
 */
record IdlePart(
        Reason reason,
        Condition part,
        int firstTest,
        @Nullable String value) {

    private static final int MOST_TESTS = 100;

    /** Why a part says nothing. */
    enum Reason {
        /** It holds for every system, among parts that all must hold. */
        ALWAYS_HOLDS,
        /** It can never hold together with what must hold as well, among parts of which one must hold. */
        NEVER_HOLDS,
        /** The other parts say it already. */
        CONTAINED
    }

    /**
     * Finds the parts that say nothing. Of several that say the same, the last one is found.
     *
     * @param condition a condition that can hold and can fail
     * @param analysis answers the questions
     * @return the largest such parts, in the order in which they are written
     */
    static List<IdlePart> of(Condition condition, ConditionAnalysis analysis) {
        if (condition.tests().size() > MOST_TESTS) {
            return idleTests(condition.tests(), analysis);
        }
        Search search = new Search(Part.whole(condition), analysis);
        search.search(search.whole);
        return search.found.stream()
                .sorted((one, other) -> Integer.compare(one.firstTest, other.firstTest))
                .toList();
    }

    /** Of a long condition only tests that say nothing alone are looked for. */
    private static List<IdlePart> idleTests(List<Condition.Test> tests, ConditionAnalysis analysis) {
        return IntStream.range(0, tests.size())
                .filter(i -> !analysis.canFail(tests.get(i)))
                .mapToObj(i -> new IdlePart(Reason.ALWAYS_HOLDS, tests.get(i), i, null))
                .toList();
    }

    /** Drops what says nothing, part by part, so that of two that say the same only one is found. */
    private static final class Search {

        private final Part whole;
        private final ConditionAnalysis analysis;
        private final List<IdlePart> found = new ArrayList<>();

        Search(Part whole, ConditionAnalysis analysis) {
            this.whole = whole;
            this.analysis = analysis;
        }

        private void search(Part part) {
            List<Part> left = new ArrayList<>();
            List<Part> children = part.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                if (!isIdle(children.get(i))) {
                    left.add(children.get(i));
                }
            }
            left.forEach(this::search);
            List<Integer> values = part.listedValues();
            for (int i = values.size() - 1; i >= 0; i--) {
                searchValue(part, values.get(i));
            }
        }

        private boolean isIdle(Part part) {
            if (part.isLastLeft()) {
                return false;
            }
            Condition before = whole.condition().orElseThrow();
            part.drop();
            Condition after = whole.condition().orElseThrow();
            if (part.isConjunct() && analysis.implies(after, before)) {
                boolean always = !analysis.canFail(part.written());
                found.add(new IdlePart(
                        always ? Reason.ALWAYS_HOLDS : Reason.CONTAINED, part.written(), part.firstTest(), null));
                return true;
            }
            if (part.isBranch() && analysis.implies(before, after)) {
                part.restore();
                boolean never = !analysis.canHoldTogether(part.context(), AnyResults.INSTANCE);
                part.drop();
                found.add(new IdlePart(
                        never ? Reason.NEVER_HOLDS : Reason.CONTAINED, part.written(), part.firstTest(), null));
                return true;
            }
            part.restore();
            return false;
        }

        private void searchValue(Part test, int value) {
            if (test.listedValues().isEmpty()) {
                return;
            }
            Condition before = whole.condition().orElseThrow();
            test.drop(value);
            Condition after = whole.condition().orElseThrow();
            if (analysis.implies(before, after)) {
                found.add(new IdlePart(Reason.CONTAINED, test.written(), test.firstTest(), test.valueId(value)));
            } else {
                test.restore(value);
            }
        }
    }
}
