package io.aims.evaluation;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;
import io.aims.system.Contradiction;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rules find in a system: risk sources, the risk to each objective, the controls needed, and what is not known.
 *
 * <p>The same system, packs, criteria and date give the same evaluation, for ever. Every list is sorted and immutable;
 * equal input gives equal evaluations. Findings, reasons and questions are put together when first asked for. Thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.2, 6.1.3, 8.2
 * @since 0.1
 */
public final class Evaluation {

    private final AiSystem system;
    private final @Nullable LocalDate asOf;
    private final Conclusions conclusions;
    private volatile @Nullable Seal seal;

    Evaluation(AiSystem system, @Nullable LocalDate asOf, Conclusions conclusions) {
        this.system = system;
        this.asOf = asOf;
        this.conclusions = conclusions;
    }

    /**
     * Returns the system that was evaluated.
     *
     * @return the system with its answers
     */
    public AiSystem system() {
        return system;
    }

    /**
     * Returns the date for which it was evaluated.
     *
     * @return empty if none was given
     */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(asOf);
    }

    /**
     * Returns what the evaluation rests on.
     *
     * @return vocabulary, catalogue, criteria and packs, with versions and fingerprints
     */
    public Basis basis() {
        return conclusions.basis();
    }

    /**
     * Returns what kind of engine ran the rules. It is a label: whichever did, the result is the same, and neither seal nor
     * equality depend on it.
     *
     * @return the kind of engine
     */
    public RuleEngine.Kind engine() {
        return conclusions.engine();
    }

    /**
     * Returns the overall level: the highest over all objectives. It never stands for the profile in {@link #risks()}.
     *
     * @return the level
     */
    public Range<RiskLevel> level() {
        RiskLevel low = RiskLevel.VERY_LOW;
        RiskLevel high = RiskLevel.VERY_LOW;
        for (Risk risk : conclusions.risks()) {
            low = low.max(risk.level().low());
            high = high.max(risk.level().high());
        }
        return new Range<>(low, high);
    }

    /**
     * Returns the rules that hold and those that may hold, with the facts they read.
     *
     * @return the findings, sorted by rule
     */
    public List<Finding> findings() {
        return conclusions.findings();
    }

    /**
     * Returns what a rule found.
     *
     * @param rule a rule
     * @return its finding, or empty if the rule is false
     */
    public Optional<Finding> finding(RuleId rule) {
        return conclusions.findings().stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .findFirst();
    }

    /**
     * Returns the verdicts that nothing lifts, those that are certain and those that may come true.
     *
     * @return the findings of rules with a stop, sorted by rule
     */
    public List<Finding> stops() {
        return conclusions.findings().stream()
                .filter(finding -> finding.rule().stop())
                .toList();
    }

    /**
     * Tells whether a verdict that nothing lifts is certain: the system must not be used as described.
     *
     * @return {@code true} if a rule with a stop holds
     */
    public boolean isStopped() {
        return conclusions.isStopped();
    }

    /**
     * Returns every risk source of the catalogue.
     *
     * @return the risk sources, sorted
     */
    public List<RiskSourceResult> riskSources() {
        return conclusions.riskSources();
    }

    /**
     * Returns the risk to every objective of the catalogue.
     *
     * @return the risks, sorted by objective
     */
    public List<Risk> risks() {
        return conclusions.risks();
    }

    /**
     * Returns the risk to an objective.
     *
     * @param objective an objective
     * @return the risk, or empty if the catalogue has no such objective
     */
    public Optional<Risk> risk(ObjectiveId objective) {
        return conclusions.risks().stream()
                .filter(risk -> risk.objective().id().equals(objective))
                .findFirst();
    }

    /**
     * Returns every control of the catalogue.
     *
     * @return the controls with their status, sorted
     */
    public List<ControlResult> controls() {
        return conclusions.controls();
    }

    /**
     * Returns what a control is to the system.
     *
     * @param control a control
     * @return the result, or empty if the catalogue has no such control
     */
    public Optional<ControlResult> control(ControlId control) {
        return conclusions.controls().stream()
                .filter(result -> result.control().id().equals(control))
                .findFirst();
    }

    /**
     * Returns the controls that the organisation has to see to, itself or through a supplier.
     *
     * @return the safeguards, those that deserve most attention first
     */
    public List<Safeguard> safeguards() {
        return conclusions.safeguards();
    }

    /**
     * Returns the answers that contradict one another. They were evaluated as they are.
     *
     * @return the contradictions, in the order of the vocabulary
     */
    public List<Contradiction> contradictions() {
        return conclusions.contradictions();
    }

    /**
     * Returns what rules outside the guarantees found: rules that the host trusts, in a language in which anything can be
     * written. Nothing else in this evaluation depends on them, and no verification re-computes them.
     *
     * @return the findings, sorted; none without such rules
     */
    public List<OutsideFinding> outside() {
        return conclusions.outside();
    }

    /**
     * Returns what remains possible, whatever the unknown facts turn out to be.
     *
     * @return the levels, risk sources and statuses that a completion of the facts may come to
     */
    public PossibleResults bounds() {
        return PossibleResults.of(this, conclusions.roles());
    }

    /**
     * Returns the questions whose answers could settle something. They are computed when first asked for.
     *
     * @return the questions, the one that settles most first
     */
    public List<OpenQuestion> openQuestions() {
        return conclusions.openQuestions();
    }

    /**
     * Returns the questions whose answers could settle something, when some answers cost more than others.
     *
     * @param costs what answers cost
     * @return the questions, the one that settles most for its cost first
     */
    public List<OpenQuestion> openQuestions(QuestionCosts costs) {
        return openQuestions().stream()
                .sorted(Comparator.comparingDouble((OpenQuestion question) -> costs.worth(question, question.settles()))
                        .thenComparingDouble(question -> costs.worth(question, question.controls()))
                        .thenComparingDouble(question -> costs.worth(question, question.narrows()))
                        .reversed())
                .toList();
    }

    /**
     * Returns the question whose answer could settle most.
     *
     * @return the first of {@link #openQuestions()}, or empty if nothing is open
     */
    public Optional<OpenQuestion> nextQuestion() {
        return openQuestions().stream().findFirst();
    }

    /**
     * Returns the seal. It is computed when first asked for.
     *
     * @return the seal
     */
    public Seal seal() {
        Seal ready = seal;
        if (ready == null) {
            ready = Seal.of(this);
            seal = ready;
        }
        return ready;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Evaluation that
                        && system.equals(that.system)
                        && asOf().equals(that.asOf())
                        && basis().equals(that.basis())
                        && conclusions.agreesWith(that.conclusions);
    }

    @Override
    public int hashCode() {
        return 31 * system.hashCode() + basis().hashCode();
    }

    @Override
    public String toString() {
        return Quoted.of(system.id()) + ": " + level() + ", "
                + conclusions.safeguards().size() + " safeguards";
    }
}
