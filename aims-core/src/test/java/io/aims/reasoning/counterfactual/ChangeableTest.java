package io.aims.reasoning.counterfactual;

import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.DATA_PROVENANCE;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.system.automation.AutomationLevel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChangeableTest {

    @Test
    void facts_of_the_world_are_not_chosen() {
        Vocabulary vocabulary = vocabulary(entry(AUTOMATION_LEVEL, false), entry(DECISION_EFFECT, true));

        assertThat(Changeable.chosen(vocabulary)).isEqualTo(Changeable.only(AUTOMATION_LEVEL));
        assertThat(Changeable.all(vocabulary)).isEqualTo(Changeable.only(AUTOMATION_LEVEL, DECISION_EFFECT));
    }

    @Test
    void whether_something_applies_is_not_chosen() {
        Changeable chosen =
                Changeable.chosen(vocabulary(entry(DATA_PROVENANCE, false), entry(AUTOMATION_LEVEL, false)));
        int top = DATA_PROVENANCE.values().size() - 1;

        assertThat(limit(chosen, DATA_PROVENANCE)).isEqualTo(new Bounds.Ranks(1, top));
        assertThat(chosen.rooms().get("automationLevel").limit()).isNull();
    }

    @Test
    void characteristics_are_added_and_taken_away() {
        Changeable changeable =
                Changeable.only(AUTOMATION_LEVEL).costing(AUTOMATION_LEVEL, 4).and(PROFILING, AUTOMATION_LEVEL);

        assertThat(changeable.contains(PROFILING)).isTrue();
        assertThat(changeable.cost(AUTOMATION_LEVEL)).isEqualTo(4);
        assertThat(changeable.cost(PROFILING)).isEqualTo(1);
        assertThat(changeable).hasToString("[automationLevel, profiling]");
        assertThat(changeable.except(AUTOMATION_LEVEL).contains(AUTOMATION_LEVEL))
                .isFalse();
        assertThat(changeable.except(AUTOMATION_LEVEL)).isEqualTo(Changeable.only(PROFILING));
        assertThat(changeable.except(AUTOMATION_LEVEL)).hasSameHashCodeAs(Changeable.only(PROFILING));
    }

    @Test
    void a_cost_leaves_a_limit_and_a_limit_a_cost() {
        Changeable changeable = Changeable.only(AUTOMATION_LEVEL)
                .costing(AUTOMATION_LEVEL, Changeable.MOST_COST)
                .notBelow(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE);

        assertThat(changeable.cost(AUTOMATION_LEVEL)).isEqualTo(1_000_000);
        assertThat(limit(changeable.costing(AUTOMATION_LEVEL, 1), AUTOMATION_LEVEL))
                .isEqualTo(new Bounds.Ranks(1, 6));
    }

    @Test
    void a_cost_is_a_positive_number() {
        Changeable changeable = Changeable.only(AUTOMATION_LEVEL);

        assertThatThrownBy(() -> changeable.costing(AUTOMATION_LEVEL, 0))
                .isInstanceOf(AimsException.class)
                .hasMessage("AIMS-3051: The cost (0) of changing (automationLevel) must be 1 to 1000000.\n"
                        + "Maybe count in another unit, or leave the characteristic out with except.");
        assertThatThrownBy(() -> changeable.costing(AUTOMATION_LEVEL, Changeable.MOST_COST + 1))
                .hasMessageStartingWith("AIMS-3051");
    }

    @Test
    void what_may_not_be_changed_has_neither_cost_nor_limit() {
        assertThatThrownBy(() -> Changeable.only(PROFILING).costing(AUTOMATION_LEVEL, 2))
                .isInstanceOf(AimsException.class)
                .hasMessage("AIMS-3052: The characteristic (automationLevel) is not among those that may be changed.\n"
                        + "Maybe add it first.");
    }

    @Test
    void a_search_has_sensible_limits() {
        assertThat(new SearchLimits(1, 0).steps()).isZero();
        assertThatThrownBy(() -> new SearchLimits(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SearchLimits(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Bounds limit(Changeable changeable, Characteristic<?> characteristic) {
        return Objects.requireNonNull(Objects.requireNonNull(changeable.rooms().get(characteristic.id()))
                .limit());
    }

    private static Vocabulary vocabulary(VocabularyEntry... entries) {
        return new Vocabulary("test", "1", Map.of("all", "All"), List.of(entries), List.of());
    }

    private static VocabularyEntry entry(Characteristic<?> characteristic, boolean given) {
        return new VocabularyEntry(
                characteristic, "all", Tier.CORE, "What?", Map.of(), "Meaning.", "", List.of(), given);
    }
}
