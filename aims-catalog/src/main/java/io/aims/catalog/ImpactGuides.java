package io.aims.catalog;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.risk.ObjectiveId;
import io.aims.rule.RuleScope;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.text.Quoted;
import io.aims.treatment.assessment.ImpactGuide;
import io.aims.treatment.assessment.ImpactPart;
import io.aims.treatment.assessment.ImpactTopic;
import io.aims.treatment.assessment.Judgement;
import io.aims.treatment.assessment.TopicFact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads guides to what an AI system impact assessment looks at. Thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.4
 * @since 0.1
 */
public final class ImpactGuides {

    private static final String FORM = "AIMS-2031";
    private static final String UNKNOWN_ID = "AIMS-2032";
    private static final String INCOMPLETE = "AIMS-2033";

    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final Faults faults = new Faults();
    private final Set<String> topicIds = new HashSet<>();
    private final Set<String> judgementIds = new HashSet<>();

    private ImpactGuides(Catalogue catalogue, Vocabulary vocabulary) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
    }

    /**
     * Returns the standard guide: individuals, groups, societies, and what effects on them can come from.
     *
     * @return the guide
     */
    public static ImpactGuide standard() {
        return Standard.GUIDE;
    }

    /**
     * Reads a guide.
     *
     * @param file a YAML file in the form of the standard guide
     * @param catalogue the catalogue whose controls and objectives it names
     * @param vocabulary the vocabulary whose characteristics it names
     * @return the guide
     * @throws AimsException with everything that is wrong with it: AIMS-2031, if it has not the form of a guide; AIMS-2032, if
     *     it names what catalogue or vocabulary do not have; AIMS-2033, if an objective or a part stands in no topic
     */
    public static ImpactGuide read(Path file, Catalogue catalogue, Vocabulary vocabulary) {
        return read(Resources.foreign(file), catalogue, vocabulary);
    }

    static ImpactGuide read(Node document, Catalogue catalogue, Vocabulary vocabulary) {
        return new ImpactGuides(catalogue, vocabulary).guide(document);
    }

    private ImpactGuide guide(Node document) {
        Fields fields = fields(document, "impact guide");
        String id = fields.requiredText("guide");
        String version = fields.requiredText("version");
        String title = fields.requiredText("title");
        ControlId process = control(fields, "process");
        List<ControlId> triggers = controls(fields, "triggers");
        List<TopicFact> described = facts(fields, "described");
        List<Judgement> purpose = judgements(fields, "purpose");
        List<ImpactGuide.Applicability> applicability = new ArrayList<>();
        fields.items("onlyWhere").forEach(node -> applicability(node).ifPresent(applicability::add));
        List<ImpactGuide.Chapter> chapters = new ArrayList<>();
        fields.items("chapters").forEach(node -> chapters.add(chapter(node)));
        ImpactTopic rest = fields.requiredNode("rest").map(this::topic).orElseGet(() -> topicNamed(""));
        ImpactGuide guide = new ImpactGuide(
                id,
                version,
                title,
                process,
                triggers,
                described,
                purpose,
                applicability,
                chapters,
                rest,
                fields.texts("limits"),
                fields.sources());
        fields.end();
        faults.throwIfAny();
        checkComplete(guide, document);
        faults.throwIfAny();
        return guide;
    }

    private Fields fields(Node node, String subject) {
        return Fields.of(node, faults, FORM, subject);
    }

    private ImpactGuide.Chapter chapter(Node node) {
        Fields fields = fields(node, "chapter");
        ImpactPart part = fields.requiredWord("part", ImpactPart.class, ImpactPart.INDIVIDUALS);
        ControlId triggeredBy = control(fields, "triggeredBy");
        String about = fields.requiredText("about");
        List<ImpactTopic> topics = new ArrayList<>();
        fields.items("topics").forEach(topic -> topics.add(topic(topic)));
        ImpactGuide.Chapter chapter =
                new ImpactGuide.Chapter(part, triggeredBy, about, topics, judgements(fields, "judgements"));
        fields.end();
        return chapter;
    }

    private ImpactTopic topic(Node node) {
        Fields fields = fields(node, "topic");
        String id = fields.requiredText("id");
        once(topicIds, "topic", id, node);
        Set<RuleScope> scopes = EnumSet.noneOf(RuleScope.class);
        fields.scalars("scopes").forEach(scalar -> scope(scalar).ifPresent(scopes::add));
        ImpactTopic topic = new ImpactTopic(
                id,
                fields.requiredText("title"),
                fields.requiredText("about"),
                facts(fields, "facts"),
                known(
                        fields,
                        "objectives",
                        "objective",
                        catalogue.objectives().stream()
                                .map(objective -> objective.id().value())
                                .toList(),
                        ObjectiveId::new),
                controls(fields, "controls"),
                scopes,
                judgements(fields, "judgements"));
        fields.end();
        return topic;
    }

    private static ImpactTopic topicNamed(String id) {
        return new ImpactTopic(id, id, id, List.of(), List.of(), List.of(), Set.of(), List.of());
    }

    private List<Judgement> judgements(Fields fields, String key) {
        List<Judgement> judgements = new ArrayList<>();
        for (Node node : fields.items(key)) {
            Fields own = fields(node, "judgement");
            String id = own.requiredText("id");
            once(judgementIds, "judgement", id, node);
            judgements.add(new Judgement(
                    id,
                    own.requiredWord("kind", Judgement.Kind.class, Judgement.Kind.EFFECT),
                    own.requiredText("question")));
            own.end();
        }
        return judgements;
    }

    private void once(Set<String> ids, String what, String id, Node node) {
        if (!id.isEmpty() && !ids.add(id)) {
            faults.add(
                    FORM,
                    node.place(),
                    "The " + what + " (" + Quoted.of(id) + ", " + node.place() + ") stands twice in the guide.",
                    "Maybe one of them needs another id.");
        }
    }

    private Optional<ImpactGuide.Applicability> applicability(Node node) {
        Fields fields = fields(node, "onlyWhere");
        List<Characteristic<?>> characteristics = new ArrayList<>();
        fields.requiredNode("characteristics");
        fields.scalars("characteristics")
                .forEach(scalar -> characteristic(scalar.text(), scalar).ifPresent(characteristics::add));
        Optional<TopicFact> where = fields.requiredNode("where").flatMap(this::valuesOf);
        fields.end();
        return where.map(fact -> new ImpactGuide.Applicability(characteristics, fact));
    }

    private List<TopicFact> facts(Fields fields, String key) {
        List<TopicFact> facts = new ArrayList<>();
        for (Node node : fields.items(key)) {
            if (node instanceof Node.Scalar scalar) {
                characteristic(scalar.text(), scalar).ifPresent(found -> facts.add(new TopicFact(found, 0)));
            } else {
                valuesOf(node).ifPresent(facts::add);
            }
        }
        return facts;
    }

    /** Reads one characteristic with some of its values. */
    private Optional<TopicFact> valuesOf(Node node) {
        if (!(node instanceof Node.Mapping mapping) || mapping.entries().size() != 1) {
            faults.add(
                    FORM,
                    node.place(),
                    "A fact (" + node.place()
                            + ") must be a characteristic, or one characteristic with some of its values.",
                    "Maybe it looks like ({vulnerableGroups: [CHILDREN]}).");
            return Optional.empty();
        }
        Map.Entry<String, Node.Entry> only =
                mapping.entries().entrySet().iterator().next();
        Fields fields = fields(node, "fact");
        List<Node.Scalar> values = fields.scalars(only.getKey());
        Optional<Characteristic<?>> found = characteristic(only.getKey(), node);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!(found.get() instanceof EnumeratedCharacteristic<?> enumerated) || values.isEmpty()) {
            faults.add(
                    FORM,
                    node.place(),
                    "The fact (" + Quoted.of(only.getKey()) + ", " + node.place()
                            + ") names no values that can be listed.",
                    "Maybe name the characteristic alone.");
            return Optional.empty();
        }
        long mask = 0;
        for (Node.Scalar value : values) {
            int position = enumerated.valueIds().indexOf(value.text());
            if (position < 0) {
                unknown("value of characteristic (" + enumerated.id() + ")", value, enumerated.valueIds());
            } else {
                mask |= 1L << position;
            }
        }
        return mask == 0 ? Optional.empty() : Optional.of(new TopicFact(enumerated, mask));
    }

    private Optional<Characteristic<?>> characteristic(String id, Node node) {
        Optional<Characteristic<?>> found = vocabulary.characteristic(id);
        if (found.isEmpty()) {
            unknown("characteristic", new Node.Scalar(id, false, node.place()), List.copyOf(vocabulary.ids()));
        }
        return found;
    }

    private ControlId control(Fields fields, String key) {
        Optional<Node> node = fields.requiredNode(key);
        String id = fields.text(key).orElse("");
        if (node.isPresent()
                && node.get() instanceof Node.Scalar scalar
                && !controlIds().contains(id)) {
            unknown("control", scalar, controlIds());
        }
        return new ControlId(ControlId.isWellFormed(id) ? id : "none");
    }

    private List<ControlId> controls(Fields fields, String key) {
        return known(fields, key, "control", controlIds(), ControlId::new);
    }

    private List<String> controlIds() {
        return catalogue.controls().stream()
                .map(control -> control.id().value())
                .toList();
    }

    private <T> List<T> known(Fields fields, String key, String what, List<String> allowed, Function<String, T> id) {
        List<T> ids = new ArrayList<>();
        for (Node.Scalar scalar : fields.scalars(key)) {
            if (allowed.contains(scalar.text())) {
                ids.add(id.apply(scalar.text()));
            } else {
                unknown(what, scalar, allowed);
            }
        }
        return ids;
    }

    private Optional<RuleScope> scope(Node.Scalar scalar) {
        Optional<RuleScope> scope = Arrays.stream(RuleScope.values())
                .filter(each -> each.name().equals(scalar.text()))
                .findFirst();
        if (scope.isEmpty()) {
            unknown(
                    "scope",
                    scalar,
                    Arrays.stream(RuleScope.values()).map(Enum::name).toList());
        }
        return scope;
    }

    private void unknown(String what, Node.Scalar scalar, List<String> allowed) {
        faults.add(
                UNKNOWN_ID,
                scalar.place(),
                "The " + what + " (" + Quoted.of(scalar.text()) + ", " + scalar.place() + ") is not known.",
                Fields.advice(scalar.text(), allowed));
    }

    /** What no topic looks at would be left out of every assessment. */
    private void checkComplete(ImpactGuide guide, Node document) {
        for (ImpactPart part : ImpactPart.values()) {
            if (guide.chapters().stream().noneMatch(chapter -> chapter.part() == part)) {
                missing("part (" + part + ")", document, "chapter");
            }
        }
        Set<ObjectiveId> objectives = new HashSet<>();
        Set<Characteristic<?>> characteristics = new HashSet<>();
        guide.topics().forEach(topic -> {
            objectives.addAll(topic.objectives());
            topic.facts().forEach(fact -> characteristics.add(fact.characteristic()));
        });
        catalogue.objectives().stream()
                .filter(objective -> !objectives.contains(objective.id()))
                .forEach(objective -> missing("objective (" + objective.id() + ")", document, "topic"));
        vocabulary.entries().stream()
                .filter(entry -> !characteristics.contains(entry.characteristic()))
                .forEach(entry ->
                        missing("characteristic (" + entry.characteristic().id() + ")", document, "topic"));
    }

    private void missing(String what, Node document, String where) {
        faults.add(
                INCOMPLETE,
                document.place(),
                "The " + what + " stands in no " + where + " of the guide (" + document.place() + ").",
                "Maybe a " + where + " was lost: what stands in none is looked at by nobody.");
    }

    /** Read when first used. */
    private static final class Standard {

        static final ImpactGuide GUIDE = load();

        private static ImpactGuide load() {
            try {
                return read(
                        Resources.own("assessment/impact-assessment.yaml"),
                        Catalogues.iso42001(),
                        Vocabularies.standard());
            } catch (AimsException e) {
                throw new IllegalStateException("The impact guide in the jar of aims-catalog is damaged", e);
            }
        }
    }
}
