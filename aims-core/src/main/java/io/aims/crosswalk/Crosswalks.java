package io.aims.crosswalk;

import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.text.CanonicalForm;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All frameworks known and the mappings between their elements. One framework is the home: the one whose controls AIMS
 * evaluates.
 *
 * <p>Of two elements at most one mapping is stated, whichever way it is written. Immutable and thread-safe; every list has an
 * order that depends on the content alone.
 *
 * @clause ISO/IEC 42001:2023 Annex D
 * @since 0.1
 */
public final class Crosswalks {

    /** The most mappings that may follow from the stated ones at once. */
    public static final int MOST_COMPOSED = 100_000;

    private static final String UNKNOWN_ID = "AIMS-2071";
    private static final String CONFLICT = "AIMS-2075";
    private static final String FRAMEWORK_TWICE = "AIMS-2076";
    private static final String REPLACES_NOTHING = "AIMS-2077";
    private static final String NOT_COMPARABLE = "AIMS-2078";
    private static final String TOO_MANY = "AIMS-2079";

    private static final SortedMap<FrameworkId, List<Mapping>> NO_MAPPINGS =
            Collections.unmodifiableSortedMap(new TreeMap<>());

    private final FrameworkId home;
    private final SortedMap<FrameworkId, Framework> frameworks;
    private final Map<ElementId, Element> elements = new HashMap<>();
    private final Map<Pair, Mapping> stated;
    private final Map<ElementId, SortedMap<FrameworkId, List<Mapping>>> byElement = new HashMap<>();
    private final Comparator<ElementId> order;

    private Crosswalks(FrameworkId home, SortedMap<FrameworkId, Framework> frameworks, Map<Pair, Mapping> stated) {
        this.home = home;
        this.frameworks = Collections.unmodifiableSortedMap(frameworks);
        this.stated = stated;
        Map<ElementId, Integer> positions = new HashMap<>();
        frameworks
                .values()
                .forEach(framework -> framework.elements().forEach(element -> {
                    elements.put(element.id(), element);
                    positions.put(element.id(), positions.size());
                }));
        this.order = Comparator.comparing(positions::get);
        for (Mapping mapping : stated.values()) {
            index(mapping);
            index(mapping.inverse());
        }
        byElement
                .values()
                .forEach(towards -> towards.replaceAll((framework, mappings) -> mappings.stream()
                        .sorted(Comparator.comparing(Mapping::to, order))
                        .toList()));
    }

    private void index(Mapping mapping) {
        byElement
                .computeIfAbsent(mapping.from(), id -> new TreeMap<>())
                .computeIfAbsent(mapping.to().framework(), id -> new ArrayList<>())
                .add(mapping);
    }

    /**
     * Creates crosswalks without any mapping.
     *
     * @param home the framework whose controls are evaluated
     * @return crosswalks that know one framework
     */
    public static Crosswalks around(Framework home) {
        SortedMap<FrameworkId, Framework> frameworks = new TreeMap<>();
        frameworks.put(home.id(), home);
        return new Crosswalks(home.id(), frameworks, Map.of());
    }

    /**
     * Returns these crosswalks with the rows of another beside their own. Nothing is replaced unless a row says so.
     *
     * @param own the other crosswalk
     * @return the joint crosswalks
     * @throws AimsException with everything that is wrong: AIMS-2071, if a row names an element that is not known; AIMS-2075, if
     *     a row stands on the same two elements as another and does not say that it replaces it; AIMS-2076, if a framework is
     *     described that is known already; AIMS-2077, if a row replaces a row that is not there
     */
    public Crosswalks with(Crosswalk own) {
        Faults faults = new Faults();
        SortedMap<FrameworkId, Framework> allFrameworks = new TreeMap<>(frameworks);
        Map<ElementId, Element> allElements = new HashMap<>(elements);
        for (Framework framework : own.frameworks()) {
            if (allFrameworks.putIfAbsent(framework.id(), framework) != null) {
                faults.add(
                        FRAMEWORK_TWICE,
                        null,
                        "The crosswalk (" + Quoted.of(own.name()) + ") describes framework (" + framework.id()
                                + "), which is known already.",
                        "Maybe leave the description out and keep the rows, or give the framework another id.");
            } else {
                framework.elements().forEach(element -> allElements.put(element.id(), element));
            }
        }
        Map<Pair, Mapping> allStated = new HashMap<>(stated);
        Set<Pair> added = new HashSet<>();
        for (Crosswalk.Row row : own.rows()) {
            Mapping mapping = row.mapping();
            boolean known = isKnown(mapping.from(), allElements, row, faults);
            known &= isKnown(mapping.to(), allElements, row, faults);
            if (known) {
                Pair pair = Pair.of(mapping);
                Mapping before = allStated.put(pair, mapping);
                check(row, before, !added.add(pair), faults);
            }
        }
        faults.throwIfAny();
        return new Crosswalks(home, allFrameworks, allStated);
    }

