package io.aims.interchange;

import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.error.Faults;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Dependency;
import io.aims.system.Vocabulary;
import io.aims.text.Quoted;
import io.aims.treatment.ControlStates;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes systems of documents that were read. */
final class SystemParser {

    private static final String WRONG_FIELD = "AIMS-1020";
    private static final String BLANK_NAME = "AIMS-1036";
    private static final String NO_SYSTEM = SystemReader.NO_SYSTEM;

    private final Vocabulary vocabulary;
    private final ControlStatesParser controls;

    SystemParser(Vocabulary vocabulary, Catalogue catalogue) {
        this.vocabulary = vocabulary;
        this.controls = new ControlStatesParser(catalogue);
    }

    /** Reads the system, or the list of systems, that a document holds. */
    List<SystemEntry> all(Node root) {
        if (root instanceof Node.Sequence sequence && !sequence.items().isEmpty()) {
            return sequence.items().stream().map(this::one).toList();
        }
        return List.of(one(root));
    }

    /** Reads one system. */
    SystemEntry one(Node given) {
        Node node = Descriptions.of(given);
        Faults faults = new Faults();
        if (isEmpty(node)) {
            faults.add(
                    NO_SYSTEM,
                    node.place(),
                    "The document (" + node.place() + ") holds no system.",
                    "A description begins with an id, for example id: loan-scoring.");
            return new SystemEntry.Refused(faults.toList(), node.place());
        }
        Fields head = Fields.of(node, new Faults(), WRONG_FIELD, "");
        String named = head.text("id").filter(id -> !id.isBlank()).orElse("");
        String subject = named.isEmpty() ? "description of a system" : "system (" + Quoted.of(named) + ")";
        Fields fields = Fields.of(node, faults, WRONG_FIELD, subject);
        String id = fields.requiredText("id");
        if (id.isBlank() && fields.node("id").isPresent()) {
            faults.add(
                    "AIMS-1001",
                    fields.place(),
                    "The id of a system (" + fields.place() + ") must not be blank.",
                    "Give it any id that is yours.");
        }
        Optional<String> name = fields.text("name");
        Optional<String> description = fields.text("description");
        Map<Dependency, List<String>> dependencies = dependencies(fields, subject, faults);
        List<Answer> answers = fields.node("characteristics")
                .map(answered -> new AnswerReader("system", named.isEmpty() ? "without id" : named, faults)
                        .readAll(answered, vocabulary))
                .orElse(List.of());
        ControlStates said = fields.node("controls")
                .map(states -> controls.read(states, subject, faults))
                .orElse(ControlStates.unknown());
        fields.end();
        if (!faults.isEmpty()) {
            return new SystemEntry.Refused(faults.toList(), node.place());
        }
        AiSystem.Builder system = AiSystem.named(id).putAll(answers);
        name.ifPresent(system::name);
        description.ifPresent(system::description);
        dependencies.forEach(system::dependsOn);
        return new SystemEntry.Accepted(new SystemDocument(system.build(), said), node.place());
    }

    private static Map<Dependency, List<String>> dependencies(Fields fields, String subject, Faults faults) {
        Map<Dependency, List<String>> named = new EnumMap<>(Dependency.class);
        for (Dependency kind : Dependency.values()) {
            List<String> names = new ArrayList<>();
            for (Node.Scalar name : fields.scalars(kind.field())) {
                if (name.text().isBlank()) {
                    faults.add(
                            BLANK_NAME,
                            name.place(),
                            "A name among the " + kind.field() + " of " + subject + " (" + name.place() + ") is blank.",
                            "Maybe leave it out.");
                } else {
                    names.add(name.text());
                }
            }
            named.put(kind, names);
        }
        return named;
    }

    private static boolean isEmpty(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNull()
                || node instanceof Node.Sequence sequence && sequence.items().isEmpty();
    }
}
