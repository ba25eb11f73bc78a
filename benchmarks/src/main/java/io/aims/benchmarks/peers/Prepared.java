package io.aims.benchmarks.peers;

import io.aims.system.AiSystem;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The facts of a peer, made once for each system: peers are not charged for translating systems into facts of theirs. Not
 * thread-safe.
 */
final class Prepared<F> {

    private final Function<AiSystem, F> translation;
    private final Map<AiSystem, F> facts = new IdentityHashMap<>();

    Prepared(Function<AiSystem, F> translation) {
        this.translation = translation;
    }

    F of(AiSystem system) {
        return facts.computeIfAbsent(system, translation);
    }
}
