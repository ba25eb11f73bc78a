package io.aims.rule;

import io.aims.control.Catalogue;
import io.aims.error.Faults;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Joins the catalogues that packs bring with those given beside them. The order of the packs makes no difference.
 *
 * <p>A catalogue that several bring counts once if everything in it is equal. Two catalogues of one name with other content,
 * or of two editions, and two entries of one id are faults that name both packs. Not thread-safe.
 *
 * @since 0.1
 */
public final class PackCatalogues {

    private static final String OTHER_CONTENT = "AIMS-2091";
    private static final String CLASH = "AIMS-2092";

    private final Faults faults;
    private final Map<String, Owned> byName = new LinkedHashMap<>();
    private final Map<Entry, Owned> byEntry = new HashMap<>();

    private PackCatalogues(Faults faults) {
        this.faults = faults;
    }

    /**
     * Joins the catalogues that packs bring with others.
     *
     * @param own the catalogue beside the packs, which may be joined of several
     * @param packs the packs
     * @param faults receives AIMS-2091, if two catalogues of one name have other content; AIMS-2092, if two entries of
     *     different catalogues have one id
     * @return the joint catalogue, without the catalogues that clash with others
     */
    public static Catalogue join(Catalogue own, Collection<RulePack> packs, Faults faults) {
        if (own.parts().size() == 1 && bringsNone(packs)) {
            return own;
        }
        SortedMap<String, List<Catalogue>> brought = new TreeMap<>();
        packs.forEach(pack -> brought.merge(pack.id(), pack.catalogues(), PackCatalogues::both));
        return join(own, brought, faults);
    }

    /**
     * Joins the catalogues that packs bring with others.
     *
     * @param own the catalogue beside the packs, which may be joined of several
     * @param brought the catalogues that packs bring, by the ids of the packs
     * @param faults receives AIMS-2091, if two catalogues of one name have other content; AIMS-2092, if two entries of
     *     different catalogues have one id
     * @return the joint catalogue, without the catalogues that clash with others
     */
    public static Catalogue join(Catalogue own, SortedMap<String, List<Catalogue>> brought, Faults faults) {
        PackCatalogues joint = new PackCatalogues(faults);
        own.parts().forEach(part -> joint.add(new Owned(part, "")));
        brought.forEach((pack, catalogues) -> catalogues.stream()
                .sorted(Comparator.comparing(Catalogue::id))
                .forEach(catalogue -> joint.add(new Owned(catalogue, pack))));
        return own.with(joint.byName.values().stream().map(Owned::catalogue).toList());
    }

    private static boolean bringsNone(Collection<RulePack> packs) {
        for (RulePack pack : packs) {
            if (!pack.catalogues().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** A catalogue and the id of the pack that brings it, or nothing if it is given beside the packs. */
    private record Owned(Catalogue catalogue, String pack) {

        @Override
        public String toString() {
            return "catalogue (" + Quoted.of(catalogue.id()) + ")"
                    + (pack.isEmpty() ? "" : " of pack (" + Quoted.of(pack) + ")");
        }
    }

    private record Entry(String kind, String id) {}

    private void add(Owned added) {
        Owned same = byName.get(name(added.catalogue()));
        if (same != null) {
            if (!same.catalogue().equals(added.catalogue())) {
                tellOther(added, same);
            }
            return;
        }
        List<Entry> entries = entries(added.catalogue());
        boolean clash = false;
        for (Entry entry : entries) {
            Owned other = byEntry.get(entry);
            if (other != null) {
                clash = true;
                faults.add(
                        CLASH,
                        null,
                        "The " + entry.kind() + " (" + entry.id() + ") of " + added + " stands also in " + other + ".",
                        "Maybe put a prefix of your own before the id.");
            }
        }
        if (!clash) {
            byName.put(name(added.catalogue()), added);
            entries.forEach(entry -> byEntry.put(entry, added));
        }
    }

    private void tellOther(Owned added, Owned same) {
        boolean edition = !added.catalogue().id().equals(same.catalogue().id());
        faults.add(
                OTHER_CONTENT,
                null,
                "The " + added + (edition ? " is another edition of " : " has other content than ") + same + ".",
                edition
                        ? "Maybe use versions of the packs that bring the same edition."
                        : "Maybe one of the two was changed and kept its edition: let both bring the same, or give one of"
                                + " them a name of its own.");
    }

    private static List<Entry> entries(Catalogue catalogue) {
        List<Entry> entries = new ArrayList<>();
        catalogue.areas().keySet().forEach(id -> entries.add(new Entry("area", id)));
        Stream.of(
                        entries(
                                "control",
                                catalogue.controls(),
                                control -> control.id().value()),
                        entries(
                                "objective",
                                catalogue.objectives(),
                                objective -> objective.id().value()),
                        entries(
                                "risk source",
                                catalogue.riskSources(),
                                source -> source.id().value()),
                        entries("clause", catalogue.clauses(), clause -> clause.id()))
                .forEach(entries::addAll);
        return entries;
    }

    private static <T> List<Entry> entries(String kind, Collection<T> all, Function<T, String> id) {
        return all.stream().map(one -> new Entry(kind, id.apply(one))).toList();
    }

    /** The id without the edition. */
    private static String name(Catalogue catalogue) {
        int colon = catalogue.id().lastIndexOf(':');
        return colon < 0 ? catalogue.id() : catalogue.id().substring(0, colon);
    }
}
