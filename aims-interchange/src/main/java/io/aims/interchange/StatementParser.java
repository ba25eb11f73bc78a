package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.AiRole;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.MappingBasis;
import io.aims.crosswalk.Relation;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.evaluation.Basis;
import io.aims.evaluation.Priority;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.PackReference;
import io.aims.rule.Replacement;
import io.aims.rule.RuleId;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.text.IdForm;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.CountedState;
import io.aims.treatment.reuse.EvidenceSuggestion;
import io.aims.treatment.reuse.OperatedSystem;
import io.aims.treatment.statement.Applicability;
import io.aims.treatment.statement.CountedDecision;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.Implementation;
import io.aims.treatment.statement.Justification;
import io.aims.treatment.statement.ReusableEvidence;
import io.aims.treatment.statement.Said;
import io.aims.treatment.statement.ScopedSystem;
import io.aims.treatment.statement.Spread;
import io.aims.treatment.statement.StatementEntry;
import io.aims.treatment.statement.StatementOfApplicability;
import io.aims.treatment.statement.TreatedRisk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes statements of documents. What is wrong is told with its place, and nothing is made of a document with a fault. */
final class StatementParser {

    static final String WRONG = "AIMS-1033";

    private final Faults faults;

    StatementParser(Faults faults) {
        this.faults = faults;
    }

    /** Makes one item. */
    private interface Item<T> {
        T of(Fields fields);
    }

    StatementOfApplicability statement(Fields fields) {
        WholeDocument.checkForm(fields, StatementWriter.FORM, "statement of applicability", WRONG, faults);
        String title = fields.requiredText("catalogue");
        LocalDate asOf = Days.of(fields, "asOf", "statement of applicability", WRONG, faults);
        Basis basis = basis(fields);
        List<StatementEntry> entries = items(fields, "controls", this::entry);
        List<ScopedSystem> systems = items(
                fields,
                "systems",
                one -> new ScopedSystem(
                        one.requiredText("id"),
                        one.requiredText("name"),
                        one.requiredText("evaluation"),
                        one.requiredText("states")));
        for (String derived : Arrays.asList("summary", "counts", "refusals", "limits")) {
            fields.requiredNode(derived);
        }
        faults.throwIfAny();
        return checked(fields, () -> new StatementOfApplicability(basis, title, asOf, systems, entries));
    }

    private Basis basis(Fields fields) {
        Fields parts = map(fields, "basis");
        Basis.Part vocabulary = part(parts, "vocabulary");
        Basis.Part catalogue = part(parts, "catalogue");
        Basis.Part criteria = part(parts, "criteria");
        parts.end();
        return new Basis(
                vocabulary,
                catalogue,
                criteria,
                items(
                        fields,
                        "packs",
                        pack -> new PackReference(
                                pack.requiredText("id"),
                                pack.requiredText("version"),
                                pack.requiredText("fingerprint"),
                                replaces(pack))));
    }

    private List<Replacement> replaces(Fields pack) {
        return pack.node("replaces").isEmpty()
                ? List.of()
                : items(
                        pack,
                        "replaces",
                        one -> new Replacement(id(one, "rule", RuleId::new), one.requiredText("why")));
    }

    private Basis.Part part(Fields fields, String key) {
        Fields part = map(fields, key);
        Basis.Part read = new Basis.Part(
                part.requiredText("id"), part.text("version").orElse(""), part.requiredText("fingerprint"));
        part.end();
        return read;
    }

    private StatementEntry entry(Fields fields) {
        ControlId control = id(fields, "control", ControlId::new);
        List<CountedDecision> decisions = items(fields, "decisions", one -> decision(one, control));
        Decision decided = decisions.stream()
                .filter(CountedDecision::counts)
                .map(CountedDecision::decision)
                .findFirst()
                .orElse(null);
        String title = fields.requiredText("title");
        Control.Scope scope = fields.requiredWord("scope", Control.Scope.class, Control.Scope.SYSTEM);
        Applicability said = fields.requiredWord("applicability", Applicability.class, Applicability.UNDECIDED);
        Fields reasons = map(fields, "justification");
        Justification justification = justification(reasons, decided);
        reasons.end();
        Fields done = map(fields, "implementation");
        Implementation implementation = implementation(done);
        done.end();
        List<ReusableEvidence> reuse = reuse(fields, control);
        List<TreatedRisk> risks = items(fields, "risks", this::risk);
        List<String> remarks = fields.texts("remarks");
        faults.throwIfAny();
        if (justification.applicability() != said) {
            wrong(
                    fields,
                    "The row of control (" + control + ") says (" + said + "), and its reasons say ("
                            + justification.applicability() + ").");
        }
        return checked(
                fields,
                () -> new StatementEntry(
                        control, title, scope, justification, risks, implementation, reuse, decisions, remarks));
    }

