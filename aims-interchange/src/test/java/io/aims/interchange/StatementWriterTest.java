package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aims.control.AiRole;
import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Priority;
import io.aims.risk.RiskLevel;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.CountedState;
import io.aims.treatment.reuse.EvidenceSuggestion;
import io.aims.treatment.statement.Applicability;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.ReusableEvidence;
import io.aims.treatment.statement.RowChange;
import io.aims.treatment.statement.StatementDiff;
import io.aims.treatment.statement.StatementOfApplicability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and their differences as JSON, there and back. */
class StatementWriterTest {

    private static final StatementWriter WRITER = new StatementWriter(Given.LIMITS, EvaluationWriter.Layout.ONE_LINE);
    private static final StatementDiffWriter DIFF_WRITER = new StatementDiffWriter(EvaluationWriter.Layout.ONE_LINE);
    private static final StatementReader READER = new StatementReader();
    private static final StatementOfApplicability STATEMENT = Statements.full();
    private static final StatementOfApplicability REUSING = Statements.reusing();
    private static final StatementDiff DIFF = StatementDiff.between(STATEMENT, Statements.later());

    @TempDir
    Path folder;

    @Test
    void the_statement_written_here_has_rows_of_every_kind() {
        for (Applicability applicability : Applicability.values()) {
            assertThat(STATEMENT.entries(applicability)).isNotEmpty();
        }
        assertThat(STATEMENT.refusals()).isNotEmpty();
        assertThat(STATEMENT.entries())
                .anyMatch(entry -> !entry.justification().openFacts().isEmpty())
                .anyMatch(entry -> !entry.implementation().heldBack().isEmpty());
        assertThat(Statements.later().entries())
                .anyMatch(entry -> !entry.justification().facts().isEmpty())
                .anyMatch(entry -> !entry.justification().roles().isEmpty());
    }

    @Test
    void what_is_written_is_valid_by_the_published_schemas() {
        for (StatementOfApplicability statement : List.of(STATEMENT, REUSING, Statements.later())) {
            assertThat(Schemas.faults(StatementWriter.SCHEMA, WRITER.text(statement)))
                    .isEmpty();
        }
        for (StatementDiff diff : List.of(
                DIFF,
                StatementDiff.between(DIFF.after(), DIFF.before()),
                StatementDiff.between(STATEMENT, REUSING),
                StatementDiff.between(STATEMENT, STATEMENT))) {
            assertThat(Schemas.faults(StatementDiffWriter.SCHEMA, DIFF_WRITER.text(diff)))
                    .isEmpty();
        }
    }

    @Test
    void what_may_be_reused_is_written_with_its_reason_and_read_back() {
        assertThat(REUSING.entries().stream().flatMap(entry -> entry.reuse().stream()))
                .as("said by both")
                .anyMatch(ReusableEvidence::ofOrganisation)
                .anyMatch(each -> !each.ofOrganisation())
                .extracting(each -> each.suggestion().standing())
                .contains(EvidenceSuggestion.Standing.values());
        assertThat(READER.read("given", WRITER.text(REUSING))).isEqualTo(REUSING);
        JsonNode first = StreamSupport.stream(
                        Schemas.json(WRITER.text(REUSING)).get("controls").spliterator(), false)
                .filter(row -> row.get("control").asText().equals("A.9.2"))
                .map(row -> row.get("reuse"))
                .findFirst()
                .orElseThrow();
        assertThat(first.get("text").get(0).asText()).startsWith("May be reused: ISO/IEC 27001");
        assertThat(first.get("suggestions").get(0).get("row").get("relation").asText())
                .isEqualTo("INTERSECTS_WITH");
    }

    @Test
    void a_suggestion_that_was_altered_is_refused() {
        String json = WRITER.text(REUSING);
        for (List<String> change : List.of(
                List.of("\"EXPERT_CORROBORATED\"", "\"PUBLISHED\""),
                List.of("certificate", "diploma"),
                List.of("\"IN_PART\"", "\"IN_PLACE\""),
                List.of("\"label\":\"", "\"label\":\"All "),
                List.of("\"ofOrganisation\":false,\"systems\":1", "\"ofOrganisation\":false,\"systems\":2"),
                List.of("\"standing\":\"OPERATED\"", "\"standing\":\"NO_EVIDENCE\""))) {
            String altered = json.replace(change.get(0), change.get(1));
            assertThat(altered.equals(json)).as(change.toString()).isFalse();
            assertThat(Statements.codes(() -> READER.read("given", altered)))
                    .as(change.toString())
                    .isNotEmpty();
        }
    }

