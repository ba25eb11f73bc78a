package io.aims.packs;

import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.Likelihood;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.system.Answer;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads files of tests, and reports everything that is wrong with them at once. Not thread-safe. */
final class PackTestReader {

    private static final String FORM = "AIMS-2160";
    private static final String ABSENT_ID = "AIMS-2161";
    private static final String CASE = "AIMS-2162";
    private static final String BETWEEN = "..";

    private final RuleBase base;
    private final Faults faults;
    private final List<PackCase> cases;
    private final List<SurvivorReason> reasons;
    private final Set<String> titles = new HashSet<>();
    private final Ids<RuleId> ruleIds;
    private final Ids<ControlId> controlIds;
    private final Ids<ObjectiveId> objectiveIds;
    private final Ids<RiskSourceId> sourceIds;

    PackTestReader(RuleBase base, Faults faults) {
        this(base, faults, List.of(), List.of());
    }

    PackTestReader(RuleBase base, Faults faults, List<PackCase> cases, List<SurvivorReason> reasons) {
        this.base = base;
        this.faults = faults;
        this.cases = new ArrayList<>(cases);
        this.reasons = new ArrayList<>(reasons);
        cases.forEach(each -> titles.add(each.title()));
        this.ruleIds = Ids.of("rule", base.rules(), rule -> rule.id(), RuleId::value);
        this.controlIds = Ids.of("control", base.catalogue().controls(), Control::id, ControlId::value);
        this.objectiveIds = Ids.of("objective", base.catalogue().objectives(), Objective::id, ObjectiveId::value);
        this.sourceIds = Ids.of("risk source", base.catalogue().riskSources(), RiskSource::id, RiskSourceId::value);
    }

    /** The ids of one kind that can be named. */
    private record Ids<T>(String kind, Map<String, T> byText) {

        static <E, T> Ids<T> of(String kind, Collection<E> entries, Function<E, T> id, Function<T, String> text) {
            Map<String, T> byText = new LinkedHashMap<>();
            entries.forEach(entry -> byText.put(text.apply(id.apply(entry)), id.apply(entry)));
            return new Ids<>(kind, byText);
        }
    }

    List<PackCase> cases() {
        return cases;
    }

    List<SurvivorReason> reasons() {
        return reasons;
    }

    /** Reads a file. */
    void read(String name, String yaml) {
        try {
            read(Documents.yaml(name, yaml));
        } catch (AimsException e) {
            faults.addAll(e.faults());
        }
    }

    private void read(Node root) {
        Fields fields = Fields.of(root, faults, FORM, "file of tests");
        fields.requiredText("tests");
        fields.text("about");
        fields.items("cases").forEach(this::readCase);
        fields.items("survivors").forEach(this::readReason);
        fields.end();
    }

    private void readReason(Node node) {
        Fields fields = Fields.of(node, faults, FORM, "survivor");
        Optional<RuleId> rule =
                fields.requiredNode("rule").flatMap(found -> id(found, ruleIds, "survivor (" + found.place() + ")"));
        String mutant = fields.requiredText("mutant");
        String why = fields.requiredText("why");
        fields.end();
        if (rule.isPresent() && !mutant.isBlank() && !why.isBlank()) {
            reasons.add(new SurvivorReason(rule.get(), mutant, why, fields.place()));
        }
    }

    private void readCase(Node node) {
        String name = node instanceof Node.Mapping mapping
                ? mapping.get("title")
                        .map(title -> title instanceof Node.Scalar scalar ? scalar.text() : "?")
                        .orElse("?")
                : "?";
        String subject = "case (" + Quoted.of(name) + ")";
        Fields fields = Fields.of(node, faults, FORM, subject);
        String title = fields.requiredText("title");
        List<Answer> answers = fields.requiredNode("answers")
                .map(found -> new AnswerReader("case", name, faults).readAll(found, base.answerable()))
                .orElse(List.of());
        List<RuleId> holds = ids(fields, "holds", ruleIds, subject);
        List<RuleId> open = ids(fields, "open", ruleIds, subject);
        List<ControlId> requires = ids(fields, "requires", controlIds, subject);
        List<ControlId> doesNotRequire = ids(fields, "doesNotRequire", controlIds, subject);
        List<RiskSourceId> raises = ids(fields, "raises", sourceIds, subject);
        Map<ObjectiveId, Range<RiskLevel>> levels = levels(fields, subject);
        Map<RuleId, Conclusion> concludes = concludes(fields, subject);
        boolean expects = Stream.of("holds", "open", "requires", "doesNotRequire", "raises", "levels", "concludes")
                .anyMatch(key -> fields.node(key).isPresent());
        fields.end();
        check(fields.place(), subject, title, expects);
        exclude(fields.place(), subject, "rule", holds, "hold", open, "be open");
        exclude(fields.place(), subject, "rule", List.copyOf(concludes.keySet()), "conclude", open, "be open");
        exclude(fields.place(), subject, "control", requires, "be required", doesNotRequire, "not be required");
        cases.add(new PackCase(
                title, answers, holds, open, requires, doesNotRequire, raises, levels, concludes, fields.place()));
    }

