package io.aims.testing.junit;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.SystemDocument;
import io.aims.system.AiSystem;
import io.aims.text.Quoted;
import io.aims.treatment.ControlStates;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;

/** A system that a test asked for, in the forms in which it can be asked for. */
record DescribedSystem(Aims aims, SystemDocument document, String asOf) {

    private static final String NO_DAY = "AIMS-7004";
    private static final Set<Class<?>> FORMS =
            Set.of(AiSystem.class, Evaluation.class, ControlStates.class, SystemDocument.class);

    static boolean has(Class<?> form) {
        return FORMS.contains(form);
    }

    Object as(Class<?> form) {
        if (form == AiSystem.class) {
            return document.system();
        }
        if (form == ControlStates.class) {
            return document.controls();
        }
        return form == SystemDocument.class ? document : evaluation();
    }

    private Evaluation evaluation() {
        return asOf.isEmpty() ? aims.evaluate(document.system()) : aims.evaluate(document.system(), day(asOf));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new AimsException(
                    NO_DAY,
                    "The day (" + Quoted.of(text) + ") for which to evaluate is none.",
                    "Write it as 2026-11-01.");
        }
    }
}
