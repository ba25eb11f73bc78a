package io.aims.catalog;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.crosswalk.Crosswalk;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.MappingBasis;
import io.aims.crosswalk.Relation;
import io.aims.error.Place;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.YesNo;
import io.aims.text.IdForm;
import io.aims.text.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one crosswalk from a YAML document. Not thread-safe. */
final class CrosswalkDocument {

    static final String FORM = "AIMS-2070";

    private static final int MOST_TEXTS = 200;

    private final CrosswalkDraft draft;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private int rows;

    CrosswalkDocument(String name, Crosswalks known) {
        this.draft = new CrosswalkDraft(name, known);
    }

    Crosswalk read(Node document) {
        Fields fields = fields(document, "crosswalk");
        String title = draft.text("name of the crosswalk", fields.requiredText("crosswalk"), fields.place());
        Optional<Node> description = fields.node("framework");
        texts(fields, "sources", "source", sources);
        texts(fields, "notes", "note", notes);
        List<Node> groups = fields.items("elements");
        Optional<FrameworkId> described = description.flatMap(node -> framework(node, groups));
        if (description.isEmpty() && !groups.isEmpty()) {
            draft.fault(
                    FORM,
                    groups.get(0).place(),
                    "The elements (" + groups.get(0).place() + ") belong to no framework that is described.",
                    "Maybe add a description under framework.");
        }
        Optional<FrameworkId> from = end(fields, "from", described);
        Optional<FrameworkId> to = end(fields, "to", described);
        fields.requiredNode("mappings");
        List<Node> mappings = fields.items("mappings");
        fields.end();
        if (mappings.isEmpty()) {
            draft.fault(
                    FORM,
                    fields.place(),
                    "The crosswalk (" + fields.place() + ") has no row.",
                    "Maybe the groups under mappings were lost.");
        }
        if (from.isPresent() && from.equals(to)) {
            draft.fault(
                    FORM,
                    fields.place(),
                    "The crosswalk (" + fields.place() + ") leads from framework (" + from.get() + ") to itself.",
                    "Maybe one of from and to is another framework.");
        } else if (from.isPresent() && to.isPresent()) {
            mappings.forEach(group -> group(group, from.get(), to.get()));
        }
        return draft.finish(title);
    }

    private Fields fields(Node node, String subject) {
        return Fields.of(node, draft.faults(), FORM, subject);
    }

    private void texts(Fields fields, String key, String what, Map<String, String> into) {
        fields.node(key).ifPresent(node -> {
            if (node instanceof Node.Mapping mapping) {
                Fields own = fields(node, key);
                draft.limit(mapping.entries().size(), MOST_TEXTS, key, node.place());
                mapping.entries()
                        .values()
                        .forEach(entry -> keyedText(entry, own, what).ifPresent(text -> into.put(entry.key(), text)));
            } else {
                fields(node, key);
            }
        });
    }

