package io.aims.law;

import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a legal pack evaluates: a proposition, the condition of a class or duty, or whether one applies.
 *
 * @param id the id of the proposition, class or duty
 * @param kind what is decided
 * @param article the provision
 * @param title what is decided, in words
 * @param stated the position of the leaf that states it as a whole, or {@link #NOT_STATED}
 * @param when the condition of its parts, or {@code null} if it can only be stated
 * @param unless the conditions of its exemptions
 * @param exemptions the exemptions in the same order
 */
record Entry(
        PropositionId id,
        LegalStep.Kind kind,
        String article,
        String title,
        int stated,
        @Nullable Node when,
        List<Node> unless,
        List<Exemption> exemptions) {

    /** The position of a leaf that there is not. */
    static final int NOT_STATED = -1;

    static Entry of(PropositionId id, LegalStep.Kind kind, String article, String title, Node when) {
        return new Entry(id, kind, article, title, NOT_STATED, when, List.of(), List.of());
    }

    Truth evaluate(Truth[] leaves, Truth[] entries) {
        Truth asStated = asStated(leaves);
        return asStated == Truth.TRUE ? asStated : Proposition.joined(asStated, byParts(leaves, entries));
    }

    Truth asStated(Truth[] leaves) {
        return stated == NOT_STATED ? Truth.UNDETERMINED : leaves[stated];
    }

    /** The condition of its parts together with the exemptions; nothing holds of an entry that can only be stated. */
    Node parts() {
        if (when == null) {
            return new Node.Any(List.of());
        }
        List<Node> parts = new ArrayList<>(List.of(when));
        unless.forEach(exemption -> parts.add(new Node.Not(exemption)));
        return parts.size() == 1 ? when : new Node.All(parts);
    }

    Truth byParts(Truth[] leaves, Truth[] entries) {
        if (when == null) {
            return Truth.UNDETERMINED;
        }
        Truth truth = when.evaluate(leaves, entries);
        for (int i = 0; i < unless.size() && truth != Truth.FALSE; i++) {
            truth = truth.and(LegalCondition.not(unless.get(i).evaluate(leaves, entries)));
        }
        return truth;
    }
}
