package io.aims.treatment;

import io.aims.control.ControlId;
import io.aims.evaluation.Finding;
import java.util.List;

/**
 * What controls take of the rate of one finding.
 *
 * <p>The controls that a finding calls for share in it alike: each takes the share of its stage, divided by their number.
 * Controls done once for the organisation, controls of another role and controls that act on severity alone take nothing.
 *
 * @param finding the finding
 * @param rate its rate before any control
 * @param shares what each control takes, in the order in which the rule calls for them
 * @param leastLeft the part of the rate that is left if everything unknown turns out well, from 0.1 to 1
 * @param mostLeft the part that is left if everything unknown turns out badly
 * @since 0.1
 */
public record TreatedFinding(Finding finding, double rate, List<Share> shares, double leastLeft, double mostLeft) {

    /**
     * What one control takes of the rate of a finding.
     *
     * @param control the control
     * @param least the rate that it certainly takes
     * @param most the rate that it may take
     */
    public record Share(ControlId control, double least, double most) {}

    /** Copies the shares. */
    public TreatedFinding {
        shares = List.copyOf(shares);
    }
}
