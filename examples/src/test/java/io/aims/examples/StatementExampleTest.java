package io.aims.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.examples.treatment.StatementExample;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The foundry of the examples shows every kind of row, and a year that ends evidence and decisions. */
class StatementExampleTest {

    @Test
    void the_foundry_has_rows_of_every_kind_and_a_year_changes_them() {
        String printed = printed();

        assertThat(printed)
                .startsWith(
                        "38 controls of ISO/IEC 42001:2023 Artificial intelligence management system for 3 systems on"
                                + " 2026-03-01: 31 applicable, 3 not applicable, 4 undecided.\n")
                .contains("The decision about A.10.4 has ended and changes nothing.")
                .contains("A.8.3 External reporting\n  Excluded by quality manager from 2026-01-20 until 2027-01-19: ")
                .contains("Can people avoid it? Free choice: people can easily avoid it (optionality, all 3 systems).")
                .contains("The day was 2026-03-01 and is 2027-03-01.")
                .contains("Applicable: was yes, is undecided.")
                .contains("Ended: Included by managing director until 2027-01-19: ")
                .contains("New: Its evidence has expired (3 systems).")
                .doesNotContain("AIMS-");
    }

    private static String printed() {
        PrintStream screen = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream caught = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            StatementExample.main(new String[0]);
        } finally {
            System.setOut(screen);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
