package io.aims.law;

import static io.aims.law.LegalSamples.ASKED;
import static io.aims.law.LegalSamples.CHATS;
import static io.aims.law.LegalSamples.IN_UNION;
import static io.aims.law.LegalSamples.MILITARY;
import static io.aims.law.LegalSamples.OBVIOUS;
import static io.aims.law.LegalSamples.PROFILES;
import static io.aims.law.LegalSamples.READS_EMOTIONS;
import static io.aims.law.LegalSamples.RECRUITS;
import static io.aims.law.LegalSamples.id;
import static io.aims.system.YesNo.NO;
import static io.aims.system.YesNo.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.error.AimsException;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationDiffTest {

    private static final Classifier LAW = LegalSamples.classifier();
    private static final AiSystem RECRUITING = AiSystem.named("recruiting")
            .answer(IN_UNION, YES)
            .answer(MILITARY, NO)
            .answer(READS_EMOTIONS, NO)
            .answer(RECRUITS, YES)
            .answer(PROFILES, YES)
            .build();

    @Test
    void tells_which_classes_propositions_and_duties_came_to_something_else() {
        Classification before = LAW.classify(RECRUITING.without(RECRUITS), ASKED);
        Classification after = LAW.classify(RECRUITING.with(CHATS, YES).with(OBVIOUS, NO), ASKED);

        ClassificationDiff diff = ClassificationDiff.between(before, after);

        assertThat(diff.noLongerPossible()).extracting(LegalClass::id).containsExactly(id("NOT_HIGH_RISK"));
        assertThat(diff.newlyPossible()).isEmpty();
        assertThat(diff.propositions())
                .extracting(
                        change -> change.proposition().id(),
                        ClassificationDiff.PropositionChange::before,
                        ClassificationDiff.PropositionChange::after)
                .containsExactly(tuple(id("LISTED"), Truth.UNDETERMINED, Truth.TRUE));
        assertThat(diff.duties()).singleElement().satisfies(change -> {
            assertThat(change.before().owed()).isEqualTo(Truth.UNDETERMINED);
            assertThat(change.after().owed()).isEqualTo(Truth.TRUE);
        });
        assertThat(diff.changesOutcome()).isTrue();
        assertThat(ClassificationDiff.between(after, before).newlyPossible())
                .extracting(LegalClass::id)
                .containsExactly(id("NOT_HIGH_RISK"));
    }

    @Test
    void another_day_alone_may_change_what_applies() {
        ClassificationDiff diff = ClassificationDiff.between(
                LAW.classify(RECRUITING, ASKED), LAW.classify(RECRUITING, LocalDate.of(2028, 1, 1)));

        assertThat(diff.noLongerPossible()).isEmpty();
        assertThat(diff.changesOutcome()).isTrue();
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void of_the_same_nothing_differs() {
        Classification same = LAW.classify(RECRUITING, ASKED);

        assertThat(ClassificationDiff.between(same, same).isEmpty()).isTrue();
    }

    @Test
    void different_packs_are_not_compared() {
        Classifier other = new Classifier(
                LegalSamples.pack(LegalSamples.propositions(), LegalSamples.classes(), List.of()),
                LegalSamples.NO_VOCABULARY);

        assertThatThrownBy(() -> ClassificationDiff.between(LAW.classify(RECRUITING), other.classify(RECRUITING)))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-3101");
    }
}
