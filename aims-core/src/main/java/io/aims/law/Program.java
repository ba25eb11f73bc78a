package io.aims.law;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A legal pack made ready to be evaluated: every leaf and every entry once, the entries in an order in which each reads only
 * those before it.
 *
 * <p>Immutable and thread-safe.
 */
final class Program {

    /** The position of a characteristic that a leaf does not have. */
    static final int NO_CHARACTERISTIC = -1;

    private final LegalPack pack;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<PropositionId, Integer> byId = new HashMap<>();
    private final Map<PropositionId, Integer> applications = new HashMap<>();
    private final List<LegalCondition.Leaf> leaves = new ArrayList<>();
    private final Map<LegalCondition.Leaf, Integer> leafPositions = new HashMap<>();
    private final List<Characteristic<?>> characteristics = new ArrayList<>();
    private final List<BitSet> leavesOf = new ArrayList<>();
    private final List<BitSet> readersOf = new ArrayList<>();
    private final List<List<Bounds>> pieces = new ArrayList<>();
    private final int[] characteristicOf;
    private final Truth[] unknown;
    private final BitSet days = new BitSet();

    Program(LegalPack pack) {
        this.pack = pack;
        Map<PropositionId, Runnable> waiting = new HashMap<>();
        pack.propositions().forEach(each -> waiting.put(each.id(), () -> add(each, waiting)));
        pack.classes()
                .forEach(each -> waiting.put(
                        each.id(),
                        () -> add(
                                each.id(), LegalStep.Kind.CLASS, each.article(), each.title(), each.when(), waiting)));
        pack.duties()
                .forEach(each -> waiting.put(
                        each.id(),
                        () -> add(each.id(), LegalStep.Kind.DUTY, each.article(), each.about(), each.when(), waiting)));
        pack.propositions().forEach(each -> need(each.id(), waiting));
        pack.classes().forEach(each -> need(each.id(), waiting));
        pack.duties().forEach(each -> need(each.id(), waiting));
        pack.classes().forEach(each -> addApplication(each.id(), each.article(), each.title(), each.applies()));
        pack.duties().forEach(each -> addApplication(each.id(), each.article(), each.about(), each.applies()));
        characteristicOf = new int[leaves.size()];
        Map<String, Integer> positions = new HashMap<>();
        for (int leaf = 0; leaf < characteristicOf.length; leaf++) {
            characteristicOf[leaf] = position(characteristic(leaves.get(leaf)), leaf, positions);
        }
        unknown = new Truth[leaves.size()];
        for (int leaf = 0; leaf < unknown.length; leaf++) {
            unknown[leaf] = Truth.UNDETERMINED;
            days.set(leaf, characteristicOf[leaf] == NO_CHARACTERISTIC);
        }
        for (int each = 0; each < characteristics.size(); each++) {
            test(each, characteristics.get(each).unknown(), unknown);
            pieces.add(Pieces.of(
                    characteristics.get(each),
                    leavesOf.get(each).stream()
                            .<LegalCondition.Leaf>mapToObj(leaves::get)
                            .toList()));
            readersOf.add(new BitSet());
        }
        for (int entry = 0; entry < entries.size(); entry++) {
            addReader(entry);
        }
    }

    private void addReader(int entry) {
        BitSet read = new BitSet();
        Entry reader = entries.get(entry);
        if (reader.stated() != Entry.NOT_STATED) {
            read.set(reader.stated());
        }
        if (reader.when() != null) {
            addLeaves(reader.when(), read);
        }
        reader.unless().forEach(exemption -> addLeaves(exemption, read));
        read.stream()
                .map(this::characteristicOf)
                .filter(each -> each != NO_CHARACTERISTIC)
                .forEach(each -> readersOf.get(each).set(entry));
    }

    private static void addLeaves(Node node, BitSet leaves) {
        if (node instanceof Node.Leaf leaf) {
            leaves.set(leaf.position());
        } else if (node instanceof Node.Not not) {
            addLeaves(not.part(), leaves);
        } else if (node instanceof Node.All all) {
            all.parts().forEach(part -> addLeaves(part, leaves));
        } else if (node instanceof Node.Any any) {
            any.parts().forEach(part -> addLeaves(part, leaves));
        }
    }

