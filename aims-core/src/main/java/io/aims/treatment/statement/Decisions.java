package io.aims.treatment.statement;

import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.Faults;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of an organisation, checked against the catalogue and against one another.
 *
 * @param byControl the decisions by control, each list sorted by the first day
 */
record Decisions(Map<ControlId, List<Decision>> byControl) {

    private static final String UNKNOWN_CONTROL = "AIMS-3071";
    private static final String NO_DAY = "AIMS-3072";
    private static final String TWO_AT_ONCE = "AIMS-3073";
    private static final Comparator<Decision> ORDER =
            Comparator.comparing(Decision::on).thenComparing(Decision::until).thenComparing(Decision::toString);

    static Decisions of(List<Decision> decisions, Catalogue catalogue, @Nullable LocalDate asOf) {
        Faults faults = new Faults();
        if (asOf == null && !decisions.isEmpty()) {
            faults.add(
                    NO_DAY,
                    null,
                    "There are decisions (" + decisions.size() + ") about controls, and no day is given.",
                    "Say for which day: every decision begins and ends on one, and the clock is not read.");
        }
        Map<ControlId, List<Decision>> byControl = new TreeMap<>();
        decisions.forEach(decision -> byControl
                .computeIfAbsent(decision.control(), control -> new ArrayList<>())
                .add(decision));
        byControl.forEach((control, own) -> {
            own.sort(ORDER);
            checkKnown(control, catalogue, faults);
            for (int i = 1; i < own.size(); i++) {
                if (own.get(i - 1).overlaps(own.get(i))) {
                    faults.add(
                            TWO_AT_ONCE,
                            null,
                            "Two decisions about control (" + control + ") count on ("
                                    + own.get(i).on() + ").",
                            "Let the earlier one end before the later one begins, or keep one of them.");
                }
            }
        });
        faults.throwIfAny();
        return new Decisions(byControl);
    }

    private static void checkKnown(ControlId control, Catalogue catalogue, Faults faults) {
        if (catalogue.control(control).isEmpty()) {
            faults.add(
                    UNKNOWN_CONTROL,
                    null,
                    "The control (" + control + "), about which something is decided, is absent from catalogue ("
                            + Quoted.of(catalogue.id()) + ").",
                    Nearest.to(
                                    control.value(),
                                    catalogue.controls().stream()
                                            .map(known -> known.id().value())
                                            .toList())
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Maybe a catalogue that holds it is missing."));
        }
    }

    List<Decision> about(ControlId control) {
        return byControl.getOrDefault(control, List.of());
    }
}
