package io.aims.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementIdTest {

    private static final FrameworkId FRAMEWORK = new FrameworkId("acme-1");

    @ParameterizedTest
    @ValueSource(
            strings = {"A.5.1", "GOVERN 1.1", "Art. 9(9)", "51-requirement set", "07.10bAISecSystem.1", "a/b_c", "4"})
    void ids_are_taken_as_frameworks_write_them(String id) {
        assertThat(new ElementId(FRAMEWORK, id)).hasToString("acme-1 " + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " A", "A ", "A  1", "A\n1", "A\u202e1", "=1+1", "-1", "(a)", "ä1", "<b>", "a,b", "a\"b"})
    void what_could_be_taken_for_something_else_is_no_id(String id) {
        assertThat(ElementId.isWellFormed(id)).isFalse();
        assertThatThrownBy(() -> new ElementId(FRAMEWORK, id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_id_has_at_most_64_characters() {
        assertThat(ElementId.isWellFormed("x".repeat(64))).isTrue();
        assertThat(ElementId.isWellFormed("x".repeat(65))).isFalse();
    }

    @Test
    void ids_are_ordered_by_framework_and_number() {
        ElementId nine = new ElementId(FRAMEWORK, "A.9");
        ElementId ten = new ElementId(FRAMEWORK, "A.10");
        ElementId other = new ElementId(new FrameworkId("acme-2"), "A.1");

        assertThat(Stream.of(other, ten, nine).sorted()).isEqualTo(List.of(nine, ten, other));
    }
}
