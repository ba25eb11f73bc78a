package io.aims.testing;

import static io.aims.testing.AimsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.law.Classification;
import io.aims.system.AiSystem;
import io.aims.testing.junit.AimsSystem;
import org.junit.jupiter.api.Test;

class ClassificationAssertTest {

    private static final Aims AIMS = Aims.standard();
    private static final String LAW = "eu-ai-act";

    @Test
    void what_follows_from_the_facts_passes(@AimsSystem("junit/application-sorter.yaml") AiSystem sorter) {
        Classification classification = AIMS.classify(sorter, LAW);

        assertThat(classification)
                .isOfClass("NOT_HIGH_RISK")
                .mayBeOfClass("NOT_HIGH_RISK")
                .cannotBeOfClass("HIGH_RISK")
                .cannotBeOfClass("PROHIBITED")
                .doesNotStop()
                .hasNoContradictions();
        assertThat((Object) classification)
                .asInstanceOf(AimsAssertions.CLASSIFICATION)
                .isOfClass("NOT_HIGH_RISK");
    }

    @Test
    void a_failure_tells_what_stands_against_it(@AimsSystem("junit/application-sorter.yaml") AiSystem sorter) {
        Classification classification = AIMS.classify(sorter, LAW);

        assertThatThrownBy(() -> assertThat(classification).isOfClass("PROHIBITED"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("to be of class (PROHIBITED", "it is of class (NOT_HIGH_RISK)", "Art. 5");
        assertThatThrownBy(() -> assertThat(classification).mayBeOfClass("PROHIBITED"))
                .hasMessageContaining("possibly to be of class (PROHIBITED");
        assertThatThrownBy(() -> assertThat(classification).cannotBeOfClass("NOT_HIGH_RISK"))
                .hasMessageContaining("not to be of class (NOT_HIGH_RISK");
        assertThatThrownBy(() -> assertThat(classification).stops()).hasMessageContaining("to stop system");
    }

    @Test
    void what_is_unknown_is_never_taken_for_false() {
        Classification nothingKnown = AIMS.classify(AiSystem.named("new-idea").build(), LAW);

        assertThat(nothingKnown).mayBeOfClass("PROHIBITED").mayBeOfClass("HIGH_RISK");
        assertThatThrownBy(() -> assertThat(nothingKnown).doesNotStop())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("not to stop system (new-idea), but it may", "Maybe answer \"");
        assertThatThrownBy(() -> assertThat(nothingKnown).cannotBeOfClass("HIGH_RISK"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(nothingKnown).hasNoOpenQuestions()).isInstanceOf(AssertionError.class);
        nothingKnown.questions().stream()
                .findFirst()
                .ifPresent(first -> assertThat(nothingKnown)
                        .hasOpenQuestion(first.entry().characteristic().id()));
        nothingKnown.duties().stream().limit(3).forEach(duty -> {
            String id = duty.duty().id().value();
            switch (duty.owed()) {
                case TRUE -> assertThat(nothingKnown).owes(id);
                case FALSE -> assertThat(nothingKnown).doesNotOwe(id);
                case UNDETERMINED -> {
                    assertThat(nothingKnown).mayOwe(id);
                    assertThatThrownBy(() -> assertThat(nothingKnown).doesNotOwe(id))
                            .isInstanceOf(AssertionError.class);
                    assertThatThrownBy(() -> assertThat(nothingKnown).owesAlready(id))
                            .isInstanceOf(AssertionError.class);
                }
            }
        });
        nothingKnown.results().stream().limit(3).forEach(result -> {
            String id = result.proposition().id().value();
            switch (result.truth()) {
                case TRUE -> assertThat(nothingKnown).holds(id);
                case FALSE -> assertThat(nothingKnown).doesNotHold(id);
                case UNDETERMINED -> {
                    assertThat(nothingKnown).leavesUndetermined(id);
                    assertThatThrownBy(() -> assertThat(nothingKnown).doesNotHold(id))
                            .isInstanceOf(AssertionError.class);
                }
            }
        });
    }

    @Test
    void an_id_that_does_not_exist_is_an_error() {
        Classification nothingKnown = AIMS.classify(AiSystem.named("new-idea").build(), LAW);

        assertThatThrownBy(() -> assertThat(nothingKnown).cannotBeOfClass("HIGH-RISC"))
                .isInstanceOf(AimsException.class)
                .hasMessageContainingAll("AIMS-7001", "Maybe you meant (HIGH_RISK).");
        assertThatThrownBy(() -> assertThat(nothingKnown).cannotBeOfClass("MINIMAL"))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("There are ");
        assertThatThrownBy(() -> assertThat(nothingKnown).doesNotOwe("nothing")).isInstanceOf(AimsException.class);
        assertThatThrownBy(() -> assertThat(nothingKnown).doesNotHold("nothing"))
                .isInstanceOf(AimsException.class);
        assertThatThrownBy(() -> assertThat(nothingKnown).hasOpenQuestion("nothing"))
                .isInstanceOf(AimsException.class);
    }
}
