package io.aims.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.LifecycleStage;
import io.aims.system.people.VulnerableGroup;
import io.aims.system.vocabulary.Characteristics;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacteristicTest {

    @Test
    void there_are_79_built_in_ones_each_id_once() {
        assertThat(Characteristics.all())
                .hasSize(79)
                .extracting(Characteristic::id)
                .doesNotHaveDuplicates();
    }

    static List<Characteristic<?>> all() {
        return Characteristics.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_known_leaves_everything_possible(Characteristic<?> characteristic) {
        assertThat(characteristic.unknown().isExact()).isFalse();
        assertThat(Answer.of(characteristic, characteristic.unknown()).text())
                .isIn("unknown", String.join(" or ", valueIds(characteristic)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_value_is_found_by_its_id_at_its_position(Characteristic<?> characteristic) {
        if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
            for (int i = 0; i < enumerated.values().size(); i++) {
                CharacteristicValue value = enumerated.values().get(i);

                assertThat(enumerated.position(value)).isEqualTo(i);
                assertThat(enumerated.value(value.id()).map(CharacteristicValue::id))
                        .contains(value.id());
            }
            assertThat(enumerated.value("no such value")).isEmpty();
        } else {
            assertThat(characteristic).isInstanceOfAny(ScaleCharacteristic.class, DecimalCharacteristic.class);
        }
    }

    @Test
    void an_answer_is_unknown_without_answering() {
        assertThat(Characteristics.AUTOMATION_LEVEL.unknown()).isEqualTo(new Bounds.Ranks(0, 6));
        assertThat(Characteristics.VULNERABLE_GROUPS.unknown()).isEqualTo(new Bounds.Members(0, false));
        assertThat(Characteristics.PROFILING.unknown()).isEqualTo(new Bounds.Ranks(0, 1));
        assertThat(Characteristics.LIFECYCLE_STAGE.unknown()).isEqualTo(new Bounds.OneOf(0xFF));
        assertThat(Characteristics.TECHNOLOGY_READINESS_LEVEL.unknown())
                .isEqualTo(new Bounds.Numbers(BigDecimal.ONE, BigDecimal.valueOf(9)));
        assertThat(Characteristics.TRAINING_COMPUTE_FLOPS.unknown())
                .isEqualTo(new Bounds.Numbers(BigDecimal.ZERO, null));
    }

    @Test
    void it_is_equal_to_one_of_the_same_kind_id_and_values() {
        OrdinalCharacteristic<CustomValue> first = OrdinalCharacteristic.of("acmeTrust", List.of("LOW", "HIGH"));

        assertThat(first)
                .isEqualTo(OrdinalCharacteristic.of("acmeTrust", List.of("LOW", "HIGH")))
                .hasSameHashCodeAs(OrdinalCharacteristic.of("acmeTrust", List.of("LOW", "HIGH")))
                .isNotEqualTo(OrdinalCharacteristic.of("acmeTrust", List.of("HIGH", "LOW")))
                .isNotEqualTo(OrdinalCharacteristic.of("other", List.of("LOW", "HIGH")))
                .isNotEqualTo(NominalCharacteristic.of("acmeTrust", List.of("LOW", "HIGH")))
                .isNotEqualTo(SetCharacteristic.of("acmeTrust", List.of("LOW", "HIGH")));
        assertThat(ScaleCharacteristic.of("s", 1, 9))
                .isEqualTo(ScaleCharacteristic.of("s", 1, 9))
                .isNotEqualTo(ScaleCharacteristic.of("s", 2, 9))
                .isNotEqualTo(ScaleCharacteristic.of("s", 1, 8))
                .isNotEqualTo(ScaleCharacteristic.of("t", 1, 9))
                .hasSameHashCodeAs(ScaleCharacteristic.of("s", 1, 9));
        assertThat(DecimalCharacteristic.of("d"))
                .isEqualTo(DecimalCharacteristic.of("d"))
                .isNotEqualTo(DecimalCharacteristic.of("e"))
                .isNotEqualTo(ScaleCharacteristic.of("d", 1, 9))
                .hasSameHashCodeAs(DecimalCharacteristic.of("d"));
    }

    @Test
    void it_prints_as_its_id() {
        assertThat(Characteristics.AUTOMATION_LEVEL).hasToString("automationLevel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9lives", "with blank", "with-hyphen", "line\nend", "\u0430bc"})
    void an_id_is_letters_and_digits(String id) {
        assertThatThrownBy(() -> BooleanCharacteristic.of(id))
                .hasMessageStartingWith("A characteristic id is a letter and up to 79 letters or digits");
    }

    @Test
    void an_id_has_at_most_eighty_letters() {
        assertThat(BooleanCharacteristic.of("x".repeat(80)).id()).hasSize(80);
        assertThatThrownBy(() -> BooleanCharacteristic.of("x".repeat(81))).hasMessageContaining("up to 79");
    }

    @Test
    void values_are_listed_once_and_there_are_1_to_63() {
        assertThatThrownBy(() -> SetCharacteristic.of("acme", List.of("A", "B", "A")))
                .hasMessageContaining("lists value A twice");
        assertThatThrownBy(() -> SetCharacteristic.of("acme", List.of())).hasMessageContaining("not 0");
        assertThat(SetCharacteristic.of("acme", values(63)).values()).hasSize(63);
        assertThatThrownBy(() -> SetCharacteristic.of("acme", values(64))).hasMessageContaining("not 64");
    }

    @Test
    void the_last_of_63_values_can_be_answered() {
        SetCharacteristic<CustomValue> wide = SetCharacteristic.of("acme", values(63));
        AiSystem system = AiSystem.named("s")
                .exactly(wide, wide.values().get(0), wide.values().get(62))
                .build();

        assertThat(system.answer(wide).orElseThrow().certainValues()).containsExactly("V0", "V62");
    }

    @Test
    void a_scale_must_end_above_its_beginning() {
        assertThatThrownBy(() -> ScaleCharacteristic.of("s", 3, 3)).hasMessageContaining("must end above");
    }

    @Test
    void a_value_of_another_characteristic_is_refused_with_the_nearest_one() {
        assertThatThrownBy(() -> Characteristics.AUTOMATION_LEVEL.position(new CustomValue("HIGH-AUTOMATION")))
                .isInstanceOf(AimsException.class)
                .hasMessage("AIMS-1002: The characteristic automationLevel has no value (HIGH-AUTOMATION).\n"
                        + "Maybe you meant (HIGH_AUTOMATION).");
        assertThatThrownBy(() -> Characteristics.PROFILING.position(new CustomValue("maybe")))
                .hasMessageEndingWith("Allowed are NO, YES.");
    }

    @Test
    void each_kind_has_its_type() {
        assertThat(Characteristics.AUTOMATION_LEVEL.type()).isEqualTo(CharacteristicType.ORDINAL);
        assertThat(Characteristics.VULNERABLE_GROUPS.type()).isEqualTo(CharacteristicType.SET);
        assertThat(Characteristics.PROFILING.type()).isEqualTo(CharacteristicType.BOOLEAN);
        assertThat(Characteristics.LIFECYCLE_STAGE.type()).isEqualTo(CharacteristicType.NOMINAL);
        assertThat(Characteristics.TECHNOLOGY_READINESS_LEVEL.type()).isEqualTo(CharacteristicType.SCALE);
        assertThat(Characteristics.TRAINING_COMPUTE_FLOPS.type()).isEqualTo(CharacteristicType.DECIMAL);
    }

    @Test
    void enums_keep_the_order_of_their_constants() {
        assertThat(Characteristics.AUTOMATION_LEVEL.values()).containsExactly(AutomationLevel.values());
        assertThat(Characteristics.VULNERABLE_GROUPS.values()).containsExactly(VulnerableGroup.values());
        assertThat(Characteristics.LIFECYCLE_STAGE.values()).containsExactly(LifecycleStage.values());
    }

    private static List<String> valueIds(Characteristic<?> characteristic) {
        return characteristic instanceof EnumeratedCharacteristic<?> enumerated ? enumerated.valueIds() : List.of();
    }

    private static List<String> values(int count) {
        return IntStream.range(0, count).mapToObj(i -> "V" + i).toList();
    }
}
