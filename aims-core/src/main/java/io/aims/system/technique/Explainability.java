package io.aims.system.technique;

import io.aims.system.CharacteristicValue;

/**
 * How the reasons for an output can be known: readable by construction; explained afterwards with tested fidelity;
 * explained approximately; not explained.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 22989:2022 explainability
 * @clause ISO/IEC TS 6254:2025
 * @clause NIST AI RMF 1.0 MEASURE 2.9
 * @since 0.1
 */
public enum Explainability implements CharacteristicValue {
    /** Readable by construction. */
    INTRINSIC,
    /** Explained afterwards, and the explanation's fidelity was tested. */
    POST_HOC_FAITHFUL,
    /** Explained afterwards, only approximately. */
    POST_HOC_APPROXIMATE,
    /** Not explained. */
    OPAQUE;

    @Override
    public String id() {
        return name();
    }
}
