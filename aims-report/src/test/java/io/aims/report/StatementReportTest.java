package io.aims.report;

import static io.aims.report.Inputs.AIMS;
import static io.aims.report.Inputs.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.ControlId;
import io.aims.report.internal.sheet.Hostile;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.StatementOfApplicability;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class StatementReportTest {

    private static final List<String> COLUMNS = List.of(
            "Control",
            "Title",
            "Applicable",
            "Justification for inclusion or exclusion",
            "Implementation status",
            "How implemented",
            "Risks treated",
            "Evidence",
            "From other frameworks",
            "Owner",
            "Review date");

    private static final StatementOfApplicability PLAIN = statement(Inputs.systems(), List.of());
    private static final StatementReport REPORT = StatementReport.of(PLAIN, AIMS.catalogue(), AIMS.criteria());

    @Test
    void every_control_has_a_row_with_every_column_in_order() {
        List<List<String>> rows = Csvs.records(REPORT.csv(CsvForm.standard()));

        assertThat(rows).hasSize(39);
        assertThat(rows.get(0)).isEqualTo(COLUMNS);
        assertThat(rows.subList(1, 39))
                .extracting(row -> row.get(0))
                .isEqualTo(AIMS.catalogue().controls().stream()
                        .map(control -> control.id().value())
                        .toList());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row).hasSize(11);
            assertThat(row.subList(0, 5)).doesNotContain("");
        });
        assertThat(rows.subList(1, 39))
                .extracting(row -> row.get(2))
                .isSubsetOf("yes", "no", "undecided")
                .contains("yes", "undecided");
    }

    @Test
    void a_review_that_is_overdue_says_so_and_another_does_not() {
        List<List<String>> rows = Csvs.records(REPORT.csv(CsvForm.standard()));

        assertThat(row(rows, "A.2.2").get(10)).isEqualTo("2026-02-28\nhas passed");
        assertThat(row(rows, "A.5.2").get(10)).isEqualTo("2027-03-01");
        assertThat(row(rows, "A.9.2").get(10)).isEmpty();
    }

    @Test
    void the_workbook_has_the_same_cells_as_the_table() throws IOException {
        List<List<String>> table = Csvs.records(REPORT.csv(CsvForm.standard().unguarded()));

        List<List<List<String>>> sheets = sheets(REPORT.xlsx());

        assertThat(sheets).hasSize(2);
        assertThat(sheets.get(0)).isEqualTo(table);
        assertThat(sheets.get(1))
                .extracting(row -> row.get(0))
                .contains("Summary", "Basis", "System in scope", "Limit of the method");
    }

    @Test
    void page_and_text_show_every_control_with_its_title_and_reasons() throws Exception {
        String page = Inputs.parsed(REPORT.html()).getDocumentElement().getTextContent();
        String text = REPORT.markdown();

        PLAIN.entries().forEach(entry -> {
            assertThat(page).contains(entry.control() + " " + entry.title());
            assertThat(text).contains("### " + entry.control() + " " + entry.title());
            entry.justification()
                    .sentences()
                    .forEach(sentence -> assertThat(page).contains(sentence));
        });
        AIMS.criteria().limits().forEach(limit -> {
            assertThat(page).contains(limit);
            assertThat(text).contains(limit.substring(0, 20));
        });
        assertThat(page).contains(PLAIN.seal());
        assertThat(text).contains(PLAIN.seal());
    }

    @Test
    void a_refused_exclusion_stands_in_every_format_that_has_a_place_for_it() throws IOException {
        Decision exclusion = exclusion("A.2.2", "not worth it");
        StatementOfApplicability refused = statement(Inputs.systems(), List.of(exclusion));
        StatementReport told = StatementReport.of(refused, AIMS.catalogue(), AIMS.criteria());

        assertThat(refused.refusals()).hasSize(1);
        assertThat(told.html()).contains("Exclusions that are refused", "AIMS-3074", "not worth it");
        assertThat(told.markdown()).contains("## Exclusions that are refused", "AIMS-3074", "not worth it");
        assertThat(sheets(told.xlsx()).get(1)).anySatisfy(row -> assertThat(row).contains("Refused", "AIMS-3074"));
        assertThat(row(Csvs.records(told.csv(CsvForm.standard())), "A.2.2").get(2))
                .isEqualTo("yes");
        assertThat(REPORT.html()).doesNotContain("Exclusions that are refused");
    }

    @Test
    void what_changed_is_told_only_if_an_earlier_statement_is_given() throws IOException {
        StatementOfApplicability fewer = statement(Inputs.systems().subList(0, 2), List.of());
        StatementReport compared = REPORT.since(fewer);

        assertThat(compared.html()).contains("What changed", "Joined the scope", "doors (doors)");
        assertThat(compared.markdown()).contains("## What changed since the earlier statement", "doors (doors)");
        assertThat(sheets(compared.xlsx()).get(1))
                .anySatisfy(row -> assertThat(row).contains("Changed", "Joined the scope", "doors (doors)"));
        assertThat(REPORT.since(PLAIN).html()).contains("Nothing since the earlier statement.");
        assertThat(REPORT.html()).doesNotContain("What changed");
    }

    @Test
    void equal_input_gives_equal_bytes_in_whatever_order_systems_come() {
        List<ResidualProfile> reversed = new ArrayList<>(Inputs.systems());
        Collections.reverse(reversed);
        StatementReport again = StatementReport.of(statement(reversed, List.of()), AIMS.catalogue(), AIMS.criteria());

        assertThat(again.html()).isEqualTo(REPORT.html());
        assertThat(again.markdown()).isEqualTo(REPORT.markdown());
        assertThat(again.csv(CsvForm.forSpreadsheets())).isEqualTo(REPORT.csv(CsvForm.forSpreadsheets()));
        assertThat(again.xlsx()).isEqualTo(REPORT.xlsx());
    }

    @Test
    void hostile_texts_are_text_in_every_format() throws Exception {
        List<ResidualProfile> systems = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        for (int at = 0; at < Hostile.TEXTS.size(); at++) {
            systems.add(Inputs.profile("s" + at, Hostile.TEXTS.get(at)));
        }
        decisions.add(exclusion("A.2.2", String.join(" ", Hostile.TEXTS)));
        StatementReport told = StatementReport.of(statement(systems, decisions), AIMS.catalogue(), AIMS.criteria())
                .titled(String.join(" ", Hostile.TEXTS));

        String page = told.html();
        assertThat(Inputs.parsed(page).getElementsByTagName("script").getLength())
                .isZero();
        assertThat(Inputs.parsed(page).getElementsByTagName("img").getLength()).isZero();
        assertThat(page).doesNotContain("onerror=\"", "onload=\"").doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
        assertThat(page).contains("&lt;script&gt;");
        String text = told.markdown();
        assertThat(text)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]")
                .doesNotContainPattern("(?<!\\\\)<(?!br>)")
                .doesNotContainPattern("(?<!\\\\):(?=//)");
        List<List<String>> rows = Csvs.records(told.csv(CsvForm.standard()));
        assertThat(rows).hasSize(39).allSatisfy(row -> assertThat(row).hasSize(11));
        assertThat(rows.stream().flatMap(List::stream).flatMap(String::lines))
                .noneMatch(line -> line.matches("(?s)[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20].*"))
                .anyMatch(line -> line.startsWith("'=cmd"));
        assertThat(sheets(told.xlsx()).get(0)).hasSize(39);
    }

    @Test
    void a_title_replaces_the_number_of_systems() {
        assertThat(REPORT.markdown()).startsWith("# Statement of Applicability: 3 AI systems in scope\n");
        assertThat(REPORT.titled("Savings bank").markdown()).startsWith("# Statement of Applicability: Savings bank\n");
        assertThat(StatementReport.of(
                                statement(Inputs.systems().subList(0, 1), List.of()), AIMS.catalogue(), AIMS.criteria())
                        .markdown())
                .startsWith("# Statement of Applicability: Loans\n");
    }

    private static StatementOfApplicability statement(List<ResidualProfile> systems, List<Decision> decisions) {
        return AIMS.statement(systems, ControlStates.unknown(), decisions, DAY);
    }

    private static Decision exclusion(String control, String reason) {
        return new Decision(
                new ControlId(control), Decision.Kind.EXCLUDE, reason, "head of AI", DAY, DAY.plusMonths(6));
    }

    private static List<String> row(List<List<String>> rows, String control) {
        return rows.stream()
                .filter(row -> row.get(0).equals(control))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<List<String>>> sheets(byte[] bytes) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<List<List<String>>> sheets = new ArrayList<>();
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    sheets.add(rows.map(row -> row.stream()
                                    .map(cell -> cell == null || cell.getRawValue() == null ? "" : cell.getRawValue())
                                    .toList())
                            .toList());
                }
            }
            return sheets;
        }
    }
}
