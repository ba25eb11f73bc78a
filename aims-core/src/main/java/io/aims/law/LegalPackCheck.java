package io.aims.law;

import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the parts of a legal pack as they read one another. */
final class LegalPackCheck {

    private final String pack;
    private final Faults faults = new Faults();
    private final Map<PropositionId, List<LegalCondition>> read = new LinkedHashMap<>();
    private final Map<PropositionId, Place> places = new HashMap<>();
    private final Set<PropositionId> finished = new LinkedHashSet<>();

    private LegalPackCheck(String pack) {
        this.pack = pack;
    }

    static Faults of(
            String pack,
            List<LegalFact> facts,
            List<LegalDate> dates,
            List<Proposition> propositions,
            List<LegalClass> classes,
            List<Duty> duties) {
        LegalPackCheck check = new LegalPackCheck(pack);
        check.once("characteristic", facts.stream().map(LegalFact::id));
        check.once("day", dates.stream().map(LegalDate::id));
        propositions.forEach(each -> check.add(each.id(), conditions(each), each.place()));
        classes.forEach(each -> check.add(each.id(), List.of(each.when()), null));
        duties.forEach(each -> check.add(each.id(), List.of(each.when()), null));
        Set<LegalDate> known = Set.copyOf(dates);
        check.read.forEach((id, conditions) -> conditions.forEach(condition -> check.resolve(id, condition, known)));
        classes.forEach(each -> check.resolve(each.id(), each.applies(), known));
        duties.forEach(each -> check.resolve(each.id(), each.applies(), known));
        classes.forEach(each -> each.stops().ifPresent(stop -> check.exists(each.id(), stop)));
        if (classes.isEmpty()) {
            check.faults.add(
                    "AIMS-1045", null, "Legal pack (" + Quoted.of(pack) + ") has no class.", "Give it at least one.");
        }
        check.read.keySet().forEach(id -> check.follow(id, new ArrayDeque<>()));
        return check.faults;
    }

    static List<LegalCondition> conditions(Proposition proposition) {
        return Stream.concat(
                        proposition.condition().stream(),
                        proposition.unless().stream().map(Exemption::when))
                .toList();
    }

    private void once(String kind, Stream<String> ids) {
        Set<String> seen = new LinkedHashSet<>();
        ids.filter(id -> !seen.add(id)).forEach(id -> twice(kind, id, null));
    }

    private void add(PropositionId id, List<LegalCondition> conditions, @Nullable Place place) {
        if (read.putIfAbsent(id, conditions) == null) {
            if (place != null) {
                places.put(id, place);
            }
        } else {
            twice("id", id.value(), place);
        }
    }

    private void twice(String kind, String id, @Nullable Place place) {
        faults.add(
                "AIMS-1043",
                place,
                "The " + kind + " (" + id + ") stands twice in legal pack (" + Quoted.of(pack) + at(place) + ").",
                "Propositions, classes and duties share one space of ids.");
    }

    private void resolve(PropositionId reader, LegalCondition condition, Set<LegalDate> dates) {
        for (LegalCondition.Leaf leaf : condition.leaves()) {
            if (leaf instanceof LegalCondition.Holds holds) {
                exists(reader, holds.id());
            } else if (leaf instanceof LegalCondition.DayReached reached) {
                exists(reader, reached.date(), dates);
            } else if (leaf instanceof LegalCondition.Before before) {
                exists(reader, before.date(), dates);
            }
        }
    }

    private void exists(PropositionId reader, PropositionId id) {
        if (!read.containsKey(id)) {
            unknown(
                    reader,
                    id.value(),
                    read.keySet().stream().map(PropositionId::value).toList());
        }
    }

    private void exists(PropositionId reader, LegalDate date, Set<LegalDate> dates) {
        if (!dates.contains(date)) {
            unknown(reader, date.id(), dates.stream().map(LegalDate::id).toList());
        }
    }

    private void unknown(PropositionId reader, String id, List<String> right) {
        Place place = places.get(reader);
        faults.add(
                "AIMS-1044",
                place,
                "(" + reader + at(place) + ") reads (" + id + "), which legal pack (" + Quoted.of(pack)
                        + ") does not have.",
                Nearest.to(id, right)
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElse("Maybe add it, or read another."));
    }

    /** Follows what an id reads, and reports a way that comes back to where it began. */
    private void follow(PropositionId id, Deque<PropositionId> way) {
        if (finished.contains(id) || !read.containsKey(id)) {
            return;
        }
        if (way.contains(id)) {
            Place place = places.get(id);
            faults.add(
                    "AIMS-3100",
                    place,
                    "(" + id + at(place) + ") rests on itself: "
                            + Stream.concat(way.stream().dropWhile(each -> !each.equals(id)), Stream.of(id))
                                    .map(PropositionId::value)
                                    .collect(Collectors.joining(" reads "))
                            + ".",
                    "Maybe one of them can read the facts instead.");
            return;
        }
        way.addLast(id);
        read.getOrDefault(id, List.of()).stream()
                .flatMap(condition -> condition.leaves().stream())
                .filter(LegalCondition.Holds.class::isInstance)
                .map(leaf -> ((LegalCondition.Holds) leaf).id())
                .distinct()
                .forEach(below -> follow(below, way));
        way.removeLast();
        finished.add(id);
    }

    private static String at(@Nullable Place place) {
        return place == null ? "" : ", " + place;
    }
}
