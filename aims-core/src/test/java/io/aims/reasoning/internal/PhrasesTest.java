package io.aims.reasoning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.Condition;
import io.aims.system.Bounds;
import io.aims.system.Provenance;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.Jurisdiction;
import io.aims.system.people.VulnerableGroup;
import io.aims.system.vocabulary.Characteristics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    @Test
    void an_id_that_begins_with_a_digit_stays_as_it_is() {
        assertThat(Phrases.words("5_1_c")).isEqualTo("5_1_c");
        assertThat(Phrases.words("ISO_27001")).isEqualTo("ISO 27001");
        assertThat(Phrases.words("")).isEmpty();
    }

    @Test
    void an_answer_is_told_with_its_meaning_if_it_is_one_value() {
        VocabularyEntry entry = new VocabularyEntry(
                Characteristics.JURISDICTIONS,
                "all",
                Tier.CORE,
                "Where is it used?",
                Map.of("EU", "European Union.", "OTHER", "Any other jurisdiction.", "CANADA", "Canada."),
                "",
                "",
                List.of());

        assertThat(Phrases.answer(entry, entry.characteristic().unknown())).isEqualTo("Not known yet");
        assertThat(Phrases.answer(entry, new Bounds.Members(0, true))).isEqualTo("None");
        assertThat(Phrases.answer(entry, members(true, Jurisdiction.EU))).isEqualTo("EU: European Union");
        assertThat(Phrases.answer(entry, members(true, Jurisdiction.OTHER))).isEqualTo("Other: any other jurisdiction");
        assertThat(Phrases.answer(entry, members(true, Jurisdiction.CANADA))).isEqualTo("Canada");
        assertThat(Phrases.answer(entry, members(false, Jurisdiction.EU))).isEqualTo("EU, maybe more");
        assertThat(Phrases.answer(entry, members(true, Jurisdiction.EU, Jurisdiction.UK)))
                .isEqualTo("EU and UK");
    }

    private static Bounds members(boolean complete, Jurisdiction... members) {
        long mask = 0;
        for (Jurisdiction member : members) {
            mask |= 1L << Characteristics.JURISDICTIONS.position(member);
        }
        return new Bounds.Members(mask, complete);
    }

    @Test
    void what_a_test_wants_reads_as_an_answer() {
        assertThat(Phrases.wanted(new Condition.AtLeast(Characteristics.AUTOMATION_LEVEL, 6)))
                .isEqualTo("autonomy");
        assertThat(Phrases.wanted(new Condition.IsYes(Characteristics.PROFILING)))
                .isEqualTo("yes");
        assertThat(Phrases.wanted(new Condition.NotEmpty(Characteristics.VULNERABLE_GROUPS)))
                .isEqualTo("any of them");
        assertThat(Phrases.wanted(new Condition.Contains(Characteristics.JURISDICTIONS, 0)))
                .isEqualTo("EU among them");
        assertThat(Phrases.wanted(new Condition.ContainsAny(Characteristics.JURISDICTIONS, 3)))
                .isEqualTo("EU or UK among them");
        assertThat(Phrases.wanted(new Condition.IsIn(Characteristics.LIFECYCLE_STAGE, 3)))
                .isEqualTo("inception or design and development");
        assertThat(Phrases.wanted(new Condition.AtMost(Characteristics.TECHNOLOGY_READINESS_LEVEL, 6)))
                .isEqualTo("6 or lower");
    }

    @Test
    void a_phrase_fits_the_middle_and_the_beginning_of_a_sentence() {
        assertThat(Phrases.withinSentence("No person looks.")).isEqualTo("no person looks");
        assertThat(Phrases.withinSentence("Annex III.")).isEqualTo("Annex III");
        assertThat(Phrases.withinSentence("TV sets")).isEqualTo("TV sets");
        assertThat(Phrases.withinSentence("A")).isEqualTo("a");
        assertThat(Phrases.withinSentence("")).isEmpty();
        assertThat(Phrases.capitalised("no")).isEqualTo("No");
        assertThat(Phrases.capitalised("")).isEmpty();
        assertThat(Phrases.withArticle("AI producer")).isEqualTo("an AI producer");
        assertThat(Phrases.withArticle("high likelihood")).isEqualTo("a high likelihood");
        assertThat(Phrases.count(1, "rule", "rules")).isEqualTo("1 rule");
        assertThat(Phrases.count(0, "rule", "rules")).isEqualTo("0 rules");
    }

    @Test
    void provenance_becomes_a_sentence() {
        LocalDate day = LocalDate.of(2026, 3, 1);

        assertThat(Phrases.sentence(Provenance.NONE)).isEmpty();
        assertThat(Phrases.sentence(new Provenance("owner", day, "card", Provenance.Basis.STATED)))
                .isEqualTo("Stated by owner on 2026-03-01; evidence: card.");
        assertThat(Phrases.sentence(new Provenance("owner", null, null, Provenance.Basis.INFERRED)))
                .isEqualTo("Inferred, not stated, by owner.");
    }
}
