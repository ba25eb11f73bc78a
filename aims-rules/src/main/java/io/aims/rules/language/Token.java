package io.aims.rules.language;

/**
 * A word or sign of a condition.
 *
 * @param kind what it is
 * @param text as it is written
 * @param offset where it begins in the text of the condition, from 0
 */
record Token(Kind kind, String text, int offset) {

    enum Kind {
        /** An id, a value, a number or a word of the language. */
        WORD,
        /** A comparison, also one that the language does not have. */
        COMPARISON,
        /** A parenthesis, brace or comma. */
        SIGN,
        /** Anything else. */
        STRANGE,
        /** The end of the text. */
        END
    }

    boolean is(String expected) {
        return kind != Kind.END && text.equals(expected);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
