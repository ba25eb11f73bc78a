package io.aims.cli;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.law.Classification;
import io.aims.law.LegalPack;
import io.aims.system.AiSystem;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For which day systems are evaluated. */
final class DayOption {

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day for which to evaluate, for example 2026-03-01. It becomes a part of the result.")
    private @Nullable LocalDate asOf;

    /** Returns the day, or empty if none is named. */
    Optional<LocalDate> day() {
        return Optional.ofNullable(asOf);
    }

    /** Evaluates a system for the day. */
    Evaluation evaluate(Aims aims, AiSystem system) {
        LocalDate day = asOf;
        return day == null ? aims.evaluate(system) : aims.evaluate(system, day);
    }

    /** Classifies a system by a law for the day. */
    Classification classify(Aims aims, AiSystem system, LegalPack law) {
        LocalDate day = asOf;
        return day == null ? aims.classify(system, law.id()) : aims.classify(system, law.id(), day);
    }
}
