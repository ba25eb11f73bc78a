package io.aims.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults();

    @Test
    void without_a_fault_nothing_is_thrown() {
        assertThat(faults.isEmpty()).isTrue();
        assertThatCode(faults::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void every_fault_is_told_at_once_in_the_order_found() {
        Place place = new Place("loan.yaml", 3, 5);
        faults.add("AIMS-1002", place, "First.", "Maybe one.");
        faults.add("AIMS-1001", null, "Second.", "Maybe two.");

        assertThat(faults.isEmpty()).isFalse();
        assertThatThrownBy(faults::throwIfAny)
                .isInstanceOf(AimsException.class)
                .hasMessage("AIMS-1002: First.\nMaybe one.\nAIMS-1001: Second.\nMaybe two.")
                .asInstanceOf(InstanceOfAssertFactories.type(AimsException.class))
                .extracting(AimsException::faults)
                .isEqualTo(List.of(
                        new Fault("AIMS-1002", "First.", "Maybe one.", place),
                        Fault.of("AIMS-1001", "Second.", "Maybe two.")));
    }

    @Test
    void what_was_handed_out_does_not_change_afterwards() {
        List<Fault> before = faults.toList();
        faults.add("AIMS-1001", null, "Later.", "Maybe later.");

        assertThat(before).isEmpty();
        assertThat(faults.toList()).hasSize(1);
    }

    @Test
    void beyond_a_thousand_they_are_no_longer_kept_and_that_is_told() {
        for (int i = 0; i < 1_001; i++) {
            faults.add("AIMS-1001", null, "Fault " + i + ".", "Maybe.");
        }

        assertThat(faults.toList())
                .hasSize(1_000)
                .last()
                .satisfies(fault -> assertThat(fault)
                        .hasToString("AIMS-1013: More is wrong than the 999 things told here.\n"
                                + "Maybe it is another kind of document: correct what is told, then look again."));
        assertThat(faults.toList().get(998).message()).isEqualTo("Fault 998.");
        assertThat(faults.isFull()).isTrue();
    }

    @Test
    void the_fault_at_which_work_stops_is_told_however_many_there_are() {
        Fault last = Fault.of("AIMS-2144", "Too many.", "Maybe.");

        assertThat(new Faults().stop(last).faults()).containsExactly(last);
        for (int i = 0; i < 1_001; i++) {
            faults.add("AIMS-1001", null, "Fault " + i + ".", "Maybe.");
        }
        assertThat(faults.stop(last).faults()).hasSize(1_000).endsWith(last);
    }

    @Test
    void beyond_a_hundred_the_nearest_word_is_no_longer_looked_for() {
        for (int i = 0; i < 99; i++) {
            faults.add("AIMS-1001", null, "Fault.", "Maybe.");
        }

        assertThat(faults.nearest("HIHG", List.of("LOW", "HIGH"))).contains("HIGH");
        faults.add("AIMS-1001", null, "Fault.", "Maybe.");
        assertThat(faults.nearest("HIHG", List.of("LOW", "HIGH"))).isEmpty();
    }

    @Test
    void faults_found_elsewhere_are_added_up_to_a_thousand() {
        faults.add("AIMS-1001", null, "Own.", "Maybe.");
        faults.addAll(Collections.nCopies(1_500, Fault.of("AIMS-1002", "Other.", "Maybe.")));
        faults.addAll(List.of(Fault.of("AIMS-1003", "Last.", "Maybe.")));

        assertThat(faults.toList()).hasSize(1_000).first().isEqualTo(Fault.of("AIMS-1001", "Own.", "Maybe."));
        assertThat(faults.toList().get(998)).isEqualTo(Fault.of("AIMS-1002", "Other.", "Maybe."));
        assertThat(faults.toList().get(999).code()).isEqualTo("AIMS-1013");
    }
}
