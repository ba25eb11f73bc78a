package io.aims.rules.law;

import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.law.Duty;
import io.aims.law.Exemption;
import io.aims.law.LegalClass;
import io.aims.law.LegalCondition;
import io.aims.law.LegalDate;
import io.aims.law.LegalFact;
import io.aims.law.Proposition;
import io.aims.law.PropositionId;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that a legal pack means what it says: nothing rests on itself, whatever it brings is read, and every condition can
 * hold and can fail.
 */
final class LegalPackVerifier {

    private static final String UNREAD_FACT = "AIMS-2043";
    private static final String UNREAD_DAY = "AIMS-2044";
    private static final String UNREAD_PROPOSITION = "AIMS-2045";
    private static final String CIRCLE = "AIMS-2047";
    private static final String TOO_DEEP = "AIMS-2048";
    private static final String NO_CLASS = "AIMS-2051";
    private static final String SETTLED = "AIMS-2053";

    /** How deep propositions may rest on one another. */
    static final int DEEPEST = 100;

    /** The most different parts of a condition of which every combination is tried. */
    private static final int MOST_PARTS = 12;

    private final Map<String, LegalFact> facts;
    private final Map<String, LegalDate> days;
    private final Map<String, Place> places;
    private final Faults faults;
    private final Map<PropositionId, Set<PropositionId>> reads = new LinkedHashMap<>();
    private final Set<PropositionId> readIds = new HashSet<>();
    private final Set<String> readFacts = new HashSet<>();
    private final Set<String> readDays = new HashSet<>();

    /**
     * Creates a verifier of one pack.
     *
     * @param facts the facts that it brings with it, by their ids
     * @param days its days, by their ids
     * @param places where facts and days stand
     * @param faults receives what is wrong
     */
    LegalPackVerifier(
            Map<String, LegalFact> facts, Map<String, LegalDate> days, Map<String, Place> places, Faults faults) {
        this.facts = facts;
        this.days = days;
        this.places = places;
        this.faults = faults;
    }

    /** Checks what was read of the entries of a pack. */
    void verify(LegalEntryReader entries, String pack, Place place) {
        entries.propositions().forEach(this::collect);
        entries.classes().forEach(this::collect);
        entries.duties().forEach(this::collect);
        checkOrder(entries);
        if (!entries.isComplete()) {
            return;
        }
        checkReading(entries);
        entries.propositions().forEach(each -> checkConditions(each, entries));
        entries.classes().forEach(each -> checkCanDiffer(each.id(), each.when(), entries));
        entries.duties().forEach(each -> checkCanDiffer(each.id(), each.when(), entries));
        if (entries.classes().isEmpty()) {
            faults.add(
                    NO_CLASS,
                    place,
                    "The legal pack (" + Quoted.of(pack) + ", " + place + ") has no class.",
                    "Maybe a chapter with classes is not listed.");
        }
    }

    private void collect(Proposition proposition) {
        List<LegalCondition> conditions = new ArrayList<>();
        proposition.statement().map(LegalCondition.Tests::new).ifPresent(conditions::add);
        proposition.condition().ifPresent(conditions::add);
        proposition.unless().stream().map(Exemption::when).forEach(conditions::add);
        collect(proposition.id(), conditions);
    }

    private void collect(LegalClass legalClass) {
        collect(legalClass.id(), List.of(legalClass.when()));
        note(legalClass.applies());
        legalClass.stops().ifPresent(readIds::add);
    }

    private void collect(Duty duty) {
        collect(duty.id(), List.of(duty.when()));
        note(duty.applies());
    }

    private void collect(PropositionId id, List<LegalCondition> conditions) {
        Set<PropositionId> read = new LinkedHashSet<>();
        for (LegalCondition condition : conditions) {
            for (LegalCondition.Leaf leaf : condition.leaves()) {
                if (leaf instanceof LegalCondition.Holds holds) {
                    read.add(holds.id());
                }
            }
            note(condition);
        }
        reads.putIfAbsent(id, read);
    }

