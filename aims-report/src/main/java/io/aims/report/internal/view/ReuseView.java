package io.aims.report.internal.view;

import io.aims.control.Catalogue;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.MappingBasis;
import io.aims.crosswalk.ReuseDegree;
import io.aims.crosswalk.ReuseGuide;
import io.aims.crosswalk.ReuseSurvey;
import io.aims.reasoning.internal.Phrases;
import io.aims.report.internal.page.Frame;
import io.aims.report.internal.page.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What can be reused, as its page and its text show it.
 *
 * @param survey what can be reused
 * @param areas the controls by the areas of the catalogue, in its order
 */
public record ReuseView(ReuseSurvey survey, List<Area> areas) {

    private static final List<String> LIMITS = List.of(
            "This compares frameworks, not an organisation. Whether something works there, and works for AI, has to be"
                    + " looked up before it is shown to anybody.",
            "Mappings and degrees are judgements, with the confidence that is stated. No standard says that a control of"
                    + " one satisfies a control of the other.",
            "Everything is said in own words and in fewer than the standards use. Only the standards say what they"
                    + " require.",
            "Effort is not estimated. It depends on how many AI systems there are and how much they matter, which no"
                    + " mapping knows.");

    /**
     * An area of the catalogue.
     *
     * @param id its id
     * @param title its title
     * @param rows its controls
     */
    public record Area(String id, String title, List<ReuseSurvey.Row> rows) {

