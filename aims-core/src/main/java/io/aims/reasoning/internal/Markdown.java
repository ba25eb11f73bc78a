package io.aims.reasoning.internal;

import java.util.List;

/** Puts together Markdown in which foreign text stays text. Not thread-safe. */
public final class Markdown {

    private final StringBuilder out = new StringBuilder();

    /** Creates an empty page. */
    public Markdown() {}

    /** Adds a heading. */
    public Markdown heading(int level, String text) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        out.append("#".repeat(level)).append(' ').append(Markup.markdown(text)).append('\n');
        return this;
    }

    /** Adds a paragraph. */
    public Markdown paragraph(String text) {
        out.append('\n').append(Markup.markdown(text)).append('\n');
        return this;
    }

    /** Adds a table under a heading, or nothing if there are no rows. */
    public Markdown table(int level, String heading, List<String> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        heading(level, heading).out.append('\n');
        row(columns);
        out.append("|").append(" --- |".repeat(columns.size())).append('\n');
        rows.forEach(this::row);
        return this;
    }

    private void row(List<String> cells) {
        out.append('|');
        cells.forEach(cell -> out.append(' ').append(Markup.markdown(cell)).append(" |"));
        out.append('\n');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
