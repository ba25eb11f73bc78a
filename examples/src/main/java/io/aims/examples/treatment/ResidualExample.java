package io.aims.examples.treatment;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.OrganisationControlsReader;
import io.aims.interchange.SystemDocument;
import io.aims.risk.ObjectiveId;
import io.aims.treatment.ControlStates;
import io.aims.treatment.CountedState;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Tells what a control counts for and what remains of a risk, on the last day of its evidence and on the next. */
public final class ResidualExample {

    private static final String CONTROLS = """
            aims: controls/1
            controls:
              A.2.2: {state: EFFECTIVE, evidence: management review 2026}
              A.2.3: IMPLEMENTED
              A.2.4: IMPLEMENTED
              A.3.2: IMPLEMENTED
              A.3.3: IMPLEMENTED
              A.4.2: IMPLEMENTED
              A.6.2.6: IMPLEMENTED
              A.8.2: PARTIAL
            """;

    private ResidualExample() {}

    /**
     * Looks at the same statements on two days.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        try (Aims aims = Aims.standard()) {
            SystemDocument taxForms = TaxForms.described(aims);
            Evaluation evaluation = aims.evaluate(taxForms.system());
            ControlStates ofOrganisation = new OrganisationControlsReader(aims.catalogue())
                    .read("controls.yaml", new ByteArrayInputStream(CONTROLS.getBytes(StandardCharsets.UTF_8)))
                    .controls();
            ControlStates states = ofOrganisation.forSystem(taxForms.controls(), aims.catalogue());

            LocalDate lastDay = LocalDate.of(2027, 1, 31);
            for (LocalDate day : new LocalDate[] {lastDay, lastDay.plusDays(1)}) {
                ResidualProfile profile = aims.residual(evaluation, states, day);
                CountedState counted = profile.control(new ControlId("A.6.2.4")).orElseThrow();
                ResidualRisk risk = profile.risk(new ObjectiveId("C.2.8")).orElseThrow();
                System.out.println(day + ": " + counted.stage() + " " + counted.reasons());
                System.out.println("  " + risk);
                System.out.println("  at its high end controls take " + Math.round(risk.highReduction() * 100)
                        + " % of the rate, most of it " + risk.effects().get(0).control());
            }
        }
    }
}
