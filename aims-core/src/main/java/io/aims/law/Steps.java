package io.aims.law;

import io.aims.evaluation.UsedFact;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what an outcome rests on. Of parts that must all hold, one that fails is enough, and the other way round. */
final class Steps {

    private final Situation situation;
    private final Program program;
    private final AiSystem system;
    private final @Nullable LocalDate asOf;

    Steps(Situation situation, AiSystem system, @Nullable LocalDate asOf) {
        this.situation = situation;
        this.program = situation.program();
        this.system = system;
        this.asOf = asOf;
    }

    /** The steps to some entries, each behind those it rests on. Of what rules a class out, the first in its condition is named. */
    List<LegalStep> to(BitSet outcomes) {
        return to(outcomes, false);
    }

    /** The same with everything that rules a class out. */
    List<LegalStep> toAllOf(BitSet outcomes) {
        return to(outcomes, true);
    }

    private List<LegalStep> to(BitSet outcomes, boolean everything) {
        Deque<LegalStep> steps = new ArrayDeque<>();
        BitSet wanted = (BitSet) outcomes.clone();
        for (int entry = wanted.length() - 1; entry >= 0; entry = wanted.previousSetBit(entry - 1)) {
            LegalStep step = step(entry, everything);
            steps.addFirst(step);
            step.restsOn().forEach(below -> wanted.set(program.entry(below)));
        }
        return List.copyOf(steps);
    }

    private LegalStep step(int position, boolean everything) {
        Entry entry = program.entries().get(position);
        Truth truth = situation.entry(position);
        List<LegalReading> readings = new ArrayList<>();
        List<ExemptionResult> exemptions = new ArrayList<>();
        Node when = entry.when();
        if (when == null || rests(entry)) {
            read(new Node.Leaf(entry.stated()), readings);
        } else if (truth == Truth.FALSE) {
            if (situation.of(when) == Truth.FALSE) {
                boolean isClass = entry.kind() == LegalStep.Kind.CLASS;
                read(isClass && !everything ? firstFalse(when) : when, readings);
            } else {
                exempt(entry, Truth.TRUE, exemptions);
            }
        } else {
            read(when, readings);
            exempt(entry, null, exemptions);
        }
        return new LegalStep(entry.id(), entry.kind(), entry.article(), entry.title(), truth, readings, exemptions);
    }

    private Node firstFalse(Node when) {
        return when instanceof Node.All all
                ? all.parts().stream()
                        .filter(part -> situation.of(part) == Truth.FALSE)
                        .findFirst()
                        .orElse(when)
                : when;
    }

    /** Tells whether an entry rests on what was stated of it as a whole. */
    private boolean rests(Entry entry) {
        Truth stated = situation.asStated(entry);
        return stated == Truth.TRUE || stated == Truth.FALSE && situation.byParts(entry) != Truth.TRUE;
    }

    private void exempt(Entry entry, @Nullable Truth only, List<ExemptionResult> exemptions) {
        for (int i = 0; i < entry.unless().size(); i++) {
            Node node = entry.unless().get(i);
            Truth truth = situation.of(node);
            if (only == null || truth == only) {
                List<LegalReading> readings = new ArrayList<>();
                read(node, readings);
                exemptions.add(new ExemptionResult(entry.exemptions().get(i), truth, readings));
            }
        }
    }

    /** Adds what decides a condition; of one that is open, the open parts of a choice and all parts of a conjunction. */
    private void read(Node node, List<LegalReading> readings) {
        Truth truth = situation.of(node);
        if (node instanceof Node.Not not) {
            read(not.part(), readings);
        } else if (node instanceof Node.All all) {
            all.parts().stream()
                    .filter(part -> truth != Truth.FALSE || situation.of(part) == truth)
                    .forEach(part -> read(part, readings));
        } else if (node instanceof Node.Any any) {
            any.parts().stream()
                    .filter(part -> truth == Truth.FALSE || situation.of(part) == truth)
                    .forEach(part -> read(part, readings));
        } else if (node instanceof Node.Leaf leaf) {
            add(new LegalReading(program.leaves().get(leaf.position()), truth, fact(leaf.position())), readings);
        } else if (node instanceof Node.Reference reference) {
            PropositionId id = program.entries().get(reference.entry()).id();
            add(new LegalReading(new LegalCondition.Holds(id), truth, null), readings);
        }
    }

    private static void add(LegalReading reading, List<LegalReading> readings) {
        if (!readings.contains(reading)) {
            readings.add(reading);
        }
    }

    UsedFact fact(int leaf) {
        int position = program.characteristicOf(leaf);
        if (position == Program.NO_CHARACTERISTIC) {
            return new UsedFact("asOf", asOf == null ? "unknown" : asOf.toString(), null, asOf == null);
        }
        Characteristic<?> characteristic = program.characteristics().get(position);
        Optional<Answer> answer = system.answer(characteristic);
        return answer.isPresent()
                ? new UsedFact(
                        characteristic.id(),
                        answer.get().text(),
                        answer.get(),
                        !answer.get().isExact())
                : new UsedFact(characteristic.id(), "unknown", null, true);
    }

    /** The contradictions between what was stated and what the parts show. */
    List<LegalContradiction> contradictions() {
        List<LegalContradiction> contradictions = new ArrayList<>();
        for (int position : situation.contradictory()) {
            Entry entry = program.entries().get(position);
            contradictions.add(new LegalContradiction(
                    program.pack().proposition(entry.id()).orElseThrow(),
                    situation.asStated(entry),
                    fact(entry.stated()),
                    factsOfParts(entry)));
        }
        return contradictions;
    }

    /** The facts on which the parts of an entry rest, whatever was stated of it as a whole, through all entries below. */
    List<UsedFact> factsOfParts(Entry entry) {
        List<LegalReading> readings = new ArrayList<>();
        Truth truth = situation.byParts(entry);
        Node when = entry.when();
        boolean isTakenAway = truth == Truth.FALSE && when != null && situation.of(when) != Truth.FALSE;
        if (when != null && !isTakenAway) {
            read(when, readings);
        }
        if (isTakenAway || truth != Truth.FALSE) {
            entry.unless().stream()
                    .filter(exemption -> !isTakenAway || situation.of(exemption) == Truth.TRUE)
                    .forEach(exemption -> read(exemption, readings));
        }
        BitSet below = new BitSet();
        List<UsedFact> facts = new ArrayList<>();
        for (LegalReading reading : readings) {
            reading.fact().ifPresent(facts::add);
            if (reading.leaf() instanceof LegalCondition.Holds holds) {
                below.set(program.entry(holds.id()));
            }
        }
        to(below).forEach(step -> facts.addAll(step.facts()));
        return facts.stream().distinct().toList();
    }
}
