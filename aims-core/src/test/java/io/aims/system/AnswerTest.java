package io.aims.system;

import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.LIFECYCLE_STAGE;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static io.aims.system.vocabulary.Characteristics.TRAINING_COMPUTE_FLOPS;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.text.CanonicalForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTest {

    static List<Arguments> texts() {
        return List.of(
                Arguments.of(AUTOMATION_LEVEL, new Bounds.Ranks(4, 4), "HIGH_AUTOMATION"),
                Arguments.of(AUTOMATION_LEVEL, new Bounds.Ranks(4, 6), "at least HIGH_AUTOMATION"),
                Arguments.of(AUTOMATION_LEVEL, new Bounds.Ranks(0, 4), "at most HIGH_AUTOMATION"),
                Arguments.of(AUTOMATION_LEVEL, new Bounds.Ranks(1, 4), "ASSISTANCE to HIGH_AUTOMATION"),
                Arguments.of(AUTOMATION_LEVEL, new Bounds.Ranks(0, 6), "unknown"),
                Arguments.of(PROFILING, new Bounds.Ranks(1, 1), "YES"),
                Arguments.of(TECHNOLOGY_READINESS_LEVEL, numbers("9", "9"), "9"),
                Arguments.of(TECHNOLOGY_READINESS_LEVEL, numbers("6", "9"), "at least 6"),
                Arguments.of(TECHNOLOGY_READINESS_LEVEL, numbers("1", "6"), "at most 6"),
                Arguments.of(TECHNOLOGY_READINESS_LEVEL, numbers("2", "6"), "2 to 6"),
                Arguments.of(TECHNOLOGY_READINESS_LEVEL, numbers("1", "9"), "unknown"),
                Arguments.of(TRAINING_COMPUTE_FLOPS, numbers("1e24", "1e24"), "1E+24"),
                Arguments.of(TRAINING_COMPUTE_FLOPS, numbers("0.50", "0.5"), "0.5"),
                Arguments.of(TRAINING_COMPUTE_FLOPS, numbers("10", null), "at least 10"),
                Arguments.of(TRAINING_COMPUTE_FLOPS, numbers("0", "10"), "at most 10"),
                Arguments.of(TRAINING_COMPUTE_FLOPS, numbers("5", "10"), "5 to 10"),
                Arguments.of(TRAINING_COMPUTE_FLOPS, numbers("0", null), "unknown"),
                Arguments.of(VULNERABLE_GROUPS, new Bounds.Members(0, true), "none"),
                Arguments.of(VULNERABLE_GROUPS, new Bounds.Members(0, false), "unknown"),
                Arguments.of(VULNERABLE_GROUPS, new Bounds.Members(3, true), first(VULNERABLE_GROUPS, 2, ", ")),
                Arguments.of(
                        VULNERABLE_GROUPS,
                        new Bounds.Members(3, false),
                        first(VULNERABLE_GROUPS, 2, ", ") + " and maybe more"),
                Arguments.of(LIFECYCLE_STAGE, new Bounds.OneOf(1), "INCEPTION"),
                Arguments.of(LIFECYCLE_STAGE, new Bounds.OneOf(3), "INCEPTION or DESIGN_AND_DEVELOPMENT"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("texts")
    void it_reads_as_a_person_says_it(Characteristic<?> characteristic, Bounds bounds, String text) {
        assertThat(Answer.of(characteristic, bounds).text()).isEqualTo(text);
    }

    @Test
    void what_is_certain_is_the_value_or_the_known_members() {
        assertThat(Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(4, 4)).certainValues())
                .containsExactly("HIGH_AUTOMATION");
        assertThat(Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(4, 5)).certainValues())
                .isEmpty();
        assertThat(Answer.of(TECHNOLOGY_READINESS_LEVEL, numbers("9", "9")).certainValues())
                .containsExactly("9");
        assertThat(Answer.of(TECHNOLOGY_READINESS_LEVEL, numbers("8", "9")).certainValues())
                .isEmpty();
        assertThat(Answer.of(VULNERABLE_GROUPS, new Bounds.Members(1, false)).certainValues())
                .hasSize(1);
        assertThat(Answer.of(LIFECYCLE_STAGE, new Bounds.OneOf(1)).certainValues())
                .containsExactly("INCEPTION");
        assertThat(Answer.of(LIFECYCLE_STAGE, new Bounds.OneOf(3)).certainValues())
                .isEmpty();
    }

    static List<Arguments> misfits() {
        return List.of(
                Arguments.of(AUTOMATION_LEVEL, new Bounds.Ranks(0, 7)),
                Arguments.of(AUTOMATION_LEVEL, new Bounds.Members(1, true)),
                Arguments.of(AUTOMATION_LEVEL, numbers("1", "1")),
                Arguments.of(PROFILING, new Bounds.Ranks(2, 2)),
                Arguments.of(TECHNOLOGY_READINESS_LEVEL, numbers("0", "9")),
                Arguments.of(TECHNOLOGY_READINESS_LEVEL, numbers("1", null)),
                Arguments.of(TECHNOLOGY_READINESS_LEVEL, numbers("4.5", "9")),
                Arguments.of(TECHNOLOGY_READINESS_LEVEL, numbers("4", "8.5")),
                Arguments.of(TRAINING_COMPUTE_FLOPS, numbers("-1", null)),
                Arguments.of(VULNERABLE_GROUPS, new Bounds.Members(1L << 62, true)),
                Arguments.of(VULNERABLE_GROUPS, new Bounds.Members(-1, false)),
                Arguments.of(LIFECYCLE_STAGE, new Bounds.OneOf(1L << 8)),
                Arguments.of(LIFECYCLE_STAGE, new Bounds.Ranks(0, 0)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("misfits")
    void an_answer_outside_the_values_is_refused(Characteristic<?> characteristic, Bounds bounds) {
        assertThatThrownBy(() -> Answer.of(characteristic, bounds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The answer to " + characteristic.id() + " is outside its values");
    }

    @Test
    void every_part_of_an_answer_shows_in_its_canonical_form() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        List<Answer> answers = List.of(
                Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(4, 4)),
                Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(3, 4)),
                Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(4, 5)),
                Answer.of(TRAINING_COMPUTE_FLOPS, numbers("1", null)),
                Answer.of(TRAINING_COMPUTE_FLOPS, numbers("1", "1")),
                Answer.of(TRAINING_COMPUTE_FLOPS, numbers("1", "2")),
                Answer.of(VULNERABLE_GROUPS, new Bounds.Members(0, true)),
                Answer.of(VULNERABLE_GROUPS, new Bounds.Members(0, false)),
                Answer.of(VULNERABLE_GROUPS, new Bounds.Members(1, true)),
                Answer.of(LIFECYCLE_STAGE, new Bounds.OneOf(1)),
                Answer.of(LIFECYCLE_STAGE, new Bounds.OneOf(3)),
                yes("owner", null, null, Provenance.Basis.STATED),
                yes("", null, null, Provenance.Basis.STATED),
                yes(null, null, null, Provenance.Basis.STATED),
                yes(null, null, null, Provenance.Basis.INFERRED),
                yes(null, null, "owner", Provenance.Basis.STATED),
                yes(null, day, null, Provenance.Basis.STATED),
                yes(null, day.plusDays(1), null, Provenance.Basis.STATED));

        Set<String> forms = new HashSet<>();
        for (Answer answer : answers) {
            assertThat(forms.add(form(answer))).as("%s", answer).isTrue();
        }
    }

    @Test
    void equal_answers_have_equal_canonical_forms() {
        assertThat(form(Answer.of(TRAINING_COMPUTE_FLOPS, numbers("1e1", "10.0"))))
                .isEqualTo(form(Answer.of(TRAINING_COMPUTE_FLOPS, numbers("10", "1e1"))));
    }

    @Test
    void the_canonical_form_names_values_and_not_positions() {
        assertThat(new String(
                        bytes(Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(4, 4))),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("automationLevel", "HIGH_AUTOMATION");
    }

    @Test
    void without_provenance_nothing_is_said_of_the_answer() {
        Provenance provenance = Answer.of(PROFILING, new Bounds.Ranks(1, 1)).provenance();

        assertThat(provenance.isNone()).isTrue();
        assertThat(provenance.by()).isEmpty();
        assertThat(provenance.on()).isEmpty();
        assertThat(provenance.evidence()).isEmpty();
    }

    @Test
    void provenance_tells_who_when_and_on_what_evidence() {
        Provenance provenance =
                new Provenance("model owner", LocalDate.of(2026, 3, 1), "model card 4.2", Provenance.Basis.INFERRED);

        assertThat(provenance.isNone()).isFalse();
        assertThat(provenance.by()).contains("model owner");
        assertThat(provenance.on()).contains(LocalDate.of(2026, 3, 1));
        assertThat(provenance.evidence()).contains("model card 4.2");
    }

    private static Answer yes(String by, LocalDate on, String evidence, Provenance.Basis basis) {
        return new Answer(PROFILING, new Bounds.Ranks(1, 1), new Provenance(by, on, evidence, basis));
    }

    private static String form(Answer answer) {
        return java.util.HexFormat.of().formatHex(bytes(answer));
    }

    private static byte[] bytes(Answer answer) {
        CanonicalForm form = new CanonicalForm();
        answer.writeTo(form);
        return form.toBytes();
    }

    private static String first(EnumeratedCharacteristic<?> characteristic, int count, String separator) {
        return String.join(separator, characteristic.valueIds().subList(0, count));
    }

    private static Bounds numbers(String low, String high) {
        return new Bounds.Numbers(new BigDecimal(low), high == null ? null : new BigDecimal(high));
    }
}
