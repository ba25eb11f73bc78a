package io.aims.system.identity;

import io.aims.system.CharacteristicValue;

/**
 * Current life cycle stage. Ordered in time, not in severity. CONTINUOUS_VALIDATION is the operating state of systems
 * that keep learning.
 *
 * <p>The values follow one another in time, not in severity.
 *
 * @clause ISO/IEC 22989:2022 AI system life cycle
 * @clause ISO/IEC 5338:2023
 * @since 0.1
 */
public enum LifecycleStage implements CharacteristicValue {
    /** An idea with goals and stakeholders, nothing built yet. */
    INCEPTION,
    /** Being designed, trained or coded. */
    DESIGN_AND_DEVELOPMENT,
    /** Built, and being tested against its requirements. */
    VERIFICATION_AND_VALIDATION,
    /** Being brought into service in its place of use. */
    DEPLOYMENT,
    /** In service, with fixed behaviour between releases. */
    OPERATION_AND_MONITORING,
    /** In service and still learning, so validation never ends. */
    CONTINUOUS_VALIDATION,
    /** Under review after change, feedback or missed goals. */
    REEVALUATION,
    /** Being taken out of service, replaced or disposed of. */
    RETIREMENT;

    @Override
    public String id() {
        return name();
    }
}