    @Test
    void what_was_written_is_read_back_equal_in_both_layouts() throws IOException {
        String indented = new StatementWriter(Given.LIMITS, EvaluationWriter.Layout.INDENTED).text(STATEMENT);
        Path file = Files.writeString(folder.resolve("statement.json"), indented);

        assertThat(READER.read("given", WRITER.text(STATEMENT))).isEqualTo(STATEMENT);
        assertThat(READER.read(file)).isEqualTo(STATEMENT);
        assertThat(READER.read("given", WRITER.text(DIFF.after()))).isEqualTo(DIFF.after());
        assertThat(WRITER.text(READER.read(file))).isEqualTo(WRITER.text(STATEMENT));
        assertThat(StatementDiff.between(READER.read(file), DIFF.after())).isEqualTo(DIFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/asOf",
                "/catalogue",
                "/controls/0/title",
                "/systems/0/name",
                "/controls/0/justification/spread/REQUIRED",
                "/controls/0/implementation/owners/texts/0/text",
                "/controls/1/decisions/0/until",
                "/seal",
                "/packs/0/version",
                "/controls/0/justification/rules/0/title",
                "/controls/0/implementation/reviewBy"
            })
    void a_statement_that_was_altered_is_refused(String pointer) {
        JsonNode json = Schemas.json(WRITER.text(STATEMENT));
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        JsonNode holder = json.at(parent.replace("/controls/1/", "/controls/" + decided(json) + "/"));
        JsonNode before = holder instanceof ArrayNode list ? list.get(Integer.parseInt(field)) : holder.get(field);
        assertThat(before).as(pointer).isNotNull();
        String other =
                before.isNumber() ? "7" : "\"" + (before.asText().matches("\\d{4}-.*") ? "2029-01-01" : "other") + "\"";
        if (holder instanceof ArrayNode list) {
            list.set(Integer.parseInt(field), Schemas.json(other));
        } else {
            ((ObjectNode) holder).set(field, Schemas.json(other));
        }

        assertThat(Statements.codes(() -> READER.read("given", json.toString())))
                .as(pointer)
                .containsAnyOf("AIMS-1033", "AIMS-1034");
    }

    private static int decided(JsonNode json) {
        for (int row = 0; row < json.get("controls").size(); row++) {
            if (!json.get("controls").get(row).get("decisions").isEmpty()) {
                return row;
            }
        }
        throw new AssertionError("No row has a decision");
    }

    @Test
    void a_row_that_says_another_conclusion_than_its_reasons_is_refused() {
        String text = WRITER.text(STATEMENT)
                .replaceFirst("\"applicability\":\"APPLICABLE\"", "\"applicability\":\"NOT_APPLICABLE\"");

        assertThat(Statements.codes(() -> READER.read("given", text))).containsExactly("AIMS-1033");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"aims\": \"statement/2\"}", "{\"aims\": \"evaluation/1\"}", "no json"})
    void what_is_no_statement_is_refused(String text) {
        assertThat(Statements.codes(() -> READER.read("given.json", text))).isNotEmpty();
    }

    @Test
    void every_field_that_is_missing_or_too_much_is_refused_by_schema_and_reader() {
        String text = WRITER.text(STATEMENT);
        for (String field : fields(Schemas.json(text))) {
            ObjectNode json = (ObjectNode) Schemas.json(text);
            json.remove(field);
            assertThat(Statements.codes(() -> READER.read("given", json.toString())))
                    .as(field)
                    .isNotEmpty();
            if (!field.equals("asOf")) {
                assertThat(Schemas.faults(StatementWriter.SCHEMA, json.toString()))
                        .as(field)
                        .isNotEmpty();
            }
        }
        for (String holder : List.of("", "/controls/0", "/controls/0/justification", "/controls/0/implementation")) {
            JsonNode json = Schemas.json(text);
            ((ObjectNode) json.at(holder)).put("more", 1);
            assertThat(Schemas.faults(StatementWriter.SCHEMA, json.toString()))
                    .as(holder)
                    .isNotEmpty();
            assertThat(Statements.codes(() -> READER.read("given", json.toString())))
                    .as(holder)
                    .isNotEmpty();
        }
    }

    private static List<String> fields(JsonNode json) {
        return StreamSupport.stream(((Iterable<String>) json::fieldNames).spliterator(), false)
                .toList();
    }

    @Test
    void the_schemas_know_every_constant() {
        JsonNode defs = Schemas.json(Schemas.text(StatementWriter.SCHEMA)).get("$defs");

        assertThat(words(defs.at("/applicability/enum"))).isEqualTo(names(Applicability.values()));
        assertThat(words(defs.at("/stage/enum"))).isEqualTo(names(Stage.values()));
        assertThat(words(defs.at("/level/enum"))).isEqualTo(names(RiskLevel.values()));
        assertThat(words(defs.at("/priority/enum"))).isEqualTo(names(Priority.values()));
        assertThat(words(defs.at("/row/properties/scope/enum"))).isEqualTo(names(Control.Scope.values()));
        assertThat(words(defs.at("/reason/properties/status/enum"))).isEqualTo(names(ControlStatus.values()));
        assertThat(words(defs.at("/decision/properties/decision/enum"))).isEqualTo(names(Decision.Kind.values()));
        assertThat(words(defs.at("/decision/properties/standing/enum"))).isEqualTo(names(Decision.Standing.values()));
        assertThat(words(defs.at("/implementation/properties/heldBack/items/properties/reason/enum")))
                .isEqualTo(names(CountedState.Reason.values()));
        assertThat(words(defs.at("/justification/properties/roles/items/properties/held/items/enum")))
                .isEqualTo(names(AiRole.values()));
        assertThat(words(Schemas.json(Schemas.text(StatementDiffWriter.SCHEMA))
                        .at("/$defs/row/properties/kinds/items/enum")))
                .isEqualTo(names(RowChange.Kind.values()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void a_difference_names_rows_systems_and_decisions_that_ended() {
        JsonNode json = Schemas.json(DIFF_WRITER.text(DIFF));

        assertThat(json.get("left").findValuesAsText("id")).containsExactly("blank");
        assertThat(json.at("/before/seal").asText()).isEqualTo(STATEMENT.seal());
        assertThat(json.get("controls").findValues("decisionsEnded").stream().filter(ended -> !ended.isEmpty()))
                .hasSize(1);
    }
}
