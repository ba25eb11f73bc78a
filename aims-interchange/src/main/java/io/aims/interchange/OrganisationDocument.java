package io.aims.interchange;

import io.aims.treatment.ControlStates;
import io.aims.treatment.reuse.Elsewhere;

/**
 * What an organisation says once for all of its systems: of the controls of the catalogue, and of other frameworks.
 *
 * @param controls the states of controls; {@link ControlStates#unknown()} if nothing is said of them
 * @param elsewhere the management systems that are operated, and states of elements of other frameworks;
 *     {@link Elsewhere#nothing()} if nothing is said of them
 * @since 0.1
 */
public record OrganisationDocument(ControlStates controls, Elsewhere elsewhere) {}
