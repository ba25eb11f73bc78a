package io.aims.cli;

import io.aims.reasoning.proof.Explanation;

/** Lays out an explanation for people: the conclusion first, each reason below what it is a reason for. */
final class ExplanationText {

    private static final int STEP = 2;

    private ExplanationText() {}

    static Page page(Page page, Explanation explanation) {
        for (Explanation.Line line : explanation.lines()) {
            int indent = STEP * line.depth();
            if (line.depth() == 0) {
                page.text(indent, Span.strong(line.text()));
            } else {
                page.hanging(indent, indent + STEP, Span.plain(line.text()));
            }
        }
        return page;
    }
}
