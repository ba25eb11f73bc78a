package io.aims.evaluation;

import io.aims.control.AiRole;
import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.system.Bounds;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What each control is to an organisation if it is needed, for each combination of roles that may be held. A combination is
 * worked out when it is first met. Thread-safe.
 */
final class RolesHeld {

    private static final long ALL = (1L << AiRole.values().length) - 1;

    private final List<Control> controls;
    private final AtomicReferenceArray<ControlStatus[]> known = new AtomicReferenceArray<>((int) (2 * ALL + 2));

    RolesHeld(List<Control> controls) {
        this.controls = controls;
    }

    /** Returns the status of each control by its position; nobody may change the array. */
    ControlStatus[] whenNeeded(Bounds.Members held) {
        Bounds.Members roles = new Bounds.Members(held.known() & ALL, held.complete());
        int combination = (int) (2 * roles.known() + (roles.complete() ? 1 : 0));
        ControlStatus[] ready = known.get(combination);
        if (ready == null) {
            ready = controls.stream()
                    .map(control -> control.statusWhenNeeded(roles))
                    .toArray(ControlStatus[]::new);
            known.set(combination, ready);
        }
        return ready;
    }
}
