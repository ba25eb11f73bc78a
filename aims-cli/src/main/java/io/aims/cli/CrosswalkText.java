package io.aims.cli;

import io.aims.crosswalk.Comparison;
import io.aims.crosswalk.Coverage;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.Relation;
import io.aims.source.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Tells how frameworks compare, on a page. */
final class CrosswalkText {

    private static final int RELATION = 17;
    private static final int LABEL = 13;

    private final Page page;

    CrosswalkText(Page page) {
        this.page = page;
    }

    /** Lists the frameworks, each with how it is mapped to the home framework. */
    Page frameworks(Crosswalks crosswalks) {
        Framework home = crosswalks.home();
        page.text(0, Span.strong("Frameworks"), Span.plain(", and how far each is mapped to " + home));
        page.blank();
        Table table = new Table("", List.of("elements", "mapped", "rows", "controls and\nclauses reached"));
        for (Framework framework : crosswalks.frameworks()) {
            if (!framework.equals(home)) {
                Coverage coverage = crosswalks.coverage(framework.id(), home.id());
                boolean complete = framework.extent() == Framework.Extent.COMPLETE;
                table.row(
                        framework.id().value(),
                        List.of(
                                framework.parts().size() + (complete ? " " : "+"),
                                String.valueOf(coverage.from().mapped()),
                                String.valueOf(crosswalks
                                        .between(framework.id(), home.id())
                                        .size()),
                                String.valueOf(coverage.to().mapped())));
            }
        }
        table.write(page, 2, Terminal.PLAIN_COLUMNS);
        page.blank();
        page.hanging(
                2,
                2,
                Span.quiet(
                        "+  only the elements that some mapping names are listed. Short names do: 27001, nist, ai-act."));
        page.hanging(
                2, 2, Span.quiet("Compare two with aims crosswalk FROM TO, for example aims crosswalk 27001 42001."));
        return page;
    }

    /** Tells every mapping, element by element. */
    Page comparison(Comparison comparison) {
        head(comparison);
        ElementId current = null;
        for (Mapping mapping : comparison.mappings()) {
            if (!mapping.from().equals(current)) {
                current = mapping.from();
                page.blank();
                element(comparison.element(current));
            }
            page.labelled(
                    2,
                    RELATION,
                    Span.quiet(mapping.relation().words()),
                    Span.name(shown(comparison.element(mapping.to()))),
                    Span.plain(label(comparison.element(mapping.to()))),
                    Span.quiet(" [" + Wording.words(mapping.confidence()) + way(mapping) + "]"));
        }
        return page;
    }

    private void head(Comparison comparison) {
        page.text(
                0,
                Span.strong(comparison.from().toString()),
                Span.plain(" compared with "),
                Span.strong(comparison.to().toString()));
        int composed = comparison.composed();
        int stated = comparison.mappings().size() - composed;
        page.text(
                0,
                Span.plain(Wording.count(comparison.mappings().size(), "mapping", "mappings") + relations(comparison)));
        if (composed > 0) {
            page.text(
                    0,
                    Span.plain(stated + " stated; " + composed
                            + " follow from two others, one behind the other: nobody states those, and they claim only what"
                            + " is bound to follow."));
        } else if (comparison.mappings().isEmpty()) {
            page.text(0, Span.plain("None is stated, and none follows. That is not to say that there is nothing."));
        }
    }

    private static String relations(Comparison comparison) {
        String counts = Arrays.stream(Relation.values())
                .filter(relation -> comparison.count(relation) > 0)
                .map(relation -> comparison.count(relation) + " " + counted(relation))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "." : ": " + counts + ".";
    }

    private static String counted(Relation relation) {
        return switch (relation) {
            case EQUAL -> "equal";
            case SUBSET_OF -> "a part";
            case SUPERSET_OF -> "containing";
            case INTERSECTS_WITH -> "overlapping";
            case RELATED -> "related";
            case NONE -> "without a counterpart";
        };
    }

    private void element(Element element) {
        page.text(0, Span.strong(shown(element)), Span.strong(label(element)));
    }

    /** The id of an element, but for one that stands for a whole framework, which has none. */
    private static String shown(Element element) {
        return element.standing() == Element.Standing.WHOLE
                ? element.label()
                : element.id().value();
    }

    private static String label(Element element) {
        return element.standing() == Element.Standing.WHOLE ? "" : " " + element.label();
    }

    private static String way(Mapping mapping) {
        return mapping.isStated()
                ? ""
                : ", through " + mapping.via().stream().map(ElementId::value).collect(Collectors.joining(", "));
    }

    /** Tells everything that is known of one element. */
    Page element(Comparison comparison, Element element) {
        head(comparison);
        page.blank();
        element(element);
        if (!element.remark().isBlank()) {
            page.text(2, Span.quiet(element.remark()));
        }
        for (Mapping mapping : comparison.mappings()) {
            page.blank();
            page.labelled(
                    2,
                    RELATION,
                    Span.quiet(mapping.relation().words()),
                    Span.name(shown(comparison.element(mapping.to()))),
                    Span.plain(label(comparison.element(mapping.to()))));
            field(
                    "confidence",
                    Wording.words(mapping.confidence()) + ": " + mapping.basis().words());
            field("source", mapping.sources().stream().map(Source::citation).collect(Collectors.joining("; ")));
            field("note", mapping.note());
            steps(mapping);
        }
        return page;
    }

    private void steps(Mapping mapping) {
        for (Mapping step : mapping.steps()) {
            field("follows from", step.from() + " " + step.relation().words() + " " + step.to());
        }
    }

    private void field(String label, String text) {
        if (!text.isBlank()) {
            page.labelled(4, LABEL + 2, Span.quiet(label), Span.plain(text));
        }
    }

    /** Tells how much of both frameworks is mapped, and what is not. */
    Page coverage(Comparison comparison) {
        head(comparison);
        page.blank();
        List<String> headings =
                new ArrayList<>(List.of("equal", "part\nof", "contains", "overlaps", "related", "none", "not\nmapped"));
        Coverage coverage = comparison.coverage();
        Table table = new Table("strongest relation", headings);
        for (Coverage.Side side : List.of(coverage.from(), coverage.to())) {
            List<String> cells = new ArrayList<>();
            for (Relation relation : Relation.values()) {
                cells.add(String.valueOf(side.count(relation)));
            }
            cells.add(String.valueOf(side.unmapped().size()));
            table.row(side.framework().id().value(), cells);
        }
        table.write(page, 2, Terminal.PLAIN_COLUMNS);
        unmapped(coverage.from());
        unmapped(coverage.to());
        return page;
    }

    private void unmapped(Coverage.Side side) {
        if (side.unmapped().isEmpty()) {
            return;
        }
        page.heading(
                Span.strong("Not mapped of " + side.framework()),
                Span.quiet(" (" + side.unmapped().size() + " of "
                        + side.framework().parts().size() + ")"));
        side.unmapped()
                .forEach(element ->
                        page.labelled(2, LABEL, Span.name(element.id().value()), Span.plain(element.label())));
    }
}
