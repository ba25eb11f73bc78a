package io.aims.catalog.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    @Test
    void cells_may_hold_delimiters_quotes_and_line_ends() {
        assertThat(cells("a,\"b,\"\"c\"\"\nd\",e\n")).containsExactly(List.of("a", "b,\"c\"\nd", "e"));
    }

    @Test
    void each_of_the_three_line_ends_ends_a_record() {
        assertThat(cells("a,b\r\nc,d\ne,f\rg,h"))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"), List.of("g", "h"));
    }

    @Test
    void empty_cells_at_the_end_are_cells() {
        assertThat(cells("a,,\n,,\n")).containsExactly(List.of("a", "", ""), List.of("", "", ""));
    }

    @Test
    void blank_lines_are_counted_and_no_records() {
        CsvReader reader = reader("a\n\n  \nb\n");

        assertThat(all(reader)).containsExactly(List.of("a"), List.of("b"));
        assertThat(reader.blankLines()).isEqualTo(2);
    }

    @Test
    void a_quoted_blank_is_a_record() {
        assertThat(cells("\"\"\n")).containsExactly(List.of(""));
    }

    @Test
    void a_record_knows_its_line_and_number() {
        CsvReader reader = reader("head\n\"two\nlines\"\nlast\n");
        reader.header();
        reader.next();

        assertThat(reader.next()).isEqualTo(new CsvRecord(2, 4, List.of("last"), false));
    }

    @Test
    void quotes_in_the_wrong_place_are_taken_as_they_stand() {
        CsvReader reader = reader("5\" pipe,\"a\"b\n");

        assertThat(reader.next()).isEqualTo(new CsvRecord(1, 1, List.of("5\" pipe", "ab"), true));
    }

    @Test
    void a_quote_that_is_never_closed_is_reported_where_it_opens() {
        assertThatThrownBy(() -> cells("a\nb,\"c\nd\n"))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-4106")
                .hasMessageContaining("test.csv:2:1");
    }

    @Test
    void a_line_without_end_is_refused_before_it_fills_the_memory() {
        Reader endless = new Reader() {
            @Override
            public int read(char[] buffer, int from, int length) {
                java.util.Arrays.fill(buffer, from, from + length, 'x');
                return length;
            }

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> new CsvReader("inventory", "test.csv", endless, ',').next())
                .hasMessageContaining("AIMS-4105");
    }

    @Test
    void a_record_of_too_many_cells_or_characters_is_refused() {
        assertThatThrownBy(() -> cells(",".repeat(CsvReader.MOST_CELLS))).hasMessageContaining("cells");
        String cell = "x".repeat(CsvReader.LONGEST_CELL) + ",";
        assertThatThrownBy(() -> cells(cell.repeat(11))).hasMessageContaining("1000000 characters");
    }

    @Test
    void a_cell_of_the_longest_length_is_read() {
        assertThat(cells("x".repeat(CsvReader.LONGEST_CELL))).hasSize(1);
    }

    @Test
    void a_zero_byte_is_refused() {
        assertThatThrownBy(() -> cells("a,b\u0000\n")).hasMessageContaining("AIMS-4107");
    }

    @Property
    void what_is_written_by_the_rules_is_read_again(
            @ForAll @Size(min = 1, max = 6)
                    List<@Size(min = 2, max = 4) List<@StringLength(max = 6) @CharRange(from = ' ', to = '~') String>>
                            records) {
        StringBuilder csv = new StringBuilder();
        for (List<String> record : records) {
            csv.append(String.join(
                            ",",
                            record.stream()
                                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append("\r\n");
        }

        assertThat(cells(csv.toString())).isEqualTo(records);
    }

    private static List<List<String>> cells(String csv) {
        return all(reader(csv));
    }

    private static List<List<String>> all(CsvReader reader) {
        List<List<String>> records = new ArrayList<>();
        for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
            records.add(record.cells());
        }
        return records;
    }

    private static CsvReader reader(String csv) {
        return new CsvReader("inventory", "test.csv", new StringReader(csv), ',');
    }
}
