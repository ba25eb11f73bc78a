package io.aims.treatment.statement;

import io.aims.error.Fault;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why an exclusion is refused. */
final class Refusals {

    private static final String NEEDED = "AIMS-3074";
    private static final String NOT_SETTLED = "AIMS-3075";

    private Refusals() {}

    static List<Fault> of(StatementEntry entry) {
        List<Fault> faults = new ArrayList<>();
        for (CountedDecision counted : entry.decisions()) {
            if (counted.standing() == Decision.Standing.REFUSED) {
                faults.add(of(entry, counted.decision()));
            }
        }
        return List.copyOf(faults);
    }

    private static Fault of(StatementEntry entry, Decision decision) {
        Justification reasons = entry.justification();
        String subject = "The exclusion of control (" + entry.control() + ") by (" + Quoted.of(decision.decidedBy())
                + ") from (" + decision.on() + ") until (" + decision.until() + ") ";
        if (reasons.spread().needing() > 0) {
            return Fault.of(
                    NEEDED,
                    subject + "stands against a need: "
                            + first(reasons.systems(), reasons.spread().needing()) + " it.",
                    "Keep the control, or change what makes the system need it.");
        }
        Optional<Justification.OpenFact> open = reasons.openFacts().stream().findFirst();
        return Fault.of(
                NOT_SETTLED,
                subject + "stands against an open question: it is not known whether "
                        + first(reasons.openSystems(), reasons.spread().undetermined()) + " it.",
                open.map(fact -> "Answer first: " + Quoted.whole(fact.question()) + " (" + fact.characteristic() + ")")
                        .orElse("Answer first what the system leaves open."));
    }

    private static String first(List<Justification.SystemReason> systems, int all) {
        Justification.SystemReason first = systems.get(0);
        String rule =
                first.rules().isEmpty() ? "" : " by rule (" + first.rules().get(0) + ")";
        return "system (" + Quoted.of(first.system()) + ")" + rule
                + (all == 1 ? " needs" : " and " + (all - 1) + " more need");
    }
}
