package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Whether people can avoid or opt out.
 *
 * <p>The values rise in severity.
 *
 * @clause OECD 2022 Classification (optionality)
 * @clause EU AI Act Art. 7(2)(g)
 * @since 0.1
 */
public enum Optionality implements CharacteristicValue {
    /** People can easily avoid it. */
    FREE_CHOICE,
    /** Avoiding it costs money, time or chances. */
    COSTLY_TO_AVOID,
    /** People cannot avoid it. */
    UNAVOIDABLE;

    @Override
    public String id() {
        return name();
    }
}
