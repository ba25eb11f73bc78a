package io.aims.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.ControlId;
import io.aims.rule.PackReference;
import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutsideFindingTest {

    private static final PackReference RULES = new PackReference("acme", "1.0", "f");

    private static OutsideFinding finding(String id, String title, String reason, Truth status, String... controls) {
        return new OutsideFinding(
                id,
                title,
                reason,
                status,
                List.of(controls).stream().map(ControlId::new).toList(),
                RULES,
                "rule");
    }

    @Test
    void what_cannot_be_a_finding_is_refused() {
        assertThatThrownBy(() -> finding("a b", "Title", "Reason", Truth.TRUE)).hasMessageContaining("An id is");
        assertThatThrownBy(() -> finding("A-1", " ", "Reason", Truth.TRUE)).hasMessageContaining("title and a reason");
        assertThatThrownBy(() -> finding("A-1", "Title", "\n", Truth.TRUE)).hasMessageContaining("title and a reason");
        assertThatThrownBy(() -> finding("A-1", "Title", "Reason", Truth.FALSE)).hasMessageContaining("finds nothing");
    }

    @Test
    void controls_are_sorted_and_named_once() {
        assertThat(finding("A-1", "T", "R", Truth.TRUE, "A.10.2", "A.9.3", "A.10.2")
                        .controls())
                .containsExactly(new ControlId("A.9.3"), new ControlId("A.10.2"));
    }

    @Test
    void outcomes_hold_findings_sorted_and_once_whatever_the_order_of_firing() {
        List<OutsideFinding> sorted = List.of(
                finding("A-2", "T", "R", Truth.UNDETERMINED),
                finding("A-2", "T", "R", Truth.TRUE, "A.9.3"),
                finding("A-2", "T", "R", Truth.TRUE),
                finding("A-2", "T", "S", Truth.TRUE),
                finding("A-2", "U", "R", Truth.TRUE),
                finding("A-10", "T", "R", Truth.TRUE));
        List<OutsideFinding> fired = new ArrayList<>(sorted);
        Collections.reverse(fired);
        fired.addAll(sorted);

        Outcomes outcomes = new Outcomes(new BitSet(), new BitSet(), fired);

        assertThat(outcomes.outside()).isEqualTo(sorted);
        assertThat(outcomes).isNotEqualTo(new Outcomes(new BitSet(), new BitSet()));
    }
}
