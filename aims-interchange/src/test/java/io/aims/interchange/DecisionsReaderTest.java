package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.treatment.statement.Decision;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsReaderTest {

    private static final DecisionsReader READER = new DecisionsReader(Given.CATALOGUE);
    private static final String GOOD = """
            aims: decisions/1
            decisions:
              - control: A.8.4
                decision: INCLUDE
                reason: Customers expect a channel for incidents.
                decidedBy: head of AI
                on: 2026-01-15
                until: 2027-01-14
            """;

    @TempDir
    Path folder;

    @Test
    void a_document_says_what_is_decided() throws IOException {
        Path file = Files.writeString(folder.resolve("decisions.yaml"), GOOD);

        assertThat(READER.read(file))
                .containsExactly(new Decision(
                        new ControlId("A.8.4"),
                        Decision.Kind.INCLUDE,
                        "Customers expect a channel for incidents.",
                        "head of AI",
                        LocalDate.of(2026, 1, 15),
                        LocalDate.of(2027, 1, 14)));
        assertThat(faults(() -> READER.read(folder.resolve("absent.yaml"))))
                .extracting(Fault::code)
                .containsExactly("AIMS-1025");
    }

    @Test
    void every_fault_is_told_at_once_with_its_place() {
        List<Fault> faults = faults("""
                aims: decisions/2
                board: us
                decisions:
                  - control: A.9.7
                    decision: KEEP
                    reason: " "
                    on: 2026-05-01
                    until: soon
                  - {control: A.8.4, decision: EXCLUDE, reason: r, decidedBy: d, on: 2026-05-01, until: 2026-04-01}
                """);

        assertThat(faults)
                .extracting(fault -> fault.code() + " " + fault.place().orElseThrow())
                .containsExactly(
                        "AIMS-1031 given:1:7",
                        "AIMS-1032 given:4:14",
                        "AIMS-1031 given:5:15",
                        "AIMS-1031 given:4:5",
                        "AIMS-1031 given:4:5",
                        "AIMS-1031 given:8:12",
                        "AIMS-1031 given:9:5",
                        "AIMS-1031 given:2:1");
        assertThat(faults.get(1).advice()).isEqualTo("Maybe you meant (A.9.2).");
    }

    @Test
    void schema_and_reader_agree() {
        String good = "{\"aims\": \"decisions/1\", \"decisions\": [{\"control\": \"A.8.4\", \"decision\": \"INCLUDE\","
                + " \"reason\": \"r\", \"decidedBy\": \"d\", \"on\": \"2026-01-01\", \"until\": \"2026-01-01\"}]}";
        assertThat(Schemas.faults(DecisionsReader.SCHEMA, good)).isEmpty();
        assertThat(read(good)).hasSize(1);
        for (String wrong : List.of(
                "{}",
                "{\"aims\": \"decisions/1\"}",
                "{\"aims\": \"decisions/1\", \"decisions\": {}}",
                "{\"aims\": \"decisions/1\", \"decisions\": [{}]}",
                good.replace("decisions/1", "decisions/2"),
                good.replace("A.8.4", "A.9.7"),
                good.replace("INCLUDE", "KEEP"),
                good.replace("\"r\"", "\" \""),
                good.replace("\"d\"", "\"\""),
                good.replace("\"reason\": \"r\",", ""),
                good.replace("\"until\": \"2026-01-01\"", "\"until\": \"soon\""),
                good.replace("}]}", ", \"more\": 1}]}"))) {
            assertThat(Schemas.faults(DecisionsReader.SCHEMA, wrong)).as(wrong).isNotEmpty();
            assertThat(faults(wrong)).as(wrong).isNotEmpty();
        }
    }

    @Test
    void the_schema_knows_every_control() {
        JsonNode controls =
                Schemas.json(Schemas.text(DecisionsReader.SCHEMA)).at("/$defs/decision/properties/control/enum");

        assertThat(StreamSupport.stream(controls.spliterator(), false).map(JsonNode::asText))
                .containsExactlyElementsOf(Given.CATALOGUE.controls().stream()
                        .map(control -> control.id().value())
                        .toList());
    }

    private static List<Decision> read(String text) {
        return READER.read("given", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Fault> faults(String text) {
        return faults(() -> read(text));
    }

    private static List<Fault> faults(ThrowingCallable reading) {
        AimsException refused = catchThrowableOfType(AimsException.class, reading);
        assertThat(refused).isNotNull();
        return refused.faults();
    }
}