    private void note(LegalCondition condition) {
        for (LegalCondition.Leaf leaf : condition.leaves()) {
            if (leaf instanceof LegalCondition.Tests tests) {
                readFacts.add(tests.test().characteristic().id());
            } else if (leaf instanceof LegalCondition.Holds holds) {
                readIds.add(holds.id());
            } else if (leaf instanceof LegalCondition.DayReached reached) {
                readDays.add(reached.date().id());
            } else if (leaf instanceof LegalCondition.Before before) {
                readFacts.add(before.characteristic().id());
                readDays.add(before.date().id());
            }
        }
    }

    /** Puts entries behind those they read; what cannot be put anywhere rests on itself. */
    private void checkOrder(LegalEntryReader entries) {
        Map<PropositionId, Integer> depths = new HashMap<>();
        Set<PropositionId> waiting = new LinkedHashSet<>(reads.keySet());
        boolean found = true;
        for (int depth = 0; found && !waiting.isEmpty(); depth++) {
            List<PropositionId> ready = waiting.stream()
                    .filter(id -> readsOnly(id, depths.keySet()))
                    .toList();
            found = !ready.isEmpty();
            waiting.removeAll(new HashSet<>(ready));
            for (PropositionId id : ready) {
                depths.put(id, depth);
            }
            if (depth == DEEPEST && found) {
                fault(
                        TOO_DEEP,
                        ready.get(0),
                        "rests on others that rest on others, more than " + DEEPEST + " deep",
                        "Maybe some of them can be joined.",
                        entries);
                return;
            }
        }
        while (!waiting.isEmpty()) {
            List<PropositionId> circle = circle(waiting);
            fault(
                    CIRCLE,
                    circle.get(0),
                    "rests on itself: it reads "
                            + String.join(
                                    ", which reads ",
                                    circle.stream()
                                            .skip(1)
                                            .map(PropositionId::value)
                                            .toList()),
                    "Maybe one of them can read the facts instead.",
                    entries);
            waiting.removeAll(new HashSet<>(circle));
            settle(waiting);
        }
    }

    private boolean readsOnly(PropositionId id, Collection<PropositionId> settled) {
        return reads.getOrDefault(id, Set.of()).stream()
                .allMatch(read -> settled.contains(read) || !reads.containsKey(read));
    }

    /** Removes what waits only for a circle that is told already. */
    private void settle(Set<PropositionId> waiting) {
        boolean removed = true;
        while (removed) {
            removed = waiting.removeIf(
                    id -> reads.getOrDefault(id, Set.of()).stream().noneMatch(waiting::contains));
        }
    }

