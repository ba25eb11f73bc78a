package io.aims.treatment.statement;

import io.aims.control.AiRole;
import io.aims.control.ControlStatus;
import io.aims.reasoning.internal.Phrases;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/** Tells a justification in sentences, each of which names what it rests on and for how many systems. */
final class JustificationText {

    private static final int FEW = 3;

    private final Justification reasons;
    private final Spread spread;
    private final List<String> sentences = new ArrayList<>();

    JustificationText(Justification reasons) {
        this.reasons = reasons;
        this.spread = reasons.spread();
        if (spread.needing() > 0) {
            tellNeed();
        }
        reasons.decision()
                .ifPresent(
                        decision -> sentences.add(new CountedDecision(decision, Decision.Standing.COUNTS).sentence()));
        if (spread.needing() == 0) {
            if (spread.undetermined() > 0) {
                tellOpen();
            } else {
                tellNoNeed();
            }
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    private void tellNeed() {
        List<String> names = reasons.systems().stream()
                .map(system -> Quoted.of(system.name())
                        + system.priority()
                                .map(priority -> " (priority " + Phrases.words(priority.name()) + ")")
                                .orElse(""))
                .toList();
        sentences.add(
                "Needed by " + of(spread.needing()) + ": " + StatementWords.some(names, spread.needing(), FEW) + ".");
        sentences.add("What calls for it: " + rules(reasons.rules()) + ".");
        if (spread.viaSupplier() > 0) {
            sentences.add(
                    spread.required() == 0
                            ? "Only a supplier can perform it: the organisation does not develop the "
                                    + (spread.viaSupplier() == 1 ? "system." : "systems.")
                            : "For " + StatementWords.systems(spread.viaSupplier())
                                    + " only a supplier can perform it.");
        }
        if (spread.undetermined() > 0) {
            sentences.add("For " + StatementWords.systems(spread.undetermined()) + " it is not settled.");
        }
    }

    private void tellNoNeed() {
        if (spread.notRequired() > 0) {
            sentences.add(noNeed());
        }
        reasons.facts().forEach(fact -> sentences.add(sentence(fact)));
        for (Justification.RoleReason role : reasons.roles()) {
            sentences.add("For " + of(role.systems()) + " it belongs to a role that the organisation does not hold: "
                    + held(role.held()) + ".");
        }
    }

    private String noNeed() {
        int rules = reasons.falseRules().size();
        if (rules == 0) {
            return "No rule of the packs in use calls for it.";
        }
        String areFalse = (rules == 1
                ? "the rule that could call for it is false"
                : "every one of the " + rules + " rules that could call for it is false");
        String which = ": " + rules(reasons.falseRules()) + ".";
        if (spread.total() == 1) {
            return "The system does not need it: " + areFalse + which;
        }
        return spread.roleExcluded() == 0
                ? "No system needs it: " + areFalse + " for " + of(spread.notRequired()) + which
                : "For " + of(spread.notRequired()) + " " + areFalse + which;
    }

    private static String held(List<AiRole> roles) {
        return roles.isEmpty()
                ? "it holds none"
                : "it is "
                        + Phrases.list(
                                roles.stream()
                                        .map(role -> Phrases.words(role.name()))
                                        .toList(),
                                "and");
    }

    /** A question with its answers: one answer of all systems stands alone. */
    private String sentence(Justification.FactReason fact) {
        int told = 0;
        List<String> answers = new ArrayList<>();
        for (Justification.AnswerCount answer :
                fact.answers().subList(0, Math.min(FEW, fact.answers().size()))) {
            answers.add(Phrases.withinSentence(Quoted.whole(answer.answer()))
                    + (fact.answers().size() == 1 ? "" : " (" + StatementWords.systems(answer.systems()) + ")"));
            told += answer.systems();
        }
        if (told < fact.systems()) {
            answers.add("another answer (" + StatementWords.systems(fact.systems() - told) + ")");
        }
        return Quoted.whole(fact.question()) + " " + Phrases.capitalised(String.join("; ", answers)) + " ("
                + fact.characteristic() + (spread.total() == 1 ? "" : ", " + of(fact.systems())) + ").";
    }

    private void tellOpen() {
        List<String> names = reasons.openSystems().stream()
                .map(system -> Quoted.of(system.name()))
                .toList();
        boolean isNeeded = reasons.openSystems().stream()
                .anyMatch(system -> system.status() == ControlStatus.UNDETERMINED && system.rank() != null);
        sentences.add("Not settled for " + of(spread.undetermined()) + ": "
                + StatementWords.some(names, spread.undetermined(), FEW) + "."
                + (reasons.applicability() == Applicability.UNDECIDED ? " It may not be excluded until it is." : ""));
        if (isNeeded) {
            sentences.add("Somebody has to do it, and it is not known whether that is the organisation.");
        }
        if (!reasons.openRules().isEmpty()) {
            sentences.add("What may call for it: " + rules(reasons.openRules()) + ".");
        }
        List<String> questions = reasons.openFacts().stream()
                .limit(FEW)
                .map(fact -> Quoted.whole(fact.question()) + " (" + fact.characteristic() + ", "
                        + StatementWords.systems(fact.systems()) + ")")
                .toList();
        if (!questions.isEmpty()) {
            int more = reasons.openFacts().size() - questions.size();
            sentences.add("What would settle it: " + String.join(" ", questions)
                    + (more == 0 ? "" : " and " + Phrases.count(more, "more question", "more questions")) + ".");
        }
    }

    private String rules(List<Justification.RuleReason> rules) {
        List<String> names = rules.stream()
                .map(rule -> Quoted.whole(rule.title()) + " (" + rule.rule()
                        + (spread.total() == 1 || rule.systems() == spread.total()
                                ? ""
                                : ", " + StatementWords.systems(rule.systems()))
                        + ")")
                .toList();
        return StatementWords.some(names, names.size(), FEW);
    }

    private String of(int systems) {
        if (spread.total() == 1) {
            return "the system";
        }
        return systems == spread.total()
                ? "all " + systems + " systems"
                : systems + " of " + spread.total() + " systems";
    }
}
