package io.aims.law;

import static io.aims.law.LegalSamples.ASKED;
import static io.aims.law.LegalSamples.CHATS;
import static io.aims.law.LegalSamples.IN_UNION;
import static io.aims.law.LegalSamples.MEDICAL;
import static io.aims.law.LegalSamples.MILITARY;
import static io.aims.law.LegalSamples.NARROW_TASK;
import static io.aims.law.LegalSamples.OBVIOUS;
import static io.aims.law.LegalSamples.PRACTICES;
import static io.aims.law.LegalSamples.PROFILES;
import static io.aims.law.LegalSamples.READS_EMOTIONS;
import static io.aims.law.LegalSamples.RECRUITS;
import static io.aims.law.LegalSamples.SETTINGS;
import static io.aims.law.LegalSamples.SOLD_ON;
import static io.aims.law.LegalSamples.id;
import static io.aims.system.YesNo.NO;
import static io.aims.system.YesNo.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.error.AimsException;
import io.aims.evaluation.UsedFact;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.CustomValue;
import io.aims.system.Provenance;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationTest {

    private static final Classifier LAW = LegalSamples.classifier();
    private static final CustomValue WORKPLACE = new CustomValue("WORKPLACE");
    private static final AiSystem UNKNOWN = AiSystem.named("unknown").build();
    private static final AiSystem IN_SCOPE = UNKNOWN.with(IN_UNION, YES).with(MILITARY, NO);
    private static final AiSystem RECRUITING =
            IN_SCOPE.with(READS_EMOTIONS, NO).with(RECRUITS, YES).with(PROFILES, YES);
    private static final AiSystem EMOTIONS =
            IN_SCOPE.with(READS_EMOTIONS, YES).with(SETTINGS, WORKPLACE).with(MEDICAL, NO);

    @Test
    void with_nothing_known_every_class_is_possible_and_nothing_stops() {
        Classification nothing = LAW.classify(UNKNOWN);

        assertThat(possible(nothing)).containsExactly("PROHIBITED", "HIGH_RISK", "NOT_HIGH_RISK", "OUT_OF_SCOPE");
        assertThat(nothing.decided()).isEmpty();
        assertThat(nothing.stops()).isFalse();
        assertThat(nothing.applies()).isEqualTo(Truth.UNDETERMINED);
        assertThat(nothing.duties()).extracting(DutyResult::owed).containsOnly(Truth.UNDETERMINED);
        assertThat(nothing.decidingFacts()).isEmpty();
    }

    @Test
    void one_fact_may_decide() {
        Classification military = LAW.classify(RECRUITING.with(MILITARY, YES));

        assertThat(possible(military)).containsExactly("OUT_OF_SCOPE");
        assertThat(texts(military.decidingFacts())).containsExactly("militaryOnly YES");
    }

    @Test
    void a_finding_stops_until_an_exclusion_is_shown() {
        AiSystem maybeMilitary = EMOTIONS.without(MILITARY);

        assertThat(possible(LAW.classify(maybeMilitary))).containsExactly("PROHIBITED", "OUT_OF_SCOPE");
        assertThat(LAW.classify(maybeMilitary).stops()).isTrue();
        assertThat(LAW.classify(maybeMilitary.with(MILITARY, YES)).stops()).isFalse();
        assertThat(LAW.classify(EMOTIONS.without(MEDICAL)).stops()).isFalse();
    }

    @Test
    void the_class_does_not_depend_on_the_day_but_whether_it_applies_does() {
        assertThat(LAW.classify(RECRUITING, ASKED).applies()).isEqualTo(Truth.FALSE);
        assertThat(LAW.classify(RECRUITING, LocalDate.of(2027, 12, 2)).applies())
                .isEqualTo(Truth.TRUE);
        assertThat(LAW.classify(RECRUITING).applies()).isEqualTo(Truth.UNDETERMINED);
        assertThat(possible(LAW.classify(RECRUITING))).containsExactly("HIGH_RISK");
    }

    @Test
    void steps_name_article_fact_and_answer_each_behind_those_it_rests_on() {
        List<LegalStep> steps = LAW.classify(RECRUITING, ASKED).steps();

        assertThat(steps)
                .extracting(step -> step.kind() + " " + step.id() + " " + step.truth())
                .containsExactly(
                        "PROPOSITION IN_SCOPE TRUE",
                        "PROPOSITION PRACTICE_F FALSE",
                        "PROPOSITION PRACTICE FALSE",
                        "PROPOSITION LISTED TRUE",
                        "CLASS PROHIBITED FALSE",
                        "CLASS HIGH_RISK TRUE",
                        "CLASS NOT_HIGH_RISK FALSE",
                        "CLASS OUT_OF_SCOPE FALSE",
                        "APPLICATION HIGH_RISK FALSE");
        LegalStep practice = steps.get(1);
        assertThat(practice.article()).isEqualTo("Art. 5(1)(f)");
        assertThat(practice.facts())
                .extracting(UsedFact::subject, UsedFact::text)
                .containsExactly(tuple("readsEmotions", "NO"));
        LegalStep listed = steps.get(3);
        assertThat(listed.articles()).containsExactly("Annex III 4(a)", "Art. 6(3)");
        assertThat(listed.facts())
                .extracting(UsedFact::subject, UsedFact::text)
                .containsExactly(tuple("recruits", "YES"), tuple("profiles", "YES"));
        assertThat(steps.get(8).facts())
                .extracting(UsedFact::subject, UsedFact::text)
                .containsExactly(tuple("asOf", "2026-11-27"));
    }

    @Test
    void a_step_tells_what_took_it_away() {
        AiSystem narrow = RECRUITING.with(PROFILES, NO).with(NARROW_TASK, YES);
        LegalStep listed = LAW.classify(narrow).steps(id("LISTED")).get(0);

        assertThat(listed.truth()).isEqualTo(Truth.FALSE);
        assertThat(listed.takenAwayBy()).map(Exemption::article).contains("Art. 6(3)");
        assertThat(listed.facts()).extracting(UsedFact::subject).containsExactly("narrowTask", "profiles");
        assertThat(LAW.classify(RECRUITING).steps(id("LISTED")).get(0).takenAwayBy())
                .isEmpty();
    }

    @Test
    void a_step_that_is_open_names_what_is_unknown_and_the_exemption_that_may_take_it_away() {
        LegalStep listed =
                LAW.classify(RECRUITING.without(PROFILES)).steps(id("LISTED")).get(0);

        assertThat(listed.truth()).isEqualTo(Truth.UNDETERMINED);
        assertThat(listed.exemptions()).extracting(ExemptionResult::truth).containsExactly(Truth.UNDETERMINED);
        assertThat(listed.facts())
                .extracting(UsedFact::subject, UsedFact::isOpen)
                .containsExactly(tuple("recruits", false), tuple("narrowTask", true), tuple("profiles", true));
        assertThat(listed.takenAwayBy()).isEmpty();
    }

    @Test
    void a_step_shows_who_gave_the_answer() {
        Provenance provenance = new Provenance("legal", LocalDate.of(2026, 3, 1), "memo 7", Provenance.Basis.STATED);
        AiSystem known = UNKNOWN.with(new Answer(MILITARY, new Bounds.Ranks(1, 1), provenance));

        assertThat(LAW.classify(known).steps().get(0).facts())
                .flatExtracting(
                        fact -> fact.answer().map(Answer::provenance).stream().toList())
                .containsExactly(provenance);
    }

    @Test
    void what_was_stated_as_a_whole_needs_no_parts() {
        AiSystem flagged = IN_SCOPE.with(PRACTICES, new CustomValue("5_1_f"));
        AiSystem denied = IN_SCOPE.with(PRACTICES, new CustomValue("5_1_g"));

        assertThat(possible(LAW.classify(flagged))).containsExactly("PROHIBITED");
        assertThat(LAW.classify(flagged).steps(id("PRACTICE_F")).get(0).facts())
                .extracting(UsedFact::subject)
                .containsExactly("practiceFlags");
        assertThat(possible(LAW.classify(denied))).containsExactly("HIGH_RISK", "NOT_HIGH_RISK");
        assertThat(asked(LAW.classify(denied))).doesNotContain("readsEmotions", "practiceFlags");
    }

    @Test
    void where_whole_and_parts_disagree_both_are_told_and_the_graver_stands() {
        AiSystem denied = EMOTIONS.with(Answer.of(PRACTICES, new Bounds.Members(0, true)));
        AiSystem flagged = RECRUITING.with(PRACTICES, new CustomValue("5_1_f"));

        assertThat(possible(LAW.classify(denied))).containsExactly("PROHIBITED");
        assertThat(LAW.classify(denied).contradictions()).singleElement().satisfies(contradiction -> {
            assertThat(contradiction.proposition().id()).isEqualTo(id("PRACTICE_F"));
            assertThat(contradiction.stated()).isEqualTo(Truth.FALSE);
            assertThat(contradiction.statement().text()).isEqualTo("none");
            assertThat(contradiction.parts())
                    .extracting(UsedFact::subject)
                    .containsExactly("readsEmotions", "emotionSettings", "medicalReasons");
        });
        assertThat(possible(LAW.classify(flagged))).containsExactly("PROHIBITED");
        assertThat(LAW.classify(flagged).contradictions()).singleElement().satisfies(contradiction -> {
            assertThat(contradiction.stated()).isEqualTo(Truth.TRUE);
            assertThat(contradiction.parts()).extracting(UsedFact::text).containsExactly("NO");
        });
        assertThat(LAW.classify(EMOTIONS).contradictions()).isEmpty();
    }

    @Test
    void questions_decide_the_class_first_and_ask_for_no_whole() {
        Classification nothing = LAW.classify(UNKNOWN, ASKED);

        assertThat(asked(nothing))
                .startsWith("inUnion", "militaryOnly")
                .contains("readsEmotions", "recruits", "chats", "soldOn")
                .doesNotContain("practiceFlags");
        LegalQuestion first = nothing.questions().get(0);
        assertThat(first.bearsOnClass()).isTrue();
        assertThat(first.article()).isEqualTo("Art. 2(1)");
        assertThat(first.rulesOut())
                .extracting(LegalClass::id)
                .map(PropositionId::value)
                .containsExactly("PROHIBITED", "HIGH_RISK", "NOT_HIGH_RISK");
        assertThat(first.duties()).extracting(Duty::id).containsExactly(id("ART_50_1"));
        assertThat(first.question()).isEqualTo("Is it so (inUnion)?");
    }

    @Test
    void what_can_no_longer_matter_is_not_asked() {
        assertThat(asked(LAW.classify(RECRUITING, ASKED))).containsExactly("chats", "obviousMachine", "soldOn");
        assertThat(asked(LAW.classify(RECRUITING.with(CHATS, NO), ASKED))).isEmpty();
        assertThat(asked(LAW.classify(UNKNOWN.with(IN_UNION, NO), ASKED))).isEmpty();
        assertThat(asked(LAW.classify(RECRUITING.with(CHATS, YES).with(OBVIOUS, NO), LocalDate.of(2027, 12, 2))))
                .isEmpty();
    }

    @Test
    void a_duty_may_be_owed_and_not_apply_yet() {
        AiSystem chat = RECRUITING.with(CHATS, YES).with(OBVIOUS, NO);
        AiSystem old =
                chat.with(Answer.of(SOLD_ON, new Bounds.Days(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 8, 1))));

        assertThat(LAW.classify(chat, ASKED).duty(id("ART_50_1")))
                .map(DutyResult::applies)
                .contains(Truth.UNDETERMINED);
        assertThat(LAW.classify(old, ASKED).duties())
                .extracting(DutyResult::owed, DutyResult::applies)
                .containsExactly(tuple(Truth.TRUE, Truth.FALSE));
        assertThat(LAW.classify(old, ASKED).steps(id("ART_50_1")))
                .extracting(LegalStep::kind)
                .containsExactly(LegalStep.Kind.PROPOSITION, LegalStep.Kind.DUTY, LegalStep.Kind.APPLICATION);
        assertThat(LAW.classify(old).duty(id("LISTED"))).isEmpty();
    }

    @Test
    void a_why_not_names_the_fewest_facts() {
        LegalWhyNot notHigh = LAW.classify(RECRUITING.with(RECRUITS, NO), ASKED).whyNot(id("HIGH_RISK"));

        assertThat(notHigh.truth()).isEqualTo(Truth.FALSE);
        assertThat(notHigh.changes())
                .extracting(change -> change.needed().characteristic().id() + " "
                        + change.needed().text())
                .containsExactly("recruits YES");
        assertThat(notHigh.changes().get(0).isPossible()).isFalse();
        assertThat(notHigh.changes().get(0).present()).map(Answer::text).contains("NO");
        assertThat(notHigh.against()).extracting(LegalStep::id).containsExactly(id("LISTED"));
    }

    @Test
    void a_why_not_of_an_open_class_names_what_has_to_be_found_out() {
        LegalWhyNot whyNot = LAW.classify(IN_SCOPE, ASKED).whyNot(id("NOT_HIGH_RISK"));

        assertThat(whyNot.truth()).isEqualTo(Truth.UNDETERMINED);
        assertThat(whyNot.changes())
                .hasSize(2)
                .allMatch(LegalChange::isPossible)
                .extracting(change -> change.needed().characteristic().id())
                .contains("recruits");
        assertThat(whyNot.against()).extracting(LegalStep::id).contains(id("PRACTICE_F"), id("LISTED"));
    }

    @Test
    void what_holds_already_needs_no_change() {
        LegalWhyNot whyNot = LAW.classify(RECRUITING, ASKED).whyNot(id("HIGH_RISK"));

        assertThat(whyNot.holds()).isTrue();
        assertThat(whyNot.isReachable()).isTrue();
        assertThat(whyNot.changes()).isEmpty();
        assertThat(whyNot.against()).isEmpty();
    }

    @Test
    void no_answer_brings_a_day_nearer() {
        LegalWhyNot whyNot = LAW.classify(UNKNOWN, LocalDate.of(2024, 1, 1)).whyNot(id("PROHIBITIONS_APPLY"));

        assertThat(whyNot.isReachable()).isFalse();
        assertThat(whyNot.changes()).isEmpty();
        assertThat(whyNot.against()).hasSize(1);
    }

    @Test
    void a_denied_whole_has_to_be_said_otherwise() {
        AiSystem denied = RECRUITING.with(PRACTICES, new CustomValue("5_1_g"));

        assertThat(LAW.classify(denied).whyNot(id("PRACTICE")).changes())
                .extracting(change -> change.needed().characteristic().id() + " "
                        + change.needed().text())
                .containsExactly("practiceFlags 5_1_f, 5_1_g", "readsEmotions YES");
    }

    @Test
    void an_id_that_the_pack_does_not_have_is_refused() {
        Classification classification = LAW.classify(UNKNOWN);

        assertThatThrownBy(() -> classification.whyNot(id("HIGHRISK")))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-3102")
                .hasMessageContaining("Maybe you meant (HIGH_RISK).");
        assertThatThrownBy(() -> classification.truth(id("NOTHING_LIKE_IT"))).hasMessageContaining("AIMS-3102");
        assertThatThrownBy(() -> classification.steps(id("NOTHING_LIKE_IT"))).hasMessageContaining("AIMS-3102");
        assertThatThrownBy(() -> classification.applies(id("LISTED"))).hasMessageContaining("AIMS-3102");
    }

    @Test
    void a_seal_covers_facts_day_and_pack() {
        Classification one = LAW.classify(RECRUITING, ASKED);

        assertThat(LegalSamples.classifier().classify(RECRUITING, ASKED).seal()).isEqualTo(one.seal());
        assertThat(LegalSamples.classifier().classify(RECRUITING, ASKED))
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
        assertThat(LAW.classify(RECRUITING, ASKED.plusDays(1)).seal()).isNotEqualTo(one.seal());
        assertThat(LAW.classify(RECRUITING.with(CHATS, NO), ASKED).seal()).isNotEqualTo(one.seal());
        Classifier other = new Classifier(
                LegalSamples.pack(LegalSamples.propositions(), LegalSamples.classes(), List.of()),
                LegalSamples.NO_VOCABULARY);
        assertThat(other.classify(RECRUITING, ASKED).seal()).isNotEqualTo(one.seal());
        assertThat(other.classify(RECRUITING, ASKED)).isNotEqualTo(one);
    }

    private static List<String> possible(Classification classification) {
        return classification.possible().stream().map(each -> each.id().value()).toList();
    }

    private static List<String> asked(Classification classification) {
        return classification.questions().stream()
                .map(each -> each.entry().characteristic().id())
                .toList();
    }

    private static List<String> texts(List<Answer> answers) {
        return answers.stream()
                .map(each -> each.characteristic().id() + " " + each.text())
                .toList();
    }
}
