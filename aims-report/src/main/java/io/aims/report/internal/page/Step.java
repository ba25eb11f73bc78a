package io.aims.report.internal.page;

import io.aims.reasoning.proof.Explanation;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of an explanation with the sentences below it.
 *
 * @param text the sentence
 * @param below what it rests on, in order
 */
public record Step(String text, List<Step> below) {

    /** Copies the list. */
    public Step {
        below = List.copyOf(below);
    }

    /**
     * Arranges an explanation as a tree.
     *
     * @param explanation the explanation
     * @return its conclusions, each with what it rests on
     */
    public static List<Step> of(Explanation explanation) {
        return below(explanation.lines(), 0, explanation.lines().size());
    }

    private static List<Step> below(List<Explanation.Line> lines, int from, int to) {
        List<Step> steps = new ArrayList<>();
        int start = from;
        while (start < to) {
            int end = start + 1;
            while (end < to && lines.get(end).depth() > lines.get(start).depth()) {
                end++;
            }
            steps.add(new Step(lines.get(start).text(), below(lines, start + 1, end)));
            start = end;
        }
        return steps;
    }
}
