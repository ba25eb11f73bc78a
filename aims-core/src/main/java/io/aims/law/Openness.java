package io.aims.law;

import io.aims.rule.Truth;
import java.util.BitSet;

/**
 * What can still matter to outcomes that are open: what stands in a part that is settled no longer does, and what states a
 * proposition as a whole is not asked for if it has parts.
 *
 * @param leaves the open leaves
 * @param entries the open entries
 */
record Openness(BitSet leaves, BitSet entries) {

    /** Follows what is open from some entries downwards. */
    static Openness of(Situation situation, BitSet outcomes) {
        BitSet leaves = new BitSet();
        BitSet entries = new BitSet();
        outcomes.stream()
                .filter(each -> situation.entry(each) == Truth.UNDETERMINED)
                .forEach(entries::set);
        for (int each = entries.length() - 1; each >= 0; each = entries.previousSetBit(each - 1)) {
            Entry entry = situation.program().entries().get(each);
            Node when = entry.when();
            if (when == null) {
                leaves.set(entry.stated());
            } else {
                follow(when, situation, leaves, entries);
                entry.unless().forEach(exemption -> follow(exemption, situation, leaves, entries));
            }
        }
        return new Openness(leaves, entries);
    }

    private static void follow(Node node, Situation situation, BitSet leaves, BitSet entries) {
        if (situation.of(node) != Truth.UNDETERMINED) {
            return;
        }
        if (node instanceof Node.Not not) {
            follow(not.part(), situation, leaves, entries);
        } else if (node instanceof Node.All all) {
            all.parts().forEach(part -> follow(part, situation, leaves, entries));
        } else if (node instanceof Node.Any any) {
            any.parts().forEach(part -> follow(part, situation, leaves, entries));
        } else if (node instanceof Node.Leaf leaf) {
            leaves.set(leaf.position());
        } else if (node instanceof Node.Reference reference) {
            entries.set(reference.entry());
        }
    }
}
