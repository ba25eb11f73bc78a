package io.aims.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import io.aims.text.CanonicalForm;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateCharacteristicTest {

    private static final DateCharacteristic OFFERED = DateCharacteristic.of("placedOnMarketDate");
    private static final LocalDate DAY = LocalDate.parse("2026-08-02");

    @Test
    void it_is_known_by_its_id_and_kind() {
        assertThat(OFFERED)
                .isEqualTo(DateCharacteristic.of("placedOnMarketDate"))
                .hasSameHashCodeAs(DateCharacteristic.of("placedOnMarketDate"))
                .isNotEqualTo(DateCharacteristic.of("modelPlacedOnMarketDate"))
                .isNotEqualTo(DecimalCharacteristic.of("placedOnMarketDate"));
        assertThat(OFFERED.type()).isEqualTo(CharacteristicType.DATE);
        assertThat(OFFERED.unknown().isExact()).isFalse();
    }

    @Test
    void a_day_is_answered_exactly_or_from_one_side() {
        AiSystem.Builder builder = AiSystem.named("loan");

        assertThat(builder.answer(OFFERED, DAY).build().bounds(OFFERED)).isEqualTo(new Bounds.Days(DAY, DAY));
        assertThat(AiSystem.named("loan").atLeast(OFFERED, DAY).build().bounds(OFFERED))
                .isEqualTo(new Bounds.Days(DAY, Bounds.Days.LAST));
        assertThat(AiSystem.named("loan").atMost(OFFERED, DAY).build().bounds(OFFERED))
                .isEqualTo(new Bounds.Days(Bounds.Days.FIRST, DAY));
        assertThatThrownBy(() -> builder.answer(OFFERED, DAY))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-1007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31", "-0001-01-01", "+10000-01-01", "-999999999-01-01", "+999999999-12-31"})
    void a_year_of_other_than_four_digits_is_refused(String text) {
        LocalDate day = LocalDate.parse(text);
        AiSystem.Builder builder = AiSystem.named("loan");

        for (AimsException refused : List.of(
                refused(() -> builder.answer(OFFERED, day)),
                refused(() -> builder.atLeast(OFFERED, day)),
                refused(() -> builder.atMost(OFFERED, day)))) {
            assertThat(refused)
                    .hasMessageStartingWith("AIMS-1003: The placedOnMarketDate (" + text
                            + ") of system (loan) must be in the years 1 to 9999.");
        }
        assertThatThrownBy(() -> new Bounds.Days(day, day)).hasMessageContaining("0001-01-01 to 9999-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-02, 2026-08-02, 2026-08-02",
        "2026-08-02, 9999-12-31, on 2026-08-02 or later",
        "0001-01-01, 2026-08-02, on 2026-08-02 or earlier",
        "2025-02-02, 2026-08-02, 2025-02-02 to 2026-08-02",
        "0001-01-01, 9999-12-31, unknown",
    })
    void it_reads_as_a_person_says_it(LocalDate earliest, LocalDate latest, String text) {
        Answer answer = Answer.of(OFFERED, new Bounds.Days(earliest, latest));

        assertThat(answer.text()).isEqualTo(text);
        assertThat(answer.certainValues()).isEqualTo(answer.isExact() ? List.of(text) : List.of());
    }

    @Test
    void bounds_are_within_others_if_they_allow_no_other_day() {
        Bounds.Days narrow = new Bounds.Days(DAY, DAY.plusDays(1));

        assertThat(narrow.isWithin(narrow)).isTrue();
        assertThat(narrow.isWithin(OFFERED.unknown())).isTrue();
        assertThat(narrow.isWithin(new Bounds.Days(DAY, DAY))).isFalse();
        assertThat(narrow.isWithin(new Bounds.Days(DAY.plusDays(1), Bounds.Days.LAST)))
                .isFalse();
        assertThat(narrow.isWithin(new Bounds.Ranks(0, 1))).isFalse();
        assertThatThrownBy(() -> new Bounds.Days(DAY, DAY.minusDays(1))).hasMessageContaining("must not cross");
    }

    @Test
    void an_answer_of_another_kind_is_refused() {
        assertThatThrownBy(() -> Answer.of(OFFERED, new Bounds.Ranks(0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("placedOnMarketDate");
        assertThatThrownBy(() -> Answer.of(BooleanCharacteristic.of("sold"), new Bounds.Days(DAY, DAY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_end_shows_in_the_canonical_form() {
        assertThat(List.of(
                        canonical(DAY, DAY),
                        canonical(DAY, Bounds.Days.LAST),
                        canonical(Bounds.Days.FIRST, DAY),
                        canonical(DAY, DAY.plusDays(1))))
                .doesNotHaveDuplicates();
        assertThat(canonical(DAY, DAY)).isEqualTo(canonical(LocalDate.parse("2026-08-02"), DAY));
    }

    private static String canonical(LocalDate earliest, LocalDate latest) {
        CanonicalForm form = new CanonicalForm();
        Answer.of(OFFERED, new Bounds.Days(earliest, latest)).writeTo(form);
        return form.sha256();
    }

    private static AimsException refused(Runnable call) {
        try {
            call.run();
        } catch (AimsException e) {
            return e;
        }
        throw new AssertionError("Nothing was refused");
    }
}
