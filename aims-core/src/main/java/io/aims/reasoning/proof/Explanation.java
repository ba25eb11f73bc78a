package io.aims.reasoning.proof;

import io.aims.reasoning.internal.Markup;
import java.util.List;

/**
 * A proof, or why something is not so, in sentences.
 *
 * <p>Names, titles and evidence that come from outside are escaped: no text can change what a terminal or a page shows.
 * Immutable and thread-safe.
 *
 * @param lines the sentences, the conclusion first
 * @since 0.1
 */
public record Explanation(List<Line> lines) {

    /** Copies the list of lines. */
    public Explanation {
        lines = List.copyOf(lines);
    }

    /**
     * One or two sentences that belong together.
     *
     * @param depth how far below the conclusion they stand, 0 for the conclusion
     * @param text the sentences, on one line
     */
    public record Line(int depth, String text) {}

    /**
     * Explains a conclusion.
     *
     * @param proof the proof of the conclusion
     * @param detail how much to tell
     * @return the explanation
     */
    public static Explanation of(Proof proof, Detail detail) {
        return new Narrator(detail).tell(proof);
    }

    /**
     * Explains why a conclusion was not reached.
     *
     * @param whyNot what stands against it
     * @param detail how much to tell
     * @return the explanation
     */
    public static Explanation of(WhyNot whyNot, Detail detail) {
        return new WhyNotNarrator(detail).tell(whyNot);
    }

    /**
     * Returns the explanation as plain text, each line indented by its depth.
     *
     * @return lines, each with a line end
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append("  ".repeat(line.depth())).append(line.text()).append('\n');
        }
        return text.toString();
    }

    /**
     * Returns the explanation as Markdown: the conclusion in bold, its reasons as a list.
     *
     * @return lines, each with a line end
     */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        int before = 0;
        for (Line line : lines) {
            String escaped = Markup.markdown(line.text());
            if (line.depth() == 0) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append("**")
                        .append(escaped)
                        .append("**\n");
            } else {
                text.append(before == 0 ? "\n" : "")
                        .append("  ".repeat(line.depth() - 1))
                        .append("- ")
                        .append(escaped)
                        .append('\n');
            }
            before = line.depth();
        }
        return text.toString();
    }

    /**
     * Returns the explanation as plain text.
     *
     * @return the same as {@link #text()}
     */
    @Override
    public String toString() {
        return text();
    }
}
