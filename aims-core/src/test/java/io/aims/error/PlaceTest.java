package io.aims.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void it_reads_as_editors_write_it() {
        assertThat(new Place("loan.yaml", 14, 29)).hasToString("loan.yaml:14:29");
    }

    @Test
    void the_name_of_the_document_is_escaped() {
        assertThat(new Place("a\u202e\n.yaml", 1, 1)).hasToString("a\\u202e\\n.yaml:1:1");
    }

    @Test
    void of_a_long_path_the_file_name_is_kept() {
        assertThat(new Place("x/".repeat(100) + "loan.yaml", 14, 29).toString())
                .startsWith("...")
                .endsWith("/x/loan.yaml:14:29");
    }

    @Test
    void places_are_ordered_by_document_then_line_then_column() {
        Place first = new Place("a.yaml", 2, 9);
        Place second = new Place("a.yaml", 10, 1);
        Place third = new Place("a.yaml", 10, 2);
        Place fourth = new Place("b.yaml", 1, 1);

        assertThat(Stream.of(fourth, third, second, first).sorted()).containsExactly(first, second, third, fourth);
    }
}
