package io.aims.rules.internal.files;

import io.aims.catalog.document.Node;
import io.aims.error.Place;
import io.aims.rules.language.TestPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of one entry of a file stand: of a rule, a characteristic, a control, an example, or the pack itself.
 *
 * <p>What the entry does not have stands where the entry begins, so that a finding always has the nearest place there is.
 * Of an entry that was not read from a file everything has the place known of it, or none. Immutable and thread-safe.
 */
public final class EntryPlaces {

    private final @Nullable Place begin;
    private final Node.Mapping content;
    private final List<TestPlace> tests;
    private final List<Node> examples;

    private EntryPlaces(@Nullable Place begin, Node.Mapping content, List<TestPlace> tests, List<Node> examples) {
        this.begin = begin;
        this.content = content;
        this.tests = List.copyOf(tests);
        this.examples = List.copyOf(examples);
    }

    /**
     * Returns the places of an entry of a file.
     *
     * @param node the entry
     * @return its places
     */
    public static EntryPlaces of(Node node) {
        return node instanceof Node.Mapping mapping
                ? new EntryPlaces(mapping.place(), mapping, List.of(), List.of())
                : at(node.place());
    }

    /**
     * Returns the one place of an entry that was not read from a file.
     *
     * @param place the place, or {@code null} if none is known
     * @return the places
     */
    public static EntryPlaces at(@Nullable Place place) {
        return new EntryPlaces(place, new Node.Mapping(Map.of(), new Place("", 1, 1)), List.of(), List.of());
    }

    /**
     * Returns the same places with those of the tests of the condition.
     *
     * @param more where each test stands, in the order of {@code Condition.tests()}
     * @return the places
     */
    public EntryPlaces withTests(List<TestPlace> more) {
        return new EntryPlaces(begin, content, more, examples);
    }

    /**
     * Returns the same places with those of the examples of a rule.
     *
     * @param more the examples that could be read, in the order of {@code Rule.examples()}
     * @return the places
     */
    public EntryPlaces withExamples(List<Node> more) {
        return new EntryPlaces(begin, content, tests, more);
    }

    /**
     * Returns where the entry begins.
     *
     * @return the place, or {@code null} if none is known
     */
    public @Nullable Place begin() {
        return begin;
    }

    /**
     * Returns where the key of a field stands.
     *
     * @param key the key
     * @return the place, or where the entry begins
     */
    public @Nullable Place key(String key) {
        Node.Entry entry = content.entries().get(key);
        return entry == null ? begin : entry.keyPlace();
    }

    /**
     * Returns where the value of a field begins.
     *
     * @param key the key
     * @return the place, or where the entry begins
     */
    public @Nullable Place value(String key) {
        return content.get(key).map(Node::place).orElse(begin);
    }

    /**
     * Returns where an item of a list stands.
     *
     * @param key the key of the list
     * @param text the text of the item; of several equal ones the first is taken
     * @return the place, or where the list begins, or where the entry does
     */
    public @Nullable Place item(String key, String text) {
        return items(key).stream()
                .filter(item ->
                        item instanceof Node.Scalar scalar && scalar.text().equals(text))
                .findFirst()
                .map(Node::place)
                .orElse(value(key));
    }

    /**
     * Returns where an item of a list stands.
     *
     * @param key the key of the list
     * @param index its index, from 0
     * @return the place, or where the list begins, or where the entry does
     */
    public @Nullable Place item(String key, int index) {
        List<Node> items = items(key);
        return index < items.size() ? items.get(index).place() : value(key);
    }

    /**
     * Returns the places of an entry within this one.
     *
     * @param key its key
     * @return its places, all where this entry begins if it has none such
     */
    public EntryPlaces inner(String key) {
        return content.get(key).map(EntryPlaces::of).orElse(at(begin));
    }

    /**
     * Returns the places of an example of a rule.
     *
     * @param index its index in {@code Rule.examples()}, from 0
     * @return its places, all where the rule begins if there is no such example
     */
    public EntryPlaces example(int index) {
        return index < examples.size() ? of(examples.get(index)) : at(begin);
    }

    /**
     * Returns where a test of the condition of a rule begins.
     *
     * @param index its index in {@code Condition.tests()}, from 0
     * @return the place, or where the condition begins, or where the rule does
     */
    public @Nullable Place test(int index) {
        return index < tests.size() ? tests.get(index).begin() : value("when");
    }

    /**
     * Returns where a word that a test of the condition of a rule names stands.
     *
     * @param index the index of the test in {@code Condition.tests()}, from 0
     * @param word an id or a value behind its operator
     * @return the place, or where the test begins, or where the condition does, or where the rule does
     */
    public @Nullable Place word(int index, String word) {
        return index < tests.size() ? tests.get(index).word(word) : value("when");
    }

    private List<Node> items(String key) {
        Optional<Node> node = content.get(key);
        return node.isPresent() && node.get() instanceof Node.Sequence list ? list.items() : List.of();
    }
}
