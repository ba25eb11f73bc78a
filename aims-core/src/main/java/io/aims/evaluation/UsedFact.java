package io.aims.evaluation;

import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a condition read.
 *
 * @param subject what was read: the id of a characteristic, or a result such as {@code level(C.2.5)}
 * @param text its value as a person reads it, {@code unknown} if nothing is known
 * @param given the answer with its provenance, or {@code null} if the characteristic is unknown or a result was read
 * @param isOpen whether a better answer could still change it
 * @since 0.1
 */
public record UsedFact(
        String subject, String text, @Nullable Answer given, boolean isOpen) {

    /**
     * Returns the answer with its provenance.
     *
     * @return empty if the characteristic is unknown or a result was read
     */
    public Optional<Answer> answer() {
        return Optional.ofNullable(given);
    }

    static UsedFact unknown(String subject) {
        return new UsedFact(subject, "unknown", null, true);
    }

    static UsedFact of(Answer answer) {
        return new UsedFact(answer.characteristic().id(), answer.text(), answer, !answer.isExact());
    }

    static UsedFact result(String subject, Truth truth) {
        return switch (truth) {
            case TRUE -> new UsedFact(subject, "yes", null, false);
            case FALSE -> new UsedFact(subject, "no", null, false);
            case UNDETERMINED -> unknown(subject);
        };
    }

    static UsedFact result(String subject, Range<RiskLevel> level) {
        return new UsedFact(subject, level.toString(), null, !level.isExact());
    }
}
