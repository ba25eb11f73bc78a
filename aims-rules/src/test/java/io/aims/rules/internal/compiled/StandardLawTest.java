package io.aims.rules.internal.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.Aims;
import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.law.Classifier;
import io.aims.law.LegalFact;
import io.aims.law.LegalPack;
import io.aims.law.Proposition;
import io.aims.rule.RuleBase;
import io.aims.rules.PackVerifier;
import io.aims.rules.RulePacks;
import io.aims.rules.law.LegalPacks;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.testkit.RandomAnswers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The law that the jar carries compiled is what its chapters say. */
class StandardLawTest {

    private static final int SYSTEMS = 100;
    private static final RandomAnswers ANSWERS = new RandomAnswers(List.of());

    private static final LegalPack CHAPTERS =
            LegalPacks.read(Path.of("src/main/resources/io/aims/rules/law/eu-ai-act"));

    @Test
    void the_law_is_what_its_chapters_say() {
        LegalPack compiled = LegalPacks.euAiAct();

        assertThat(compiled).isEqualTo(CHAPTERS);
        assertThat(compiled.propositions())
                .extracting(Proposition::place)
                .isEqualTo(
                        CHAPTERS.propositions().stream().map(Proposition::place).toList())
                .doesNotContainNull();
    }

    @Test
    void name_and_fingerprint_are_those_of_the_chapters() {
        assertThat(StandardLaw.euAiAct().reference()).isEqualTo(CHAPTERS.reference());
        assertThat(StandardLaw.euAiAct().id()).isEqualTo(CHAPTERS.id());
        assertThat(LegalPacks.euAiAct().reference()).isEqualTo(CHAPTERS.reference());
    }

    @Test
    void its_facts_are_those_of_the_chapters() {
        assertThat(StandardLaw.euAiAct().facts())
                .isEqualTo(CHAPTERS.facts().stream().map(LegalFact::entry).toList());
        assertThat(StandardLaw.euAiAct().isFact(CHAPTERS.facts().get(0).id())).isTrue();
        assertThat(StandardLaw.euAiAct().isFact("automationLevel")).isFalse();
    }

    @Test
    void it_establishes_and_classifies_as_its_chapters_do() {
        Classifier chapters = new Classifier(CHAPTERS, Vocabularies.standard());
        Classifier compiled = StandardLaw.classifier(StandardLaw.euAiAct());
        RuleBase base = PackVerifier.verify(
                Vocabularies.standard(),
                Catalogues.iso42001(),
                Criteria.standard(),
                List.of(RulePacks.standard()),
                List.of(StandardLaw.euAiAct()));
        List<Characteristic<?>> all = base.answerable().entries().stream()
                .<Characteristic<?>>map(VocabularyEntry::characteristic)
                .filter(characteristic -> !(characteristic instanceof DateCharacteristic))
                .toList();
        int shown = 0;
        for (long seed = 0; seed < SYSTEMS; seed++) {
            AiSystem system = system(all, new SplittableRandom(seed));
            AiSystem established = StandardLaw.euAiAct().establish(system);
            assertThat(established).isEqualTo(chapters.establish(system));
            assertThat(compiled.classify(system).possible())
                    .isEqualTo(chapters.classify(system).possible());
            shown += established.equals(system) ? 0 : 1;
        }
        assertThat(shown).as("systems of which a fact shows more").isPositive();
    }

    @Test
    void a_system_that_answers_none_of_its_facts_is_left_as_it_is() {
        AiSystem system = AiSystem.named("any").build();

        assertThat(StandardLaw.euAiAct().establish(system)).isSameAs(system);
    }

    @Test
    void whoever_names_the_law_of_the_jar_shares_what_is_made_of_it() {
        try (Aims standard = Aims.standard();
                Aims built = Aims.builder()
                        .packs(RulePacks.standard())
                        .laws(LegalPacks.euAiAct())
                        .build();
                Aims read = Aims.builder()
                        .packs(RulePacks.standard())
                        .laws(CHAPTERS)
                        .build()) {
            AiSystem system = AiSystem.named("any").build();

            assertThat(built.laws().get(0)).isSameAs(standard.laws().get(0));
            assertThat(read.laws().get(0)).isSameAs(CHAPTERS);
            assertThat(built.basis()).isEqualTo(standard.basis());
            assertThat(read.basis()).isEqualTo(standard.basis());
            assertThat(built.evaluate(system)).isEqualTo(standard.evaluate(system));
            assertThat(read.classify(system, "eu-ai-act").possible())
                    .isEqualTo(standard.classify(system, "eu-ai-act").possible());
        }
    }

    @Test
    void the_same_chapters_give_the_bytes_that_the_jar_carries() throws IOException {
        LawWriter writer = new LawWriter(CHAPTERS);

        assertThat(writer.facts()).isEqualTo(carried(StandardLaw.FACTS));
        assertThat(writer.rest()).isEqualTo(carried(StandardLaw.REST));
    }

    @Test
    void a_law_of_another_vocabulary_is_refused() throws IOException {
        byte[] form = carried(StandardLaw.REST);
        Vocabulary standard = Vocabularies.standard();
        List<VocabularyEntry> facts = StandardLaw.euAiAct().facts();
        Vocabulary fewer = standard.with(facts.subList(1, facts.size()));

        assertThat(new LawReader(new ByteArrayInputStream(form), standard.with(facts)).pack(CHAPTERS.facts()))
                .isEqualTo(CHAPTERS);
        assertThatThrownBy(() -> new LawReader(new ByteArrayInputStream(form), fewer).pack(CHAPTERS.facts()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(facts.get(0).characteristic().id());
    }

    private static AiSystem system(List<Characteristic<?>> all, SplittableRandom random) {
        AiSystem system = AiSystem.named("any").build();
        for (Characteristic<?> characteristic : all) {
            if (random.nextInt(3) == 0) {
                system = system.with(Answer.of(characteristic, ANSWERS.exact(characteristic, random)));
            }
        }
        return system;
    }

    private static byte[] carried(String path) throws IOException {
        try (InputStream in = StandardLawTest.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }
}
