package io.aims.law.text;

import static io.aims.law.LegalSamples.ASKED;
import static io.aims.law.LegalSamples.CHATS;
import static io.aims.law.LegalSamples.IN_UNION;
import static io.aims.law.LegalSamples.MEDICAL;
import static io.aims.law.LegalSamples.MILITARY;
import static io.aims.law.LegalSamples.OBVIOUS;
import static io.aims.law.LegalSamples.PRACTICES;
import static io.aims.law.LegalSamples.READS_EMOTIONS;
import static io.aims.law.LegalSamples.RECRUITS;
import static io.aims.law.LegalSamples.SETTINGS;
import static io.aims.law.LegalSamples.SOLD_ON;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.law.Classification;
import io.aims.law.ClassificationDiff;
import io.aims.law.LegalSamples;
import io.aims.reasoning.proof.Detail;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegalNarrativeTest {

    private static final AiSystem CHAT = AiSystem.named("chat")
            .answer(IN_UNION, YesNo.YES)
            .answer(MILITARY, YesNo.NO)
            .answer(READS_EMOTIONS, YesNo.NO)
            .answer(RECRUITS, YesNo.NO)
            .answer(CHATS, YesNo.YES)
            .answer(OBVIOUS, YesNo.NO)
            .build();

    private static final AiSystem MOOD = AiSystem.named("mood")
            .answer(IN_UNION, YesNo.YES)
            .answer(READS_EMOTIONS, YesNo.YES)
            .answer(MEDICAL, YesNo.NO)
            .containing(SETTINGS, SETTINGS.values().get(0))
            .build();

    private static Classification of(AiSystem system) {
        return LegalSamples.classifier().classify(system, ASKED);
    }

    private static String told(AiSystem system) {
        return LegalNarrative.of(of(system), Detail.SHORT).text();
    }

    private static Onset onset(AiSystem system) {
        return Onsets.of(of(system)).of(LegalSamples.id("ART_50_1"));
    }

    @Test
    void a_day_is_as_certain_as_the_facts_it_hangs_on() {
        LocalDate transparency = LegalSamples.TRANSPARENCY.day();
        LocalDate older = LegalSamples.HIGH_RISK_DAY.day();

        assertThat(onset(CHAT)).isEqualTo(new Onset(transparency, older));
        assertThat(onset(CHAT).words()).isEqualTo("from 2026-08-02 at the earliest, 2027-12-02 at the latest");
        AiSystem later = CHAT.toBuilder().answer(SOLD_ON, transparency).build();
        assertThat(onset(later)).isEqualTo(new Onset(transparency, transparency));
        AiSystem before =
                CHAT.toBuilder().answer(SOLD_ON, transparency.minusDays(1)).build();
        assertThat(onset(before).words()).isEqualTo("from 2027-12-02");
    }

    @Test
    void what_always_applies_hangs_on_no_day() {
        assertThat(Onsets.of(of(CHAT)).of(LegalSamples.id("NOT_HIGH_RISK"))).isEqualTo(Onset.NONE);
    }

    @Test
    void the_class_is_said_first_and_the_limits_last() {
        assertThat(told(CHAT)).startsWith("chat: not high-risk\n").contains("no legal advice");
        assertThat(told(AiSystem.named("empty").build()))
                .startsWith("empty: not decided yet (prohibited, high-risk, not high-risk or out of scope)\n");
    }

    @Test
    void a_stop_names_its_facts_and_what_could_still_lift_it() {
        assertThat(told(MOOD))
                .contains("STOP: " + LegalWords.STOP + " Art. 5(1)(f) reading emotions at work or in education")
                .contains("It stands until it is shown that the system is out of scope.");
        assertThat(told(MOOD.with(MILITARY, YesNo.NO))).doesNotContain("It stands until");
        assertThat(told(CHAT)).doesNotContain("STOP");
    }

    @Test
    void answers_that_disagree_are_told_with_both() {
        assertThat(told(MOOD.toBuilder().none(PRACTICES).build()))
                .contains("practice flags: none", "The graver reading stands");
    }

    @Test
    void a_difference_tells_the_class_before_and_after_and_nothing_if_nothing_differs() {
        Classification before = of(CHAT);
        Classification after = of(CHAT.with(RECRUITS, YesNo.YES));

        assertThat(LegalNarrative.of(ClassificationDiff.between(before, before)).text())
                .contains("Nothing: class, duties and everything below them stay as they are.");
        assertThat(LegalNarrative.of(ClassificationDiff.between(before, after)).text())
                .contains("Was: not high-risk. Would be: ");
    }

    @Test
    void provisions_of_one_kind_are_named_once() {
        assertThat(LegalWords.provisions(
                        List.of("Art. 5(1)(a)", "Art. 5(1)(b)", "Annex III 1(a)", "Annex III 2", "Art. 6", "Art. 6")))
                .isEqualTo("Art. 5(1)(a), 5(1)(b), Annex III 1(a), 2, Art. 6");
    }

    @Test
    void a_name_from_outside_changes_no_page() {
        AiSystem hostile = CHAT.toBuilder().name("x\u001B[2J\n# <b>").build();

        assertThat(told(hostile)).startsWith("x\\u001b[2J\\n# <b>: not high-risk\n");
        assertThat(LegalNarrative.of(of(hostile), Detail.FULL).markdown()).doesNotContain("\u001B", "<b>");
    }
}
