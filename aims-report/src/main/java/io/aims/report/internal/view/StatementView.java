package io.aims.report.internal.view;

import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.evaluation.Priority;
import io.aims.report.internal.page.Frame;
import io.aims.report.internal.page.Words;
import io.aims.risk.Range;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.statement.Applicability;
import io.aims.treatment.statement.CountedDecision;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.StatementEntry;
import io.aims.treatment.statement.StatementOfApplicability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement as its page and its text show it.
 *
 * @param title what the statement is about
 * @param lines what every format says alike
 * @param isCompared whether it is compared with an earlier one
 * @param areas the rows by the areas of the catalogue, in its order
 */
public record StatementView(String title, StatementLines lines, boolean isCompared, List<Area> areas) {

    private static final int URGENT = 10;
    private static final String FOR_ALL = "AI systems in scope";

    /**
     * An area of the catalogue.
     *
     * @param id its id
     * @param title its title
     * @param entries its rows
     */
    public record Area(String id, String title, List<StatementEntry> entries) {

        /** Copies the rows. */
        public Area {
            entries = List.copyOf(entries);
        }
    }

    /** Copies the areas. */
    public StatementView {
        areas = List.copyOf(areas);
    }

    /**
     * Prepares a statement.
     *
     * @param title what the statement is about, or {@code null} for what its systems are
     * @param lines what every format says alike
     * @param isCompared whether it is compared with an earlier one
     * @param catalogue the catalogue of its controls
     * @return the view
     */
    public static StatementView of(
            @Nullable String title, StatementLines lines, boolean isCompared, Catalogue catalogue) {
        Map<String, List<StatementEntry>> byArea = new LinkedHashMap<>();
        catalogue.areas().keySet().forEach(area -> byArea.put(area, new ArrayList<>()));
        for (StatementEntry entry : lines.statement().entries()) {
            String area = catalogue.control(entry.control()).map(Control::area).orElse("");
            byArea.computeIfAbsent(area, key -> new ArrayList<>()).add(entry);
        }
        List<Area> areas = new ArrayList<>();
        byArea.forEach((id, entries) -> {
            if (!entries.isEmpty()) {
                areas.add(new Area(id, catalogue.areas().getOrDefault(id, "Other controls"), entries));
            }
        });
        return new StatementView(title == null ? scope(lines.statement()) : title, lines, isCompared, areas);
    }

    private static String scope(StatementOfApplicability statement) {
        return statement.systems().size() == 1
                ? statement.systems().get(0).name()
                : StatementLines.grouped(statement.systems().size()) + " " + FOR_ALL;
    }

    /**
     * Returns the statement.
     *
     * @return the statement
     */
    public StatementOfApplicability statement() {
        return lines.statement();
    }

    /**
     * Returns what identifies the statement.
     *
     * @return labels with values, in order
     */
    public List<Frame.Labelled> facts() {
        List<Frame.Labelled> facts = new ArrayList<>();
        statement().asOf().ifPresent(day -> facts.add(new Frame.Labelled("As of", day.toString())));
        facts.add(new Frame.Labelled(
                "Systems in scope", StatementLines.grouped(statement().systems().size())));
        facts.add(new Frame.Labelled("Framework", statement().title()));
        facts.add(new Frame.Labelled("Seal", statement().seal().substring(0, 16)));
        return facts;
    }

    /**
     * Returns the sections of the page.
     *
     * @return their ids and titles, in order
     */
    public List<Frame.Link> contents() {
        List<Frame.Link> links = new ArrayList<>();
        links.add(new Frame.Link("summary", "In brief"));
        if (needsAttention()) {
            links.add(new Frame.Link("attention", "To be dealt with"));
        }
        if (isCompared) {
            links.add(new Frame.Link("changes", "What changed"));
        }
        links.add(new Frame.Link("glance", "Controls at a glance"));
        areas.forEach(area -> links.add(new Frame.Link(anchor(area.id()), area.id() + " " + area.title())));
        if (!statement().decisions().isEmpty()) {
            links.add(new Frame.Link("decisions", "Decisions"));
        }
        links.add(new Frame.Link("systems", "Systems in scope"));
        links.add(new Frame.Link("basis", "What it rests on"));
        return links;
    }

    /**
     * Returns how many controls are applicable, are not, and are undecided.
     *
     * @return a bar
     */
    public Bar applicability() {
        return new Bar(
                "Applicability",
                List.of(
                        new Bar.Part("Applicable", "yes", count(Applicability.APPLICABLE)),
                        new Bar.Part("Not applicable", "no", count(Applicability.NOT_APPLICABLE)),
                        new Bar.Part("Undecided", "unsettled", count(Applicability.UNDECIDED))));
    }

    /**
     * Returns how many rows have a conclusion.
     *
     * @param applicability a conclusion
     * @return the number of controls
     */
    public int count(Applicability applicability) {
        return statement().entries(applicability).size();
    }

