package io.aims.reasoning.proof;

/**
 * How much an explanation tells.
 *
 * @since 0.1
 */
public enum Detail {
    /** The strongest reasons; the others are counted. */
    SHORT,
    /** Every reason, with sources and packs. */
    FULL
}
