package io.aims.catalog.document;

import io.aims.error.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a YAML or JSON document, with the place where it stands. Immutable.
 *
 * @since 0.1
 */
public sealed interface Node {

    /**
     * Returns where the part begins.
     *
     * @return the place
     */
    Place place();

    /**
     * Returns what kind of part it is, for messages.
     *
     * @return for example {@code a list}
     */
    String kind();

    /**
     * A text, number or truth value, as it is written.
     *
     * @param text the text, of a quoted scalar without its quotes
     * @param quoted whether it is quoted, or a text in JSON
     * @param place where it begins
     */
    record Scalar(String text, boolean quoted, Place place) implements Node {

        @Override
        public String kind() {
            return "a value";
        }

        /**
         * Tells whether the scalar stands for nothing: empty, {@code ~} or {@code null}, not quoted.
         *
         * @return {@code true} if it says nothing
         */
        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /**
     * A list.
     *
     * @param items its items
     * @param place where it begins
     */
    record Sequence(List<Node> items, Place place) implements Node {

        /** Copies the list of items. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * Values by their keys, in the order in which they are written. No key stands twice.
     *
     * @param entries the entries by key
     * @param place where it begins
     */
    record Mapping(Map<String, Entry> entries, Place place) implements Node {

        /** Copies the map. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a map";
        }

        /**
         * Returns a value.
         *
         * @param key a key
         * @return the value, or empty if the key is absent
         */
        public Optional<Node> get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? Optional.empty() : Optional.of(entry.value());
        }
    }

    /**
     * A key with its value.
     *
     * @param key the key
     * @param keyPlace where the key begins
     * @param value the value
     */
    record Entry(String key, Place keyPlace, Node value) {}
}
