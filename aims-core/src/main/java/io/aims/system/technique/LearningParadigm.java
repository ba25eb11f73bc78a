package io.aims.system.technique;

import io.aims.system.CharacteristicValue;

/**
 * Learning methods used.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause ISO/IEC 22989:2022
 * @clause ISO/IEC 23053:2022
 * @since 0.1
 */
public enum LearningParadigm implements CharacteristicValue {
    /** Learned from labelled examples. */
    SUPERVISED,
    /** Found structure in data without labels. */
    UNSUPERVISED,
    /** Made its own targets from raw data. */
    SELF_SUPERVISED,
    /** Learned by reward for its actions. */
    REINFORCEMENT,
    /** Adapted from a model trained for something else. */
    TRANSFER_OR_FINE_TUNED,
    /** Learned across sites that keep their data. */
    FEDERATED;

    @Override
    public String id() {
        return name();
    }
}
