package io.aims.crosswalk;

import io.aims.control.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A standard, law or programme whose elements are compared with those of others.
 *
 * @param id the id with the edition
 * @param title its title, without the edition
 * @param edition its edition
 * @param about what a reader should know of it
 * @param extent whether all its elements are listed
 * @param elements the elements in the order of the framework, each id once
 * @since 0.1
 */
public record Framework(
        FrameworkId id, String title, String edition, String about, Extent extent, List<Element> elements) {

    /** How much of a framework its list of elements holds. */
    public enum Extent {
        /** Every element of the part that {@link Framework#about()} names. */
        COMPLETE,
        /** Those that some mapping names. What is not listed may exist all the same. */
        MAPPED_ONLY
    }

    /** Copies the elements and checks that each belongs here and stands once. */
    public Framework {
        if (title.isBlank() || edition.isBlank()) {
            throw new IllegalArgumentException("The framework " + id + " needs a title and an edition");
        }
        elements = List.copyOf(elements);
        Set<ElementId> seen = new HashSet<>();
        for (Element element : elements) {
            if (!element.id().framework().equals(id)) {
                throw new IllegalArgumentException("The element " + element.id() + " is not one of framework " + id);
            }
            if (!seen.add(element.id())) {
                throw new IllegalArgumentException("The element " + element.id() + " stands twice");
            }
        }
    }

    /**
     * Returns a catalogue as a framework: its clauses, controls, objectives and risk sources, by their titles.
     *
     * @param catalogue a catalogue, for example {@code iso-42001:2023}
     * @return the framework, {@code iso-42001-2023} for that catalogue
     */
    public static Framework of(Catalogue catalogue) {
        FrameworkId id = new FrameworkId(catalogue.id().replace(':', '-'));
        List<Element> elements = new ArrayList<>();
        catalogue.clauses().forEach(clause -> elements.add(element(id, clause.id(), clause.title(), "Clauses")));
        catalogue
                .controls()
                .forEach(control -> elements.add(element(id, control.id().value(), control.title(), "Controls")));
        catalogue
                .objectives()
                .forEach(goal -> elements.add(element(id, goal.id().value(), goal.title(), "Objectives")));
        catalogue
                .riskSources()
                .forEach(source -> elements.add(element(id, source.id().value(), source.title(), "Risk sources")));
        String edition = catalogue.id().substring(catalogue.id().indexOf(':') + 1);
        String title = catalogue.title();
        int at = title.indexOf(":" + edition);
        return at <= 0
                ? new Framework(id, title, edition, "", Extent.COMPLETE, elements)
                : new Framework(
                        id,
                        title.substring(0, at),
                        edition,
                        title.substring(at + 1 + edition.length()).strip(),
                        Extent.COMPLETE,
                        elements);
    }

    private static Element element(FrameworkId framework, String id, String title, String section) {
        return Element.resolved(new ElementId(framework, id), title, section);
    }

    /**
     * Returns the elements without the one that stands for the whole, in the order of the framework.
     *
     * @return an immutable list
     */
    public List<Element> parts() {
        return elements.stream()
                .filter(element -> element.standing() != Element.Standing.WHOLE)
                .toList();
    }

    /**
     * Returns title and edition, as people name a framework.
     *
     * @return one line, for example {@code ISO/IEC 27001:2022} or {@code NIST AI RMF 1.0}
     */
    @Override
    public String toString() {
        return title + (title.startsWith("ISO") ? ":" : " ") + edition;
    }
}
