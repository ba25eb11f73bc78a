package com.acme.lending;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rules.trusted.TrustedRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LendingCheckTest {

    @Test
    void rules_compiled_by_the_maven_plugin_run_beside_the_standard_pack() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LendingCheck.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly(
                        "LEND-1 TRUE: Automated credit decisions above 10,000 [A.9.3], by acme-lending",
                        "LEND-3 UNDETERMINED: Maybe nobody reviews [], by acme-lending");
    }

    @Test
    void no_compiler_is_on_the_class_path_on_which_they_run() {
        for (String compiler : new String[] {
            "org.drools.drl.parser.DrlParser",
            "org.drools.model.codegen.ExecutableModelProject",
            "org.eclipse.jdt.internal.compiler.Compiler",
            "com.github.javaparser.JavaParser"
        }) {
            URL found = getClass().getClassLoader().getResource(compiler.replace('.', '/') + ".class");
            assertThat(found).describedAs(compiler).isNull();
        }
    }

    @Test
    void the_guide_shows_what_runs_here() throws IOException {
        Path root = Path.of(System.getProperty("aims.root"));
        Path module = root.resolve("examples/trusted-drl");
        String guide = Files.readString(root.resolve("docs/guide/drl.md"));
        String[] parts = Files.readString(module.resolve("src/main/java/com/acme/lending/LendingCheck.java"))
                .split("        // GUIDE\n", -1);
        String drl = Files.readString(module.resolve("src/main/resources/com/acme/lending/rules/lending.drl"));

        String pom = Files.readString(module.resolve("pom.xml"));
        String version = TrustedRules.DROOLS_VERSION;

        assertThat(Files.readString(root.resolve("pom.xml")))
                .contains("<drools.version>" + version + "</drools.version>");
        assertThat(guide).contains(between(pom, "<!-- The plugin wants", "<dependency>\n      <groupId>org.jspecify"));
        assertThat(guide).contains(between(pom, "<!-- Turns", "</plugins>"));
        assertThat(parts).hasSize(3);
        assertThat(guide).contains(parts[1].stripTrailing().stripIndent());
        assertThat(guide).contains(drl.substring(drl.indexOf("package ")).strip());
    }

    private static String between(String pom, String first, String after) {
        int start = pom.lastIndexOf('\n', pom.indexOf(first)) + 1;
        return pom.substring(start, pom.indexOf(after))
                .stripTrailing()
                .stripIndent()
                .replace("${drools.version}", TrustedRules.DROOLS_VERSION);
    }
}
