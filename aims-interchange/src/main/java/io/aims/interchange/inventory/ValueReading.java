package io.aims.interchange.inventory;

import io.aims.control.ControlId;
import io.aims.system.Answer;
import io.aims.system.Provenance.Basis;
import io.aims.treatment.ControlState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some values of a column tell.
 *
 * @param values the values
 * @param says the answers they give
 * @param shows what they tell of controls
 * @param basis whether the answers are stated or inferred
 * @param oddity why the value is odd all the same, or {@code null}
 */
record ValueReading(
        ValueSet values,
        List<Answer> says,
        Map<ControlId, ControlState.Stage> shows,
        Basis basis,
        @Nullable String oddity) {

    /** Copies the collections. */
    ValueReading {
        says = List.copyOf(says);
        shows = Map.copyOf(shows);
    }
}
