package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other frameworks may have in place, told by the commands. */
class ReuseCommandsTest {

    private static final String LOAN = """
            id: loan
            name: Loan scoring
            characteristics:
              aimsRoles: [AI_CUSTOMER]
              managementSystems: [ISO_9001]
              automationLevel: HIGH_AUTOMATION
              decisionEffect: LEGAL_OR_SIMILARLY_SIGNIFICANT
            """;
    private static final String LOGGING =
            "May be reused: ISO/IEC 27001:2022 A.8.15 Logging (intersects, expert judgement,"
                    + " medium confidence), implemented there, shown by log review until 2026-03-01; check its scope.";

    @TempDir
    Path folder;

    private String controls = "";

    @BeforeEach
    void says_what_is_in_place_elsewhere() throws IOException {
        controls = Files.writeString(folder.resolve("controls.yaml"), """
                        aims: controls/1
                        elsewhere:
                          iso-27001-2022:
                            A.8.15: {state: IMPLEMENTED, evidence: log review, until: 2026-03-01}
                        controls: {}
                        """).toString();
    }

    private Run run(String command, String day, String... more) {
        String[] args = new String[6 + more.length];
        System.arraycopy(new String[] {command, "-", "--as-of", day, "--organisation", controls}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return Run.withInput(LOAN, args);
    }

    private static String oneLine(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }

    @Test
    void gaps_tell_what_may_be_reused_and_what_has_ended() {
        Run run = run("gaps", "2026-03-01");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(oneLine(run))
                .contains(LOGGING)
                .contains("ISO 9001:2015")
                .contains("counts for nothing here until somebody has checked");
        assertThat(oneLine(run("gaps", "2026-03-02")))
                .contains(
                        "No longer (ended on 2026-03-01): ISO/IEC 27001:2022 A.8.15 Logging (intersects, expert judgement,"
                                + " medium confidence).");
        assertThat(oneLine(run("gaps", "2026-03-01", "--format", "jsonl"))).contains("\"standing\":\"IN_PLACE\"");
        assertThat(run("gaps", "2026-03-01", "--format", "md").out())
                .contains("### What other frameworks may have in place", "### The rows behind it");
    }

    @Test
    void a_plan_tells_what_may_be_reused_for_its_steps() throws IOException {
        Files.writeString(
                folder.resolve("controls.yaml"),
                "aims: controls/1\nmanagementSystems: [iso-9001-2015]\ncontrols: {}\n");
        String system = Path.of(System.getProperty("aims.root"), "examples/systems/tax-form-validation.yaml")
                .toString();
        String[] plan = {"plan", system, "--as-of", "2026-03-01", "--tolerance", "moderate", "--organisation", controls
        };

        assertThat(oneLine(Run.of(plan))).contains("May be reused, where it is in place: ISO 9001:2015");
        assertThat(Run.of(Stream.concat(Stream.of(plan), Stream.of("--format", "md"))
                                .toArray(String[]::new))
                        .out())
                .contains("### What other frameworks may have in place");
    }

    @Test
    void a_statement_and_a_report_tell_it_as_well() throws IOException {
        assertThat(run("soa", "2026-03-01", "--format", "json").out()).contains("\"standing\": \"IN_PLACE\"");

        Path pages = folder.resolve("pages");
        assertThat(run("report", "2026-03-01", "--out", pages.toString()).status())
                .isZero();
        assertThat(Files.readString(pages.resolve("loan.html"))).contains(LOGGING);
    }

    @Test
    void a_crosswalk_of_ones_own_is_a_reason_too() throws IOException {
        Path own = Files.writeString(folder.resolve("own.yaml"), """
                crosswalk: house
                from: iso-42001-2023
                to: house-1
                framework: {id: house-1, title: House rules, edition: "1", about: Ours., extent: COMPLETE}
                sources: {us: Our own judgement}
                elements:
                  - ids: {H-1: Every use is logged}
                mappings:
                  - {relation: SUBSET_OF, source: us, confidence: LOW, rows: {A.6.2.8: [H-1]}}
                """);
        Files.writeString(
                folder.resolve("controls.yaml"), "aims: controls/1\nmanagementSystems: [house-1]\ncontrols: {}\n");

        assertThat(oneLine(run("gaps", "2026-03-01", "--crosswalk", own.toString())))
                .contains(
                        "May be reused, where it is in place: House rules 1 H-1 Every use is logged (covers all of this"
                                + " control, expert judgement, low confidence); check its scope.");
        Run without = run("gaps", "2026-03-01");
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).contains("AIMS-1055").contains("(house-1, ");
    }

    @Test
    void what_ends_elsewhere_needs_a_day() {
        Run run = Run.withInput(LOAN, "gaps", "-", "--organisation", controls);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("AIMS-5043").contains("Give --as-of DATE");
    }
}
