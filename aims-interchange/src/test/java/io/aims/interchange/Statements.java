package io.aims.interchange;

import io.aims.catalog.CrosswalkFiles;
import io.aims.control.ControlId;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.FrameworkId;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.rule.RuleBase;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.reuse.Elsewhere;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.reuse.OperatedSystem;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.StatementOfApplicability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Statements with rows of every kind: needed, left to others, excluded by facts, undecided, decided, refused. */
final class Statements {

    static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static final String LOAN = """
            id: loan
            name: Loans <b>&"é
            characteristics:
              aimsRoles: [AI_PRODUCER]
              automationLevel: HIGH_AUTOMATION
              decisionEffect: MATERIAL
              prohibitedPracticeFlags: []
            """;
    private static final String NOTES = """
            id: notes
            characteristics:
              aimsRoles: [AI_PRODUCER]
              automationLevel: ASSISTANCE
              prohibitedPracticeFlags: []
            """;
    private static final String BLANK = "id: blank\n";

    private Statements() {}

    static StatementOfApplicability full() {
        return of(DAY, LOAN, NOTES, BLANK);
    }

    static StatementOfApplicability later() {
        return of(DAY.plusDays(1), LOAN, NOTES);
    }

    /** A statement with what may be reused, of every standing, said by the organisation and by descriptions. */
    static StatementOfApplicability reusing() {
        FrameworkId security = new FrameworkId("iso-27001-2022");
        Elsewhere elsewhere = Elsewhere.nothing()
                .operating(security, new OperatedSystem("certificate \"4711\"", DAY.minusDays(3), DAY.plusDays(3)))
                .operating(new FrameworkId("iso-27701-2025"), new OperatedSystem(null, DAY.plusDays(1), null))
                .with(
                        new ElementId(security, "A.5.37"),
                        new ControlState(Stage.EFFECTIVE, "on paper", "audit", "head", DAY.minusDays(2), DAY))
                .with(new ElementId(security, "A.5.10"), ControlState.of(Stage.PARTIAL))
                .with(
                        new ElementId(security, "A.5.34"),
                        ControlState.of(Stage.IMPLEMENTED).until(DAY.minusDays(1)));
        return of(
                DAY,
                EvidenceReuse.of(CrosswalkFiles.standard(), elsewhere, DAY),
                LOAN,
                NOTES,
                BLANK + "characteristics: {managementSystems: [ISO_9001]}\n");
    }

    private static StatementOfApplicability of(LocalDate day, String... systems) {
        return of(day, EvidenceReuse.none(), systems);
    }

    private static StatementOfApplicability of(LocalDate day, EvidenceReuse reuse, String... systems) {
        RuleBase base = Given.base();
        ControlStates states = ControlStates.of(Map.of(
                new ControlId("A.2.2"),
                new ControlState(
                        Stage.EFFECTIVE, "signed by the board", "minutes\n7", "head of AI", DAY.minusDays(9), DAY),
                new ControlId("A.9.2"),
                ControlState.of(Stage.PARTIAL)));
        List<ResidualProfile> profiles = new ArrayList<>();
        for (String system : systems) {
            Evaluation evaluation =
                    Given.evaluator().evaluate(Given.yaml(system).system(), null);
            profiles.add(ResidualProfile.of(evaluation, states, base.criteria(), day));
        }
        return StatementOfApplicability.derive(
                base,
                profiles,
                states,
                List.of(
                        decision("A.10.2", Decision.Kind.INCLUDE, DAY),
                        decision("A.2.2", Decision.Kind.EXCLUDE, DAY.plusDays(5)),
                        decision("A.5.4", Decision.Kind.EXCLUDE, DAY.plusDays(5)),
                        decision("A.8.2", Decision.Kind.EXCLUDE, DAY.plusDays(5))),
                reuse,
                day);
    }

    private static Decision decision(String control, Decision.Kind kind, LocalDate until) {
        return new Decision(new ControlId(control), kind, "Because \"we\" say so", "board", DAY.minusDays(3), until);
    }

    static List<String> codes(Runnable reading) {
        try {
            reading.run();
        } catch (AimsException e) {
            return e.faults().stream().map(fault -> fault.code()).distinct().toList();
        }
        return List.of();
    }
}