    /** Each of those waiting reads another of them, so that following them must come back. */
    private List<PropositionId> circle(Set<PropositionId> waiting) {
        List<PropositionId> way = new ArrayList<>();
        Set<PropositionId> seen = new HashSet<>();
        PropositionId next = waiting.iterator().next();
        while (seen.add(next)) {
            way.add(next);
            next = reads.getOrDefault(next, Set.of()).stream()
                    .filter(waiting::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<PropositionId> circle = new ArrayList<>(way.subList(way.indexOf(next), way.size()));
        circle.add(next);
        return circle;
    }

    private void checkReading(LegalEntryReader entries) {
        for (LegalFact fact : facts.values()) {
            if (!readFacts.contains(fact.id())) {
                unread(UNREAD_FACT, "fact", fact.id(), "Maybe leave it out: nobody should be asked for it in vain.");
            }
        }
        for (LegalDate day : days.values()) {
            if (!readDays.contains(day.id())) {
                unread(UNREAD_DAY, "day", day.id(), "Maybe a condition should read it, or leave it out.");
            }
        }
        for (Proposition proposition : entries.propositions()) {
            boolean isRead = readIds.contains(proposition.id());
            boolean isAlone = entries.alone().contains(proposition.id());
            if (!isRead && !isAlone) {
                fault(
                        UNREAD_PROPOSITION,
                        proposition.id(),
                        "is read by nothing",
                        "Maybe join it to what should rest on it, or write standsAlone: YES if it is a result itself.",
                        entries);
            }
        }
    }

    private void unread(String code, String what, String id, String advice) {
        Place place = places.get(id);
        faults.add(code, place, "The " + what + " (" + id + ", " + place + ") is read by nothing.", advice);
    }

    private void checkConditions(Proposition proposition, LegalEntryReader entries) {
        proposition.condition().ifPresent(when -> checkCanDiffer(proposition.id(), when, entries));
        proposition.unless().forEach(each -> checkCanDiffer(proposition.id(), each.when(), entries));
    }

    /**
     * Tries combinations of its parts, as if they did not depend on one another: if none makes a difference, nothing does. A
     * part that stands on one side of a negation only need not be tried both ways.
     */
    private void checkCanDiffer(PropositionId id, LegalCondition condition, LegalEntryReader entries) {
        List<LegalCondition.Leaf> parts = condition.leaves().stream().distinct().toList();
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            return;
        }
        int favourable = favourable(condition, parts, true);
        int last = (1 << parts.size()) - 1;
        boolean canHold = holds(condition, parts, favourable);
        boolean canFail = !holds(condition, parts, last & ~favourable);
        for (int combination = 0; combination <= last && !(canHold && canFail); combination++) {
            boolean holds = holds(condition, parts, combination);
            canHold |= holds;
            canFail |= !holds;
        }
        if (!canHold || !canFail) {
            fault(
                    SETTLED,
                    id,
                    "has a condition (" + Quoted.of(condition.toString()) + ") that "
                            + (canHold ? "holds whatever the facts are" : "can never hold"),
                    canHold
                            ? "Maybe write always, or a part that can fail."
                            : "Maybe two of its parts exclude one another.",
                    entries);
        }
    }

    /** The parts, as bits, that stand behind an even number of negations somewhere. */
    private static int favourable(LegalCondition condition, List<LegalCondition.Leaf> parts, boolean affirmed) {
        if (condition instanceof LegalCondition.Not not) {
            return favourable(not.part(), parts, !affirmed);
        }
        int favourable = 0;
        for (LegalCondition part : partsOf(condition)) {
            favourable |= favourable(part, parts, affirmed);
        }
        return affirmed && condition instanceof LegalCondition.Leaf leaf
                ? favourable | 1 << parts.indexOf(leaf)
                : favourable;
    }

    private static List<LegalCondition> partsOf(LegalCondition condition) {
        if (condition instanceof LegalCondition.AllOf all) {
            return all.parts();
        }
        return condition instanceof LegalCondition.AnyOf any ? any.parts() : List.of();
    }

    private static boolean holds(LegalCondition condition, List<LegalCondition.Leaf> parts, int combination) {
        if (condition instanceof LegalCondition.Not not) {
            return !holds(not.part(), parts, combination);
        }
        if (condition instanceof LegalCondition.AllOf all) {
            return all.parts().stream().allMatch(part -> holds(part, parts, combination));
        }
        if (condition instanceof LegalCondition.AnyOf any) {
            return any.parts().stream().anyMatch(part -> holds(part, parts, combination));
        }
        return condition instanceof LegalCondition.Always
                || condition instanceof LegalCondition.Leaf leaf && (combination >>> parts.indexOf(leaf) & 1) != 0;
    }

    private void fault(String code, PropositionId id, String what, String advice, LegalEntryReader entries) {
        LegalEntry entry = entries.read().get(id);
        Place place = entry == null ? null : entry.fields().place();
        String subject = entry == null ? "(" + id + ")" : entry.subject();
        faults.add(code, place, subject + " " + what + ".", advice);
    }
}
