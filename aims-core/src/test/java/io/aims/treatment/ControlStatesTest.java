package io.aims.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.ControlId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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

    // Organisation and system --------------------------------------------------------------------------------------

    private static final ControlId POLICY = Given.POLICY;
    private static final ControlId MONITORING = Given.MONITORING;
    private final ControlState effective = Given.shown(ControlState.Stage.EFFECTIVE);

    @Test
    void what_the_organisation_says_holds_for_systems_that_say_nothing() {
        ControlStates joint = ControlStates.of(Map.of(MONITORING, effective))
                .forSystem(ControlStates.of(Map.of(use, planned)), Given.catalogue());

        assertThat(joint.state(MONITORING)).contains(effective);
        assertThat(joint.state(use)).contains(planned);
    }

    @Test
    void a_statement_of_a_system_replaces_that_of_the_organisation_as_a_whole_also_where_it_is_worse() {
        ControlStates joint = ControlStates.of(Map.of(MONITORING, effective))
                .forSystem(ControlStates.of(Map.of(MONITORING, planned)), Given.catalogue());

        assertThat(joint.state(MONITORING)).contains(planned);
    }

    @Test
    void a_system_that_does_not_know_does_not_take_over_what_the_organisation_says() {
        ControlStates unsure = new ControlStates(new TreeMap<>(), new TreeSet<>(List.of(MONITORING, POLICY)));
        ControlStates joint = ControlStates.of(Map.of(MONITORING, effective, POLICY, effective))
                .forSystem(unsure, Given.catalogue());

        assertThat(joint.state(MONITORING)).isEmpty();
        assertThat(joint.open()).containsExactly(MONITORING);
        assertThat(joint.state(POLICY)).contains(effective);
        assertThat(joint.with(MONITORING, planned).open()).isEmpty();
    }

    @Test
    void what_is_done_once_for_the_organisation_is_said_by_the_organisation_if_it_says_anything() {
        ControlStates own = ControlStates.of(Map.of(POLICY, planned));
        ControlStates unsure = new ControlStates(new TreeMap<>(), new TreeSet<>(List.of(POLICY)));

        assertThat(ControlStates.of(Map.of(POLICY, effective))
                        .forSystem(own, Given.catalogue())
                        .state(POLICY))
                .contains(effective);
        assertThat(unsure.forSystem(own, Given.catalogue()).state(POLICY)).isEmpty();
        assertThat(ControlStates.unknown().forSystem(own, Given.catalogue()).state(POLICY))
                .contains(planned);
    }

    @Test
    void a_state_known_for_the_system_settles_what_the_organisation_does_not_know() {
        ControlStates unsure = new ControlStates(new TreeMap<>(), new TreeSet<>(List.of(MONITORING)));
        ControlStates joint = unsure.forSystem(ControlStates.of(Map.of(MONITORING, planned)), Given.catalogue());

        assertThat(joint.state(MONITORING)).contains(planned);
        assertThat(joint.open()).isEmpty();
    }

    @Test
    void a_state_is_not_known_and_unknown_at_once() {
        assertThatThrownBy(() -> new ControlStates(new TreeMap<>(Map.of(use, planned)), new TreeSet<>(List.of(use))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
