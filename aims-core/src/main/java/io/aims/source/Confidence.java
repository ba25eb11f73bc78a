package io.aims.source;

/**
 * How well a fact is supported by the sources it cites, in rising order.
 *
 * @since 0.1
 */
public enum Confidence {
    /** One weak source, or derived by analogy. */
    LOW,
    /** A source that others do not confirm. */
    MEDIUM,
    /** Confirmed by the sources cited. */
    HIGH
}
