package io.aims.crosswalk;

import io.aims.control.Catalogue;
import io.aims.source.Clause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation that runs one framework can reuse for the catalogue: control by control and clause by clause, from the
 * mappings and, where there is one, from the judgement of a guide.
 *
 * <p>It looks at frameworks, not at an organisation: what is in place there has to be looked up. Immutable and thread-safe.
 *
 * @param framework the framework that the organisation runs
 * @param home the catalogue as a framework
 * @param guide the judgement in words, or {@code null} if there are mappings alone
 * @param controls one row for each control, in the order of the catalogue
 * @param clauses one row for each clause that does not only head others, in the order of the catalogue
 * @param untouched elements of the framework of which nothing is stated, in its order; those that serve no control and no
 *     clause stay what they are
 * @clause ISO/IEC 42001:2023 4 to 10, Annex A
 * @since 0.1
 */
public record ReuseSurvey(
        Framework framework,
        Framework home,
        @Nullable ReuseGuide guide,
        List<Row> controls,
        List<Row> clauses,
        List<Element> untouched) {

    /**
     * An element of the framework that is mapped to a control or clause.
     *
     * @param element the element
     * @param mapping the mapping, seen from the element
     */
    public record Counterpart(Element element, Mapping mapping) {}

    /**
     * What can be reused for one control or clause.
     *
     * @param id its id
     * @param title its title
     * @param purpose what it is for, in our own words
     * @param group the id of its area, or the number of the chapter in which the clause stands
     * @param degree how much is there already
     * @param counterparts the elements mapped to it, the strongest mapping first
     * @param exclusions mappings that say that there is no counterpart
     * @param judged the judgement of the guide, or {@code null} if there is none
     */
    public record Row(
            String id,
            String title,
            String purpose,
            String group,
            ReuseDegree degree,
            List<Counterpart> counterparts,
            List<Mapping> exclusions,
            ReuseGuide.@Nullable Entry judged) {

        /** Copies the lists. */
        public Row {
            counterparts = List.copyOf(counterparts);
            exclusions = List.copyOf(exclusions);
        }

        /**
         * Returns the judgement of the guide.
         *
         * @return empty if mappings alone tell what can be reused
         */
        public Optional<ReuseGuide.Entry> judgement() {
            return Optional.ofNullable(judged);
        }
    }

    /** Copies the lists. */
    public ReuseSurvey {
        controls = List.copyOf(controls);
        clauses = List.copyOf(clauses);
        untouched = List.copyOf(untouched);
    }

    /**
     * Surveys a framework by its mappings.
     *
     * @param catalogue the catalogue of the home framework
     * @param crosswalks the mappings
     * @param framework the framework that the organisation runs, not the home framework
     * @return the survey
     * @throws io.aims.error.AimsException AIMS-2071, if the framework is not known
     */
    public static ReuseSurvey of(Catalogue catalogue, Crosswalks crosswalks, FrameworkId framework) {
        return of(catalogue, crosswalks, framework, null);
    }

    /**
     * Surveys the framework of a guide.
     *
     * @param catalogue the catalogue of the home framework
     * @param crosswalks the mappings
     * @param guide the guide
     * @return the survey
     * @throws io.aims.error.AimsException AIMS-2071, if the framework is not known
     */
    public static ReuseSurvey of(Catalogue catalogue, Crosswalks crosswalks, ReuseGuide guide) {
        return of(catalogue, crosswalks, guide.framework(), guide);
    }

    private static ReuseSurvey of(
            Catalogue catalogue, Crosswalks crosswalks, FrameworkId id, @Nullable ReuseGuide guide) {
        Framework home = crosswalks.home();
        Comparison comparison = Comparison.of(crosswalks, id, home.id());
        Map<String, List<Mapping>> mappings = comparison.mappings().stream()
                .collect(Collectors.groupingBy(
                        mapping -> mapping.to().value(), LinkedHashMap::new, Collectors.toList()));
        List<Row> controls = new ArrayList<>();
        catalogue
                .controls()
                .forEach(control -> controls.add(row(
                        control.id().value(),
                        control.title(),
                        control.purpose(),
                        control.area(),
                        mappings.getOrDefault(control.id().value(), List.of()),
                        crosswalks,
                        guide)));
        Set<String> heading = new HashSet<>();
        catalogue.clauses().forEach(clause -> clause.parent().ifPresent(heading::add));
        List<Row> clauses = new ArrayList<>();
        for (Clause clause : catalogue.clauses()) {
            if (!heading.contains(clause.id())) {
                clauses.add(row(
                        clause.id(),
                        title(clause, catalogue),
                        clause.summary(),
                        clause.id().split("\\.", 2)[0],
                        mappings.getOrDefault(clause.id(), List.of()),
                        crosswalks,
                        guide));
            }
        }
        Coverage.Side side = comparison.coverage().from();
        return new ReuseSurvey(side.framework(), home, guide, controls, clauses, side.unmapped());
    }

    /** A clause that is called general tells nothing without the one above it. */
    private static String title(Clause clause, Catalogue catalogue) {
        return clause.title().equals("General")
                ? clause.parent()
                        .flatMap(catalogue::clause)
                        .map(parent -> parent.title() + ": general")
                        .orElse(clause.title())
                : clause.title();
    }

    private static Row row(
            String id,
            String title,
            String purpose,
            String group,
            List<Mapping> mappings,
            Crosswalks crosswalks,
            @Nullable ReuseGuide guide) {
        List<Mapping> exclusions = new ArrayList<>();
        List<Counterpart> counterparts = new ArrayList<>();
        mappings.stream().sorted(Mapping.strongestFirst()).forEach(mapping -> {
            if (mapping.relation() == Relation.NONE) {
                exclusions.add(mapping);
            } else {
                counterparts.add(
                        new Counterpart(crosswalks.element(mapping.from()).orElseThrow(), mapping));
            }
        });
        ReuseGuide.Entry judged = guide == null ? null : guide.entry(id).orElse(null);
        ReuseDegree degree = judged == null ? ReuseDegree.shown(mappings) : judged.degree();
        return new Row(id, title, purpose, group, degree, counterparts, exclusions, judged);
    }

    /**
     * Tells whether a guide judges, in words, what can be reused.
     *
     * @return {@code false} if mappings alone tell
     */
    public boolean isJudged() {
        return guide != null;
    }

    /**
     * Returns the controls of a degree.
     *
     * @param degree a degree
     * @return the rows, in the order of the catalogue
     */
    public List<Row> controls(ReuseDegree degree) {
        return controls.stream().filter(row -> row.degree() == degree).toList();
    }

    /**
     * Returns the clauses of a degree.
     *
     * @param degree a degree
     * @return the rows, in the order of the catalogue
     */
    public List<Row> clauses(ReuseDegree degree) {
        return clauses.stream().filter(row -> row.degree() == degree).toList();
    }
}
