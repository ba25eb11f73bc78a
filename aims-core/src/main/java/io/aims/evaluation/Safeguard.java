package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import java.util.List;

/**
 * A control that a system needs, with the reasons.
 *
 * @param control the control
 * @param status {@link ControlStatus#REQUIRED} or {@link ControlStatus#VIA_SUPPLIER}
 * @param priority how much attention it deserves
 * @param reasons the findings that call for it, the strongest first, at least one
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record Safeguard(Control control, ControlStatus status, Priority priority, List<Finding> reasons) {

    /** Copies the list of reasons. */
    public Safeguard {
        reasons = List.copyOf(reasons);
        if (!status.isSafeguard() || reasons.isEmpty()) {
            throw new IllegalArgumentException("A safeguard is needed and has a reason: " + control.id());
        }
    }
}
