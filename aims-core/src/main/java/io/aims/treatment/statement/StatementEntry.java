package io.aims.treatment.statement;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.error.Fault;
import java.util.List;
import java.util.Optional;

/**
 * One row of a statement: a control of the catalogue, whether it is applicable and why, what it treats, and how far it is
 * done. Immutable and thread-safe.
 *
 * @param control the control
 * @param title its title
 * @param scope for whom it is done
 * @param justification why it is applicable, is not, or is undecided
 * @param risks the risks it treats, the highest first; empty if no system needs it
 * @param implementation how far it is in place
 * @param reuse what other frameworks may have in place for it, the most useful first; empty if it is shown to work everywhere, is
 *     not applicable, or if nothing was looked for
 * @param decisions every decision about it, those that count and those that do not, by their first day
 * @param remarks what a reader should know beside, as sentences
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record StatementEntry(
        ControlId control,
        String title,
        Control.Scope scope,
        Justification justification,
        List<TreatedRisk> risks,
        Implementation implementation,
        List<ReusableEvidence> reuse,
        List<CountedDecision> decisions,
        List<String> remarks) {

    /** Copies the lists, and checks that decisions and reasons agree. */
    public StatementEntry {
        risks = List.copyOf(risks);
        reuse = List.copyOf(reuse);
        decisions = List.copyOf(decisions);
        remarks = List.copyOf(remarks);
        List<Decision> counting = decisions.stream()
                .filter(CountedDecision::counts)
                .map(CountedDecision::decision)
                .toList();
        if (!counting.equals(justification.decision().stream().toList())) {
            throw new IllegalArgumentException("The decision that counts is not that of the justification: " + control);
        }
        for (CountedDecision counted : decisions) {
            if (!counted.decision().control().equals(control)) {
                throw new IllegalArgumentException("The decision is about another control than the row: " + control);
            }
            boolean excludes = counted.decision().kind() == Decision.Kind.EXCLUDE;
            boolean isAgainst = excludes && justification.applicability() != Applicability.NOT_APPLICABLE;
            if (counted.counts() && isAgainst || counted.standing() == Decision.Standing.REFUSED && !isAgainst) {
                throw new IllegalArgumentException(
                        "An exclusion is refused exactly if it stands against a need or an open question: " + control);
            }
        }
        for (ReusableEvidence each : reuse) {
            if (!each.suggestion().control().equals(control)) {
                throw new IllegalArgumentException(
                        "What may be reused is for another control than the row: " + control);
            }
        }
        if (justification.spread().total() == 0) {
            throw new IllegalArgumentException("A control without any system has no justification: " + control);
        }
    }

    /**
     * Returns whether the control belongs to what the organisation does.
     *
     * @return the conclusion of the justification
     */
    public Applicability applicability() {
        return justification.applicability();
    }

    /**
     * Returns the decision that counts.
     *
     * @return empty if none does
     */
    public Optional<Decision> decision() {
        return justification.decision();
    }

    /**
     * Returns what may be reused of other frameworks in plain English, for every format alike.
     *
     * @return sentences, none if there is nothing
     */
    public List<String> reuseSentences() {
        return ReusableEvidence.sentences(reuse);
    }

    /**
     * Returns the exclusions that were refused, with the reasons.
     *
     * @return faults: AIMS-3074, if a system needs the control; AIMS-3075, if for some system that is not settled
     */
    public List<Fault> refusals() {
        return Refusals.of(this);
    }
}
