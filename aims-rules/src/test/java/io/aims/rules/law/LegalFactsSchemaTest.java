package io.aims.rules.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Vocabularies;
import io.aims.interchange.SystemFormat;
import io.aims.law.LegalFact;
import io.aims.system.CharacteristicType;
import io.aims.system.SetCharacteristic;
import io.aims.testkit.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The schema of systems has the facts of the European AI Act behind the vocabulary. */
class LegalFactsSchemaTest {

    @Test
    void the_schema_allows_exactly_the_facts_and_values_of_the_law() throws IOException {
        Map<?, ?> definitions = (Map<?, ?>) Objects.requireNonNull(schema().get("$defs"));
        Map<?, ?> properties = (Map<?, ?>) Objects.requireNonNull(
                ((Map<?, ?>) Objects.requireNonNull(definitions.get("characteristics"))).get("properties"));
        List<LegalFact> facts = LegalPacks.euAiAct().facts();
        int own = Vocabularies.standard().entries().size();

        assertThat(properties.keySet().stream().skip(own).map(Object::toString))
                .containsExactlyElementsOf(facts.stream().map(LegalFact::id).toList());
        for (LegalFact fact : facts) {
            Map<?, ?> property = (Map<?, ?>) Objects.requireNonNull(properties.get(fact.id()));

            assertThat(property.get("description")).isEqualTo(fact.entry().question());
            if (fact.entry().characteristic() instanceof SetCharacteristic<?> set) {
                assertThat(((Map<?, ?>) Objects.requireNonNull(definitions.get(fact.id()))).get("enum"))
                        .as(fact.id())
                        .isEqualTo(set.valueIds());
            } else {
                boolean isDay = fact.entry().characteristic().type() == CharacteristicType.DATE;
                assertThat(property.get("$ref")).as(fact.id()).isEqualTo("#/$defs/" + (isDay ? "day" : "yesOrNo"));
            }
        }
    }

    private static Map<?, ?> schema() throws IOException {
        try (InputStream bytes =
                Objects.requireNonNull(SystemFormat.class.getResourceAsStream("schema/system-1.schema.json"))) {
            return (Map<?, ?>) JsonTree.parse(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
