package io.aims.system.identity;

import io.aims.system.CharacteristicValue;

/**
 * Jurisdictions where the system is placed, used or where its output is used.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause ISO/IEC 42001:2023 4.1
 * @clause EU AI Act Art. 2
 * @since 0.1
 */
public enum Jurisdiction implements CharacteristicValue {
    /** European Union. */
    EU,
    /** United Kingdom. */
    UK,
    /** United States of America. */
    US,
    /** Canada. */
    CANADA,
    /** Any other jurisdiction. */
    OTHER;

    @Override
    public String id() {
        return name();
    }
}
