package io.aims.law;

import static io.aims.law.LegalSamples.IN_UNION;
import static io.aims.law.LegalSamples.MEDICAL;
import static io.aims.law.LegalSamples.PRACTICES;
import static io.aims.law.LegalSamples.READS_EMOTIONS;
import static io.aims.law.LegalSamples.SETTINGS;
import static io.aims.law.LegalSamples.yes;
import static io.aims.system.YesNo.NO;
import static io.aims.system.YesNo.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.Condition;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.CustomValue;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.Provenance;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstablishTest {

    private static final Classifier LAW = LegalSamples.classifier();
    private static final AiSystem EMOTIONS = AiSystem.named("emotions")
            .answer(READS_EMOTIONS, YES)
            .answer(SETTINGS, new CustomValue("WORKPLACE"))
            .answer(MEDICAL, NO)
            .build();

    @Test
    void what_the_parts_show_is_added_with_pack_article_and_facts_as_evidence() {
        Answer shown = LAW.establish(EMOTIONS).answer(PRACTICES).orElseThrow();

        assertThat(shown.text()).isEqualTo("5_1_f and maybe more");
        assertThat(shown.provenance())
                .isEqualTo(new Provenance(
                        "test-act 1.0.0",
                        null,
                        "test-act 1.0.0: practiceFlags contains 5_1_f by Art. 5(1)(f) from readsEmotions, emotionSettings,"
                                + " medicalReasons",
                        Provenance.Basis.INFERRED));
    }

    @Test
    void nothing_is_added_while_an_exemption_is_open_or_holds() {
        assertThat(LAW.establish(EMOTIONS.without(MEDICAL))).isEqualTo(EMOTIONS.without(MEDICAL));
        assertThat(LAW.establish(EMOTIONS.with(MEDICAL, YES))).isEqualTo(EMOTIONS.with(MEDICAL, YES));
    }

    @Test
    void what_was_given_stays_with_who_gave_it() {
        Provenance given = new Provenance("legal", LocalDate.of(2026, 3, 1), "memo 7", Provenance.Basis.STATED);
        AiSystem partly = EMOTIONS.with(new Answer(PRACTICES, new Bounds.Members(0b10, false), given));

        Answer more = LAW.establish(partly).answer(PRACTICES).orElseThrow();

        assertThat(more.text()).isEqualTo("5_1_f, 5_1_g and maybe more");
        assertThat(more.provenance().by()).contains("legal");
        assertThat(more.provenance().on()).contains(LocalDate.of(2026, 3, 1));
        assertThat(more.provenance().evidence().orElseThrow())
                .startsWith("memo 7; test-act 1.0.0: practiceFlags contains");
    }

    @Test
    void what_was_denied_is_added_all_the_same_and_the_evidence_says_so() {
        AiSystem denied = EMOTIONS.with(Answer.of(PRACTICES, new Bounds.Members(0, true)));

        Answer shown = LAW.establish(denied).answer(PRACTICES).orElseThrow();

        assertThat(shown.text()).isEqualTo("5_1_f");
        assertThat(shown.provenance().evidence().orElseThrow()).endsWith(", although it was denied");
        assertThat(LAW.classify(denied).contradictions()).hasSize(1);
    }

    @Test
    void what_is_known_already_is_left_as_it_is() {
        AiSystem flagged = EMOTIONS.with(PRACTICES, new CustomValue("5_1_f"));

        assertThat(LAW.establish(flagged)).isSameAs(flagged);
    }

    @Test
    void a_yes_and_a_value_reached_are_established_too() {
        BooleanCharacteristic whole = BooleanCharacteristic.of("whole");
        OrdinalCharacteristic<CustomValue> degree =
                OrdinalCharacteristic.of("degree", List.of("LOW", "MIDDLE", "HIGH"));
        LegalPack sample = LegalSamples.pack();
        List<LegalFact> facts = new java.util.ArrayList<>(sample.facts());
        facts.add(LegalSamples.fact(whole, "Art. 1", LegalFact.Effect.BINDS));
        facts.add(LegalSamples.fact(degree, "Art. 1", LegalFact.Effect.BINDS));
        LegalPack pack = new LegalPack(
                "whole",
                "1.0.0",
                "Whole",
                "Apache-2.0",
                "A test.",
                "Test Act",
                sample.readOn(),
                facts,
                sample.dates(),
                List.of(
                        LegalSamples.proposition("W", "", "Whole", new Condition.IsYes(whole), yes(IN_UNION)),
                        LegalSamples.proposition("D", "", "Degree", new Condition.AtLeast(degree, 1), yes(IN_UNION))),
                List.of(LegalSamples.legalClass(
                        "ONLY", "Only", new LegalCondition.Always(), new LegalCondition.Always(), null)),
                List.of());
        AiSystem inUnion = AiSystem.named("s").answer(IN_UNION, YES).build();

        AiSystem established = new Classifier(pack, LegalSamples.NO_VOCABULARY).establish(inUnion);

        assertThat(established.answer(whole)).map(Answer::text).contains("YES");
        assertThat(established.answer(degree)).map(Answer::text).contains("at least MIDDLE");
        assertThat(established.answer(whole).orElseThrow().provenance().evidence())
                .contains("whole 1.0.0: whole = YES by W from inUnion");
    }
}
