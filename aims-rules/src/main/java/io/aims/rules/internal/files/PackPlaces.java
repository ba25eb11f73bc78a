package io.aims.rules.internal.files;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Place;
import io.aims.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where everything that a pack says stands in its files: finer than {@link Rule#place()}, for those who verify, and dropped
 * when they are done. Immutable and thread-safe.
 */
public final class PackPlaces {

    private static final List<String> CATALOGUE_ENTRIES =
            List.of("areas", "controls", "objectives", "riskSources", "clauses");

    private static final PackPlaces NONE = new PackPlaces(EntryPlaces.at(null), Map.of(), Map.of(), Map.of());

    private final EntryPlaces pack;
    private final Map<Place, EntryPlaces> rules;
    private final Map<String, EntryPlaces> characteristics;
    private final Map<String, EntryPlaces> catalogueEntries;

    private PackPlaces(
            EntryPlaces pack,
            Map<Place, EntryPlaces> rules,
            Map<String, EntryPlaces> characteristics,
            Map<String, EntryPlaces> catalogueEntries) {
        this.pack = pack;
        this.rules = Map.copyOf(rules);
        this.characteristics = Map.copyOf(characteristics);
        this.catalogueEntries = Map.copyOf(catalogueEntries);
    }

    /**
     * Returns the places of a pack that was not read from files: those of its rules, if they have one.
     *
     * @return the places
     */
    public static PackPlaces none() {
        return NONE;
    }

    /**
     * Returns the places of the fields of the pack file.
     *
     * @return the places
     */
    public EntryPlaces pack() {
        return pack;
    }

    /**
     * Returns the places of a rule.
     *
     * @param rule a rule of the pack
     * @return its places, all at {@link Rule#place()} if it was not read from these files
     */
    public EntryPlaces rule(Rule rule) {
        Place place = rule.place();
        EntryPlaces found = place == null ? null : rules.get(place);
        return found == null ? EntryPlaces.at(place) : found;
    }

    /**
     * Returns the places of a characteristic.
     *
     * @param id its id
     * @return its places, all where the pack begins if it is not one of its own
     */
    public EntryPlaces characteristic(String id) {
        return characteristics.getOrDefault(id, EntryPlaces.at(pack.begin()));
    }

    /**
     * Returns the places of a control, objective or risk source in a catalogue of the pack.
     *
     * @param id its id
     * @return its places, all where the pack begins if it is not one of its own
     */
    public EntryPlaces catalogueEntry(String id) {
        return catalogueEntries.getOrDefault(id, EntryPlaces.at(pack.begin()));
    }

    /** Collects places while a pack is read. Not thread-safe. */
    public static final class Builder {

        private final Map<Place, EntryPlaces> rules = new LinkedHashMap<>();
        private final Map<String, EntryPlaces> characteristics = new LinkedHashMap<>();
        private final Map<String, EntryPlaces> catalogueEntries = new LinkedHashMap<>();
        private EntryPlaces pack = EntryPlaces.at(null);

        /** Creates a collection without places. */
        public Builder() {}

        /**
         * Adds the places of the pack file.
         *
         * @param places its places
         * @return this builder
         */
        public Builder pack(EntryPlaces places) {
            pack = places;
            return this;
        }

        /**
         * Adds the places of a rule.
         *
         * @param place where the rule begins, which is its {@link Rule#place()}
         * @param places its places
         * @return this builder
         */
        public Builder rule(@Nullable Place place, EntryPlaces places) {
            if (place != null) {
                rules.put(place, places);
            }
            return this;
        }

        /**
         * Adds the places of a characteristic; of several of one id the first stays.
         *
         * @param id its id
         * @param places its places
         * @return this builder
         */
        public Builder characteristic(String id, EntryPlaces places) {
            characteristics.putIfAbsent(id, places);
            return this;
        }

        /**
         * Adds the places of everything in a catalogue; of several entries of one id the first stays.
         *
         * @param root the catalogue
         * @return this builder
         */
        public Builder catalogue(Node root) {
            if (root instanceof Node.Mapping mapping) {
                for (String kind : CATALOGUE_ENTRIES) {
                    if (mapping.get(kind).orElse(null) instanceof Node.Sequence entries) {
                        entries.items()
                                .forEach(entry ->
                                        catalogueEntries.putIfAbsent(Fields.idOf(entry), EntryPlaces.of(entry)));
                    }
                }
            }
            return this;
        }

        /**
         * Returns what was collected.
         *
         * @return the places
         */
        public PackPlaces build() {
            return new PackPlaces(pack, rules, characteristics, catalogueEntries);
        }
    }
}
