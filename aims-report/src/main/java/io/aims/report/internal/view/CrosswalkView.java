package io.aims.report.internal.view;

import io.aims.crosswalk.Comparison;
import io.aims.crosswalk.Coverage;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.Relation;
import io.aims.reasoning.internal.Phrases;
import io.aims.report.internal.page.Frame;
import io.aims.source.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How two frameworks compare, as a page and a text show it.
 *
 * @param comparison the comparison
 */
public record CrosswalkView(Comparison comparison) {

    private static final List<String> LIMITS = List.of(
            "A mapping is a reason to look for evidence, never evidence that something is in place.",
            "A mapping claims what its relation says and no more: what overlaps need not cover, and what is related need"
                    + " not overlap.",
            "What is not mapped may have a counterpart all the same: nobody states one.");

    /**
     * Returns the title of the page.
     *
     * @return both frameworks
     */
    public String title() {
        return comparison.from() + " and " + comparison.to();
    }

    /**
     * Returns what identifies the page.
     *
     * @return labels with values, in order
     */
    public List<Frame.Labelled> facts() {
        List<Frame.Labelled> facts = new ArrayList<>();
        facts.add(new Frame.Labelled("Seen from", comparison.from().toString()));
        facts.add(new Frame.Labelled("Compared with", comparison.to().toString()));
        facts.add(new Frame.Labelled(
                "Mappings", StatementLines.grouped(comparison.mappings().size())));
        return facts;
    }

    /**
     * Returns the sections of the page.
     *
     * @return their ids and titles, in order
     */
    public List<Frame.Link> contents() {
        return List.of(
                new Frame.Link("summary", "In brief"),
                new Frame.Link("mappings", "Mappings"),
                new Frame.Link("unmapped", "Not mapped"));
    }

    /**
     * Returns what must be said of every crosswalk.
     *
     * @return sentences
     */
    public List<String> limits() {
        return LIMITS;
    }

    /**
     * Returns what a reader with one minute takes away.
     *
     * @return sentences
     */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        int composed = comparison.composed();
        int stated = comparison.mappings().size() - composed;
        if (composed == 0) {
            sentences.add(Phrases.count(stated, "mapping is", "mappings are") + " stated.");
        } else {
            sentences.add(Phrases.count(stated, "mapping is", "mappings are") + " stated, and "
                    + Phrases.count(composed, "mapping follows", "mappings follow")
                    + " from two others, one behind the other. Nobody states these, and they claim only what is bound to"
                    + " follow.");
        }
        sides().forEach(side -> sentences.add("Of " + side.framework().parts().size() + " elements of "
                + side.framework() + " " + side.mapped() + " are mapped"
                + (side.framework().extent() == Framework.Extent.COMPLETE
                        ? "."
                        : ", and only those that some mapping names are listed.")));
        return sentences;
    }

    /**
     * Returns what is mapped of both frameworks.
     *
     * @return the first side, then the second
     */
    public List<Coverage.Side> sides() {
        Coverage coverage = comparison.coverage();
        return List.of(coverage.from(), coverage.to());
    }

    /**
     * Returns the relations.
     *
     * @return all of them, the strongest first
     */
    public static List<Relation> relations() {
        return Arrays.asList(Relation.values());
    }

    /**
     * Returns an element with its label.
     *
     * @param id the id of an element of either framework
     * @return one line
     */
    public String element(ElementId id) {
        Element element = comparison.element(id);
        return element.standing() == Element.Standing.WHOLE ? element.label() : element.toString();
    }

    /**
     * Returns where a mapping is stated, of what it follows, and what should be known of it.
     *
     * @param mapping a mapping
     * @return lines
     */
    public static List<String> stated(Mapping mapping) {
        Stream<String> way = mapping.isStated()
                ? Stream.empty()
                : Stream.of("Follows through " + passed(mapping) + "; nobody states it");
        return Stream.of(
                        way,
                        mapping.sources().stream().map(Source::citation),
                        Stream.of(mapping.note()).filter(note -> !note.isBlank()))
                .flatMap(lines -> lines)
                .toList();
    }

    /**
     * Returns the elements through which a mapping follows.
     *
     * @param mapping a mapping
     * @return their ids, empty for a stated one
     */
    public static String passed(Mapping mapping) {
        return mapping.via().stream().map(ElementId::value).collect(Collectors.joining(", "));
    }
}