    private static boolean isKnown(ElementId id, Map<ElementId, Element> known, Crosswalk.Row row, Faults faults) {
        if (known.containsKey(id)) {
            return true;
        }
        faults.addAll(List.of(unknownElement(id, known.keySet(), row)));
        return false;
    }

    private static void check(Crosswalk.Row row, @Nullable Mapping before, boolean sameCrosswalk, Faults faults) {
        Mapping mapping = row.mapping();
        if (before == null) {
            if (row.replaces()) {
                faults.add(
                        REPLACES_NOTHING,
                        row.where(),
                        "The row (" + mapping + at(row) + ") replaces a row that is not there.",
                        "Maybe leave out replaces, or one of the ids is wrong.");
            }
        } else if (sameCrosswalk || !row.replaces()) {
            faults.add(
                    CONFLICT,
                    row.where(),
                    "The row (" + mapping + at(row) + ") stands on the same two elements as the row (" + before + ", "
                            + before.basis() + ").",
                    sameCrosswalk
                            ? "Maybe keep one of them."
                            : "Maybe leave it out, or add replaces: YES if yours is to take its place.");
        }
    }

    private static String at(Crosswalk.Row row) {
        return row.place().map(place -> ", " + place).orElse("");
    }

    /**
     * Returns the framework whose controls are evaluated.
     *
     * @return the home framework
     */
    public Framework home() {
        return known(home);
    }

    /**
     * Returns the frameworks.
     *
     * @return an immutable collection, sorted by id
     */
    public Collection<Framework> frameworks() {
        return frameworks.values();
    }

    /**
     * Finds a framework.
     *
     * @param id an id
     * @return the framework, or empty if it is not known
     */
    public Optional<Framework> framework(FrameworkId id) {
        return Optional.ofNullable(frameworks.get(id));
    }

    /**
     * Finds an element.
     *
     * @param id an id
     * @return the element, or empty if its framework is not known or has no such element
     */
    public Optional<Element> element(ElementId id) {
        return Optional.ofNullable(elements.get(id));
    }

    /**
     * Returns every stated mapping, as it is stated.
     *
     * @return a list in the order of frameworks and their elements
     */
    public List<Mapping> stated() {
        return stated.values().stream()
                .sorted(Comparator.comparing(Mapping::from, order).thenComparing(Mapping::to, order))
                .toList();
    }

    /**
     * Returns the stated mappings between two frameworks, whichever way they are written.
     *
     * @param from the framework from which they are to be seen
     * @param to the other framework
     * @return a list in the order of the elements of both
     * @throws AimsException AIMS-2071, if a framework is not known
     */
    public List<Mapping> between(FrameworkId from, FrameworkId to) {
        known(to);
        return known(from).elements().stream()
                .flatMap(element -> towards(element.id(), to).stream())
                .toList();
    }

    /**
     * Returns the stated mappings of an element, seen from it.
     *
     * @param id the element
     * @return a list in the order of frameworks and their elements
     * @throws AimsException AIMS-2071, if the element is not known
     */
    public List<Mapping> of(ElementId id) {
        return stated(known(id));
    }

