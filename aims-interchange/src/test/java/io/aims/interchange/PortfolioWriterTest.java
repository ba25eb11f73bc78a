package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aims.catalog.Criteria;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.portfolio.Portfolio;
import io.aims.treatment.portfolio.PortfolioCollector;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortfolioWriterTest {

    private static final PortfolioWriter WRITER = new PortfolioWriter(Given.LIMITS, EvaluationWriter.Layout.INDENTED);

    private static final String HOSTILE = "</script>\u202E\u0000\",{}[]\\ =1+1";

    private static ResidualProfile profile(String yaml, @Nullable LocalDate asOf) {
        SystemDocument document = Given.yaml(yaml);
        return ResidualProfile.of(
                Given.evaluator().evaluate(document.system(), asOf), document.controls(), Criteria.standard(), asOf);
    }

    private static Portfolio portfolio() {
        PortfolioCollector collector = Portfolio.collect(2);
        LocalDate day = LocalDate.of(2026, 3, 1);
        for (String yaml : List.of(
                "id: loan\nname: Loans\nsuppliers: [Kite, Owl]\nmodels: [llm]\ncharacteristics:\n"
                        + "  automationLevel: FULL_AUTOMATION\n  decisionEffect: LEGAL_OR_SIMILARLY_SIGNIFICANT\n",
                "id: rate\nsuppliers: [kite]\nmodels: [LLM]\ncontrols:\n  A.2.2: IMPLEMENTED\n",
                "id: stop\nsuppliers: [KITE]\ncharacteristics:\n  prohibitedPracticeFlags: {contains: [5_1_c]}\n",
                "id: '" + HOSTILE.replace("\u0000", "") + "'\nname: x\n")) {
            collector.add(profile(yaml, day));
        }
        return collector.portfolio();
    }

    @Test
    void what_is_written_is_valid_by_the_published_schema() {
        assertThat(Schemas.faults(PortfolioWriter.SCHEMA, WRITER.text(portfolio(), 3)))
                .isEmpty();
        assertThat(Schemas.faults(
                        PortfolioWriter.SCHEMA, WRITER.text(Portfolio.collect(0).portfolio(), 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aims",
                "notRead",
                "unstated",
                "systems",
                "stop",
                "levels",
                "objectives",
                "shared",
                "controls",
                "openQuestions",
                "contradictions",
                "limits",
                "basis",
                "packs"
            })
    void the_schema_refuses_what_lacks_a_field(String field) {
        ObjectNode json = (ObjectNode) Schemas.json(WRITER.text(portfolio(), 3));
        json.remove(field);

        assertThat(Schemas.faults(PortfolioWriter.SCHEMA, json.toString())).isNotEmpty();
    }

    @Test
    void what_is_counted_stands_with_its_systems() {
        JsonNode json = Schemas.json(WRITER.text(portfolio(), 3));

        assertThat(json.get("asOf").asText()).isEqualTo("2026-03-01");
        assertThat(json.get("notRead").asInt()).isEqualTo(3);
        assertThat(json.get("unstated").asInt()).isEqualTo(3);
        assertThat(json.get("systems").get("count").asInt()).isEqualTo(4);
        assertThat(json.get("systems").get("first")).hasSize(2);
        assertThat(json.at("/stop/certain/first").findValuesAsText("id")).containsExactly("stop");
        assertThat(json.at("/stop/certain/first/0/stop/0").asText()).isNotBlank();
        assertThat(json.at("/stop/possible/count").asInt()).isEqualTo(3);
        long systems = 0;
        for (JsonNode range : json.at("/levels/residual/ranges")) {
            systems += range.get("systems").asLong();
        }
        assertThat(systems).isEqualTo(4);
        assertThat(json.get("objectives")
                        .get(0)
                        .at("/highest/residualHigh/count")
                        .asInt())
                .isPositive();
    }

    @Test
    void what_is_shared_stands_under_the_name_most_systems_use_with_all_spellings() {
        JsonNode shared = Schemas.json(WRITER.text(portfolio(), 0)).get("shared");

        assertThat(shared.at("/suppliers/naming").asInt()).isEqualTo(3);
        assertThat(shared.at("/suppliers/names")).hasSize(1);
        assertThat(shared.at("/suppliers/names/0/name").asText()).isEqualTo("KITE");
        assertThat(shared.at("/suppliers/names/0/spellings").toString()).isEqualTo("[\"KITE\",\"Kite\",\"kite\"]");
        assertThat(shared.at("/suppliers/names/0/count").asInt()).isEqualTo(3);
        assertThat(shared.at("/suppliers/names/0/stop").asInt()).isEqualTo(1);
        assertThat(shared.at("/models/names/0/count").asInt()).isEqualTo(2);
        assertThat(shared.at("/dataSets/names")).isEmpty();
    }

    @Test
    void hostile_names_are_written_as_text() {
        String text = new PortfolioWriter(List.of(), EvaluationWriter.Layout.ONE_LINE).text(portfolio(), 0);

        assertThat(text.lines()).hasSize(1);
        assertThat(Schemas.json(text).findValuesAsText("id")).contains(HOSTILE.replace("\u0000", ""));
    }
}
