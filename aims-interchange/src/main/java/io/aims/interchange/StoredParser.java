package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.evaluation.Basis;
import io.aims.evaluation.RuleEngine;
import io.aims.reasoning.verification.Statement;
import io.aims.reasoning.verification.Statement.Entries;
import io.aims.reasoning.verification.Statement.Entry;
import io.aims.reasoning.verification.Statement.Parts;
import io.aims.reasoning.verification.Statement.Value;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.rule.PackReference;
import io.aims.rule.Replacement;
import io.aims.rule.RuleId;
import io.aims.text.Quoted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes stored evaluations of documents that were read. Only what is needed to look for the basis has to be in order; all
 * else is taken as it stands, so that verification can name what is wrong with it.
 */
final class StoredParser {

    private static final String OTHER_FORM = "AIMS-3020";
    private static final String WRONG_HEAD = "AIMS-3021";
    private static final String SUBJECT = "stored evaluation";

    /** The field that tells the entries of a list from one another. */
    private static final Map<String, String> NAMING = Map.ofEntries(
            Map.entry("packs", "id"),
            Map.entry("replaces", "rule"),
            Map.entry("stop", "rule"),
            Map.entry("risks", "objective"),
            Map.entry("riskSources", "id"),
            Map.entry("controls", "id"),
            Map.entry("findings", "rule"),
            Map.entry("facts", "fact"),
            Map.entry("contradictions", "id"),
            Map.entry("outside", "id"),
            Map.entry("openQuestions", "characteristic"));

    private StoredParser() {}

    static StoredEntry one(Node node) {
        Faults faults = new Faults();
        Optional<StoredEvaluation> read = node instanceof Node.Mapping mapping && hasForm(mapping, faults)
                ? evaluation(mapping, faults)
                : Optional.empty();
        if (read.isEmpty() && faults.isEmpty()) {
            noEvaluation(node.place(), faults);
        }
        return faults.isEmpty()
                ? new StoredEntry.Accepted(read.orElseThrow(), node.place())
                : new StoredEntry.Refused(faults.toList(), node.place());
    }

    private static boolean hasForm(Node.Mapping root, Faults faults) {
        Optional<Node> form = root.get("aims");
        if (form.isPresent() && form.get() instanceof Node.Scalar scalar) {
            if (scalar.quoted() && scalar.text().equals(EvaluationWriter.FORM)) {
                return true;
            }
            faults.add(
                    OTHER_FORM,
                    scalar.place(),
                    "The form (" + Quoted.of(scalar.text()) + ") of the " + SUBJECT + " (" + scalar.place()
                            + ") must be (" + EvaluationWriter.FORM + ").",
                    "Maybe another version of AIMS wrote it: verify it with that one.");
            return false;
        }
        noEvaluation(root.place(), faults);
        return false;
    }

    private static void noEvaluation(Place place, Faults faults) {
        faults.add(
                OTHER_FORM,
                place,
                "The document (" + place + ") holds no " + SUBJECT + ".",
                "Give what aims evaluate --format json or jsonl wrote.");
    }

    private static Optional<StoredEvaluation> evaluation(Node.Mapping root, Faults faults) {
        Fields fields = Fields.of(root, faults, WRONG_HEAD, SUBJECT);
        String id = fields.requiredNode("system")
                .map(system -> Fields.of(system, faults, WRONG_HEAD, "system of the " + SUBJECT)
                        .requiredText("id"))
                .orElse("");
        LocalDate day = day(fields, faults);
        OutsideParser outside = new OutsideParser(WRONG_HEAD, faults);
        fields.node("outside").ifPresent(outside::read);
        Optional<Basis> basis = fields.requiredNode("basis").map(node -> {
            Fields parts = Fields.of(node, faults, WRONG_HEAD, "basis of the " + SUBJECT);
            return new Basis(
                    part(parts, "vocabulary", faults),
                    part(parts, "catalogue", faults),
                    part(parts, "criteria", faults),
                    fields.items("packs").stream()
                            .map(pack -> pack(pack, faults))
                            .toList(),
                    outside.rules());
        });
        return faults.isEmpty()
                ? basis.map(found -> new StoredEvaluation(id, day, found, outside.findings(), content(root)))
                : Optional.empty();
    }

