package io.aims.treatment;

import io.aims.control.ControlId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the controls of one system are in place. What is needed never depends on it. Immutable and thread-safe.
 *
 * @param states the states known, by control, sorted; what is absent is unknown
 * @since 0.1
 */
public record ControlStates(SortedMap<ControlId, ControlState> states) {

    /** Copies the map, into the order of the ids. */
    public ControlStates {
        SortedMap<ControlId, ControlState> sorted = new TreeMap<>();
        sorted.putAll(states);
        states = Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * Returns states of which nothing is known.
     *
     * @return no states
     */
    public static ControlStates unknown() {
        return new ControlStates(new TreeMap<>());
    }

    /**
     * Creates states.
     *
     * @param states the states known, by control
     * @return the states
     */
    public static ControlStates of(Map<ControlId, ControlState> states) {
        return new ControlStates(new TreeMap<>(states));
    }

    /**
     * Returns the state of a control.
     *
     * @param control a control
     * @return the state, or empty if it is unknown
     */
    public Optional<ControlState> state(ControlId control) {
        return Optional.ofNullable(states.get(control));
    }
}
