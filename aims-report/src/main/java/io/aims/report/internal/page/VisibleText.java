package io.aims.report.internal.page;

import java.util.HexFormat;

/**
 * Makes foreign text fit for a page: what cannot be seen, turns the direction of writing or piles up over other lines is
 * written out, and text without end is cut.
 *
 * <p>Line ends stay. What comes out may stand in XML. It does not depend on the Unicode version of the Java runtime.
 * Thread-safe.
 */
public final class VisibleText {

    /** The longest text that a page shows in one place, in characters. */
    public static final int LONGEST = 5_000;

    private static final int MOST_MARKS = 4;

    private VisibleText() {}

    /**
     * Returns a text as it is shown.
     *
     * @param text any text
     * @return the text without anything invisible
     */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /**
     * Returns a text as it is shown, cut at a length.
     *
     * @param text any text
     * @param longest how many characters are shown at most
     * @return the text without anything invisible, and how many characters of it are left out if there are any
     */
    public static String of(String text, int longest) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), longest) + 16);
        int position = 0;
        int marks = 0;
        while (position < text.length()) {
            if (out.length() >= longest) {
                return out.append("... (")
                        .append(text.length() - position)
                        .append(" more characters)")
                        .toString();
            }
            int codePoint = text.codePointAt(position);
            position += Character.charCount(codePoint);
            marks = isMark(codePoint) ? marks + 1 : 0;
            append(out, codePoint, marks);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int codePoint, int marks) {
        if (codePoint == '\t') {
            out.append(' ');
        } else if (codePoint == '\n' || !isUnsafe(codePoint) && marks <= MOST_MARKS) {
            out.appendCodePoint(codePoint);
        } else if (codePoint == '\r') {
            out.append("\\r");
        } else {
            for (char unit : Character.toChars(codePoint)) {
                out.append("\\u").append(HexFormat.of().toHexDigits(unit));
            }
        }
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlank(codePoint) || (codePoint & 0xFFFE) == 0xFFFE;
        };
    }

    /** Letters and marks that show nothing, though they are no format characters. */
    private static boolean isBlank(int codePoint) {
        return codePoint == 0x034F
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x17B4
                || codePoint == 0x17B5
                || codePoint == 0x2800
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint >= 0xE0000 && codePoint <= 0xE0FFF;
    }
}
