package io.aims.system;

import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.CONTINUOUS_LEARNING;
import static io.aims.system.vocabulary.Characteristics.LIFECYCLE_STAGE;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static io.aims.system.vocabulary.Characteristics.TRAINING_COMPUTE_FLOPS;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.LifecycleStage;
import io.aims.system.people.VulnerableGroup;
import io.aims.system.technique.ContinuousLearning;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AiSystemTest {

    private final AiSystem.Builder builder = AiSystem.named("loan-scoring");

    @Test
    void what_is_not_answered_is_unknown() {
        AiSystem empty = builder.build();

        assertThat(empty.answers()).isEmpty();
        assertThat(empty.answer(AUTOMATION_LEVEL)).isEmpty();
        assertThat(empty.bounds(AUTOMATION_LEVEL)).isEqualTo(AUTOMATION_LEVEL.unknown());
    }

    @Test
    void it_has_an_id_a_name_and_perhaps_a_description() {
        AiSystem plain = builder.build();
        AiSystem described =
                builder.name("Loan scoring").description("Scores loans.").build();

        assertThat(plain.id()).isEqualTo("loan-scoring");
        assertThat(plain.name()).isEqualTo("loan-scoring");
        assertThat(plain.description()).isEmpty();
        assertThat(described.name()).isEqualTo("Loan scoring");
        assertThat(described.description()).contains("Scores loans.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void a_blank_id_is_refused(String id) {
        assertThatThrownBy(() -> AiSystem.named(id))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-1001: The id of a system must not be blank.");
    }

    @Test
    void a_value_is_answered_exactly() {
        AiSystem system = builder.answer(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                .answer(PROFILING, YesNo.NO)
                .answer(LIFECYCLE_STAGE, LifecycleStage.RETIREMENT)
                .answer(VULNERABLE_GROUPS, VulnerableGroup.WORKERS)
                .answer(TECHNOLOGY_READINESS_LEVEL, 9)
                .answer(TRAINING_COMPUTE_FLOPS, new BigDecimal("1e24"))
                .build();

        assertThat(system.bounds(AUTOMATION_LEVEL)).isEqualTo(new Bounds.Ranks(4, 4));
        assertThat(system.bounds(PROFILING)).isEqualTo(new Bounds.Ranks(0, 0));
        assertThat(system.bounds(LIFECYCLE_STAGE)).isEqualTo(new Bounds.OneOf(1L << 7));
        assertThat(system.bounds(VULNERABLE_GROUPS))
                .isEqualTo(new Bounds.Members(1L << VULNERABLE_GROUPS.position(VulnerableGroup.WORKERS), true));
        assertThat(system.bounds(TECHNOLOGY_READINESS_LEVEL))
                .isEqualTo(new Bounds.Numbers(BigDecimal.valueOf(9), BigDecimal.valueOf(9)));
        assertThat(system.bounds(TRAINING_COMPUTE_FLOPS))
                .isEqualTo(new Bounds.Numbers(new BigDecimal("1e24"), new BigDecimal("1e24")));
        assertThat(system.answers().values()).allMatch(Answer::isExact);
    }

    @Test
    void an_ordinal_is_answered_in_part() {
        AiSystem system = builder.atLeast(CONTINUOUS_LEARNING, ContinuousLearning.SCHEDULED_RETRAINING)
                .atMost(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .build();

        assertThat(system.bounds(CONTINUOUS_LEARNING)).isEqualTo(new Bounds.Ranks(1, 3));
        assertThat(system.bounds(AUTOMATION_LEVEL)).isEqualTo(new Bounds.Ranks(0, 1));
    }

    @Test
    void the_bounds_of_a_scale_are_numeric() {
        assertThat(builder.atLeast(TECHNOLOGY_READINESS_LEVEL, 6).build().bounds(TECHNOLOGY_READINESS_LEVEL))
                .isEqualTo(new Bounds.Numbers(BigDecimal.valueOf(6), BigDecimal.valueOf(9)));
        assertThat(AiSystem.named("s")
                        .atMost(TECHNOLOGY_READINESS_LEVEL, 6)
                        .build()
                        .bounds(TECHNOLOGY_READINESS_LEVEL))
                .isEqualTo(new Bounds.Numbers(BigDecimal.ONE, BigDecimal.valueOf(6)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_number_outside_the_scale_is_refused(int value) {
        assertThatThrownBy(() -> builder.answer(TECHNOLOGY_READINESS_LEVEL, value))
                .hasMessage("AIMS-1003: The technologyReadinessLevel (" + value
                        + ") of system (loan-scoring) must be 1 to 9.\nMaybe leave it out: unknown is allowed.");
        assertThatThrownBy(() -> builder.atLeast(TECHNOLOGY_READINESS_LEVEL, value))
                .hasMessageContaining("AIMS-1003");
        assertThatThrownBy(() -> builder.atMost(TECHNOLOGY_READINESS_LEVEL, value))
                .hasMessageContaining("AIMS-1003");
    }

    @Test
    void the_ends_of_the_scale_are_allowed() {
        assertThat(AiSystem.named("s")
                        .answer(TECHNOLOGY_READINESS_LEVEL, 1)
                        .build()
                        .answers())
                .hasSize(1);
        assertThat(AiSystem.named("s")
                        .answer(TECHNOLOGY_READINESS_LEVEL, 9)
                        .build()
                        .answers())
                .hasSize(1);
    }

    @Test
    void a_decimal_is_answered_in_part() {
        assertThat(builder.atLeast(TRAINING_COMPUTE_FLOPS, BigDecimal.TEN)
                        .build()
                        .bounds(TRAINING_COMPUTE_FLOPS))
                .isEqualTo(new Bounds.Numbers(BigDecimal.TEN, null));
        assertThat(AiSystem.named("s")
                        .atMost(TRAINING_COMPUTE_FLOPS, BigDecimal.TEN)
                        .build()
                        .bounds(TRAINING_COMPUTE_FLOPS))
                .isEqualTo(new Bounds.Numbers(BigDecimal.ZERO, BigDecimal.TEN));
    }

    @Test
    void a_negative_decimal_is_refused_and_zero_is_not() {
        BigDecimal negative = new BigDecimal("-0.1");

        assertThatThrownBy(() -> builder.answer(TRAINING_COMPUTE_FLOPS, negative))
                .hasMessage(
                        "AIMS-1003: The trainingComputeFlops (-0.1) of system (loan-scoring) must not be negative.\n"
                                + "Maybe leave it out: unknown is allowed.");
        assertThatThrownBy(() -> builder.atLeast(TRAINING_COMPUTE_FLOPS, negative))
                .hasMessageContaining("AIMS-1003");
        assertThatThrownBy(() -> builder.atMost(TRAINING_COMPUTE_FLOPS, negative))
                .hasMessageContaining("AIMS-1003");
        assertThat(builder.answer(TRAINING_COMPUTE_FLOPS, BigDecimal.ZERO)
                        .build()
                        .answers())
                .hasSize(1);
    }

    @Test
    void a_set_is_known_in_whole_in_part_or_to_be_empty() {
        long workers = 1L << VULNERABLE_GROUPS.position(VulnerableGroup.WORKERS);

        assertThat(AiSystem.named("s")
                        .exactly(VULNERABLE_GROUPS, VulnerableGroup.WORKERS)
                        .build()
                        .bounds(VULNERABLE_GROUPS))
                .isEqualTo(new Bounds.Members(workers, true));
        assertThat(AiSystem.named("s")
                        .containing(VULNERABLE_GROUPS, VulnerableGroup.WORKERS)
                        .build()
                        .bounds(VULNERABLE_GROUPS))
                .isEqualTo(new Bounds.Members(workers, false));
        assertThat(AiSystem.named("s").none(VULNERABLE_GROUPS).build().bounds(VULNERABLE_GROUPS))
                .isEqualTo(new Bounds.Members(0, true));
    }

    @Test
    void a_nominal_may_be_one_of_several() {
        AiSystem system = builder.oneOf(LIFECYCLE_STAGE, LifecycleStage.INCEPTION, LifecycleStage.RETIREMENT)
                .build();

        assertThat(system.bounds(LIFECYCLE_STAGE)).isEqualTo(new Bounds.OneOf(1L | 1L << 7));
        assertThatThrownBy(() -> AiSystem.named("s").oneOf(LIFECYCLE_STAGE))
                .hasMessageContaining("At least one value must be possible");
    }

    @Test
    void answering_twice_is_refused_and_keeps_the_first_answer() {
        builder.answer(PROFILING, YesNo.YES);

        assertThatThrownBy(() -> builder.answer(PROFILING, YesNo.NO))
                .isInstanceOf(AimsException.class)
                .hasMessage("AIMS-1007: The profiling of system (loan-scoring) is answered twice.\n"
                        + "Maybe one of the two means another characteristic.");
        assertThat(builder.build().bounds(PROFILING)).isEqualTo(new Bounds.Ranks(1, 1));
    }

    @Test
    void the_id_is_escaped_in_messages() {
        AiSystem.Builder evil = AiSystem.named("a\u202e\nb").answer(PROFILING, YesNo.YES);

        assertThatThrownBy(() -> evil.answer(PROFILING, YesNo.YES)).hasMessageContaining("(a\\u202e\\nb)");
        assertThat(evil.build().toString()).isEqualTo("a\\u202e\\nb (1 answers)");
    }

    @Test
    void in_a_copy_an_answer_replaces() {
        AiSystem before = builder.answer(PROFILING, YesNo.YES).build();
        AiSystem after = before.with(PROFILING, YesNo.NO);

        assertThat(after.bounds(PROFILING)).isEqualTo(new Bounds.Ranks(0, 0));
        assertThat(before.bounds(PROFILING)).isEqualTo(new Bounds.Ranks(1, 1));
        assertThat(before.with(Answer.of(PROFILING, new Bounds.Ranks(0, 1))).bounds(PROFILING))
                .isEqualTo(PROFILING.unknown());
    }

    @Test
    void a_copy_keeps_everything_else() {
        AiSystem before = builder.name("Loan")
                .description("Scores.")
                .answer(PROFILING, YesNo.YES)
                .build();

        assertThat(before.toBuilder().build()).isEqualTo(before);
        assertThat(before.with(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY).without(AUTOMATION_LEVEL))
                .isEqualTo(before);
    }

    @Test
    void without_a_characteristic_it_is_unknown() {
        AiSystem system = builder.answer(PROFILING, YesNo.YES).build().without(PROFILING);

        assertThat(system.answer(PROFILING)).isEmpty();
        assertThat(system.without(PROFILING)).isEqualTo(system);
    }

    @Test
    void it_does_not_change_when_its_builder_goes_on() {
        AiSystem system = builder.build();
        builder.answer(PROFILING, YesNo.YES);

        assertThat(system.answers()).isEmpty();
        assertThatThrownBy(() -> system.answers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void it_is_equal_in_whatever_order_it_was_answered() {
        AiSystem one = AiSystem.named("s")
                .answer(PROFILING, YesNo.YES)
                .answer(TECHNOLOGY_READINESS_LEVEL, 9)
                .build();
        AiSystem other = AiSystem.named("s")
                .answer(TECHNOLOGY_READINESS_LEVEL, 9)
                .answer(PROFILING, YesNo.YES)
                .build();

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.answers().keySet()).containsExactly("profiling", "technologyReadinessLevel");
    }

    @Test
    void it_differs_if_any_part_differs() {
        AiSystem system = builder.answer(PROFILING, YesNo.YES).build();
        Answer proven = new Answer(
                PROFILING, new Bounds.Ranks(1, 1), new Provenance("owner", null, null, Provenance.Basis.STATED));

        assertThat(system)
                .isNotEqualTo(AiSystem.named("other")
                        .name("loan-scoring")
                        .answer(PROFILING, YesNo.YES)
                        .build())
                .isNotEqualTo(system.toBuilder().name("Other").build())
                .isNotEqualTo(system.toBuilder().description("").build())
                .isNotEqualTo(system.with(PROFILING, YesNo.NO))
                .isNotEqualTo(system.with(proven))
                .isNotEqualTo(system.without(PROFILING))
                .isNotEqualTo("loan-scoring");
    }

    @Test
    void answers_can_be_added_together() {
        List<Answer> answers = List.of(
                Answer.of(PROFILING, new Bounds.Ranks(1, 1)), Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(2, 4)));

        assertThat(builder.putAll(answers).build().answers().values()).containsExactlyInAnyOrderElementsOf(answers);
    }

    @Test
    void it_names_what_it_depends_on_in_one_order_and_each_once() {
        AiSystem system = builder.suppliers("Owl", " Kite ")
                .suppliers("Owl")
                .models("llm")
                .dataSets()
                .build();

        assertThat(system.suppliers()).containsExactly("Kite", "Owl");
        assertThat(system.models()).containsExactly("llm");
        assertThat(system.dataSets()).isEmpty();
        assertThat(system)
                .isEqualTo(AiSystem.named("loan-scoring")
                        .models("llm")
                        .suppliers("Kite", "Owl")
                        .build())
                .isNotEqualTo(AiSystem.named("loan-scoring").models("llm").build());
    }

    @Test
    void a_copy_depends_on_the_same_and_changes_nothing_of_the_original() {
        AiSystem system = builder.suppliers("Kite").answer(PROFILING, YesNo.YES).build();

        assertThat(system.toBuilder().suppliers("Owl").build().suppliers()).containsExactly("Kite", "Owl");
        assertThat(system.without(PROFILING).suppliers()).containsExactly("Kite");
        builder.suppliers("Owl");
        assertThat(system.suppliers()).containsExactly("Kite");
        assertThatThrownBy(() -> system.suppliers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_blank_name_is_no_dependency() {
        assertThatThrownBy(() -> builder.dataSets("applications", " "))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-1036")
                .hasMessageContaining("dataSets")
                .hasMessageContaining("loan-scoring");
    }
}
