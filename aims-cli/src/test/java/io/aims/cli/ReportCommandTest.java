package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    private static final String LOAN = "{\"id\":\"loan\",\"name\":\"Loan scoring\","
            + "\"characteristics\":{\"aimsRoles\":[\"AI_CUSTOMER\"],\"automationLevel\":\"HIGH_AUTOMATION\"}}\n";
    private static final String NOTES = "{\"id\":\"notes\",\"name\":\"Meeting notes\"}\n";

    private static final String OWN = "<meta name=\"generator\" content=\"AIMS\"/>";

    @TempDir
    Path folder;

    private Path out() {
        return folder.resolve("reports");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(out())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String page(String name) throws IOException {
        return Files.readString(out().resolve(name));
    }

    private Run report(String systems, String... more) {
        String[] args = Stream.concat(
                        Stream.of("report", "-", "--input", "jsonl", "--out", out().toString()), Stream.of(more))
                .toArray(String[]::new);
        return Run.withInput(systems, args);
    }

    @Test
    void one_system_becomes_one_page() throws IOException {
        Run run = report(LOAN, "--as-of", "2026-06-30");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("aims: 1 page in ");
        assertThat(names()).containsExactly("loan.html");
        assertThat(page("loan.html"))
                .startsWith("<!DOCTYPE html>")
                .contains("<h1>Loan scoring</h1>", "2026-06-30", "Statement of Applicability", "Impact assessment")
                .containsOnlyOnce("</html>");
    }

    @Test
    void several_systems_have_a_page_about_all_of_them_with_links() throws IOException {
        Run run = report(LOAN + NOTES, "--title", "Savings bank");

        assertThat(run.status()).isZero();
        assertThat(names()).containsExactly("index.html", "loan.html", "notes.html");
        assertThat(page("index.html")).contains("<h1>Savings bank</h1>", "href=\"loan.html\"", "href=\"notes.html\"");
    }

    @Test
    void the_same_systems_give_the_same_bytes() throws IOException {
        report(LOAN + NOTES);
        List<String> before = List.of(page("index.html"), page("loan.html"), page("notes.html"));

        report(LOAN + NOTES);

        assertThat(List.of(page("index.html"), page("loan.html"), page("notes.html")))
                .isEqualTo(before);
    }

    @Test
    void a_file_that_is_not_ours_stays_as_it_is() throws IOException {
        Files.createDirectories(out());
        Files.writeString(out().resolve("loan.html"), "<p>My own page about AIMS</p>");
        Files.writeString(folder.resolve("elsewhere.html"), OWN);
        Files.createSymbolicLink(out().resolve("notes.html"), folder.resolve("elsewhere.html"));

        Run run = report(LOAN + NOTES);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("AIMS-5056", "loan.html", "notes.html");
        assertThat(page("loan.html")).isEqualTo("<p>My own page about AIMS</p>");
        assertThat(Files.readString(folder.resolve("elsewhere.html"))).isEqualTo(OWN);
        assertThat(names()).containsExactly("index.html", "loan.html", "notes.html");
        assertThat(page("index.html")).doesNotContain("href=\"loan.html\"");
    }

    @Test
    void a_folder_that_cannot_be_is_refused() throws IOException {
        Files.writeString(out(), "a file");

        Run run = report(LOAN);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("AIMS-5055");
    }

    @Test
    void what_cannot_be_read_is_told_and_the_rest_is_written() throws IOException {
        Run run = report(LOAN + "{\"id\":\"bad\",\"characteristics\":{\"automationLevel\":\"QUITE\"}}\n");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("QUITE");
        assertThat(names()).containsExactly("loan.html");
    }

    @Test
    void a_level_beyond_what_is_allowed_is_told_by_the_status() {
        assertThat(report(LOAN, "--fail-on-possible", "high").status()).isEqualTo(1);
    }

    @Test
    void names_are_safe_in_every_file_system_and_belong_to_one_system() {
        ReportFolder pages = ReportFolder.open(out());

        assertThat(Stream.of(
                                "loan-scoring",
                                "Loan-Scoring",
                                "a/../b",
                                "..",
                                "con",
                                "LPT1",
                                "index",
                                "<script>",
                                "größe",
                                "",
                                "x".repeat(200),
                                "x".repeat(300))
                        .map(pages::nameFor))
                .containsExactly(
                        "loan-scoring.html",
                        "Loan-Scoring-2.html",
                        "a-b.html",
                        "system.html",
                        "system-con.html",
                        "system-LPT1.html",
                        "index-2.html",
                        "script.html",
                        "gr-e.html",
                        "system-2.html",
                        "x".repeat(80) + ".html",
                        "x".repeat(80) + "-2.html");
    }

    @Test
    void a_page_shows_the_fewest_controls_that_suffice_and_what_was_decided() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), """
                aims: plan/1
                tolerance: LOW
                systems:
                  loan:
                    - modify: A.9.2
                      to: EFFECTIVE
                      owner: head of credit
                      due: 2026-06-30
                      approver: board of the bank
                """);

        Run run = report(LOAN, "--as-of", "2026-06-30", "--tolerance", "moderate", "--treatments", plan.toString());

        assertThat(run.err()).startsWith("aims: 1 page in ");
        assertThat(page("loan.html"))
                .contains("The cheapest way to tolerable risks", "board of the bank", "head of credit");

        report(LOAN, "--as-of", "2026-06-30");

        assertThat(page("loan.html")).doesNotContain("The cheapest way to tolerable risks", "head of credit");
    }

    @Test
    void what_was_decided_needs_a_day() throws IOException {
        Path decisions = Files.writeString(folder.resolve("decisions.yaml"), "aims: decisions/1\ndecisions: []\n");

        Run run = report(LOAN, "--decisions", decisions.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("AIMS-5053: What is decided in (").contains("Give --as-of DATE");
        assertThat(out()).doesNotExist();
    }
}