    private int position(@Nullable Characteristic<?> characteristic, int leaf, Map<String, Integer> positions) {
        if (characteristic == null) {
            return NO_CHARACTERISTIC;
        }
        int position = positions.computeIfAbsent(characteristic.id(), id -> {
            characteristics.add(characteristic);
            leavesOf.add(new BitSet());
            return positions.size();
        });
        leavesOf.get(position).set(leaf);
        return position;
    }

    private static @Nullable Characteristic<?> characteristic(LegalCondition.Leaf leaf) {
        if (leaf instanceof LegalCondition.Tests tests) {
            return tests.test().characteristic();
        }
        return leaf instanceof LegalCondition.Before before ? before.characteristic() : null;
    }

    /** Adds an entry if it is not there yet, after those it reads. A circle cannot be: the pack was checked. */
    private void need(PropositionId id, Map<PropositionId, Runnable> waiting) {
        Runnable adding = waiting.remove(id);
        if (adding != null) {
            adding.run();
        }
    }

    private void needAll(List<LegalCondition> conditions, Map<PropositionId, Runnable> waiting) {
        for (LegalCondition condition : conditions) {
            for (LegalCondition.Leaf leaf : condition.leaves()) {
                if (leaf instanceof LegalCondition.Holds holds) {
                    need(holds.id(), waiting);
                }
            }
        }
    }

    private void add(Proposition proposition, Map<PropositionId, Runnable> waiting) {
        needAll(LegalPackCheck.conditions(proposition), waiting);
        byId.put(proposition.id(), entries.size());
        entries.add(new Entry(
                proposition.id(),
                LegalStep.Kind.PROPOSITION,
                proposition.article(),
                proposition.title(),
                proposition
                        .statement()
                        .map(test -> leaf(new LegalCondition.Tests(test)))
                        .orElse(Entry.NOT_STATED),
                proposition.condition().map(this::node).orElse(null),
                proposition.unless().stream().map(each -> node(each.when())).toList(),
                proposition.unless()));
    }

    private void add(
            PropositionId id,
            LegalStep.Kind kind,
            String article,
            String title,
            LegalCondition when,
            Map<PropositionId, Runnable> waiting) {
        needAll(List.of(when), waiting);
        byId.put(id, entries.size());
        entries.add(Entry.of(id, kind, article, title, node(when)));
    }

    private void addApplication(PropositionId id, String article, String title, LegalCondition applies) {
        applications.put(id, entries.size());
        entries.add(Entry.of(id, LegalStep.Kind.APPLICATION, article, title, node(applies)));
    }

    private Node node(LegalCondition condition) {
        if (condition instanceof LegalCondition.AllOf all) {
            return new Node.All(all.parts().stream().map(this::node).toList());
        }
        if (condition instanceof LegalCondition.AnyOf any) {
            return new Node.Any(any.parts().stream().map(this::node).toList());
        }
        if (condition instanceof LegalCondition.Not not) {
            return new Node.Not(node(not.part()));
        }
        if (condition instanceof LegalCondition.Holds holds) {
            return new Node.Reference(Objects.requireNonNull(byId.get(holds.id())));
        }
        return condition instanceof LegalCondition.Leaf leaf ? new Node.Leaf(leaf(leaf)) : new Node.Always();
    }

    private int leaf(LegalCondition.Leaf leaf) {
        return leafPositions.computeIfAbsent(leaf, added -> {
            leaves.add(added);
            return leaves.size() - 1;
        });
    }

    LegalPack pack() {
        return pack;
    }

    List<Entry> entries() {
        return entries;
    }

    List<LegalCondition.Leaf> leaves() {
        return leaves;
    }

    List<Characteristic<?>> characteristics() {
        return characteristics;
    }

    /** The position of the characteristic that a leaf reads, or {@link #NO_CHARACTERISTIC}. */
    int characteristicOf(int leaf) {
        return characteristicOf[leaf];
    }

