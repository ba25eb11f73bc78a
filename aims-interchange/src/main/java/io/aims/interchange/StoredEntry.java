package io.aims.interchange;

import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.reasoning.verification.StoredEvaluation;
import java.util.List;

/**
 * One entry of a file of results: a result that was read, or something that could not be. Nothing is left out.
 *
 * @since 0.1
 */
public sealed interface StoredEntry {

    /**
     * Returns where the entry stands.
     *
     * @return the file, line and column at which it begins
     */
    Place place();

    /**
     * A result that was read.
     *
     * @param evaluation what it says
     * @param place where it stands
     */
    record Accepted(StoredEvaluation evaluation, Place place) implements StoredEntry {}

    /**
     * A result, or a whole file, that could not be read.
     *
     * @param faults everything that is wrong with it, at least one fault
     * @param place where it stands
     */
    record Refused(List<Fault> faults, Place place) implements StoredEntry {

        /** Copies the list of faults. */
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
