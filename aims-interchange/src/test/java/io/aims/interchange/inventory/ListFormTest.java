package io.aims.interchange.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListFormTest {

    @Test
    void people_separate_by_commas_semicolons_line_ends_and_words() {
        assertThat(ListForm.ANY.items("Age, Sex/Gender; Income\nRegion and Language & Religion"))
                .containsExactly("Age", "Sex/Gender", "Income", "Region", "Language", "Religion");
    }

    @Test
    void a_comma_before_a_word_leaves_no_empty_item() {
        assertThat(ListForm.ANY.items("Sex, gender, & age")).containsExactly("Sex", "gender", "age");
    }

    @Test
    void the_word_and_inside_another_word_separates_nothing() {
        assertThat(ListForm.ANY.items("Brand\nLand use")).containsExactly("Brand", "Land use");
    }

    @Test
    void json_lists_are_read() {
        assertThat(ListForm.ANY.items("[\"Age\", \"Sex, as \\\"stated\\\"\"]"))
                .containsExactly("Age", "Sex, as \"stated\"");
    }

    @Test
    void python_lists_are_read() {
        assertThat(ListForm.ANY.items("['b) Sex', \"owner's age\", 'isn\\'t']"))
                .containsExactly("b) Sex", "owner's age", "isn't");
    }

    @Test
    void bare_words_in_brackets_are_read() {
        assertThat(ListForm.ANY.items("[Age, Income]")).containsExactly("Age", "Income");
    }

    @Test
    void an_empty_list_has_no_items() {
        assertThat(ListForm.ANY.items("[]")).isEmpty();
        assertThat(ListForm.ANY.items(" , ;")).isEmpty();
    }

    @Test
    void only_the_separators_named_count() {
        assertThat(new ListForm(List.of(";")).items("Law & Justice; Trade, Ports"))
                .containsExactly("Law & Justice", "Trade, Ports");
    }
}
