package io.aims.treatment.reuse;

import io.aims.control.ControlId;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.Relation;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.identity.ManagementSystem;
import io.aims.system.vocabulary.Characteristics;
import io.aims.text.Nearest;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.reuse.EvidenceSuggestion.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of other frameworks may serve as evidence for the controls of an organisation on a day.
 *
 * <p>What the organisation says of a framework counts for all of its systems. Where it is silent, the description of a system
 * may say that a management system is operated; since a description names no edition, those are meant of which the organisation
 * speaks, or else every edition known. Only stated rows are used: nothing is concluded over two hops. Immutable and thread-safe: one is made for an
 * organisation and serves all of its systems.
 *
 * @clause ISO/IEC 42001:2023 6.1.3, Annex D
 * @since 0.1
 */
public final class EvidenceReuse {

    private static final String NO_DAY = "AIMS-3120";
    private static final String UNKNOWN_FRAMEWORK = "AIMS-3121";
    private static final String UNKNOWN_ELEMENT = "AIMS-3122";
    private static final EvidenceReuse NONE =
            new EvidenceReuse(Elsewhere.nothing(), null, Map.of(), new EnumMap<>(ManagementSystem.class));

    private final Elsewhere elsewhere;
    private final @Nullable LocalDate asOf;
    private final Map<ControlId, List<EvidenceSuggestion>> said;
    private final Map<ManagementSystem, Map<ControlId, List<EvidenceSuggestion>>> named;

    private EvidenceReuse(
            Elsewhere elsewhere,
            @Nullable LocalDate asOf,
            Map<ControlId, List<EvidenceSuggestion>> said,
            Map<ManagementSystem, Map<ControlId, List<EvidenceSuggestion>>> named) {
        this.elsewhere = elsewhere;
        this.asOf = asOf;
        this.said = said;
        this.named = named;
    }

    /**
     * Returns one that suggests nothing.
     *
     * @return always the same
     */
    public static EvidenceReuse none() {
        return NONE;
    }

    /**
     * Prepares the suggestions of an organisation.
     *
     * @param crosswalks the frameworks and the rows that may be reasons
     * @param elsewhere what the organisation says of other frameworks, maybe nothing
     * @param asOf the day, or {@code null} if nothing that is said begins or ends
     * @return what may be reused
     * @throws AimsException with everything that is wrong: AIMS-3120, if something begins or ends and no day is given;
     *     AIMS-3121, if a framework is not known, or is the one whose controls are evaluated; AIMS-3122, if a framework has no
     *     such element
     */
    public static EvidenceReuse of(Crosswalks crosswalks, Elsewhere elsewhere, @Nullable LocalDate asOf) {
        check(crosswalks, elsewhere, asOf);
        Map<ControlId, List<EvidenceSuggestion>> said = new HashMap<>();
        Map<ManagementSystem, Map<ControlId, List<EvidenceSuggestion>>> named = new EnumMap<>(ManagementSystem.class);
        SortedSet<FrameworkId> spoken = elsewhere.frameworks();
        spoken.forEach(framework -> collect(crosswalks, framework, elsewhere, asOf, said));
        for (ManagementSystem value : ManagementSystem.values()) {
            Map<ControlId, List<EvidenceSuggestion>> byControl = new HashMap<>();
            for (FrameworkId edition : editions(crosswalks, value, spoken)) {
                Elsewhere operated = Elsewhere.nothing().operating(edition, OperatedSystem.UNDATED);
                collect(crosswalks, edition, operated, asOf, byControl);
            }
            byControl.values().forEach(list -> list.removeIf(row -> isAnswered(row, elsewhere, asOf)));
            named.put(value, byControl);
        }
        return new EvidenceReuse(elsewhere, asOf, said, named);
    }

    /**
     * The frameworks whose id is that of a management system with an edition behind it: those of which the organisation speaks,
     * or all if it speaks of none.
     */
    private static List<FrameworkId> editions(Crosswalks crosswalks, ManagementSystem value, Set<FrameworkId> spoken) {
        String standard = value.id().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
        List<FrameworkId> all = crosswalks.frameworks().stream()
                .map(Framework::id)
                .filter(id -> id.value().startsWith(standard))
                .toList();
        List<FrameworkId> named = all.stream().filter(spoken::contains).toList();
        return named.isEmpty() ? all : named;
    }

