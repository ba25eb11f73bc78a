package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.control.ControlId;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Dependency;
import io.aims.treatment.ControlStates;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes systems so that {@link SystemReader} reads them back as they were: fields in one order, answers and controls
 * sorted by id, each answer as short as it can be.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SystemWriter {

    private final SystemFormat format;

    /**
     * Creates a writer.
     *
     * @param format the format
     */
    public SystemWriter(SystemFormat format) {
        this.format = format;
    }

    /**
     * Writes a system and ends the line.
     *
     * @param document the system and the states of controls
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(SystemDocument document, Writer out) throws IOException {
        if (format == SystemFormat.YAML) {
            out.write(yaml(document));
            return;
        }
        try (JsonGenerator json = JsonText.generator(out, format == SystemFormat.JSON)) {
            form(document).json(json);
        }
        out.write('\n');
    }

    /**
     * Returns the text of a system.
     *
     * @param document the system and the states of controls
     * @return the text, with a line end
     */
    public String text(SystemDocument document) {
        return JsonText.of(out -> write(document, out));
    }

    private static Form form(SystemDocument document) {
        AiSystem system = document.system();
        Map<String, Form> fields = new LinkedHashMap<>();
        fields.put("id", new Form.Text(system.id()));
        if (!system.name().equals(system.id())) {
            fields.put("name", new Form.Text(system.name()));
        }
        system.description().ifPresent(description -> fields.put("description", new Form.Text(description)));
        for (Dependency kind : Dependency.values()) {
            if (!system.dependencies(kind).isEmpty()) {
                fields.put(
                        kind.field(),
                        new Form.Items(system.dependencies(kind).stream()
                                .map(Form.Text::new)
                                .toList()));
            }
        }
        if (!system.answers().isEmpty()) {
            fields.put("characteristics", answers(system));
        }
        Form.Entries states = states(document.controls());
        if (!states.entries().isEmpty()) {
            fields.put("controls", states);
        }
        return new Form.Entries(fields);
    }

    /** Returns the answers of a system by the ids of the characteristics. */
    static Form.Entries answers(AiSystem system) {
        Map<String, Form> answers = new LinkedHashMap<>();
        for (Answer answer : system.answers().values()) {
            answers.put(answer.characteristic().id(), Form.of(answer));
        }
        return new Form.Entries(answers);
    }

    /** Returns the states by the ids of the controls, those that are said to be unknown among them. */
    static Form.Entries states(ControlStates controls) {
        SortedMap<ControlId, Form> sorted = new TreeMap<>();
        controls.states().forEach((control, state) -> sorted.put(control, Form.of(state)));
        controls.open().forEach(control -> sorted.put(control, new Form.Word(ControlStatesParser.NOT_KNOWN)));
        Map<String, Form> states = new LinkedHashMap<>();
        sorted.forEach((control, form) -> states.put(control.value(), form));
        return new Form.Entries(states);
    }

    private static String yaml(SystemDocument document) {
        StringBuilder out = new StringBuilder();
        ((Form.Entries) form(document)).entries().forEach((key, value) -> {
            out.append(key).append(':');
            if (value instanceof Form.Entries inner) {
                inner.entries().forEach((innerKey, innerValue) -> {
                    out.append("\n  ").append(innerKey).append(": ");
                    innerValue.yaml(out);
                });
            } else {
                out.append(' ');
                value.yaml(out);
            }
            out.append('\n');
        });
        return out.toString();
    }
}
