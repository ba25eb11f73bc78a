package io.aims.crosswalk;

/**
 * On whose word a mapping stands, the strongest first.
 *
 * @since 0.1
 */
public enum MappingBasis {
    /** A published crosswalk states it. */
    PUBLISHED("published crosswalk"),
    /** Judgement of the authors of this crosswalk, shared by a second public mapping. */
    EXPERT_CORROBORATED("judgement that a second public mapping shares"),
    /** Judgement of the authors of this crosswalk alone. */
    EXPERT("judgement");

    private final String words;

    MappingBasis(String words) {
        this.words = words;
    }

    /**
     * Returns the basis in words, within a sentence.
     *
     * @return for example {@code published crosswalk}
     */
    public String words() {
        return words;
    }

    /**
     * Returns the weaker of two.
     *
     * @param other another basis
     * @return what rests on both rests on this
     */
    public MappingBasis weaker(MappingBasis other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
