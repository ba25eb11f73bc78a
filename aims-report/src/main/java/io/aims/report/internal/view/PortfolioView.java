package io.aims.report.internal.view;

import io.aims.evaluation.Basis;
import io.aims.report.internal.page.Frame;
import io.aims.report.internal.page.Words;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.system.Dependency;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.Gap;
import io.aims.treatment.portfolio.CommonCause;
import io.aims.treatment.portfolio.ControlReach;
import io.aims.treatment.portfolio.Portfolio;
import io.aims.treatment.portfolio.RangeCounts;
import io.aims.treatment.portfolio.Reliance;
import io.aims.treatment.portfolio.SharedQuestion;
import io.aims.treatment.portfolio.SystemLine;
import io.aims.treatment.portfolio.SystemLines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio as its page and its text show it.
 *
 * @param title what the portfolio is about
 * @param portfolio the portfolio
 * @param pages the addresses of the pages of systems, by their ids
 * @param laws how many systems are in which class of each law; empty if none was asked
 */
public record PortfolioView(String title, Portfolio portfolio, Map<String, String> pages, List<ClassTable> laws) {

    /** How many systems are named beside a count. */
    public static final int FEW = 5;

    private static final int FOREMOST = 50;
    private static final int MOST_QUESTIONS = 25;
    private static final int MOST_CAUSES = 50;
    private static final List<RiskLevel> LEVELS = List.of(RiskLevel.values());

    /**
     * How many systems are in which class of a law.
     *
     * @param anchor its place in the page
     * @param title the title of the legal pack
     * @param systems how many systems were classified
     * @param stopped for how many a prohibited practice stands
     * @param undecided how many are in no class for certain
     * @param rows the classes, the gravest first
     */
    public record ClassTable(
            String anchor, String title, long systems, long stopped, long undecided, List<ClassRow> rows) {

        /**
         * Returns the counts in a sentence or two.
         *
         * @return the sentences
         */
        public String sentence() {
            return "Of " + StatementLines.systems(systems) + " " + StatementLines.grouped(undecided)
                    + (undecided == 1 ? " has" : " have") + " more than one class that is still possible."
                    + (stopped == 0 ? "" : " A prohibited practice stands for " + StatementLines.grouped(stopped) + ".")
                    + " A class follows from the facts given: it is no legal advice.";
        }
    }

    /**
     * A class with its systems.
     *
     * @param title the title of the class
     * @param decided how many systems are in it for certain
     * @param open how many more may be
     */
    public record ClassRow(String title, long decided, long open) {}

    /** Copies the addresses. */
    public PortfolioView {
        pages = Map.copyOf(pages);
        laws = List.copyOf(laws);
    }

    /**
     * Prepares a portfolio.
     *
     * @param title what the portfolio is about, or {@code null} for the number of its systems
     * @param portfolio the portfolio
     * @param pages the addresses of the pages of systems, by their ids
     * @param laws how many systems are in which class of each law
     * @return the view
     */
    public static PortfolioView of(
            @Nullable String title, Portfolio portfolio, Map<String, String> pages, List<ClassTable> laws) {
        long systems = portfolio.systems().count();
        return new PortfolioView(
                title == null ? StatementLines.grouped(systems) + (systems == 1 ? " AI system" : " AI systems") : title,
                portfolio,
                pages,
                laws);
    }

    /**
     * Returns what identifies the portfolio.
     *
     * @return labels with values, in order
     */
    public List<Frame.Labelled> facts() {
        List<Frame.Labelled> facts = new ArrayList<>();
        portfolio.asOf().ifPresent(day -> facts.add(new Frame.Labelled("As of", day.toString())));
        facts.add(new Frame.Labelled(
                "Systems", StatementLines.grouped(portfolio.systems().count())));
        portfolio.tolerance().ifPresent(level -> facts.add(new Frame.Labelled("Tolerated level", Words.of(level))));
        return facts;
    }

    /**
     * Returns the sections of the page.
     *
     * @return their ids and titles, in order
     */
    public List<Frame.Link> contents() {
        List<Frame.Link> links = new ArrayList<>();
        if (portfolio.stopped().count() > 0) {
            links.add(new Frame.Link("stops", "Must not be used as described"));
        }
        links.add(new Frame.Link("summary", "In brief"));
        if (portfolio.perhapsStopped().count() > 0) {
            links.add(new Frame.Link("perhaps", "Prohibition not ruled out"));
        }
        links.add(new Frame.Link("systems", "Systems to look at first"));
        laws.forEach(law -> links.add(new Frame.Link(law.anchor(), law.title())));
        links.add(new Frame.Link("objectives", "Risk by objective"));
        links.add(new Frame.Link("causes", "Common causes"));
        links.add(new Frame.Link("gaps", "Gaps"));
        links.add(new Frame.Link("controls", "Controls by reach"));
        links.add(new Frame.Link("questions", "Questions that would settle most"));
        if (portfolio.contradictory().count() > 0) {
            links.add(new Frame.Link("contradictions", "Contradictions"));
        }
        links.add(new Frame.Link("basis", "What it rests on"));
        return links;
    }

