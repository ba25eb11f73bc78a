package io.aims.packs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.error.Faults;
import io.aims.source.Source;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExampleTextTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(
            "random",
            "1.0.0",
            Map.of("all", "All"),
            RandomConditions.CHARACTERISTICS.stream()
                    .map(characteristic -> new VocabularyEntry(
                            characteristic,
                            "all",
                            Tier.CORE,
                            "What is it?",
                            Map.of(),
                            "Something.",
                            "",
                            List.of(new Source("test"))))
                    .toList(),
            List.of());

    @Property(tries = 300)
    void what_is_written_is_read_back(@ForAll @LongRange(min = 0) long seed) {
        List<Answer> answers = new RandomConditions(seed)
                .answers().stream()
                        .filter(answer ->
                                !answer.bounds().equals(answer.characteristic().unknown()))
                        .toList();

        String text = ExampleText.of(answers);

        Faults faults = new Faults();
        List<Answer> read =
                new AnswerReader("example", "T", faults).readAll(Documents.yaml("example", text), VOCABULARY);
        assertThat(faults.toList()).as(text).isEmpty();
        assertThat(read).as(text).isEqualTo(answers);
        assertThat(text).doesNotContain("\n");
    }

    @Test
    void what_says_nothing_is_left_out() {
        Characteristic<?> flag = BooleanCharacteristic.of("flag");

        assertThat(ExampleText.of(List.of(Answer.of(flag, flag.unknown())))).isEqualTo("{}");
    }

    @Test
    void no_answers_are_an_empty_map() {
        assertThat(ExampleText.of(List.of())).isEqualTo("{}");
    }
}
