package io.aims.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of {@code aims-rules} get, and that the whole standard pack needs no more than that. */
class RunTimeClassPathIT {

    private static final Path CHAPTERS = Path.of("src/main/resources/io/aims/rules/packs/iso-42001");

    @TempDir
    private static Path folder;

    private static RunTimeClassPath classPath;
    private static List<String> printed;

    @BeforeAll
    static void run_the_whole_pack() throws IOException, InterruptedException {
        classPath = RunTimeClassPath.ofTheBuild();
        RunTimeClassPath.copy(HandMadeRules.class, folder);
        Path list = folder.resolve("META-INF/kie/io.aims/hand-made/drools-model");
        Files.createDirectories(list.getParent());
        Files.writeString(list, HandMadeRules.class.getName() + "\n");
        printed = classPath.run(
                folder,
                WholePack.class,
                List.of("-Xlog:class+load:stdout:none"),
                CHAPTERS.toAbsolutePath().toString());
    }

    @Test
    void exactly_these_jars_are_needed() {
        assertThat(classPath.jars()).allSatisfy(jar -> assertThat(jar).isRegularFile());
        assertThat(classPath.jars().stream().map(RunTimeClassPathIT::artifact))
                .containsExactlyInAnyOrder(
                        "aims-core",
                        "aims-catalog",
                        "aims-rules",
                        "jspecify",
                        "snakeyaml-engine",
                        "jackson-core",
                        "slf4j-api",
                        "kie-api",
                        "kie-internal",
                        "kie-memory-compiler",
                        "drools-base",
                        "drools-canonical-model",
                        "drools-core",
                        "drools-kiesession",
                        "drools-model-compiler",
                        "drools-util",
                        "drools-wiring-api",
                        "drools-wiring-static");
    }

    @Test
    void others_bring_at_most_sixteen_jars_and_five_megabytes() throws IOException {
        long bytes = 0;
        for (Path jar : classPath.thirdParty()) {
            bytes += Files.size(jar);
        }
        assertThat(classPath.thirdParty()).hasSizeBetween(10, 16);
        assertThat(bytes).isBetween(1_000_000L, 5_000_000L);
    }

    @Test
    void no_jar_brings_a_compiler_a_parser_of_rules_or_an_expression_language() throws IOException {
        List<String> unwanted = List.of(
                "org/drools/compiler/",
                "org/drools/drl/",
                "org/drools/ecj/",
                "org/drools/mvel/",
                "org/eclipse/jdt/",
                "org/antlr/",
                "com/github/javaparser/",
                "org/mvel",
                "com/thoughtworks/xstream/",
                "com/fasterxml/jackson/databind/",
                "org/yaml/snakeyaml/");
        for (Path path : classPath.jars()) {
            try (JarFile jar = new JarFile(path.toFile())) {
                assertThat(jar.stream().map(JarEntry::getName))
                        .as(path.toString())
                        .isNotEmpty()
                        .noneMatch(name -> unwanted.stream().anyMatch(name::contains));
            }
        }
    }

    /** The class loader of Drools extends one of this jar, which could compile Java if a JDK or ECJ were there. */
    @Test
    void two_classes_of_the_compiler_in_memory_are_all_that_is_used_of_it() {
        assertThat(printed.stream()
                        .filter(line -> line.startsWith("org.kie.memorycompiler."))
                        .map(line -> line.replaceFirst(" source: .*", "")))
                .containsExactlyInAnyOrder(
                        "org.kie.memorycompiler.StoreClassLoader", "org.kie.memorycompiler.WritableClassLoader");
    }

    @Test
    void the_names_looked_for_are_right() {
        assertThat(WholePack.MUST_BE_ABSENT.stream().filter(WholePack::isPresent))
                .as("found where the tests have Drools' own compiler")
                .contains(
                        "org.eclipse.jdt.core.compiler.CompilationProgress",
                        "org.antlr.v4.runtime.Lexer",
                        "com.github.javaparser.JavaParser");
    }

    @Test
    void the_whole_standard_pack_runs_on_exactly_this_class_path() {
        assertThat(printed)
                .contains("rules: 304", "compiled rules: 304", "wrong: 0", "trusted: HAND-1")
                .anySatisfy(line -> assertThat(line).matches("TRUE: [1-9][0-9]{2,}"))
                .anySatisfy(line -> assertThat(line).matches("FALSE: [1-9][0-9]{2,}"))
                .anySatisfy(line -> assertThat(line).matches("UNDETERMINED: [1-9][0-9]{2,}"))
                .noneMatch(line -> line.startsWith("present:"))
                .noneMatch(line -> line.startsWith("absent:"));
    }

    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceFirst("-[0-9].*", "");
    }
}
