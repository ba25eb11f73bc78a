package io.aims.reasoning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.Condition;
import io.aims.system.Bounds;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.people.VulnerableGroup;
import io.aims.system.vocabulary.Characteristics;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void an_id_becomes_words() {
        assertThat(Phrases.name(Characteristics.AUTOMATION_LEVEL)).isEqualTo("automation level");
        assertThat(Phrases.words("AI_PRODUCER")).isEqualTo("AI producer");
    }

    @Test
    void what_is_known_becomes_words() {
        int high = Characteristics.AUTOMATION_LEVEL.position(AutomationLevel.HIGH_AUTOMATION);
        int top = Characteristics.AUTOMATION_LEVEL.values().size() - 1;

        assertThat(Phrases.words(Characteristics.AUTOMATION_LEVEL, new Bounds.Ranks(high, high)))
                .isEqualTo("high automation");
        assertThat(Phrases.words(Characteristics.AUTOMATION_LEVEL, new Bounds.Ranks(high, top)))
                .isEqualTo("at least high automation");
        assertThat(Phrases.words(Characteristics.AUTOMATION_LEVEL, new Bounds.Ranks(0, high)))
                .isEqualTo("at most high automation");
        assertThat(Phrases.words(Characteristics.VULNERABLE_GROUPS, new Bounds.Members(0, true)))
                .isEqualTo("none");
        assertThat(Phrases.words(Characteristics.VULNERABLE_GROUPS, Characteristics.VULNERABLE_GROUPS.unknown()))
                .isEqualTo("unknown");
    }

    @Test
    void a_test_becomes_a_statement() {
        int high = Characteristics.AUTOMATION_LEVEL.position(AutomationLevel.HIGH_AUTOMATION);
        int children = Characteristics.VULNERABLE_GROUPS.position(VulnerableGroup.CHILDREN);

        assertThat(Phrases.statement(new Condition.AtLeast(Characteristics.AUTOMATION_LEVEL, high)))
                .isEqualTo("automation level is high automation or more");
        assertThat(Phrases.statement(new Condition.Contains(Characteristics.VULNERABLE_GROUPS, children)))
                .isEqualTo("vulnerable groups include children");
    }

    @Test
    void a_list_reads_as_a_sentence_does() {
        assertThat(Phrases.list(List.of("a", "b", "c"), "or")).isEqualTo("a, b or c");
        assertThat(Phrases.list(List.of("a"), "or")).isEqualTo("a");
    }
}
