package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.Treatment;
import io.aims.treatment.Treatments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreatmentsReaderTest {

    private static final TreatmentsReader READER = new TreatmentsReader(Given.CATALOGUE);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final ObjectiveId FAIRNESS = new ObjectiveId("C.2.5");
    private static final Treatments ALL = new Treatments(
            RiskLevel.LOW,
            new TreeMap<>(Map.of(
                    "loan",
                    List.of(
                            new Treatment.Modify(
                                    new ControlId("A.6.2.6"), Stage.EFFECTIVE, "operations", END, "head of lending"),
                            new Treatment.Share(FAIRNESS, "insurer: \"Acme\"", "legal", END, "board"),
                            new Treatment.Avoid("refusals # alone", FAIRNESS, "product", END, "board"),
                            new Treatment.Retain(
                                    FAIRNESS, RiskLevel.HIGH, "small pilot", "product owner", END, "board")),
                    "yes",
                    List.of())));

    @TempDir
    Path folder;

    @Test
    void a_document_says_what_is_decided() throws IOException {
        String text = """
                aims: plan/1
                tolerance: LOW
                systems:
                  loan:
                    - {modify: A.6.2.6, to: EFFECTIVE, owner: operations, due: 2026-12-31, approver: head of lending}
                    - {share: C.2.5, with: 'insurer: "Acme"', owner: legal, due: 2026-12-31, approver: board}
                    - {avoid: C.2.5, activity: "refusals # alone", owner: product, due: 2026-12-31, approver: board}
                    - retain: C.2.5
                      accepted: HIGH
                      reason: small pilot
                      owner: product owner
                      due: 2026-12-31
                      approver: board
                  "yes": []
                """;

        assertThat(read(text)).isEqualTo(ALL);
        assertThat(READER.read(Files.writeString(folder.resolve("plan.yaml"), text)))
                .isEqualTo(ALL);
        assertThatThrownBy(() -> READER.read(folder.resolve("absent.yaml")))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-1025");
    }

    @Test
    void what_is_written_is_read_back_in_every_format() {
        for (SystemFormat format : SystemFormat.values()) {
            String text = new TreatmentsWriter(format).text(ALL);
            assertThat(read(text)).as(text).isEqualTo(ALL);
            if (format != SystemFormat.YAML) {
                assertThat(Schemas.faults(TreatmentsReader.SCHEMA, text)).isEmpty();
            }
        }
        Treatments none = new Treatments(RiskLevel.HIGH, new TreeMap<>());
        assertThat(read(new TreatmentsWriter(SystemFormat.YAML).text(none))).isEqualTo(none);
    }

    @Test
    void every_fault_is_told_at_once_with_its_place() {
        List<Fault> faults = faults("""
                aims: plan/2
                tolerance: TINY
                systems:
                  loan:
                    - {modify: A.9.7, to: DONE, owner: operations, due: 2026-13-31, approver: board}
                    - {modify: A.6.2.6, to: EFFECTIVE, owner: , due: 2026-12-31}
                    - {share: C.2.50, with: insurer, owner: legal, due: 2026-12-31, approver: board, more: 1}
                    - {accept: C.2.5}
                    - {modify: A.9.2, retain: C.2.5}
                    - retain
                    - {retain: C.2.5, accepted: HIGH, reason: " ", owner: [a], due: 2026-12-31, approver: board}
                    - {retain: C.2.5, accepted: HIGH, reason: x, owner: a, due: 2026-12-31, approver: board}
                  pump: nothing
                """);

        assertThat(faults)
                .extracting(fault -> fault.code() + " " + fault.place().orElseThrow())
                .containsExactly(
                        "AIMS-1038 given:1:7",
                        "AIMS-1038 given:2:12",
                        "AIMS-1039 given:5:16",
                        "AIMS-1038 given:5:27",
                        "AIMS-1040 given:5:57",
                        "AIMS-1040 given:6:46",
                        "AIMS-1040 given:6:7",
                        "AIMS-1039 given:7:15",
                        "AIMS-1038 given:7:86",
                        "AIMS-1038 given:8:7",
                        "AIMS-1038 given:9:7",
                        "AIMS-1038 given:10:7",
                        "AIMS-1040 given:11:47",
                        "AIMS-1038 given:11:59",
                        "AIMS-1041 given:12:16",
                        "AIMS-1038 given:13:9");
        assertThat(faults.get(2))
                .hasToString(
                        "AIMS-1039: The control of the treatment (modify A.9.7) of system (loan) (given:5:16) is absent"
                                + " from catalogue (iso-42001:2023).\nMaybe you meant (A.9.2).");
        assertThat(faults.get(5).message())
                .isEqualTo(
                        "The owner of the treatment (modify A.6.2.6) of system (loan) (given:6:46) is not filled in.");
        assertThat(faults.get(14).message()).endsWith("is decided already (given:11:16).");
    }

    @Test
    void what_is_no_plan_is_refused() {
        assertThat(faults("id: loan\n")).extracting(Fault::code).contains("AIMS-1038");
        assertThat(faults("[]")).extracting(Fault::code).containsOnly("AIMS-1038");
        assertThat(faults("aims: plan/1\ntolerance: LOW\nsystems: []\n"))
                .extracting(Fault::message)
                .containsExactly("The systems of the plan of treatment (given:3:10) must be a map, not a list.");
    }

    @Test
    void a_proposal_is_refused_until_all_of_it_is_filled_in() {
        TreeMap<String, CheapestPlan> plans = new TreeMap<>();
        plans.put(
                "loan",
                new CheapestPlan(
                        RiskLevel.LOW,
                        List.of(new CheapestPlan.Step(new ControlId("A.9.2"), 1)),
                        1,
                        1,
                        List.of(new CheapestPlan.Outcome(FAIRNESS, RiskLevel.HIGH, RiskLevel.MODERATE)),
                        List.of(),
                        false));
        plans.put(
                "pump",
                new CheapestPlan(RiskLevel.LOW, List.of(), 0, 0, List.of(), List.of(new ControlId("A.9.3")), false));
        String proposal = TreatmentsWriter.proposal(RiskLevel.LOW, plans);

        assertThat(proposal).isEqualTo("""
                # A proposal. Fill in every owner, due and approver: it is refused until all of them are there.
                aims: plan/1
                tolerance: LOW
                systems:
                  loan:
                    # C.2.5 stays MODERATE: share, avoid or retain it, or change the system.
                    - modify: A.9.2
                      to: EFFECTIVE
                      owner:
                      due:
                      approver:
                  pump: []
                """);
        assertThat(faults(proposal))
                .extracting(fault ->
                        fault.code() + " " + fault.place().orElseThrow().line())
                .containsExactly("AIMS-1040 9", "AIMS-1040 10", "AIMS-1040 11");
        List<String> fields = List.of("owner: operations", "due: 2026-12-31", "approver: board");
        String filled = proposal;
        for (String field : fields) {
            assertThat(faults(filled)).isNotEmpty();
            filled = filled.replace(field.substring(0, field.indexOf(':') + 1) + "\n", field + "\n");
        }
        assertThat(read(filled).of("loan"))
                .containsExactly(
                        new Treatment.Modify(new ControlId("A.9.2"), Stage.EFFECTIVE, "operations", END, "board"));
    }

    @Test
    void schema_and_reader_refuse_the_same_documents() {
        String good = "{\"aims\": \"plan/1\", \"tolerance\": \"LOW\", \"systems\": {\"loan\": [{\"retain\": \"C.2.5\","
                + " \"accepted\": \"HIGH\", \"reason\": \"r\", \"owner\": \"o\", \"due\": \"2026-12-31\","
                + " \"approver\": \"a\"}]}}";
        assertThat(Schemas.faults(TreatmentsReader.SCHEMA, good)).isEmpty();
        assertThat(read(good).of("loan")).hasSize(1);
        List<String> wrong = new ArrayList<>();
        for (String part : List.of(
                "\"aims\": \"plan/1\", ",
                "\"tolerance\": \"LOW\", ",
                "\"retain\": \"C.2.5\", ",
                "\"accepted\": \"HIGH\", ",
                "\"reason\": \"r\", ",
                "\"owner\": \"o\", ",
                "\"due\": \"2026-12-31\", ")) {
            wrong.add(good.replace(part, ""));
        }
        wrong.add(good.replace("\"owner\": \"o\"", "\"owner\": null"));
        wrong.add(good.replace("\"owner\": \"o\"", "\"owner\": \" \""));
        wrong.add(good.replace("C.2.5", "C.2.50"));
        wrong.add(good.replace("\"HIGH\"", "\"high\""));
        wrong.add(good.replace("\"reason\"", "\"why\""));
        wrong.add(good.replace("plan/1", "plan/2"));
        for (String document : wrong) {
            assertThat(document).isNotEqualTo(good);
            assertThat(Schemas.faults(TreatmentsReader.SCHEMA, document))
                    .as(document)
                    .isNotEmpty();
            assertThat(faults(document)).as(document).isNotEmpty();
        }
    }

    @Test
    void the_schema_names_the_controls_and_objectives_of_the_catalogue() {
        JsonNode parts = Schemas.json(Schemas.text(TreatmentsReader.SCHEMA)).get("$defs");
        List<String> controls = new ArrayList<>();
        parts.get("control").get("enum").forEach(id -> controls.add(id.asText()));
        List<String> objectives = new ArrayList<>();
        parts.get("objective").get("enum").forEach(id -> objectives.add(id.asText()));

        assertThat(controls)
                .containsExactlyElementsOf(Given.CATALOGUE.controls().stream()
                        .map(control -> control.id().value())
                        .toList());
        assertThat(objectives)
                .containsExactlyElementsOf(Given.CATALOGUE.objectives().stream()
                        .map(objective -> objective.id().value())
                        .toList());
    }

    private static Treatments read(String text) {
        return READER.read("given", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Fault> faults(String text) {
        AimsException refused = catchThrowableOfType(AimsException.class, () -> read(text));
        assertThat(refused).as(text).isNotNull();
        return refused.faults();
    }
}
