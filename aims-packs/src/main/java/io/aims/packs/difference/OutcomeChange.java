package io.aims.packs.difference;

import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.change.ControlChange;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.change.Rebase;
import io.aims.reasoning.change.Trend;
import io.aims.reasoning.internal.Markdown;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A system that comes to something else by the new version of a pack.
 *
 * @param diff what differs between its evaluation by the old version and by the new one
 * @since 0.1
 */
public record OutcomeChange(EvaluationDiff diff) {

    /**
     * Finds the systems that come to something else. Answers to characteristics that the new version does not have count as
     * unknown.
     *
     * @param before the old version of the pack, with the packs beside it
     * @param after the new version of the pack, with the same packs beside it
     * @param systems the systems
     * @param asOf the day for which to evaluate, or {@code null}
     * @return the systems whose level, controls, risk sources, risks or verdict differ, in the order given
     */
    public static List<OutcomeChange> between(
            RuleBase before, RuleBase after, Collection<AiSystem> systems, @Nullable LocalDate asOf) {
        Evaluator old = new Evaluator(before, new PlainEngine(before));
        Evaluator now = new Evaluator(after, new PlainEngine(after));
        List<OutcomeChange> changes = new ArrayList<>();
        for (AiSystem system : systems) {
            EvaluationDiff diff = Rebase.of(old.evaluate(system, asOf), before, after, now::evaluate, asOf)
                    .diff();
            OutcomeChange change = new OutcomeChange(diff);
            if (change.isOutcome()) {
                changes.add(change);
            }
        }
        return List.copyOf(changes);
    }

    private boolean isOutcome() {
        return diff.levelTrend().isPresent()
                || !diff.stops().isEmpty()
                || !diff.controls().isEmpty()
                || !diff.objectives().isEmpty()
                || !diff.riskSources().isEmpty();
    }

    /**
     * Tells whether less is found: a level fell, or something found before is not found or not certain any more.
     *
     * @return {@code false} if only more is found
     */
    public boolean isWeaker() {
        return diff.has(Trend.BETTER) || diff.has(Trend.OPEN);
    }

    /**
     * Returns the id of the system.
     *
     * @return the id
     */
    public String systemId() {
        return diff.after().system().id();
    }

    /**
     * Tells what the system comes to now, in one sentence.
     *
     * @return for example {@code Loan scoring: the level was high, is moderate; A.9.2 was required, is not required.}
     */
    public String text() {
        return Quoted.of(diff.after().system().name()) + " (" + Quoted.of(systemId()) + "): " + outcome();
    }

    private String outcome() {
        Evaluation was = diff.before();
        Evaluation is = diff.after();
        List<String> parts = new ArrayList<>();
        if (diff.levelTrend().isPresent()) {
            parts.add("the level was " + words(was.level()) + ", is " + words(is.level()));
        }
        if (was.isStopped() != is.isStopped()) {
            parts.add(is.isStopped() ? "it must stop now" : "it need not stop any more");
        }
        diff.controls().stream()
                .filter(change -> !status(change.was()).equals(status(change.now())))
                .map(OutcomeChange::moved)
                .forEach(parts::add);
        String others = diff.objectives().stream()
                .map(change -> change.objective().id().value())
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            parts.add("other risks to " + others);
        }
        if (parts.isEmpty()) {
            parts.add("priorities or risk sources differ");
        }
        return String.join("; ", parts) + ".";
    }

    /**
     * Returns changes as a table.
     *
     * @param changes the changes, in order
     * @return a section of Markdown that begins with a blank line; empty if there are none
     */
    public static String markdown(List<OutcomeChange> changes) {
        String table = new Markdown()
                .table(
                        2,
                        "Systems",
                        List.of("System", "What it comes to"),
                        changes.stream()
                                .map(change ->
                                        List.of(change.diff().after().system().name(), change.outcome()))
                                .toList())
                .toString();
        return table.isEmpty() ? "" : "\n" + table;
    }

    private static String moved(ControlChange change) {
        return change.control().id() + " was " + status(change.was()) + ", is " + status(change.now());
    }

    private static String status(@Nullable ControlResult result) {
        return result == null
                ? "absent"
                : result.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(Range<RiskLevel> level) {
        String low = Phrases.words(level.low().name());
        return level.isExact() ? low : low + " to " + Phrases.words(level.high().name());
    }
}
