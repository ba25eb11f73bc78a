package io.aims.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of {@code aims-rules} get, and that the whole standard pack needs no more than that. */
class RunTimeClassPathIT {

    private static final Path CHAPTERS = Path.of("src/main/resources/io/aims/rules/packs/iso-42001");

    private static List<Path> classPath = List.of();

    @BeforeAll
    static void read_the_class_path_of_the_build() throws IOException {
        String others = Files.readString(Path.of(System.getProperty("aims.run-time-class-path")));
        classPath = Stream.concat(
                        Stream.of(System.getProperty("aims.jar")),
                        Stream.of(others.trim().split(File.pathSeparator)))
                .map(Path::of)
                .toList();
    }

    @Test
    void exactly_these_jars_are_needed() {
        assertThat(classPath).allSatisfy(jar -> assertThat(jar).isRegularFile());
        assertThat(classPath.stream().map(RunTimeClassPathIT::artifact))
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
        List<Path> others = classPath.stream()
                .filter(jar -> !artifact(jar).startsWith("aims-"))
                .toList();
        long bytes = 0;
        for (Path jar : others) {
            bytes += Files.size(jar);
        }
        assertThat(others).hasSizeBetween(10, 16);
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
        for (Path path : classPath) {
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
    void two_classes_of_the_compiler_in_memory_are_all_that_is_used_of_it(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> loaded = run(entries(folder), "-Xlog:class+load", WholePack.class.getName(), CHAPTERS.toAbsolutePath().toString());
        assertThat(loaded.stream()
                        .filter(line -> line.contains(" org.kie.memorycompiler."))
                        .map(line -> line.replaceFirst(".* (org\\.kie\\.memorycompiler\\.\\w+).*", "$1")))
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
    void the_whole_standard_pack_runs_on_exactly_this_class_path(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> printed =
                run(entries(folder), WholePack.class.getName(), CHAPTERS.toAbsolutePath().toString());

        assertThat(printed)
                .contains("rules: 304", "compiled rules: 304", "wrong: 0", "trusted: HAND-1")
                .anySatisfy(line -> assertThat(line).matches("TRUE: [1-9][0-9]{2,}"))
                .anySatisfy(line -> assertThat(line).matches("FALSE: [1-9][0-9]{2,}"))
                .anySatisfy(line -> assertThat(line).matches("UNDETERMINED: [1-9][0-9]{2,}"))
                .noneMatch(line -> line.startsWith("present:"))
                .noneMatch(line -> line.startsWith("absent:"));
    }

    /** The tests' classes stand beside everything else they need, so the program moves to a folder of its own. */
    private static List<Path> entries(Path folder) throws IOException {
        for (Class<?> type : List.of(WholePack.class, HandMadeRules.class)) {
            String file = type.getName().replace('.', '/') + ".class";
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
                Files.copy(in, copy);
            }
        }
        Path list = folder.resolve("META-INF/kie/io.aims/hand-made/drools-model");
        Files.createDirectories(list.getParent());
        Files.writeString(list, HandMadeRules.class.getName() + "\n");
        List<Path> entries = new ArrayList<>(classPath);
        entries.add(folder);
        return entries;
    }

    private static List<String> run(List<Path> entries, String... arguments)
            throws IOException, InterruptedException {
        String joined = String.join(
                File.pathSeparator, entries.stream().map(Path::toString).toList());
        Path output = Files.createTempFile("aims", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", joined));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ended in time").isTrue();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(text).isZero();
            return text.lines().toList();
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceFirst("-[0-9].*", "");
    }
}
