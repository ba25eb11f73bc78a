package io.aims.catalog.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.Severity;
import io.aims.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private final Faults faults = new Faults();

    @Test
    void fields_are_read_by_their_keys() {
        Fields fields = fields("id: R-1\nfloor: MAJOR\nraises: [C.3.1, C.3.2]\nsources: [A source]\n");

        assertThat(fields.requiredText("id")).isEqualTo("R-1");
        assertThat(fields.text("id")).contains("R-1");
        assertThat(fields.word("floor", Severity.class)).contains(Severity.MAJOR);
        assertThat(fields.requiredWord("floor", Severity.class, Severity.MINOR)).isEqualTo(Severity.MAJOR);
        assertThat(fields.texts("raises")).containsExactly("C.3.1", "C.3.2");
        assertThat(fields.scalars("raises").get(1).place()).isEqualTo(new Place("a.yaml", 3, 17));
        assertThat(fields.items("raises")).hasSize(2);
        assertThat(fields.sources()).containsExactly(new Source("A source"));
        assertThat(fields.place()).isEqualTo(new Place("a.yaml", 1, 1));
        fields.end();
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x: 1", "id: ~\nx: 1", "id:\nx: 1", "id: null\nx: 1"})
    void what_is_absent_or_says_nothing_is_empty(String yaml) {
        Fields fields = fields(yaml);

        assertThat(fields.node("id")).isEmpty();
        assertThat(fields.text("id")).isEmpty();
        assertThat(fields.word("id", Severity.class)).isEmpty();
        assertThat(fields.texts("id")).isEmpty();
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void a_required_field_that_is_absent_is_told() {
        Fields fields = fields("x: 1");

        assertThat(fields.requiredText("id")).isEmpty();
        assertThat(fields.requiredNode("when")).isEmpty();
        assertThat(fields.requiredWord("floor", Severity.class, Severity.MINOR)).isEqualTo(Severity.MINOR);
        assertThat(fields.sources()).isEmpty();
        assertFaults(
                "The rule (a.yaml:1:1) has no id. Maybe add a line with id.",
                "The rule (a.yaml:1:1) has no when. Maybe add a line with when.",
                "The rule (a.yaml:1:1) has no floor. Maybe add a line with floor.",
                "The rule (a.yaml:1:1) has no sources. Maybe add a line with sources.");
    }

    @Test
    void a_list_where_a_value_belongs_is_told() {
        Fields fields = fields("id: [a]\nfloor: {a: b}\n");

        assertThat(fields.requiredText("id")).isEmpty();
        assertThat(fields.word("floor", Severity.class)).isEmpty();
        assertFaults(
                "The id of rule (a.yaml:1:5) must be a single value, not a list."
                        + " Maybe a bracket or an indentation is too much.",
                "The floor of rule (a.yaml:2:8) must be a single value, not a map."
                        + " Maybe a bracket or an indentation is too much.");
    }

    @Test
    void a_value_where_a_list_belongs_is_told() {
        assertThat(fields("raises: C.3.1\n").texts("raises")).isEmpty();
        assertFaults("The raises of rule (a.yaml:1:9) must be a list, not a value. Maybe write it in brackets.");
    }

    @Test
    void a_list_in_a_list_of_texts_is_told_and_the_texts_are_read() {
        assertThat(fields("raises: [a, [b], c]\n").texts("raises")).containsExactly("a", "c");
        assertFaults("The raises of rule (a.yaml:1:13) must be a single value, not a list."
                + " Maybe a bracket or an indentation is too much.");
    }

    @Test
    void a_wrong_word_is_told_with_the_nearest() {
        assertThat(fields("floor: major\n").requiredWord("floor", Severity.class, Severity.MINOR))
                .isEqualTo(Severity.MINOR);
        assertFaults("The floor (major) of rule (a.yaml:1:8) is not known. Maybe you meant (MAJOR).");
    }

    @Test
    void a_wrong_word_like_no_other_is_told_with_all_that_are_allowed() {
        assertThat(fields("floor: terrible\n").word("floor", Severity.class)).isEmpty();
        assertFaults("The floor (terrible) of rule (a.yaml:1:8) is not known."
                + " Allowed are NEGLIGIBLE, MINOR, MODERATE, MAJOR, CATASTROPHIC.");
    }

    @Test
    void keys_that_nobody_asked_for_are_told_with_the_nearest() {
        Fields fields = fields("id: a\ntitel: b\n\"x\\n\": c\n");
        fields.text("id");
        fields.text("title");
        fields.end();

        assertFaults(
                "The rule (a.yaml:2:1) has a field (titel) that is not known. Maybe you meant (title).",
                "The rule (a.yaml:3:1) has a field (x\\n) that is not known. Allowed are id, title.");
    }

    @Test
    void where_nothing_is_allowed_the_field_is_to_be_left_out() {
        fields("x: 1\n").end();

        assertFaults("The rule (a.yaml:1:1) has a field (x) that is not known. Maybe leave it out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a]", "text", ""})
    void what_is_no_map_is_told_once(String yaml) {
        Fields fields = fields(yaml);
        fields.requiredText("id");
        fields.sources();
        fields.end();

        assertThat(faults.toList()).hasSize(1);
        assertThat(faults.toList().get(0).message()).startsWith("The rule (a.yaml:1:1) must be a map, ");
    }

    @Test
    void sources_must_say_something() {
        assertThat(fields("sources: []\n").sources()).isEmpty();
        assertThat(fields("sources: ['', B]\n").sources()).containsExactly(new Source("B"));
        assertThat(fields("sources: x\n").sources()).isEmpty();
        assertFaults(
                "The rule (a.yaml:1:10) has no source. Maybe cite the document and the place in it.",
                "The sources of rule (a.yaml:1:11) hold one that says nothing. Maybe leave it out.",
                "The sources of rule (a.yaml:1:10) must be a list, not a value. Maybe write it in brackets.");
    }

    private Fields fields(String yaml) {
        return Fields.of(Documents.yaml("a.yaml", yaml), faults, "AIMS-2001", "rule");
    }

    private void assertFaults(String... expected) {
        List<Fault> found = faults.toList();
        assertThat(found)
                .extracting(fault -> fault.message() + " " + fault.advice())
                .containsExactly(expected);
        assertThat(found).extracting(Fault::code).containsOnly("AIMS-2001");
        assertThat(found).allMatch(fault -> fault.place().isPresent());
    }
}