    /** Whether what the organisation says tells more of the row than that some management system is operated. */
    private static boolean isAnswered(EvidenceSuggestion suggestion, Elsewhere elsewhere, @Nullable LocalDate asOf) {
        ElementId element = suggestion.mapping().to();
        return elsewhere.operated().containsKey(element.framework())
                || elsewhere.states().containsKey(element)
                || suggestion.standing() == Standing.NO_EVIDENCE && isThere(element.framework(), elsewhere, asOf);
    }

    private static void check(Crosswalks crosswalks, Elsewhere elsewhere, @Nullable LocalDate asOf) {
        Faults faults = new Faults();
        if (asOf == null && elsewhere.hasDates()) {
            faults.add(
                    NO_DAY,
                    null,
                    "What is said of other frameworks begins or ends, and no day is given.",
                    "Say for which day: the clock is not read.");
        }
        for (FrameworkId framework : elsewhere.frameworks()) {
            boolean isHome = framework.equals(crosswalks.home().id());
            if (isHome || crosswalks.framework(framework).isEmpty()) {
                faults.add(
                        UNKNOWN_FRAMEWORK,
                        null,
                        "The framework (" + framework + ") "
                                + (isHome ? "is the one whose controls are evaluated." : "is not known."),
                        isHome
                                ? "Say the states of its controls themselves."
                                : advice(
                                        framework.value(),
                                        crosswalks.frameworks().stream()
                                                .map(known -> known.id().value())
                                                .toList()));
            } else {
                checkElements(crosswalks, framework, elsewhere, faults);
            }
        }
        faults.throwIfAny();
    }

    private static void checkElements(
            Crosswalks crosswalks, FrameworkId framework, Elsewhere elsewhere, Faults faults) {
        Stream.concat(elsewhere.states().keySet().stream(), elsewhere.open().stream())
                .filter(element -> element.framework().equals(framework))
                .filter(element -> crosswalks.element(element).isEmpty())
                .forEach(element -> faults.add(
                        UNKNOWN_ELEMENT,
                        null,
                        "The framework (" + framework + ") has no element (" + element.value() + ").",
                        advice(
                                element.value(),
                                crosswalks.framework(framework).orElseThrow().elements().stream()
                                        .map(known -> known.id().value())
                                        .toList())));
    }

    private static String advice(String word, List<String> known) {
        return Nearest.to(word, known)
                .map(near -> "Maybe you meant (" + near + ").")
                .orElse("Maybe a crosswalk that describes it is missing.");
    }

    private static void collect(
            Crosswalks crosswalks,
            FrameworkId framework,
            Elsewhere elsewhere,
            @Nullable LocalDate asOf,
            Map<ControlId, List<EvidenceSuggestion>> byControl) {
        String title = crosswalks.framework(framework).orElseThrow().toString();
        for (Mapping row : crosswalks.between(crosswalks.home().id(), framework)) {
            if (ControlId.isWellFormed(row.from().value())) {
                String label = crosswalks.element(row.to()).map(Element::label).orElse("");
                suggestion(row, title, label, elsewhere, asOf)
                        .ifPresent(suggestion -> byControl
                                .computeIfAbsent(suggestion.control(), control -> new ArrayList<>())
                                .add(suggestion));
            }
        }
    }

    private static Optional<EvidenceSuggestion> suggestion(
            Mapping row, String framework, String label, Elsewhere elsewhere, @Nullable LocalDate asOf) {
        ControlId control = new ControlId(row.from().value());
        ControlState state = elsewhere.states().get(row.to());
        OperatedSystem system = elsewhere.operated().get(row.to().framework());
        if (row.relation() == Relation.NONE) {
            return isThere(row.to().framework(), elsewhere, asOf)
                    ? Optional.of(
                            new EvidenceSuggestion(control, row, framework, label, Standing.NO_EVIDENCE, null, null))
                    : Optional.empty();
        }
        if (state != null) {
            return standing(state, asOf)
                    .map(standing -> new EvidenceSuggestion(control, row, framework, label, standing, state, null));
        }
        return Optional.ofNullable(system)
                .map(operated -> new EvidenceSuggestion(
                        control, row, framework, label, standing(operated, asOf), null, operated));
    }

