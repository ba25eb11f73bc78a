package io.aims.crosswalk;

import io.aims.source.Confidence;
import io.aims.source.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A judgement, control by control and clause by clause, of what an organisation that runs one framework can reuse for the
 * catalogue, in words.
 *
 * <p>Immutable and thread-safe. {@code io.aims.catalog.ReuseGuides} reads guides and checks them against the crosswalk.
 *
 * @param id its id
 * @param version its version
 * @param title its title
 * @param framework the framework that the organisation runs
 * @param about what a reader should know first
 * @param sources on what it rests
 * @param assumptions what has to hold for it to apply, in order
 * @param steps the suggested order of work; each entry stands in one of them
 * @param controls the judgement of each control, in the order of the catalogue
 * @param clauses the judgement of each clause that does not only head others, in the order of the catalogue
 * @since 0.1
 */
public record ReuseGuide(
        String id,
        String version,
        String title,
        FrameworkId framework,
        String about,
        List<Source> sources,
        List<String> assumptions,
        List<Step> steps,
        List<Entry> controls,
        List<Entry> clauses) {

    /**
     * A step of the work.
     *
     * @param id its id
     * @param title what is done
     * @param why why at this point
     * @param controls ids of the controls that it is about, in order
     * @param clauses ids of the clauses that it is about, in order
     */
    public record Step(String id, String title, String why, List<String> controls, List<String> clauses) {

        /** Copies the lists. */
        public Step {
            controls = List.copyOf(controls);
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * The judgement of one control or clause.
     *
     * @param id its id in the catalogue
     * @param degree how much is there already
     * @param carries what is there and can be kept, empty if nothing is
     * @param remains what has to be built, item by item
     * @param bring records that can be shown, once they name AI; may be empty
     * @param caution the mistake that is easily made, may be empty
     * @param counterpart the clause of the framework that runs the same machinery, empty if there is none or it is a control
     * @param confidence how well the judgement is supported
     */
    public record Entry(
            String id,
            ReuseDegree degree,
            String carries,
            List<String> remains,
            List<String> bring,
            String caution,
            String counterpart,
            Confidence confidence) {

        /** Copies the lists and checks that what carries over is said if, and only if, something does. */
        public Entry {
            remains = List.copyOf(remains);
            bring = List.copyOf(bring);
            if (degree == ReuseDegree.UNSTATED) {
                throw new IllegalArgumentException(id + " stands in a guide and is not judged");
            }
            if (carries.isBlank() != (degree == ReuseDegree.NONE)) {
                throw new IllegalArgumentException(id + " is judged " + degree
                        + (carries.isBlank() ? " and says not" : " and says") + " what carries over");
            }
            if (remains.isEmpty()) {
                throw new IllegalArgumentException(id + " needs something that remains to be done");
            }
        }
    }

    /** Copies the lists and checks that every entry stands once, and in one step. */
    public ReuseGuide {
        sources = List.copyOf(sources);
        assumptions = List.copyOf(assumptions);
        steps = List.copyOf(steps);
        controls = List.copyOf(controls);
        clauses = List.copyOf(clauses);
        Set<String> judged = new HashSet<>();
        Stream.concat(controls.stream(), clauses.stream()).map(Entry::id).forEach(entry -> once(judged, entry));
        Set<String> placed = new HashSet<>();
        steps.stream()
                .flatMap(step -> Stream.concat(step.controls().stream(), step.clauses().stream()))
                .forEach(entry -> once(placed, entry));
        if (!judged.equals(placed)) {
            throw new IllegalArgumentException(
                    "Every entry of guide " + id + " stands in one step, and nothing else does");
        }
    }

    private static void once(Set<String> seen, String entry) {
        if (!seen.add(entry)) {
            throw new IllegalArgumentException(entry + " stands twice");
        }
    }

    /**
     * Finds the judgement of a control or clause.
     *
     * @param entry its id in the catalogue
     * @return empty if the guide judges no such thing
     */
    public Optional<Entry> entry(String entry) {
        return Stream.concat(controls.stream(), clauses.stream())
                .filter(each -> each.id().equals(entry))
                .findFirst();
    }
}
