package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.evaluation.Evaluation;
import io.aims.reasoning.verification.StoredEvaluation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationReaderTest {

    private static final EvaluationReader READER = new EvaluationReader();
    private static final String SYSTEM = """
            id: loan
            description: Scores loans.
            characteristics:
              automationLevel: {value: HIGH_AUTOMATION, by: owner, on: 2026-03-01, evidence: card, basis: INFERRED}
              decisionEffect: {atLeast: MATERIAL}
              lifecycleStage: {in: [DEPLOYMENT, OPERATION_AND_MONITORING]}
              vulnerableGroups: {contains: [WORKERS, ECONOMICALLY_DEPENDENT]}
              affectedReach: NO_PERSONS
              affectedPopulation: UP_TO_1000
              technologyReadinessLevel: 9
              trainingComputeFlops: 1e24
            controls:
              A.9.2: {state: EFFECTIVE, evidence: audit, owner: office, since: 2026-01-01, until: 2027-02-28}
            """;

    @TempDir
    Path folder;

    private static Evaluation evaluation() {
        return Given.evaluator().evaluate(Given.yaml(SYSTEM).system(), LocalDate.of(2026, 3, 1));
    }

    private static String written(EvaluationWriter.Layout layout) {
        StringWriter out = new StringWriter();
        try {
            new EvaluationWriter(Given.LIMITS, layout)
                    .write(
                            evaluation(),
                            Given.yaml(SYSTEM).controls(),
                            new io.aims.error.Place("loan.yaml", 1, 1),
                            out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    private static List<StoredEntry> entries(String text) {
        return entries(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<StoredEntry> entries(byte[] bytes) {
        try (Stream<StoredEntry> entries = READER.stream("results", new ByteArrayInputStream(bytes))) {
            return entries.toList();
        }
    }

    private static Fault fault(StoredEntry entry) {
        if (entry instanceof StoredEntry.Refused refused) {
            return refused.faults().get(0);
        }
        throw new AssertionError("Read without a fault: " + entry);
    }

    @Test
    void place_of_the_description_and_states_of_controls_are_no_part_of_what_is_said() {
        StoredEvaluation expected = StoredEvaluation.of(evaluation(), Given.LIMITS);

        assertThat(READER.read("result", written(EvaluationWriter.Layout.INDENTED)))
                .isEqualTo(expected);
        assertThat(READER.read("result", written(EvaluationWriter.Layout.ONE_LINE)))
                .isEqualTo(expected);
        assertThat(expected.asOf()).contains(LocalDate.of(2026, 3, 1));
    }

    @Test
    void an_answer_says_the_same_long_or_short_and_its_numbers_and_sets_however_they_are_written() {
        String text = written(EvaluationWriter.Layout.ONE_LINE)
                .replace("\"affectedReach\":\"NO_PERSONS\"", "\"affectedReach\":{\"value\":\"NO_PERSONS\"}")
                .replace("1E+24", "10.0e23")
                .replace("\"technologyReadinessLevel\":9", "\"technologyReadinessLevel\":9.0")
                .replace("[\"ECONOMICALLY_DEPENDENT\",\"WORKERS\"]", "[\"WORKERS\",\"ECONOMICALLY_DEPENDENT\"]");

        assertThat(text).contains("10.0e23", "9.0", "{\"value\":\"NO_PERSONS\"}");
        assertThat(READER.read("result", text)).isEqualTo(StoredEvaluation.of(evaluation(), Given.LIMITS));
    }

    @Test
    void lines_lists_and_single_documents_are_told_apart() {
        String line = written(EvaluationWriter.Layout.ONE_LINE);
        String page = written(EvaluationWriter.Layout.INDENTED);

        assertThat(entries(line + "\n\n" + line + "\n")).hasSize(2).allMatch(StoredEntry.Accepted.class::isInstance);
        assertThat(entries("[\n" + page + ",\n" + page + "\n]\n"))
                .hasSize(2)
                .allMatch(StoredEntry.Accepted.class::isInstance);
        assertThat(entries("\uFEFF[" + line + "," + line + " , " + line + "]"))
                .hasSize(3)
                .allMatch(StoredEntry.Accepted.class::isInstance);
        assertThat(entries(page)).hasSize(1).allMatch(StoredEntry.Accepted.class::isInstance);
        assertThat(entries("[]")).isEmpty();
    }

    @Test
    void a_line_that_is_longer_than_what_is_looked_at_is_still_a_line() {
        String line = written(EvaluationWriter.Layout.ONE_LINE);
        String longer = line.substring(0, line.length() - 1) + ",\"more\":\"" + "x".repeat(90_000) + "\"}";

        assertThat(entries(longer + "\n" + longer + "\n")).hasSize(2).allMatch(StoredEntry.Accepted.class::isInstance);
    }

    @Test
    void entries_say_where_they_begin() {
        String page = written(EvaluationWriter.Layout.INDENTED);
        int lines = (int) page.lines().count();

        assertThat(entries("[\n" + page + ",\n" + page + "\n]"))
                .extracting(entry -> entry.place().line())
                .containsExactly(2, 2 + lines);
    }

    @Test
    void a_line_that_is_wrong_does_not_keep_the_others_from_being_read() {
        String line = written(EvaluationWriter.Layout.ONE_LINE);
        List<StoredEntry> entries = entries(line + "\n{\"aims\": \n" + line + "\n");

        assertThat(entries).hasSize(3);
        assertThat(fault(entries.get(1)).toString()).startsWith("AIMS-1011").contains("results:2:");
        assertThat(entries.get(2)).isInstanceOf(StoredEntry.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\": 1}",
                "[{\"a\": 1},",
                "[{\"a\": 1},]",
                "[{\"a\": 1} {\"b\": 1}]",
                "[{\"a\": 1}] x",
                "[",
                "[{\"a\": \"]"
            })
    void a_list_that_is_no_list_ends_with_a_fault(String text) {
        List<StoredEntry> entries = entries(text);

        assertThat(fault(entries.get(entries.size() - 1)).toString()).startsWith("AIMS-1011");
    }

    @Test
    void hostile_documents_are_refused() {
        String line = written(EvaluationWriter.Layout.ONE_LINE);

        assertThat(fault(entries("[".repeat(100_000)).get(0)).code()).isEqualTo("AIMS-1011");
        assertThat(fault(entries("[" + "{\"a\":".repeat(1_000) + "]").get(0)).code())
                .isEqualTo("AIMS-1011");
        assertThat(fault(entries(line.replaceFirst("\\{", "{\"seal\":\"0\",")).get(0))
                        .toString())
                .contains("the key (seal) twice");
        assertThat(fault(entries("{\"a\":\"" + "x".repeat(5_000_000) + "\"}").get(0))
                        .code())
                .isEqualTo("AIMS-1023");
        assertThat(fault(entries("{\"a\":1}".getBytes(StandardCharsets.UTF_16)).get(0))
                        .code())
                .isEqualTo("AIMS-1009");
        assertThat(fault(entries(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                                .get(0))
                        .code())
                .isEqualTo("AIMS-1009");
        assertThat(entries(line.replace("\"settles\":", "\"settles\":1e-2147483649,\"was\":")))
                .allMatch(StoredEntry.Accepted.class::isInstance);
    }

    @Test
    void what_is_no_evaluation_of_this_form_is_refused() {
        String line = written(EvaluationWriter.Layout.ONE_LINE);

        assertThat(fault(entries("{\"id\": \"a\"}").get(0)).toString())
                .isEqualTo("AIMS-3020: The document (results:1:1) holds no stored evaluation.\n"
                        + "Give what aims evaluate --format json or jsonl wrote.");
        assertThat(fault(entries("[1]").get(0)).code()).isEqualTo("AIMS-3020");
        assertThat(fault(entries("id: a").get(0)).code()).isEqualTo("AIMS-1011");
        assertThat(fault(entries(line.replace("evaluation/1", "evaluation/2")).get(0))
                        .toString())
                .startsWith("AIMS-3020: The form (evaluation/2)")
                .contains("another version of AIMS");
    }

    @Test
    void what_does_not_say_on_what_it_rests_is_refused_with_all_that_is_missing() {
        List<StoredEntry> entries = entries(
                "{\"aims\":\"evaluation/1\",\"asOf\":\"2026-13-01\",\"packs\":[{\"id\":\"a\"}],\"basis\":{\"criteria\":7}}");

        assertThat(((StoredEntry.Refused) entries.get(0)).faults())
                .allSatisfy(fault -> {
                    assertThat(fault.code()).isEqualTo("AIMS-3021");
                    assertThat(fault.place()).isPresent();
                })
                .extracting(Fault::message)
                .anySatisfy(message -> assertThat(message).contains("has no system"))
                .anySatisfy(message -> assertThat(message).contains("2026-13-01", "no day of the calendar"))
                .anySatisfy(message -> assertThat(message).contains("has no vocabulary"))
                .anySatisfy(message -> assertThat(message).contains("has no catalogue"))
                .anySatisfy(message -> assertThat(message).contains("criteria", "must be a map"))
                .anySatisfy(message -> assertThat(message).contains("has no fingerprint"));
    }

    @Test
    void one_evaluation_is_read_from_a_file() throws IOException {
        String line = written(EvaluationWriter.Layout.ONE_LINE);
        Path one = Files.writeString(folder.resolve("one.json"), line);
        Path two = Files.writeString(folder.resolve("two.jsonl"), line + "\n" + line);
        Path none = Files.writeString(folder.resolve("none.json"), "[]");

        assertThat(READER.read(one).systemId()).isEqualTo("loan");
        assertThatThrownBy(() -> READER.read(two))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-3023");
        assertThatThrownBy(() -> READER.read(none)).hasMessageContaining("AIMS-3022");
        assertThatThrownBy(() -> READER.read(folder.resolve("absent.json"))).hasMessageContaining("is not there");
        assertThatThrownBy(() -> READER.read(folder)).hasMessageContaining("AIMS-1025");
    }
}
