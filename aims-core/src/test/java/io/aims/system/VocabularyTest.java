package io.aims.system;

import static io.aims.TestRules.entry;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final VocabularyEntry profiling = entry(PROFILING);
    private final VocabularyEntry automation = entry(AUTOMATION_LEVEL);
    private final Vocabulary vocabulary = vocabulary("1", List.of(profiling, automation));

    @Test
    void entries_keep_their_order() {
        assertThat(vocabulary.entries()).containsExactly(profiling, automation);
        assertThat(vocabulary.ids()).containsExactly("profiling", "automationLevel");
    }

    @Test
    void sections_keep_their_order() {
        Map<String, String> sections = new LinkedHashMap<>();
        List.of("z", "a", "m").forEach(id -> sections.put(id, id));

        assertThat(new Vocabulary("v", "1", sections, List.of(), List.of())
                        .sections()
                        .keySet())
                .containsExactly("z", "a", "m");
    }

    @Test
    void a_characteristic_is_found_by_its_id() {
        assertThat(vocabulary.entry("profiling")).contains(profiling);
        assertThat(vocabulary.characteristic("profiling").orElseThrow()).isSameAs(PROFILING);
        assertThat(vocabulary.entry("Profiling")).isEmpty();
        assertThat(vocabulary.characteristic("vulnerableGroups")).isEmpty();
    }

    @Test
    void an_id_must_not_stand_twice() {
        assertThatThrownBy(() -> vocabulary("1", List.of(profiling, profiling)))
                .hasMessage("Characteristic profiling stands twice in vocabulary aims");
    }

    @Test
    void more_characteristics_stand_behind_its_own() {
        VocabularyEntry groups = entry(VULNERABLE_GROUPS);

        assertThat(vocabulary.with(List.of(groups)).entries()).containsExactly(profiling, automation, groups);
        assertThat(vocabulary.with(List.of())).isSameAs(vocabulary);
        assertThat(vocabulary.entries()).hasSize(2);
    }

    @Test
    void it_cannot_be_changed_from_outside() {
        assertThatThrownBy(() -> vocabulary.ids().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> vocabulary.entries().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> vocabulary.sections().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void its_fingerprint_shows_every_change_of_meaning() {
        OrdinalCharacteristic<CustomValue> custom = OrdinalCharacteristic.of("acme", List.of("A", "B"));
        ContradictionRule contradiction = new ContradictionRule(
                "CON-1",
                List.of(
                        new ContradictionRule.Within(PROFILING, new Bounds.Ranks(1, 1)),
                        new ContradictionRule.NotEmpty(VULNERABLE_GROUPS)),
                "Why.");
        ContradictionRule other = new ContradictionRule(
                "CON-1",
                List.of(
                        new ContradictionRule.Within(PROFILING, new Bounds.Ranks(0, 0)),
                        new ContradictionRule.Only(VULNERABLE_GROUPS, 1)),
                "Why.");

        assertThat(List.of(
                        fingerprint("1", entry(custom)),
                        fingerprint("2", entry(custom)),
                        fingerprint("1", entry(custom, Tier.EXTENDED)),
                        fingerprint("1", entry(OrdinalCharacteristic.of("acme", List.of("B", "A")))),
                        fingerprint("1", entry(NominalCharacteristic.of("acme", List.of("A", "B")))),
                        fingerprint("1", entry(OrdinalCharacteristic.of("acne", List.of("A", "B")))),
                        fingerprint("1", entry(ScaleCharacteristic.of("acme", 1, 9))),
                        fingerprint("1", entry(ScaleCharacteristic.of("acme", 1, 8))),
                        fingerprint("1", entry(ScaleCharacteristic.of("acme", 2, 9))),
                        fingerprint("1"),
                        new Vocabulary("aims", "1", Map.of(), List.of(), List.of(contradiction)).fingerprint(),
                        new Vocabulary("aims", "1", Map.of(), List.of(), List.of(other)).fingerprint()))
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void its_fingerprint_shows_other_questions_which_results_repeat_but_not_other_definitions() {
        VocabularyEntry redefined = new VocabularyEntry(
                PROFILING, "all", Tier.CORE, profiling.question(), Map.of(), "Else.", "", List.of());
        VocabularyEntry reworded = new VocabularyEntry(
                PROFILING, "all", Tier.CORE, "Does it profile?", Map.of(), profiling.definition(), "", List.of());

        assertThat(fingerprint("1", redefined)).isEqualTo(fingerprint("1", profiling));
        assertThat(fingerprint("1", reworded)).isNotEqualTo(fingerprint("1", profiling));
    }

    @Test
    void it_has_a_characteristic_of_the_same_kind_and_values_only() {
        AiSystem empty = AiSystem.named("system").build();
        OrdinalCharacteristic<CustomValue> namesake = OrdinalCharacteristic.of(PROFILING.id(), List.of("A", "B"));

        assertThat(vocabulary.has(PROFILING)).isTrue();
        assertThat(vocabulary.has(BooleanCharacteristic.of(PROFILING.id()))).isTrue();
        assertThat(vocabulary.has(namesake)).isFalse();
        assertThat(vocabulary.has(BooleanCharacteristic.of("acme"))).isFalse();
        assertThat(vocabulary.hasAll(empty)).isTrue();
        assertThat(vocabulary.hasAll(empty.with(PROFILING, YesNo.NO))).isTrue();
        assertThat(vocabulary.hasAll(empty.with(Answer.of(namesake, namesake.unknown()))))
                .isFalse();
    }

    private static String fingerprint(String version, VocabularyEntry... entries) {
        return vocabulary(version, List.of(entries)).fingerprint();
    }

    private static Vocabulary vocabulary(String version, List<VocabularyEntry> entries) {
        return new Vocabulary("aims", version, Map.of(), entries, List.of());
    }
}
