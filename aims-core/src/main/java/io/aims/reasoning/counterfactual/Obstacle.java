package io.aims.reasoning.counterfactual;

import io.aims.evaluation.Finding;
import java.util.List;

/**
 * What stands against a target even if everything that may be changed is as harmless as it may become.
 *
 * @param target the part of the target that is not reached
 * @param findings findings that keep it from being reached; of those that bear on a level only so many that they are enough
 * @since 0.1
 */
public record Obstacle(Target target, List<Finding> findings) {

    /** Copies the list. */
    public Obstacle {
        findings = List.copyOf(findings);
    }
}
