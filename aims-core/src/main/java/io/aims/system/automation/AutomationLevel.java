package io.aims.system.automation;

import io.aims.system.CharacteristicValue;

/**
 * How much of the task runs without an external agent: none; the system assists; some sub-functions automated under
 * control; sustained performance with an agent ready to take over; parts of the mission without external intervention;
 * the whole mission without external intervention; able to change its own domain of use or goals.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 22989:2022 automation levels (also SPDX 3.1 IsoAutomationLevel and W3C DPV AI)
 * @since 0.1
 */
public enum AutomationLevel implements CharacteristicValue {
    /** People do the whole task. */
    NOT_AUTOMATED,
    /** People do the task, the system helps. */
    ASSISTANCE,
    /** Some sub-functions run by themselves under a person's control. */
    PARTIAL_AUTOMATION,
    /** Runs by itself for longer, a person stands ready to take over. */
    CONDITIONAL_AUTOMATION,
    /** Parts of the mission run without anybody stepping in. */
    HIGH_AUTOMATION,
    /** The whole mission runs without anybody stepping in. */
    FULL_AUTOMATION,
    /** Can also change its own goals or domain of use. */
    AUTONOMY;

    @Override
    public String id() {
        return name();
    }
}
