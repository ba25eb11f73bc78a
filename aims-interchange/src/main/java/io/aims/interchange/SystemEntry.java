package io.aims.interchange;

import io.aims.error.Fault;
import io.aims.error.Place;
import java.util.List;

/**
 * One entry of a batch of systems: a system that was read, or something that could not be. Nothing is half read, and
 * nothing is left out.
 *
 * @since 0.1
 */
public sealed interface SystemEntry {

    /**
     * Returns where the entry stands.
     *
     * @return the file, line and column at which it begins
     */
    Place place();

    /**
     * A system that was read.
     *
     * @param document the system and the states of controls
     * @param place where it stands
     */
    record Accepted(SystemDocument document, Place place) implements SystemEntry {}

    /**
     * A system, or a whole file, that could not be read.
     *
     * @param faults everything that is wrong with it, at least one fault
     * @param place where it stands
     */
    record Refused(List<Fault> faults, Place place) implements SystemEntry {

        /** Copies the list of faults. */
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
