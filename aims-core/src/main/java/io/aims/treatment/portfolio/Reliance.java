package io.aims.treatment.portfolio;

import io.aims.control.Control;

/**
 * A control that some systems leave to a supplier.
 *
 * @param control the control
 * @param systems how many systems need it and cannot perform it themselves
 * @param inPlace in how many of these it counts as in place, because the supplier has shown it
 * @since 0.1
 */
public record Reliance(Control control, long systems, long inPlace) {

    Reliance plus(Reliance other) {
        return new Reliance(control, systems + other.systems, inPlace + other.inPlace);
    }
}
