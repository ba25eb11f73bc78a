package io.aims.control;

import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.source.Clause;
import io.aims.text.CanonicalForm;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The controls, objectives, risk sources and clauses of a framework, by their ids.
 *
 * <p>Immutable and thread-safe. Two catalogues are equal if everything in them is.
 *
 * @since 0.1
 */
public final class Catalogue {

    private static final String TWICE = " stands twice in the catalogue";

    private final String id;
    private final String title;
    private final List<String> notes;
    private final Map<String, String> areas;
    private final SortedMap<ControlId, Control> controls;
    private final SortedMap<ObjectiveId, Objective> objectives;
    private final SortedMap<RiskSourceId, RiskSource> riskSources;
    private final Map<String, Clause> clauses;
    private final List<Catalogue> parts;
    private volatile @Nullable String fingerprint;

    /**
     * Creates a catalogue.
     *
     * @param id its id with the edition, for example {@code iso-42001:2023}
     * @param title its title
     * @param notes what a reader should know of it
     * @param areas the titles of the areas by their ids, in order
     * @param controls the controls, each id once
     * @param objectives the objectives, each id once
     * @param riskSources the risk sources, each id once
     * @param clauses the clauses in order, each id once
     */
    public Catalogue(
            String id,
            String title,
            List<String> notes,
            Map<String, String> areas,
            Collection<Control> controls,
            Collection<Objective> objectives,
            Collection<RiskSource> riskSources,
            Collection<Clause> clauses) {
        this(id, title, notes, areas, controls, objectives, riskSources, clauses, List.of());
    }

    private Catalogue(
            String id,
            String title,
            List<String> notes,
            Map<String, String> areas,
            Collection<Control> controls,
            Collection<Objective> objectives,
            Collection<RiskSource> riskSources,
            Collection<Clause> clauses,
            List<Catalogue> parts) {
        this.id = id;
        this.title = title;
        this.notes = List.copyOf(notes);
        this.areas = Collections.unmodifiableMap(new LinkedHashMap<>(areas));
        SortedMap<ControlId, Control> byControl = new TreeMap<>();
        for (Control control : controls) {
            checkOnce(control.id(), byControl.put(control.id(), control));
        }
        this.controls = Collections.unmodifiableSortedMap(byControl);
        SortedMap<ObjectiveId, Objective> byObjective = new TreeMap<>();
        for (Objective objective : objectives) {
            checkOnce(objective.id(), byObjective.put(objective.id(), objective));
        }
        this.objectives = Collections.unmodifiableSortedMap(byObjective);
        SortedMap<RiskSourceId, RiskSource> bySource = new TreeMap<>();
        for (RiskSource source : riskSources) {
            checkOnce(source.id(), bySource.put(source.id(), source));
        }
        this.riskSources = Collections.unmodifiableSortedMap(bySource);
        Map<String, Clause> byClause = new LinkedHashMap<>();
        for (Clause clause : clauses) {
            checkOnce(clause.id(), byClause.put(clause.id(), clause));
        }
        this.clauses = Collections.unmodifiableMap(byClause);
        this.parts = parts.isEmpty() ? List.of(this) : parts;
    }

    private static void checkOnce(Object id, @Nullable Object other) {
        if (other != null) {
            throw new IllegalArgumentException("Id " + id + TWICE);
        }
    }

    /**
     * Returns this catalogue with the entries of others beside its own. In which order and how often the others are given, and
     * whether they were joined before, makes no difference.
     *
     * @param others catalogues, each entry in one of them only
     * @return the joint catalogue, whose id names all of them; this one if there are no others
     * @throws IllegalArgumentException if two different catalogues have one id, or an area, a control, an objective, a risk
     *     source or a clause of one id
     */
    public Catalogue with(Collection<Catalogue> others) {
        if (others.isEmpty()) {
            return this;
        }
        Catalogue first = parts.get(0);
        List<Catalogue> more = Stream.concat(parts.stream(), others.stream().flatMap(other -> other.parts.stream()))
                .distinct()
                .filter(part -> !part.equals(first))
                .sorted(Comparator.comparing(Catalogue::id))
                .toList();
        if (more.size() == parts.size() - 1) {
            return this;
        }
        List<Catalogue> all = Stream.concat(Stream.of(first), more.stream()).toList();
        Set<String> ids = new HashSet<>();
        all.forEach(part -> checkOnce(part.id(), ids.add(part.id()) ? null : part));
        Map<String, String> allAreas = new LinkedHashMap<>();
        for (Catalogue part : all) {
            part.areas.forEach((areaId, areaTitle) -> {
                if (allAreas.put(areaId, areaTitle) != null) {
                    throw new IllegalArgumentException("Id " + areaId + TWICE);
                }
            });
        }
        return new Catalogue(
                all.stream().map(Catalogue::id).collect(Collectors.joining("+")),
                first.title,
                entries(all, Catalogue::notes),
                allAreas,
                entries(all, Catalogue::controls),
                entries(all, Catalogue::objectives),
                entries(all, Catalogue::riskSources),
                entries(all, Catalogue::clauses),
                all);
    }

