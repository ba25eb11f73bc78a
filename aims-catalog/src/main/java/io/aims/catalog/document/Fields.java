package io.aims.catalog.document;

import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.source.Source;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import io.aims.text.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the fields of a map one by one and reports everything that is not as it should be. A field that is missing or
 * wrong gives an empty value and a fault, so that reading goes on to the next one. Not thread-safe.
 *
 * @since 0.1
 */
public final class Fields {

    private static final int MOST_LISTED = 100;
    private static final String UNNAMED = "?";

    private final Node.Mapping mapping;
    private final Faults faults;
    private final String code;
    private final String subject;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Node.Mapping mapping, Faults faults, String code, String subject) {
        this.mapping = mapping;
        this.faults = faults;
        this.code = code;
        this.subject = subject;
    }

    /**
     * Begins to read a map.
     *
     * @param node the node that should be a map
     * @param faults receives what is wrong
     * @param code the code of the faults
     * @param subject what the map describes, for messages, for example {@code rule (ADM-14)}
     * @return the fields, without any if the node is no map
     */
    public static Fields of(Node node, Faults faults, String code, String subject) {
        if (node instanceof Node.Mapping mapping) {
            return new Fields(mapping, faults, code, subject);
        }
        boolean empty = node instanceof Node.Scalar scalar && scalar.isNull();
        faults.add(
                code,
                node.place(),
                "The " + subject(subject, node.place()) + " must be a map, "
                        + (empty ? "and is empty." : "not " + node.kind() + "."),
                empty ? "Maybe it was never saved, or holds nothing but remarks." : "Maybe the indentation is off.");
        return new Fields(new Node.Mapping(Map.of(), node.place()), new Faults(), code, subject);
    }

    /**
     * Begins to read a map that has an id, which messages name.
     *
     * @param node the node that should be a map
     * @param faults receives what is wrong
     * @param code the code of the faults
     * @param kind what the map describes, for example {@code rule}
     * @return the fields, without any if the node is no map
     */
    public static Fields entry(Node node, Faults faults, String code, String kind) {
        String id = idOf(node);
        return of(node, faults, code, id.isEmpty() || id.equals(UNNAMED) ? kind : kind + " (" + Quoted.of(id) + ")");
    }

    /**
     * Returns the id of an entry, in whatever form it has.
     *
     * @param node an entry
     * @return what stands under {@code id}, or {@code ?}
     */
    public static String idOf(Node node) {
        return node instanceof Node.Mapping mapping
                ? mapping.get("id")
                        .map(id -> id instanceof Node.Scalar scalar ? scalar.text() : UNNAMED)
                        .orElse(UNNAMED)
                : UNNAMED;
    }

    /**
     * Returns where the map begins.
     *
     * @return the place
     */
    public Place place() {
        return mapping.place();
    }

    /**
     * Returns a field of any kind.
     *
     * @param key its key
     * @return the value, or empty if it is absent or says nothing
     */
    public Optional<Node> node(String key) {
        known.add(key);
        return mapping.get(key).filter(node -> !(node instanceof Node.Scalar scalar && scalar.isNull()));
    }

    /**
     * Returns a field that must be there.
     *
     * @param key its key
     * @return the value, or empty, with a fault, if it is absent
     */
    public Optional<Node> requiredNode(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            Place place = keyPlace(key);
            faults.add(
                    code,
                    place,
                    "The " + subject(place) + " has no " + key + ".",
                    "Maybe add a line with " + key + ".");
        }
        return node;
    }

    /**
     * Returns the text of a field.
     *
     * @param key its key
     * @return the text, or empty if it is absent or, with a fault, no text
     */
    public Optional<String> text(String key) {
        return node(key).flatMap(node -> scalar(node, key)).map(Node.Scalar::text);
    }

    /**
     * Returns the text of a field that must be there.
     *
     * @param key its key
     * @return the text, empty, with a fault, if it is absent or no text
     */
    public String requiredText(String key) {
        return requiredNode(key)
                .flatMap(node -> scalar(node, key))
                .map(Node.Scalar::text)
                .orElse("");
    }

    /**
     * Returns where the key of a field stands.
     *
     * @param key its key
     * @return its place, or where the map begins, if it is absent
     */
    public Place keyPlace(String key) {
        Node.Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.place() : entry.keyPlace();
    }

    /**
     * Returns where the value of a field stands.
     *
     * @param key its key
     * @return its place, or where the map begins, if it is absent
     */
    public Place valuePlace(String key) {
        return mapping.get(key).map(Node::place).orElse(mapping.place());
    }

    /**
     * Returns a text for people, on one line: one that says something, without characters that nobody sees.
     *
     * @param key its key
     * @return the text, or empty if it is absent; with a fault, if it is not as it should be
     */
    public Optional<String> line(String key) {
        return words(key, false);
    }

    /**
     * Returns a text for people, on one line, that must be there.
     *
     * @param key its key
     * @return the text, empty, with a fault, if it is absent or says nothing
     */
    public String requiredLine(String key) {
        return requiredNode(key).isPresent() ? words(key, false).orElse("") : "";
    }

    /**
     * Returns a text for people, on any number of lines.
     *
     * @param key its key
     * @return the text, or empty if it is absent; with a fault, if it is not as it should be
     */
    public Optional<String> prose(String key) {
        return words(key, true);
    }

    /**
     * Returns a text for people, on any number of lines, that must be there.
     *
     * @param key its key
     * @return the text, empty, with a fault, if it is absent or says nothing
     */
    public String requiredProse(String key) {
        return requiredNode(key).isPresent() ? words(key, true).orElse("") : "";
    }

    private Optional<String> words(String key, boolean lines) {
        Optional<String> text = text(key);
        text.ifPresent(words -> {
            Place place = keyPlace(key);
            OptionalInt hidden = Wording.hiddenCharacter(lines ? words.replace("\n", "") : words);
            if (hidden.isPresent()) {
                hidden(place, key, hidden.getAsInt());
            } else if (Wording.saysNothing(words)) {
                faults.add(
                        code,
                        place,
                        "The " + key + " of " + subject(place) + " says nothing.",
                        "Maybe it was meant to be filled in later.");
            }
        });
        return text;
    }

    private void hidden(Place place, String key, int character) {
        faults.add(
                code,
                place,
                "The " + key + " of " + subject(place) + " holds the character ("
                        + Quoted.of(Character.toString(character)) + "), which nobody sees, or which changes how others"
                        + " are shown.",
                character == '\n'
                        ? "Write it on one line: a line end has no place in it."
                        : "Maybe it was copied from elsewhere: write the text again.");
    }

    /**
     * Returns a field that is one of the constants of an enum.
     *
     * @param key its key
     * @param type the enum
     * @param <E> the enum
     * @return the constant, or empty if it is absent or, with a fault, another word
     */
    public <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        return node(key).flatMap(node -> scalar(node, key)).flatMap(scalar -> constant(scalar, key, type));
    }

    /**
     * Returns a field that is one of the constants of an enum and must be there.
     *
     * @param key its key
     * @param type the enum
     * @param otherwise what to go on with if it is wrong
     * @param <E> the enum
     * @return the constant
     */
    public <E extends Enum<E>> E requiredWord(String key, Class<E> type, E otherwise) {
        return requiredNode(key)
                .flatMap(node -> scalar(node, key))
                .flatMap(scalar -> constant(scalar, key, type))
                .orElse(otherwise);
    }

    /**
     * Returns the items of a list.
     *
     * @param key its key
     * @return the items, none if it is absent or, with a fault, no list
     */
    public List<Node> items(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        faults.add(
                code,
                node.get().place(),
                "The " + key + " of " + subject(node.get().place()) + " must be a list, not "
                        + node.get().kind() + ".",
                "Maybe write it in brackets.");
        return List.of();
    }

    /**
     * Returns the items of a list of texts.
     *
     * @param key its key
     * @return the scalars with their places, none if it is absent
     */
    public List<Node.Scalar> scalars(String key) {
        List<Node.Scalar> scalars = new ArrayList<>();
        items(key).forEach(item -> scalar(item, key).ifPresent(scalars::add));
        return scalars;
    }

    /**
     * Returns the items of a list of texts.
     *
     * @param key its key
     * @return the texts, none if it is absent
     */
    public List<String> texts(String key) {
        return scalars(key).stream().map(Node.Scalar::text).toList();
    }

    /**
     * Returns the citations of the field {@code sources}, at least one.
     *
     * @return the sources, none, with a fault, if there is none
     */
    public List<Source> sources() {
        Optional<Node> node = requiredNode("sources");
        List<Source> sources = new ArrayList<>();
        for (Node.Scalar citation : scalars("sources")) {
            OptionalInt hidden = Wording.hiddenCharacter(citation.text());
            if (hidden.isPresent()) {
                hidden(citation.place(), "sources", hidden.getAsInt());
            } else if (Wording.saysNothing(citation.text())) {
                faults.add(
                        code,
                        citation.place(),
                        "The sources of " + subject(citation.place()) + " hold one that says nothing.",
                        "Maybe leave it out.");
            } else {
                sources.add(new Source(citation.text()));
            }
        }
        if (node.isPresent()
                && node.get() instanceof Node.Sequence list
                && list.items().isEmpty()) {
            faults.add(
                    code,
                    node.get().place(),
                    "The " + subject(node.get().place()) + " has no source.",
                    "Maybe cite the document and the place in it.");
        }
        return List.copyOf(sources);
    }

    /**
     * Reports every key that was not asked for. Call it last.
     */
    public void end() {
        mapping.entries().values().stream()
                .filter(entry -> !known.contains(entry.key()))
                .takeWhile(entry -> !faults.isFull())
                .forEach(entry -> faults.add(
                        code,
                        entry.keyPlace(),
                        "The " + subject(entry.keyPlace()) + " has a field (" + Quoted.of(entry.key())
                                + ") that is not known.",
                        advice(entry.key(), known, faults)));
    }

    /**
     * Returns advice for a wrong word, unless so much is wrong that nobody reads it: looking for the nearest word takes time.
     *
     * @param word the word found
     * @param allowed the words allowed
     * @param faults what is wrong already
     * @return a sentence with the nearest right word, or with the words that are allowed, or how many there are
     */
    public static String advice(String word, Collection<String> allowed, Faults faults) {
        return advice(faults.nearest(word, allowed), allowed);
    }

    /**
     * Returns advice for a wrong word.
     *
     * @param word the word found
     * @param allowed the words allowed
     * @return a sentence with the nearest right word, or with the words that are allowed, or how many there are
     */
    public static String advice(String word, Collection<String> allowed) {
        return advice(Nearest.to(word, allowed), allowed);
    }

    private static String advice(Optional<String> nearest, Collection<String> allowed) {
        return nearest.map(near -> "Maybe you meant (" + near + ").")
                .orElseGet(() -> allowed.isEmpty()
                        ? "Maybe leave it out."
                        : allowed.size() > MOST_LISTED
                                ? "It is like none of the " + allowed.size() + " there are."
                                : "Allowed are " + String.join(", ", allowed) + ".");
    }

    private Optional<Node.Scalar> scalar(Node node, String key) {
        if (node instanceof Node.Scalar scalar) {
            return Optional.of(scalar);
        }
        faults.add(
                code,
                node.place(),
                "The " + key + " of " + subject(node.place()) + " must be a single value, not " + node.kind() + ".",
                "Maybe a bracket or an indentation is too much.");
        return Optional.empty();
    }

    private <E extends Enum<E>> Optional<E> constant(Node.Scalar scalar, String key, Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        for (E constant : constants) {
            if (constant.name().equals(scalar.text())) {
                return Optional.of(constant);
            }
        }
        faults.add(
                code,
                scalar.place(),
                "The " + key + " (" + Quoted.of(scalar.text()) + ") of " + subject(scalar.place()) + " is not known.",
                advice(scalar.text(), constants.stream().map(Enum::name).toList(), faults));
        return Optional.empty();
    }

    private String subject(Place place) {
        return subject(subject, place);
    }

    /** What is described, with its id, if it has one, and the place in one pair of brackets. */
    private static String subject(String subject, Place place) {
        return subject.endsWith(")")
                ? subject.substring(0, subject.length() - 1) + ", " + place + ")"
                : subject + " (" + place + ")";
    }
}