    /**
     * Returns the systems that are seen at once.
     *
     * @return those that deserve attention first
     */
    public List<SystemLine> foremost() {
        List<SystemLine> lines = portfolio.systems().first();
        return lines.subList(0, Math.min(FOREMOST, lines.size()));
    }

    /**
     * Returns the systems that are seen when asked for.
     *
     * @return the rest of those that the portfolio keeps
     */
    public List<SystemLine> further() {
        List<SystemLine> lines = portfolio.systems().first();
        return lines.subList(foremost().size(), lines.size());
    }

    /**
     * Returns the portfolio in a few sentences.
     *
     * @return sentences, at least one
     */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        long all = portfolio.systems().count();
        if (all == 0) {
            return List.of("There is no system in this portfolio.");
        }
        long stopped = portfolio.stopped().count();
        if (stopped > 0) {
            sentences.add(StatementLines.systems(stopped)
                    + (stopped == 1 ? " is" : " are")
                    + " prohibited as described. No control and no acceptance changes that.");
        }
        RangeCounts<RiskLevel> now = portfolio.residual();
        sentences.add("With the controls as they are, " + StatementLines.grouped(now.certainlyAtLeast(RiskLevel.HIGH))
                + " of " + StatementLines.systems(all) + " are certain to be at a high level of risk or above, and "
                + StatementLines.grouped(now.possiblyAtLeast(RiskLevel.HIGH))
                + " may be if what is unknown turns out badly.");
        RangeCounts<RiskLevel> before = portfolio.inherent();
        sentences.add("Without any control it would be "
                + StatementLines.grouped(before.certainlyAtLeast(RiskLevel.HIGH)) + " for certain and "
                + StatementLines.grouped(before.possiblyAtLeast(RiskLevel.HIGH)) + " possibly.");
        if (portfolio.unstated() > 0) {
            sentences.add("Of " + StatementLines.systems(portfolio.unstated())
                    + " nothing is said about any control: what is certain with the controls as they are is what even the"
                    + " best controls would leave.");
        }
        sentences.add("Levels rank attention. They are not added up across systems: what systems share makes them fail"
                + " together.");
        return sentences;
    }

    /**
     * Returns how many systems are at which overall level.
     *
     * @return four bars: before and with controls, each on what is known and if the rest turns out badly
     */
    public List<Bar> levels() {
        return List.of(
                certain("Before controls, on what is known", portfolio.inherent()),
                possible("Before controls, if the unknown turns out badly", portfolio.inherent()),
                certain("With controls, on what is known", portfolio.residual()),
                possible("With controls, if the unknown turns out badly", portfolio.residual()));
    }

    /**
     * Returns how many systems have the low end of their level where.
     *
     * @param label what the bar is about
     * @param counts counts of systems
     * @return a bar, the lowest level first
     */
    public static Bar certain(String label, RangeCounts<RiskLevel> counts) {
        return new Bar(
                label,
                LEVELS.stream().map(level -> part(level, counts.low(level))).toList());
    }

    /**
     * Returns how many systems have the high end of their level where.
     *
     * @param label what the bar is about
     * @param counts counts of systems
     * @return a bar, the lowest level first
     */
    public static Bar possible(String label, RangeCounts<RiskLevel> counts) {
        return new Bar(
                label,
                LEVELS.stream().map(level -> part(level, counts.high(level))).toList());
    }

    private static Bar.Part part(RiskLevel level, long count) {
        return new Bar.Part(Words.of(level), "at" + (level.ordinal() + 1), count);
    }

    /**
     * Returns the names of all levels.
     *
     * @return the lowest first
     */
    public static List<String> levelNames() {
        return LEVELS.stream().map(Words::of).toList();
    }

    /**
     * Returns how far a control is certain to be in place where the organisation has to see to it.
     *
     * @param reach the control
     * @return a bar, the best first
     */
    public static Bar stages(ControlReach reach) {
        List<Bar.Part> parts = new ArrayList<>();
        RangeCounts<Stage> stages = reach.stages();
        long open = Arrays.stream(Stage.values())
                .filter(stage -> stage != Stage.NOT_IMPLEMENTED)
                .mapToLong(stage -> stages.count(new Range<>(Stage.NOT_IMPLEMENTED, stage)))
                .sum();
        for (Stage stage : List.of(Stage.EFFECTIVE, Stage.IMPLEMENTED, Stage.PARTIAL, Stage.PLANNED)) {
            parts.add(new Bar.Part(Words.of(stage), "stage" + stage.ordinal(), stages.low(stage)));
        }
        parts.add(new Bar.Part(Words.of(Stage.NOT_IMPLEMENTED), "stage0", stages.low(Stage.NOT_IMPLEMENTED) - open));
        parts.add(new Bar.Part("Not known", "unsettled", open));
        return new Bar(reach.control().id().value(), parts);
    }

    /**
     * Returns the controls by the number of systems in which the organisation has to see to them.
     *
     * @return the controls, those of most systems first
     */
    public List<ControlReach> controls() {
        return portfolio.controls().stream()
                .sorted(Comparator.comparingLong(ControlReach::safeguarded)
                        .reversed()
                        .thenComparing(reach -> reach.control().id()))
                .toList();
    }

    /**
     * Returns the controls that are needed somewhere and not certain to be in place there.
     *
     * @return the controls, those of most systems first
     */
    public List<ControlReach> gaps() {
        return portfolio.controls().stream()
                .filter(reach -> open(reach) > 0)
                .sorted(Comparator.comparingLong(PortfolioView::open)
                        .thenComparingLong(reach -> reach.gaps(Gap.Kind.MISSING))
                        .reversed()
                        .thenComparing(reach -> reach.control().id()))
                .toList();
    }

    /**
     * Returns in how many systems a control is needed and not certain to be in place.
     *
     * @param reach the control
     * @return the number of systems
     */
    public static long open(ControlReach reach) {
        return reach.gaps(Gap.Kind.MISSING) + reach.gaps(Gap.Kind.UNKNOWN);
    }

    /**
     * Returns how many needs for a control are not certain to be met, over all systems and controls.
     *
     * @return the sum
     */
    public long openGaps() {
        return portfolio.controls().stream().mapToLong(PortfolioView::open).sum();
    }

    /**
     * Returns the questions that would settle most.
     *
     * @return the first of them
     */
    public List<SharedQuestion> questions() {
        return portfolio.questions().stream().limit(MOST_QUESTIONS).toList();
    }

    /**
     * Returns what more than one system depends on, of one kind.
     *
     * @param kind a kind
     * @return those with the most systems
     */
    public List<CommonCause> causes(Dependency kind) {
        return portfolio.shared(kind).stream().limit(MOST_CAUSES).toList();
    }

    /**
     * Tells whether no system says on what it depends.
     *
     * @return {@code true} if nothing is known of what systems share
     */
    public boolean namesNothing() {
        return kinds().stream().allMatch(kind -> portfolio.naming(kind) == 0);
    }

    /**
     * Returns what the controls come to that systems leave to those they depend on.
     *
     * @param cause what they depend on
     * @return for example {@code 12 needs for 5 controls, 3 in place}; empty if there are none
     */
    public static String reliances(CommonCause cause) {
        if (cause.leftToSuppliers().isEmpty()) {
            return "";
        }
        long needs = cause.reliances().stream().mapToLong(Reliance::systems).sum();
        long inPlace = cause.reliances().stream().mapToLong(Reliance::inPlace).sum();
        int controls = cause.leftToSuppliers().size();
        return StatementLines.grouped(inPlace) + " of " + StatementLines.grouped(needs) + " shown, over " + controls
                + (controls == 1 ? " control" : " controls");
    }

    /**
     * Returns the name of a kind of dependency.
     *
     * @param kind a kind
     * @return for example {@code Suppliers}
     */
    public static String title(Dependency kind) {
        return switch (kind) {
            case SUPPLIER -> "Suppliers";
            case MODEL -> "Models";
            case DATA_SET -> "Data sets";
        };
    }

    /**
     * Returns the kinds of dependency.
     *
     * @return all of them, in order
     */
    public static List<Dependency> kinds() {
        return List.of(Dependency.values());
    }

    /**
     * Returns the address of the page of a system.
     *
     * @param line a system
     * @return the address, or empty if it has no page
     */
    public Optional<String> page(SystemLine line) {
        return Optional.ofNullable(pages.get(line.id()));
    }

    /**
     * Returns the first of some systems, as many as are named beside a count.
     *
     * @param systems some systems
     * @return the first of them
     */
    public static List<SystemLine> few(SystemLines systems) {
        return systems.first().stream().limit(FEW).toList();
    }

    /**
     * Returns how many systems are not among the first.
     *
     * @param systems some systems
     * @return the number of the rest
     */
    public static long rest(SystemLines systems) {
        return systems.count() - few(systems).size();
    }

    /**
     * Returns on what the portfolio rests.
     *
     * @return labels with values, in order
     */
    public List<Frame.Labelled> basis() {
        List<Frame.Labelled> parts = new ArrayList<>();
        parts.add(new Frame.Labelled(
                "Day", portfolio.asOf().map(LocalDate::toString).orElse("none: nothing in it has dates")));
        Basis basis = portfolio.basis().orElse(null);
        if (basis != null) {
            parts.addAll(StatementLines.parts(basis));
        }
        return parts;
    }
}
