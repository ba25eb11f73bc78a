package io.aims.reasoning.change;

import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.evaluation.Evaluation;
import io.aims.rule.RuleId;
import io.aims.system.Contradiction;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two evaluations: the facts that changed, the findings gained and lost by them, and the risk
 * sources, controls and levels that moved. Only what differs is listed, everything sorted.
 *
 * <p>It keeps both evaluations, so that differences compose: {@code between(a, b).then(between(b, c))} equals
 * {@code between(a, c)}. It is empty exactly if system, day and basis are the same. Two differences are equal if both ends
 * are. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.3, 8.2
 * @since 0.1
 */
public final class EvaluationDiff {

    private static final String DO_NOT_MEET = "AIMS-3040";

    private final Evaluation before;
    private final Evaluation after;
    private final List<BasisChange> basis;
    private final List<FactChange> facts;
    private final List<FactChange> provenance;
    private final List<FindingChange> findings;
    private final List<Contradiction> contradictionsGained;
    private final List<Contradiction> contradictionsLost;
    private final List<RiskSourceChange> riskSources;
    private final List<ObjectiveChange> objectives;
    private final List<ControlChange> controls;
    private final @Nullable Trend levelTrend;

    private EvaluationDiff(Evaluation before, Evaluation after) {
        this.before = before;
        this.after = after;
        Comparison comparison = new Comparison(before, after);
        this.basis = comparison.basis();
        this.facts = comparison.facts();
        this.provenance = comparison.provenance();
        this.findings = comparison.findings();
        this.contradictionsGained = Comparison.contradictionsOnlyIn(after, before);
        this.contradictionsLost = Comparison.contradictionsOnlyIn(before, after);
        this.riskSources = comparison.riskSources();
        this.objectives = comparison.objectives();
        this.controls = comparison.controls();
        this.levelTrend = comparison.levelTrend();
    }

    /**
     * Compares two evaluations, of whatever systems, packs and days.
     *
     * @param before an evaluation
     * @param after another one
     * @return what differs
     */
    public static EvaluationDiff between(Evaluation before, Evaluation after) {
        return new EvaluationDiff(before, after);
    }

    /**
     * Returns the evaluation from which the difference leads.
     *
     * @return the evaluation before
     */
    public Evaluation before() {
        return before;
    }

    /**
     * Returns the evaluation to which the difference leads.
     *
     * @return the evaluation after
     */
    public Evaluation after() {
        return after;
    }

    /**
     * Tells whether the system has another id, name or description.
     *
     * @return {@code true} if people find it under another name or in other words
     */
    public boolean isRenamed() {
        return !before.system().id().equals(after.system().id())
                || !before.system().name().equals(after.system().name())
                || !before.system().description().equals(after.system().description());
    }

    /**
     * Tells whether the evaluations are for different days.
     *
     * @return {@code true} if the day differs, or only one of them is for a day
     */
    public boolean isOtherDay() {
        return !before.asOf().equals(after.asOf());
    }

    /**
     * Returns the parts of the basis that differ.
     *
     * @return vocabulary, catalogue, criteria, then packs by id
     */
    public List<BasisChange> basis() {
        return basis;
    }

    /**
     * Returns the characteristics that are answered otherwise.
     *
     * @return the facts that changed, sorted by the id of the characteristic
     */
    public List<FactChange> facts() {
        return facts;
    }

    /**
     * Returns the characteristics of which only the provenance differs. No result depends on it.
     *
     * @return the answers given anew, sorted by the id of the characteristic
     */
    public List<FactChange> provenance() {
        return provenance;
    }

    /**
     * Returns the rules that come to something else, or to the same by other facts.
     *
     * @return the findings that changed, sorted by rule
     */
    public List<FindingChange> findings() {
        return findings;
    }

    /**
     * Returns what happened to a finding.
     *
     * @param rule the id of a rule
     * @return empty if the rule comes to the same for the same reason
     */
    public Optional<FindingChange> finding(RuleId rule) {
        return findings.stream()
                .filter(change -> change.rule().id().equals(rule))
                .findFirst();
    }

    /**
     * Returns the verdicts that nothing lifts and that appeared, vanished, or became more or less certain.
     *
     * @return those of the findings that are stops, sorted by rule
     */
    public List<FindingChange> stops() {
        return findings.stream()
                .filter(change -> change.kind() != FindingChange.Kind.OTHER_REASON)
                .filter(change -> change.rule().stop()
                        || change.before().filter(was -> was.rule().stop()).isPresent())
                .toList();
    }

    /**
     * Returns the contradictions that the answers did not have before.
     *
     * @return the contradictions, in the order of the vocabulary
     */
    public List<Contradiction> contradictionsGained() {
        return contradictionsGained;
    }

    /**
     * Returns the contradictions that the answers do not have any more.
     *
     * @return the contradictions, in the order of the vocabulary
     */
    public List<Contradiction> contradictionsLost() {
        return contradictionsLost;
    }

