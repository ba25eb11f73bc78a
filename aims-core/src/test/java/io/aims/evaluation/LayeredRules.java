package io.aims.evaluation;

import static io.aims.TestRules.all;
import static io.aims.TestRules.any;
import static io.aims.TestRules.rule;

import io.aims.TestRules;
import io.aims.TestRules.RuleBuilder;
import io.aims.control.ControlId;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.AimsRole;
import io.aims.system.vocabulary.Characteristics;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random rules in three layers, each of which reads results of those below, and random systems. */
final class LayeredRules {

    private static final List<List<String>> SOURCES =
            List.of(List.of("C.3.1", "C.3.2", "C.3.3"), List.of("C.3.4", "C.3.5"), List.of("C.3.6", "C.3.7"));
    private static final List<String> OBJECTIVES = List.of("C.2.1", "C.2.5", "C.2.10");
    private static final List<List<String>> CONTROLS =
            List.of(List.of("A.2.2", "A.5.2"), List.of("A.6.2.4"), List.of("A.9.2", "A.10.2"));

    private final Random random;

    LayeredRules(Random random) {
        this.random = random;
    }

    RuleBase base() {
        RuleBuilder[] rules = new RuleBuilder[1 + random.nextInt(30)];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = aRule("R-" + i, random.nextInt(3));
        }
        return TestRules.base(rules);
    }

    private RuleBuilder aRule(String id, int layer) {
        RuleBuilder rule = rule(id).when(condition(layer, 2));
        SOURCES.get(layer).stream().filter(source -> random.nextBoolean()).forEach(rule::raises);
        CONTROLS.get(layer).stream().filter(control -> random.nextBoolean()).forEach(rule::requires);
        if (random.nextInt(4) > 0) {
            rule.threatens(OBJECTIVES.get(layer));
        }
        if (random.nextInt(3) > 0) {
            rule.likelihood(one(List.of(Likelihood.values())));
        }
        return random.nextBoolean() ? rule : rule.floor(one(List.of(Severity.values())));
    }

    private Condition condition(int layer, int depth) {
        int kind = random.nextInt(depth == 0 ? 5 : 9);
        if (kind < 5) {
            return test(kind, layer);
        }
        if (kind == 5) {
            return new Condition.Always();
        }
        Condition[] parts = new Condition[2 + random.nextInt(2)];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = condition(layer, depth - 1);
        }
        return kind == 6 ? all(parts) : any(parts);
    }

    private Condition test(int kind, int layer) {
        if (kind < 2 && layer > 0) {
            return resultTest(random.nextInt(layer));
        }
        return switch (kind) {
            case 2 -> TestRules.atLeast(Characteristics.AUTOMATION_LEVEL, one(List.of(AutomationLevel.values())));
            case 3 -> TestRules.contains(Characteristics.AIMS_ROLES, one(List.of(AimsRole.values())));
            case 4 -> new Condition.NotEmpty(Characteristics.AIMS_ROLES);
            default -> TestRules.yes(random.nextBoolean() ? Characteristics.PROFILING : Characteristics.PRODUCES_DEEP_FAKES);
        };
    }

    private Condition resultTest(int layer) {
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.HasRiskSource(new RiskSourceId(one(SOURCES.get(layer))));
            case 1 -> new Condition.LevelAtLeast(
                    new ObjectiveId(OBJECTIVES.get(layer)), one(List.of(RiskLevel.values())));
            default -> new Condition.IsNeeded(new ControlId(one(CONTROLS.get(layer))));
        };
    }

    AiSystem system() {
        AiSystem.Builder system = AiSystem.named("random");
        if (random.nextBoolean()) {
            system.answer(Characteristics.PROFILING, one(List.of(YesNo.values())));
        }
        if (random.nextBoolean()) {
            AutomationLevel level = one(List.of(AutomationLevel.values()));
            if (random.nextBoolean()) {
                system.atLeast(Characteristics.AUTOMATION_LEVEL, level);
            } else {
                system.answer(Characteristics.AUTOMATION_LEVEL, level);
            }
        }
        List<AimsRole> roles = new ArrayList<>(List.of(AimsRole.values()));
        roles.removeIf(role -> random.nextBoolean());
        switch (random.nextInt(3)) {
            case 0 -> system.exactly(Characteristics.AIMS_ROLES, roles.toArray(AimsRole[]::new));
            case 1 -> system.containing(Characteristics.AIMS_ROLES, roles.toArray(AimsRole[]::new));
            default -> {
                // the roles are unknown
            }
        }
        return system.build();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
