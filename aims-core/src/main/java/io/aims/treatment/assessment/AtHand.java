package io.aims.treatment.assessment;

/**
 * How far something that a clause needs is at hand, concretely.
 *
 * @param need what is needed
 * @param extent how far it is at hand
 * @param sentence what is at hand, in a sentence or more
 * @since 0.1
 */
public record AtHand(ClauseNeed need, Extent extent, String sentence) {

    /** How far something is at hand, in rising order. */
    public enum Extent {
        /** Nothing of it. */
        NONE,
        /** Some of it. */
        SOME,
        /** All of it. */
        ALL
    }
}
