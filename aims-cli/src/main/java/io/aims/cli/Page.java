package io.aims.cli;

import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text for people, broken at a width. Foreign text is escaped here, so that no description of a system can change what a
 * terminal shows. Not thread-safe.
 */
final class Page {

    /** A blank at which no line is broken. */
    static final String NO_BREAK = "\u00A0";

    private final int width;
    private final boolean colour;
    private final StringBuilder out = new StringBuilder();
    private boolean lastIsBlank = true;

    Page(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    /** Adds a heading with a blank line above it. */
    Page heading(Span... spans) {
        return blank().text(0, spans);
    }

    /** Adds a blank line, unless there is one. */
    Page blank() {
        if (!lastIsBlank) {
            out.append('\n');
            lastIsBlank = true;
        }
        return this;
    }

    /** Adds a paragraph. */
    Page text(int indent, Span... spans) {
        return hanging(indent, indent, spans);
    }

    /** Adds a paragraph whose first line begins at one column and all others at another. */
    Page hanging(int first, int others, Span... spans) {
        return hanging(first, others, Arrays.asList(spans));
    }

    /** Adds a paragraph whose first line begins at one column and all others at another. */
    Page hanging(int first, int others, List<Span> spans) {
        List<Word> words = words(spans);
        if (words.isEmpty()) {
            return this;
        }
        pad(first);
        int column = first;
        StringBuilder run = new StringBuilder();
        Style style = words.get(0).style();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean spaced = i > 0 && word.spaced();
            boolean breaks = spaced && column + 1 + unbroken(words, i) > width;
            if (breaks || word.style() != style) {
                end(run, style);
                style = word.style();
            }
            if (breaks) {
                out.append('\n');
                pad(others);
                column = others;
            } else if (spaced) {
                (run.isEmpty() ? out : run).append(' ');
                column++;
            }
            run.append(word.text());
            column += columns(word.text());
        }
        end(run, style);
        out.append('\n');
        lastIsBlank = false;
        return this;
    }

    /** Adds a label of a fixed width with a paragraph beside it, or below it if the page is too narrow. */
    Page labelled(int indent, int labelWidth, Span label, Span... spans) {
        int start = indent + labelWidth;
        int used = columns(Quoted.whole(label.text()));
        if (start > width / 2 || used >= labelWidth) {
            text(indent, label);
            return text(indent + 2, spans);
        }
        pad(indent);
        out.append(colour ? label.style().apply(Quoted.whole(label.text())) : Quoted.whole(label.text()));
        pad(labelWidth - used);
        int body = out.length();
        hanging(start, start, spans);
        if (out.length() > body) {
            // The first line of the paragraph begins where the label ends.
            out.delete(body, body + start);
        } else {
            out.setLength(body - (labelWidth - used));
            out.append('\n');
        }
        lastIsBlank = false;
        return this;
    }

    private void end(StringBuilder run, Style style) {
        if (!run.isEmpty()) {
            out.append(colour ? style.apply(run.toString()) : run);
            run.setLength(0);
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void pad(int columns) {
        out.append(" ".repeat(Math.max(0, columns)));
    }

    private record Word(String text, Style style, boolean spaced) {}

    private static List<Word> words(List<Span> spans) {
        List<Word> words = new ArrayList<>();
        boolean spaced = false;
        for (Span span : spans) {
            StringBuilder word = new StringBuilder();
            for (char c : span.text().toCharArray()) {
                if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                    flush(words, word, span.style(), spaced);
                    spaced = true;
                } else {
                    word.append(c);
                }
            }
            if (flush(words, word, span.style(), spaced)) {
                spaced = false;
            }
        }
        return words;
    }

    private static boolean flush(List<Word> words, StringBuilder word, Style style, boolean spaced) {
        if (word.isEmpty()) {
            return false;
        }
        words.add(new Word(Quoted.whole(word).replace(NO_BREAK, " "), style, spaced));
        word.setLength(0);
        return true;
    }

    /** The columns of a word with everything that follows it without a blank. */
    private static int unbroken(List<Word> words, int from) {
        int columns = columns(words.get(from).text());
        for (int i = from + 1; i < words.size() && !words.get(i).spaced(); i++) {
            columns += columns(words.get(i).text());
        }
        return columns;
    }

    /** The columns that a text takes on a terminal: none for marks that combine, two for wide characters. */
    static int columns(String text) {
        return text.codePoints().map(Page::columns).sum();
    }

    private static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
