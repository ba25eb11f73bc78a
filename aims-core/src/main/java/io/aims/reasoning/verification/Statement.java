package io.aims.reasoning.verification;

import io.aims.text.NumberText;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A part of a result, apart from how it was written: single values, named parts in any order, and lists whose order means
 * something. Immutable.
 *
 * @since 0.1
 */
public sealed interface Statement {

    /**
     * Returns the statement on one line, for people.
     *
     * @return the text; what was foreign in it is not escaped
     */
    String text();

    /**
     * A single value.
     *
     * @param text the value
     * @param isWord whether it is a text; if not, it is a number, in the one form of {@link NumberText}, or a truth value
     */
    record Value(String text, boolean isWord) implements Statement {

        /**
         * Creates a text.
         *
         * @param text any text
         * @return the value
         */
        public static Value word(String text) {
            return new Value(text, true);
        }

        /**
         * Creates a number.
         *
         * @param number any number
         * @return the value, equal for equal numbers however they are written
         */
        public static Value number(BigDecimal number) {
            return new Value(NumberText.of(number), false);
        }
    }

    /**
     * Parts by their names. Their order means nothing.
     *
     * @param parts the parts
     */
    record Parts(Map<String, Statement> parts) implements Statement {

        /** Copies the map. */
        public Parts {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }

        @Override
        public String text() {
            return parts.entrySet().stream()
                    .map(part -> part.getKey() + " " + part.getValue().text())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /**
     * A list. Its order means something.
     *
     * @param entries the entries in order
     */
    record Entries(List<Entry> entries) implements Statement {

        /** Copies the list. */
        public Entries {
            entries = List.copyOf(entries);
        }

        @Override
        public String text() {
            return entries.stream().map(Entry::name).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /**
     * An entry of a list.
     *
     * @param name what tells it from the others: an id, or of a list of texts the text
     * @param content what is said of it
     */
    record Entry(String name, Statement content) {}
}
