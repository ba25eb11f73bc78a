package io.aims.examples.treatment;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.interchange.SystemDocument;
import io.aims.risk.RiskLevel;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.ControlCosts;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.Treatment;
import io.aims.treatment.TreatmentPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds what is missing, what suffices at least cost, and what is still open after a decision. */
public final class PlanExample {

    private PlanExample() {}

    /**
     * Goes from gaps to a plan and from the plan to decisions.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        try (Aims aims = Aims.standard()) {
            SystemDocument taxForms = TaxForms.described(aims);
            LocalDate day = LocalDate.of(2026, 3, 1);
            ResidualProfile profile = aims.residual(aims.evaluate(taxForms.system()), taxForms.controls(), day);

            Gap first = profile.gaps().get(0);
            System.out.println(first.safeguard().control() + ": " + first.kind() + ", if it works "
                    + first.effective().steps() + " level step");

            Map<ControlId, Long> days = new TreeMap<>();
            profile.gaps().forEach(gap -> days.put(gap.safeguard().control().id(), 10L));
            CheapestPlan plan = profile.cheapestPlan(ControlCosts.of(days), RiskLevel.MODERATE);
            System.out.println(plan.steps().size() + " controls, " + plan.cost() + " days, exact: " + plan.isExact());

            List<Treatment> decided = new ArrayList<>();
            for (CheapestPlan.Step step : plan.steps()) {
                decided.add(new Treatment.Modify(
                        step.control(), Stage.EFFECTIVE, "operations", LocalDate.of(2026, 6, 30), "head of taxes"));
            }
            for (LocalDate looked : new LocalDate[] {day, LocalDate.of(2026, 7, 1)}) {
                TreatmentPlan outcome = TreatmentPlan.of(
                        aims.residual(profile.evaluation(), taxForms.controls(), looked), decided, RiskLevel.MODERATE);
                System.out.println(looked + ": " + outcome.open().size() + " open, "
                        + outcome.overdue().size() + " overdue");
            }
        }
    }
}
