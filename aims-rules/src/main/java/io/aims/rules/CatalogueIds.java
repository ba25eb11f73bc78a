package io.aims.rules;

import io.aims.control.Catalogue;
import java.util.List;
import java.util.stream.Stream;

/** The ids of everything that a catalogue holds. */
final class CatalogueIds {

    private CatalogueIds() {}

    /** Returns the ids of areas, controls, objectives, risk sources and clauses, in this order. */
    static List<String> of(Catalogue catalogue) {
        return Stream.of(
                        catalogue.areas().keySet().stream(),
                        catalogue.controls().stream()
                                .map(control -> control.id().value()),
                        catalogue.objectives().stream()
                                .map(objective -> objective.id().value()),
                        catalogue.riskSources().stream()
                                .map(source -> source.id().value()),
                        catalogue.clauses().stream().map(clause -> clause.id()))
                .flatMap(ids -> ids)
                .toList();
    }
}
