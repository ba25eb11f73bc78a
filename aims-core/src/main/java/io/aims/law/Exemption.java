package io.aims.law;

/**
 * What takes a proposition away although its condition holds.
 *
 * @param when when it does
 * @param article the provision, for example {@code Art. 6(3)}
 * @param title what it is, in under ten words
 * @since 0.1
 */
public record Exemption(LegalCondition when, String article, String title) {

    /**
     * Returns article and title.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return article + " " + title;
    }
}