    private Justification justification(Fields fields, @Nullable Decision decided) {
        fields.requiredNode("text");
        Fields counts = map(fields, "spread");
        Spread spread = new Spread(
                number(counts, "REQUIRED"),
                number(counts, "VIA_SUPPLIER"),
                number(counts, "ROLE_EXCLUDED"),
                number(counts, "NOT_REQUIRED"),
                number(counts, "UNDETERMINED"));
        counts.end();
        return new Justification(
                spread,
                fields.word("priority", Priority.class).orElse(null),
                items(fields, "rules", this::rule),
                items(fields, "systems", this::reason),
                items(fields, "falseRules", this::rule),
                items(
                        fields,
                        "facts",
                        fact -> new Justification.FactReason(
                                fact.requiredText("characteristic"),
                                fact.requiredText("question"),
                                number(fact, "systems"),
                                items(
                                        fact,
                                        "answers",
                                        answer -> new Justification.AnswerCount(
                                                answer.requiredText("answer"), number(answer, "systems"))))),
                items(
                        fields,
                        "roles",
                        role -> new Justification.RoleReason(
                                words(role, "held", AiRole.class), number(role, "systems"))),
                items(fields, "openRules", this::rule),
                items(
                        fields,
                        "openFacts",
                        fact -> new Justification.OpenFact(
                                fact.requiredText("characteristic"),
                                fact.requiredText("question"),
                                number(fact, "systems"))),
                items(fields, "openSystems", this::reason),
                decided);
    }

    private Justification.RuleReason rule(Fields fields) {
        return new Justification.RuleReason(
                id(fields, "rule", RuleId::new), fields.requiredText("title"), number(fields, "systems"));
    }

    private Justification.SystemReason reason(Fields fields) {
        List<RuleId> rules = new ArrayList<>();
        for (Node.Scalar rule : fields.scalars("rules")) {
            rules.add(id(fields, rule.text(), "rules", RuleId::new));
        }
        return new Justification.SystemReason(
                fields.requiredText("id"),
                fields.requiredText("name"),
                fields.requiredWord("status", ControlStatus.class, ControlStatus.UNDETERMINED),
                fields.word("priority", Priority.class).orElse(null),
                rules);
    }

    private TreatedRisk risk(Fields fields) {
        return new TreatedRisk(
                id(fields, "objective", ObjectiveId::new),
                fields.requiredText("title"),
                range(map(fields, "inherent"), RiskLevel.class, RiskLevel.VERY_LOW),
                range(map(fields, "residual"), RiskLevel.class, RiskLevel.VERY_LOW),
                number(fields, "systems"));
    }

    private Implementation implementation(Fields fields) {
        fields.requiredNode("text");
        return new Implementation(
                fields.node("stage").isPresent()
                        ? range(map(fields, "stage"), Stage.class, Stage.NOT_IMPLEMENTED)
                        : null,
                number(fields, "bySupplier"),
                said(map(fields, "how")),
                said(map(fields, "evidence")),
                said(map(fields, "owners")),
                Days.of(fields, "reviewBy", "implementation", WRONG, faults),
                items(
                        fields,
                        "heldBack",
                        held -> new Implementation.HeldBack(
                                held.requiredWord(
                                        "reason", CountedState.Reason.class, CountedState.Reason.NOTHING_SAID),
                                number(held, "systems"))));
    }

    private Said said(Fields fields) {
        Said said = new Said(
                items(
                        fields,
                        "texts",
                        text -> new Said.Text(
                                text.requiredText("text"),
                                text.requiredText("ofOrganisation").equals("true"),
                                number(text, "systems"))),
                number(fields, "others"));
        fields.end();
        return said;
    }

    private List<ReusableEvidence> reuse(Fields fields, ControlId control) {
        if (fields.node(ReuseFields.FIELD).isEmpty()) {
            return List.of();
        }
        Fields reuse = map(fields, ReuseFields.FIELD);
        reuse.requiredNode("text");
        List<ReusableEvidence> read = items(reuse, ReuseFields.SUGGESTIONS, one -> reusable(one, control));
        reuse.end();
        return read;
    }

    private ReusableEvidence reusable(Fields fields, ControlId control) {
        FrameworkId framework = id(fields, "framework", FrameworkId::new);
        String title = fields.requiredText("frameworkTitle");
        String element = fields.requiredText("element");
        String label = fields.requiredText("label");
        EvidenceSuggestion.Standing standing = fields.requiredWord(
                "standing", EvidenceSuggestion.Standing.class, EvidenceSuggestion.Standing.NO_EVIDENCE);
        ControlState state = fields.node("state")
                .flatMap(node -> ControlStatesParser.state(node, "state of an element elsewhere", faults))
                .orElse(null);
        OperatedSystem operated = fields.node("operated").isPresent() ? operated(map(fields, "operated")) : null;
        Fields row = map(fields, "row");
        FrameworkId home = id(row, "from", FrameworkId::new);
        Relation relation = row.requiredWord("relation", Relation.class, Relation.NONE);
        MappingBasis basis = row.requiredWord("basis", MappingBasis.class, MappingBasis.EXPERT);
        Confidence confidence = row.requiredWord("confidence", Confidence.class, Confidence.LOW);
        List<Source> sources = row.sources();
        String note = row.text("note").orElse("");
        row.end();
        boolean ofOrganisation = fields.requiredText("ofOrganisation").equals("true");
        int systems = number(fields, "systems");
        faults.throwIfAny();
        return checked(fields, () -> {
            Mapping mapping = new Mapping(
                    new ElementId(home, control.value()),
                    new ElementId(framework, element),
                    relation,
                    basis,
                    sources,
                    confidence,
                    note,
                    List.of());
            return new ReusableEvidence(
                    new EvidenceSuggestion(control, mapping, title, label, standing, state, operated),
                    ofOrganisation,
                    systems);
        });
    }