    private void check(Place place, String subject, String title, boolean expects) {
        if (!expects) {
            faults.add(
                    CASE,
                    place,
                    "The " + subject + ", " + place + ", expects nothing, so that it can never fail.",
                    "Maybe say what must come out, for example requires.");
        }
        if (!title.isEmpty() && !titles.add(title)) {
            faults.add(
                    CASE,
                    place,
                    "The " + subject + ", " + place + ", has the title of another case.",
                    "Maybe say in the title what makes them differ.");
        }
    }

    private <T> void exclude(
            Place place, String subject, String kind, List<T> some, String verb, List<T> others, String otherVerb) {
        some.stream()
                .filter(others::contains)
                .forEach(id -> faults.add(
                        CASE,
                        place,
                        "In " + subject + ", " + place + ", " + kind + " (" + id + ") must " + verb + " and "
                                + otherVerb + ".",
                        "Maybe one of the two is another " + kind + "."));
    }

    private Map<ObjectiveId, Range<RiskLevel>> levels(Fields fields, String subject) {
        Map<ObjectiveId, Range<RiskLevel>> levels = new LinkedHashMap<>();
        for (Node.Entry entry : entries(fields, "levels", subject)) {
            Optional<ObjectiveId> objective = id(entry.key(), entry.keyPlace(), objectiveIds, subject);
            Optional<Range<RiskLevel>> level = level(entry.value(), subject);
            if (objective.isPresent() && level.isPresent()) {
                levels.put(objective.get(), level.get());
            }
        }
        return levels;
    }

    private Optional<Range<RiskLevel>> level(Node node, String subject) {
        String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
        int middle = text.indexOf(BETWEEN);
        Optional<RiskLevel> low = level(middle < 0 ? text : text.substring(0, middle));
        Optional<RiskLevel> high = level(middle < 0 ? text : text.substring(middle + BETWEEN.length()));
        if (low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) > 0) {
            faults.add(
                    FORM,
                    node.place(),
                    "The level (" + Quoted.of(text) + ") in " + subject + ", " + node.place()
                            + ", must be a level, or two in rising order with .. between them.",
                    Fields.advice(text, names(RiskLevel.values())));
            return Optional.empty();
        }
        return Optional.of(new Range<>(low.get(), high.get()));
    }

    private static Optional<RiskLevel> level(String text) {
        return Arrays.stream(RiskLevel.values())
                .filter(level -> level.name().equals(text))
                .findFirst();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private Map<RuleId, Conclusion> concludes(Fields fields, String subject) {
        Map<RuleId, Conclusion> concludes = new LinkedHashMap<>();
        for (Node.Entry entry : entries(fields, "concludes", subject)) {
            Optional<RuleId> rule = id(entry.key(), entry.keyPlace(), ruleIds, subject);
            String what = "conclusion of rule (" + Quoted.of(entry.key()) + ") in " + subject;
            Fields conclusion = Fields.of(entry.value(), faults, FORM, what);
            List<RiskSourceId> raises = ids(conclusion, "raises", sourceIds, what);
            List<ObjectiveId> threatens = ids(conclusion, "threatens", objectiveIds, what);
            Likelihood likelihood =
                    conclusion.word("likelihood", Likelihood.class).orElse(null);
            Severity floor = conclusion.word("severityFloor", Severity.class).orElse(null);
            List<ControlId> requires = ids(conclusion, "requires", controlIds, what);
            boolean stop = conclusion.word("verdict", Verdict.class).isPresent();
            conclusion.end();
            rule.ifPresent(
                    id -> concludes.put(id, new Conclusion(raises, threatens, likelihood, floor, requires, stop)));
        }
        return concludes;
    }

    /** The only verdict there is. */
    private enum Verdict {
        STOP
    }

    private List<Node.Entry> entries(Fields fields, String key, String subject) {
        Optional<Node> node = fields.node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Mapping mapping) {
            return List.copyOf(mapping.entries().values());
        }
        faults.add(
                FORM,
                node.get().place(),
                "The " + key + " of " + subject + " (" + node.get().place() + ") must be a map, not "
                        + node.get().kind() + ".",
                "Maybe write one line for each id.");
        return List.of();
    }

    private <T> List<T> ids(Fields fields, String key, Ids<T> known, String subject) {
        Set<T> ids = new LinkedHashSet<>();
        for (Node.Scalar scalar : fields.scalars(key)) {
            Optional<T> id = id(scalar, known, subject);
            if (id.isPresent() && !ids.add(id.get())) {
                faults.add(
                        FORM,
                        scalar.place(),
                        "The " + subject + ", " + scalar.place() + ", names " + known.kind() + " (" + scalar.text()
                                + ") twice.",
                        "Maybe one of the two is another id.");
            }
        }
        return List.copyOf(ids);
    }

    private <T> Optional<T> id(Node node, Ids<T> known, String subject) {
        return id(node instanceof Node.Scalar scalar ? scalar.text() : "", node.place(), known, subject);
    }

    private <T> Optional<T> id(String text, Place place, Ids<T> known, String subject) {
        Optional<T> id = Optional.ofNullable(known.byText().get(text));
        if (id.isEmpty()) {
            faults.add(
                    ABSENT_ID,
                    place,
                    "The " + subject + ", " + place + ", names " + known.kind() + " (" + Quoted.of(text)
                            + "), which is not there.",
                    Nearest.to(text, known.byText().keySet())
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Maybe a pack that brings it is missing."));
        }
        return id;
    }
}
