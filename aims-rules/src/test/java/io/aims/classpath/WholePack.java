package io.aims.classpath;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import io.aims.rule.RulePack;
import io.aims.rule.Truth;
import io.aims.rules.RulePacks;
import io.aims.rules.trusted.TrustedRules;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates every example of every rule of the standard pack. Started by {@link RunTimeClassPathIT} in a Java virtual
 * machine of its own, so it uses nothing but the library and prints what it finds.
 */
final class WholePack {

    /** One class of each library that must not be there. */
    static final List<String> MUST_BE_ABSENT = List.of(
            "org.drools.compiler.rule.builder.RuleBuilder",
            "org.eclipse.jdt.core.compiler.CompilationProgress",
            "org.antlr.runtime.Lexer",
            "org.antlr.v4.runtime.Lexer",
            "com.github.javaparser.JavaParser",
            "org.mvel2.MVEL",
            "com.thoughtworks.xstream.XStream",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "org.yaml.snakeyaml.Yaml");

    /** What must be found the same way, or looking for classes proves nothing. */
    private static final List<String> MUST_BE_PRESENT =
            List.of("org.drools.modelcompiler.KiePackagesBuilder", "org.slf4j.Logger", "io.aims.Aims");

    private WholePack() {}

    public static void main(String[] arguments) {
        RulePack pack = RulePacks.read(Path.of(arguments[0])); // the chapters, with their examples
        Map<Truth, Integer> seen = new EnumMap<>(Truth.class);
        int wrong = 0;
        Aims aims = Aims.standard(); // the compiled pack of the jar
        for (Rule rule : pack.rules()) {
            for (RuleExample example : rule.examples()) {
                AiSystem system = AiSystem.named("example").build();
                for (Answer answer : example.answers()) {
                    system = system.with(answer);
                }
                Truth found = status(aims.evaluate(system), rule);
                seen.merge(found, 1, Integer::sum);
                if (found != example.expected()) {
                    wrong++;
                    System.out.println("wrong: " + rule.id() + " is " + found + " for " + example);
                }
            }
        }
        TrustedRules trusted =
                TrustedRules.of("hand-made", "1", WholePack.class.getClassLoader(), "io.aims", "hand-made");
        Aims.builder()
                .packs(RulePacks.standard())
                .trustedRules(trusted)
                .build()
                .evaluate(AiSystem.named("any").build())
                .outside()
                .forEach(finding -> System.out.println("trusted: " + finding.id()));
        System.out.println("rules: " + pack.rules().size());
        System.out.println("compiled rules: " + RulePacks.standard().rules().size());
        System.out.println("wrong: " + wrong);
        seen.forEach((truth, count) -> System.out.println(truth + ": " + count));
        MUST_BE_ABSENT.stream().filter(WholePack::isPresent).forEach(name -> System.out.println("present: " + name));
        MUST_BE_PRESENT.stream()
                .filter(name -> !isPresent(name))
                .forEach(name -> System.out.println("absent: " + name));
    }

    private static Truth status(Evaluation evaluation, Rule rule) {
        return evaluation.finding(rule.id()).map(Finding::status).orElse(Truth.FALSE);
    }

    static boolean isPresent(String name) {
        return WholePack.class.getClassLoader().getResource(name.replace('.', '/') + ".class") != null;
    }
}
