package io.aims.catalog;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.AiRole;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.source.Clause;
import io.aims.system.identity.LifecycleStage;
import io.aims.text.Quoted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads catalogues of controls, objectives, risk sources and clauses. Thread-safe.
 *
 * @since 0.1
 */
public final class Catalogues {

    static final String COMPILED = "catalogue/iso-42001-2023.form";

    private static final String CODE = "AIMS-2021";
    private static final String INVALID = "invalid";

    private final Faults faults;

    private Catalogues(Faults faults) {
        this.faults = faults;
    }

    /**
     * Returns the catalogue of ISO/IEC 42001:2023: 38 controls in nine areas, eleven objectives and a supplementary one,
     * seven risk sources and 43 clauses. Its notes tell why it is 38 controls and not 39.
     *
     * @return the catalogue
     */
    public static Catalogue iso42001() {
        return Standard.CATALOGUE;
    }

    /**
     * Reads a catalogue.
     *
     * @param file a YAML file in the form of the standard catalogue
     * @return the catalogue
     * @throws AimsException AIMS-2021, with everything that is wrong with it
     */
    public static Catalogue read(Path file) {
        return read(Resources.foreign(file));
    }

    /** Reads the document from which the build compiles the catalogue. */
    static Catalogue iso42001FromDocument() {
        return read(Resources.own("catalogue/iso-42001-2023.yaml"));
    }

    static Catalogue read(Node document) {
        Faults faults = new Faults();
        Optional<Catalogue> catalogue = read(document, faults);
        faults.throwIfAny();
        return catalogue.orElseThrow();
    }

    /**
     * Reads a catalogue that stands in another document, such as a pack: for the other modules of AIMS.
     *
     * @param document a map in the form of the standard catalogue
     * @param faults receives AIMS-2021 with everything that is wrong with it
     * @return the catalogue, or empty, with a fault, if anything is wrong
     */
    @SuppressWarnings("exports") // only modules of AIMS, to which documents are exported, have one to give
    public static Optional<Catalogue> read(Node document, Faults faults) {
        Faults own = new Faults();
        Optional<Catalogue> catalogue = new Catalogues(own).catalogue(document);
        faults.addAll(own.toList());
        return catalogue;
    }

    private Optional<Catalogue> catalogue(Node document) {
        Fields fields = Fields.of(document, faults, CODE, "catalogue");
        String id = wellFormed(fields, "catalogue", "catalogue");
        String edition = wellFormed(fields, "edition", "catalogue");
        String title = fields.requiredLine("title");
        List<String> notes = new ArrayList<>();
        for (Node note : fields.items("notes")) {
            Fields noteFields = Fields.of(note, faults, CODE, "note");
            notes.add(noteFields.requiredLine("topic") + ". " + noteFields.requiredProse("text"));
            noteFields.end();
        }
        fields.sources();
        Map<String, String> areas = new LinkedHashMap<>();
        for (Node area : fields.items("areas")) {
            Fields areaFields = Fields.entry(area, faults, CODE, "area");
            String areaId = wellFormed(areaFields, "id", "area");
            if (areas.put(areaId, areaFields.requiredLine("title")) != null) {
                addTwice("area", areaId, area);
            }
            areaFields.end();
        }
        List<Control> controls = entries(
                fields,
                "controls",
                "control",
                node -> control(node, areas),
                control -> control.id().value());
        List<Objective> objectives = entries(
                fields,
                "objectives",
                "objective",
                this::objective,
                goal -> goal.id().value());
        List<RiskSource> riskSources = entries(
                fields,
                "riskSources",
                "risk source",
                this::riskSource,
                source -> source.id().value());
        List<Clause> clauses = entries(fields, "clauses", "clause", this::clause, Clause::id);
        fields.node("counts").ifPresent(node -> {
            Fields counts = Fields.of(node, faults, CODE, "counts");
            checkCount(counts, "areas", areas.size());
            checkCount(counts, "controls", controls.size());
            checkCount(counts, "objectives", objectives.size());
            checkCount(counts, "riskSources", riskSources.size());
            checkCount(counts, "clauses", clauses.size());
            counts.end();
        });
        fields.end();
        if (faults.isEmpty()) {
            checkParents(clauses, fields);
            checkThreats(objectives, riskSources, fields);
        }
        return faults.isEmpty()
                ? Optional.of(new Catalogue(
                        id + ":" + edition, title, notes, areas, controls, objectives, riskSources, clauses))
                : Optional.empty();
    }

