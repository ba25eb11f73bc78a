package io.aims.testing.baseline;

import io.aims.Aims;
import io.aims.error.Faults;
import io.aims.evaluation.Basis;
import io.aims.interchange.SystemDocument;
import io.aims.rule.RulePack;
import io.aims.text.NaturalOrder;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that a baseline keeps.
 *
 * @param asOf the day for which it was recorded
 * @param basis what the outcomes rest on: name, then version and fingerprint
 * @param rules the rules in use, sorted as people read ids
 * @param accepted what was accepted, in the order written
 * @param systems the outcomes by the id of the system, sorted by code unit
 */
record FrozenOutcomes(
        LocalDate asOf,
        SortedMap<String, String> basis,
        Set<String> rules,
        List<Acceptance> accepted,
        SortedMap<String, SystemOutcomes> systems) {

    private static final String TWICE = "AIMS-7011";

    FrozenOutcomes {
        basis = Collections.unmodifiableSortedMap(new TreeMap<>(basis));
        SortedSet<String> sorted = new TreeSet<>(NaturalOrder.comparator());
        sorted.addAll(rules);
        rules = Collections.unmodifiableSortedSet(sorted);
        accepted = List.copyOf(accepted);
        systems = Collections.unmodifiableSortedMap(new TreeMap<>(systems));
    }

    static FrozenOutcomes of(
            Aims aims, Collection<SystemDocument> documents, LocalDate asOf, List<Acceptance> accepted) {
        SortedMap<String, SystemOutcomes> systems = new TreeMap<>();
        Faults faults = new Faults();
        for (SystemDocument document : documents) {
            String id = document.system().id();
            if (systems.put(id, SystemOutcomes.of(aims, document, asOf)) != null) {
                faults.add(
                        TWICE,
                        null,
                        "Two systems of the portfolio have the id (" + Quoted.of(id) + ").",
                        "Maybe the same file is read twice, or one was copied and not renamed.");
            }
        }
        faults.throwIfAny();
        return new FrozenOutcomes(asOf, basis(aims.basis()), rules(aims.packs()), accepted, systems);
    }

    private static SortedMap<String, String> basis(Basis basis) {
        SortedMap<String, String> parts = new TreeMap<>();
        Map.of("vocabulary", basis.vocabulary(), "catalogue", basis.catalogue(), "criteria", basis.criteria())
                .forEach((kind, part) -> parts.put(
                        kind,
                        part.id()
                                + (part.version().isEmpty() ? " " : " " + part.version() + " ")
                                + part.fingerprint()));
        basis.packs().forEach(pack -> parts.put("pack " + pack.id(), pack.version() + " " + pack.fingerprint()));
        return parts;
    }

    private static Set<String> rules(List<RulePack> packs) {
        return packs.stream()
                .flatMap(pack -> pack.rules().stream())
                .map(rule -> rule.id().value())
                .collect(Collectors.toSet());
    }
}
