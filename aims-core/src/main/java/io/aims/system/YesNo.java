package io.aims.system;

/**
 * The answer to a question that knows only two answers. "Not known" is neither: leave the characteristic unanswered.
 *
 * @since 0.1
 */
public enum YesNo implements CharacteristicValue {
    /** Assessed, and it is not so. */
    NO,
    /** It is so. */
    YES;

    @Override
    public String id() {
        return name();
    }
}
