package io.aims.treatment;

import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is said of the controls of one system, or of a whole organisation. What is needed never depends on it. Immutable and
 * thread-safe.
 *
 * @param states what is said, by control, sorted; what is absent is unknown
 * @param open the controls of which it is said that their state is not known, sorted
 * @since 0.1
 */
public record ControlStates(SortedMap<ControlId, ControlState> states, SortedSet<ControlId> open) {

    /** Copies map and set, into the order of the ids. */
    public ControlStates {
        TreeMap<ControlId, ControlState> sorted = new TreeMap<>();
        sorted.putAll(states);
        states = Collections.unmodifiableSortedMap(sorted);
        TreeSet<ControlId> sortedOpen = new TreeSet<>();
        sortedOpen.addAll(open);
        open = Collections.unmodifiableSortedSet(sortedOpen);
        for (ControlId control : open) {
            if (states.containsKey(control)) {
                throw new IllegalArgumentException("The state of a control is known or it is not: " + control);
            }
        }
    }

    /**
     * Creates states. Of no control it is said that its state is unknown.
     *
     * @param states what is said, by control
     */
    public ControlStates(SortedMap<ControlId, ControlState> states) {
        this(states, Collections.emptySortedSet());
    }

    /**
     * Returns states of which nothing is said.
     *
     * @return no states
     */
    public static ControlStates unknown() {
        return new ControlStates(new TreeMap<>());
    }

    /**
     * Creates states.
     *
     * @param states what is said, by control
     * @return the states
     */
    public static ControlStates of(Map<ControlId, ControlState> states) {
        return new ControlStates(new TreeMap<>(states));
    }

    /**
     * Returns the state of a control.
     *
     * @param control a control
     * @return what is said, or empty if it is unknown
     */
    public Optional<ControlState> state(ControlId control) {
        return Optional.ofNullable(states.get(control));
    }

    /**
     * Returns these states with another one.
     *
     * @param control a control
     * @param state what is now said of it
     * @return the states
     */
    public ControlStates with(ControlId control, ControlState state) {
        TreeMap<ControlId, ControlState> more = new TreeMap<>(states);
        more.put(control, state);
        TreeSet<ControlId> stillOpen = new TreeSet<>(open);
        stillOpen.remove(control);
        return new ControlStates(more, stillOpen);
    }

    /**
     * Joins what is said for a whole organisation, here, with what is said for one of its systems.
     *
     * <p>A control that is done once for the organisation has one state: what the organisation says counts, and what a
     * system says of it only if the organisation says nothing. Of every other control the organisation says what holds for
     * systems that say nothing themselves: the statement of a system replaces it as a whole, with evidence and dates, also
     * where it is worse, and also where it is that the state is not known.
     *
     * @param system what is said for one system
     * @param catalogue the catalogue, which tells for whom a control is done
     * @return what holds for that system
     */
    public ControlStates forSystem(ControlStates system, Catalogue catalogue) {
        TreeMap<ControlId, ControlState> joint = new TreeMap<>(states);
        TreeSet<ControlId> jointOpen = new TreeSet<>(open);
        system.states.forEach((control, state) -> {
            if (!isSaidOnce(control, catalogue)) {
                joint.put(control, state);
                jointOpen.remove(control);
            }
        });
        for (ControlId control : system.open) {
            if (!isSaidOnce(control, catalogue)) {
                joint.remove(control);
                jointOpen.add(control);
            }
        }
        return new ControlStates(joint, jointOpen);
    }

    /** Whether a control is done once for the organisation and the organisation has said how far. */
    private boolean isSaidOnce(ControlId control, Catalogue catalogue) {
        boolean ofOrganisation = catalogue
                .control(control)
                .filter(known -> known.scope() == Control.Scope.ORG)
                .isPresent();
        return ofOrganisation && (states.containsKey(control) || open.contains(control));
    }
}