    /**
     * Returns what else a control of the home framework serves: what it has to do with, in every other framework.
     *
     * @param control the control
     * @return its mappings, the strongest first, without those that state that there is no counterpart; empty if the home
     *     framework has no such control
     */
    public List<Mapping> serves(ControlId control) {
        return stated(new ElementId(home, control.value())).stream()
                .filter(mapping -> mapping.relation() != Relation.NONE)
                .sorted(Mapping.strongestFirst())
                .toList();
    }

    /**
     * Returns what elements in place contribute to elements of the home framework.
     *
     * @param wanted which elements of the home framework are looked at
     * @param inPlace the elements in place elsewhere
     * @return one entry for each element wanted
     * @throws AimsException AIMS-2071, if an element in place is not known
     */
    public Reuse reuse(Predicate<Element> wanted, Collection<ElementId> inPlace) {
        inPlace.forEach(this::known);
        Set<ElementId> there = Set.copyOf(inPlace);
        return new Reuse(home().parts().stream()
                .filter(wanted)
                .map(element -> reuse(element, there))
                .toList());
    }

    private Reuse.Entry reuse(Element element, Set<ElementId> inPlace) {
        List<Mapping> contributions = new ArrayList<>();
        List<Mapping> exclusions = new ArrayList<>();
        for (Mapping mapping : stated(element.id())) {
            if (inPlace.contains(mapping.to())) {
                (mapping.relation() == Relation.NONE ? exclusions : contributions).add(mapping);
            }
        }
        contributions.sort(Mapping.strongestFirst());
        return new Reuse.Entry(element, contributions, exclusions);
    }

    /**
     * Returns what follows for two frameworks from their mappings with the home framework.
     *
     * @param from the first framework
     * @param to the second framework
     * @return as {@link #composed(FrameworkId, FrameworkId, FrameworkId)}
     * @throws AimsException as there
     */
    public List<Mapping> composed(FrameworkId from, FrameworkId to) {
        return composed(from, to, home);
    }

    /**
     * Returns what follows for two frameworks from their mappings with a third. A pair of elements comes once for each way that
     * leads from one to the other and proves something.
     *
     * @param from the first framework
     * @param to the second framework
     * @param through the framework between
     * @return a list in the order of the elements of both, of one pair the strongest first
     * @throws AimsException AIMS-2071, if a framework is not known; AIMS-2078, if the three are not different; AIMS-2079, if
     *     more than {@value #MOST_COMPOSED} ways lead from one to the other
     */
    public List<Mapping> composed(FrameworkId from, FrameworkId to, FrameworkId through) {
        known(to);
        known(through);
        if (from.equals(to) || from.equals(through) || to.equals(through)) {
            throw new AimsException(
                    NOT_COMPARABLE,
                    "The way from framework (" + from + ") to (" + to + ") through (" + through
                            + ") must lead through three different frameworks.",
                    "Maybe ask for the stated mappings between two.");
        }
        List<Mapping> firstSteps = between(from, through);
        long ways = firstSteps.stream()
                .mapToLong(step -> towards(step.to(), to).size())
                .sum();
        if (ways > MOST_COMPOSED) {
            throw new AimsException(
                    TOO_MANY,
                    "The ways from framework (" + from + ") to (" + to + ") through (" + through + ") are " + ways
                            + ", and must be at most " + MOST_COMPOSED + ".",
                    "Maybe a crosswalk maps nearly everything to everything.");
        }
        List<Mapping> composed = new ArrayList<>();
        for (Mapping step : firstSteps) {
            towards(step.to(), to).forEach(next -> step.then(next).ifPresent(composed::add));
        }
        composed.sort(Comparator.comparing(Mapping::from, order)
                .thenComparing(Mapping::to, order)
                .thenComparing(Mapping.strongestFirst())
                .thenComparing(mapping -> mapping.via().get(0), order));
        return Collections.unmodifiableList(composed);
    }

