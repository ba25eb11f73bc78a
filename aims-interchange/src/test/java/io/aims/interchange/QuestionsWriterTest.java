package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.QuestionCosts;
import io.aims.system.CharacteristicType;
import io.aims.system.Tier;
import io.aims.system.vocabulary.Characteristics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsWriterTest {

    private static final QuestionsWriter WRITER = new QuestionsWriter(
            EvaluationWriter.Layout.ONE_LINE, QuestionCosts.equal().with(Characteristics.DECISION_EFFECT, 0.5));

    private static Evaluation evaluation() {
        return Given.evaluator()
                .evaluate(
                        Given.yaml("id: loan\nname: Loans\ncharacteristics:\n  decisionEffect: {atLeast: MINOR}\n")
                                .system(),
                        null);
    }

    @Test
    void what_is_written_is_valid_by_the_published_schema() {
        assertThat(Schemas.faults(QuestionsWriter.SCHEMA, WRITER.text(evaluation())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aims", "system", "questions"})
    void the_schema_refuses_what_lacks_a_field(String field) {
        ObjectNode json = (ObjectNode) Schemas.json(WRITER.text(evaluation()));
        json.remove(field);

        assertThat(Schemas.faults(QuestionsWriter.SCHEMA, json.toString())).isNotEmpty();
    }

    @Test
    void questions_are_written_with_answers_knowledge_worth_and_cost() {
        JsonNode json = Schemas.json(WRITER.text(evaluation()));

        assertThat(json.get("aims").asText()).isEqualTo("questions/1");
        assertThat(json.get("system").toString()).isEqualTo("{\"id\":\"loan\",\"name\":\"Loans\"}");
        assertThat(json.get("questions").findValuesAsText("characteristic"))
                .containsExactly("decisionEffect", "prohibitedPracticeFlags", "automationLevel");
        JsonNode first = json.get("questions").get(0);
        assertThat(first.get("known").asText()).isEqualTo("at least MINOR");
        assertThat(first.get("cost").asDouble()).isEqualTo(0.5);
        assertThat(first.get("values").get(0).get("id").asText()).isEqualTo("NONE");
        assertThat(first.get("values").get(0).get("means").asText()).isNotBlank();
        assertThat(json.get("questions").get(1).get("controls").asInt()).isEqualTo(1);
        assertThat(json.get("questions").get(1).get("settles").asInt()).isEqualTo(1);
        assertThat(json.get("questions").get(1).has("known")).isFalse();
    }

    @Test
    void the_schema_knows_every_constant() {
        JsonNode question = Schemas.json(Schemas.text(QuestionsWriter.SCHEMA)).at("/$defs/question/properties");

        assertThat(words(question.get("tier").get("enum"))).isEqualTo(names(Tier.values()));
        assertThat(words(question.get("type").get("enum"))).isEqualTo(names(CharacteristicType.values()));
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
