package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
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

    private static final OrganisationControlsReader READER = new OrganisationControlsReader(Given.CATALOGUE);
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
        ControlStates states = read(GOOD);

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

    private static ControlStates read(String text) {
        return READER.read("given", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Fault> faults(String text) {
        AimsException refused = catchThrowableOfType(AimsException.class, () -> read(text));
        assertThat(refused).isNotNull();
        return refused.faults();
    }
}
