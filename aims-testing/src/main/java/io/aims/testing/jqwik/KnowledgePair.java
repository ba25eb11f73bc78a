package io.aims.testing.jqwik;

import io.aims.system.AiSystem;

/**
 * What is known of one system at two times: what is known later lies within what was possible before.
 *
 * <p>Knowing more settles and never unsettles: levels lie within those of before, and what was required stays required.
 *
 * @param less the system when less is known
 * @param more the same system when more is known, or as much
 * @since 0.1
 */
public record KnowledgePair(AiSystem less, AiSystem more) {

    @Override
    public String toString() {
        return SystemText.of(less) + "\nand with more known " + SystemText.of(more);
    }
}
