package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterviewCommandTest {

    private static final String LOAN = System.getProperty("aims.root") + "/examples/systems/loan-scoring.yaml";

    @TempDir
    Path folder;

    @Test
    void it_asks_on_stderr_and_sums_up_on_stdout() {
        Run run = Run.withInput("2\nquit\n", "interview", "--id", "new-system");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.err())
                .contains("1.  Do you build it, offer it to others, use it yourselves, or contribute a part")
                .contains("aimsRoles: any of these, or [] for none", "2 AI_PROVIDER", "It can still change controls");
        assertThat(unbroken(run.out()))
                .startsWith("new-system: 1 question asked; ")
                .contains("questions are left", "can still change a control.", "undetermined");
    }

    @Test
    void the_end_of_the_answers_ends_it() {
        Run run = Run.withInput("", "interview", "--id", "new-system");

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).startsWith("new-system: 0 questions asked; ");
    }

    @Test
    void the_system_is_written_as_it_is_known_in_the_end() {
        Run yaml = Run.withInput("[AI_PRODUCER, AI_CUSTOMER]\n", "interview", "--id", "a", "--format", "yaml");
        Run numbers = Run.withInput("1, 3\n", "interview", "--id", "a", "--format", "yaml");
        Run partly = Run.withInput("{contains: [AI_PRODUCER]}\n", "interview", "--id", "a", "-f", "json");

        assertThat(yaml.out()).isEqualTo("id: a\ncharacteristics:\n  aimsRoles: [AI_PRODUCER, AI_CUSTOMER]\n");
        assertThat(numbers.out()).isEqualTo(yaml.out());
        assertThat(yaml.err()).contains("a: 1 question asked; ");
        assertThat(Json.read(partly.out())
                        .at("/characteristics/aimsRoles/contains/0")
                        .asText())
                .isEqualTo("AI_PRODUCER");
    }

    @Test
    void a_question_that_is_not_asked_is_answered_by_its_name() {
        Run run = Run.withInput(
                "actionScope=PHYSICAL\nlogicOrigin = unknown\nactionScop=PHYSICAL\n",
                "interview",
                "--id",
                "a",
                "--format",
                "yaml");

        assertThat(run.out()).isEqualTo("id: a\ncharacteristics:\n  actionScope: PHYSICAL\n");
        assertThat(run.err())
                .contains("a: 2 questions asked, 1 of them cannot be known; ")
                .contains("Maybe you meant (actionScope).");
    }

    @Test
    void a_wrong_answer_is_told_what_is_allowed_and_the_question_stays() {
        Run run = Run.withInput("AI_PRODUCR\n9\n[1\n1\n", "interview", "--id", "a", "-f", "yaml");

        assertThat(run.err())
                .contains("AIMS-1003", "(AI_PRODUCR)", "Maybe you meant (AI_PRODUCER).")
                .contains("(9) of system (a")
                .contains("AIMS-1010")
                .contains("Type ? for the answers that are allowed.")
                .containsOnlyOnce("1.  Do you build it");
        assertThat(run.out()).isEqualTo("id: a\ncharacteristics:\n  aimsRoles: [AI_PRODUCER]\n");
    }

    @Test
    void help_explains_the_characteristic_and_the_ways_to_answer() {
        Run run = Run.withInput("?\n", "interview", "--id", "a");

        assertThat(unbroken(run.err())).contains("Partly known: {atLeast: VALUE}", "back: the question before");
    }

    @Test
    void going_back_takes_an_answer_away() {
        Run run = Run.withInput("back\n1\nback\n2\n", "interview", "--id", "a", "-f", "yaml");

        assertThat(run.err()).contains("This is the first question.");
        assertThat(run.out()).isEqualTo("id: a\ncharacteristics:\n  aimsRoles: [AI_PROVIDER]\n");
    }

    @Test
    void what_nobody_knows_is_never_asked_again_and_then_it_ends() {
        Run run = Run.withInput("unknown\n" + "\n".repeat(100), "interview", "--id", "a");

        assertThat(unbroken(run.out()))
                .containsPattern("a: (\\d+) questions asked, \\1 of them cannot be known;")
                .contains("no other answer can change a control.");
    }

    @Test
    void a_description_is_gone_on_with_and_its_states_of_controls_are_kept() throws IOException {
        Path begun = Files.writeString(
                folder.resolve("begun.yaml"),
                "id: begun\nname: Begun\ncharacteristics:\n  aimsRoles: [AI_PRODUCER]\ncontrols:\n  A.2.2: IMPLEMENTED\n");
        Path written = folder.resolve("done.yaml");
        Run run = Run.withInput("1\n", "interview", begun.toString(), "--out", written.toString());

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).startsWith("Begun: 1 question asked");
        assertThat(Files.readString(written))
                .startsWith("id: begun\nname: Begun\ncharacteristics:\n  aimsRoles: [AI_PRODUCER]\n")
                .endsWith("controls:\n  A.2.2: IMPLEMENTED\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(begun, written);
        }
    }

    @Test
    void the_ending_of_the_file_tells_the_format() throws IOException {
        Path written = folder.resolve("a.json");
        Run.withInput("1\n", "interview", "--id", "a", "--out", written.toString());

        assertThat(Json.read(Files.readString(written)).get("id").asText()).isEqualTo("a");
    }

    @Test
    void nothing_is_written_over() throws IOException {
        Path there = Files.writeString(folder.resolve("there.yaml"), "precious");
        Run run = Run.withInput("1\n", "interview", "--id", "a", "--out", there.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.err()).contains("AIMS-5033", "is there already").doesNotContain("Do you build it");
        assertThat(Files.readString(there)).isEqualTo("precious");
        assertThat(Run.of("interview", "--id", "a", "--out", folder + "/no/such/a.yaml")
                        .err())
                .contains("AIMS-5033", "its folder is not there");
    }

    @Test
    void goals_and_costs_change_what_is_asked() throws IOException {
        Path costs = Files.writeString(folder.resolve("costs.yaml"), "aimsRoles: 1000\nlogicOrigin: 0.5\n");

        assertThat(Run.of("interview", "--id", "a", "--goal", "levels").err()).contains("levels of objectives C.2.");
        assertThat(Run.of("interview", "--id", "a", "--goal", "everything").err())
                .contains("and rules");
        assertThat(Run.of("interview", "--id", "a", "--costs", costs.toString()).err())
                .doesNotContain("1.  Do you build it");
        assertThat(Run.of("interview", "--id", "a", "--goal", "some").err())
                .contains("AIMS-5010", "controls, levels, everything");
    }

    @Test
    void wrong_costs_are_told_all_at_once() throws IOException {
        Path costs = Files.writeString(folder.resolve("costs.yaml"), "explainabilty: 3\nprofiling: -1\n");
        Path list = Files.writeString(folder.resolve("list.yaml"), "[1]");
        Run run = Run.of("interview", "--id", "a", "--costs", costs.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.err())
                .contains("AIMS-5031", "(explainabilty, ", "Maybe you meant (explainability).")
                .contains("The cost of (profiling, ", "must be a number, 0 or more.");
        assertThat(Run.of("interview", "--id", "a", "--costs", list.toString()).err())
                .contains("must be a map from characteristics to numbers");
        assertThat(Run.of("interview", "--id", "a", "--costs", folder + "/none").err())
                .contains("AIMS-5031", "cannot be read");
    }

    @Test
    void one_system_is_named() {
        assertThat(Run.of("interview").err()).contains("AIMS-5030", "No system is named.");
        assertThat(Run.of("interview", LOAN, "--id", "a").err()).contains("AIMS-5030", "Maybe you meant --system");
        assertThat(Run.of("interview", "-").err()).contains("AIMS-5032");
        assertThat(Run.of("interview").status()).isEqualTo(ExitStatus.WRONG_INPUT);
    }

    @Test
    void questions_are_written_as_json_one_system_a_line_and_costs_change_their_order() throws IOException {
        Path costs = Files.writeString(folder.resolve("costs.yaml"), "decisionEffect: 1000\n");
        String two = "{\"id\": \"a\"}\n{\"id\": \"b\"}\n";
        Run run = Run.withInput(two, "questions", "-", "--format", "json");
        Run priced = Run.withInput(two, "questions", "-", "--format", "json", "--costs", costs.toString());

        assertThat(run.out().lines()).hasSize(2);
        assertThat(Json.read(run.out().lines().findFirst().orElseThrow())
                        .at("/questions/0/characteristic")
                        .asText())
                .isEqualTo("decisionEffect");
        assertThat(Json.read(priced.out().lines().findFirst().orElseThrow())
                        .at("/questions/0/characteristic")
                        .asText())
                .isNotEqualTo("decisionEffect");
        assertThat(Run.withInput("{\"id\": \"a\"}", "questions", "-", "--costs", costs.toString())
                        .out())
                .contains("Settles up to");
    }

    /** The text as it is before it is broken into lines. */
    private static String unbroken(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
