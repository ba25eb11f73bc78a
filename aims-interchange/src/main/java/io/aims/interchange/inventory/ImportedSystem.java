package io.aims.interchange.inventory;

import io.aims.system.AiSystem;
import io.aims.treatment.ControlStates;
import java.util.List;

/**
 * A record of an inventory as a system.
 *
 * @param system the system, with provenance at every answer
 * @param controls what the record tells of controls
 * @param record the number of the record, from 1
 * @param line the line at which the record begins, from 1
 * @param warnings what is odd in the record
 * @since 0.1
 */
public record ImportedSystem(
        AiSystem system, ControlStates controls, long record, int line, List<ImportWarning> warnings) {

    /** Copies the list. */
    public ImportedSystem {
        warnings = List.copyOf(warnings);
    }
}
