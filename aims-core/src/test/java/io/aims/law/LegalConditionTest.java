package io.aims.law;

import static io.aims.law.LegalSamples.ASKED;
import static io.aims.law.LegalSamples.IN_UNION;
import static io.aims.law.LegalSamples.SETTINGS;
import static io.aims.law.LegalSamples.SOLD_ON;
import static io.aims.law.LegalSamples.TRANSPARENCY;
import static io.aims.law.LegalSamples.all;
import static io.aims.law.LegalSamples.any;
import static io.aims.law.LegalSamples.holds;
import static io.aims.law.LegalSamples.no;
import static io.aims.law.LegalSamples.not;
import static io.aims.law.LegalSamples.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.YesNo;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalConditionTest {

    private static final AiSystem UNKNOWN = AiSystem.named("unknown").build();
    private static final AiSystem INSIDE = UNKNOWN.with(IN_UNION, YesNo.YES);

    @Test
    void an_unknown_is_undetermined_and_so_is_its_opposite() {
        assertThat(truth(yes(IN_UNION), UNKNOWN)).isEqualTo(Truth.UNDETERMINED);
        assertThat(truth(no(IN_UNION), UNKNOWN)).isEqualTo(Truth.UNDETERMINED);
        assertThat(truth(yes(IN_UNION), INSIDE)).isEqualTo(Truth.TRUE);
        assertThat(truth(no(IN_UNION), INSIDE)).isEqualTo(Truth.FALSE);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-01, FALSE", "2026-08-02, TRUE", "2026-08-03, TRUE", ", UNDETERMINED"})
    void a_day_is_reached_on_the_day_itself(@Nullable LocalDate asOf, Truth expected) {
        assertThat(new LegalCondition.DayReached(TRANSPARENCY).evaluate(new KnownLegalFacts(UNKNOWN, asOf)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-08-01, TRUE",
        "2026-01-01, 2026-08-02, UNDETERMINED",
        "2026-08-01, 2026-08-01, TRUE",
        "2026-08-02, 2026-08-02, FALSE",
        "2026-08-02, 9999-12-31, FALSE"
    })
    void before_a_day_does_not_mean_on_it(LocalDate earliest, LocalDate latest, Truth expected) {
        AiSystem sold = UNKNOWN.with(Answer.of(SOLD_ON, new Bounds.Days(earliest, latest)));

        assertThat(truth(new LegalCondition.Before(SOLD_ON, TRANSPARENCY), sold))
                .isEqualTo(expected);
    }

    @Test
    void the_text_is_what_packs_write() {
        LegalCondition setting = new LegalCondition.Tests(new Condition.Contains(SETTINGS, 0));
        LegalCondition some = new LegalCondition.Tests(new Condition.NotEmpty(SETTINGS));

        assertThat(all(no(IN_UNION), any(not(setting), not(some)), not(holds("LISTED"))))
                .hasToString(
                        "inUnion = NO and (emotionSettings lacks WORKPLACE or emotionSettings empty) and not holds(LISTED)");
        assertThat(not(any(yes(IN_UNION), setting)))
                .hasToString("not (inUnion = YES or emotionSettings contains WORKPLACE)");
        assertThat(any(
                        new LegalCondition.DayReached(TRANSPARENCY),
                        new LegalCondition.Before(SOLD_ON, TRANSPARENCY),
                        new LegalCondition.Always()))
                .hasToString("asOf reaches TRANSPARENCY or soldOn before TRANSPARENCY or always");
    }

    @Test
    void the_leaves_are_what_is_read_from_left_to_right() {
        assertThat(all(yes(IN_UNION), not(any(holds("A"), holds("B"))), new LegalCondition.Always())
                        .leaves())
                .extracting(Object::toString)
                .containsExactly("inUnion = YES", "holds(A)", "holds(B)");
    }

    @Test
    void one_part_alone_is_not_joined() {
        assertThatThrownBy(() -> new LegalCondition.AnyOf(List.of(holds("A"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Truth truth(LegalCondition condition, AiSystem system) {
        return condition.evaluate(new KnownLegalFacts(system, ASKED));
    }
}
