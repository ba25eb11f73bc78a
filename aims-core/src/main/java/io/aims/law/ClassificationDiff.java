package io.aims.law;

import io.aims.error.AimsException;
import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two classifications by one legal pack: of two versions of a description, or on two days.
 *
 * @param before the first
 * @param after the second
 * @param noLongerPossible the classes that the second rules out and the first did not, in the order of the pack
 * @param newlyPossible the classes that the first rules out and the second does not
 * @param propositions the propositions that came to something else
 * @param duties the duties that came to something else
 * @since 0.1
 */
public record ClassificationDiff(
        Classification before,
        Classification after,
        List<LegalClass> noLongerPossible,
        List<LegalClass> newlyPossible,
        List<PropositionChange> propositions,
        List<DutyChange> duties) {

    /**
     * A proposition that came to something else.
     *
     * @param proposition the proposition
     * @param before what it came to first
     * @param after what it came to then
     */
    public record PropositionChange(Proposition proposition, Truth before, Truth after) {}

    /**
     * A duty that came to something else.
     *
     * @param before what it came to first
     * @param after what it came to then
     */
    public record DutyChange(DutyResult before, DutyResult after) {}

    /** Copies the lists. */
    public ClassificationDiff {
        noLongerPossible = List.copyOf(noLongerPossible);
        newlyPossible = List.copyOf(newlyPossible);
        propositions = List.copyOf(propositions);
        duties = List.copyOf(duties);
    }

    /**
     * Compares two classifications.
     *
     * @param before the first
     * @param after the second
     * @return what differs
     * @throws AimsException AIMS-3101, if they rest on different legal packs
     */
    public static ClassificationDiff between(Classification before, Classification after) {
        if (!before.reference().equals(after.reference())) {
            throw new AimsException(
                    "AIMS-3101",
                    "A classification by legal pack (" + before.reference().id() + ", "
                            + before.reference().version() + ") cannot be compared with one by ("
                            + after.reference().id() + ", " + after.reference().version() + ").",
                    "Maybe classify both descriptions by the same pack.");
        }
        List<PropositionChange> propositions = new ArrayList<>();
        for (int i = 0; i < before.results().size(); i++) {
            PropositionResult was = before.results().get(i);
            Truth is = after.truth(was.proposition().id());
            if (was.truth() != is) {
                propositions.add(new PropositionChange(was.proposition(), was.truth(), is));
            }
        }
        List<DutyChange> duties = new ArrayList<>();
        for (DutyResult was : before.duties()) {
            DutyResult is = after.duty(was.duty().id()).orElseThrow();
            if (was.owed() != is.owed() || was.applies() != is.applies()) {
                duties.add(new DutyChange(was, is));
            }
        }
        return new ClassificationDiff(
                before,
                after,
                without(before.possible(), after.possible()),
                without(after.possible(), before.possible()),
                propositions,
                duties);
    }

    private static List<LegalClass> without(List<LegalClass> some, List<LegalClass> others) {
        return some.stream().filter(each -> !others.contains(each)).toList();
    }

    /**
     * Tells whether the decided class, the stop, or whether the class applies, is another one.
     *
     * @return {@code true} if an outcome for the whole system differs
     */
    public boolean changesOutcome() {
        return !before.possible().equals(after.possible())
                || before.stops() != after.stops()
                || before.applies() != after.applies();
    }

    /**
     * Tells whether both came to the same.
     *
     * @return {@code true} if nothing differs
     */
    public boolean isEmpty() {
        return !changesOutcome() && propositions.isEmpty() && duties.isEmpty();
    }
}
