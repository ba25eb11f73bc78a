package io.aims.benchmarks.handwritten;

import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.system.Characteristic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the rules of a base as one class. Its evaluator holds the characteristics; a run holds the values of one system and
 * the truths of the rules, and goes through the strata.
 */
final class HandWrittenSource {

    static final String NAME = "handwritten.Rules";

    private static final String ROLES = "aimsRoles";
    private static final String TRUTHS = "      byte[] t = truths;\n";

    private final RuleBase base;
    private final Conclusions conclusions;
    private final List<Characteristic<?>> characteristics;

    HandWrittenSource(RuleBase base) {
        this.base = base;
        this.conclusions = new Conclusions(base);
        TreeMap<String, Characteristic<?>> read = new TreeMap<>();
        base.rules().stream()
                .flatMap(rule -> rule.condition().tests().stream())
                .filter(Condition.SystemTest.class::isInstance)
                .map(test -> ((Condition.SystemTest) test).characteristic())
                .forEach(characteristic -> read.put(characteristic.id(), characteristic));
        base.vocabulary().characteristic(ROLES).ifPresent(roles -> read.put(ROLES, roles));
        this.characteristics = List.copyOf(read.values());
    }

    /** The characteristics that the constructor of the class takes. */
    List<Characteristic<?>> characteristics() {
        return characteristics;
    }

    String text() {
        Methods reading = new Methods("Rules rules, AiSystem system", "this, system");
        reading.add(
                "read",
                "",
                characteristics.stream()
                        .filter(characteristic -> !characteristic.id().equals(ROLES))
                        .map(Values::reading)
                        .toList());
        Methods evaluation = new Methods("", "");
        Set<Condition.ResultTest> ready = new LinkedHashSet<>();
        for (int stratum = 0; stratum < base.stratumCount(); stratum++) {
            List<String> results = new ArrayList<>();
            List<String> rules = new ArrayList<>();
            for (int rule = 0; rule < base.rules().size(); rule++) {
                if (base.stratumOf(rule) == stratum) {
                    Rule own = base.rules().get(rule);
                    for (Condition.Test test : own.condition().tests()) {
                        if (test instanceof Condition.ResultTest result && ready.add(result)) {
                            results.add(conclusions.prepared(result));
                        }
                    }
                    rules.add("t[" + rule + "] = (byte) " + expression(own.condition()) + "; // " + own.id());
                }
            }
            evaluation.add("results" + stratum + "_", TRUTHS, results);
            evaluation.add("rules" + stratum + "_", TRUTHS, rules);
        }
        Methods conclusion = new Methods("", "");
        conclusion.add("risks", "", conclusions.risks());
        conclusion.add("controls", TRUTHS, conclusions.controls());
        return head() + evaluator(reading, evaluation, conclusion) + run(reading, evaluation, conclusion) + "}\n";
    }

    private static String head() {
        return """
                package handwritten;

                import static io.aims.benchmarks.handwritten.Kleene.*;

                import io.aims.benchmarks.Result;
                import io.aims.benchmarks.handwritten.HandWritten;
                import io.aims.control.ControlStatus;
                import io.aims.risk.RiskLevel;
                import io.aims.risk.Severity;
                import io.aims.system.AiSystem;
                import io.aims.system.Bounds;
                import io.aims.system.Characteristic;
                import java.math.BigDecimal;

                public final class Rules extends HandWritten {

                  private static final Severity[] SEVERITIES = Severity.values();
                """;
    }

    private String evaluator(Methods reading, Methods evaluation, Methods conclusion) {
        StringBuilder text = new StringBuilder(conclusions.levels());
        characteristics.forEach(characteristic -> text.append("  private final Characteristic<?> ")
                .append(Values.asked(characteristic))
                .append(";\n"));
        text.append("\n  public Rules(Characteristic<?>[] asked) {\n");
        for (int i = 0; i < characteristics.size(); i++) {
            text.append("    ").append(Values.asked(characteristics.get(i))).append(" = asked[" + i + "];\n");
        }
        text.append("  }\n\n  @Override\n  public Result evaluate(AiSystem system) {\n");
        text.append("    Run run = new Run(new byte[" + base.rules().size() + "]);\n");
        text.append(reading.calls()).append("    run.readRoles(this, system);\n");
        text.append(evaluation.calls()).append(conclusion.calls());
        text.append("    return run.result();\n  }\n\n");
        text.append("  @Override\n  public Result conclude(AiSystem system, byte[] truths) {\n");
        text.append("    Run run = new Run(truths);\n    run.readRoles(this, system);\n");
        text.append(conclusion.calls()).append("    return run.result();\n  }\n\n");
        return text.toString();
    }

    private String run(Methods reading, Methods evaluation, Methods conclusion) {
        StringBuilder text = new StringBuilder("  private static final class Run {\n\n");
        characteristics.forEach(characteristic ->
                text.append("    ").append(Values.fields(characteristic)).append('\n'));
        text.append(conclusions.fields());
        text.append("""

                    Run(byte[] truths) {
                      this.truths = truths;
                    }

                """);
        String roles =
                base.vocabulary().characteristic(ROLES).map(Values::reading).orElse("");
        text.append("    void readRoles(Rules rules, AiSystem system) {\n      ")
                .append(roles)
                .append('\n');
        text.append(conclusions.statusesWhenNeeded(!roles.isEmpty())).append("    }\n\n");
        text.append(reading.declarations());
        text.append(evaluation.declarations());
        text.append(conclusions.riskMethods());
        text.append(conclusion.declarations());
        text.append(conclusions.anyMethods());
        text.append(conclusions.tail());
        return text.append("  }\n").toString();
    }

    private String expression(Condition condition) {
        if (condition instanceof Condition.Always) {
            return "TRUE";
        }
        if (condition instanceof Condition.AllOf all) {
            return joined(all.parts(), " & ");
        }
        if (condition instanceof Condition.AnyOf any) {
            return joined(any.parts(), " | ");
        }
        if (condition instanceof Condition.SystemTest test) {
            return Values.test(test);
        }
        return conclusions.test((Condition.ResultTest) condition);
    }

    private String joined(List<Condition> parts, String operator) {
        return parts.stream().map(this::expression).collect(Collectors.joining(operator, "(", ")"));
    }
}
