package io.aims.system.data;

import io.aims.system.CharacteristicValue;

/**
 * What the target variable really is.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC TR 24027:2021
 * @clause ISO/IEC TS 12791:2024
 * @since 0.1
 */
public enum LabelBasis implements CharacteristicValue {
    /** There is no target variable. */
    NOT_APPLICABLE,
    /** What really happened, measured. */
    MEASURED_OUTCOME,
    /** The judgement of experts. */
    EXPERT_LABEL,
    /** Labels by crowd workers or another model. */
    CROWD_OR_MODEL_LABEL,
    /** A past decision or a stand-in for the real thing. */
    HISTORICAL_DECISION_OR_PROXY;

    @Override
    public String id() {
        return name();
    }
}
