package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * What somebody gains by deceiving, stealing or stopping it.
 *
 * <p>The values rise in severity.
 *
 * @clause Canada Algorithmic Impact Assessment (riskProfile7)
 * @clause NIST SP 800-30 Rev. 1
 * @clause NIST AI 100-2
 * @since 0.1
 */
public enum AdversaryInterest implements CharacteristicValue {
    /** Little to gain by attacking it. */
    LOW,
    /** Some people would gain. */
    MODERATE,
    /** Attackers gain much and are to be expected. */
    HIGH;

    @Override
    public String id() {
        return name();
    }
}
