package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.aims.interchange.ResidualWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreatmentCommandsTest {

    private static final String LOAN = """
            id: loan
            name: Loan scoring
            characteristics:
              aimsRoles: [AI_CUSTOMER]
              automationLevel: HIGH_AUTOMATION
              decisionEffect: LEGAL_OR_SIMILARLY_SIGNIFICANT
            controls:
              A.5.4: {state: EFFECTIVE, evidence: review, until: 2026-03-01}
              A.6.2.6: PARTIAL
            """;

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema());

    @TempDir
    Path folder;

    private static String schema() {
        try (InputStream in = ResidualWriter.class.getResourceAsStream(ResidualWriter.SCHEMA)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void gaps_tells_what_is_not_in_place_and_what_remains() {
        Run run = Run.withInput(LOAN, "gaps", "-", "--as-of", "2026-03-02");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(oneLine(run))
                .startsWith("Loan scoring: ")
                .contains("Not in place (")
                .contains("A.6.2.6")
                .contains("Counts as partial.")
                .contains("In place and not shown to work (1)")
                .contains("its evidence has expired")
                .contains("What remains of each risk")
                .contains("of the rate.");
    }

    @Test
    void states_with_dates_need_a_day() {
        Run run = Run.withInput(LOAN, "gaps", "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("AIMS-3061").contains("A.5.4");
    }

    @Test
    void what_the_organisation_says_holds_for_the_system() throws IOException {
        Path controls =
                Files.writeString(folder.resolve("controls.yaml"), "aims: controls/1\ncontrols: {A.2.2: PLANNED}\n");
        Run with = Run.withInput(LOAN, "gaps", "-", "--as-of", "2026-03-01", "--organisation", controls.toString());

        assertThat(oneLine(with))
                .contains("Counts as planned.")
                .contains("an organisation-wide control on which it rests is not in place");
        assertThat(oneLine(Run.withInput(LOAN, "gaps", "-", "--as-of", "2026-03-01")))
                .doesNotContain("Counts as planned.");
        assertThat(Run.withInput(LOAN, "gaps", "-", "--organisation", folder + "/absent.yaml")
                        .err())
                .contains("AIMS-1025");
    }

    @Test
    void plan_finds_the_fewest_controls_or_the_cheapest() {
        String small = """
                id: pump
                characteristics: {aimsRoles: [AI_CUSTOMER]}
                """;
        assertThat(Run.withInput(small, "plan", "-", "--tolerance", "very-high").out())
                .startsWith("pump: nothing passes very high.");
        Run tight = Run.withInput(LOAN, "plan", "-", "--tolerance", "very-low", "--as-of", "2026-03-01");
        assertThat(tight.status()).isEqualTo(1);
        assertThat(oneLine(tight)).contains("out of reach").contains("What that brings");
        Run priced = Run.withInput(
                LOAN, "plan", "-", "--tolerance", "very-low", "--cost", "A.9.2=5", "--as-of", "2026-03-01");
        assertThat(oneLine(priced)).contains("out of reach");
    }

    @Test
    void wrong_costs_are_told() {
        assertThat(Run.withInput(LOAN, "plan", "-", "--as-of", "2026-03-01", "--tolerance", "low", "--cost", "A.9.7=5")
                        .err())
                .contains("AIMS-3063")
                .contains("Maybe you meant (A.9.2).");
        assertThat(Run.withInput(LOAN, "plan", "-", "--as-of", "2026-03-01", "--tolerance", "low", "--cost", "a b=5")
                        .err())
                .contains("AIMS-3063");
        assertThat(Run.withInput(LOAN, "plan", "-", "--as-of", "2026-03-01", "--tolerance", "low", "--cost", "A.9.2=-5")
                        .err())
                .contains("AIMS-3062");
        assertThat(Run.withInput(LOAN, "plan", "-").err()).contains("AIMS-5010").contains("--tolerance");
    }

    @Test
    void several_systems_are_told_one_after_the_other_and_the_level_that_remains_decides_how_it_ends()
            throws IOException {
        Files.writeString(folder.resolve("loan.yaml"), LOAN);
        Files.writeString(folder.resolve("pump.yaml"), "id: pump\n");
        Run text = Run.of("gaps", folder.toString(), "--as-of", "2026-03-01");

        assertThat(text.status()).isZero();
        assertThat(text.out())
                .contains("Loan scoring: ")
                .contains("loan.yaml:1\n")
                .contains("\n\n\npump: ")
                .contains("pump.yaml:1\n");
        assertThat(Run.of("gaps", folder.toString(), "--as-of", "2026-03-01", "--fail-on", "very-high")
                        .status())
                .isZero();
        assertThat(Run.of("gaps", folder.toString(), "--as-of", "2026-03-01", "--fail-on-possible", "low")
                        .status())
                .isEqualTo(1);
        Files.writeString(folder.resolve("wrong.yaml"), "id: \n");
        Run json = Run.of("gaps", folder.toString(), "--as-of", "2026-03-01", "-f", "json");
        assertThat(json.status()).isEqualTo(2);
        assertThat(Json.read(json.out()).isArray()).isTrue();
        assertThat(Json.read(json.out())).hasSize(2);
        Run lines = Run.of("gaps", folder.toString(), "--as-of", "2026-03-01", "-f", "jsonl");
        assertThat(lines.out().lines()).hasSize(2);
        assertThat(Run.of("gaps", folder.toString(), "--as-of", "2026-03-01", "-f", "md")
                        .out())
                .startsWith("## Gaps: Loan scoring\n")
                .contains("\n\n## Gaps: pump\n");
    }

    @Test
    void what_remains_is_valid_by_the_published_schema() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), """
                aims: plan/1
                tolerance: LOW
                systems:
                  loan:
                    - {modify: A.9.2, to: EFFECTIVE, owner: operations, due: 2026-12-31, approver: board}
                    - {share: C.2.5, with: insurer, owner: legal, due: 2026-02-28, approver: board}
                """);
        for (String[] args : new String[][] {
            {"gaps", "-", "--as-of", "2026-03-01", "-f", "jsonl"},
            {"plan", "-", "--as-of", "2026-03-01", "-f", "json", "--tolerance", "low"},
            {"plan", "-", "--as-of", "2026-03-01", "-f", "json", "--treatments", plan.toString()}
        }) {
            Run run = Run.withInput(LOAN, args);
            assertThat(run.err()).isEmpty();
            assertThat(SCHEMA.validate(run.out(), InputFormat.JSON))
                    .as(run.out())
                    .isEmpty();
        }
    }

    @Test
    void a_proposal_becomes_a_plan_once_it_is_filled_in() throws IOException {
        Run proposed = Run.withInput(
                LOAN,
                "plan",
                "-",
                "--as-of",
                "2026-03-01",
                "--tolerance",
                "very-low",
                "--cost",
                "A.5.4=1",
                "--propose");
        assertThat(proposed.status()).isEqualTo(1);
        assertThat(proposed.out()).startsWith("# A proposal.").contains("    # C.2.5 stays ");
        Path file = Files.writeString(folder.resolve("plan.yaml"), """
                aims: plan/1
                tolerance: VERY_HIGH
                systems:
                  loan:
                    - modify: A.5.4
                      to: EFFECTIVE
                      owner:
                      due:
                      approver:
                """);
        Run refused = Run.withInput(LOAN, "plan", "-", "--as-of", "2026-03-01", "--treatments", file.toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("AIMS-1040").contains("plan.yaml:7:").contains("plan.yaml:9:");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("owner:", "owner: head of lending")
                        .replace("due:", "due: 2026-03-31")
                        .replace("approver:", "approver: board"));

        Run decided = Run.withInput(LOAN, "plan", "-", "--as-of", "2026-03-31", "--treatments", file.toString());
        assertThat(decided.status()).isZero();
        assertThat(oneLine(decided))
                .startsWith("Loan scoring: nothing is open on 2026-03-31.")
                .contains(
                        "Decided (1) modify: A.5.4 to effective Until 2026-03-31, head of lending, approved by board.");
        Run late = Run.withInput(LOAN, "plan", "-", "--as-of", "2026-04-01", "--treatments", file.toString());
        assertThat(oneLine(late)).contains("Overdue (1) modify: A.5.4");
    }

    @Test
    void the_plan_in_the_guide_is_right() throws IOException {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("aims.root")));
        String guide = Files.readString(root.resolve("docs/guide/treatment.md"));
        Path plan = Files.writeString(
                folder.resolve("plan.yaml"), guide.split("```yaml\n")[1].split("```")[0]);
        String system =
                root.resolve("examples/systems/tax-form-validation.yaml").toString();

        Run run = Run.of("plan", system, "--treatments", plan.toString(), "--as-of", "2026-06-30");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(oneLine(run)).contains("C.2.10 retained: high.").contains("Decided (2)");
    }

    @Test
    void a_risk_about_which_nothing_holds_is_open() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), """
                aims: plan/1
                tolerance: VERY_HIGH
                systems:
                  laon: []
                """);
        String[] args = {
            "plan", "-", "--as-of", "2026-03-01", "--treatments", file.toString(), "--tolerance", "very-low"
        };
        Run run = Run.withInput(LOAN, args);

        assertThat(run.status()).isEqualTo(1);
        assertThat(oneLine(run))
                .contains("are open on 2026-03-01: above very low")
                .contains("The plan decides nothing about this system.");
        assertThat(run.err()).contains("AIMS-1042").contains("(laon)").contains("Maybe you meant (loan).");
        assertThat(Run.withInput(
                                LOAN, "plan", "-", "--as-of", "2026-03-01", "--treatments", file.toString(), "-f", "md")
                        .out())
                .startsWith("## Treatment: Loan scoring\n")
                .contains("Nothing is open.");
    }

    @Test
    void options_that_contradict_each_other_are_refused_and_decisions_need_a_day() throws IOException {
        Path file =
                Files.writeString(folder.resolve("plan.yaml"), "aims: plan/1\ntolerance: LOW\nsystems: {loan: []}\n");
        String undated = "id: loan\n";

        assertThat(Run.withInput(undated, "plan", "-", "--treatments", file.toString())
                        .err())
                .contains("AIMS-3090")
                .contains("Give --as-of DATE");
        assertThat(Run.withInput(undated, "plan", "-", "--treatments", file.toString(), "--propose")
                        .err())
                .contains("AIMS-5010");
        assertThat(Run.withInput(undated, "plan", "-", "--tolerance", "low", "--propose", "-f", "md")
                        .err())
                .contains("AIMS-5010");
        assertThat(Run.withInput(undated + "---\n", "plan", "-", "--treatments", file.toString(), "--cost", "A.9.2=1")
                        .err())
                .contains("AIMS-5010");
        Run twice = Run.withInput("{\"id\": \"a\"}\n{\"id\": \"a\"}\n", "plan", "-", "--tolerance", "low", "--propose");
        assertThat(twice.status()).isEqualTo(2);
        assertThat(twice.err()).contains("AIMS-3091");
        assertThat(twice.out()).isEmpty();
    }

    /** Lines are broken at a width, wherever that falls. */
    private static String oneLine(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }
}
