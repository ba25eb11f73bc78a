package io.aims.treatment.statement;

import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.rule;

import io.aims.TestRules;
import io.aims.control.ControlId;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.risk.Likelihood;
import io.aims.risk.Severity;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.AimsRole;
import io.aims.system.people.DecisionEffect;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An organisation with four rules and some systems: what the tests of this package start from. */
final class Scope {

    static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    static final ControlId POLICY = new ControlId("A.2.2");
    static final ControlId ASSESSMENT = new ControlId("A.5.2");
    static final ControlId VALIDATION = new ControlId("A.6.2.4");
    static final ControlId USE = new ControlId("A.9.2");
    static final ControlId SUPPLIERS = new ControlId("A.10.2");

    static final RuleBase BASE = TestRules.base(
            rule("ORG-1").requires("A.2.2"),
            rule("ADM-1")
                    .when(atLeast(Characteristics.AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION))
                    .raises("C.3.3")
                    .threatens("C.2.5")
                    .likelihood(Likelihood.MODERATE)
                    .floor(Severity.MAJOR)
                    .requires("A.5.2", "A.6.2.4"),
            rule("ADM-2")
                    .when(atLeast(Characteristics.DECISION_EFFECT, DecisionEffect.MATERIAL))
                    .requires("A.5.2"),
            rule("USE-1")
                    .when(atLeast(Characteristics.DECISION_EFFECT, DecisionEffect.MATERIAL))
                    .requires("A.9.2"));

    static final AiSystem LOAN = system("loan", AimsRole.AI_PRODUCER)
            .answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.FULL_AUTOMATION)
            .answer(Characteristics.DECISION_EFFECT, DecisionEffect.MATERIAL)
            .build();
    static final AiSystem NOTES = system("notes", AimsRole.AI_PRODUCER)
            .answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
            .answer(Characteristics.DECISION_EFFECT, DecisionEffect.NONE)
            .build();
    static final AiSystem BOUGHT = system("bought", AimsRole.AI_CUSTOMER)
            .answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.FULL_AUTOMATION)
            .answer(Characteristics.DECISION_EFFECT, DecisionEffect.NONE)
            .build();
    static final AiSystem BLANK = AiSystem.named("blank").build();

    private Scope() {}

    private static AiSystem.Builder system(String id, AimsRole role) {
        return AiSystem.named(id).exactly(Characteristics.AIMS_ROLES, role);
    }

    static ResidualProfile profile(AiSystem system, ControlStates states, @Nullable LocalDate day) {
        return ResidualProfile.of(
                new Evaluator(BASE, new PlainEngine(BASE)).evaluate(system, null), states, BASE.criteria(), day);
    }

    static StatementOfApplicability statement(AiSystem... systems) {
        return statement(DAY, List.of(), ControlStates.unknown(), systems);
    }

    static StatementOfApplicability statement(
            LocalDate day, List<Decision> decisions, ControlStates organisation, AiSystem... systems) {
        List<ResidualProfile> profiles = new ArrayList<>();
        for (AiSystem system : systems) {
            profiles.add(profile(system, organisation, day));
        }
        return StatementOfApplicability.derive(BASE, profiles, organisation, decisions, day);
    }

    static StatementEntry row(ControlId control, AiSystem... systems) {
        return statement(systems).entry(control).orElseThrow();
    }

    static Decision include(ControlId control) {
        return new Decision(
                control, Decision.Kind.INCLUDE, "Customers expect it.", "head of AI", DAY.minusDays(10), DAY);
    }

    static Decision exclude(ControlId control) {
        return new Decision(control, Decision.Kind.EXCLUDE, "Nobody asks for it", "head of AI", DAY.minusDays(10), DAY);
    }

    static ControlStates states(ControlId control, ControlState state) {
        return ControlStates.of(Map.of(control, state));
    }
}
