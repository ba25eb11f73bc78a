package io.aims.interchange.inventory;

import java.text.Normalizer;
import java.util.Locale;

/** Makes cells comparable: what looks the same to a reader is the same. */
final class CellText {

    private CellText() {}

    /**
     * Returns the text with ordinary hyphens, quotation marks and single blanks, without invisible characters and
     * without blanks at its ends.
     */
    static String tidy(String cell) {
        String composed = isPlain(cell) ? cell : Normalizer.normalize(cell, Normalizer.Form.NFKC);
        StringBuilder tidy = new StringBuilder(composed.length());
        boolean gap = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                gap = tidy.length() > 0;
            } else if (Character.getType(c) != Character.FORMAT) {
                if (gap) {
                    tidy.append(' ');
                    gap = false;
                }
                tidy.append(ordinary(c));
            }
        }
        return tidy.toString();
    }

    /** Returns the {@linkplain #tidy tidy} text in lower case, for comparing. */
    static String folded(String cell) {
        return tidy(cell).toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static char ordinary(char c) {
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u00B4', '`' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB' -> '"';
            default -> c;
        };
    }
}
