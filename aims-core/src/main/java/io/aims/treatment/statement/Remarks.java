package io.aims.treatment.statement;

import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.reasoning.internal.Phrases;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.CountedState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a reader should know beside the columns of a row. */
final class Remarks {

    private static final ControlId ASSURANCE = new ControlId("A.10.3");
    private static final String IMPACT_ASSESSMENT = "A.5";

    private Remarks() {}

    static List<String> about(
            Control control,
            Catalogue catalogue,
            Justification justification,
            Implementation implementation,
            @Nullable ControlState ofOrganisation,
            @Nullable LocalDate asOf) {
        List<String> remarks = new ArrayList<>();
        if (implementation.bySupplier() > 0) {
            remarks.add("Obtain assurance from the supplier"
                    + (catalogue.control(ASSURANCE).isPresent() ? " (" + ASSURANCE + ")" : "") + ".");
        }
        for (Implementation.HeldBack held : implementation.heldBack()) {
            if (held.reason() != CountedState.Reason.NOTHING_SAID) {
                remarks.add(Phrases.capitalised(held.reason().phrase()) + " (" + StatementWords.systems(held.systems())
                        + ").");
            }
        }
        implementation
                .reviewBy()
                .filter(day -> asOf != null && day.isBefore(asOf))
                .ifPresent(day -> remarks.add("Its review is overdue since " + day + "."));
        if (justification.applicability() == Applicability.NOT_APPLICABLE) {
            if (ofOrganisation != null && ofOrganisation.stage().compareTo(Stage.PARTIAL) >= 0) {
                remarks.add("The organisation says that it is "
                        + Phrases.words(ofOrganisation.stage().name())
                        + ": a decision with a reason would make it applicable.");
            }
            if (control.area().equals(IMPACT_ASSESSMENT)) {
                remarks.add(
                        "The clauses on impact assessment (6.1.4, 8.4) hold all the same: keep these facts, with their"
                                + " day, as the outcome of the screening.");
            }
        } else if (justification.spread().roleExcluded() > 0) {
            remarks.add("For " + StatementWords.systems(justification.spread().roleExcluded())
                    + " it belongs to a role that the organisation does not hold.");
        }
        return List.copyOf(remarks);
    }
}
