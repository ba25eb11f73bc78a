package io.aims.testing.baseline;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a baseline and tells everything that is wrong with it at once. */
final class BaselineReader {

    static final String FORM = "AIMS-7010";

    private static final String WHOLE = "baseline";
    private static final int LONGEST_TEXT = 2_000;

    private final Faults faults = new Faults();

    private BaselineReader() {}

    /**
     * Reads a baseline.
     *
     * @throws AimsException AIMS-1009 and AIMS-1010, if it is no YAML; AIMS-7010, with everything that is not as it should be
     */
    static FrozenOutcomes read(String name, String text) {
        BaselineReader reader = new BaselineReader();
        FrozenOutcomes outcomes = reader.whole(Documents.yaml(name, text));
        reader.faults.throwIfAny();
        return outcomes;
    }

    private FrozenOutcomes whole(Node root) {
        Fields fields = Fields.of(root, faults, FORM, WHOLE);
        String version = fields.requiredText("baseline");
        if (!version.isEmpty() && !version.equals(String.valueOf(BaselineWriter.VERSION))) {
            faults.add(
                    FORM,
                    fields.place(),
                    "The baseline (" + fields.place() + ") is of form (" + Quoted.of(version) + "), and only form ("
                            + BaselineWriter.VERSION + ") is read.",
                    "Maybe it was recorded by a later version of AIMS.");
        }
        LocalDate asOf = day(fields, "asOf", WHOLE);
        SortedMap<String, String> basis = map(fields, "basis");
        Set<String> rules = new TreeSet<>();
        for (Node group : fields.items("rules")) {
            if (group instanceof Node.Sequence sequence) {
                sequence.items().forEach(item -> text(item, "rules").ifPresent(rules::add));
            } else {
                text(group, "rules").ifPresent(rules::add);
            }
        }
        List<Acceptance> accepted = new ArrayList<>();
        fields.items("accepted").forEach(item -> acceptance(item, accepted));
        SortedMap<String, SystemOutcomes> systems = new TreeMap<>();
        fields.requiredNode("systems")
                .ifPresent(node ->
                        entries(node, "systems").forEach((id, entry) -> systems.put(id, system(id, entry.value()))));
        fields.end();
        return new FrozenOutcomes(asOf, basis, rules, accepted, systems);
    }

    private SystemOutcomes system(String id, Node node) {
        Fields fields = Fields.of(node, faults, FORM, "system (" + Quoted.of(id) + ")");
        Map<Section, SortedMap<String, String>> facts = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            facts.put(section, map(fields, section.key()));
        }
        fields.end();
        facts.values().removeIf(Map::isEmpty);
        return new SystemOutcomes(facts);
    }

    private void acceptance(Node node, List<Acceptance> accepted) {
        Fields fields = Fields.of(node, faults, FORM, "acceptance");
        String system = fields.requiredText("system");
        List<ControlId> controls = new ArrayList<>();
        fields.requiredNode("controls");
        for (Node.Scalar control : fields.scalars("controls")) {
            if (!ControlId.isWellFormed(control.text())) {
                faults.add(
                        FORM,
                        control.place(),
                        "The control (" + Quoted.of(control.text()) + ") of an acceptance (" + control.place()
                                + ") is no id.",
                        "Write it as in the catalogue, for example A.9.2.");
            } else if (!controls.contains(new ControlId(control.text()))) {
                controls.add(new ControlId(control.text()));
            }
        }
        String reason = said(fields, "reason");
        String owner = said(fields, "owner");
        LocalDate until = day(fields, "until", "acceptance");
        fields.end();
        accepted.add(new Acceptance(system, controls, reason, owner, until, fields.place()));
    }

    private String said(Fields fields, String key) {
        String text = fields.requiredText(key);
        if (text.isBlank() && fields.node(key).isPresent() || text.length() > LONGEST_TEXT) {
            faults.add(
                    FORM,
                    fields.place(),
                    "The " + key + " of an acceptance (" + fields.place() + ") must say something in at most "
                            + LONGEST_TEXT + " characters.",
                    "Whoever reviews the file decides by it.");
        }
        return text;
    }

    private LocalDate day(Fields fields, String key, String subject) {
        String text = fields.requiredText(key);
        try {
            return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(
                    FORM,
                    fields.place(),
                    "The " + key + " (" + Quoted.of(text) + ") of the " + subject + " (" + fields.place()
                            + ") is no day.",
                    "Write it as 2027-03-31.");
            return LocalDate.EPOCH;
        }
    }

    private SortedMap<String, String> map(Fields fields, String key) {
        SortedMap<String, String> values = new TreeMap<>();
        fields.node(key)
                .ifPresent(node -> entries(node, key)
                        .forEach((id, entry) -> text(entry.value(), key).ifPresent(value -> values.put(id, value))));
        return values;
    }

    private Map<String, Node.Entry> entries(Node node, String key) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries();
        }
        notA(node, key, "a map");
        return Map.of();
    }

    private Optional<String> text(Node node, String key) {
        if (node instanceof Node.Scalar scalar) {
            return Optional.of(scalar.text());
        }
        notA(node, key, "a single value");
        return Optional.empty();
    }

    private void notA(Node node, String key, String wanted) {
        faults.add(
                FORM,
                node.place(),
                "What stands under " + key + " (" + node.place() + ") must be " + wanted + ", not " + node.kind() + ".",
                "Maybe record the baseline again.");
    }
}
