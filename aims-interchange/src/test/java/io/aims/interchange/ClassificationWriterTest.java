package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aims.error.Place;
import io.aims.law.Classification;
import io.aims.law.ClassificationDiff;
import io.aims.law.LegalStep;
import io.aims.rule.Truth;
import io.aims.source.Confidence;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.CharacteristicType;
import io.aims.system.Provenance;
import io.aims.system.YesNo;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationWriterTest {

    private static final ClassificationWriter WRITER = new ClassificationWriter(EvaluationWriter.Layout.ONE_LINE);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final AiSystem UNKNOWN = AiSystem.named("empty").build();
    private static final AiSystem PROHIBITED = AiSystem.named("mood")
            .name("Mood \"meter\"")
            .answer(GivenLaw.MEDICAL, YesNo.NO)
            .put(new Answer(
                    GivenLaw.EMOTIONS,
                    UNKNOWN.with(GivenLaw.EMOTIONS, YesNo.YES)
                            .answer(GivenLaw.EMOTIONS)
                            .orElseThrow()
                            .bounds(),
                    new Provenance("owner", DAY, "test 7", Provenance.Basis.INFERRED)))
            .build();
    private static final AiSystem CONTRADICTORY =
            PROHIBITED.toBuilder().none(GivenLaw.FLAGS).build();
    private static final AiSystem EXCEPTED =
            UNKNOWN.with(GivenLaw.EMOTIONS, YesNo.YES).with(GivenLaw.MEDICAL, YesNo.YES);

    private static JsonNode json(AiSystem system) {
        return Schemas.json(WRITER.text(GivenLaw.classification(system, DAY)));
    }

    @Test
    void what_is_written_is_valid_by_the_published_schema() {
        for (AiSystem system : List.of(UNKNOWN, PROHIBITED, CONTRADICTORY, EXCEPTED)) {
            for (LocalDate day : Arrays.asList(null, DAY)) {
                Classification before = GivenLaw.classification(UNKNOWN, day);
                Classification classification = GivenLaw.classification(system, day);
                String text = WRITER.text(
                        classification,
                        new ClassificationWriter.Beside(
                                new Place("a.yaml", 1, 1),
                                ClassificationDiff.between(before, classification),
                                classification.whyNot(GivenLaw.id("ALLOWED"))));

                assertThat(Schemas.faults(ClassificationWriter.SCHEMA, text))
                        .as(text)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aims", "law", "classes", "stop", "applies", "steps", "duties", "questions", "limits", "seal"})
    void the_schema_refuses_what_lacks_a_field(String field) {
        ObjectNode json = (ObjectNode) json(PROHIBITED);
        json.remove(field);

        assertThat(Schemas.faults(ClassificationWriter.SCHEMA, json.toString())).isNotEmpty();
    }

    @Test
    void nothing_known_leaves_every_class_possible_and_stops_nothing() {
        JsonNode json = json(UNKNOWN);

        assertThat(json.get("classes").toString()).isEqualTo("[\"PROHIBITED\",\"ALLOWED\"]");
        assertThat(json.has("decided")).isFalse();
        assertThat(json.get("stop").asBoolean()).isFalse();
        assertThat(json.get("questions").findValuesAsText("characteristic"))
                .contains("readsEmotions", "forMedicine")
                .doesNotContain("practices");
    }

    @Test
    void a_practice_that_holds_stops_and_names_article_fact_and_who_said_so() {
        JsonNode json = json(PROHIBITED);

        assertThat(json.get("decided").asText()).isEqualTo("PROHIBITED");
        assertThat(json.get("stop").asBoolean()).isTrue();
        assertThat(json.get("applies").asText()).isEqualTo("TRUE");
        JsonNode step = json.get("steps").get(0);
        assertThat(step.get("proposition").asText()).isEqualTo("PRACTICE");
        assertThat(step.get("article").asText()).isEqualTo("Art. 5");
        assertThat(step.get("facts").get(0).toString())
                .isEqualTo("{\"fact\":\"readsEmotions\",\"value\":\"YES\",\"open\":false,\"inferred\":true,"
                        + "\"by\":\"owner\",\"on\":\"2026-11-27\",\"evidence\":\"test 7\"}");
        assertThat(json.get("decidingFacts").findValuesAsText("fact")).containsExactly("forMedicine", "readsEmotions");
        assertThat(json(CONTRADICTORY).get("contradictions").findValuesAsText("proposition"))
                .containsExactly("PRACTICE");
    }

    @Test
    void what_takes_a_practice_away_is_named_with_its_article() {
        JsonNode step = json(EXCEPTED).get("steps").get(0);

        assertThat(step.get("status").asText()).isEqualTo("FALSE");
        assertThat(step.get("exemptions").toString())
                .isEqualTo("[{\"article\":\"Art. 5(2)\",\"title\":\"For medicine\",\"status\":\"TRUE\"}]");
    }

    @Test
    void a_duty_has_the_days_from_which_it_may_bind_and_surely_binds() {
        JsonNode open = json(PROHIBITED).get("duties").get(0);

        assertThat(open.get("owed").asText()).isEqualTo("TRUE");
        assertThat(open.get("applies").asText()).isEqualTo("UNDETERMINED");
        assertThat(open.get("notBefore").asText()).isEqualTo("2026-08-02");
        assertThat(open.get("from").asText()).isEqualTo("2027-08-02");
        assertThat(open.get("due").asText()).isEqualTo("15 days");

        JsonNode old = json(PROHIBITED.toBuilder()
                        .answer(GivenLaw.SOLD, LocalDate.of(2025, 1, 1))
                        .build())
                .get("duties")
                .get(0);

        assertThat(old.get("applies").asText()).isEqualTo("FALSE");
        assertThat(old.get("notBefore").asText()).isEqualTo("2027-08-02");
    }

    @Test
    void the_schema_knows_every_constant() {
        JsonNode defs = Schemas.json(Schemas.text(ClassificationWriter.SCHEMA)).get("$defs");

        assertThat(words(defs.at("/truth/enum"))).isEqualTo(names(Truth.values()));
        assertThat(words(defs.at("/step/properties/kind/enum"))).isEqualTo(names(LegalStep.Kind.values()));
        assertThat(words(defs.at("/duty/properties/confidence/enum"))).isEqualTo(names(Confidence.values()));
        assertThat(words(defs.at("/question/properties/type/enum"))).isEqualTo(names(CharacteristicType.values()));
    }

    private static List<String> words(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).sorted().toList();
    }
}
