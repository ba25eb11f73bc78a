package io.aims.crosswalk;

/**
 * On whose word a mapping stands, the strongest first.
 *
 * @since 0.1
 */
public enum MappingBasis {
    /** A published crosswalk states it. */
    PUBLISHED,
    /** Judgement of the authors of this crosswalk, shared by a second public mapping. */
    EXPERT_CORROBORATED,
    /** Judgement of the authors of this crosswalk alone. */
    EXPERT;

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
