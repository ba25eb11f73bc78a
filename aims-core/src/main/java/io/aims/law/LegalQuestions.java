package io.aims.law;

import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the questions of which an answer can still matter, and ranks them: first those on which the class hangs, then by how much
 * the best answer settles, then in the order of the pack. On the cases of the EU AI Act this
 * decides a class in fewer questions than the order of the law does, or what answers settle on average.
 */
final class LegalQuestions {

    private final Classifier classifier;
    private final Situation situation;
    private final Program program;
    private final AiSystem system;

    LegalQuestions(Classifier classifier, Situation situation, AiSystem system) {
        this.classifier = classifier;
        this.situation = situation;
        this.program = situation.program();
        this.system = system;
    }

    List<LegalQuestion> ranked() {
        Openness ofClass = Openness.of(situation, classes());
        Openness ofDuties = Openness.of(situation, duties());
        BitSet leaves = (BitSet) ofClass.leaves().clone();
        leaves.or(ofDuties.leaves());
        BitSet entries = (BitSet) ofClass.entries().clone();
        entries.or(ofDuties.entries());
        BitSet asked = characteristics(leaves);
        BitSet deciding = characteristics(ofClass.leaves());
        List<Ranked> ranked = new ArrayList<>();
        asked.stream().forEach(each -> ranked.add(ranked(each, deciding.get(each), leaves, entries)));
        ranked.sort(Comparator.comparing((Ranked each) -> !each.question().bearsOnClass())
                .thenComparing(each -> -each.question().settles())
                .thenComparing(each -> -each.question().rulesOut().size())
                .thenComparing(each -> -each.question().duties().size())
                .thenComparing(each -> each.question().entry().tier())
                .thenComparing(Ranked::firstLeaf));
        return ranked.stream().map(Ranked::question).toList();
    }

    private BitSet classes() {
        BitSet classes = new BitSet();
        int decided = situation.decided();
        if (decided >= 0) {
            classes.set(
                    program.application(program.pack().classes().get(decided).id()));
        } else {
            program.pack().classes().forEach(each -> classes.set(program.entry(each.id())));
        }
        return classes;
    }

    private BitSet duties() {
        BitSet duties = new BitSet();
        for (Duty duty : program.pack().duties()) {
            int owed = program.entry(duty.id());
            duties.set(owed);
            duties.set(program.application(duty.id()), situation.entry(owed) != Truth.FALSE);
        }
        return duties;
    }

    private BitSet characteristics(BitSet leaves) {
        BitSet characteristics = new BitSet();
        leaves.stream()
                .map(program::characteristicOf)
                .filter(each -> each != Program.NO_CHARACTERISTIC)
                .forEach(characteristics::set);
        return characteristics;
    }

    private Ranked ranked(int position, boolean bearsOnClass, BitSet leaves, BitSet entries) {
        Characteristic<?> characteristic = program.characteristics().get(position);
        List<Bounds> answers = program.answers(position, system.bounds(characteristic));
        BitSet ruledOut = new BitSet();
        BitSet duties = new BitSet();
        int settles = 0;
        for (Bounds answer : answers) {
            Situation supposed = situation.supposing(position, answer);
            BitSet gone = situation.possible();
            gone.andNot(supposed.possible());
            ruledOut.or(gone);
            duties.or(settledDuties(supposed));
            settles = Math.max(settles, settled(supposed, entries));
        }
        BitSet reading = (BitSet) program.leavesOf(position).clone();
        reading.and(leaves);
        LegalQuestion question = new LegalQuestion(
                classifier.entry(characteristic),
                classifier.article(position, entries),
                bearsOnClass,
                chosen(program.pack().classes(), ruledOut),
                chosen(program.pack().duties(), duties),
                settles);
        return new Ranked(question, reading.nextSetBit(0));
    }

    private static <T> List<T> chosen(List<T> all, BitSet positions) {
        return positions.stream().mapToObj(all::get).toList();
    }

    private static int settled(Situation supposed, BitSet open) {
        int settled = 0;
        for (int each = open.nextSetBit(0); each >= 0; each = open.nextSetBit(each + 1)) {
            settled += supposed.entry(each) == Truth.UNDETERMINED ? 0 : 1;
        }
        return settled;
    }

    private BitSet settledDuties(Situation supposed) {
        BitSet settled = new BitSet();
        List<Duty> duties = program.pack().duties();
        for (int each = 0; each < duties.size(); each++) {
            int owed = program.entry(duties.get(each).id());
            int applies = program.application(duties.get(each).id());
            if (settles(owed, supposed) || supposed.entry(owed) == Truth.TRUE && settles(applies, supposed)) {
                settled.set(each);
            }
        }
        return settled;
    }

    private boolean settles(int entry, Situation supposed) {
        return situation.entry(entry) == Truth.UNDETERMINED && supposed.entry(entry) != Truth.UNDETERMINED;
    }

    /** A question with where the pack reads it first. */
    private record Ranked(LegalQuestion question, int firstLeaf) {}
}
