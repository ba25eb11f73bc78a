package io.aims.treatment;

import io.aims.risk.RiskLevel;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is decided about the risks of the systems of an organisation. How they stand on a day is another matter:
 * {@link TreatmentPlan}. Immutable and thread-safe.
 *
 * @param tolerance the level that needs no decision
 * @param systems the decisions by the id of the system, sorted; of a system that is absent nothing is decided
 * @clause ISO/IEC 42001:2023 6.1.3, 8.3
 * @since 0.1
 */
public record Treatments(RiskLevel tolerance, SortedMap<String, List<Treatment>> systems) {

    /** Copies map and lists, the map into the order of the ids. */
    public Treatments {
        SortedMap<String, List<Treatment>> sorted = new TreeMap<>();
        systems.forEach((id, treatments) -> sorted.put(id, List.copyOf(treatments)));
        systems = Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * Returns what is decided about the risks of a system.
     *
     * @param id the id of the system
     * @return the decisions in the order given, none if nothing is decided
     */
    public List<Treatment> of(String id) {
        return systems.getOrDefault(id, List.of());
    }
}