    private <T> List<T> entries(
            Fields fields, String key, String what, Function<Node, T> reader, Function<T, String> idOf) {
        List<T> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node node : fields.items(key)) {
            T entry = reader.apply(node);
            String id = idOf.apply(entry);
            if (!ids.add(id) && !id.equals(INVALID)) {
                addTwice(what, id, node);
            }
            entries.add(entry);
        }
        return entries;
    }

    private void addTwice(String what, String id, Node node) {
        faults.add(
                CODE,
                node.place(),
                "The " + what + " (" + id + ", " + node.place() + ") stands twice in the catalogue.",
                "Maybe one of them needs another id.");
    }

    private Control control(Node node, Map<String, String> areas) {
        Fields fields = Fields.entry(node, faults, CODE, "control");
        String id = wellFormed(fields, "id", "control");
        String area = fields.requiredText("area");
        if (!area.isEmpty() && !areas.containsKey(area)) {
            Place place = fields.keyPlace("area");
            faults.add(
                    CODE,
                    place,
                    "The area (" + Quoted.of(area) + ") of control (" + id + ", " + place + ") is not known.",
                    Fields.advice(area, areas.keySet(), faults));
        }
        Set<AiRole> roles = EnumSet.noneOf(AiRole.class);
        fields.requiredNode("roles");
        for (Node.Scalar role : fields.scalars("roles")) {
            word(role, AiRole.class, "role of control (" + id + ")").ifPresent(roles::add);
        }
        ControlStatus withoutRole = withoutRole(fields, id, roles);
        List<String> stages = stages(fields, id);
        Control control = new Control(
                new ControlId(id),
                area,
                fields.requiredLine("title"),
                fields.requiredProse("purpose"),
                fields.texts("guidance"),
                stages,
                fields.requiredWord("scope", Control.Scope.class, Control.Scope.SYSTEM),
                roles,
                withoutRole,
                fields.requiredWord("actsOn", Control.Effect.class, Control.Effect.BOTH),
                fields.requiredWord("function", Control.Function.class, Control.Function.DIRECTIVE),
                fields.texts("evidence"),
                fields.sources());
        fields.end();
        return control;
    }

    private ControlStatus withoutRole(Fields fields, String id, Set<AiRole> roles) {
        Optional<ControlStatus> status = fields.word("withoutRole", ControlStatus.class);
        if (fields.node("withoutRole").isEmpty() && roles.size() < AiRole.values().length) {
            faults.add(
                    CODE,
                    fields.place(),
                    "The control (" + id + ", " + fields.place() + ") applies to some roles and has no withoutRole.",
                    "Maybe add withoutRole: ROLE_EXCLUDED.");
        }
        if (status.isPresent()
                && status.get() != ControlStatus.VIA_SUPPLIER
                && status.get() != ControlStatus.ROLE_EXCLUDED) {
            Place place = fields.valuePlace("withoutRole");
            faults.add(
                    CODE,
                    place,
                    "The withoutRole (" + status.get() + ") of control (" + id + ", " + place
                            + ") must be VIA_SUPPLIER or ROLE_EXCLUDED.",
                    "Maybe it is ROLE_EXCLUDED: others have to do it.");
            return ControlStatus.ROLE_EXCLUDED;
        }
        return status.orElse(ControlStatus.ROLE_EXCLUDED);
    }

    private List<String> stages(Fields fields, String id) {
        Optional<Node> stages = fields.requiredNode("stages");
        if (stages.isEmpty()
                || stages.get() instanceof Node.Scalar scalar && scalar.text().equals("ALL")) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (Node.Scalar stage : fields.scalars("stages")) {
            word(stage, LifecycleStage.class, "stage of control (" + id + ")")
                    .ifPresent(found -> words.add(found.id()));
        }
        return words;
    }

    private Objective objective(Node node) {
        Fields fields = Fields.entry(node, faults, CODE, "objective");
        List<RiskSourceId> threatenedBy = new ArrayList<>();
        String id = wellFormed(fields, "id", "objective");
        fields.scalars("threatenedBy")
                .forEach(
                        source -> threatenedBy.add(new RiskSourceId(wellFormed(source.text(), source, "risk source"))));
        Objective objective = new Objective(
                new ObjectiveId(id),
                fields.requiredLine("title"),
                fields.text("draftTitle").orElse(""),
                fields.requiredProse("definition"),
                fields.texts("observable"),
                threatenedBy,
                fields.requiredWord("kind", Kind.class, Kind.OBJECTIVE) == Kind.SUPPLEMENTARY,
                fields.text("note").orElse(""),
                fields.sources());
        fields.end();
        return objective;
    }

    private RiskSource riskSource(Node node) {
        Fields fields = Fields.entry(node, faults, CODE, "risk source");
        List<ObjectiveId> threatens = new ArrayList<>();
        String id = wellFormed(fields, "id", "risk source");
        fields.scalars("threatens")
                .forEach(goal -> threatens.add(new ObjectiveId(wellFormed(goal.text(), goal, "objective"))));
        RiskSource source = new RiskSource(
                new RiskSourceId(id),
                fields.requiredLine("title"),
                fields.text("draftTitle").orElse(""),
                fields.requiredProse("definition"),
                fields.texts("observable"),
                threatens,
                fields.text("note").orElse(""),
                fields.sources());
        fields.end();
        return source;
    }

    private Clause clause(Node node) {
        Fields fields = Fields.entry(node, faults, CODE, "clause");
        Clause clause = new Clause(
                wellFormed(fields, "id", "clause"),
                fields.text("parent").orElse(null),
                fields.requiredLine("title"),
                fields.requiredProse("summary"),
                fields.requiredWord("canEvidence", Clause.Evidence.class, Clause.Evidence.NO),
                fields.requiredProse("contributes"),
                fields.sources());
        fields.end();
        return clause;
    }

    private void checkCount(Fields counts, String key, int found) {
        String stated = counts.requiredText(key);
        if (!stated.equals(Integer.toString(found))) {
            Place place = counts.valuePlace(key);
            faults.add(
                    CODE,
                    place,
                    "The catalogue (" + place + ") states (" + Quoted.of(stated) + ") " + key + " and has " + found
                            + ".",
                    "Maybe an entry was lost, or added without counting it.");
        }
    }

    private void checkParents(List<Clause> clauses, Fields fields) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            Place place = places(fields, "clauses").get(i).valuePlace("parent");
            ids.add(clause.id());
            clause.parent()
                    .filter(parent -> !ids.contains(parent))
                    .ifPresent(parent -> faults.add(
                            CODE,
                            place,
                            "The parent (" + Quoted.of(parent) + ") of clause (" + clause.id() + ", " + place
                                    + ") does not stand before it.",
                            Fields.advice(parent, ids, faults)));
        }
    }

    /** Whoever reads the objective is to see what threatens it, whoever reads the risk source what it threatens. */
    private void checkThreats(List<Objective> objectives, List<RiskSource> riskSources, Fields fields) {
        Set<Threat> bySource = new LinkedHashSet<>();
        riskSources.forEach(source -> source.threatens().forEach(goal -> bySource.add(new Threat(source.id(), goal))));
        Set<Threat> byObjective = new LinkedHashSet<>();
        objectives.forEach(goal ->
                goal.threatenedBy().forEach(source -> byObjective.add(new Threat(source, goal.id()))));
        List<Fields> goals = places(fields, "objectives");
        List<String> goalIds =
                objectives.stream().map(goal -> goal.id().value()).toList();
        List<String> sourceIds =
                riskSources.stream().map(source -> source.id().value()).toList();
        for (int i = 0; i < objectives.size(); i++) {
            ObjectiveId id = objectives.get(i).id();
            Fields goal = goals.get(i);
            checkKnown(goal, "threatenedBy", "objective (" + id, "risk source", sourceIds);
            bySource.stream()
                    .filter(threat -> threat.objective().equals(id) && !byObjective.contains(threat))
                    .forEach(threat -> oneSided(
                            goal.keyPlace("threatenedBy"),
                            "objective (" + id,
                            "is not threatened by risk source (" + threat.source()
                                    + "), which says that it threatens it",
                            "Maybe add (" + threat.source() + ") to threatenedBy."));
        }
        List<Fields> sources = places(fields, "riskSources");
        for (int i = 0; i < riskSources.size(); i++) {
            RiskSourceId id = riskSources.get(i).id();
            Fields source = sources.get(i);
            checkKnown(source, "threatens", "risk source (" + id, "objective", goalIds);
            byObjective.stream()
                    .filter(threat -> threat.source().equals(id) && !bySource.contains(threat))
                    .forEach(threat -> oneSided(
                            source.keyPlace("threatens"),
                            "risk source (" + id,
                            "does not threaten objective (" + threat.objective()
                                    + "), which says that it is threatened by it",
                            "Maybe add (" + threat.objective() + ") to threatens."));
        }
    }

    private void checkKnown(Fields entry, String key, String subject, String kind, List<String> known) {
        for (Node.Scalar id : entry.scalars(key)) {
            if (!known.contains(id.text())) {
                faults.add(
                        CODE,
                        id.place(),
                        "The " + subject + ", " + id.place() + ") names " + kind + " (" + id.text() + ") under " + key
                                + ", which the catalogue does not have.",
                        Fields.advice(id.text(), known));
            }
        }
    }

    private void oneSided(Place place, String subject, String what, String advice) {
        faults.add(CODE, place, "The " + subject + ", " + place + ") " + what + ".", advice);
    }

    private record Threat(RiskSourceId source, ObjectiveId objective) {}

    private List<Fields> places(Fields fields, String key) {
        return fields.items(key).stream()
                .map(node -> Fields.entry(node, faults, CODE, key))
                .toList();
    }

    private String wellFormed(Fields fields, String key, String what) {
        String id = fields.requiredText(key);
        return fields.node(key).map(node -> wellFormed(id, node, what)).orElse(INVALID);
    }

    private String wellFormed(String id, Node node, String what) {
        if (ControlId.isWellFormed(id)) {
            return id;
        }
        faults.add(
                CODE,
                node.place(),
                "The id (" + Quoted.of(id) + ") of " + what + " (" + node.place()
                        + ") must be letters, digits, dots, hyphens or underscores, at most 64.",
                "Maybe it looks like (A.9.2).");
        return INVALID;
    }

    private <E extends Enum<E>> Optional<E> word(Node.Scalar scalar, Class<E> type, String what) {
        List<E> constants = List.of(type.getEnumConstants());
        for (E constant : constants) {
            if (constant.name().equals(scalar.text())) {
                return Optional.of(constant);
            }
        }
        faults.add(
                CODE,
                scalar.place(),
                "The " + what + " (" + Quoted.of(scalar.text()) + ", " + scalar.place() + ") is not known.",
                Fields.advice(scalar.text(), constants.stream().map(Enum::name).toList(), faults));
        return Optional.empty();
    }

    private enum Kind {
        OBJECTIVE,
        SUPPLEMENTARY
    }

    /** Read when first used. */
    private static final class Standard {

        static final Catalogue CATALOGUE =
                Resources.compiled(COMPILED, CompiledCatalogue.FORM, CompiledCatalogue::read);
    }
}
