package io.aims.report.internal.sheet;

import io.aims.report.internal.page.VisibleText;

/** Foreign text as one line that a reader sees as it is. */
public final class Line {

    private Line() {}

    /**
     * Returns the text on one line: white space of any kind becomes one blank, and characters that cannot be seen, or that
     * change the direction of writing, are written as {@code \\u202e}.
     *
     * @param text any text
     * @return the line, cut with the number of the rest if it is longer than a page shows
     */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (isGap(codePoint)) {
                gap = true;
            } else {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.appendCodePoint(codePoint);
            }
        }
        return VisibleText.of(out.toString());
    }

    private static boolean isGap(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }
}
