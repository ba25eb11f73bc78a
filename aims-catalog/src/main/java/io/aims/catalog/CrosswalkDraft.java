package io.aims.catalog;

import io.aims.crosswalk.Crosswalk;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A crosswalk while it is read, whatever its file looks like: resolves ids, keeps to the limits, collects faults. */
final class CrosswalkDraft {

    static final String UNKNOWN_ID = "AIMS-2071";
    static final String TWICE = "AIMS-2072";
    static final String LIMIT = "AIMS-2073";
    static final String FRAMEWORK_KNOWN = "AIMS-2076";

    /** Looking for the nearest right word costs time, and nobody reads a thousand pieces of advice. */
    private static final int MOST_ADVICE = 100;

    private static final int MOST_CANDIDATES = 1_000;

    private final Faults faults = new Faults();
    private final String name;
    private final Crosswalks known;
    private final Map<FrameworkId, Map<String, Element>> described = new LinkedHashMap<>();
    private final List<Framework> frameworks = new ArrayList<>();
    private final List<Crosswalk.Row> rows = new ArrayList<>();
    private int elements;
    private int advices;

    CrosswalkDraft(String name, Crosswalks known) {
        this.name = name;
        this.known = known;
    }

    Faults faults() {
        return faults;
    }

    /** Tells whether a framework was known before this crosswalk. */
    boolean knows(FrameworkId id) {
        return known.framework(id).isPresent();
    }

    List<String> knownFrameworks() {
        return known.frameworks().stream()
                .map(framework -> framework.id().value())
                .toList();
    }

    /** Adds an element to a framework that this crosswalk describes. */
    void add(Element element, Place place) {
        elements++;
        limit(elements, CrosswalkFiles.MOST, "elements", place);
        Map<String, Element> own = described.computeIfAbsent(element.id().framework(), id -> new LinkedHashMap<>());
        if (own.putIfAbsent(element.id().value(), element) != null) {
            faults.add(
                    TWICE,
                    place,
                    "The element (" + element.id().value() + ", " + place + ") is described twice.",
                    "Maybe one of them needs another id.");
        }
    }

    /** Ends the description of a framework, after its elements. */
    void add(FrameworkId id, String title, String edition, String about, Framework.Extent extent, Place place) {
        if (knows(id)) {
            faults.add(
                    FRAMEWORK_KNOWN,
                    place,
                    "The framework (" + id + ", " + place + ") is described, and is known already.",
                    "Maybe leave the description out and keep the rows, or give it another id.");
            return;
        }
        for (Framework other : known.frameworks()) {
            if (other.title().equals(title) && other.edition().equals(edition)) {
                faults.add(
                        FRAMEWORK_KNOWN,
                        place,
                        "The framework (" + id + ", " + place + ") has title and edition of framework (" + other.id()
                                + ").",
                        "Maybe you meant (" + other.id() + ").");
            }
        }
        Map<String, Element> own = described.computeIfAbsent(id, key -> new LinkedHashMap<>());
        if (!title.isBlank() && !edition.isBlank()) {
            frameworks.add(new Framework(id, title, edition, about, extent, List.copyOf(own.values())));
        }
    }

    /** Finds an element that a row names. */
    Optional<ElementId> element(FrameworkId framework, String text, Place place) {
        Map<String, Element> own = described.get(framework);
        if (own != null && own.containsKey(text)) {
            return Optional.of(new ElementId(framework, text));
        }
        if (own == null && ElementId.isWellFormed(text)) {
            ElementId id = new ElementId(framework, text);
            if (known.element(id).isPresent()) {
                return Optional.of(id);
            }
        }
        faults.add(
                UNKNOWN_ID,
                place,
                "The element (" + Quoted.of(text) + ", " + place + ") is not one of framework (" + framework + ").",
                advice(
                        text,
                        () -> own == null ? knownElements(framework) : own.keySet(),
                        "Maybe it belongs to another edition: editions are frameworks of their own."));
        return Optional.empty();
    }

    private List<String> knownElements(FrameworkId id) {
        return known.framework(id).stream()
                .flatMap(framework -> framework.elements().stream())
                .map(element -> element.id().value())
                .toList();
    }

    /** Returns advice with the nearest right id, as long as anybody would read it and it can be found in no time. */
    String advice(String word, Supplier<Collection<String>> allowed, String otherwise) {
        advices++;
        if (advices > MOST_ADVICE) {
            return otherwise;
        }
        Collection<String> candidates = allowed.get();
        return candidates.size() > MOST_CANDIDATES
                ? otherwise
                : Nearest.to(word, candidates)
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElse(otherwise);
    }

    void fault(String code, Place place, String message, String advice) {
        faults.add(code, place, message, advice);
    }

    /** Checks the length of a text. */
    String text(String what, String text, Place place) {
        if (text.length() > CrosswalkFiles.LONGEST_TEXT) {
            faults.add(
                    LIMIT,
                    place,
                    "The " + what + " (" + Quoted.of(text) + ", " + place + ") must have at most "
                            + CrosswalkFiles.LONGEST_TEXT + " characters.",
                    "Maybe it is more than one.");
        }
        return text;
    }

    /** Adds a row. */
    void add(Mapping mapping, boolean replaces, Place place) {
        rows.add(new Crosswalk.Row(mapping, replaces, place));
    }

    /** Refuses a crosswalk that goes on beyond a limit. */
    void limit(int number, int most, String what, Place place) {
        if (number > most) {
            throw new AimsException(List.of(new Fault(
                    LIMIT,
                    "The crosswalk (" + place + ") must have at most " + most + " " + what + ".",
                    "Maybe split it into several files.",
                    place)));
        }
    }

    Crosswalk finish(String title) {
        faults.throwIfAny();
        return new Crosswalk(title.isEmpty() ? name : title, frameworks, rows);
    }
}
