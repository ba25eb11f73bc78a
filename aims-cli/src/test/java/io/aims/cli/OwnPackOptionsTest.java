package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs that bring controls of their own, build on each other, or replace rules, given to any command. */
class OwnPackOptionsTest {

    private static final String PACK = """
            pack: acme
            version: 1.0.0
            title: Rules of ACME
            licence: Apache-2.0
            catalogue: iso-42001:2023+acme:1
            catalogues: [controls.yaml]
            characteristics:
              - id: acmeGrade
                tier: EXTENDED
                type: ORDINAL
                values: [SILVER, GOLD]
                question: Which grade was promised?
                definition: The grade of service, in rising importance.
                sources: [ACME handbook 1]
            chapters:
              - chapter: Grades
                scope: SYSTEM
                rules:
                  - id: ACME-1
                    title: Gold was promised
                    when: acmeGrade >= GOLD
                    requires: [ACME.LOG]
                    why: What was promised has to be shown.
                    sources: [ACME handbook 2]
                    examples:
                      fires: [{acmeGrade: GOLD}]
                      silent: [{acmeGrade: SILVER}]
                      unknown: [{}]
            """;

    private static final String CONTROLS = """
            catalogue: acme
            edition: "1"
            title: Controls of ACME
            sources: [ACME handbook]
            areas: [{id: ACME, title: Promises}]
            controls:
              - id: ACME.LOG
                area: ACME
                title: Log of promises
                purpose: What was promised is kept.
                stages: ALL
                scope: SYSTEM
                roles: [AI_PRODUCER, AI_PROVIDER, AI_CUSTOMER, AI_PARTNER]
                actsOn: SEVERITY
                function: DETECTIVE
                sources: [ACME handbook 3]
            """;

    private static final String SECOND = """
            pack: acme-night
            version: 1.0.0
            title: Rules of ACME for the night
            licence: Apache-2.0
            catalogue: iso-42001:2023+acme:1
            replaces: [{rule: ACME-1, why: At night the log is not enough.}]
            chapters:
              - chapter: Night
                scope: SYSTEM
                rules:
                  - id: ACN-1
                    title: Gold was promised and nobody is there
                    when: acmeGrade >= GOLD
                    requires: [ACME.LOG, A.9.3]
                    why: Nobody sees at night whether the promise is kept.
                    sources: [ACME handbook 4]
                    examples:
                      fires: [{acmeGrade: GOLD}]
                      silent: [{acmeGrade: SILVER}]
                      unknown: [{}]
            """;

    @TempDir
    private Path folder;

    private String acme = "";
    private String night = "";
    private String system = "";

    @BeforeEach
    void writeThePacks() throws IOException {
        Path first = Files.createDirectory(folder.resolve("acme"));
        Files.writeString(first.resolve("pack.yaml"), PACK);
        Files.writeString(first.resolve("controls.yaml"), CONTROLS);
        Path second = Files.createDirectory(folder.resolve("acme-night"));
        Files.writeString(second.resolve("pack.yaml"), SECOND);
        acme = first.toString();
        night = second.toString();
        system = Files.writeString(
                        folder.resolve("loan.yaml"), "id: loan\nname: Loans\ncharacteristics:\n  acmeGrade: GOLD\n")
                .toString();
    }

    @Test
    void a_system_is_evaluated_with_the_controls_that_a_pack_brings() {
        Run run = Run.of("evaluate", system, "--pack", acme, "--format", "json");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\"ACME.LOG\"", "\"iso-42001:2023+acme:1\"");
    }

    @Test
    void a_control_that_a_pack_brings_is_explained_and_shown() {
        assertThat(Run.of("explain", system, "ACME.LOG", "--pack", acme).out()).contains("Gold was promised");
        assertThat(Run.of("catalog", "ACME.LOG", "--pack", acme).out()).contains("Log of promises", "ACME-1");
    }

    @Test
    void packs_that_replace_rules_are_refused_unless_it_is_allowed() {
        Run run = Run.of("evaluate", system, "--pack", acme, "--pack", night);

        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.err()).contains("AIMS-2096", "replaces rules of other packs");
    }

    @Test
    void a_replaced_rule_is_told_beside_every_result() {
        String[] packs = {"--pack", acme, "--pack", night, "--allow-replaced-rules"};

        assertThat(Run.of(with(packs, "evaluate", system)).out()).contains("acme-night 1.0.0 (in place of ACME-1)");
        assertThat(Run.of(with(packs, "evaluate", system, "--format", "json")).out())
                .contains("\"replaces\"", "At night the log is not enough.");
        assertThat(Run.of(with(packs, "catalog")).out()).contains("ACME-1 is not run: pack acme-night replaces it.");
        assertThat(Run.of(with(packs, "catalog", "ACME-1")).out()).contains("not run");
        assertThat(Run.of(with(packs, "explain", system, "ACME-1")).status()).isEqualTo(ExitStatus.WRONG_INPUT);
    }

    @Test
    void a_result_of_a_former_pack_that_builds_on_another_is_verified() throws IOException {
        Path former = Files.createDirectory(folder.resolve("former-night"));
        Files.writeString(former.resolve("pack.yaml"), SECOND);
        String[] packs = {"--pack", acme, "--pack", night, "--allow-replaced-rules"};
        String result = Files.writeString(
                        folder.resolve("result.json"),
                        Run.of(with(packs, "evaluate", system, "--format", "json"))
                                .out())
                .toString();
        Files.writeString(Path.of(night, "pack.yaml"), SECOND.replace("1.0.0", "1.1.0"));

        assertThat(Run.of(with(packs, "verify", result, system)).status()).isEqualTo(ExitStatus.BEYOND);
        Run run = Run.of(with(packs, "verify", result, system, "--former-pack", former.toString()));

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    }

    private static String[] with(String[] options, String... command) {
        return Stream.concat(Arrays.stream(command), Arrays.stream(options)).toArray(String[]::new);
    }
}
