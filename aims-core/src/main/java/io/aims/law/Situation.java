package io.aims.law;

import io.aims.rule.Truth;
import io.aims.system.Bounds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** What everything of a program came to. Not changed after it was made. */
final class Situation {

    private final Program program;
    private final Truth[] leaves;
    private final Truth[] entries;

    Situation(Program program, Truth[] leaves, Truth[] entries) {
        this.program = program;
        this.leaves = leaves;
        this.entries = entries;
    }

    Program program() {
        return program;
    }

    Truth leaf(int position) {
        return leaves[position];
    }

    Truth entry(int position) {
        return entries[position];
    }

    Truth of(Node node) {
        return node.evaluate(leaves, entries);
    }

    Truth asStated(Entry entry) {
        return entry.asStated(leaves);
    }

    Truth byParts(Entry entry) {
        return entry.byParts(leaves, entries);
    }

    /** Returns what everything would come to with another answer to a characteristic. */
    Situation supposing(int characteristic, Bounds answer) {
        Truth[] supposed = leaves.clone();
        program.test(characteristic, answer, supposed);
        return program.evaluate(supposed);
    }

    /** Returns what everything would come to if only the answers to some characteristics were given. */
    Situation knowingOnly(BitSet characteristics) {
        Truth[] supposed = leaves.clone();
        for (int each = 0; each < program.characteristics().size(); each++) {
            if (!characteristics.get(each)) {
                program.test(each, program.characteristics().get(each).unknown(), supposed);
            }
        }
        return program.evaluate(supposed);
    }

    /** Returns what everything would come to with other answers to some characteristics, by their positions. */
    Situation supposing(Map<Integer, Bounds> answers) {
        Truth[] supposed = leaves.clone();
        answers.forEach((characteristic, answer) -> program.test(characteristic, answer, supposed));
        return program.evaluate(supposed);
    }

    /** The classes that are not ruled out, by their position in the pack. */
    BitSet possible() {
        BitSet possible = new BitSet();
        List<LegalClass> classes = program.pack().classes();
        for (int each = 0; each < classes.size(); each++) {
            possible.set(each, entries[program.entry(classes.get(each).id())] != Truth.FALSE);
        }
        return possible;
    }

    /** The position of the only class that is possible, or {@code -1}. */
    int decided() {
        BitSet possible = possible();
        return possible.cardinality() == 1 ? possible.nextSetBit(0) : -1;
    }

    /** The entries of which statement and parts disagree. */
    List<Integer> contradictory() {
        List<Integer> contradictory = new ArrayList<>();
        for (int each = 0; each < entries.length; each++) {
            Entry entry = program.entries().get(each);
            if (entry.stated() != Entry.NOT_STATED
                    && entry.when() != null
                    && byParts(entry) != Truth.UNDETERMINED
                    && asStated(entry) == LegalCondition.not(byParts(entry))) {
                contradictory.add(each);
            }
        }
        return contradictory;
    }
}