    /** The leaves that read a characteristic. */
    BitSet leavesOf(int characteristic) {
        return leavesOf.get(characteristic);
    }

    /** The entries that read a characteristic directly. */
    BitSet readersOf(int characteristic) {
        return readersOf.get(characteristic);
    }

    /** The pieces into which the tests cut a characteristic, none for a set. */
    List<Bounds> pieces(int characteristic) {
        return pieces.get(characteristic);
    }

    /** The members of a set that some test reads, as bits. */
    long membersRead(int characteristic) {
        long read = 0;
        BitSet reading = leavesOf.get(characteristic);
        for (int leaf = reading.nextSetBit(0); leaf >= 0; leaf = reading.nextSetBit(leaf + 1)) {
            if (leaves.get(leaf) instanceof LegalCondition.Tests tests) {
                if (tests.test() instanceof Condition.Contains contains) {
                    read |= 1L << contains.position();
                } else if (tests.test() instanceof Condition.ContainsAny containsAny) {
                    read |= containsAny.wanted();
                } else if (tests.test() instanceof Condition.NotEmpty notEmpty) {
                    read |= (1L << notEmpty.characteristic().values().size()) - 1;
                }
            }
        }
        return read;
    }

    /**
     * The answers that the tests tell apart and the present one leaves possible: of a set no more members than are known, or
     * one more.
     */
    List<Bounds> answers(int characteristic, Bounds present) {
        List<Bounds> answers = new ArrayList<>();
        if (present instanceof Bounds.Members members) {
            answers.add(new Bounds.Members(members.known(), true));
            if (!members.complete()) {
                for (long rest = membersRead(characteristic) & ~members.known(); rest != 0; rest &= rest - 1) {
                    answers.add(new Bounds.Members(members.known() | Long.lowestOneBit(rest), true));
                }
            }
        } else {
            pieces.get(characteristic)
                    .forEach(piece -> Pieces.meeting(piece, present).ifPresent(answers::add));
            if (answers.isEmpty()) {
                // A number just below a limit lies between two pieces.
                answers.add(present);
            }
        }
        return answers;
    }

    /** The position of an entry, or {@code -1} if no proposition, class or duty has the id. */
    int entry(PropositionId id) {
        return byId.getOrDefault(id, -1);
    }

    /** The position of the entry that tells whether a class or duty applies, or {@code -1}. */
    int application(PropositionId id) {
        return applications.getOrDefault(id, -1);
    }

    /** Evaluates everything for a system. */
    Situation evaluate(AiSystem system, @Nullable LocalDate asOf) {
        Truth[] truths = unknown.clone();
        for (int each = 0; each < characteristics.size(); each++) {
            Optional<Answer> answer = system.answer(characteristics.get(each));
            if (answer.isPresent()) {
                test(each, answer.get().bounds(), truths);
            }
        }
        for (int leaf = days.nextSetBit(0); leaf >= 0 && asOf != null; leaf = days.nextSetBit(leaf + 1)) {
            truths[leaf] = ((LegalCondition.DayReached) leaves.get(leaf)).isReachedOn(asOf);
        }
        return evaluate(truths);
    }

    /** Sets what the leaves that read a characteristic come to. */
    void test(int characteristic, Bounds answer, Truth[] truths) {
        BitSet reading = leavesOf.get(characteristic);
        for (int leaf = reading.nextSetBit(0); leaf >= 0; leaf = reading.nextSetBit(leaf + 1)) {
            truths[leaf] = test(leaves.get(leaf), answer);
        }
    }

    static Truth test(LegalCondition.Leaf leaf, Bounds answer) {
        return leaf instanceof LegalCondition.Tests tests
                ? tests.test().test(answer)
                : ((LegalCondition.Before) leaf).test(answer);
    }

    /** Evaluates everything from what the leaves came to. */
    Situation evaluate(Truth[] leafTruths) {
        Truth[] truths = new Truth[entries.size()];
        for (int entry = 0; entry < truths.length; entry++) {
            truths[entry] = entries.get(entry).evaluate(leafTruths, truths);
        }
        return new Situation(this, leafTruths, truths);
    }
}
