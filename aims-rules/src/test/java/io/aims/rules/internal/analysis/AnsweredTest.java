package io.aims.rules.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Vocabularies;
import io.aims.rule.Facts;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import io.aims.rules.PackLoader;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.VocabularyEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnsweredTest {

    @Test
    void the_answers_of_an_example_say_what_a_system_with_them_says() {
        for (Rule rule : PackLoader.standard().read(RulePacks.standardSource()).rules()) {
            for (RuleExample example : rule.examples()) {
                assertSame(example.answers());
            }
        }
    }

    @Test
    void any_number_of_answers_is_taken() {
        List<Answer> many = Vocabularies.standard().entries().stream()
                .map(VocabularyEntry::characteristic)
                .map(characteristic -> Answer.of(characteristic, characteristic.unknown()))
                .toList();

        assertThat(many).hasSizeGreaterThan(50);
        assertSame(many);
    }

    private static void assertSame(List<Answer> answers) {
        Facts answered = Answered.of(answers);
        AiSystem system = AiSystem.named("example").putAll(answers).build();
        for (VocabularyEntry entry : Vocabularies.standard().entries()) {
            Characteristic<?> characteristic = entry.characteristic();
            assertThat(answered.bounds(characteristic)).isEqualTo(system.bounds(characteristic));
        }
    }
}
