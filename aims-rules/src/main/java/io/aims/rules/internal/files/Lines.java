package io.aims.rules.internal.files;

import java.util.Arrays;

/**
 * The lines of a text, found when first asked for. They are not texts of their own: a text of millions of empty lines costs little
 * more than its characters. Immutable and thread-safe.
 */
final class Lines {

    private final String text;
    private volatile int[] starts = {};

    /**
     * Creates the lines of a text.
     *
     * @param text the text; a line ends with a line feed, a carriage return, or both
     */
    Lines(String text) {
        this.text = text;
    }

    /** Returns how many lines there are; the end of the last one begins no further line. */
    int count() {
        return starts().length;
    }

    /** Returns how many characters a line has, without its end. */
    int length(int line) {
        int end = line + 1 < count() ? starts()[line + 1] : text.length();
        int start = starts()[line];
        if (end > start && text.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        return end - start;
    }

    /** Returns a character of a line. */
    char charAt(int line, int column) {
        return text.charAt(starts()[line] + column);
    }

    private int[] starts() {
        int[] found = starts;
        if (found.length == 0 && !text.isEmpty()) {
            found = find();
            starts = found;
        }
        return found;
    }

    private int[] find() {
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && text.charAt(i + 1) != '\n') {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count] = i + 1;
                count++;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