    private static @Nullable LocalDate day(Fields fields, Faults faults) {
        String text = fields.text("asOf").orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            Place place = fields.node("asOf").map(Node::place).orElse(fields.place());
            faults.add(
                    WRONG_HEAD,
                    place,
                    "The asOf (" + Quoted.of(text) + ") of the " + SUBJECT + " (" + place
                            + ") is no day of the calendar.",
                    "A day looks like 2026-03-01.");
            return null;
        }
    }

    private static Basis.Part part(Fields basis, String name, Faults faults) {
        Fields fields = basis.requiredNode(name)
                .map(node -> Fields.of(node, faults, WRONG_HEAD, name + " of the " + SUBJECT))
                .orElseGet(() -> Fields.of(new Node.Mapping(Map.of(), basis.place()), new Faults(), WRONG_HEAD, name));
        return new Basis.Part(
                fields.requiredText("id"), fields.text("version").orElse(""), fields.requiredText("fingerprint"));
    }

    private static PackReference pack(Node node, Faults faults) {
        Fields fields = Fields.of(node, faults, WRONG_HEAD, "pack of the " + SUBJECT);
        return new PackReference(
                fields.requiredText("id"),
                fields.requiredText("version"),
                fields.requiredText("fingerprint"),
                fields.items("replaces").stream()
                        .flatMap(item -> replacement(item, faults).stream())
                        .toList());
    }

    private static Optional<Replacement> replacement(Node node, Faults faults) {
        Fields fields = Fields.of(node, faults, WRONG_HEAD, "replacement in the " + SUBJECT);
        String rule = fields.requiredText("rule");
        String why = fields.requiredText("why");
        if (RuleId.isWellFormed(rule)) {
            return Optional.of(new Replacement(new RuleId(rule), why));
        }
        Place place = fields.node("rule").map(Node::place).orElse(fields.place());
        faults.add(
                WRONG_HEAD,
                place,
                "The rule (" + Quoted.of(rule) + ") of a replacement in the " + SUBJECT + " (" + place
                        + ") is no id of a rule.",
                "Maybe the result was altered here.");
        return Optional.empty();
    }

    private static Parts content(Node.Mapping root) {
        Map<String, Statement> parts = new LinkedHashMap<>();
        for (Node.Entry field : root.entries().values()) {
            switch (field.key()) {
                case "aims" -> {}
                case "engine" -> engine(field.value()).ifPresent(other -> parts.put("engine", other));
                case "system" -> parts.put("system", system(field.value()));
                case "controls" -> parts.put("controls", controls(field.value()));
                case "outside" -> parts.put("outside", outside(field.value()));
                case "contradictions" -> parts.put("contradictions", contradictions(field.value()));
                default -> parts.put(field.key(), plain(field.key(), field.value()));
            }
        }
        return new Parts(parts);
    }

    /** Who ran the rules is a label, with which a result holds and without; anything else should not be there. */
    private static Optional<Statement> engine(Node node) {
        boolean isLabel = node instanceof Node.Scalar scalar
                && scalar.quoted()
                && scalar.text().equals(RuleEngine.Kind.PLAIN.name());
        return isLabel ? Optional.empty() : Optional.of(plain("engine", node));
    }

    private static Statement system(Node node) {
        return with(node, field -> switch (field.key()) {
            case "place" -> Optional.empty();
            case "characteristics" -> Optional.of(answers(field.value()));
            case "suppliers", "models", "dataSets" ->
                Optional.of(field.value() instanceof Node.Sequence ? sorted(field.value()) : plain("", field.value()));
            default -> Optional.of(plain(field.key(), field.value()));
        });
    }

    private static Statement controls(Node node) {
        return entries(
                "controls",
                node,
                control -> with(
                        control,
                        field -> field.key().equals("state")
                                ? Optional.empty()
                                : Optional.of(plain(field.key(), field.value()))));
    }

    private static Statement outside(Node node) {
        return with(
                node,
                field -> Optional.of(
                        field.value() instanceof Node.Sequence
                                ? entries("outside", field.value(), item -> plain("", item))
                                : plain("", field.value())));
    }

    private static Statement contradictions(Node node) {
        return entries(
                "contradictions",
                node,
                contradiction -> with(
                        contradiction,
                        field -> Optional.of(
                                field.key().equals("answers")
                                        ? answers(field.value())
                                        : plain(field.key(), field.value()))));
    }

    private static Statement answers(Node node) {
        return with(node, field -> Optional.of(answer(field.value())));
    }

    /** An answer may be written long or short, and a set in any order: it says the same. */
    private static Statement answer(Node node) {
        if (node instanceof Node.Sequence) {
            return sorted(node);
        }
        Statement full = with(
                node,
                field -> Optional.of(
                        field.value() instanceof Node.Sequence ? sorted(field.value()) : plain("", field.value())));
        Statement only = full instanceof Parts parts ? parts.parts().get("value") : null;
        return only != null && ((Parts) full).parts().size() == 1 ? only : full;
    }

    private static Statement sorted(Node node) {
        List<Entry> entries = new ArrayList<>(((Entries) plain("", node)).entries());
        entries.sort(Comparator.comparing(Entry::name));
        return new Entries(entries);
    }

    private static Statement plain(String name, Node node) {
        if (node instanceof Node.Sequence) {
            return entries(name, node, item -> plain("", item));
        }
        return node instanceof Node.Scalar scalar
                ? value(scalar)
                : with(node, field -> Optional.of(plain(field.key(), field.value())));
    }

    private static Statement entries(String name, Node node, Reading item) {
        if (!(node instanceof Node.Sequence sequence)) {
            return plain("", node);
        }
        List<Entry> entries = new ArrayList<>(sequence.items().size());
        for (Node one : sequence.items()) {
            Statement content = item.of(one);
            entries.add(new Entry(nameOf(content, NAMING.get(name)), content));
        }
        return new Entries(entries);
    }

    private static String nameOf(Statement content, @Nullable String naming) {
        Statement name =
                naming != null && content instanceof Parts parts ? parts.parts().get(naming) : null;
        return (name == null ? content : name).text();
    }

    private static Statement with(Node node, FieldReading reading) {
        if (!(node instanceof Node.Mapping mapping)) {
            return plain("", node);
        }
        Map<String, Statement> parts = new LinkedHashMap<>();
        for (Node.Entry field : mapping.entries().values()) {
            reading.of(field).ifPresent(statement -> parts.put(field.key(), statement));
        }
        return new Parts(parts);
    }

    private static Value value(Node.Scalar scalar) {
        if (scalar.quoted()) {
            return Value.word(scalar.text());
        }
        try {
            return Value.number(new BigDecimal(scalar.text()));
        } catch (NumberFormatException e) {
            return new Value(scalar.text(), false);
        } catch (ArithmeticException e) {
            return new Value(scalar.text(), false);
        }
    }

    private interface Reading {
        Statement of(Node node);
    }

    private interface FieldReading {
        Optional<Statement> of(Node.Entry field);
    }
}
