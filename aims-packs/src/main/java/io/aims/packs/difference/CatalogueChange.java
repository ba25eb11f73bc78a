package io.aims.packs.difference;

import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.risk.Objective;
import io.aims.risk.RiskSource;
import io.aims.rule.RulePack;
import io.aims.text.NaturalOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An entry of the catalogues that a pack brings with it, which is new, gone or another one.
 *
 * @param subject what it is
 * @param id its id
 * @param title its title, as it is or as it was
 * @param kind what happened to it
 * @since 0.1
 */
public record CatalogueChange(ReasonChange.Subject subject, String id, String title, Kind kind) {

    /** What happened to an entry. */
    public enum Kind {
        /** It was not there. */
        ADDED,
        /** It is not there any more. */
        REMOVED,
        /** It says something else. */
        CHANGED
    }

    static List<CatalogueChange> between(RulePack before, RulePack after) {
        List<CatalogueChange> changes = new ArrayList<>();
        compare(
                changes,
                ReasonChange.Subject.CONTROL,
                all(before, Catalogue::controls),
                all(after, Catalogue::controls),
                control -> control.id().value(),
                Control::title);
        compare(
                changes,
                ReasonChange.Subject.OBJECTIVE,
                all(before, Catalogue::objectives),
                all(after, Catalogue::objectives),
                objective -> objective.id().value(),
                Objective::title);
        compare(
                changes,
                ReasonChange.Subject.RISK_SOURCE,
                all(before, Catalogue::riskSources),
                all(after, Catalogue::riskSources),
                source -> source.id().value(),
                RiskSource::title);
        return List.copyOf(changes);
    }

    private static <T> Collection<T> all(RulePack pack, Function<Catalogue, Collection<T>> entries) {
        return pack.catalogues().stream()
                .flatMap(catalogue -> entries.apply(catalogue).stream())
                .toList();
    }

    private static <T> void compare(
            List<CatalogueChange> changes,
            ReasonChange.Subject subject,
            Collection<T> before,
            Collection<T> after,
            Function<T, String> id,
            Function<T, String> title) {
        SortedMap<String, T> was = byId(before, id);
        SortedMap<String, T> is = byId(after, id);
        TreeSet<String> ids = new TreeSet<>(NaturalOrder.comparator());
        ids.addAll(was.keySet());
        ids.addAll(is.keySet());
        for (String each : ids) {
            T old = was.get(each);
            T now = is.get(each);
            if (old == null && now != null) {
                changes.add(new CatalogueChange(subject, each, title.apply(now), Kind.ADDED));
            } else if (now == null && old != null) {
                changes.add(new CatalogueChange(subject, each, title.apply(old), Kind.REMOVED));
            } else if (now != null && !now.equals(old)) {
                changes.add(new CatalogueChange(subject, each, title.apply(now), Kind.CHANGED));
            }
        }
    }

    private static <T> SortedMap<String, T> byId(Collection<T> entries, Function<T, String> id) {
        SortedMap<String, T> byId = new TreeMap<>();
        entries.forEach(entry -> byId.put(id.apply(entry), entry));
        return byId;
    }
}
