package io.aims.rules.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Changes texts at random, in ways that often leave them readable: the same seed gives the same changes. Not thread-safe. */
final class Mutations {

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ",",
            ": ",
            "- ",
            "\n",
            "  ",
            "\"",
            "'",
            "#",
            "&a ",
            "*a",
            "!!x ",
            "|",
            ">",
            "?",
            "and",
            "or",
            "not",
            "always",
            "in",
            "contains",
            "containsAny",
            "notEmpty",
            "needed",
            "level",
            "riskSources",
            ">=",
            "<=",
            "=",
            "YES",
            "0",
            "-1",
            "1e999",
            "9999999999",
            "\uD83D\uDE00",
            "\u202E",
            "\u0000",
            "\uFEFF",
            "A.6.2.4");

    /** Neighbouring seeds would begin alike. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed * SCATTER);
    }

    /**
     * Changes a text in one to four places.
     *
     * @param text any text
     * @param other a text from which parts may be taken
     * @return another text
     */
    String of(String text, String other) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), from + random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> changed.delete(from, to);
                case 1 -> changed.insert(from, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> changed.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> changed.insert(from, changed.substring(from, to).repeat(1 + random.nextInt(20)));
                case 4 -> changed.insert(from, (char) random.nextInt(Character.MAX_VALUE));
                default -> changed.replace(from, to, part(other));
            }
        }
        return changed.toString();
    }

    /**
     * Changes single bytes, so that the text may be no text any more.
     *
     * @param text any text
     * @return bytes
     */
    byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private String part(String other) {
        int from = random.nextInt(other.length());
        return other.substring(from, Math.min(other.length(), from + random.nextInt(60)));
    }
}
