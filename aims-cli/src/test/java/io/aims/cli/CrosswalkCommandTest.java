package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrosswalkCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"iso-27001-2022", "27001", "iso-27001", "ISO/IEC 27001:2022", "iso27001", "Iso 27001"})
    void a_framework_is_found_by_the_names_that_people_give_it(String name) {
        Run run = Run.of("crosswalk", name, "42001");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("ISO/IEC 27001:2022 compared with ISO/IEC 42001:2023\n84 mappings")
                .contains("A.5.2 Security roles and responsibilities\n  overlaps with    A.3.2 AI roles");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "27701 | 42001 | AIMS-5060: The name (27701) fits 2 frameworks: iso-27701-2019, iso-27701-2025.",
                "hitrust | 42001 | hitrust-ai-risk, hitrust-ai-security",
                "iso-27001-2013 | 42001 | Maybe you meant (iso-27001-2022).",
                "nothing of that | 42001 | Run aims crosswalk to see which there are.",
                "27001 | 27001 | AIMS-2078"
            })
    void a_name_that_fits_several_frameworks_or_none_says_which_there_are(String from, String to, String told) {
        Run run = Run.of("crosswalk", from, to);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOVERN 1.1", "govern-1.1", "Govern 1.1"})
    void one_element_is_told_with_source_and_note(String id) {
        Run run = Run.of("crosswalk", "nist", "42001", id);

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("GOVERN 1.1 Legal duties known and managed\n\n  is related to    4.1 ")
                .contains("confidence     high: published crosswalk")
                .contains("Concept crosswalk: no relation type given");
    }

    @Test
    void an_element_that_is_not_there_names_the_nearest() {
        Run run = Run.of("crosswalk", "42001", "nist", "A.6.2.44");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("AIMS-5062", "Maybe you meant (A.6.2.4).");
    }

    @Test
    void without_a_framework_all_are_listed_and_one_alone_is_not_enough() {
        assertThat(Run.of("crosswalk").out()).contains("iso-27001-2022            93 ", "  18   ", "hitrust-ai-risk");
        assertThat(Run.of("crosswalk", "--list", "-f", "json").out()).startsWith("{\n  \"aims\": \"crosswalk/1\"");
        assertThat(Run.of("crosswalk", "nist").err())
                .contains("AIMS-5063", "aims crosswalk nist-ai-rmf-1.0 iso-42001-2023");
        assertThat(Run.of("crosswalk", "-f", "csv").err()).contains("AIMS-5064");
    }

    @Test
    void what_follows_through_the_catalogue_is_said_to_follow() {
        Run run = Run.of("crosswalk", "27001", "nist");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("nobody states those", "through A.2.3]");
        assertThat(Run.of("crosswalk", "27001", "nist", "A.5.1").out())
                .contains("follows from", "iso-27001-2022 A.5.1 overlaps with iso-42001-2023 A.2.3");
    }

    @Test
    void coverage_is_told_both_ways() {
        Run run = Run.of("crosswalk", "27001", "42001", "--coverage");

        assertThat(run.out())
                .contains("iso-27001-2022 ", "iso-42001-2023 ", "Not mapped of ISO/IEC 27001:2022 (44 of 93)")
                .contains("Not mapped of ISO/IEC 42001:2023");
    }

    @Test
    void the_ending_of_the_file_tells_the_format_and_towards_the_catalogue_it_is_what_can_be_reused()
            throws IOException {
        Path page = folder.resolve("reuse.html");
        Path text = folder.resolve("reuse.md");
        Path table = folder.resolve("rows.csv");
        Path json = folder.resolve("reuse.json");

        for (Path file : new Path[] {page, text, table, json}) {
            assertThat(Run.of("crosswalk", "27001", "42001", "--out", file.toString())
                            .status())
                    .isZero();
        }

        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("What remains to be built");
        assertThat(Files.readString(text)).startsWith("# What an organisation that runs ISO/IEC 27001 can reuse");
        assertThat(Files.readString(table)).startsWith("\"from_framework\",\"from\"");
        assertThat(Files.readString(json)).contains("\"reuse\": \"PARTIAL\"");
        assertThat(Run.of("crosswalk", "42001", "27001", "-f", "md").out())
                .startsWith("# ISO/IEC 42001:2023 and ISO/IEC");
    }

    @Test
    void own_rows_stand_beside_those_of_aims() throws IOException {
        Path own = Files.writeString(folder.resolve("own.csv"), """
                from_framework,from,from_label,from_title,from_edition,relation,to_framework,to,source
                acme,ACME-7,Models are approved by two people,Acme controls,3,SUBSET_OF,iso-42001-2023,A.6.2.5,Acme
                """);

        Run run = Run.of("crosswalk", "acme", "42001", "--crosswalk", own.toString());

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Acme controls 3", "ACME-7 Models are approved by two people", "is a part of");
        assertThat(Run.of("crosswalk", "acme", "42001").status()).isEqualTo(2);
    }

    @Test
    void the_catalogue_tells_what_else_a_control_serves() {
        assertThat(Run.of("catalog", "A.10.3").out())
                .contains("also serves", "ISO/IEC 27001:2022: A.5.19, A.5.20, A.5.21, A.5.22, A.8.30");
        assertThat(Run.of("catalog", "A.5.5").out()).doesNotContain("27001");
        assertThat(Run.of("catalog").out()).contains("Frameworks", "nist-ai-rmf-1.0");
    }
}
