package io.aims.treatment.reuse;

import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.FrameworkId;
import io.aims.treatment.ControlState;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an organisation says of other frameworks than the catalogue: which management systems it operates, and how far their
 * controls are in place. Nothing here is a state of a control of the catalogue, nor becomes one: {@link EvidenceReuse} makes
 * suggestions of it. Immutable and thread-safe.
 *
 * @param operated the management systems that are operated, by framework, sorted
 * @param states what is said of elements of frameworks, sorted; what is absent is unknown
 * @param open the elements of which it is said that their state is not known, sorted
 * @since 0.1
 */
public record Elsewhere(
        SortedMap<FrameworkId, OperatedSystem> operated,
        SortedMap<ElementId, ControlState> states,
        SortedSet<ElementId> open) {

    /** Copies maps and set, into the order of the ids. */
    public Elsewhere {
        TreeMap<FrameworkId, OperatedSystem> sortedOperated = new TreeMap<>();
        sortedOperated.putAll(operated);
        operated = Collections.unmodifiableSortedMap(sortedOperated);
        TreeMap<ElementId, ControlState> sortedStates = new TreeMap<>();
        sortedStates.putAll(states);
        states = Collections.unmodifiableSortedMap(sortedStates);
        TreeSet<ElementId> sortedOpen = new TreeSet<>();
        sortedOpen.addAll(open);
        open = Collections.unmodifiableSortedSet(sortedOpen);
        for (ElementId element : open) {
            if (states.containsKey(element)) {
                throw new IllegalArgumentException("The state of an element is known or it is not: " + element);
            }
        }
    }

    /**
     * Returns that nothing is said of other frameworks.
     *
     * @return neither management systems nor states
     */
    public static Elsewhere nothing() {
        return new Elsewhere(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    }

    /**
     * Returns the same with a management system that is operated.
     *
     * @param framework the framework that it follows
     * @param system what is said of it
     * @return what is said elsewhere
     */
    public Elsewhere operating(FrameworkId framework, OperatedSystem system) {
        TreeMap<FrameworkId, OperatedSystem> more = new TreeMap<>(operated);
        more.put(framework, system);
        return new Elsewhere(more, states, open);
    }

    /**
     * Returns the same with the state of an element.
     *
     * @param element an element of a framework
     * @param state what is now said of it
     * @return what is said elsewhere
     */
    public Elsewhere with(ElementId element, ControlState state) {
        TreeMap<ElementId, ControlState> more = new TreeMap<>(states);
        more.put(element, state);
        TreeSet<ElementId> stillOpen = new TreeSet<>(open);
        stillOpen.remove(element);
        return new Elsewhere(operated, more, stillOpen);
    }

    /**
     * Returns the frameworks of which anything is said.
     *
     * @return the frameworks, sorted
     */
    public SortedSet<FrameworkId> frameworks() {
        TreeSet<FrameworkId> frameworks = new TreeSet<>(operated.keySet());
        states.keySet().forEach(element -> frameworks.add(element.framework()));
        open.forEach(element -> frameworks.add(element.framework()));
        return Collections.unmodifiableSortedSet(frameworks);
    }

    /**
     * Tells whether nothing is said.
     *
     * @return {@code true} if there is neither a management system nor an element
     */
    public boolean isEmpty() {
        return operated.isEmpty() && states.isEmpty() && open.isEmpty();
    }

    /**
     * Tells whether what is said depends on the day.
     *
     * @return {@code true} if something begins or ends
     */
    public boolean hasDates() {
        return operated.values().stream().anyMatch(system -> system.since() != null || system.until() != null)
                || states.values().stream().anyMatch(state -> state.since() != null || state.until() != null);
    }
}
