package io.aims.interchange;

import io.aims.system.AiSystem;
import io.aims.treatment.ControlStates;

/**
 * What a description of a system holds: the system, and what is already done about controls.
 *
 * @param system the system
 * @param controls the states of controls; {@link ControlStates#unknown()} if nothing is said of them
 * @since 0.1
 */
public record SystemDocument(AiSystem system, ControlStates controls) {}
