package io.aims.catalog.answers;

import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.CONTINUOUS_LEARNING;
import static io.aims.system.vocabulary.Characteristics.LIFECYCLE_STAGE;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static io.aims.system.vocabulary.Characteristics.TRAINING_COMPUTE_FLOPS;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Node;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.Provenance;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.system.vocabulary.Characteristics;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(
            "aims",
            "1.0.0",
            Map.of(),
            Characteristics.all().stream()
                    .map(characteristic -> new VocabularyEntry(
                            characteristic, "identity", Tier.CORE, "?", Map.of(), "", "", List.of()))
                    .toList(),
            List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "automationLevel: HIGH_AUTOMATION | HIGH_AUTOMATION",
                "automationLevel: {atLeast: HIGH_AUTOMATION} | at least HIGH_AUTOMATION",
                "automationLevel: {atMost: ASSISTANCE} | at most ASSISTANCE",
                "automationLevel: {atLeast: ASSISTANCE, atMost: HIGH_AUTOMATION} | ASSISTANCE to HIGH_AUTOMATION",
                "automationLevel: {value: ASSISTANCE} | ASSISTANCE",
                "vulnerableGroups: [WORKERS, CHILDREN] | CHILDREN, WORKERS",
                "vulnerableGroups: [] | none",
                "vulnerableGroups: {contains: [WORKERS]} | WORKERS and maybe more",
                "vulnerableGroups: {value: [WORKERS]} | WORKERS",
                "profiling: YES | YES",
                "lifecycleStage: INCEPTION | INCEPTION",
                "lifecycleStage: {in: [DEPLOYMENT, INCEPTION]} | INCEPTION or DEPLOYMENT",
                "technologyReadinessLevel: 9 | 9",
                "technologyReadinessLevel: {atLeast: 6} | at least 6",
                "technologyReadinessLevel: {atLeast: 3, atMost: 6} | 3 to 6",
                "trainingComputeFlops: 1e25 | 1E+25",
                "trainingComputeFlops: {atLeast: 1e23} | at least 1E+23",
                "trainingComputeFlops: 0 | 0",
            })
    void an_answer_is_read_as_it_is_written(String yaml, String text) {
        Reading reading = read(yaml);

        assertThat(reading.faults().toList()).isEmpty();
        assertThat(reading.answers()).singleElement().extracting(Answer::text).isEqualTo(text);
    }

    @Test
    void an_answer_says_who_gave_it_when_and_on_what_evidence() {
        Reading reading = read(
                "automationLevel: {atLeast: ASSISTANCE, by: model owner, on: 2026-03-01, evidence: model card 4.2}");

        assertThat(reading.faults().toList()).isEmpty();
        assertThat(reading.answers().get(0).provenance())
                .isEqualTo(new Provenance(
                        "model owner", LocalDate.of(2026, 3, 1), "model card 4.2", Provenance.Basis.STATED));
    }

    @Test
    void an_inferred_answer_says_so() {
        assertThat(read("profiling: {value: YES, basis: INFERRED}")
                        .answers()
                        .get(0)
                        .provenance()
                        .basis())
                .isEqualTo(Provenance.Basis.INFERRED);
    }

    @Test
    void a_number_outside_its_scale_is_told_with_its_limits_and_place() {
        assertThat(read("technologyReadinessLevel: 12").onlyFault()).hasToString("""
                        AIMS-1003: The technologyReadinessLevel (12) of system (loan-scoring, loan.yaml:1:27) must be 1 to 9.
                        Maybe leave it out: unknown is allowed.""");
    }

    @Test
    void a_value_in_the_wrong_case_is_told_with_the_right_one() {
        Fault fault = read("automationLevel: high_automation").onlyFault();

        assertThat(fault.code()).isEqualTo("AIMS-1003");
        assertThat(fault.message())
                .contains("(high_automation)", "NOT_AUTOMATED, ASSISTANCE, PARTIAL_AUTOMATION")
                .contains("loan.yaml:1:18");
        assertThat(fault.advice()).isEqualTo("Maybe you meant (HIGH_AUTOMATION).");
    }

    @ParameterizedTest
    @CsvSource({"true, YES", "yes, YES", "Yes, YES", "false, NO", "no, NO"})
    void words_that_mean_yes_or_no_elsewhere_are_told_with_the_right_one(String written, String right) {
        assertThat(read("profiling: " + written).onlyFault().advice()).isEqualTo("Maybe you meant (" + right + ").");
    }

    @Test
    void a_characteristic_that_is_not_in_the_vocabulary_is_told_with_the_nearest() {
        assertThat(read("automatonLevel: ASSISTANCE").onlyFault()).hasToString("""
                        AIMS-1004: The characteristic (automatonLevel) of system (loan-scoring, loan.yaml:1:1) is not in vocabulary (aims).
                        Maybe you meant (automationLevel).""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "vulnerableGroups: WORKERS | must be a list, not a value | {contains: [WORKERS]}",
                "vulnerableGroups: {atLeast: WORKERS} | cannot be answered with atLeast | {contains:",
                "automationLevel: [ASSISTANCE] | must be a single value, not a list | {atLeast:",
                "automationLevel: {contains: [ASSISTANCE]} | cannot be answered with contains | {atLeast:",
                "automationLevel: {in: [ASSISTANCE]} | cannot be answered with in | {atMost:",
                "automationLevel: {atLeast: HIGH_AUTOMATION, atMost: ASSISTANCE} | atLeast above its atMost | exchanged",
                "automationLevel: {value: ASSISTANCE, atLeast: ASSISTANCE} | in 2 ways | Write one of",
                "automationLevel: {by: me} | does not say what is known | Write one of",
                "automationLevel: {value: {value: ASSISTANCE}} | has a map as its value | one level up",
                "automationLevel: | says nothing | unknown is allowed",
                "automationLevel: null | says nothing | unknown is allowed",
                "profiling: {atLeast: YES} | cannot be answered with atLeast | NO or YES",
                "lifecycleStage: {in: []} | leaves no value possible | unknown is allowed",
                "lifecycleStage: {in: INCEPTION} | must be a list | Write [INCEPTION].",
                "vulnerableGroups: [WORKERS, WORKERS] | lists (WORKERS) twice | another value",
                "vulnerableGroups: | must be a list, not empty | Write []",
                "technologyReadinessLevel: \"'9'\" | where a number is due | quotation marks",
                "technologyReadinessLevel: {atLeast: 7, atMost: 6} | atLeast above its atMost | exchanged",
                "automationLevel: {value: ASSISTANCE, form: owner} | (form) that is not known | Allowed are",
            })
    void an_answer_in_the_wrong_form_is_told_with_the_right_forms(String yaml, String message, String advice) {
        Reading reading = read(yaml.replace("\"", ""));

        assertThat(reading.onlyFault().code()).isEqualTo("AIMS-1005");
        assertThat(reading.onlyFault().message()).contains(message).contains("loan-scoring", "loan.yaml:1:");
        assertThat(reading.onlyFault().advice()).contains(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "technologyReadinessLevel: 0",
                "technologyReadinessLevel: 10",
                "technologyReadinessLevel: 7.5",
                "technologyReadinessLevel: nine",
                "technologyReadinessLevel: 99999999999999999999",
                "trainingComputeFlops: -1",
                "trainingComputeFlops: 1e999999",
                "trainingComputeFlops: 1e999",
                "trainingComputeFlops: 1e-999",
                "trainingComputeFlops: .inf",
                "trainingComputeFlops: 0x1F",
                "trainingComputeFlops: 1_000",
            })
    void a_number_that_is_none_or_out_of_its_limits_is_refused(String yaml) {
        Reading reading = read(yaml);

        assertThat(reading.answers()).isEmpty();
        assertThat(reading.onlyFault().code()).isEqualTo("AIMS-1003");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profiling: {value: YES, on: 2026-02-30} | AIMS-1006",
                "profiling: {value: YES, on: yesterday} | AIMS-1006",
                "profiling: {value: YES, by: ' '} | AIMS-1006",
                "profiling: {value: YES, basis: inferred} | AIMS-1005",
            })
    void a_wrong_provenance_is_told(String yaml, String code) {
        assertThat(read(yaml).onlyFault().code()).isEqualTo(code);
    }

    @Test
    void all_faults_are_told_at_once_and_the_right_answers_are_read() {
        Reading reading = read("""
                automationLevel: HIGH
                profiling: maybe
                technologyReadinessLevel: 9
                vulnerableGroups: [WORKER, CHILD]
                """);

        assertThat(reading.answers()).extracting(Answer::characteristic).containsExactly(TECHNOLOGY_READINESS_LEVEL);
        assertThat(reading.faults().toList())
                .extracting(fault -> fault.place().orElseThrow().line())
                .containsExactly(1, 2, 4, 4);
    }

    @Test
    void json_answers_are_read_alike() {
        String json = "{\"automationLevel\": {\"atLeast\": \"ASSISTANCE\"}, \"technologyReadinessLevel\": 9,"
                + " \"trainingComputeFlops\": 1e24, \"profiling\": \"YES\", \"vulnerableGroups\": []}";
        Faults faults = new Faults();

        List<Answer> answers = new AnswerReader("system", "loan-scoring", faults)
                .readAll(Documents.json("loan.json", bytes(json)), VOCABULARY);

        assertThat(faults.toList()).isEmpty();
        assertThat(answers)
                .extracting(Answer::text)
                .containsExactly("at least ASSISTANCE", "9", "1E+24", "YES", "none");
    }

    @Test
    void a_json_truth_value_is_told_with_the_right_word() {
        Faults faults = new Faults();

        new AnswerReader("system", "loan-scoring", faults)
                .readAll(Documents.json("loan.json", bytes("{\"profiling\": true}")), VOCABULARY);

        assertThat(faults.toList()).singleElement().extracting(Fault::advice).isEqualTo("Maybe you meant (YES).");
    }

    @Test
    void foreign_text_is_cut_and_escaped() {
        Fault fault =
                read("automationLevel: \"" + "x\\u001b[31m".repeat(50) + "\"").onlyFault();

        assertThat(fault.message()).doesNotContain("\u001b").contains("\\u001b").contains("...");
    }

    @Test
    void every_characteristic_can_be_answered_with_each_of_its_values() {
        for (Characteristic<?> characteristic : List.of(
                AUTOMATION_LEVEL,
                CONTINUOUS_LEARNING,
                LIFECYCLE_STAGE,
                PROFILING,
                VULNERABLE_GROUPS,
                TRAINING_COMPUTE_FLOPS)) {
            if (characteristic instanceof io.aims.system.EnumeratedCharacteristic<?> enumerated) {
                for (String value : enumerated.valueIds()) {
                    String written = characteristic == VULNERABLE_GROUPS ? "[" + value + "]" : value;
                    assertThat(read(characteristic.id() + ": " + written).answers())
                            .singleElement()
                            .satisfies(answer -> assertThat(answer.isExact()).isTrue())
                            .extracting(Answer::text)
                            .isEqualTo(value);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-08-02 | 2026-08-02",
                "'\"2026-08-02\"' | 2026-08-02",
                "{value: 2026-08-02} | 2026-08-02",
                "{atLeast: 2026-08-02} | on 2026-08-02 or later",
                "{atMost: 2026-08-02} | on 2026-08-02 or earlier",
                "{atLeast: 2025-02-02, atMost: 2026-08-02} | 2025-02-02 to 2026-08-02",
                "2024-02-29 | 2024-02-29",
                "9999-12-31 | 9999-12-31",
            })
    void a_day_is_read(String written, String text) {
        Faults faults = new Faults();

        assertThat(day(written, faults)).get().extracting(Answer::text).isEqualTo(text);
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-30 | AIMS-1003 | (2026-02-30) of system (loan-scoring, loan.yaml:1:1) must be a day of the calendar",
                "2023-02-29 | AIMS-1003 | must be a day of the calendar",
                "2026-13-01 | AIMS-1003 | must be a day of the calendar",
                "0000-01-01 | AIMS-1003 | must be a day with year, month and day",
                "+10000-01-01 | AIMS-1003 | must be a day with year, month and day",
                "2026-8-2 | AIMS-1003 | must be a day with year, month and day, for example 2026-11-27",
                "2026 | AIMS-1003 | must be a day with year, month and day",
                "02.08.2026 | AIMS-1003 | must be a day with year, month and day",
                "'\u0662\u0660\u0662\u0666-08-02' | AIMS-1003 | must be a day with year, month and day",
                "{atLeast: 2026-08-02, atMost: 2025-02-02} | AIMS-1005 | has an atLeast above its atMost",
                "{atLeast: soon} | AIMS-1003 | (soon)",
                "{contains: [2026-08-02]} | AIMS-1005 | cannot be answered with contains",
                "{in: [2026-08-02]} | AIMS-1005 | cannot be answered with in",
                "[2026-08-02] | AIMS-1005 | must be a single value",
                "~ | AIMS-1005 | says nothing",
                "{} | AIMS-1005 | does not say what is known",
            })
    void what_is_no_day_is_told(String written, String code, String message) {
        Faults faults = new Faults();

        assertThat(day(written, faults)).isEmpty();
        assertThat(faults.toList()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.message()).contains(message);
        });
    }

    private static Optional<Answer> day(String written, Faults faults) {
        return new AnswerReader("system", "loan-scoring", faults)
                .read(Documents.yaml("loan.yaml", bytes(written)), DateCharacteristic.of("placedOnMarketDate"));
    }

    private record Reading(List<Answer> answers, Faults faults) {

        Fault onlyFault() {
            assertThat(faults.toList()).hasSize(1);
            return faults.toList().get(0);
        }
    }

    private static Reading read(String yaml) {
        Node node = Documents.yaml("loan.yaml", bytes(yaml));
        Faults faults = new Faults();
        List<Answer> answers = new AnswerReader("system", "loan-scoring", faults).readAll(node, VOCABULARY);
        return new Reading(answers, faults);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
