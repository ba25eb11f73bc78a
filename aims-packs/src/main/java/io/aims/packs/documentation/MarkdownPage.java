package io.aims.packs.documentation;

import io.aims.reasoning.internal.Markup;
import io.aims.text.Quoted;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts together a page of Markdown out of pieces in which foreign text is escaped. Not thread-safe. */
final class MarkdownPage {

    private final StringBuilder out = new StringBuilder();

    /** Returns foreign text as a piece of Markdown that shows it as it is. */
    static String text(String foreign) {
        return Markup.markdown(foreign);
    }

    /** Returns foreign text as a sentence: with a full stop, if it has no end of its own. */
    static String sentence(String foreign) {
        String bare = foreign.strip();
        return text(bare) + (bare.isEmpty() || ".!?".indexOf(bare.charAt(bare.length() - 1)) >= 0 ? "" : ".");
    }

    /** Returns foreign text as code within a line. */
    static String code(String foreign) {
        String line = Quoted.whole(foreign);
        String fence = "`".repeat(longestRun(line) + 1);
        boolean isPadded = line.startsWith("`") || line.endsWith("`");
        // A bar would end a cell of a table even within code.
        return fence + (isPadded ? " " + line + " " : line).replace("|", "\\|") + fence;
    }

    /** Returns a link whose address is made of names that are safe in addresses. */
    static String link(String foreign, String address) {
        return "[" + text(foreign) + "](" + address + ")";
    }

    /** Returns a piece in bold. */
    static String strong(String piece) {
        return "**" + piece + "**";
    }

    MarkdownPage heading(int level, String piece) {
        return line((out.isEmpty() ? "" : "\n") + "#".repeat(level) + " " + piece);
    }

    MarkdownPage paragraph(String piece) {
        return piece.isBlank() ? this : line("\n" + piece);
    }

    MarkdownPage quote(String piece) {
        return piece.isBlank() ? this : line("\n> " + piece);
    }

    /** Adds lines of code as they are written. */
    MarkdownPage block(String foreign) {
        String line = Quoted.whole(foreign);
        String fence = "`".repeat(Math.max(3, longestRun(line) + 1));
        return line("\n" + fence + "\n" + line + "\n" + fence);
    }

    /** Adds a list. Items may hold lines of their own, indented as lists within lists are. */
    MarkdownPage list(Collection<String> items) {
        if (!items.isEmpty()) {
            out.append('\n');
            items.forEach(item -> line("- " + item));
        }
        return this;
    }

    /** Adds a table, or nothing if there are no rows. */
    MarkdownPage table(List<String> columns, Collection<List<String>> rows) {
        if (!rows.isEmpty()) {
            out.append('\n');
            row(columns);
            line("|" + " --- |".repeat(columns.size()));
            rows.forEach(this::row);
        }
        return this;
    }

    private void row(List<String> cells) {
        line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    private MarkdownPage line(String line) {
        out.append(line).append('\n');
        return this;
    }

    private static int longestRun(String line) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Returns a constant as people write it. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
