package io.aims.testing;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.UsedFact;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explainer;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.Proof;
import io.aims.reasoning.proof.Proofs;
import io.aims.reasoning.proof.WhyNot;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why an evaluation is as it is. With the rules at hand, those that hold and those that do not are explained; without them,
 * what the evaluation itself tells has to do.
 */
final class Reasons {

    private static final String WITHOUT_RULES =
            "Why not is told by the rules: begin with AimsAssertions.using(aims) to see those that come nearest.";
    private static final String ROLES = "aimsRoles";
    private static final int MOST_QUESTIONS = 5;

    private final Evaluation evaluation;
    private @Nullable Proofs proofs;
    private boolean looked;

    private Reasons(Evaluation evaluation, @Nullable Proofs proofs) {
        this.evaluation = evaluation;
        this.proofs = proofs;
        this.looked = proofs != null;
    }

    /** Returns reasons by the standard rules, if the evaluation was made with them. */
    static Reasons of(Evaluation evaluation) {
        return new Reasons(evaluation, null);
    }

    /**
     * Returns reasons by the rules in use.
     *
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules
     */
    static Reasons of(Evaluation evaluation, Aims aims) {
        return new Reasons(evaluation, aims.explain(evaluation));
    }

    Optional<RuleBase> rules() {
        return proofs().map(Proofs::base);
    }

    String control(ControlId control) {
        return told(
                all -> all.control(control),
                evaluation.control(control).stream()
                        .flatMap(result -> either(result.rules(), result.undetermined()).stream())
                        .toList());
    }

    String riskSource(RiskSourceId source) {
        return told(
                all -> all.riskSource(source),
                evaluation.riskSources().stream()
                        .filter(result -> result.source().id().equals(source))
                        .flatMap(result -> either(result.rules(), result.undetermined()).stream())
                        .toList());
    }

    String objective(ObjectiveId objective) {
        return told(
                all -> all.objective(objective),
                evaluation.risk(objective).stream()
                        .flatMap(risk -> either(risk.rules(), risk.undetermined()).stream())
                        .toList());
    }

    String level() {
        return proofs().map(all -> text(all.level()))
                .orElseGet(() -> evaluation.risks().stream()
                        .filter(risk ->
                                risk.level().high() == evaluation.level().high())
                        .map(risk -> risk.objective().id() + " "
                                + Quoted.of(risk.objective().title()) + ": " + risk.level() + "\n"
                                + findings(either(risk.rules(), risk.undetermined())))
                        .collect(Collectors.joining()));
    }

    String rule(RuleId rule) {
        return told(all -> all.rule(rule), List.of(rule));
    }

    String stops() {
        return evaluation.stops().stream().map(stop -> rule(stop.rule().id())).collect(Collectors.joining());
    }

    String whyNot(ControlId control) {
        return proofs().map(all -> text(all.whyNot(control))).orElse(WITHOUT_RULES);
    }

    String whyNot(RuleId rule) {
        return proofs().map(all -> text(all.whyNot(rule))).orElse(WITHOUT_RULES);
    }

    /** Returns advice to answer what some rules wait for, the question that settles most first. */
    String answer(Collection<RuleId> rules) {
        Set<String> open = rules.stream()
                .flatMap(rule -> evaluation.finding(rule).stream())
                .flatMap(finding -> finding.facts().stream())
                .filter(UsedFact::isOpen)
                .map(UsedFact::subject)
                .collect(Collectors.toSet());
        return answerAny(open);
    }

    /** Returns advice to answer what would settle whether a control is required. */
    String answer(ControlResult result) {
        return result.needed() == Truth.TRUE ? answerAny(Set.of(ROLES)) : answer(result.undetermined());
    }

    private String answerAny(Set<String> characteristics) {
        List<VocabularyEntry> all =
                evaluation.openQuestions().stream().map(OpenQuestion::entry).toList();
        List<VocabularyEntry> direct = all.stream()
                .filter(entry -> characteristics.contains(entry.characteristic().id()))
                .toList();
        return all.isEmpty()
                ? "No answer would settle it: maybe answers contradict one another."
                : "Maybe answer " + asked(direct.isEmpty() ? all : direct) + ".";
    }

    /** Returns the rules that a better answer could settle. */
    String waitingFor(String characteristic) {
        return evaluation.findings().stream()
                .filter(finding -> !finding.isCertain())
                .filter(finding ->
                        finding.facts().stream().anyMatch(fact -> fact.subject().equals(characteristic)))
                .map(Reasons::told)
                .collect(Collectors.joining());
    }

    /** Returns all open questions, the one that settles most first. */
    String questions() {
        return asked(
                evaluation.openQuestions().stream().map(OpenQuestion::entry).toList());
    }

    private static String asked(List<VocabularyEntry> entries) {
        String first = entries.stream()
                .limit(MOST_QUESTIONS)
                .map(entry -> "\"" + Quoted.whole(entry.question()) + "\" ("
                        + entry.characteristic().id() + ")")
                .collect(Collectors.joining(", "));
        int more = entries.size() - MOST_QUESTIONS;
        return first + (more > 0 ? " and " + more + " more" : "");
    }

    private String told(Function<Proofs, Proof> proof, List<RuleId> rules) {
        return proofs().map(all -> text(proof.apply(all))).orElseGet(() -> {
            String findings = findings(rules);
            return findings.isEmpty() ? "No rule holds or may hold. " + WITHOUT_RULES : findings;
        });
    }

    private String findings(List<RuleId> rules) {
        return rules.stream()
                .flatMap(rule -> evaluation.finding(rule).stream())
                .map(Reasons::told)
                .collect(Collectors.joining());
    }

    private static String told(Finding finding) {
        return finding.rule().id() + " " + Quoted.whole(finding.rule().title())
                + (finding.isCertain() ? " holds: " : " may hold: ")
                + finding.facts().stream()
                        .map(fact -> fact.subject() + " " + Quoted.of(fact.text()))
                        .collect(Collectors.joining(", "))
                + "\n";
    }

    private static List<RuleId> either(List<RuleId> certain, List<RuleId> undetermined) {
        return certain.isEmpty() ? undetermined : certain;
    }

    private static String text(Proof proof) {
        return Explanation.of(proof, Detail.SHORT).text();
    }

    private static String text(WhyNot whyNot) {
        return Explanation.of(whyNot, Detail.SHORT).text();
    }

    private Optional<Proofs> proofs() {
        if (!looked) {
            looked = true;
            proofs = StandardRules.of(evaluation)
                    .map(base -> new Explainer(base).proofs(evaluation))
                    .orElse(null);
        }
        return Optional.ofNullable(proofs);
    }
}
