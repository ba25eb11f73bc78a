package io.aims.rules;

import io.aims.catalog.document.Fields;
import io.aims.control.Catalogue;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogues that a pack names, among those in use: its rules speak of the entries of these, and of no others. One that is
 * not in use yet is told when packs are joined. Immutable and thread-safe.
 */
final class NamedCatalogues {

    private static final String CATALOGUE = "AIMS-2014";
    private static final String ABSENT_ID = "AIMS-2007";

    private final List<Catalogue> catalogues;
    private final List<Catalogue> others;
    private final boolean areAllKnown;
    private final Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);

    /** What rules name. */
    enum Kind {
        RISK_SOURCE,
        OBJECTIVE,
        CONTROL;

        private Set<String> of(List<Catalogue> catalogues) {
            return catalogues.stream().flatMap(this::ids).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private Stream<String> ids(Catalogue catalogue) {
            return switch (this) {
                case RISK_SOURCE ->
                    catalogue.riskSources().stream().map(source -> source.id().value());
                case OBJECTIVE ->
                    catalogue.objectives().stream()
                            .map(objective -> objective.id().value());
                case CONTROL ->
                    catalogue.controls().stream().map(control -> control.id().value());
            };
        }
    }

    /**
     * Creates the catalogues.
     *
     * @param catalogues those that the pack names
     * @param others those in use that it does not name
     * @param areAllKnown {@code false} if it names one that is not in use yet, so that no id can be found wrong
     */
    NamedCatalogues(List<Catalogue> catalogues, List<Catalogue> others, boolean areAllKnown) {
        this.catalogues = List.copyOf(catalogues);
        this.others = List.copyOf(others);
        this.areAllKnown = areAllKnown;
        for (Kind kind : Kind.values()) {
            ids.put(kind, kind.of(this.catalogues));
        }
    }

    List<Catalogue> catalogues() {
        return catalogues;
    }

    boolean areAllKnown() {
        return areAllKnown;
    }

    /** Takes all catalogues in use for named. */
    static NamedCatalogues all(Catalogue inUse) {
        return new NamedCatalogues(inUse.parts(), List.of(), true);
    }

    /**
     * Reads which catalogues a pack names.
     *
     * @param pack the id of the pack
     * @param text the ids with their editions, joined by plus signs
     * @param place where they stand
     * @param inUse the catalogues in use, joined
     * @param faults receives what is wrong
     * @return those named, or, with a fault, all there are, so that their entries are not found wrong as well
     */
    static NamedCatalogues of(String pack, String text, Place place, Catalogue inUse, Faults faults) {
        Map<String, Catalogue> known = new LinkedHashMap<>();
        inUse.parts().forEach(part -> known.put(part.id(), part));
        Map<String, String> named = new LinkedHashMap<>();
        boolean right = true;
        boolean allKnown = true;
        for (String id : text.split("\\+", -1)) {
            String other = named.putIfAbsent(nameOf(id), id);
            if (other != null) {
                right = false;
                tell(
                        pack,
                        place,
                        other.equals(id)
                                ? "names catalogue (" + Quoted.of(id) + ") twice"
                                : "names two editions of one catalogue, (" + Quoted.of(other) + ") and ("
                                        + Quoted.of(id) + ")",
                        "Maybe keep (" + Quoted.of(known.containsKey(id) ? id : other) + ").",
                        faults);
            } else if (!known.containsKey(id)) {
                Optional<String> edition = known.keySet().stream()
                        .filter(one -> nameOf(one).equals(nameOf(id)))
                        .findFirst();
                right &= edition.isEmpty();
                allKnown &= edition.isPresent();
                edition.ifPresent(inUseNow -> tellEdition(pack, id, place, inUseNow, faults));
            }
        }
        if (!right) {
            return all(inUse);
        }
        List<Catalogue> catalogues = new ArrayList<>();
        List<Catalogue> others = new ArrayList<>();
        known.values().forEach(part -> (named.containsValue(part.id()) ? catalogues : others).add(part));
        return new NamedCatalogues(catalogues, others, allKnown);
    }

    private static void tellEdition(String pack, String id, Place place, String edition, Faults faults) {
        tell(
                pack,
                place,
                "speaks of catalogue (" + Quoted.of(id) + ")"
                        + (id.equals(nameOf(id)) ? " without its edition" : ", another edition of which is in use"),
                "Maybe you meant (" + edition + ").",
                faults);
    }

    private static void tell(String pack, Place place, String what, String advice, Faults faults) {
        faults.add(CATALOGUE, place, "Pack (" + Quoted.of(pack) + ", " + place + ") " + what + ".", advice);
    }

    /**
     * Checks that an id stands in a catalogue that the pack names.
     *
     * @param rule the id of the rule that uses it
     * @param verb what the rule does with it, for messages
     * @param id the id
     * @param where finds where it stands
     * @param kind what it should be
     * @param faults receives what is wrong
     */
    void check(String rule, String verb, String id, Supplier<Place> where, Kind kind, Faults faults) {
        Set<String> known = ids(kind);
        if (!areAllKnown || known.contains(id) || faults.isFull()) {
            return;
        }
        Place place = where.get();
        Optional<Catalogue> other = others.stream()
                .filter(one -> kind.of(List.of(one)).contains(id))
                .findFirst();
        faults.add(
                ABSENT_ID,
                place,
                "Rule (" + Quoted.of(rule) + ", " + place + ") " + verb + " (" + id + "), "
                        + other.map(one -> "of catalogue (" + one.id() + "), which the pack does not name.")
                                .orElse("absent from catalogue (" + name() + ")."),
                other.map(one -> "Maybe write catalogue: " + name() + "+" + one.id() + " in the pack file.")
                        .orElseGet(() -> Fields.advice(id, known, faults)));
    }

    /** Returns the ids of one kind in all catalogues named. */
    Set<String> ids(Kind kind) {
        return ids.getOrDefault(kind, Set.of());
    }

    private String name() {
        return catalogues.stream().map(Catalogue::id).collect(Collectors.joining("+"));
    }

    /** The id without the edition. */
    private static String nameOf(String id) {
        int colon = id.lastIndexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }
}
