package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.rule.Chapter;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.system.Vocabulary;
import io.aims.testkit.RandomPacks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CompiledPackTest {

    private static final RulePack CHAPTERS = PackLoader.standard().read(RulePacks.standardSource());

    @Test
    void the_standard_pack_is_what_its_chapters_say() {
        assertThat(RulePacks.standard()).isEqualTo(withoutExamples(CHAPTERS));
        assertThat(RulePacks.standard().reference()).isEqualTo(CHAPTERS.reference());
    }

    @Property(tries = 200)
    void a_compiled_pack_is_read_as_it_was(@ForAll long seed) throws IOException {
        RuleBase base = RandomPacks.ofSeed(seed);
        RulePack pack = base.packs().get(0);

        assertThat(read(compiled(pack), base.vocabulary())).isEqualTo(withoutExamples(pack));
    }

    @Test
    void the_same_pack_gives_the_same_bytes() {
        assertThat(compiled(CHAPTERS)).isEqualTo(compiled(CHAPTERS));
    }

    @Test
    void a_pack_of_another_vocabulary_is_refused() {
        byte[] bytes = compiled(CHAPTERS);
        Vocabulary empty = new Vocabulary("empty", "1", Map.of(), List.of(), List.of());

        assertThatThrownBy(() -> read(bytes, empty))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Vocabulary empty has no");
    }

    private static byte[] compiled(RulePack pack) {
        return CompiledPack.write(pack);
    }

    private static RulePack read(byte[] bytes, Vocabulary vocabulary) throws IOException {
        return CompiledPack.read(new ByteArrayInputStream(bytes), vocabulary);
    }

    private static RulePack withoutExamples(RulePack pack) {
        return new RulePack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                pack.validFrom(),
                pack.validUntil(),
                pack.characteristics(),
                pack.chapters().stream()
                        .map(chapter -> new Chapter(
                                chapter.title(),
                                chapter.about(),
                                chapter.rules().stream()
                                        .map(CompiledPackTest::withoutExamples)
                                        .toList()))
                        .toList());
    }

    private static Rule withoutExamples(Rule rule) {
        return new Rule(
                rule.id(),
                rule.title(),
                rule.scope(),
                rule.condition(),
                rule.raises(),
                rule.threatens(),
                rule.contributes(),
                rule.floor(),
                rule.requires(),
                rule.stop(),
                rule.why(),
                rule.sources(),
                rule.confidence(),
                List.of(),
                rule.place());
    }
}
