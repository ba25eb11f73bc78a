package io.aims.text;

import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells whether a text that people are to read is what it seems: says something, and holds no character that nobody sees.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class Wording {

    /** Letters and marks that leave no trace on paper, though Unicode does not class them as such. */
    private static final Set<Integer> WITHOUT_TRACE =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

    private Wording() {}

    /**
     * Tells whether a text says nothing: it is empty, or of blanks of any kind and of characters that nobody sees.
     *
     * @param text any text
     * @return {@code true} if there is nothing to read
     */
    public static boolean saysNothing(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isPrinted(text.charAt(i))) {
                return false;
            }
        }
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || isHidden(c));
    }

    /**
     * Finds the first character that nobody sees, or that changes how others are shown: control characters, marks of direction,
     * joiners, soft hyphens, private characters and halves of characters. A line end is one; a blank of any kind is not.
     *
     * @param text any text
     * @return the code point, or empty if there is none
     */
    public static OptionalInt hiddenCharacter(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && !isPrinted(c)) {
                return text.codePoints().filter(Wording::isHidden).findFirst();
            }
        }
        return OptionalInt.empty();
    }

    /** Most texts consist of blanks and of these characters, and need no closer look. */
    private static boolean isPrinted(char c) {
        return c > ' ' && c <= '~';
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> WITHOUT_TRACE.contains(codePoint);
        };
    }
}
