package io.aims.rules.language;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a condition into words and signs. */
final class Tokens {

    private static final String COMPARING = "<>=!&|";
    private static final String SIGNS = "(){},";

    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            int start = position;
            int c = text.codePointAt(position);
            if (isBlank(c)) {
                position++;
            } else if (isWordPart(c)) {
                while (position < text.length() && isWordPart(text.codePointAt(position))) {
                    position += Character.charCount(text.codePointAt(position));
                }
                tokens.add(new Token(Token.Kind.WORD, text.substring(start, position), start));
            } else if (COMPARING.indexOf(c) >= 0) {
                while (position < text.length() && COMPARING.indexOf(text.charAt(position)) >= 0) {
                    position++;
                }
                tokens.add(new Token(Token.Kind.COMPARISON, text.substring(start, position), start));
            } else {
                position += Character.charCount(c);
                Token.Kind kind = SIGNS.indexOf(c) >= 0 ? Token.Kind.SIGN : Token.Kind.STRANGE;
                tokens.add(new Token(kind, text.substring(start, position), start));
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length()));
        return tokens;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean isWordPart(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
    }
}