    /** Whether anybody could expect evidence from a framework on the day. */
    private static boolean isThere(FrameworkId framework, Elsewhere elsewhere, @Nullable LocalDate asOf) {
        OperatedSystem system = elsewhere.operated().get(framework);
        if (system != null) {
            return standing(system, asOf) == Standing.OPERATED;
        }
        return elsewhere.states().entrySet().stream()
                .filter(entry -> entry.getKey().framework().equals(framework))
                .map(entry -> standing(entry.getValue(), asOf))
                .anyMatch(standing -> standing.equals(Optional.of(Standing.IN_PLACE))
                        || standing.equals(Optional.of(Standing.IN_PART)));
    }

    /** What is planned, or assessed and not there, is nothing to reuse. */
    private static Optional<Standing> standing(ControlState state, @Nullable LocalDate asOf) {
        if (state.stage().compareTo(Stage.PARTIAL) < 0) {
            return Optional.empty();
        }
        Standing onDay = state.stage() == Stage.PARTIAL ? Standing.IN_PART : Standing.IN_PLACE;
        return Optional.of(standing(state.since(), state.until(), asOf, onDay));
    }

    private static Standing standing(OperatedSystem system, @Nullable LocalDate asOf) {
        return standing(system.since(), system.until(), asOf, Standing.OPERATED);
    }

    private static Standing standing(
            @Nullable LocalDate since, @Nullable LocalDate until, @Nullable LocalDate asOf, Standing onDay) {
        if (asOf == null) {
            return onDay;
        }
        if (since != null && asOf.isBefore(since)) {
            return Standing.NOT_BEGUN;
        }
        return until != null && asOf.isAfter(until) ? Standing.ENDED : onDay;
    }

    /**
     * Returns what the organisation says of other frameworks.
     *
     * @return management systems and states
     */
    public Elsewhere elsewhere() {
        return elsewhere;
    }

    /**
     * Returns the day for which it is said.
     *
     * @return empty if none was given
     */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(asOf);
    }

    /**
     * Returns what may serve as evidence for a control by what the organisation says.
     *
     * @param control a control
     * @return suggestions, the most useful first; none if nothing is said or no row leads there
     */
    public List<EvidenceSuggestion> about(ControlId control) {
        return sorted(said.getOrDefault(control, List.of()).stream());
    }

    /**
     * Returns what may serve as evidence for a control because the description of a system names a management system, beyond
     * what the organisation says itself.
     *
     * @param control a control
     * @param system a management system that a description names
     * @return suggestions, the most useful first; none where what the organisation says tells more
     */
    public List<EvidenceSuggestion> about(ControlId control, ManagementSystem system) {
        return sorted(named.getOrDefault(system, Map.of()).getOrDefault(control, List.of()).stream());
    }

    /**
     * Returns what may serve as evidence for a control of a system, by what the organisation says and by the management systems
     * that the description of the system names.
     *
     * @param control a control
     * @param system the system
     * @return suggestions, the most useful first
     */
    public List<EvidenceSuggestion> about(ControlId control, AiSystem system) {
        Stream<EvidenceSuggestion> described =
                operatedBy(system).stream().flatMap(value -> about(control, value).stream());
        return sorted(Stream.concat(about(control).stream(), described));
    }

    /**
     * Returns the management systems that the description of a system is known to name.
     *
     * @param system the system
     * @return an immutable set; there may be more if the description does not say that these are all
     */
    public static Set<ManagementSystem> operatedBy(AiSystem system) {
        EnumSet<ManagementSystem> known = EnumSet.noneOf(ManagementSystem.class);
        system.answer(Characteristics.MANAGEMENT_SYSTEMS)
                .filter(answer -> answer.characteristic().equals(Characteristics.MANAGEMENT_SYSTEMS))
                .map(Answer::bounds)
                .ifPresent(bounds -> Arrays.stream(ManagementSystem.values())
                        .filter(value -> bounds instanceof Bounds.Members members
                                && (members.known() >>> value.ordinal() & 1) != 0)
                        .forEach(known::add));
        return Collections.unmodifiableSet(known);
    }

    private static List<EvidenceSuggestion> sorted(Stream<EvidenceSuggestion> suggestions) {
        return suggestions.sorted(EvidenceSuggestion.mostUsefulFirst()).toList();
    }
}
