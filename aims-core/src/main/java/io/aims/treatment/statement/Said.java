package io.aims.treatment.statement;

import java.util.List;

/**
 * What is said of a control in one respect, for example who owns it: each text once, with the number of systems for which it
 * is said.
 *
 * @param texts the texts, that of the organisation first, then those of most systems; up to the limit of the statement
 * @param others for how many systems something else is said, beyond the limit
 * @since 0.1
 */
public record Said(List<Text> texts, int others) {

    /**
     * A text.
     *
     * @param text what is said
     * @param ofOrganisation whether the organisation says it for all of its systems
     * @param systems for how many systems it holds
     */
    public record Text(String text, boolean ofOrganisation, int systems) {}

    /** Nothing is said. */
    public static final Said NOTHING = new Said(List.of(), 0);

    /** Copies the texts. */
    public Said {
        texts = List.copyOf(texts);
    }

    /**
     * Tells whether nothing is said.
     *
     * @return {@code true} if there is no text
     */
    public boolean isEmpty() {
        return texts.isEmpty() && others == 0;
    }

    /**
     * Returns the texts with the number of systems where they differ, for every format alike.
     *
     * @return one text without control characters; empty if nothing is said
     */
    public String words() {
        return StatementWords.of(this);
    }
}
