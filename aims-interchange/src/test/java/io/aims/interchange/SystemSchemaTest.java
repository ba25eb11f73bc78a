package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aims.control.Control;
import io.aims.system.CharacteristicType;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.Provenance;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.VocabularyEntry;
import io.aims.treatment.ControlState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SystemSchemaTest {

    private static final JsonNode DEFINITIONS =
            Schemas.json(Schemas.text(Schemas.SYSTEM)).get("$defs");
    private static final SystemWriter JSON = new SystemWriter(SystemFormat.JSON);

    @Test
    void the_schema_allows_first_the_characteristics_and_values_of_the_vocabulary() {
        JsonNode properties = DEFINITIONS.get("characteristics").get("properties");
        List<String> ids = new ArrayList<>();
        properties.fieldNames().forEachRemaining(ids::add);
        assertThat(ids).startsWith(Given.VOCABULARY.ids().toArray(String[]::new));
        for (VocabularyEntry entry : Given.VOCABULARY.entries()) {
            String id = entry.characteristic().id();
            JsonNode values = DEFINITIONS.get(id);
            assertThat(properties.get(id).get("description").asText()).isEqualTo(entry.question());
            if (entry.characteristic() instanceof EnumeratedCharacteristic<?> enumerated) {
                assertThat(words(values)).as(id).isEqualTo(enumerated.valueIds());
            } else if (entry.characteristic() instanceof ScaleCharacteristic scale) {
                assertThat(values.get("minimum").asInt()).isEqualTo(scale.least());
                assertThat(values.get("maximum").asInt()).isEqualTo(scale.most());
            } else {
                assertThat(entry.characteristic().type()).isEqualTo(CharacteristicType.DECIMAL);
                assertThat(values.get("minimum").asInt()).isZero();
            }
        }
    }

    @Test
    void the_schema_allows_exactly_the_controls_and_states_there_are() {
        assertThat(words(DEFINITIONS.get("controls").get("propertyNames")))
                .isEqualTo(Given.CATALOGUE.controls().stream()
                        .map(Control::id)
                        .map(Object::toString)
                        .toList());
        assertThat(words(DEFINITIONS.get("stage"))).isEqualTo(names(ControlState.Stage.values()));
        assertThat(words(DEFINITIONS.get("provenance").get("properties").get("basis")))
                .isEqualTo(names(Provenance.Basis.values()));
    }

    @Test
    void every_example_system_is_valid_and_reads() {
        try (Stream<SystemEntry> entries =
                Given.READER.stream(Path.of(System.getProperty("aims.root"), "examples/systems"))) {
            List<SystemEntry> all = entries.toList();
            assertThat(all).hasSizeGreaterThan(10);
            for (SystemEntry entry : all) {
                assertThat(entry).isInstanceOf(SystemEntry.Accepted.class);
                assertThat(Schemas.faults(Schemas.SYSTEM, JSON.text(((SystemEntry.Accepted) entry).document())))
                        .isEmpty();
            }
        }
    }

    @Test
    void schema_and_reader_refuse_the_same_descriptions() {
        for (String wrong : List.of(
                "{}",
                "[]",
                "{\"id\": \" \"}",
                "{\"id\": \"a\", \"owner\": \"me\"}",
                "{\"id\": \"a\", \"characteristics\": []}",
                answered("\"profiling\": \"yes\""),
                answered("\"profiling\": true"),
                answered("\"unheardOf\": \"YES\""),
                answered("\"automationLevel\": \"high_automation\""),
                answered("\"automationLevel\": [\"HIGH_AUTOMATION\"]"),
                answered("\"automationLevel\": {}"),
                answered("\"automationLevel\": {\"by\": \"me\"}"),
                answered("\"automationLevel\": {\"value\": \"ASSISTANCE\", \"atLeast\": \"ASSISTANCE\"}"),
                answered("\"automationLevel\": {\"contains\": [\"ASSISTANCE\"]}"),
                answered("\"automationLevel\": {\"value\": \"ASSISTANCE\", \"on\": \"1 March\"}"),
                answered("\"automationLevel\": {\"value\": \"ASSISTANCE\", \"basis\": \"GUESSED\"}"),
                answered("\"vulnerableGroups\": \"WORKERS\""),
                answered("\"vulnerableGroups\": [\"WORKERS\", \"WORKERS\"]"),
                answered("\"vulnerableGroups\": {\"atLeast\": \"WORKERS\"}"),
                answered("\"lifecycleStage\": {\"in\": []}"),
                answered("\"technologyReadinessLevel\": 12"),
                answered("\"technologyReadinessLevel\": \"9\""),
                answered("\"trainingComputeFlops\": -1"),
                "{\"id\": \"a\", \"controls\": {\"A.9.9\": \"PLANNED\"}}",
                "{\"id\": \"a\", \"controls\": {\"A.9.2\": \"planned\"}}",
                "{\"id\": \"a\", \"controls\": {\"A.9.2\": {}}}",
                "{\"id\": \"a\", \"controls\": {\"A.9.2\": {\"state\": \"PLANNED\", \"when\": \"soon\"}}}")) {
            assertThat(Schemas.faults(Schemas.SYSTEM, wrong))
                    .as("schema on " + wrong)
                    .isNotEmpty();
            assertThat(Given.faults(SystemFormat.JSON, wrong))
                    .as("reader on " + wrong)
                    .isNotEmpty();
        }
    }

    @Test
    void a_day_or_a_yes_of_a_law_has_the_forms_that_the_reader_takes() {
        for (String right : List.of(
                answered("\"placedOnMarketDate\": \"2026-08-02\""),
                answered("\"placedOnMarketDate\": {\"value\": \"2026-08-02\", \"by\": \"me\"}"),
                answered("\"placedOnMarketDate\": {\"atLeast\": \"2026-08-02\"}"),
                answered("\"placedOnMarketDate\": {\"atLeast\": \"2026-08-02\", \"atMost\": \"2026-12-02\"}"),
                answered("\"openSourceReleased\": \"NO\""),
                answered("\"openSourceReleased\": {\"value\": \"NO\", \"on\": \"2026-08-02\"}"),
                answered("\"emotionSettings\": {\"contains\": [\"WORKPLACE\"]}"))) {
            assertThat(Schemas.faults(Schemas.SYSTEM, right)).as(right).isEmpty();
        }
        for (String wrong : List.of(
                answered("\"placedOnMarketDate\": \"soon\""),
                answered("\"placedOnMarketDate\": {}"),
                answered("\"placedOnMarketDate\": {\"in\": [\"2026-08-02\"]}"),
                answered("\"openSourceReleased\": \"UNKNOWN\""),
                answered("\"openSourceReleased\": {\"by\": \"me\"}"),
                answered("\"emotionSettings\": \"WORKPLACE\""))) {
            assertThat(Schemas.faults(Schemas.SYSTEM, wrong)).as(wrong).isNotEmpty();
        }
    }

    private static String answered(String answer) {
        return "{\"id\": \"a\", \"characteristics\": {" + answer + "}}";
    }

    private static List<String> words(JsonNode schema) {
        List<String> words = new ArrayList<>();
        schema.get("enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
