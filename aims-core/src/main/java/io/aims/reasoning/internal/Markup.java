package io.aims.reasoning.internal;

import io.aims.text.Quoted;

/** Escapes text for the languages in which explanations and graphs are written. */
public final class Markup {

    private static final String MARKDOWN = "\\`*_{}[]()<>#+-.!|~&";

    private Markup() {}

    /**
     * Returns text that Markdown shows as it is. Punctuation that means something only at the beginning of a line, or
     * next to a bracket, is left alone within words.
     *
     * @param text any text
     * @return one line of Markdown without markup
     */
    public static String markdown(String text) {
        String line = Quoted.whole(text);
        StringBuilder out = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (MARKDOWN.indexOf(c) >= 0 && meansSomething(c, i, line)) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    private static boolean meansSomething(char c, int at, String line) {
        return switch (c) {
            case '(', '-', '+', '!', '{', '}' -> at == 0;
            case ')', '.' -> line.substring(0, at).chars().allMatch(Character::isDigit);
            default -> true;
        };
    }

    /**
     * Returns text for a string of DOT.
     *
     * @param text any text
     * @return the text with quotation marks around it
     */
    public static String dot(String text) {
        return '"' + Quoted.whole(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * Returns text for a label of Mermaid, in which everything that could be markup is written as an entity.
     *
     * @param text any text
     * @return the text with quotation marks around it
     */
    public static String mermaid(String text) {
        StringBuilder out = new StringBuilder("\"");
        Quoted.whole(text).codePoints().forEach(c -> {
            boolean plain = Character.isLetterOrDigit(c) || " ,.:()?/=-".indexOf(c) >= 0;
            if (plain) {
                out.appendCodePoint(c);
            } else {
                out.append('#').append(c).append(';');
            }
        });
        return out.append('"').toString();
    }
}
