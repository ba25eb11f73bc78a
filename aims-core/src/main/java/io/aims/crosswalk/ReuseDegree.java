package io.aims.crosswalk;

import java.util.Collection;

/**
 * How much of what a control or clause asks for is there already in an organisation that runs another framework, the most
 * first.
 *
 * @since 0.1
 */
public enum ReuseDegree {
    /** The process and its records are there, and are extended. */
    STRONG,
    /** A real part is there, and another part has to be built beside it. */
    PARTIAL,
    /** A mechanism or a neighbouring topic is there to build on; the substance is new. */
    WEAK,
    /** Nothing is there that would serve. */
    NONE,
    /** Nobody says what is there. It may be anything. */
    UNSTATED;

    /**
     * Returns what mappings alone show: {@link #STRONG} if one element covers the whole, {@link #PARTIAL} if one overlaps with
     * it, {@link #WEAK} if one is only related to it, {@link #NONE} if it is stated that there is no counterpart.
     *
     * @param mappings mappings of elements of the other framework to the control or clause
     * @return the degree that the strongest of them shows, {@link #UNSTATED} without any
     */
    public static ReuseDegree shown(Collection<Mapping> mappings) {
        return mappings.stream()
                .map(mapping -> shown(mapping.relation()))
                .min(ReuseDegree::compareTo)
                .orElse(UNSTATED);
    }

    private static ReuseDegree shown(Relation relation) {
        return switch (relation) {
            case EQUAL, SUPERSET_OF -> STRONG;
            case SUBSET_OF, INTERSECTS_WITH -> PARTIAL;
            case RELATED -> WEAK;
            case NONE -> NONE;
        };
    }

    /**
     * Tells whether a judgement agrees with mappings. A judgement tells {@code STRONG} from {@code PARTIAL}, which an overlap
     * alone does not, but never finds more than a mechanism where nothing overlaps, nor nothing where something is mapped.
     *
     * @param mappings mappings of elements of the other framework to the control or clause
     * @return {@code true} if this degree can be judged on them
     */
    public boolean agreesWith(Collection<Mapping> mappings) {
        return switch (shown(mappings)) {
            case STRONG, PARTIAL -> this != NONE;
            case WEAK -> this == WEAK;
            case NONE -> this == NONE;
            case UNSTATED -> this == WEAK || this == NONE;
        };
    }
}