        /** Copies the rows. */
        public Area {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A control or clause by its id.
     *
     * @param id its id
     * @param title its title
     * @param degree how much is there already
     */
    public record Piece(String id, String title, ReuseDegree degree) {

        static Piece of(ReuseSurvey.Row row) {
            return new Piece(row.id(), row.title(), row.degree());
        }
    }

    /** Copies the areas. */
    public ReuseView {
        areas = List.copyOf(areas);
    }

    /**
     * Prepares a survey.
     *
     * @param survey what can be reused
     * @param catalogue the catalogue of its controls
     * @return the view
     */
    public static ReuseView of(ReuseSurvey survey, Catalogue catalogue) {
        Map<String, List<ReuseSurvey.Row>> byArea = new LinkedHashMap<>();
        survey.controls()
                .forEach(row -> byArea.computeIfAbsent(row.group(), area -> new ArrayList<>())
                        .add(row));
        List<Area> areas = new ArrayList<>();
        byArea.forEach(
                (id, rows) -> areas.add(new Area(id, catalogue.areas().getOrDefault(id, "Other controls"), rows)));
        return new ReuseView(survey, areas);
    }

    /**
     * Returns the title of the page.
     *
     * @return one line
     */
    public String title() {
        ReuseGuide guide = survey.guide();
        return guide != null
                ? guide.title()
                : "What an organisation that runs " + name() + " can reuse for "
                        + survey.home().toString();
    }

    /**
     * Returns how the framework is called in sentences.
     *
     * @return title and edition
     */
    public String name() {
        return survey.framework().toString();
    }

    /**
     * Returns what a reader should know first.
     *
     * @return one or two sentences, or nothing
     */
    public String lead() {
        ReuseGuide guide = survey.guide();
        return guide != null ? guide.about() : "";
    }

    /**
     * Returns what identifies the page.
     *
     * @return labels with values, in order
     */
    public List<Frame.Labelled> facts() {
        List<Frame.Labelled> facts = new ArrayList<>();
        facts.add(new Frame.Labelled("What runs", name()));
        facts.add(new Frame.Labelled("What is wanted", survey.home().toString()));
        facts.add(
                new Frame.Labelled("Mappings", StatementLines.grouped(mappings().count())));
        ReuseGuide guide = survey.guide();
        facts.add(new Frame.Labelled("Judged", guide == null ? "no, by mappings alone" : "one by one, in words"));
        return facts;
    }

    private Stream<Mapping> mappings() {
        return Stream.concat(survey.controls().stream(), survey.clauses().stream())
                .flatMap(row -> Stream.concat(
                        row.counterparts().stream().map(ReuseSurvey.Counterpart::mapping), row.exclusions().stream()));
    }

    /**
     * Returns the sections of the page.
     *
     * @return their ids and titles, in order
     */
    public List<Frame.Link> contents() {
        List<Frame.Link> links = new ArrayList<>();
        links.add(new Frame.Link("summary", "In brief"));
        if (!assumptions().isEmpty()) {
            links.add(new Frame.Link("assumptions", "What has to hold"));
        }
        if (!steps().isEmpty()) {
            links.add(new Frame.Link("steps", "Order of work"));
        }
        if (showsClauses()) {
            links.add(new Frame.Link("clauses", "Clauses 4 to 10"));
        }
        areas.forEach(
                area -> links.add(new Frame.Link(StatementView.anchor(area.id()), area.id() + " " + area.title())));
        if (showsUntouched()) {
            links.add(new Frame.Link("untouched", "What stays as it is"));
        }
        links.add(new Frame.Link("basis", "What it rests on"));
        return links;
    }

    /**
     * Returns what must be said of every comparison like this.
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
        sentences.add(counted("controls of Annex A", survey.controls()));
        if (showsClauses()) {
            sentences.add(counted("clauses with requirements", survey.clauses()));
        }
        List<String> nothing = new ArrayList<>();
        survey.controls(ReuseDegree.NONE).forEach(row -> nothing.add(row.id() + " " + row.title()));
        if (showsClauses()) {
            survey.clauses(ReuseDegree.NONE).forEach(row -> nothing.add("clause " + row.id() + " " + row.title()));
        }
        if (!nothing.isEmpty()) {
            sentences.add(name() + " gives no evidence for " + Phrases.list(nothing, "and") + ".");
        }
        if (!survey.isJudged()) {
            sentences.add("Nobody judged these one by one: mappings alone tell. An overlap counts as partial reuse, a"
                    + " relation without a claim as weak, and of what is not mapped nothing is known.");
        }
        return sentences;
    }

    private String counted(String what, List<ReuseSurvey.Row> rows) {
        List<String> parts = new ArrayList<>();
        for (ReuseDegree degree : ReuseDegree.values()) {
            long count = rows.stream().filter(row -> row.degree() == degree).count();
            if (count > 0) {
                parts.add(count + " " + (survey.isJudged() ? judged(degree, count == 1) : mapped(degree, count == 1)));
            }
        }
        return "Of " + rows.size() + " " + what + ", " + Phrases.list(parts, "and") + ".";
    }

    private static String judged(ReuseDegree degree, boolean one) {
        return switch (degree) {
            case STRONG -> (one ? "is" : "are") + " there for the most part";
            case PARTIAL -> (one ? "is" : "are") + " there in part";
            case WEAK -> (one ? "has" : "have") + " only a mechanism to build on";
            case NONE -> (one ? "has" : "have") + " nothing to build on";
            case UNSTATED -> (one ? "is" : "are") + " not mapped";
        };
    }

    private static String mapped(ReuseDegree degree, boolean one) {
        return switch (degree) {
            case STRONG -> (one ? "is" : "are") + " covered by one element";
            case PARTIAL -> (one ? "overlaps" : "overlap") + " with an element";
            case WEAK -> (one ? "is" : "are") + " related to an element";
            case NONE -> (one ? "has" : "have") + " no counterpart";
            case UNSTATED -> (one ? "is" : "are") + " not mapped";
        };
    }

    /**
     * Returns the degrees of reuse that a page explains.
     *
     * @return those that a guide can judge, and the one of what nobody stated if something is
     */
    public List<ReuseDegree> degrees() {
        return Arrays.stream(ReuseDegree.values())
                .filter(degree -> degree != ReuseDegree.UNSTATED
                        || !survey.controls(degree).isEmpty())
                .toList();
    }

    /**
     * Returns how many controls have which degree.
     *
     * @return a bar
     */
    public Bar controls() {
        return bar("Controls of Annex A", survey.controls());
    }

    /**
     * Returns how many clauses have which degree.
     *
     * @return a bar
     */
    public Bar clauses() {
        return bar("Clauses 4 to 10", survey.clauses());
    }

    private static Bar bar(String label, List<ReuseSurvey.Row> rows) {
        List<Bar.Part> parts = new ArrayList<>();
        for (ReuseDegree degree : ReuseDegree.values()) {
            long count = rows.stream().filter(row -> row.degree() == degree).count();
            if (degree != ReuseDegree.UNSTATED || count > 0) {
                parts.add(new Bar.Part(word(degree), swatch(degree), count));
            }
        }
        return new Bar(label, parts);
    }

    /**
     * Returns what has to hold.
     *
     * @return sentences, none without a guide
     */
    public List<String> assumptions() {
        ReuseGuide guide = survey.guide();
        return guide == null ? List.of() : guide.assumptions();
    }

    /**
     * Returns the suggested order of work.
     *
     * @return the steps, none without a guide
     */
    public List<ReuseGuide.Step> steps() {
        ReuseGuide guide = survey.guide();
        return guide == null ? List.of() : guide.steps();
    }

    /**
     * Returns what a step is about.
     *
     * @param ids ids of controls or clauses
     * @return the same with how much of each is there already
     */
    public List<Piece> pieces(List<String> ids) {
        return Stream.concat(survey.controls().stream(), survey.clauses().stream())
                .filter(row -> ids.contains(row.id()))
                .map(Piece::of)
                .toList();
    }

    /**
     * Returns the controls of an area.
     *
     * @param area an area
     * @return each with how much of it is there already
     */
    public static List<Piece> pieces(Area area) {
        return area.rows().stream().map(Piece::of).toList();
    }

    /**
     * Tells whether something is known of the clauses.
     *
     * @return {@code false} if no guide judges them and no mapping names them
     */
    public boolean showsClauses() {
        return !mappedClauses().isEmpty();
    }

    /**
     * Returns the clauses of which something is stated.
     *
     * @return the rows, in the order of the catalogue
     */
    public List<ReuseSurvey.Row> mappedClauses() {
        return survey.clauses().stream()
                .filter(row -> row.degree() != ReuseDegree.UNSTATED)
                .toList();
    }

    /**
     * Tells whether it is known which elements of the framework play no part.
     *
     * @return {@code false} if its elements are not all listed, or all play one
     */
    public boolean showsUntouched() {
        return survey.framework().extent() == Framework.Extent.COMPLETE
                && !survey.untouched().isEmpty();
    }

    /**
     * Returns how well a mapping is supported.
     *
     * @param mapping a mapping
     * @return for example {@code High: published crosswalk}
     */
    public static String support(Mapping mapping) {
        return Words.of(mapping.confidence()) + ": " + mapping.basis().words();
    }

    /**
     * Returns on what the page rests.
     *
     * @return labels with values, in order
     */
    public List<Frame.Labelled> basis() {
        List<Frame.Labelled> basis = new ArrayList<>();
        basis.add(new Frame.Labelled("Framework", survey.framework().id() + ": " + name()));
        basis.add(new Frame.Labelled(
                "Catalogue", survey.home().id() + ": " + survey.home().toString()));
        for (MappingBasis each : MappingBasis.values()) {
            long count = mappings().filter(mapping -> mapping.basis() == each).count();
            if (count > 0) {
                basis.add(new Frame.Labelled("Mappings", StatementLines.grouped(count) + " by " + each.words()));
            }
        }
        ReuseGuide guide = survey.guide();
        if (guide != null) {
            basis.add(new Frame.Labelled("Guide", guide.id() + " " + guide.version()));
            guide.sources().forEach(source -> basis.add(new Frame.Labelled("Source", source.citation())));
        }
        return basis;
    }

    /**
     * Returns what is said where no element is mapped.
     *
     * @param row a control or clause
     * @return one line
     */
    public String absence(ReuseSurvey.Row row) {
        return switch (row.degree()) {
            case NONE -> "Nothing. " + name() + " gives no evidence for it.";
            case UNSTATED -> "Nothing is stated.";
            default -> "No single element is mapped.";
        };
    }

    /**
     * Returns a degree as it stands alone.
     *
     * @param degree a degree
     * @return for example {@code Strong}
     */
    public static String word(ReuseDegree degree) {
        return degree == ReuseDegree.UNSTATED ? "Not mapped" : Words.of(degree);
    }

    /**
     * Returns what a degree means: in a judgement more than mappings alone can tell.
     *
     * @param degree a degree
     * @return one or two sentences
     */
    public String meaning(ReuseDegree degree) {
        if (!survey.isJudged()) {
            return switch (degree) {
                case STRONG -> "One element asks for all of it.";
                case PARTIAL -> "An element overlaps with it. How much is not said.";
                case WEAK -> "An element is related to it. That they overlap is not said.";
                case NONE -> "It is stated that there is no counterpart.";
                case UNSTATED -> "Nothing is stated, neither that something is there nor that nothing is.";
            };
        }
        return switch (degree) {
            case STRONG -> "Process and records are there. Extend them to AI.";
            case PARTIAL -> "A real part is there. Build the part for AI beside it.";
            case WEAK -> "Only a mechanism or a neighbouring topic is there. The substance is new.";
            case NONE -> "There is no counterpart. Begin from nothing.";
            case UNSTATED -> "Nobody judges it.";
        };
    }

    /**
     * Returns how a degree stands out.
     *
     * @param degree a degree
     * @return the kind of a tag
     */
    public static String kind(ReuseDegree degree) {
        return switch (degree) {
            case STRONG -> "good";
            case PARTIAL -> "at1";
            case WEAK -> "fair";
            case NONE -> "bad";
            case UNSTATED -> "open";
        };
    }

    private static String swatch(ReuseDegree degree) {
        return switch (degree) {
            case STRONG -> "stage4";
            case PARTIAL -> "stage3";
            case WEAK -> "stage2";
            case NONE -> "stage0";
            case UNSTATED -> "unsettled";
        };
    }
}
