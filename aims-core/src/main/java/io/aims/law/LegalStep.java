package io.aims.law;

import io.aims.evaluation.UsedFact;
import io.aims.rule.Truth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step on the way to an outcome: a provision, what it came to, and what that rests on.
 *
 * <p>What a step names is enough: as long as it stays, what the step came to stays.
 *
 * @param id the id of the proposition, class or duty
 * @param kind what the step decides
 * @param article the provision, or empty if it only joins others
 * @param title what is true, false or open
 * @param truth what it came to
 * @param readings what it rests on, in the order of the condition; of exemptions see there
 * @param exemptions the exemptions that bear on it: all of them if it holds or is open, those that took it away if they did
 * @since 0.1
 */
public record LegalStep(
        PropositionId id,
        Kind kind,
        String article,
        String title,
        Truth truth,
        List<LegalReading> readings,
        List<ExemptionResult> exemptions) {

    /** What a step decides. */
    public enum Kind {
        /** Whether a proposition holds. */
        PROPOSITION,
        /** Whether a class is given. */
        CLASS,
        /** Whether a duty is owed. */
        DUTY,
        /** Whether what follows from a class, or a duty, applies on the day for which the law is asked. */
        APPLICATION
    }

    /** Copies the lists. */
    public LegalStep {
        readings = List.copyOf(readings);
        exemptions = List.copyOf(exemptions);
    }

    /**
     * Returns the facts used, of the exemptions too.
     *
     * @return each once, in the order read
     */
    public List<UsedFact> facts() {
        return allReadings()
                .flatMap(reading -> reading.fact().stream())
                .distinct()
                .toList();
    }

    /**
     * Returns the propositions on which the step rests.
     *
     * @return each once, in the order read
     */
    public List<PropositionId> restsOn() {
        return allReadings()
                .filter(reading -> reading.leaf() instanceof LegalCondition.Holds)
                .map(reading -> ((LegalCondition.Holds) reading.leaf()).id())
                .distinct()
                .toList();
    }

    /**
     * Returns the exemption that took the proposition away.
     *
     * @return the first one, or empty if none did
     */
    public Optional<Exemption> takenAwayBy() {
        return exemptions.stream()
                .filter(each -> each.truth() == Truth.TRUE)
                .map(ExemptionResult::exemption)
                .findFirst();
    }

    /**
     * Returns the provisions that the step names: its own and those of its exemptions.
     *
     * @return each once
     */
    public List<String> articles() {
        return Stream.concat(
                        Stream.of(article),
                        exemptions.stream().map(each -> each.exemption().article()))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private Stream<LegalReading> allReadings() {
        return Stream.concat(readings.stream(), exemptions.stream().flatMap(each -> each.readings().stream()));
    }
}
