package io.aims.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.ControlId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ControlStatesTest {

    private final ControlId use = new ControlId("A.9.2");
    private final ControlId supplier = new ControlId("A.10.3");
    private final ControlState planned = ControlState.of(ControlState.Stage.PLANNED);

    @Test
    void what_is_absent_is_unknown() {
        assertThat(ControlStates.unknown().state(use)).isEmpty();
        assertThat(ControlStates.unknown().states()).isEmpty();
        assertThat(ControlStates.of(Map.of(supplier, planned)).state(use)).isEmpty();
    }

    @Test
    void a_state_is_found_by_its_control() {
        assertThat(ControlStates.of(Map.of(use, planned)).state(use)).contains(planned);
    }

    @Test
    void states_stand_in_the_order_of_ids_whatever_the_order_given() {
        SortedMap<ControlId, ControlState> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.put(use, planned);
        backwards.put(supplier, planned);

        assertThat(new ControlStates(backwards).states().keySet()).containsExactly(use, supplier);
        assertThat(ControlStates.of(backwards).states().keySet()).containsExactly(use, supplier);
        assertThat(new ControlStates(backwards)).isEqualTo(ControlStates.of(backwards));
    }

    @Test
    void they_do_not_change_when_the_map_given_does() {
        Map<ControlId, ControlState> source = new HashMap<>(Map.of(use, planned));
        ControlStates states = ControlStates.of(source);
        source.clear();

        assertThat(states.states()).hasSize(1);
        assertThatThrownBy(() -> states.states().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_state_may_have_evidence_owner_and_dates() {
        LocalDate day = LocalDate.of(2027, 2, 28);
        ControlState state = new ControlState(ControlState.Stage.EFFECTIVE, "audit", "owner", null, day);

        assertThat(state.evidence()).contains("audit");
        assertThat(state.owner()).contains("owner");
        assertThat(state.until()).isEqualTo(day);
        assertThat(planned.evidence()).isEmpty();
        assertThat(planned.owner()).isEmpty();
        assertThat(planned.since()).isNull();
    }
}