    /**
     * Returns the risk sources that appeared, vanished, or became more or less certain.
     *
     * @return the risk sources that moved, sorted
     */
    public List<RiskSourceChange> riskSources() {
        return riskSources;
    }

    /**
     * Returns the objectives whose risk moved, if only in the rate behind the likelihood.
     *
     * @return the objectives that moved, sorted
     */
    public List<ObjectiveChange> objectives() {
        return objectives;
    }

    /**
     * Returns the controls whose status, need or priority moved.
     *
     * @return the controls that moved, sorted
     */
    public List<ControlChange> controls() {
        return controls;
    }

    /**
     * Returns which way the overall level moved.
     *
     * @return empty if it did not move
     */
    public Optional<Trend> levelTrend() {
        return Optional.ofNullable(levelTrend);
    }

    /**
     * Tells whether nothing differs.
     *
     * @return {@code true} if system, day and basis are the same, and therefore the results
     */
    public boolean isEmpty() {
        return !isRenamed() && !isOtherDay() && basis.isEmpty() && facts.isEmpty() && provenance.isEmpty();
    }

    /**
     * Tells whether any result moved this way: the overall level, a stop, an objective, a risk source or a control.
     *
     * @param trend a way to move
     * @return {@code true} if something got worse, or better, and so on; a difference may do both
     */
    public boolean has(Trend trend) {
        return levelTrend == trend
                || stops().stream().anyMatch(stop -> trendOf(stop) == trend)
                || objectives.stream().anyMatch(change -> change.trend() == trend)
                || riskSources.stream().anyMatch(change -> change.trend() == trend)
                || controls.stream().anyMatch(change -> change.trend() == trend);
    }

    /** Which way a stop moved. */
    Trend trendOf(FindingChange stop) {
        Trend knowledge = basis.isEmpty() ? FactChange.knowledge(stop.causes()) : null;
        if (knowledge != null) {
            return knowledge;
        }
        return switch (stop.kind()) {
            case GAINED, CONFIRMED, POSSIBLE -> Trend.WORSE;
            case LOST, RULED_OUT, DOUBTED -> Trend.BETTER;
            case OTHER_REASON -> Trend.ASIDE;
        };
    }

    /**
     * Returns the difference over both steps.
     *
     * @param next a difference that begins where this one ends
     * @return what differs between the beginning of this and the end of the next
     * @throws AimsException AIMS-3040, if the next one begins elsewhere, with a fault for each place
     */
    public EvaluationDiff then(EvaluationDiff next) {
        if (!after.equals(next.before)) {
            checkMeets(next.before);
        }
        return between(before, next.after);
    }

    private void checkMeets(Evaluation beginning) {
        Faults faults = new Faults();
        between(after, beginning)
                .places()
                .forEach(place -> faults.add(
                        DO_NOT_MEET,
                        null,
                        "The next difference begins elsewhere than this one ends: " + place + ".",
                        "Maybe the two were exchanged, or one between them is missing."));
        faults.throwIfAny();
    }

    private List<String> places() {
        List<String> places = new ArrayList<>();
        if (isRenamed()) {
            places.add("system (" + Quoted.of(before.system().id()) + "), then system ("
                    + Quoted.of(after.system().id()) + ")"
                    + (before.system().id().equals(after.system().id()) ? " by another name" : ""));
        }
        if (isOtherDay()) {
            places.add("day (" + day(before) + "), then (" + day(after) + ")");
        }
        basis.forEach(change -> places.add("another " + DiffText.name(change)));
        for (List<FactChange> changes : List.of(facts, provenance)) {
            changes.forEach(change -> places.add(change.characteristic() + " (" + DiffText.text(change.was())
                    + "), then (" + DiffText.text(change.now()) + ")"));
        }
        return places;
    }

    static String day(Evaluation evaluation) {
        return evaluation.asOf().map(LocalDate::toString).orElse("none");
    }

    /**
     * Returns the difference that leads back.
     *
     * @return what differs if before and after are exchanged
     */
    public EvaluationDiff reverse() {
        return between(after, before);
    }

    /**
     * Tells the difference to people: what changed, what was gained and lost by it, what got worse and what better, and
     * what only became known.
     *
     * @return short sentences, one a line, each line ended; headings are not indented, all else is
     */
    public String text() {
        return new DiffText(this).toString();
    }

    /**
     * Returns the difference as tables.
     *
     * @return a section of Markdown that begins with a heading
     */
    public String markdown() {
        return new DiffMarkdown(this).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvaluationDiff that && before.equals(that.before) && after.equals(that.after);
    }

    @Override
    public int hashCode() {
        return 31 * before.hashCode() + after.hashCode();
    }

    /**
     * Returns how much differs.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return Quoted.of(after.system().id()) + ": facts " + facts.size() + ", findings " + findings.size()
                + ", objectives " + objectives.size() + ", controls " + controls.size();
    }
}
