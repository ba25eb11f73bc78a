package io.aims.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.classpath.RunTimeClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a fresh process pays for the standard pack and one evaluation, against {@code limits.properties}: classes, jars and
 * threads instead of milliseconds, which differ from machine to machine.
 */
class ColdStartIT {

    private static final int CLASSES_MARGIN_PERCENT = 8;
    private static final int JARS_MARGIN_PERCENT = 3;
    private static final Limits LIMITS = Limits.standard();

    @TempDir
    private static Path folder;

    private static RunTimeClassPath classPath;
    private static List<String> printed;
    private static ClassLoads loads;

    @BeforeAll
    static void start_a_process() throws IOException, InterruptedException {
        classPath = RunTimeClassPath.ofTheBuild();
        printed = classPath.run(folder, ColdStart.class, List.of("-Xlog:class+load:stdout:none"));
        loads = ClassLoads.in(printed);
    }

    @Test
    void it_evaluates() {
        assertThat(printed).contains("controls 38").anyMatch(line -> line.startsWith("level "));
    }

    @Test
    void few_classes_of_jars_are_loaded() {
        assertThat(loads.ofJars()).contains("io.aims.Aims").doesNotContain("java.lang.Object");
        LIMITS.check("classes.of-jars", loads.ofJars().size(), CLASSES_MARGIN_PERCENT);
    }

    /** How many classes of its own the JVM needs for the same work differs from release to release. */
    @Test
    @EnabledOnJre(JRE.JAVA_17)
    void few_classes_are_loaded_in_all_and_few_are_made() {
        assertThat(loads.all()).contains("java.lang.Object", "io.aims.Aims").hasSizeGreaterThan(500);
        LIMITS.check("classes.all", loads.all().size(), CLASSES_MARGIN_PERCENT);
        LIMITS.check("classes.made", loads.made().size(), CLASSES_MARGIN_PERCENT);
    }

    @Test
    void no_parser_and_no_compiler_is_loaded() {
        List<String> never = LIMITS.words("classes.never");

        assertThat(never).hasSizeGreaterThan(5);
        assertThat(loads.all())
                .filteredOn(name -> never.stream().anyMatch(name::startsWith))
                .as("classes of %s", never)
                .isEmpty();
    }

    @Test
    void jars_are_few_and_small() throws IOException {
        long bytes = 0;
        for (Path jar : classPath.thirdParty()) {
            bytes += Files.size(jar);
        }
        assertThat(classPath.thirdParty())
                .isNotEmpty()
                .hasSizeLessThan(classPath.jars().size());
        LIMITS.check("jars.third-party", classPath.thirdParty().size(), 0);
        LIMITS.check("jars.third-party.bytes", bytes, JARS_MARGIN_PERCENT);
    }

    @Test
    void no_thread_stays() {
        assertThat(threads("open")).contains("main");
        assertThat(threads("closed")).contains("main").isSubsetOf(threads("before"));
    }

    @Test
    void one_class_too_many_is_seen() {
        Limits limits = LIMITS.withoutWriting();

        assertThatThrownBy(() ->
                        limits.check("classes.of-jars", 2L * loads.ofJars().size(), CLASSES_MARGIN_PERCENT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("classes.of-jars");
        assertThat(ClassLoads.in(List.of(
                        "level [LOW, HIGH]",
                        "java.lang.Object source: shared objects file",
                        "java.util.HexFormat source: jrt:/java.base",
                        "org.snakeyaml.engine.v2.api.Load source: file:/lib/snakeyaml-engine-3.0.1.jar",
                        "io.aims.Aims$$Lambda$7/0x0000000800c03000 source: io.aims.Aims")))
                .isEqualTo(new ClassLoads(
                        List.of(
                                "java.lang.Object",
                                "java.util.HexFormat",
                                "org.snakeyaml.engine.v2.api.Load",
                                "io.aims.Aims$$Lambda$7/0x0000000800c03000"),
                        List.of("org.snakeyaml.engine.v2.api.Load"),
                        List.of("io.aims.Aims$$Lambda$7/0x0000000800c03000")));
    }

    private static Set<String> threads(String when) {
        String prefix = "thread " + when + " ";
        return printed.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .collect(Collectors.toSet());
    }
}
