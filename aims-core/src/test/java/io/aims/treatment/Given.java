package io.aims.treatment;

import io.aims.TestRules;
import io.aims.TestRules.RuleBuilder;
import io.aims.control.AiRole;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.Control.Effect;
import io.aims.control.Control.Scope;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.risk.ObjectiveId;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.identity.AimsRole;
import io.aims.system.people.Reversibility;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A catalogue with controls of every scope and effect, a producer's system, and short ways to say states. */
final class Given {

    static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    static final ObjectiveId FAIRNESS = new ObjectiveId("C.2.5");
    static final ControlId POLICY = new ControlId("A.2.2");
    static final ControlId PROCESS = new ControlId("A.5.2");
    static final ControlId ASSESSMENT = new ControlId("A.5.4");
    static final ControlId VALIDATION = new ControlId("A.6.2.4");
    static final ControlId MONITORING = new ControlId("A.6.2.6");
    static final ControlId LOGS = new ControlId("A.6.2.8");
    static final ControlId USE = new ControlId("A.9.2");

    static final AiSystem PRODUCED = AiSystem.named("loan")
            .exactly(Characteristics.AIMS_ROLES, AimsRole.AI_PRODUCER)
            .answer(Characteristics.REVERSIBILITY, Reversibility.LIKELY_REVERSIBLE)
            .build();
    static final AiSystem BOUGHT = AiSystem.named("loan")
            .exactly(Characteristics.AIMS_ROLES, AimsRole.AI_CUSTOMER)
            .build();
    static final AiSystem ROLES_OPEN = AiSystem.named("loan").build();

    private Given() {}

    static Catalogue catalogue() {
        return new Catalogue(
                "test:1",
                "Catalogue of a test",
                List.of(),
                Map.of("A.2", "Policies", "A.5", "Assessment", "A.6", "Life cycle", "A.9", "Use"),
                List.of(
                        control(POLICY, "A.2", Scope.ORG, Effect.BOTH, AiRole.values()),
                        control(PROCESS, "A.5", Scope.ORG, Effect.BOTH, AiRole.values()),
                        control(ASSESSMENT, "A.5", Scope.SYSTEM, Effect.BOTH, AiRole.values()),
                        control(VALIDATION, "A.6", Scope.SYSTEM, Effect.LIKELIHOOD, AiRole.AI_PRODUCER),
                        control(MONITORING, "A.6", Scope.SYSTEM, Effect.LIKELIHOOD, AiRole.values()),
                        control(LOGS, "A.6", Scope.SYSTEM, Effect.SEVERITY, AiRole.values()),
                        control(USE, "A.9", Scope.ROLE, Effect.LIKELIHOOD, AiRole.AI_CUSTOMER)),
                Stream.of("C.2.1", "C.2.5").map(TestRules::objective).toList(),
                Stream.of("C.3.1", "C.3.2", "C.3.3", "C.3.4", "C.3.5", "C.3.6", "C.3.7")
                        .map(TestRules::source)
                        .toList(),
                List.of());
    }

    private static Control control(ControlId id, String area, Scope scope, Effect effect, AiRole... roles) {
        return new Control(
                id,
                area,
                "Control " + id,
                "A purpose.",
                List.of(),
                List.of(),
                scope,
                Set.of(roles),
                id.equals(VALIDATION) ? ControlStatus.VIA_SUPPLIER : ControlStatus.ROLE_EXCLUDED,
                effect,
                Control.Function.PREVENTIVE,
                List.of(),
                List.of());
    }

    static Evaluation evaluate(AiSystem system, RuleBuilder... rules) {
        RuleBase base = new RuleBase(
                TestRules.vocabulary(), catalogue(), TestRules.criteria(), List.of(TestRules.pack("test", rules)));
        return new Evaluator(base, new PlainEngine(base)).evaluate(system, null);
    }

    static ResidualProfile residual(Evaluation evaluation, ControlStates states) {
        return ResidualProfile.of(evaluation, states, TestRules.criteria(), DAY);
    }

    static ResidualRisk fairness(Evaluation evaluation, ControlStates states) {
        return residual(evaluation, states).risk(FAIRNESS).orElseThrow();
    }

    static ControlStates states(Object... controlsAndStages) {
        Map<ControlId, ControlState> states = new TreeMap<>();
        for (int i = 0; i < controlsAndStages.length; i += 2) {
            Object state = controlsAndStages[i + 1];
            states.put(
                    (ControlId) controlsAndStages[i],
                    state instanceof Stage stage ? shown(stage) : (ControlState) state);
        }
        return ControlStates.of(states);
    }

    static ControlState shown(Stage stage) {
        return ControlState.of(stage).shownBy("test report");
    }
}
