package io.aims.cli;

import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.interchange.StoredEntry;
import io.aims.interchange.SystemEntry;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.system.AiSystem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings each result together with the description of its system, by their ids. Where both stand in the same order, only a
 * few are held at a time, however many there are. Not thread-safe.
 */
final class ResultPairs {

    private final Iterator<StoredEntry> resultEntries;
    private final Iterator<SystemEntry> systemEntries;
    private final Consumer<List<Fault>> refuse;
    private final Map<String, Deque<StoredEntry.Accepted>> heldResults = new LinkedHashMap<>();
    private final Map<String, Deque<SystemEntry.Accepted>> heldSystems = new LinkedHashMap<>();
    private final List<Lonely> laterSystems = new ArrayList<>();
    private int results;
    private int systems;

    /** A result with the system it is about. */
    record Pair(StoredEvaluation result, AiSystem system) {}

    /** A result without a description, or a described system without a result. */
    record Lonely(String id, Place place) {}

    ResultPairs(Iterator<StoredEntry> results, Iterator<SystemEntry> systems, Consumer<List<Fault>> refuse) {
        this.resultEntries = results;
        this.systemEntries = systems;
        this.refuse = refuse;
    }

    /** Returns the next pair, or {@code null} at the end. */
    @Nullable
    Pair next() {
        for (StoredEntry.Accepted result = nextResult(); result != null; result = nextResult()) {
            SystemEntry.Accepted held = take(heldSystems, result.evaluation().systemId());
            if (held != null) {
                return pair(result, held);
            }
            hold(heldResults, result.evaluation().systemId(), result);
            SystemEntry.Accepted system = nextSystem();
            if (system != null) {
                StoredEntry.Accepted waiting =
                        take(heldResults, system.document().system().id());
                if (waiting != null) {
                    return pair(waiting, system);
                }
                hold(heldSystems, system.document().system().id(), system);
            }
        }
        // A single result says nothing of the other systems that are described.
        while (results > 1 || !heldResults.isEmpty()) {
            SystemEntry.Accepted system = nextSystem();
            if (system == null) {
                return onlyOneOfEach();
            }
            String id = system.document().system().id();
            StoredEntry.Accepted waiting = take(heldResults, id);
            if (waiting != null) {
                return pair(waiting, system);
            }
            laterSystems.add(new Lonely(id, system.place()));
        }
        return null;
    }

    /** If there is one of each, they belong together whatever their ids: the id is what may have been altered. */
    private @Nullable Pair onlyOneOfEach() {
        if (results != 1 || systems != 1 || heldResults.isEmpty() || heldSystems.isEmpty()) {
            return null;
        }
        StoredEntry.Accepted result = heldResults.values().iterator().next().remove();
        SystemEntry.Accepted system = heldSystems.values().iterator().next().remove();
        heldResults.clear();
        heldSystems.clear();
        return pair(result, system);
    }

    /** Returns the results of which no system is described. */
    List<Lonely> lonelyResults() {
        return heldResults.values().stream()
                .flatMap(Deque::stream)
                .map(result -> new Lonely(result.evaluation().systemId(), result.place()))
                .toList();
    }

    /** Returns the systems of which there is no result. */
    List<Lonely> lonelySystems() {
        List<Lonely> lonely = new ArrayList<>();
        heldSystems.values().stream()
                .flatMap(Deque::stream)
                .forEach(system ->
                        lonely.add(new Lonely(system.document().system().id(), system.place())));
        lonely.addAll(laterSystems);
        return lonely;
    }

    /** Returns how many results were read. */
    int results() {
        return results;
    }

    private static Pair pair(StoredEntry.Accepted result, SystemEntry.Accepted system) {
        return new Pair(result.evaluation(), system.document().system());
    }

    private StoredEntry.@Nullable Accepted nextResult() {
        while (resultEntries.hasNext()) {
            StoredEntry entry = resultEntries.next();
            if (entry instanceof StoredEntry.Accepted accepted) {
                results++;
                return accepted;
            }
            refuse.accept(((StoredEntry.Refused) entry).faults());
        }
        return null;
    }

    private SystemEntry.@Nullable Accepted nextSystem() {
        while (systemEntries.hasNext()) {
            SystemEntry entry = systemEntries.next();
            if (entry instanceof SystemEntry.Accepted accepted) {
                systems++;
                return accepted;
            }
            refuse.accept(((SystemEntry.Refused) entry).faults());
        }
        return null;
    }

    private static <T> void hold(Map<String, Deque<T>> held, String id, T entry) {
        held.computeIfAbsent(id, key -> new ArrayDeque<>()).add(entry);
    }

    private static <T> @Nullable T take(Map<String, Deque<T>> held, String id) {
        Deque<T> entries = held.get(id);
        if (entries == null) {
            return null;
        }
        T entry = entries.poll();
        if (entries.isEmpty()) {
            held.remove(id);
        }
        return entry;
    }
}
