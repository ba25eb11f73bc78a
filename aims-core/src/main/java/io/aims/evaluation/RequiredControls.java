package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The controls that each rule requires, by their positions. Immutable and thread-safe. */
final class RequiredControls {

    private final List<Control> controls;
    private final int[][] requiredBy;

    RequiredControls(RuleBase base) {
        this.controls = List.copyOf(base.catalogue().controls());
        Map<ControlId, Integer> positions = new HashMap<>();
        controls.forEach(control -> positions.put(control.id(), positions.size()));
        this.requiredBy = base.rules().stream()
                .map(Rule::requires)
                .map(required -> required.stream()
                        .map(positions::get)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    List<Control> all() {
        return controls;
    }

    int[] requiredBy(int rule) {
        return requiredBy[rule];
    }
}
