package io.aims.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.Catalogues;
import io.aims.catalog.CrosswalkFiles;
import io.aims.crosswalk.Comparison;
import io.aims.crosswalk.Crosswalk;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.error.AimsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class CrosswalkReportTest {

    private static final Crosswalks CROSSWALKS = CrosswalkFiles.standard();

    private static final Comparison STATED = comparison("iso-27001-2022", "iso-42001-2023");
    private static final Comparison COMPOSED = comparison("nist-ai-rmf-1.0", "eu-ai-act");

    @TempDir
    Path folder;

    private static Comparison comparison(String from, String to) {
        return Comparison.of(CROSSWALKS, new FrameworkId(from), new FrameworkId(to));
    }

    @Test
    void every_mapping_is_a_row_of_page_text_and_table() {
        for (Comparison comparison : List.of(STATED, COMPOSED)) {
            CrosswalkReport report = CrosswalkReport.of(comparison);
            int mappings = comparison.mappings().size();
            Document page = Reported.parsed(report.html());
            String text = report.markdown();
            List<List<String>> rows = Csvs.records(report.csv(CsvForm.standard()));

            assertThat(mappings).isPositive();
            assertThat(Reported.elements(page, "tr")).hasSize(2 + 1 + mappings + 1);
            assertThat(rows).hasSize(1 + mappings);
            comparison
                    .mappings()
                    .forEach(mapping -> assertThat(text)
                            .contains("| " + mapping.relation().words() + " | "
                                    + mapping.to().value()));
        }
    }

    @Test
    void a_table_of_stated_mappings_is_read_back_as_it_was() throws IOException {
        Crosswalks empty = Crosswalks.around(Framework.of(Catalogues.iso42001()));
        Path file = Files.writeString(
                folder.resolve("own.csv"), CrosswalkReport.of(STATED).csv(CsvForm.standard()));

        Crosswalk read = CrosswalkFiles.read(file, empty);

        assertThat(read.rows()).extracting(Crosswalk.Row::mapping).containsExactlyElementsOf(STATED.mappings());
    }

    @Test
    void a_table_with_what_follows_is_not_taken_for_one_that_somebody_states() throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.csv"), CrosswalkReport.of(COMPOSED).csv(CsvForm.standard()));

        assertThatThrownBy(() -> CrosswalkFiles.read(file, CROSSWALKS))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("The column (via");
    }

    @Test
    void what_follows_is_said_to_be_stated_by_nobody() {
        assertThat(CrosswalkReport.of(COMPOSED).markdown())
                .contains("Nobody states these")
                .contains("Follows through");
        assertThat(CrosswalkReport.of(STATED).markdown()).doesNotContain("Nobody states", "Follows through");
    }
}
