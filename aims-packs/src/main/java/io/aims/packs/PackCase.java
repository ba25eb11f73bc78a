package io.aims.packs;

import io.aims.control.ControlId;
import io.aims.error.Place;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test of a pack as a whole: a few answers, everything else unknown, and what must come out of all its rules and of those of
 * the packs beside it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title what it shows
 * @param answers the answers, each characteristic once
 * @param holds rules that must hold for certain
 * @param open rules that must be left open by what is not known
 * @param requires controls that a rule that holds must call for, whoever has to see to them
 * @param doesNotRequire controls that no rule may call for, whatever the unknown turns out to be
 * @param raises risk sources that must be present for certain
 * @param levels the level of the risk to objectives, with both ends
 * @param concludes everything that a rule must say, no more and no less; the rule must hold
 * @param place where it stands, or {@code null} if it was made in Java
 * @since 0.1
 */
public record PackCase(
        String title,
        List<Answer> answers,
        List<RuleId> holds,
        List<RuleId> open,
        List<ControlId> requires,
        List<ControlId> doesNotRequire,
        List<RiskSourceId> raises,
        Map<ObjectiveId, Range<RiskLevel>> levels,
        Map<RuleId, Conclusion> concludes,
        @Nullable Place place) {

    /** Copies lists and maps. */
    public PackCase {
        answers = List.copyOf(answers);
        holds = List.copyOf(holds);
        open = List.copyOf(open);
        requires = List.copyOf(requires);
        doesNotRequire = List.copyOf(doesNotRequire);
        raises = List.copyOf(raises);
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        concludes = Collections.unmodifiableMap(new LinkedHashMap<>(concludes));
    }

    /**
     * Returns the system of the case.
     *
     * @return a system with these answers, everything else unknown
     */
    public AiSystem system() {
        return AiSystem.named("case").putAll(answers).build();
    }

    /**
     * Tells what came out otherwise than expected.
     *
     * @param evaluation the evaluation of {@link #system()}
     * @return everything that differs, each with what it is about; none if the case passes
     */
    public List<Difference> differences(Evaluation evaluation) {
        List<Difference> differences = new ArrayList<>();
        holds.forEach(rule -> ofRule(rule, Truth.TRUE, evaluation).ifPresent(differences::add));
        open.forEach(rule -> ofRule(rule, Truth.UNDETERMINED, evaluation).ifPresent(differences::add));
        requires.forEach(control -> ofControl(control, Truth.TRUE, evaluation).ifPresent(differences::add));
        doesNotRequire.forEach(
                control -> ofControl(control, Truth.FALSE, evaluation).ifPresent(differences::add));
        evaluation.riskSources().stream()
                .filter(result -> raises.contains(result.source().id()) && result.status() != Truth.TRUE)
                .map(result -> new Difference(
                        result.source().id(),
                        "risk source (" + result.source().id() + ") is "
                                + (result.status() == Truth.FALSE ? "not raised" : "left open")
                                + ", not raised for certain"))
                .forEach(differences::add);
        levels.forEach((objective, expected) -> evaluation
                .risk(objective)
                .filter(risk -> !risk.level().equals(expected))
                .map(risk -> new Difference(
                        objective, "level of (" + objective + ") is " + risk.level() + ", not " + expected))
                .ifPresent(differences::add));
        concludes.forEach((rule, expected) -> {
            Optional<Difference> wrong = ofRule(rule, Truth.TRUE, evaluation);
            wrong.ifPresent(differences::add);
            if (wrong.isEmpty()) {
                evaluation.finding(rule).stream()
                        .flatMap(finding -> expected.differences(Conclusion.of(finding.rule())).stream())
                        .map(text -> new Difference(rule, "rule (" + rule + "): " + text))
                        .forEach(differences::add);
            }
        });
        return List.copyOf(differences);
    }

    private static Optional<Difference> ofRule(RuleId rule, Truth expected, Evaluation evaluation) {
        Truth truth = evaluation.finding(rule).map(Finding::status).orElse(Truth.FALSE);
        return truth == expected
                ? Optional.empty()
                : Optional.of(new Difference(
                        rule,
                        "rule (" + rule + ") " + words(truth) + ", where it should "
                                + (expected == Truth.TRUE ? "hold" : "be open")));
    }

    private static String words(Truth truth) {
        return switch (truth) {
            case TRUE -> "holds";
            case FALSE -> "does not hold";
            case UNDETERMINED -> "is open";
        };
    }

    private static Optional<Difference> ofControl(ControlId control, Truth expected, Evaluation evaluation) {
        return evaluation
                .control(control)
                .map(ControlResult::needed)
                .filter(needed -> needed != expected)
                .map(needed -> new Difference(
                        control,
                        "control (" + control + ") "
                                + switch (needed) {
                                    case TRUE -> "is required";
                                    case FALSE -> "is not required";
                                    case UNDETERMINED -> "may be required";
                                }
                                + ", where it should " + (expected == Truth.TRUE ? "be" : "not be")));
    }

    /**
     * Something that came out otherwise than a case expects.
     *
     * @param about the id of a rule, control, objective or risk source
     * @param text what came out and what should have, a part of a sentence
     */
    public record Difference(Object about, String text) {}
}
