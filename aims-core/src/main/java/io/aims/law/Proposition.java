package io.aims.law;

import io.aims.error.Place;
import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.source.Confidence;
import io.aims.source.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a law makes true or false of a system.
 *
 * <p>It can be known in two ways: by its parts, that is by a condition none of whose exemptions holds, or because it was
 * stated as a whole. What was stated counts before the parts. If both are known and disagree, that is a contradiction, and the
 * graver reading stands: the proposition holds.
 *
 * @param id the id
 * @param article the provision, for example {@code Art. 5(1)(f)}, or empty if it only joins others
 * @param title what it says, in under ten words
 * @param stated the test of the answer that states it as a whole, or {@code null} if no answer does
 * @param when the condition of its parts, or {@code null} if it can only be stated
 * @param unless what takes it away although the condition holds
 * @param why the reason, in our own words
 * @param sources where it comes from
 * @param confidence how well the sources support it
 * @param place where it stands, or {@code null} if it was made in Java
 * @since 0.1
 */
public record Proposition(
        PropositionId id,
        String article,
        String title,
        Condition.@Nullable SystemTest stated,
        @Nullable LegalCondition when,
        List<Exemption> unless,
        String why,
        List<Source> sources,
        Confidence confidence,
        @Nullable Place place) {

    /** Copies the lists, and checks that it can be known at all. */
    public Proposition {
        unless = List.copyOf(unless);
        sources = List.copyOf(sources);
        if (stated == null && when == null) {
            throw new IllegalArgumentException("A proposition is stated or has a condition: " + id);
        }
        if (when == null && !unless.isEmpty()) {
            throw new IllegalArgumentException("An exemption takes away a condition, and there is none: " + id);
        }
    }

    /**
     * Returns the test of the answer that states the proposition as a whole.
     *
     * @return empty if no answer does
     */
    public Optional<Condition.SystemTest> statement() {
        return Optional.ofNullable(stated);
    }

    /**
     * Returns the condition of its parts.
     *
     * @return empty if it can only be stated
     */
    public Optional<LegalCondition> condition() {
        return Optional.ofNullable(when);
    }

    /**
     * Evaluates the proposition in Kleene logic.
     *
     * @param facts what is known, with the propositions it reads
     * @return whether it holds
     */
    public Truth evaluate(LegalFacts facts) {
        Truth asStated = stated == null ? Truth.UNDETERMINED : stated.test(facts.bounds(stated.characteristic()));
        return asStated == Truth.TRUE ? Truth.TRUE : joined(asStated, byParts(facts));
    }

    private Truth byParts(LegalFacts facts) {
        if (when == null) {
            return Truth.UNDETERMINED;
        }
        Truth parts = when.evaluate(facts);
        for (Exemption exemption : unless) {
            parts = parts.and(LegalCondition.not(exemption.when().evaluate(facts)));
        }
        return parts;
    }

    /** Joins what was stated and what follows from the parts: the statement counts, unless the parts show more. */
    static Truth joined(Truth stated, Truth parts) {
        return switch (stated) {
            case TRUE -> Truth.TRUE;
            case FALSE -> parts == Truth.TRUE ? Truth.TRUE : Truth.FALSE;
            case UNDETERMINED -> parts;
        };
    }

    /**
     * Returns id and title.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return id + " " + title;
    }
}
