package io.aims.interchange;

import io.aims.catalog.document.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the description of a system in what {@link EvaluationWriter} made of it. */
final class Descriptions {

    private static final String CONTROLS = "controls";

    private Descriptions() {}

    /** Returns the description that the result of an evaluation was made of, or the node itself if it is no result. */
    static Node of(Node node) {
        if (node instanceof Node.Mapping result
                && result.get("aims").filter(Descriptions::isForm).isPresent()
                && result.get("system").orElse(null) instanceof Node.Mapping system) {
            return description(result, system);
        }
        return node;
    }

    private static boolean isForm(Node form) {
        return form instanceof Node.Scalar scalar && scalar.text().equals(EvaluationWriter.FORM);
    }

    private static Node description(Node.Mapping result, Node.Mapping system) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>(system.entries());
        entries.remove("place");
        Map<String, Node.Entry> states = states(result);
        if (!states.isEmpty()) {
            entries.put(CONTROLS, new Node.Entry(CONTROLS, result.place(), new Node.Mapping(states, result.place())));
        }
        return new Node.Mapping(entries, system.place());
    }

    private static Map<String, Node.Entry> states(Node.Mapping result) {
        Map<String, Node.Entry> states = new LinkedHashMap<>();
        if (result.get(CONTROLS).orElse(null) instanceof Node.Sequence controls) {
            for (Node control : controls.items()) {
                state(control).ifPresent(state -> states.put(state.key(), state));
            }
        }
        return states;
    }

    private static Optional<Node.Entry> state(Node control) {
        return control instanceof Node.Mapping mapping && mapping.get("id").orElse(null) instanceof Node.Scalar id
                ? mapping.get("state").map(state -> new Node.Entry(id.text(), id.place(), state))
                : Optional.empty();
    }
}
