package io.aims.law;

import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds answers that decide the class by themselves: of everything that must fail or hold the part that rests on the fewest
 * facts, and of those every fact left out that can be.
 */
final class DecidingFacts {

    private final Situation situation;
    private final Program program;
    private final AiSystem system;
    private final Map<Integer, BitSet> supports = new HashMap<>();

    DecidingFacts(Situation situation, AiSystem system) {
        this.situation = situation;
        this.program = situation.program();
        this.system = system;
    }

    List<Answer> answers() {
        int decided = situation.decided();
        if (decided < 0) {
            return List.of();
        }
        BitSet facts = new BitSet();
        for (LegalClass each : program.pack().classes()) {
            if (situation.entry(program.entry(each.id())) == Truth.FALSE) {
                facts.or(support(program.entry(each.id())));
            }
        }
        if (situation.knowingOnly(facts).decided() != decided) {
            facts.set(0, program.characteristics().size());
        }
        for (int each = facts.length() - 1; each >= 0; each = facts.previousSetBit(each - 1)) {
            facts.clear(each);
            facts.set(each, situation.knowingOnly(facts).decided() != decided);
        }
        return facts.stream()
                .mapToObj(program.characteristics()::get)
                .flatMap(each -> system.answer(each).stream())
                .sorted(Comparator.comparing(answer -> answer.characteristic().id()))
                .toList();
    }

    /** The characteristics of few facts on which an entry that is true or false rests. */
    private BitSet support(int position) {
        BitSet known = supports.get(position);
        if (known != null) {
            return known;
        }
        Entry entry = program.entries().get(position);
        Truth truth = situation.entry(position);
        BitSet support = new BitSet();
        if (entry.when() == null || situation.asStated(entry) == truth) {
            support.set(program.characteristicOf(entry.stated()));
        } else if (situation.byParts(entry) == truth) {
            support = support(entry.parts());
        }
        supports.put(position, support);
        return support;
    }

    private BitSet support(Node node) {
        BitSet support = new BitSet();
        if (node instanceof Node.Not not) {
            return support(not.part());
        }
        if (node instanceof Node.Leaf leaf) {
            int characteristic = program.characteristicOf(leaf.position());
            if (characteristic != Program.NO_CHARACTERISTIC) {
                support.set(characteristic);
            }
        } else if (node instanceof Node.Reference reference) {
            return support(reference.entry());
        } else if (node instanceof Node.All all) {
            return support(all.parts(), situation.of(node) == Truth.FALSE, Truth.FALSE);
        } else if (node instanceof Node.Any any) {
            return support(any.parts(), situation.of(node) == Truth.TRUE, Truth.TRUE);
        }
        return support;
    }

    /** One part that decides, or all of them. */
    private BitSet support(List<Node> parts, boolean oneDecides, Truth deciding) {
        if (oneDecides) {
            return parts.stream()
                    .filter(part -> situation.of(part) == deciding)
                    .map(this::support)
                    .min(Comparator.comparingInt(BitSet::cardinality))
                    .orElseThrow();
        }
        BitSet all = new BitSet();
        parts.forEach(part -> all.or(support(part)));
        return all;
    }
}
