package io.aims.law;

import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers and the day, no propositions, for tests. */
record KnownLegalFacts(AiSystem system, @Nullable LocalDate day) implements LegalFacts {

    @Override
    public Bounds bounds(Characteristic<?> characteristic) {
        return system.bounds(characteristic);
    }

    @Override
    public Truth holds(PropositionId id) {
        throw new IllegalStateException("A leaf reads no proposition: " + id);
    }

    @Override
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(day);
    }
}