    /**
     * Returns how far the applicable controls are certain to be in place.
     *
     * @return a bar, the best first
     */
    public Bar stages() {
        List<Bar.Part> parts = new ArrayList<>();
        for (Stage stage :
                List.of(Stage.EFFECTIVE, Stage.IMPLEMENTED, Stage.PARTIAL, Stage.PLANNED, Stage.NOT_IMPLEMENTED)) {
            parts.add(new Bar.Part(
                    Words.of(stage),
                    "stage" + stage.ordinal(),
                    applicable().stream()
                            .filter(entry -> !StatementLines.isUnknown(entry) && least(entry) == stage)
                            .count()));
        }
        parts.add(new Bar.Part(
                "Not known",
                "unsettled",
                applicable().stream().filter(StatementLines::isUnknown).count()));
        return new Bar("Implementation", parts);
    }

    private List<StatementEntry> applicable() {
        return statement().entries(Applicability.APPLICABLE);
    }

    private static @Nullable Stage least(StatementEntry entry) {
        return entry.implementation().stage().map(Range::low).orElse(null);
    }

    /**
     * Returns the applicable controls that are not certain to be in place.
     *
     * @return the rows, those that deserve most attention first
     */
    public List<StatementEntry> notInPlace() {
        return applicable().stream()
                .filter(entry -> entry.implementation()
                        .stage()
                        .filter(stage -> stage.low().compareTo(Stage.IMPLEMENTED) >= 0)
                        .isEmpty())
                .sorted(Comparator.comparing((StatementEntry entry) -> entry.justification()
                                .priority()
                                .map(Priority::ordinal)
                                .orElse(-1))
                        .reversed()
                        .thenComparing(StatementEntry::control))
                .toList();
    }

    /**
     * Returns those of {@link #notInPlace()} that are named in brief.
     *
     * @return the first of them
     */
    public List<StatementEntry> urgent() {
        List<StatementEntry> all = notInPlace();
        return all.subList(0, Math.min(URGENT, all.size()));
    }

    /**
     * Returns the controls whose review is overdue.
     *
     * @return the rows, sorted by control
     */
    public List<StatementEntry> overdue() {
        return statement().entries().stream().filter(lines::isPast).toList();
    }

    /**
     * Returns the decisions that change nothing any more, or not yet.
     *
     * @return the decisions, sorted by control
     */
    public List<CountedDecision> idleDecisions() {
        return statement().decisions().stream()
                .filter(decision -> decision.standing() == Decision.Standing.ENDED
                        || decision.standing() == Decision.Standing.NOT_BEGUN)
                .toList();
    }

    /**
     * Tells whether something in the statement waits for somebody.
     *
     * @return {@code false} if every control is settled, in place and up to date
     */
    public boolean needsAttention() {
        return !statement().refusals().isEmpty()
                || count(Applicability.UNDECIDED) > 0
                || !notInPlace().isEmpty()
                || !overdue().isEmpty()
                || !idleDecisions().isEmpty();
    }

    /**
     * Returns the id of a section of the page.
     *
     * @param id the id of a control or an area
     * @return letters, digits and hyphens
     */
    public static String anchor(String id) {
        return "id-" + id.replaceAll("[^A-Za-z0-9]", "-");
    }

    /**
     * Returns the id of the section of a control.
     *
     * @param control a control
     * @return letters, digits and hyphens
     */
    public static String anchor(ControlId control) {
        return anchor(control.value());
    }

    /**
     * Returns how a conclusion stands out.
     *
     * @param applicability a conclusion
     * @return the kind of a tag
     */
    public static String kind(Applicability applicability) {
        return switch (applicability) {
            case APPLICABLE -> "needed";
            case NOT_APPLICABLE -> "plain";
            case UNDECIDED -> "open";
        };
    }

    /**
     * Returns how a stage stands out.
     *
     * @param entry a row
     * @return the kind of a tag
     */
    public static String stageKind(StatementEntry entry) {
        Stage least = least(entry);
        if (least == null) {
            return "plain";
        }
        if (StatementLines.isUnknown(entry)) {
            return "open";
        }
        return switch (least) {
            case EFFECTIVE, IMPLEMENTED -> "good";
            case PARTIAL -> "fair";
            case PLANNED, NOT_IMPLEMENTED -> "bad";
        };
    }

    /**
     * Returns how a decision stands out.
     *
     * @param standing what becomes of it
     * @return the kind of a tag
     */
    public static String kind(Decision.Standing standing) {
        return switch (standing) {
            case COUNTS -> "good";
            case NOT_BEGUN -> "open";
            case ENDED -> "fair";
            case REFUSED -> "bad";
        };
    }

    /**
     * Returns how a priority stands out.
     *
     * @param priority a priority
     * @return the kind of a tag
     */
    public static String kind(Priority priority) {
        return priority == Priority.BASELINE ? "plain" : "at" + priority.ordinal();
    }
}
