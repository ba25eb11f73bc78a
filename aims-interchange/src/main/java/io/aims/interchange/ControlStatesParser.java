package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.Faults;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlStates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes states of controls of documents that were read, of a system or of an organisation. */
final class ControlStatesParser {

    /** What a document says instead of a stage. */
    static final String NOT_KNOWN = "UNKNOWN";

    private static final String UNKNOWN_CONTROL = "AIMS-1021";
    private static final String WRONG_STATE = "AIMS-1022";

    private final Catalogue catalogue;
    private final List<String> controlIds;

    ControlStatesParser(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.controlIds = catalogue.controls().stream()
                .map(control -> control.id().value())
                .toList();
    }

    /** Reads the states by the ids of their controls. */
    ControlStates read(Node node, String subject, Faults faults) {
        TreeMap<ControlId, ControlState> states = new TreeMap<>();
        TreeSet<ControlId> open = new TreeSet<>();
        if (!(node instanceof Node.Mapping mapping)) {
            faults.add(
                    WRONG_STATE,
                    node.place(),
                    "The controls of " + subject + " (" + node.place() + ") must be a map, not " + node.kind() + ".",
                    "Maybe write one line for each, for example A.9.2: IMPLEMENTED.");
            return ControlStates.unknown();
        }
        for (Node.Entry entry : mapping.entries().values()) {
            Optional<ControlId> control = control(entry, subject, faults);
            if (entry.value() instanceof Node.Scalar scalar && scalar.text().equals(NOT_KNOWN)) {
                control.ifPresent(open::add);
                continue;
            }
            String stated = "state of control (" + Quoted.of(entry.key()) + ")";
            Optional<ControlState> state = state(entry.value(), stated, faults);
            if (control.isPresent() && state.isPresent()) {
                states.put(control.get(), state.get());
            }
        }
        return new ControlStates(states, open);
    }

    private Optional<ControlId> control(Node.Entry entry, String subject, Faults faults) {
        if (controlIds.contains(entry.key())) {
            return Optional.of(new ControlId(entry.key()));
        }
        faults.add(
                UNKNOWN_CONTROL,
                entry.keyPlace(),
                "The control (" + Quoted.of(entry.key()) + ") of " + subject + " (" + entry.keyPlace()
                        + ") is absent from catalogue (" + catalogue.id() + ").",
                Nearest.to(entry.key(), controlIds)
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElse("Run aims catalog to see every control."));
        return Optional.empty();
    }

    /** Reads one state: a stage alone, or a map with the stage and what is said beside it. */
    static Optional<ControlState> state(Node node, String stated, Faults faults) {
        if (node instanceof Node.Mapping) {
            Fields fields = Fields.of(node, faults, WRONG_STATE, stated);
            Optional<ControlState.Stage> stage = fields.requiredNode("state").isPresent()
                    ? fields.word("state", ControlState.Stage.class)
                    : Optional.empty();
            String how = said(fields, "how");
            String evidence = said(fields, "evidence");
            String owner = said(fields, "owner");
            LocalDate since = Days.of(fields, "since", stated, WRONG_STATE, faults);
            LocalDate until = Days.of(fields, "until", stated, WRONG_STATE, faults);
            fields.end();
            if (since != null && until != null && until.isBefore(since)) {
                faults.add(
                        WRONG_STATE,
                        fields.place(),
                        "The " + stated + " (" + fields.place() + ") ends (" + until + ") before it begins (" + since
                                + ").",
                        "Maybe the two dates were exchanged.");
                return Optional.empty();
            }
            return stage.map(known -> new ControlState(known, how, evidence, owner, since, until));
        }
        if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
            for (ControlState.Stage stage : ControlState.Stage.values()) {
                if (stage.name().equals(scalar.text())) {
                    return Optional.of(ControlState.of(stage));
                }
            }
            faults.add(
                    WRONG_STATE,
                    scalar.place(),
                    "The " + stated + " (" + scalar.place() + ") must be one of " + String.join(", ", stages()) + " or "
                            + NOT_KNOWN + ", not (" + Quoted.of(scalar.text()) + ").",
                    Fields.advice(scalar.text(), stages()));
            return Optional.empty();
        }
        faults.add(
                WRONG_STATE,
                node.place(),
                "The " + stated + " (" + node.place() + ") says nothing.",
                "Maybe leave it out: unknown is allowed.");
        return Optional.empty();
    }

    private static List<String> stages() {
        return Arrays.stream(ControlState.Stage.values()).map(Enum::name).toList();
    }

    private static @Nullable String said(Fields fields, String key) {
        return fields.text(key).filter(text -> !text.isBlank()).orElse(null);
    }
}
