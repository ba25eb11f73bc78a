package io.aims.treatment.statement;

import io.aims.reasoning.internal.Phrases;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/** Tells in sentences what differs between two rows. */
final class RowChangeText {

    private static final int FEW = 5;

    private final List<String> sentences = new ArrayList<>();

    RowChangeText(RowChange change) {
        StatementEntry was = change.was();
        StatementEntry now = change.now();
        if (was == null || now == null) {
            sentences.add(was == null ? "It is new in the catalogue." : "It has left the catalogue.");
            return;
        }
        for (RowChange.Kind kind : change.kinds()) {
            switch (kind) {
                case APPLICABILITY ->
                    sentences.add("Applicable: was " + was.applicability().word() + ", is "
                            + now.applicability().word() + ".");
                case JUSTIFICATION -> tellReasons(change, was.justification(), now.justification());
                case RISKS -> tellRisks(was.risks(), now.risks());
                case STATUS -> tellStatus(change, was.implementation(), now.implementation());
                case REUSE -> tellReuse(was.reuseSentences(), now.reuseSentences());
                case DECISION -> tellDecisions(change, was, now);
                case REMARKS -> tellRemarks(was, now);
                case ADDED, REMOVED -> throw new IllegalStateException("There are two rows");
            }
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    private void tellReasons(RowChange change, Justification was, Justification now) {
        int before = sentences.size();
        tell("Called for by a further rule: ", "Called for by further rules: ", rules(change.rulesGained()));
        tell("No longer called for by: ", "No longer called for by: ", rules(change.rulesLost()));
        tell("Needed by a further system: ", "Needed by further systems: ", systems(change.systemsGained()));
        tell("No longer needed by: ", "No longer needed by: ", systems(change.systemsLost()));
        tellNumber("that need it", was.spread().needing(), now.spread().needing());
        tellNumber(
                "for which it is not settled",
                was.spread().undetermined(),
                now.spread().undetermined());
        tellNumber(
                "for which it belongs to another role",
                was.spread().roleExcluded(),
                now.spread().roleExcluded());
        tellNumber(
                "for which every rule is false",
                was.spread().notRequired(),
                now.spread().notRequired());
        if (!was.priority().equals(now.priority())) {
            sentences.add("Highest priority: was " + priority(was) + ", is " + priority(now) + ".");
        }
        if (sentences.size() == before) {
            sentences.add("The reasons differ in what stands behind them, not in their number.");
        }
    }

    private static String priority(Justification reasons) {
        return reasons.priority()
                .map(priority -> Phrases.words(priority.name()))
                .orElse("none");
    }

    private void tellNumber(String which, int was, int now) {
        if (was != now) {
            sentences.add("Systems " + which + ": were " + was + ", are " + now + ".");
        }
    }

    private void tell(String one, String many, List<String> names) {
        if (!names.isEmpty()) {
            sentences.add((names.size() == 1 ? one : many) + StatementWords.some(names, names.size(), FEW) + ".");
        }
    }

    private static List<String> rules(List<Justification.RuleReason> rules) {
        return rules.stream()
                .map(rule -> Quoted.whole(rule.title()) + " (" + rule.rule() + ")")
                .toList();
    }

    private static List<String> systems(List<Justification.SystemReason> systems) {
        return systems.stream()
                .map(system -> Quoted.of(system.name()) + " (" + Quoted.of(system.system()) + ")")
                .toList();
    }

    private void tellRisks(List<TreatedRisk> was, List<TreatedRisk> now) {
        for (TreatedRisk risk : now) {
            TreatedRisk before = was.stream()
                    .filter(other -> other.objective().equals(risk.objective()))
                    .findFirst()
                    .orElse(null);
            if (before == null) {
                sentences.add("It treats a further risk: " + risk.sentence() + ".");
            } else if (!before.sentence().equals(risk.sentence())) {
                sentences.add("The risk it treats was " + before.sentence() + "; it is " + risk.sentence() + ".");
            }
        }
        for (TreatedRisk risk : was) {
            if (now.stream().noneMatch(other -> other.objective().equals(risk.objective()))) {
                sentences.add("It no longer treats the risk to " + risk.title() + " (" + risk.objective() + ").");
            }
        }
        if (was.stream()
                .map(TreatedRisk::sentence)
                .toList()
                .equals(now.stream().map(TreatedRisk::sentence).toList())) {
            sentences.add("It treats the same risks for other systems.");
        }
    }

    private void tellStatus(RowChange change, Implementation was, Implementation now) {
        int before = sentences.size();
        tellText("Status", was.words(), now.words());
        tellText("How", was.how().words(), now.how().words());
        tellText("Evidence", was.evidence().words(), now.evidence().words());
        tellText("Owner", was.owners().words(), now.owners().words());
        tellText(
                "Review by",
                was.reviewBy().map(Object::toString).orElse(""),
                now.reviewBy().map(Object::toString).orElse(""));
        boolean isTold = sentences.size() > before || change.kinds().contains(RowChange.Kind.REMARKS);
        if (!isTold) {
            sentences.add("What is said of it is the same, for other systems or with other reservations.");
        }
    }

    private void tellText(String what, String was, String now) {
        if (!was.equals(now)) {
            sentences.add(what + ": was " + (was.isEmpty() ? "not said" : was) + ", is "
                    + (now.isEmpty() ? "not said" : now) + ".");
        }
    }

    private void tellReuse(List<String> was, List<String> now) {
        int before = sentences.size();
        now.stream().filter(each -> !was.contains(each)).forEach(each -> sentences.add("From elsewhere, new: " + each));
        was.stream()
                .filter(each -> !now.contains(each))
                .forEach(each -> sentences.add("From elsewhere, before: " + each));
        if (sentences.size() == before) {
            sentences.add("What may be reused of other frameworks differs in what stands behind it.");
        }
    }

    private void tellDecisions(RowChange change, StatementEntry was, StatementEntry now) {
        for (Decision ended : change.decisionsEnded()) {
            sentences.add("Ended: " + new CountedDecision(ended, Decision.Standing.ENDED).sentence());
        }
        for (CountedDecision decision : now.decisions()) {
            if (!was.decisions().contains(decision) && !change.decisionsEnded().contains(decision.decision())) {
                sentences.add("Decided: " + decision.sentence());
            }
        }
        for (CountedDecision decision : was.decisions()) {
            boolean isGone =
                    now.decisions().stream().noneMatch(other -> other.decision().equals(decision.decision()));
            if (isGone) {
                sentences.add("No longer among the decisions: " + decision.sentence());
            }
        }
    }

    private void tellRemarks(StatementEntry was, StatementEntry now) {
        if (!was.title().equals(now.title())) {
            sentences.add("Title: was " + was.title() + ", is " + now.title() + ".");
        }
        now.remarks().stream()
                .filter(remark -> !was.remarks().contains(remark))
                .forEach(remark -> sentences.add("New: " + remark));
        was.remarks().stream()
                .filter(remark -> !now.remarks().contains(remark))
                .forEach(remark -> sentences.add("No longer: " + remark));
        if (was.scope() != now.scope()) {
            sentences.add("It is done once for another scope: was "
                    + Phrases.words(was.scope().name()) + ", is "
                    + Phrases.words(now.scope().name()) + ".");
        }
    }
}
