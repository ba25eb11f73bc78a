package io.aims.law;

import io.aims.rule.Truth;
import java.util.List;

/**
 * What is known of an exemption for one system.
 *
 * @param exemption the exemption
 * @param truth whether it takes its proposition away
 * @param readings what that rests on
 * @since 0.1
 */
public record ExemptionResult(Exemption exemption, Truth truth, List<LegalReading> readings) {

    /** Copies the list of readings. */
    public ExemptionResult {
        readings = List.copyOf(readings);
    }
}
