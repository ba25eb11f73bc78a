package io.aims.law;

import io.aims.rule.Truth;
import java.util.List;

/**
 * A leaf that stands against something.
 *
 * @param leaf its position
 * @param wanted what it would have to come to
 */
record Obstacle(int leaf, Truth wanted) {

    /** The demands of which each removes the obstacle; nothing if no answer does. */
    List<Demand> demands(Program program) {
        return program.characteristicOf(leaf) == Program.NO_CHARACTERISTIC
                ? List.of()
                : Demand.of(program, leaf, wanted);
    }
}
