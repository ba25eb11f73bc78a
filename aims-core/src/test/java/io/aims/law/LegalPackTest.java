package io.aims.law;

import static io.aims.law.LegalSamples.IN_UNION;
import static io.aims.law.LegalSamples.all;
import static io.aims.law.LegalSamples.classes;
import static io.aims.law.LegalSamples.duties;
import static io.aims.law.LegalSamples.holds;
import static io.aims.law.LegalSamples.id;
import static io.aims.law.LegalSamples.legalClass;
import static io.aims.law.LegalSamples.not;
import static io.aims.law.LegalSamples.pack;
import static io.aims.law.LegalSamples.proposition;
import static io.aims.law.LegalSamples.propositions;
import static io.aims.law.LegalSamples.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LegalPackTest {

    @Test
    void finds_its_parts_by_their_ids() {
        assertThat(pack().proposition(id("LISTED"))).isPresent();
        assertThat(pack().proposition(id("HIGH_RISK"))).isEmpty();
        assertThat(pack().legalClass(id("HIGH_RISK"))).isPresent();
        assertThat(pack().legalClass(id("LISTED"))).isEmpty();
        assertThat(pack().duty(id("ART_50_1"))).isPresent();
        assertThat(pack().duty(id("LISTED"))).isEmpty();
    }

    @Test
    void a_circle_is_refused_with_the_way_around() {
        List<Proposition> circular = propositions();
        circular.add(proposition("A", "", "First", null, not(holds("B"))));
        circular.add(proposition("B", "", "Second", null, all(yes(IN_UNION), holds("C"))));
        circular.add(proposition("C", "", "Third", null, yes(IN_UNION), new Exemption(holds("A"), "", "Exempt")));

        assertThatThrownBy(() -> pack(circular, classes(), duties()))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-3100")
                .hasMessageContaining("(A) rests on itself: A reads B reads C reads A.");
    }

    @Test
    void what_is_read_and_not_there_is_told_with_the_nearest_right_id_and_all_at_once() {
        List<Proposition> wrong = propositions();
        wrong.add(proposition("A", "", "First", null, holds("LISTET")));
        wrong.add(proposition("LISTED", "", "Again", null, holds("NOWHERE_AT_ALL")));
        LegalDate elsewhere = new LegalDate(
                "TRANSPARENCE", LocalDate.of(2026, 8, 2), "It begins.", Confidence.LOW, new Source("Test Act"));
        wrong.add(proposition("B", "", "Second", null, new LegalCondition.DayReached(elsewhere)));
        List<LegalClass> stopping = List.of(
                legalClass("ONLY", "Only", new LegalCondition.Always(), new LegalCondition.Always(), "PRACTISE"));

        assertThatThrownBy(() -> pack(wrong, stopping, List.of()))
                .isInstanceOfSatisfying(
                        AimsException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.code() + " " + fault.message() + " " + fault.advice())
                                .containsExactly(
                                        "AIMS-1043 The id (LISTED) stands twice in legal pack (test-act)."
                                                + " Propositions, classes and duties share one space of ids.",
                                        "AIMS-1044 (A) reads (LISTET), which legal pack (test-act) does not have."
                                                + " Maybe you meant (LISTED).",
                                        "AIMS-1044 (B) reads (TRANSPARENCE), which legal pack (test-act) does not have."
                                                + " Maybe you meant (TRANSPARENCY).",
                                        "AIMS-1044 (ONLY) reads (PRACTISE), which legal pack (test-act) does not have."
                                                + " Maybe you meant (PRACTICE)."));
    }

    @Test
    void a_pack_without_a_class_is_refused() {
        assertThatThrownBy(() -> pack(propositions(), List.of(), List.of())).hasMessageContaining("AIMS-1045");
    }

    @Test
    void the_fingerprint_is_of_the_content_and_not_of_its_order() {
        List<Proposition> reversed = propositions();
        Collections.reverse(reversed);
        List<Proposition> other = propositions();
        other.set(3, proposition("LISTED", "Annex III 4(a)", "Choosing applicants", null, yes(IN_UNION)));

        assertThat(pack(reversed, classes(), duties()).reference()).isEqualTo(pack().reference());
        assertThat(pack(other, classes(), duties()).reference()).isNotEqualTo(pack().reference());
        assertThat(pack(propositions(), classes(), List.of()).reference()).isNotEqualTo(pack().reference());
    }

    @Test
    void a_proposition_can_be_known_in_some_way() {
        assertThatThrownBy(() -> proposition("A", "", "Nothing", null, null)).hasMessageContaining("A");
        assertThatThrownBy(() -> proposition(
                        "A",
                        "",
                        "Nothing to exempt from",
                        new io.aims.rule.Condition.IsYes(IN_UNION),
                        null,
                        new Exemption(yes(IN_UNION), "", "Exempt")))
                .hasMessageContaining("exemption");
    }

    @Test
    void ids_have_a_form() {
        assertThat(PropositionId.isWellFormed("ART_50_4_TEXT")).isTrue();
        assertThatThrownBy(() -> id("art50")).hasMessageContaining("art50");
        assertThatThrownBy(() -> id("5_1_F")).hasMessageContaining("capital letter");
        assertThatThrownBy(() -> id("A".repeat(81))).hasMessageContaining("79");
        assertThat(List.of(id("A_10"), id("A_9")).stream().sorted()).containsExactly(id("A_9"), id("A_10"));
    }

    @Test
    void a_characteristic_that_nobody_knows_is_refused() {
        List<Proposition> wrong = propositions();
        wrong.add(proposition("A", "", "First", null, yes(BooleanCharacteristic.of("readEmotions"))));

        assertThatThrownBy(() -> new Classifier(pack(wrong, classes(), duties()), LegalSamples.NO_VOCABULARY))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-1046")
                .hasMessageContaining("Maybe you meant (readsEmotions).");
    }

    @Test
    void a_characteristic_that_means_something_else_in_the_vocabulary_is_refused() {
        VocabularyEntry other = LegalSamples.fact(
                        SetCharacteristic.of("inUnion", List.of("NORTH", "SOUTH")), "", LegalFact.Effect.BINDS)
                .entry();
        Vocabulary vocabulary = new Vocabulary("other", "1", Map.of(), List.of(other), List.of());

        assertThatThrownBy(() -> new Classifier(pack(), vocabulary))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-1047");
    }

    @Test
    void a_vocabulary_may_hold_the_facts_of_the_pack_already() {
        Vocabulary vocabulary = LegalSamples.NO_VOCABULARY.with(
                pack().facts().stream().map(LegalFact::entry).toList());

        assertThat(new Classifier(pack(), vocabulary).reference()).isEqualTo(pack().reference());
    }
}
