package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.document.CsvReader;
import io.aims.catalog.document.CsvRecord;
import io.aims.error.Place;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Risk;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationTableTest {

    private static final EvaluationTable TABLE = new EvaluationTable(Given.CATALOGUE);
    private static final String SYSTEM = """
            id: loan
            characteristics:
              aimsRoles: [AI_CUSTOMER]
              automationLevel: HIGH_AUTOMATION
              decisionEffect: {atLeast: MATERIAL}
            """;

    @Test
    void a_row_says_what_the_evaluation_says() {
        Evaluation evaluation = evaluation(SYSTEM);
        Map<String, String> row = row(evaluation, new Place("loan.yaml", 3, 1));

        assertThat(row)
                .containsEntry("id", "loan")
                .containsEntry("document", "loan.yaml")
                .containsEntry("line", "3")
                .containsEntry("as_of", "2026-03-01")
                .containsEntry("engine", "PLAIN")
                .containsEntry("level_low", evaluation.level().low().name())
                .containsEntry("level_high", evaluation.level().high().name())
                .containsEntry("stop", "UNDETERMINED")
                .containsEntry("contradictions", "0");
        for (Risk risk : evaluation.risks()) {
            assertThat(row)
                    .containsEntry(risk.objective().id().value(), risk.level().toString());
        }
        for (ControlResult control : evaluation.controls()) {
            assertThat(row)
                    .containsEntry(
                            control.control().id().value(), control.status().name());
        }
        for (String status : List.of("REQUIRED", "VIA_SUPPLIER", "UNDETERMINED")) {
            long count = evaluation.controls().stream()
                    .filter(control -> control.status().name().equals(status))
                    .count();
            assertThat(row).containsEntry(status.toLowerCase(Locale.ROOT), String.valueOf(count));
        }
        assertThat(row)
                .hasSize(12 + evaluation.risks().size() + evaluation.controls().size());
    }

    @Test
    void a_stop_is_ruled_out_or_certain_if_the_facts_say_so() {
        assertThat(row(evaluation(SYSTEM + "  prohibitedPracticeFlags: []\n"), null))
                .containsEntry("stop", "FALSE");
        assertThat(row(evaluation(SYSTEM + "  prohibitedPracticeFlags: [5_1_c]\n"), null))
                .containsEntry("stop", "TRUE");
    }

    @Test
    void an_id_breaks_neither_the_row_nor_a_spreadsheet() {
        Map<String, String> row = row(evaluation("id: \"=cmd|' /C calc'!A0,\\\"x\\\"\\n-1\"\n"), null);

        assertThat(row).containsEntry("id", "'=cmd|' /C calc'!A0,\"x\"\n'-1").containsEntry("document", "");
    }

    private static Evaluation evaluation(String system) {
        return Given.evaluator().evaluate(Given.yaml(system).system(), LocalDate.of(2026, 3, 1));
    }

    private static Map<String, String> row(Evaluation evaluation, @Nullable Place place) {
        List<List<String>> records = records(TABLE.header() + TABLE.row(evaluation, place));
        assertThat(records).hasSize(2);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < records.get(0).size(); i++) {
            row.put(records.get(0).get(i), records.get(1).get(i));
        }
        return row;
    }

    private static List<List<String>> records(String csv) {
        List<List<String>> records = new ArrayList<>();
        CsvReader reader = new CsvReader("table", "table.csv", new StringReader(csv), ',');
        for (CsvRecord one = reader.next(); one != null; one = reader.next()) {
            assertThat(one.stray()).isFalse();
            records.add(one.cells());
        }
        return records;
    }
}
