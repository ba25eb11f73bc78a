package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.aims.catalog.CrosswalkFiles;
import io.aims.control.ControlId;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.FrameworkId;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.reuse.Elsewhere;
import io.aims.treatment.reuse.OperatedSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationControlsReaderTest {

    private static final OrganisationControlsReader READER =
            new OrganisationControlsReader(Given.CATALOGUE, CrosswalkFiles.standard());
    private static final FrameworkId SECURITY = new FrameworkId("iso-27001-2022");
    private static final String GOOD = """
            aims: controls/1
            controls:
              A.2.2: {state: EFFECTIVE, how: signed, evidence: review 2026-02, owner: head of AI, since: 2026-01-01, until: 2027-02-28}
              A.6.2.8: IMPLEMENTED
              A.9.2: UNKNOWN
            """;

    @TempDir
    Path folder;

    @Test
    void a_document_says_what_holds_for_all_systems() {
        ControlStates states = read(GOOD).controls();

        assertThat(states.state(new ControlId("A.2.2")))
                .contains(new ControlState(
                        Stage.EFFECTIVE,
                        "signed",
                        "review 2026-02",
                        "head of AI",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 2, 28)));
        assertThat(states.state(new ControlId("A.6.2.8"))).contains(ControlState.of(Stage.IMPLEMENTED));
        assertThat(states.open()).containsExactly(new ControlId("A.9.2"));
    }

    @Test
    void json_and_yaml_say_the_same() {
        String json = "{\"aims\": \"controls/1\", \"controls\": {\"A.2.2\": \"PARTIAL\"}}";

        assertThat(read(json)).isEqualTo(read("aims: controls/1\ncontrols: {A.2.2: PARTIAL}\n"));
        assertThat(Schemas.faults(OrganisationControlsReader.SCHEMA, json)).isEmpty();
    }

    @Test
    void a_file_is_read_and_one_that_is_not_there_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("controls.yaml"), GOOD);

        assertThat(READER.read(file)).isEqualTo(read(GOOD));
        assertThatThrownBy(() -> READER.read(folder.resolve("absent.yaml")))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-1025")
                .hasMessageContaining("is not there");
    }

    @Test
    void every_fault_is_told_at_once_with_its_place() {
        List<Fault> faults = faults("""
                aims: controls/2
                organisation: us
                controls:
                  A.9.7: IMPLEMENTED
                  A.2.2: DONE
                  A.2.3: {state: PLANNED, since: 2026-05-01, until: 2026-04-01}
                """);

        assertThat(faults)
                .extracting(fault -> fault.code() + " " + fault.place().orElseThrow())
                .containsExactly(
                        "AIMS-1030 given:1:7",
                        "AIMS-1021 given:4:3",
                        "AIMS-1022 given:5:10",
                        "AIMS-1022 given:6:10",
                        "AIMS-1030 given:2:1");
        assertThat(faults.get(0).message())
                .isEqualTo("The form (controls/2) of the document of controls (given:1:1) must be (controls/1).");
        assertThat(faults.get(1).advice()).isEqualTo("Maybe you meant (A.9.2).");
    }

    @Test
    void a_document_says_what_is_in_place_elsewhere() {
        Elsewhere elsewhere = read("""
                aims: controls/1
                managementSystems: [iso-9001-2015, {framework: iso-27001-2022, evidence: certificate 4711, until: 2027-05-31}]
                elsewhere:
                  iso-27001-2022:
                    A.5.24: EFFECTIVE
                    A.8.15: {state: IMPLEMENTED, evidence: log review, until: 2026-12-31}
                    A.8.16: UNKNOWN
                  iso-9001-2015: {8.4: PARTIAL}
                controls: {}
                """).elsewhere();

        assertThat(elsewhere.operated())
                .containsExactly(
                        entry(new FrameworkId("iso-9001-2015"), OperatedSystem.UNDATED),
                        entry(SECURITY, new OperatedSystem("certificate 4711", null, LocalDate.of(2027, 5, 31))));
        assertThat(elsewhere.states())
                .containsExactly(
                        entry(new ElementId(new FrameworkId("iso-9001-2015"), "8.4"), ControlState.of(Stage.PARTIAL)),
                        entry(new ElementId(SECURITY, "A.5.24"), ControlState.of(Stage.EFFECTIVE)),
                        entry(
                                new ElementId(SECURITY, "A.8.15"),
                                ControlState.of(Stage.IMPLEMENTED)
                                        .shownBy("log review")
                                        .until(LocalDate.of(2026, 12, 31))));
        assertThat(elsewhere.open()).containsExactly(new ElementId(SECURITY, "A.8.16"));
    }

    @Test
    void every_fault_about_other_frameworks_is_told_at_once_with_its_place() {
        List<Fault> faults = faults("""
                aims: controls/1
                managementSystems: [iso-27001-2002, iso-9001-2015, iso-9001-2015, iso-42001-2023, [x], {evidence: x}]
                elsewhere:
                  iso-27001-2022:
                    A.5.244: EFFECTIVE
                    A.8.15: DONE
                  iso-27001: {A.8.15: PARTIAL}
                  iso-9001-2015: PARTIAL
                controls: {}
                """);

        assertThat(faults)
                .extracting(fault -> fault.code() + " " + fault.place().orElseThrow())
                .containsExactly(
                        "AIMS-1055 given:2:21",
                        "AIMS-1058 given:2:52",
                        "AIMS-1057 given:2:67",
                        "AIMS-1030 given:2:83",
                        "AIMS-1030 given:2:88",
                        "AIMS-1056 given:5:5",
                        "AIMS-1022 given:6:13",
                        "AIMS-1055 given:7:3",
                        "AIMS-1030 given:8:18");
        assertThat(faults)
                .extracting(Fault::advice)
                .contains("Maybe you meant (iso-27001-2022).", "Maybe you meant (A.5.24).");
    }

    @Test
    void a_management_system_ends_after_it_begins() {
        assertThat(faults("""
                        aims: controls/1
                        managementSystems: [{framework: iso-9001-2015, since: 2026-02-01, until: 2026-01-01}]
                        controls: {}
                        """)).extracting(Fault::code).containsExactly("AIMS-1059");
    }

    @Test
    void the_whole_of_a_framework_has_no_state() {
        String whole = CrosswalkFiles.standard().framework(SECURITY).orElseThrow().elements().stream()
                .filter(element -> element.standing() == Element.Standing.WHOLE)
                .map(element -> element.id().value())
                .findFirst()
                .orElseThrow();

        assertThat(faults("aims: controls/1\nelsewhere: {iso-27001-2022: {" + whole + ": PARTIAL}}\ncontrols: {}"))
                .extracting(Fault::code)
                .containsExactly("AIMS-1056");
    }

    @Test
    void a_reader_without_crosswalks_knows_no_framework() {
        byte[] text =
                "aims: controls/1\nmanagementSystems: [iso-9001-2015]\ncontrols: {}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() ->
                        new OrganisationControlsReader(Given.CATALOGUE).read("given", new ByteArrayInputStream(text)))
                .hasMessageContaining("AIMS-1055");
    }

    @Test
    void what_is_no_document_of_controls_is_refused() {
        assertThat(faults("id: loan\n")).extracting(Fault::code).contains("AIMS-1030");
        assertThat(faults("[]")).extracting(Fault::code).containsOnly("AIMS-1030");
        byte[] wide = GOOD.getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> READER.read("given", new ByteArrayInputStream(wide)))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-1009");
    }

    @Test
    void schema_and_reader_refuse_the_same_documents() {
        for (String wrong : List.of(
                "{}",
                "{\"aims\": \"controls/1\"}",
                "{\"controls\": {}}",
                "{\"aims\": \"controls/2\", \"controls\": {}}",
                "{\"aims\": \"controls/1\", \"controls\": {\"A.9.7\": \"PLANNED\"}}",
                "{\"aims\": \"controls/1\", \"controls\": {\"A.9.2\": \"planned\"}}",
                "{\"aims\": \"controls/1\", \"controls\": {\"A.9.2\": {\"evidence\": \"audit\"}}}",
                "{\"aims\": \"controls/1\", \"controls\": {}, \"managementSystems\": \"iso-9001-2015\"}",
                "{\"aims\": \"controls/1\", \"controls\": {}, \"managementSystems\": [{\"until\": \"2026-01-01\"}]}",
                "{\"aims\": \"controls/1\", \"controls\": {}, \"elsewhere\": {\"iso-9001-2015\": \"PARTIAL\"}}",
                "{\"aims\": \"controls/1\", \"controls\": {}, \"elsewhere\": {\"iso-9001-2015\": {\"8.4\": \"x\"}}}",
                "{\"aims\": \"controls/1\", \"controls\": {}, \"more\": 1}")) {
            assertThat(Schemas.faults(OrganisationControlsReader.SCHEMA, wrong))
                    .as(wrong)
                    .isNotEmpty();
            assertThat(faults(wrong)).as(wrong).isNotEmpty();
        }
        assertThat(Schemas.faults(
                        OrganisationControlsReader.SCHEMA,
                        "{\"aims\": \"controls/1\", \"controls\": {\"A.9.2\": \"UNKNOWN\"}}"))
                .isEmpty();
    }

    @Test
    void the_schema_says_of_controls_what_the_schema_of_systems_says() {
        JsonNode own =
                Schemas.json(Schemas.text(OrganisationControlsReader.SCHEMA)).get("$defs");
        JsonNode ofSystems = Schemas.json(Schemas.text(Schemas.SYSTEM)).get("$defs");

        for (String part : List.of("propertyNames", "additionalProperties")) {
            assertThat(own.get("controls").get(part))
                    .isEqualTo(ofSystems.get("controls").get(part));
        }
        for (String part : List.of("stage", "date", "text")) {
            assertThat(own.get(part)).isEqualTo(ofSystems.get(part));
        }
    }

    private static OrganisationDocument read(String text) {
        return READER.read("given", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Fault> faults(String text) {
        AimsException refused = catchThrowableOfType(AimsException.class, () -> read(text));
        assertThat(refused).isNotNull();
        return refused.faults();
    }
}
