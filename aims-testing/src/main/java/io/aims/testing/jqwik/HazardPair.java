package io.aims.testing.jqwik;

import io.aims.system.AiSystem;

/**
 * Two systems of which one is at least as hazardous as the other in every characteristic, at both ends of what is known.
 *
 * <p>What the rules find in the first they find in the second: its levels are no lower at either end, and no control that the
 * first is certain to need is missing.
 *
 * @param system a system
 * @param moreHazardous a system at least as hazardous
 * @since 0.1
 */
public record HazardPair(AiSystem system, AiSystem moreHazardous) {

    @Override
    public String toString() {
        return SystemText.of(system) + "\nand more hazardous " + SystemText.of(moreHazardous);
    }
}
