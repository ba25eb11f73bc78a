package io.aims.system.regulation;

import io.aims.system.CharacteristicValue;

/**
 * Derogation conditions claimed. ANTITONE: claiming more can only lower the class, so keep it out of safeguard rules.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause EU AI Act Art. 6(3)
 * @since 0.1
 */
public enum ArticleSixThreeCondition implements CharacteristicValue {
    /** Does a narrow procedural task. */
    NARROW_PROCEDURAL_TASK,
    /** Improves the result of work a person has finished. */
    IMPROVES_COMPLETED_HUMAN_ACTIVITY,
    /** Detects departures from earlier decisions, a person reviews. */
    DETECTS_DEVIATIONS_WITH_HUMAN_REVIEW,
    /** Prepares an assessment that others make. */
    PREPARATORY_TASK;

    @Override
    public String id() {
        return name();
    }
}
