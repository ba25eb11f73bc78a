package io.aims.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.rule.RuleId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"A.9.2", "ADM-14", "S.1", "acme_3", "7", "x"})
    void letters_digits_dots_hyphens_and_underscores_make_an_id(String id) {
        assertThat(IdForm.matches(id)).isTrue();
        assertThatCode(() -> IdForm.check(id)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".A", "-A", "A 9", "A\n9", "A.9.2\n", "\u0410.9", "A/9", "A\u202e9"})
    void anything_else_makes_none(String id) {
        assertThat(IdForm.matches(id)).isFalse();
        assertThatThrownBy(() -> IdForm.check(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("An id is a letter or digit")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("\u202e");
    }

    @Test
    void an_id_has_at_most_64_characters() {
        assertThat(IdForm.matches("x".repeat(64))).isTrue();
        assertThat(IdForm.matches("x".repeat(65))).isFalse();
    }

    @Test
    void every_kind_of_id_has_this_form() {
        assertThatThrownBy(() -> new RuleId("no id")).hasMessageStartingWith("An id is");
        assertThatThrownBy(() -> new ControlId("no id")).hasMessageStartingWith("An id is");
        assertThatThrownBy(() -> new ObjectiveId("no id")).hasMessageStartingWith("An id is");
        assertThatThrownBy(() -> new RiskSourceId("no id")).hasMessageStartingWith("An id is");
        assertThat(List.of(
                        RuleId.isWellFormed("A.1"),
                        ControlId.isWellFormed("A.1"),
                        ObjectiveId.isWellFormed("A.1"),
                        RiskSourceId.isWellFormed("A.1")))
                .containsOnly(true);
        assertThat(List.of(
                        RuleId.isWellFormed("no id"),
                        ControlId.isWellFormed("no id"),
                        ObjectiveId.isWellFormed("no id"),
                        RiskSourceId.isWellFormed("no id")))
                .containsOnly(false);
    }

    @Test
    void every_kind_of_id_is_ordered_as_people_read_it_and_prints_as_it_is() {
        assertThat(Stream.of("ADM-10", "ADM-2").map(RuleId::new).sorted()).hasToString("[ADM-2, ADM-10]");
        assertThat(Stream.of("A.10.2", "A.9.2").map(ControlId::new).sorted()).hasToString("[A.9.2, A.10.2]");
        assertThat(Stream.of("C.2.10", "C.2.9").map(ObjectiveId::new).sorted()).hasToString("[C.2.9, C.2.10]");
        assertThat(Stream.of("C.3.10", "C.3.9").map(RiskSourceId::new).sorted()).hasToString("[C.3.9, C.3.10]");
    }
}
