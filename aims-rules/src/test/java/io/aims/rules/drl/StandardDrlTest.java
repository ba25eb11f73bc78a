package io.aims.rules.drl;

import static io.aims.system.vocabulary.Characteristics.APPLICATION_DOMAINS;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.BIOMETRIC_FUNCTIONS;
import static io.aims.system.vocabulary.Characteristics.CONTINUOUS_LEARNING;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.EXPLAINABILITY;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.rules.internal.DroolsEngine;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.people.ApplicationDomain;
import io.aims.system.people.DecisionEffect;
import io.aims.system.people.VulnerableGroup;
import io.aims.system.technique.ContinuousLearning;
import io.aims.system.technique.Explainability;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.KieBase;

/** What stands in {@code docs/drl} is the standard pack, and Drools' own compiler makes the same of it. */
class StandardDrlTest {

    private static final Path ROOT = Path.of(System.getProperty("aims.root", ".."));
    private static final Path FOLDER = ROOT.resolve("docs/drl");
    private static final String REWRITE = "mvn -pl aims-rules -am test -Dtest=StandardDrlTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Daims.drl.write=true";
    /** The same rules compiled by Drools take much longer than the engine: they see one system in four. */
    private static final int SHARE = 4;

    private static final RuleBase BASE = StandardBase.get();

    @TempDir
    private static Path temporary;

    private static Class<?> runRules;
    private static KieBase compiled;

    @BeforeAll
    static void write_if_asked_and_compile_with_the_program_of_the_example() throws Exception {
        if (Boolean.getBoolean("aims.drl.write")) {
            write(DrlExport.of(BASE));
        }
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        temporary.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FOLDER.resolve("example/RunRules.java").toString());
        assertThat(status).isZero();
        URLClassLoader loader =
                new URLClassLoader(new URL[] {temporary.toUri().toURL()}, StandardDrlTest.class.getClassLoader());
        runRules = loader.loadClass("RunRules");
        Path nothing = Files.writeString(temporary.resolve("nothing.drl"), """
                package aims.rules;
                rule "Describe a system of which nothing is known"
                    when
                        String( this == "nothing" )
                    then
                        insert(nothingKnown(View.LOW));
                        insert(nothingKnown(View.HIGH));
                end
                """);
        List<Path> files = new ArrayList<>();
        ((List<?>) runRules.getMethod("rulesIn", Path.class).invoke(null, FOLDER))
                .forEach(file -> files.add((Path) file));
        files.add(FOLDER.resolve("example/loan-scoring.drl"));
        files.add(nothing);
        compiled = (KieBase) runRules.getMethod("compile", Collection.class).invoke(null, files);
    }

    @Test
    void the_files_are_those_of_the_pack() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(FOLDER)) {
            for (Path file : entries.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("README.md")) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        assertThat(files).describedAs("Write docs/drl anew: %s", REWRITE).isEqualTo(DrlExport.of(BASE));
    }

    @Test
    void the_files_need_nothing_of_aims() {
        assertThat(DrlExport.of(BASE).values())
                .hasSize(27)
                .allSatisfy(text -> assertThat(text).doesNotContain("io.aims"));
    }

    @Test
    void each_rule_of_the_pack_is_one_rule_of_drools() {
        assertThat(compiled.getKiePackage("aims.rules").getRules().stream()
                        .map(rule -> rule.getName())
                        .filter(name -> !name.startsWith("Describe ")))
                .containsExactlyInAnyOrderElementsOf(BASE.rules().stream()
                        .map(rule -> rule.id() + " " + rule.title())
                        .toList());
    }

    @Test
    void drools_compiler_engine_and_oracle_find_the_same() {
        CompiledDrl drl = new CompiledDrl(BASE, compiled);
        PlainEngine oracle = new PlainEngine(BASE);
        RandomSystems systems = RandomSystems.of(BASE);
        SplittableRandom random = new SplittableRandom(42001);
        try (DroolsEngine engine = new DroolsEngine(BASE)) {
            for (int i = 0; i < RandomSystems.count() / SHARE; i++) {
                AiSystem system = systems.next(random);
                Outcomes expected = oracle.run(system);
                assertThat(drl.run(system))
                        .describedAs(RandomSystems.describe(system))
                        .isEqualTo(expected);
                assertThat(engine.run(system)).isEqualTo(expected);
            }
        }
    }

    @Test
    void the_example_finds_what_aims_finds() throws Exception {
        AiSystem system = AiSystem.named("loan-scoring")
                .answer(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                .answer(DECISION_EFFECT, DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT)
                .answer(EXPLAINABILITY, Explainability.OPAQUE)
                .answer(PROFILING, YesNo.YES)
                .answer(TECHNOLOGY_READINESS_LEVEL, 9)
                .exactly(VULNERABLE_GROUPS, VulnerableGroup.ECONOMICALLY_DEPENDENT)
                .none(BIOMETRIC_FUNCTIONS)
                .atLeast(CONTINUOUS_LEARNING, ContinuousLearning.SCHEDULED_RETRAINING)
                .containing(APPLICATION_DOMAINS, ApplicationDomain.CREDIT_OR_INSURANCE)
                .build();
        assertThat(findings("loan-scoring")).isEqualTo(expected(system)).containsEntry("ADM-14", "true");
    }

    @Test
    void a_system_of_which_nothing_is_known_is_that_of_aims() throws Exception {
        assertThat(findings("nothing"))
                .isEqualTo(expected(AiSystem.named("nothing").build()))
                .containsValue("undetermined");
    }

    @Test
    void the_example_uses_the_drools_of_this_build() throws IOException {
        String version = Files.readString(ROOT.resolve("pom.xml"))
                .replaceFirst("(?s).*<drools.version>([^<]+)</drools.version>.*", "$1");
        assertThat(Files.readString(FOLDER.resolve("example/pom.xml")))
                .contains("<artifactId>drools-engine</artifactId>\n      <version>" + version + "</version>");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> findings(String system) throws ReflectiveOperationException {
        return (Map<String, String>)
                runRules.getMethod("findings", KieBase.class, String.class).invoke(null, compiled, system);
    }

    private static Map<String, String> expected(AiSystem system) {
        Outcomes outcomes = new PlainEngine(BASE).run(system);
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < BASE.rules().size(); i++) {
            if (outcomes.of(i) != Truth.FALSE) {
                expected.put(BASE.rules().get(i).id().value(), outcomes.of(i) == Truth.TRUE ? "true" : "undetermined");
            }
        }
        return expected;
    }

    private static void write(SortedMap<String, String> texts) throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> entries = Files.list(FOLDER)) {
            for (Path file :
                    entries.filter(file -> file.toString().endsWith(".drl")).toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(FOLDER.resolve(text.getKey()), text.getValue());
        }
    }
}
