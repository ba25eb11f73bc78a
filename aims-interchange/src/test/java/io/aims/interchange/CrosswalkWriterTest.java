package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aims.catalog.Catalogues;
import io.aims.catalog.CrosswalkFiles;
import io.aims.catalog.ReuseGuides;
import io.aims.crosswalk.Comparison;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Relation;
import io.aims.crosswalk.ReuseDegree;
import io.aims.crosswalk.ReuseSurvey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrosswalkWriterTest {

    private static final Crosswalks CROSSWALKS = CrosswalkFiles.standard();
    private static final CrosswalkWriter WRITER = new CrosswalkWriter(EvaluationWriter.Layout.INDENTED);

    private static Comparison comparison(String from, String to) {
        return Comparison.of(CROSSWALKS, new FrameworkId(from), new FrameworkId(to));
    }

    private static String reuse() {
        return WRITER.text(
                comparison("iso-27001-2022", "iso-42001-2023"),
                ReuseSurvey.of(Catalogues.iso42001(), CROSSWALKS, ReuseGuides.iso27001()));
    }

    @ParameterizedTest
    @CsvSource({
        "iso-27001-2022, iso-42001-2023",
        "iso-42001-2023, nist-ai-rmf-1.0",
        "nist-ai-rmf-1.0, eu-ai-act",
        "hitrust-ai-risk, iso-42001-2023",
        "iso-23894-2023, iso-27001-2022"
    })
    void what_is_written_is_valid_by_the_published_schema(String from, String to) {
        assertThat(Schemas.faults(CrosswalkWriter.SCHEMA, WRITER.text(comparison(from, to))))
                .isEmpty();
    }

    @Test
    void the_list_of_frameworks_and_what_can_be_reused_are_valid_too() {
        assertThat(Schemas.faults(CrosswalkWriter.SCHEMA, WRITER.text(CROSSWALKS)))
                .isEmpty();
        assertThat(Schemas.faults(CrosswalkWriter.SCHEMA, reuse())).isEmpty();
        String unjudged = WRITER.text(
                comparison("iso-9001-2015", "iso-42001-2023"),
                ReuseSurvey.of(Catalogues.iso42001(), CROSSWALKS, new FrameworkId("iso-9001-2015")));
        assertThat(Schemas.faults(CrosswalkWriter.SCHEMA, unjudged)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aims", "frameworks", "from", "to", "mappings", "coverage"})
    void the_schema_refuses_what_lacks_a_field(String field) {
        ObjectNode json = (ObjectNode) Schemas.json(reuse());
        json.remove(field);

        assertThat(Schemas.faults(CrosswalkWriter.SCHEMA, json.toString())).isNotEmpty();
    }

    @Test
    void a_mapping_that_follows_names_its_way_and_a_stated_one_does_not() {
        JsonNode composed = Schemas.json(WRITER.text(comparison("iso-27001-2022", "nist-ai-rmf-1.0")));
        JsonNode stated = Schemas.json(WRITER.text(comparison("iso-27001-2022", "iso-42001-2023")));

        assertThat(composed.get("mappings")).isNotEmpty().allSatisfy(mapping -> {
            assertThat(mapping.get("via").get(0).get("framework").asText()).isEqualTo("iso-42001-2023");
            assertThat(mapping.get("relation").asText()).isEqualTo("RELATED");
        });
        assertThat(stated.get("mappings")).hasSize(84).noneMatch(mapping -> mapping.has("via"));
    }

    @Test
    void counts_are_those_of_the_mappings() {
        JsonNode json = Schemas.json(reuse());

        JsonNode from = json.at("/coverage/from");
        assertThat(from.get("elements").asInt()).isEqualTo(93);
        assertThat(from.get("mapped").asInt() + from.get("unmapped").size()).isEqualTo(93);
        assertThat(json.at("/coverage/to/strongest/NONE").asInt()).isEqualTo(3);
        assertThat(json.at("/reuse/controls")).hasSize(38);
        assertThat(json.at("/reuse/steps")).hasSize(7);
        assertThat(json.at("/reuse/guide/id").asText()).isEqualTo("reuse-iso-27001");
    }

    @Test
    void the_schema_knows_every_constant() {
        JsonNode definitions =
                Schemas.json(Schemas.text(CrosswalkWriter.SCHEMA)).get("$defs");

        assertThat(words(definitions.at("/mapping/properties/relation/enum"))).isEqualTo(names(Relation.values()));
        assertThat(words(definitions.at("/side/properties/strongest/required"))).isEqualTo(names(Relation.values()));
        assertThat(words(definitions.at("/reusable/properties/reuse/enum"))).isEqualTo(names(ReuseDegree.values()));
    }

    private static List<String> words(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
