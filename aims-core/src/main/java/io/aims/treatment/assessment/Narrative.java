package io.aims.treatment.assessment;

import io.aims.reasoning.internal.Markup;
import java.util.ArrayList;
import java.util.List;

/**
 * A draft or a profile in sentences, so that every format reads alike.
 *
 * <p>Text from outside is escaped: it can change neither a terminal nor a page. Immutable and thread-safe.
 *
 * @param blocks headings, paragraphs and items, in order
 * @since 0.1
 */
public record Narrative(List<Block> blocks) {

    /** A piece of the text. */
    public sealed interface Block {

        /**
         * Returns the text.
         *
         * @return one line
         */
        String text();
    }

    /**
     * A heading.
     *
     * @param level 1 for the title, 2 for a part, 3 for a topic
     * @param text the heading
     */
    public record Heading(int level, String text) implements Block {}

    /**
     * A paragraph.
     *
     * @param text the sentences
     */
    public record Paragraph(String text) implements Block {}

    /**
     * An item of a list.
     *
     * @param label what kind of item it is, for example {@code Known}; empty if that was said
     * @param text the sentences
     * @param depth how far it stands in, from 0
     */
    public record Item(String label, String text, int depth) implements Block {}

    /** Copies the list of blocks. */
    public Narrative {
        blocks = List.copyOf(blocks);
    }

    /**
     * Returns it as plain text. Lines are not broken.
     *
     * @return lines, each with a line end
     */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Block block : blocks) {
            if (block instanceof Item item) {
                out.append("  ".repeat(item.depth() + 1))
                        .append(item.label().isEmpty() ? "" : item.label() + ": ")
                        .append(item.text());
            } else {
                out.append(out.isEmpty() ? "" : "\n").append(block.text());
            }
            out.append('\n');
        }
        return out.toString();
    }

    /**
     * Returns it as Markdown.
     *
     * @return lines, each with a line end
     */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        boolean afterItem = false;
        for (Block block : blocks) {
            String text = Markup.markdown(block.text());
            if (block instanceof Item item) {
                out.append(afterItem ? "" : "\n")
                        .append("  ".repeat(item.depth()))
                        .append("- ")
                        .append(item.label().isEmpty() ? "" : "**" + Markup.markdown(item.label()) + ":** ")
                        .append(text);
            } else {
                out.append(out.isEmpty() ? "" : "\n");
                out.append(block instanceof Heading heading ? "#".repeat(heading.level()) + " " : "")
                        .append(text);
            }
            out.append('\n');
            afterItem = block instanceof Item;
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return text();
    }

    /** Collects the blocks of a narrative. Not thread-safe. */
    static final class Builder {

        private final List<Block> blocks = new ArrayList<>();

        Builder heading(int level, String text) {
            blocks.add(new Heading(level, text));
            return this;
        }

        Builder paragraph(String text) {
            blocks.add(new Paragraph(text));
            return this;
        }

        Builder item(String label, String text) {
            return item(label, text, 0);
        }

        Builder item(String label, String text, int depth) {
            blocks.add(new Item(label, text, depth));
            return this;
        }

        Narrative build() {
            return new Narrative(blocks);
        }
    }
}
