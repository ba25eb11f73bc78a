package io.aims.architecture;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the built jars say of themselves. */
class JarsIT {

    /** What each module needs, apart from the JDK's base module. */
    private static final Map<String, Set<String>> NEEDS = Map.of(
            "aims-core", Set.of("org.jspecify"),
            "aims-catalog",
                    Set.of("io.aims.core", "org.jspecify", "org.snakeyaml.engine", "com.fasterxml.jackson.core"),
            "aims-interchange", Set.of("io.aims.core", "io.aims.catalog", "org.jspecify", "com.fasterxml.jackson.core"),
            "aims-rules",
                    Set.of(
                            "io.aims.core",
                            "io.aims.catalog",
                            "org.jspecify",
                            "org.slf4j",
                            "org.kie.api",
                            "org.kie.internal.api",
                            "org.drools.base",
                            "org.drools.core",
                            "org.drools.kiesession",
                            "org.drools.canonicalmodel",
                            "org.drools.modelcompiler"),
            "aims-packs",
                    Set.of(
                            "io.aims.core",
                            "io.aims.catalog",
                            "io.aims.rules",
                            "org.jspecify",
                            "com.fasterxml.jackson.core"),
            "aims-testing",
                    Set.of(
                            "io.aims.core",
                            "io.aims.catalog",
                            "io.aims.interchange",
                            "io.aims.packs",
                            "io.aims.rules",
                            "net.jqwik.api",
                            "org.assertj.core",
                            "org.jspecify",
                            "org.junit.jupiter.api"),
            "aims-report", Set.of("io.aims.core", "org.jspecify", "gg.jte.runtime", "org.dhatim.fastexcel"),
            "aims-cli",
                    Set.of(
                            "io.aims.core",
                            "io.aims.catalog",
                            "io.aims.interchange",
                            "io.aims.packs",
                            "io.aims.report",
                            "io.aims.rules",
                            "org.jspecify",
                            "info.picocli"));

    /** Packages for the other AIMS modules alone. */
    private static final Set<String> AMONG_US = Set.of(
            "io.aims.catalog.answers",
            "io.aims.catalog.compiled",
            "io.aims.catalog.document",
            "io.aims.reasoning.internal",
            "io.aims.rules.internal.analysis");

    static Stream<String> modules() {
        return PublishedClasses.MODULES.stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_jar_is_a_named_module_that_needs_what_it_should(String module) {
        ModuleDescriptor descriptor = describe(module);

        assertThat(descriptor.isAutomatic()).isFalse();
        assertThat(descriptor.isOpen()).isFalse();
        assertThat(descriptor.name()).isEqualTo(module.replace('-', '.').replace("aims.", "io.aims."));
        assertThat(descriptor.requires().stream().map(Requires::name).filter(name -> !name.equals("java.base")))
                .containsExactlyInAnyOrderElementsOf(NEEDS.get(module));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_shows_all_its_packages_but_the_internal_ones(String module) {
        ModuleDescriptor descriptor = describe(module);
        Set<String> toAll = descriptor.exports().stream()
                .filter(export -> !export.isQualified())
                .map(Exports::source)
                .collect(toCollection(TreeSet::new));
        Set<String> amongUs = descriptor.exports().stream()
                .filter(Exports::isQualified)
                .map(Exports::source)
                .collect(toCollection(TreeSet::new));
        Set<String> code = descriptor.packages().stream()
                .filter(name -> hasClasses(module, name))
                .filter(name -> !name.contains(".internal"))
                .collect(toCollection(TreeSet::new));

        assertThat(amongUs).isSubsetOf(AMONG_US);
        Set<String> shown = new TreeSet<>(toAll);
        amongUs.stream().filter(name -> !name.contains(".internal")).forEach(shown::add);
        assertThat(shown).isEqualTo(code).isNotEmpty();
    }

    @Test
    void no_two_jars_share_a_package() {
        Map<String, String> owners = new HashMap<>();
        for (String module : PublishedClasses.MODULES) {
            for (String name : describe(module).packages()) {
                assertThat(owners.put(name, module))
                        .as("another owner of %s than %s", name, module)
                        .isNull();
            }
        }
        assertThat(owners).containsEntry("io.aims", "aims-rules").containsEntry("io.aims.system", "aims-core");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_jar_carries_its_licence_and_runs_on_java_17(String module) throws IOException {
        try (JarFile jar = new JarFile(PublishedClasses.of(module).toFile())) {
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
            Map<String, Integer> versions = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .collect(toMap(entry -> entry.getName(), entry -> {
                        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
                            in.skipNBytes(6);
                            return in.readUnsignedShort();
                        } catch (IOException e) {
                            throw new AssertionError(entry.getName(), e);
                        }
                    }));
            assertThat(versions)
                    .isNotEmpty()
                    .allSatisfy((name, version) -> assertThat(version).isEqualTo(61));
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void sources_come_with_a_jar(String module) throws IOException {
        Path jar = PublishedClasses.of(module);
        String name = jar.getFileName().toString();
        Path sources = jar.resolveSibling(name.substring(0, name.length() - ".jar".length()) + "-sources.jar");

        assertThat(Files.isRegularFile(sources)).as(sources.toString()).isTrue();
        try (JarFile file = new JarFile(sources.toFile())) {
            assertThat(file.stream().filter(entry -> entry.getName().endsWith("package-info.java")))
                    .isNotEmpty();
        }
    }

    private static boolean hasClasses(String module, String packageName) {
        String folder = packageName.replace('.', '/') + "/";
        try (JarFile jar = new JarFile(PublishedClasses.of(module).toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .anyMatch(name -> name.startsWith(folder)
                            && name.endsWith(".class")
                            && name.indexOf('/', folder.length()) < 0);
        } catch (IOException e) {
            throw new AssertionError(module, e);
        }
    }

    private static ModuleDescriptor describe(String module) {
        Set<ModuleReference> found =
                ModuleFinder.of(PublishedClasses.of(module)).findAll();
        assertThat(found).as("modules in the jar of %s", module).hasSize(1);
        return found.iterator().next().descriptor();
    }
}
