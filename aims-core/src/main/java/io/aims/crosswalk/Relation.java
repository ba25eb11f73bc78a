package io.aims.crosswalk;

import java.util.Optional;

/**
 * How one element, as a set of requirements, compares with another, in the manner of NIST IR 8477. The order of the constants
 * is how much of the first element the second is known to cover, most first.
 *
 * <p>Each relation claims no more than its first sentence. In particular {@link #SUBSET_OF} and {@link #SUPERSET_OF} leave open
 * whether the two are equal, and {@link #INTERSECTS_WITH} whether one contains the other.
 *
 * @since 0.1
 */
public enum Relation {
    /** Both ask for the same. */
    EQUAL("asks for the same as"),
    /** All that the first asks for, the second asks for too. */
    SUBSET_OF("is a part of"),
    /** All that the second asks for, the first asks for too. */
    SUPERSET_OF("asks for all of"),
    /** Something is asked for by both. */
    INTERSECTS_WITH("overlaps with"),
    /** Some element of some framework has something in common with both. No more: the two may share nothing. */
    RELATED("is related to"),
    /** Not even that: they have nothing to do with each other. */
    NONE("has nothing to do with");

    private final String words;

    Relation(String words) {
        this.words = words;
    }

    /**
     * Returns the relation as it stands in a sentence between the first element and the second.
     *
     * @return for example {@code overlaps with}
     */
    public String words() {
        return words;
    }

    /**
     * Returns the same claim seen from the other element.
     *
     * @return the relation of the second to the first
     */
    public Relation inverse() {
        return switch (this) {
            case SUBSET_OF -> SUPERSET_OF;
            case SUPERSET_OF -> SUBSET_OF;
            case EQUAL, INTERSECTS_WITH, RELATED, NONE -> this;
        };
    }

    /**
     * Returns the strongest claim that follows from two: of the first element compared with the second, and the second with a
     * third.
     *
     * @param next how the second element compares with the third
     * @return how the first compares with the third, or empty if nothing follows
     */
    public Optional<Relation> then(Relation next) {
        if (next == EQUAL) {
            return Optional.of(this);
        }
        return switch (this) {
            case EQUAL -> Optional.of(next);
            case SUBSET_OF ->
                switch (next) {
                    case SUBSET_OF, NONE -> Optional.of(next);
                    case SUPERSET_OF, INTERSECTS_WITH -> Optional.of(RELATED);
                    default -> Optional.empty();
                };
            case SUPERSET_OF ->
                switch (next) {
                    case SUPERSET_OF, INTERSECTS_WITH, RELATED -> Optional.of(next);
                    case SUBSET_OF -> Optional.of(INTERSECTS_WITH);
                    default -> Optional.empty();
                };
            case INTERSECTS_WITH ->
                switch (next) {
                    case SUBSET_OF -> Optional.of(INTERSECTS_WITH);
                    case SUPERSET_OF, INTERSECTS_WITH -> Optional.of(RELATED);
                    default -> Optional.empty();
                };
            case RELATED -> next == SUBSET_OF ? Optional.of(RELATED) : Optional.empty();
            case NONE -> next == SUPERSET_OF ? Optional.of(NONE) : Optional.empty();
        };
    }

    /**
     * Tells whether another claim holds of any two elements of which this one holds.
     *
     * @param other a claim on the same two elements, in the same order
     * @return {@code true} if it follows
     */
    public boolean implies(Relation other) {
        return switch (this) {
            case EQUAL -> other != NONE;
            case SUBSET_OF, SUPERSET_OF -> other == this || other == INTERSECTS_WITH || other == RELATED;
            case INTERSECTS_WITH -> other == this || other == RELATED;
            case RELATED, NONE -> other == this;
        };
    }
}