    private Optional<String> keyedText(Node.Entry entry, Fields fields, String what) {
        Place place = entry.keyPlace();
        if (!IdForm.matches(entry.key())) {
            notAnId(what, entry.key(), place);
            return Optional.empty();
        }
        String text = draft.text(what, fields.requiredText(entry.key()), place);
        if (text.isBlank()) {
            draft.fault(
                    FORM,
                    place,
                    "The " + what + " (" + entry.key() + ", " + place + ") says nothing.",
                    "Maybe leave it out, or say where the mappings come from.");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private Optional<FrameworkId> framework(Node node, List<Node> groups) {
        Fields fields = fields(node, "framework");
        String id = fields.requiredText("id");
        String title = draft.text("title of framework", fields.requiredText("title"), node.place());
        String edition = draft.text("edition of framework", fields.requiredText("edition"), node.place());
        String about =
                draft.text("description of framework", fields.text("about").orElse(""), node.place());
        Framework.Extent extent = fields.word("extent", Framework.Extent.class).orElse(Framework.Extent.MAPPED_ONLY);
        fields.end();
        if (!FrameworkId.isWellFormed(id)) {
            notAnId("framework", id, node.place());
            return Optional.empty();
        }
        FrameworkId framework = new FrameworkId(id);
        groups.forEach(group -> elements(group, framework));
        draft.add(framework, title, edition, about, extent, node.place());
        return Optional.of(framework);
    }

    private void elements(Node node, FrameworkId framework) {
        Fields fields = fields(node, "group of elements");
        String section = draft.text("section", fields.text("section").orElse(""), node.place());
        Optional<Node> ids = fields.requiredNode("ids");
        fields.end();
        if (ids.isPresent() && ids.get() instanceof Node.Mapping mapping) {
            mapping.entries().values().forEach(entry -> element(entry, framework, section));
        } else {
            ids.ifPresent(other -> fields(other, "ids"));
        }
    }

    private void element(Node.Entry entry, FrameworkId framework, String section) {
        Place place = entry.keyPlace();
        if (!ElementId.isWellFormed(entry.key())) {
            notAnId("element", entry.key(), place);
            return;
        }
        ElementId id = new ElementId(framework, entry.key());
        if (entry.value() instanceof Node.Scalar label) {
            if (label.text().isBlank()) {
                needs("element", entry.key(), "a label", place);
            } else {
                draft.add(Element.resolved(id, draft.text("label", label.text(), place), section), place);
            }
            return;
        }
        Fields fields = fields(entry.value(), "element (" + entry.key() + ")");
        String label = draft.text("label", fields.requiredText("label"), place);
        Element.Standing standing =
                fields.word("standing", Element.Standing.class).orElse(Element.Standing.RESOLVED);
        String remark = remark(fields);
        fields.end();
        if (remark.isBlank() != (standing == Element.Standing.RESOLVED)) {
            needs("element", entry.key(), remark.isBlank() ? "a remark that says why" : "no remark", place);
        } else if (!label.isBlank()) {
            draft.add(new Element(id, label, section, standing, remark), place);
        }
    }

    private Optional<FrameworkId> end(Fields fields, String key, Optional<FrameworkId> described) {
        String text = fields.requiredText(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<FrameworkId> found = Optional.of(text)
                .filter(FrameworkId::isWellFormed)
                .map(FrameworkId::new)
                .filter(id -> described.equals(Optional.of(id)) || draft.knows(id));
        if (found.isEmpty()) {
            List<String> known = Stream.concat(
                            draft.knownFrameworks().stream(), described.map(FrameworkId::value).stream())
                    .toList();
            Place place = fields.node(key).map(Node::place).orElse(fields.place());
            draft.fault(
                    CrosswalkDraft.UNKNOWN_ID,
                    place,
                    "The framework (" + Quoted.of(text) + ", " + place + ") is not known.",
                    Fields.advice(text, known));
        }
        return found;
    }

    private void group(Node node, FrameworkId from, FrameworkId to) {
        Fields fields = fields(node, "group of mappings");
        Optional<Relation> relation =
                fields.requiredNode("relation").flatMap(any -> fields.word("relation", Relation.class));
        MappingBasis basis = fields.word("basis", MappingBasis.class).orElse(MappingBasis.EXPERT);
        Confidence confidence = fields.word("confidence", Confidence.class).orElse(Confidence.MEDIUM);
        boolean replaces = replaces(fields, false);
        Optional<String> source = fields.requiredNode("source").flatMap(key -> keyed(fields, "source", sources));
        String note = fields.text("note").orElse("");
        String see =
                fields.node("see").flatMap(key -> keyed(fields, "see", notes)).orElse("");
        Optional<Node> rows = fields.requiredNode("rows");
        fields.end();
        if (rows.isPresent() && !(rows.get() instanceof Node.Mapping)) {
            fields(rows.get(), "rows");
        }
        if (relation.isPresent()
                && source.isPresent()
                && !source.get().isBlank()
                && rows.isPresent()
                && rows.get() instanceof Node.Mapping mapping) {
            Group group =
                    new Group(relation.get(), basis, new Source(source.get()), confidence, note, see, replaces, to);
            mapping.entries().values().forEach(entry -> row(entry, from, group));
        }
    }

    private void row(Node.Entry entry, FrameworkId from, Group group) {
        Optional<ElementId> first = draft.element(from, entry.key(), entry.keyPlace());
        if (entry.value() instanceof Node.Sequence targets) {
            targets.items().forEach(target -> target(first, target, group));
        } else {
            target(first, entry.value(), group);
        }
    }

    private void target(Optional<ElementId> from, Node node, Group group) {
        rows++;
        draft.limit(rows, CrosswalkFiles.MOST, "rows", node.place());
        if (node instanceof Node.Scalar scalar) {
            add(from, scalar.text(), group.confidence(), group.note(), group.replaces(), group, node.place());
            return;
        }
        Fields fields = fields(node, "row");
        String to = fields.requiredText("to");
        Confidence confidence = fields.word("confidence", Confidence.class).orElse(group.confidence());
        String note = fields.text("note").orElse(group.note());
        boolean replaces = replaces(fields, group.replaces());
        fields.end();
        if (!to.isEmpty()) {
            add(from, to, confidence, note, replaces, group, node.place());
        }
    }

    private void add(
            Optional<ElementId> from,
            String target,
            Confidence confidence,
            String note,
            boolean replaces,
            Group group,
            Place place) {
        Optional<ElementId> to = draft.element(group.to(), target, place);
        if (from.isPresent() && to.isPresent()) {
            String whole = joined(draft.text("note", note, place), group.see());
            draft.add(
                    Mapping.stated(
                            from.get(), to.get(), group.relation(), group.basis(), group.source(), confidence, whole),
                    replaces,
                    place);
        }
    }

    private static boolean replaces(Fields fields, boolean otherwise) {
        return fields.word("replaces", YesNo.class).map(YesNo.YES::equals).orElse(otherwise);
    }

    /** Returns what is said at this place and what a key refers to, one behind the other. */
    private String remark(Fields fields) {
        String said = draft.text("remark", fields.text("remark").orElse(""), fields.place());
        return joined(
                said,
                fields.node("see").flatMap(node -> keyed(fields, "see", notes)).orElse(""));
    }

    private static String joined(String said, String see) {
        return Stream.of(said, see).filter(text -> !text.isBlank()).collect(Collectors.joining(" "));
    }

    private Optional<String> keyed(Fields fields, String field, Map<String, String> texts) {
        String key = fields.text(field).orElse("");
        Optional<String> text = Optional.ofNullable(texts.get(key));
        if (text.isEmpty()) {
            Place place = fields.node(field).map(Node::place).orElse(fields.place());
            draft.fault(
                    FORM,
                    place,
                    "The " + field + " (" + Quoted.of(key) + ", " + place + ") is not listed under "
                            + (field.equals("see") ? "notes" : "sources") + ".",
                    draft.advice(key, texts::keySet, "Maybe add it there."));
        }
        return text;
    }

    private void notAnId(String what, String text, Place place) {
        draft.fault(
                FORM,
                place,
                "The id (" + Quoted.of(text) + ", " + place + ") of " + what
                        + " must be a letter or digit and up to 63 letters, digits and marks.",
                "Maybe leave out what is no part of the id.");
    }

    private void needs(String what, String id, String need, Place place) {
        draft.fault(
                FORM,
                place,
                "The " + what + " (" + id + ", " + place + ") needs " + need + ".",
                "Maybe change its standing: RESOLVED ids need no remark, all others do.");
    }

    /** What the rows of a group have in common. */
    private record Group(
            Relation relation,
            MappingBasis basis,
            Source source,
            Confidence confidence,
            String note,
            String see,
            boolean replaces,
            FrameworkId to) {}
}
