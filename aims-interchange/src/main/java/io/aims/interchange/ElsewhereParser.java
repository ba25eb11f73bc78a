package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState;
import io.aims.treatment.reuse.Elsewhere;
import io.aims.treatment.reuse.OperatedSystem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes what is said of other frameworks of documents that were read. */
final class ElsewhereParser {

    /** The field with the management systems that are operated. */
    static final String OPERATED = "managementSystems";

    /** The field with the states of elements of other frameworks. */
    static final String STATES = "elsewhere";

    /** The field of a management system that names its framework. */
    static final String FRAMEWORK = "framework";

    private static final String WRONG_FORM = OrganisationControlsReader.WRONG_FORM;
    private static final String UNKNOWN_FRAMEWORK = "AIMS-1055";
    private static final String UNKNOWN_ELEMENT = "AIMS-1056";
    private static final String HOME = "AIMS-1057";
    private static final String TWICE = "AIMS-1058";
    private static final String WRONG_DATES = "AIMS-1059";

    private final Crosswalks crosswalks;
    private final Faults faults;

    ElsewhereParser(Crosswalks crosswalks, Faults faults) {
        this.crosswalks = crosswalks;
        this.faults = faults;
    }

    /** Reads both fields of a document; both may be absent. */
    Elsewhere read(Fields fields) {
        TreeMap<FrameworkId, OperatedSystem> operated = new TreeMap<>();
        fields.items(OPERATED).forEach(item -> operated(item, operated));
        TreeMap<ElementId, ControlState> states = new TreeMap<>();
        TreeSet<ElementId> open = new TreeSet<>();
        fields.node(STATES).ifPresent(node -> states(node, states, open));
        return new Elsewhere(operated, states, open);
    }

    private void operated(Node item, Map<FrameworkId, OperatedSystem> operated) {
        String subject = "management system";
        Optional<FrameworkId> framework;
        OperatedSystem system = OperatedSystem.UNDATED;
        if (item instanceof Node.Mapping) {
            Fields fields = Fields.of(item, faults, WRONG_FORM, subject);
            framework = fields.requiredNode(FRAMEWORK)
                    .flatMap(node -> fields.text(FRAMEWORK).flatMap(id -> framework(id, node.place())));
            system = system(fields, subject);
            fields.end();
        } else if (item instanceof Node.Scalar scalar) {
            framework = framework(scalar.text(), scalar.place());
        } else {
            faults.add(
                    WRONG_FORM,
                    item.place(),
                    "The " + subject + " (" + item.place() + ") must be the id of a framework, or a map, not "
                            + item.kind() + ".",
                    "Maybe write [iso-27001-2022].");
            return;
        }
        OperatedSystem read = system;
        framework.ifPresent(id -> {
            if (operated.putIfAbsent(id, read) != null) {
                faults.add(
                        TWICE,
                        item.place(),
                        "The management system (" + id + ", " + item.place() + ") is named twice.",
                        "Maybe keep the one with the dates.");
            }
        });
    }

    private OperatedSystem system(Fields fields, String subject) {
        String evidence =
                fields.text("evidence").filter(text -> !text.isBlank()).orElse(null);
        LocalDate since = Days.of(fields, "since", subject, WRONG_FORM, faults);
        LocalDate until = Days.of(fields, "until", subject, WRONG_FORM, faults);
        if (since != null && until != null && until.isBefore(since)) {
            faults.add(
                    WRONG_DATES,
                    fields.place(),
                    "The " + subject + " (" + fields.place() + ") ends (" + until + ") before it begins (" + since
                            + ").",
                    "Maybe the two dates were exchanged.");
            return OperatedSystem.UNDATED;
        }
        return new OperatedSystem(evidence, since, until);
    }

    private void states(Node node, Map<ElementId, ControlState> states, Set<ElementId> open) {
        if (!(node instanceof Node.Mapping frameworks)) {
            faults.add(
                    WRONG_FORM,
                    node.place(),
                    "The field " + STATES + " (" + node.place() + ") must be a map, not " + node.kind() + ".",
                    "Maybe write one line for each framework, for example iso-27001-2022: {A.8.15: IMPLEMENTED}.");
            return;
        }
        for (Node.Entry entry : frameworks.entries().values()) {
            Optional<Framework> framework =
                    framework(entry.key(), entry.keyPlace()).flatMap(crosswalks::framework);
            if (!(entry.value() instanceof Node.Mapping elements)) {
                faults.add(
                        WRONG_FORM,
                        entry.value().place(),
                        "What is said of framework (" + Quoted.of(entry.key()) + ", "
                                + entry.value().place() + ") must be a map, not "
                                + entry.value().kind() + ".",
                        "Maybe write one line for each element, for example A.8.15: IMPLEMENTED.");
            } else if (framework.isPresent()) {
                elements.entries().values().forEach(state -> state(state, framework.get(), states, open));
            }
        }
    }

    private void state(
            Node.Entry entry, Framework framework, Map<ElementId, ControlState> states, Set<ElementId> open) {
        Optional<ElementId> element = element(entry, framework);
        if (entry.value() instanceof Node.Scalar scalar && scalar.text().equals(ControlStatesParser.NOT_KNOWN)) {
            element.ifPresent(open::add);
            return;
        }
        String stated = "state of element (" + Quoted.of(entry.key()) + ") of framework (" + framework.id() + ")";
        Optional<ControlState> state = ControlStatesParser.state(entry.value(), stated, faults);
        if (element.isPresent() && state.isPresent()) {
            states.put(element.get(), state.get());
        }
    }

    private Optional<FrameworkId> framework(String text, Place place) {
        FrameworkId id = FrameworkId.isWellFormed(text) ? new FrameworkId(text) : null;
        if (id != null && id.equals(crosswalks.home().id())) {
            faults.add(
                    HOME,
                    place,
                    "The framework (" + id + ", " + place + ") is the one whose controls are evaluated.",
                    "Say their states under controls.");
            return Optional.empty();
        }
        if (id == null || crosswalks.framework(id).isEmpty()) {
            List<String> known = crosswalks.frameworks().stream()
                    .map(Framework::id)
                    .filter(each -> !each.equals(crosswalks.home().id()))
                    .map(FrameworkId::value)
                    .toList();
            faults.add(
                    UNKNOWN_FRAMEWORK,
                    place,
                    "The framework (" + Quoted.of(text) + ", " + place + ") is not known.",
                    Fields.advice(text, known));
            return Optional.empty();
        }
        return Optional.of(id);
    }

    /** An element that stands for a framework as a whole has no state: its management system is operated or it is not. */
    private Optional<ElementId> element(Node.Entry entry, Framework framework) {
        List<String> known = framework.parts().stream()
                .map(Element::id)
                .map(ElementId::value)
                .toList();
        if (known.contains(entry.key())) {
            return Optional.of(new ElementId(framework.id(), entry.key()));
        }
        boolean isComplete = framework.extent() == Framework.Extent.COMPLETE;
        faults.add(
                UNKNOWN_ELEMENT,
                entry.keyPlace(),
                "The element (" + Quoted.of(entry.key()) + ", " + entry.keyPlace() + ") is not one of framework ("
                        + framework.id() + ")" + (isComplete ? "." : " that a mapping names."),
                Nearest.to(entry.key(), known)
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElse(
                                isComplete
                                        ? "Maybe it belongs to another edition."
                                        : "Maybe leave it out: nothing would follow from it."));
        return Optional.empty();
    }
}