    private OperatedSystem operated(Fields fields) {
        String evidence = fields.text("evidence").orElse(null);
        LocalDate since = Days.of(fields, "since", "management system", WRONG, faults);
        LocalDate until = Days.of(fields, "until", "management system", WRONG, faults);
        fields.end();
        faults.throwIfAny();
        return checked(fields, () -> new OperatedSystem(evidence, since, until));
    }

    private CountedDecision decision(Fields fields, ControlId control) {
        Decision.Kind kind = fields.requiredWord("decision", Decision.Kind.class, Decision.Kind.INCLUDE);
        String reason = fields.requiredText("reason");
        String decidedBy = fields.requiredText("decidedBy");
        Decision.Standing standing = fields.requiredWord("standing", Decision.Standing.class, Decision.Standing.ENDED);
        LocalDate on = day(fields, "on");
        LocalDate until = day(fields, "until");
        faults.throwIfAny();
        return checked(
                fields, () -> new CountedDecision(new Decision(control, kind, reason, decidedBy, on, until), standing));
    }

    private LocalDate day(Fields fields, String key) {
        fields.requiredNode(key);
        LocalDate day = Days.of(fields, key, "decision", WRONG, faults);
        return day == null ? LocalDate.EPOCH : day;
    }

    private <E extends Enum<E>> Range<E> range(Fields fields, Class<E> type, E otherwise) {
        E low = fields.requiredWord("low", type, otherwise);
        E high = fields.requiredWord("high", type, otherwise);
        fields.end();
        if (low.compareTo(high) > 0) {
            wrong(fields, "The range (" + low + " to " + high + ") ends below its beginning.");
            return Range.exactly(low);
        }
        return new Range<>(low, high);
    }

    private <E extends Enum<E>> List<E> words(Fields fields, String key, Class<E> type) {
        List<E> words = new ArrayList<>();
        for (Node.Scalar scalar : fields.scalars(key)) {
            Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(scalar.text()))
                    .findFirst()
                    .ifPresentOrElse(
                            words::add,
                            () -> wrong(fields, "The " + key + " (" + Quoted.of(scalar.text()) + ") is not known."));
        }
        return words;
    }

    private int number(Fields fields, String key) {
        String text = fields.requiredText(key);
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a negative number is
        }
        if (!text.isEmpty()) {
            wrong(fields, "The " + key + " (" + Quoted.of(text) + ") must be a whole number, 0 or more.");
        }
        return 0;
    }

    private <T> T id(Fields fields, String key, Function<String, T> id) {
        return id(fields, fields.requiredText(key), key, id);
    }

    private <T> T id(Fields fields, String text, String key, Function<String, T> id) {
        if (IdForm.matches(text)) {
            return id.apply(text);
        }
        wrong(fields, "The " + key + " (" + Quoted.of(text) + ") is no id.");
        return id.apply("none");
    }

    private Fields map(Fields fields, String key) {
        Node node = fields.requiredNode(key).orElse(null);
        return node == null
                ? Fields.of(new Node.Mapping(Map.of(), fields.place()), new Faults(), WRONG, key)
                : Fields.of(node, faults, WRONG, key);
    }

    private <T> List<T> items(Fields fields, String key, Item<T> item) {
        fields.requiredNode(key);
        List<T> items = new ArrayList<>();
        for (Node node : fields.items(key)) {
            Fields own = Fields.of(node, faults, WRONG, "item of " + key);
            items.add(item.of(own));
            own.end();
        }
        return items;
    }

    private void wrong(Fields fields, String message) {
        faults.add(
                WRONG,
                fields.place(),
                message.substring(0, message.length() - 1) + " (" + fields.place() + ").",
                "Maybe the file was changed by hand: derive the statement again.");
    }

    /** A document may have every field and still contradict itself. */
    private <T> T checked(Fields fields, Supplier<T> making) {
        try {
            return making.get();
        } catch (AimsException e) {
            faults.addAll(e.faults());
        } catch (IllegalArgumentException e) {
            wrong(fields, String.valueOf(e.getMessage()) + ".");
        }
        faults.throwIfAny();
        throw new IllegalStateException("A fault was told");
    }
}