    /**
     * Returns how much of two frameworks the stated mappings between them reach.
     *
     * @param from the first framework
     * @param to the second framework
     * @return the coverage, seen from both
     * @throws AimsException AIMS-2071, if a framework is not known
     */
    public Coverage coverage(FrameworkId from, FrameworkId to) {
        return new Coverage(side(known(from), known(to)), side(known(to), known(from)));
    }

    private Coverage.Side side(Framework framework, Framework other) {
        Map<Relation, List<Element>> strongest = new EnumMap<>(Relation.class);
        List<Element> unmapped = new ArrayList<>();
        for (Element element : framework.parts()) {
            towards(element.id(), other.id()).stream()
                    .map(Mapping::relation)
                    .min(Comparator.naturalOrder())
                    .map(relation -> strongest.computeIfAbsent(relation, key -> new ArrayList<>()))
                    .orElse(unmapped)
                    .add(element);
        }
        return new Coverage.Side(framework, strongest, unmapped);
    }

    /**
     * Returns the SHA-256 of all frameworks and mappings.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        CanonicalForm form = new CanonicalForm().text(home.value());
        form.list(frameworks.values(), Crosswalks::write);
        form.list(stated(), Crosswalks::write);
        return form.sha256();
    }

    private static void write(CanonicalForm form, Framework framework) {
        form.text(framework.id().value())
                .text(framework.title())
                .text(framework.edition())
                .text(framework.about())
                .text(framework.extent().name())
                .list(
                        framework.elements(),
                        (f, element) -> f.text(element.id().value())
                                .text(element.label())
                                .text(element.section())
                                .text(element.standing().name())
                                .text(element.remark()));
    }

    private static void write(CanonicalForm form, Mapping mapping) {
        form.text(mapping.from().toString())
                .text(mapping.to().toString())
                .text(mapping.relation().name())
                .text(mapping.basis().name())
                .list(mapping.sources(), (f, source) -> f.text(source.citation()))
                .text(mapping.confidence().name())
                .text(mapping.note());
    }

    private List<Mapping> stated(ElementId id) {
        return byElement.getOrDefault(id, NO_MAPPINGS).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Mapping> towards(ElementId id, FrameworkId to) {
        return byElement.getOrDefault(id, NO_MAPPINGS).getOrDefault(to, List.of());
    }

    private Framework known(FrameworkId id) {
        Framework framework = frameworks.get(id);
        if (framework == null) {
            throw new AimsException(List.of(unknownFramework(id, frameworks.keySet())));
        }
        return framework;
    }

    private ElementId known(ElementId id) {
        known(id.framework());
        if (!elements.containsKey(id)) {
            throw new AimsException(List.of(unknownElement(id, elements.keySet(), null)));
        }
        return id;
    }

    private static Fault unknownFramework(FrameworkId id, Collection<FrameworkId> known) {
        return Fault.of(
                UNKNOWN_ID,
                "The framework (" + id + ") is not known.",
                advice(id.value(), known.stream().map(FrameworkId::value).toList()));
    }

    private static Fault unknownElement(ElementId id, Collection<ElementId> known, Crosswalk.@Nullable Row row) {
        List<String> nearby = known.stream()
                .filter(each -> each.framework().equals(id.framework()))
                .map(ElementId::value)
                .toList();
        return new Fault(
                UNKNOWN_ID,
                "The element (" + id.value() + (row == null ? "" : at(row)) + ") is not one of framework ("
                        + id.framework() + ").",
                advice(id.value(), nearby),
                row == null ? null : row.where());
    }

    private static String advice(String word, Collection<String> allowed) {
        return Nearest.to(word, allowed)
                .map(near -> "Maybe you meant (" + near + ").")
                .orElse("Maybe it belongs to another edition: editions are frameworks of their own.");
    }

    /** Two elements, whichever is named first. */
    private record Pair(ElementId first, ElementId second) {

        static Pair of(Mapping mapping) {
            return mapping.from().compareTo(mapping.to()) <= 0
                    ? new Pair(mapping.from(), mapping.to())
                    : new Pair(mapping.to(), mapping.from());
        }
    }
}
