package io.aims.crosswalk;

import io.aims.source.Confidence;
import io.aims.source.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A claim on two elements of different frameworks: stated by somebody, or what follows from stated ones.
 *
 * @param from the first element
 * @param to the second element
 * @param relation how the first compares with the second
 * @param basis on whose word it stands
 * @param sources where it is stated, at least one
 * @param confidence how well it is supported
 * @param note what a reader should know, or empty
 * @param steps the stated mappings from which it follows, one behind the other from the first element to the second; empty if it
 *     is stated itself
 * @since 0.1
 */
public record Mapping(
        ElementId from,
        ElementId to,
        Relation relation,
        MappingBasis basis,
        List<Source> sources,
        Confidence confidence,
        String note,
        List<Mapping> steps) {

    /**
     * Orders by relation, then basis, then confidence, the strongest first, then by the ids of both elements.
     *
     * @return a comparator
     */
    public static Comparator<Mapping> strongestFirst() {
        return Comparator.comparing(Mapping::relation)
                .thenComparing(Mapping::basis)
                .thenComparing(Mapping::confidence, Comparator.reverseOrder())
                .thenComparing(Mapping::from)
                .thenComparing(Mapping::to);
    }

    /** Copies the lists and checks that the steps lead from the first element to the second. */
    public Mapping {
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
        if (from.framework().equals(to.framework())) {
            throw new IllegalArgumentException("A mapping joins two frameworks: " + from + ", " + to);
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("The mapping of " + from + " to " + to + " needs a source");
        }
        ElementId reached = from;
        for (Mapping step : steps) {
            if (!step.from.equals(reached) || !step.steps.isEmpty()) {
                throw new IllegalArgumentException("The step from " + step.from + " to " + step.to
                        + " does not stand at " + reached + ", or has steps itself");
            }
            reached = step.to;
        }
        if (steps.size() == 1 || !steps.isEmpty() && !reached.equals(to)) {
            throw new IllegalArgumentException("The steps from " + from + " do not lead to " + to);
        }
    }

    /**
     * Creates a mapping that somebody states.
     *
     * @param from the first element
     * @param to the second element
     * @param relation how the first compares with the second
     * @param basis on whose word it stands
     * @param source where it is stated
     * @param confidence how well it is supported
     * @param note what a reader should know, or empty
     * @return the mapping
     */
    public static Mapping stated(
            ElementId from,
            ElementId to,
            Relation relation,
            MappingBasis basis,
            Source source,
            Confidence confidence,
            String note) {
        return new Mapping(from, to, relation, basis, List.of(source), confidence, note, List.of());
    }

    /**
     * Tells whether somebody states it.
     *
     * @return {@code false} if it follows from others
     */
    public boolean isStated() {
        return steps.isEmpty();
    }

    /**
     * Returns the elements between the first and the second.
     *
     * @return the way, empty for a stated mapping
     */
    public List<ElementId> via() {
        return steps.stream().skip(1).map(Mapping::from).toList();
    }

    /**
     * Returns the same claim seen from the other element.
     *
     * @return the mapping of the second to the first
     */
    public Mapping inverse() {
        List<Mapping> back =
                new ArrayList<>(steps.stream().map(Mapping::inverse).toList());
        Collections.reverse(back);
        return new Mapping(to, from, relation.inverse(), basis, sources, confidence, note, back);
    }

    /**
     * Returns what follows from this mapping and one that begins where it ends. Basis and confidence are the weaker ones of both,
     * the sources those of both.
     *
     * @param next a mapping from the second element of this one to a third
     * @return the mapping from the first to the third, or empty if nothing follows, or if the third stands in the framework of
     *     the first
     * @throws IllegalArgumentException if the other mapping begins elsewhere
     */
    public Optional<Mapping> then(Mapping next) {
        if (!next.from.equals(to)) {
            throw new IllegalArgumentException("The mapping begins at " + next.from + ", not at " + to);
        }
        if (next.to.framework().equals(from.framework())) {
            return Optional.empty();
        }
        return relation.then(next.relation)
                .map(follows -> new Mapping(
                        from,
                        next.to,
                        follows,
                        basis.weaker(next.basis),
                        joined(next),
                        confidence.compareTo(next.confidence) <= 0 ? confidence : next.confidence,
                        "",
                        Stream.concat(asSteps(), next.asSteps()).toList()));
    }

    private List<Source> joined(Mapping next) {
        return Stream.concat(sources.stream(), next.sources.stream()).distinct().toList();
    }

    private Stream<Mapping> asSteps() {
        return isStated() ? Stream.of(this) : steps.stream();
    }

    /**
     * Returns the claim in one line.
     *
     * @return for example {@code iso-42001-2023 A.2.2 INTERSECTS_WITH iso-27001-2022 A.5.1}
     */
    @Override
    public String toString() {
        return from + " " + relation + " " + to;
    }
}
