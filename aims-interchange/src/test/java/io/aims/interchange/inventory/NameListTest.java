package io.aims.interchange.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameListTest {

    private static final NameList NAMES = new NameList(List.of("\n", ";", ", ", " / "), List.of("Inc", "Inc.", "LLC"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kite Works | Kite Works",
                "  Kite\u00a0 Works  | Kite Works",
                "Kite Works; Owl | Kite Works+Owl",
                "Kite Works, Owl, and Fern | Kite Works+Owl+Fern",
                "Kite Works / Owl | Kite Works+Owl",
                "https://kite.example/, https://owl.example/ | https://kite.example/+https://owl.example/"
            })
    void several_names_are_split_at_the_separators(String cell, String names) {
        assertThat(NAMES.names(cell)).contains(List.of(names.split("\\+")));
    }

    @Test
    void line_ends_of_every_kind_separate() {
        assertThat(NAMES.names("Kite\r\nOwl\rFern\nMoss")).contains(List.of("Kite", "Owl", "Fern", "Moss"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kite, Inc.", "Kite Inc", "KITE INC.", "Kite, LLC", "Kite"})
    void a_legal_form_belongs_to_the_name_before_it_and_is_left_away(String cell) {
        assertThat(NAMES.names(cell).orElseThrow()).singleElement().asString().isEqualToIgnoringCase("Kite");
    }

    @Test
    void a_legal_form_with_more_behind_it_stays_a_part_of_the_name() {
        assertThat(NAMES.names("Kite, Inc. (Owl)")).contains(List.of("Kite, Inc. (Owl)"));
        assertThat(NAMES.names("Kite, Inc. / Owl, LLC")).contains(List.of("Kite", "Owl"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kite, acquired by Owl",
                "Kite & Owl",
                "Kite and Owl",
                "Kite/Owl",
                "Phones of the bureau (Kite, Owl) and others"
            })
    void what_may_be_one_name_is_not_split(String cell) {
        assertThat(NAMES.names(cell)).contains(List.of(cell));
    }

    @Test
    void a_text_is_not_taken_for_a_name() {
        assertThat(NAMES.names("Kite is the vendor of another office, whose contract we use without one of our own."))
                .isEmpty();
    }

    @Test
    void a_bracket_that_is_never_closed_or_never_opened_does_no_harm() {
        assertThat(NAMES.names("Kite (Owl; Fern")).contains(List.of("Kite (Owl; Fern"));
        assertThat(NAMES.names("Kite) ; Owl")).contains(List.of("Kite)", "Owl"));
    }

    @Test
    void separators_alone_name_nobody() {
        assertThat(NAMES.names(" ; ,  / ;")).contains(List.of());
        assertThat(NAMES.names(";;\n")).contains(List.of());
    }
}