    private static <T> List<T> entries(List<Catalogue> parts, Function<Catalogue, Collection<T>> entries) {
        return parts.stream().flatMap(part -> entries.apply(part).stream()).toList();
    }

    /**
     * Returns the catalogues of which this one was joined.
     *
     * @return an immutable list, the one first with which the others were joined, those sorted by id; only this one if it was
     *     not joined
     */
    public List<Catalogue> parts() {
        return parts;
    }

    /**
     * Returns the id with the edition.
     *
     * @return for example {@code iso-42001:2023}
     */
    public String id() {
        return id;
    }

    /**
     * Returns the title.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * Returns what a reader should know of the catalogue.
     *
     * @return remarks, in order
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * Returns the titles of the areas by their ids.
     *
     * @return an immutable map, in order
     */
    public Map<String, String> areas() {
        return areas;
    }

    /**
     * Returns the controls.
     *
     * @return an immutable collection, sorted by id
     */
    public Collection<Control> controls() {
        return controls.values();
    }

    /**
     * Returns the objectives.
     *
     * @return an immutable collection, sorted by id
     */
    public Collection<Objective> objectives() {
        return objectives.values();
    }

    /**
     * Returns the risk sources.
     *
     * @return an immutable collection, sorted by id
     */
    public Collection<RiskSource> riskSources() {
        return riskSources.values();
    }

    /**
     * Returns the clauses.
     *
     * @return an immutable collection, in the order of the standard
     */
    public Collection<Clause> clauses() {
        return clauses.values();
    }

    /**
     * Finds a control.
     *
     * @param controlId an id
     * @return the control, or empty if there is none
     */
    public Optional<Control> control(ControlId controlId) {
        return Optional.ofNullable(controls.get(controlId));
    }

    /**
     * Finds an objective.
     *
     * @param objectiveId an id
     * @return the objective, or empty if there is none
     */
    public Optional<Objective> objective(ObjectiveId objectiveId) {
        return Optional.ofNullable(objectives.get(objectiveId));
    }

    /**
     * Finds a risk source.
     *
     * @param riskSourceId an id
     * @return the risk source, or empty if there is none
     */
    public Optional<RiskSource> riskSource(RiskSourceId riskSourceId) {
        return Optional.ofNullable(riskSources.get(riskSourceId));
    }

    /**
     * Finds a clause.
     *
     * @param clauseId a number, for example {@code 6.1.2}
     * @return the clause, or empty if there is none
     */
    public Optional<Clause> clause(String clauseId) {
        return Optional.ofNullable(clauses.get(clauseId));
    }

    /**
     * Returns the SHA-256 of what an evaluation reads of the catalogue.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = computed();
            fingerprint = known;
        }
        return known;
    }

    private String computed() {
        CanonicalForm form = new CanonicalForm().text(id);
        form.list(
                controls.values(),
                (f, control) -> f.text(control.id().value())
                        .text(control.title())
                        .text(control.scope().name())
                        .text(control.withoutRole().name())
                        .text(control.effect().name())
                        .list(control.roles().stream().sorted().toList(), (g, role) -> g.text(role.name())));
        form.list(
                objectives.values(),
                (f, objective) -> f.text(objective.id().value()).text(objective.title()));
        form.list(
                riskSources.values(), (f, source) -> f.text(source.id().value()).text(source.title()));
        return form.sha256();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Catalogue that
                        && id.equals(that.id)
                        && title.equals(that.title)
                        && notes.equals(that.notes)
                        && List.copyOf(areas.entrySet()).equals(List.copyOf(that.areas.entrySet()))
                        && controls.equals(that.controls)
                        && objectives.equals(that.objectives)
                        && riskSources.equals(that.riskSources)
                        && List.copyOf(clauses.values()).equals(List.copyOf(that.clauses.values()));
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + controls.keySet().hashCode();
    }

    /**
     * Returns the id with the edition.
     *
     * @return {@link #id()}
     */
    @Override
    public String toString() {
        return id;
    }
}
