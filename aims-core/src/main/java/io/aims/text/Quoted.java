package io.aims.text;

import java.util.HexFormat;

/**
 * Makes foreign text fit for a message: control characters, line ends and characters that change the direction of
 * writing are escaped, and the text is cut at {@value #LONGEST} characters.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class Quoted {

    /** The longest piece of foreign text that a message shows, in characters. */
    public static final int LONGEST = 60;

    private Quoted() {}

    /**
     * Returns the text, escaped and cut, without quotation marks.
     *
     * @param text any text, however long
     * @return text that is safe in a terminal, a log or an error
     */
    public static String of(CharSequence text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST) + 3);
        int position = 0;
        int shown = 0;
        while (position < text.length()) {
            if (shown == LONGEST) {
                return out.append("...").toString();
            }
            int codePoint = Character.codePointAt(text, position);
            position += Character.charCount(codePoint);
            append(out, codePoint);
            shown++;
        }
        return out.toString();
    }

    /**
     * Returns the end of the text, escaped and cut at the front: for paths, of which the last names say most.
     *
     * @param text any text, however long
     * @return text that is safe in a terminal, a log or an error
     */
    public static String end(CharSequence text) {
        int start = text.length();
        for (int shown = 0; start > 0; shown++) {
            if (shown == LONGEST) {
                return "..." + whole(text.subSequence(start, text.length()));
            }
            start -= Character.charCount(Character.codePointBefore(text, start));
        }
        return whole(text);
    }

    /**
     * Returns the whole text with the same characters escaped, but not cut: for text that a person asked to see.
     *
     * @param text any text
     * @return the text on one line, safe in a terminal
     */
    public static String whole(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(out, codePoint));
        return out.toString();
    }

    private static void append(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (isUnsafe(codePoint)) {
                    for (char unit : Character.toChars(codePoint)) {
                        out.append("\\u").append(HexFormat.of().toHexDigits(unit));
                    }
                } else {
                    out.appendCodePoint(codePoint);
                }
            }
        }
    }

    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
