package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aims.reasoning.change.CharacteristicChange;
import io.aims.reasoning.change.PackDiff;
import io.aims.reasoning.change.RuleChange;
import io.aims.reasoning.change.RuleField;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import io.aims.system.vocabulary.Characteristics;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackDiffWriterTest {

    private static final PackDiffWriter WRITER = new PackDiffWriter(EvaluationWriter.Layout.ONE_LINE);

    private static PackDiff diff() {
        return PackDiff.between(
                pack(
                        "1.0.0",
                        null,
                        List.of(
                                OrdinalCharacteristic.of("acmeGrade", List.of("LOW", "HIGH")),
                                BooleanCharacteristic.of("acmeOld")),
                        rule("R-1", "Gone", new Condition.Always()),
                        rule("R-2", "Kept", new Condition.Always())),
                pack(
                        "2.0.0",
                        LocalDate.of(2027, 1, 1),
                        List.of(
                                OrdinalCharacteristic.of("acmeGrade", List.of("LOW", "TOP")),
                                BooleanCharacteristic.of("acmeNew")),
                        rule("R-2", "Kept", new Condition.IsYes(Characteristics.PROFILING)),
                        rule("R-3", "New", new Condition.Always())));
    }

    @Test
    void what_is_written_is_valid_by_the_published_schema() {
        assertThat(Schemas.faults(PackDiffWriter.SCHEMA, WRITER.text(diff()))).isEmpty();
        assertThat(Schemas.faults(
                        PackDiffWriter.SCHEMA,
                        new PackDiffWriter(EvaluationWriter.Layout.INDENTED)
                                .text(PackDiff.between(diff().before(), diff().before()))))
                .isEmpty();
    }

    @Test
    void everything_that_differs_is_written() {
        JsonNode json = Schemas.json(WRITER.text(diff()));

        assertThat(json.get("sameLogic").asBoolean()).isFalse();
        assertThat(json.get("before").get("fingerprint").asText())
                .isEqualTo(diff().before().reference().fingerprint());
        assertThat(json.get("statements").toString())
                .isEqualTo("[{\"field\":\"version\",\"before\":\"1.0.0\",\"after\":\"2.0.0\"},"
                        + "{\"field\":\"validFrom\",\"after\":\"2027-01-01\"}]");
        assertThat(json.get("characteristics").toString())
                .isEqualTo("{\"added\":[\"acmeNew\"],\"removed\":[\"acmeOld\"],\"changed\":[{\"characteristic\":"
                        + "\"acmeGrade\",\"askAgain\":true,\"fields\":[{\"field\":\"VALUES\",\"before\":\"LOW, HIGH\","
                        + "\"after\":\"LOW, TOP\"}]}]}");
        assertThat(json.get("rules").toString())
                .isEqualTo("{\"added\":[{\"rule\":\"R-3\",\"title\":\"New\"}],\"removed\":[{\"rule\":\"R-1\",\"title\":"
                        + "\"Gone\"}],\"changed\":[{\"rule\":\"R-2\",\"title\":\"Kept\",\"kind\":\"LOGIC\",\"fields\":"
                        + "[{\"field\":\"CONDITION\",\"logic\":true,\"before\":\"always\",\"after\":"
                        + "\"profiling = YES\"}]}]}");
    }

    @Test
    void the_schema_knows_every_constant() {
        JsonNode schema = Schemas.json(Schemas.text(PackDiffWriter.SCHEMA)).get("properties");

        assertThat(words(schema.at("/rules/properties/changed/items/properties/kind/enum")))
                .isEqualTo(names(RuleChange.Kind.values()));
        assertThat(words(schema.at("/rules/properties/changed/items/properties/fields/items/properties/field/enum")))
                .isEqualTo(names(RuleField.values()));
        assertThat(words(schema.at(
                        "/characteristics/properties/changed/items/properties/fields/items/properties/field/enum")))
                .isEqualTo(names(CharacteristicChange.Field.values()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static RulePack pack(
            String version,
            @Nullable LocalDate from,
            List<? extends io.aims.system.Characteristic<?>> characteristics,
            Rule... rules) {
        return new RulePack(
                "acme",
                version,
                "Acme",
                "MIT",
                "About.",
                "iso-42001:2023",
                from,
                null,
                characteristics.stream()
                        .map(one -> new VocabularyEntry(
                                one, "all", Tier.CORE, "What?", Map.of(), "It.", "", List.of(new Source("A test"))))
                        .toList(),
                List.of(new Chapter("All", "All.", List.of(rules))));
    }

    private static Rule rule(String id, String title, Condition condition) {
        return new Rule(
                new RuleId(id),
                title,
                RuleScope.SYSTEM,
                condition,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                false,
                "Because.",
                List.of(new Source("A test")),
                Confidence.HIGH,
                List.of(),
                null);
    }
}
