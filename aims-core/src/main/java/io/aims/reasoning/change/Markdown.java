package io.aims.reasoning.change;

import io.aims.text.Quoted;
import java.util.List;
import java.util.regex.Pattern;

/** Puts together Markdown in which foreign text stays text. */
final class Markdown {

    private static final String SPECIAL = "\\`*_[]<>#|~&";
    private static final Pattern LINE_START = Pattern.compile("^(\\s*\\d*)([-+=.)])");

    private final StringBuilder out = new StringBuilder();

    Markdown heading(int level, String text) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        out.append("#".repeat(level)).append(' ').append(escaped(text)).append('\n');
        return this;
    }

    Markdown paragraph(String text) {
        String atLineStart = LINE_START.matcher(escaped(text)).replaceFirst("$1\\\\$2");
        out.append('\n').append(atLineStart).append('\n');
        return this;
    }

    /** Adds a table under a heading, or nothing if there are no rows. */
    Markdown table(int level, String heading, List<String> columns, List<List<String>> rows) {
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
        cells.forEach(cell -> out.append(' ').append(escaped(cell)).append(" |"));
        out.append('\n');
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (char c : Quoted.whole(text).toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
