package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.FrameworkId;
import io.aims.treatment.reuse.Elsewhere;
import io.aims.treatment.reuse.OperatedSystem;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes what an organisation says once for all of its systems so that {@link OrganisationControlsReader} reads it back as it
 * was: fields in one order, frameworks, elements and controls sorted by id, each state as short as it can be. Immutable and
 * thread-safe.
 *
 * @since 0.1
 */
public final class OrganisationControlsWriter {

    private final SystemFormat format;

    /**
     * Creates a writer.
     *
     * @param format the format; JSON Lines is JSON on one line
     */
    public OrganisationControlsWriter(SystemFormat format) {
        this.format = format;
    }

    /**
     * Writes a document and ends the line.
     *
     * @param document what the organisation says
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(OrganisationDocument document, Writer out) throws IOException {
        if (format == SystemFormat.YAML) {
            StringBuilder text = new StringBuilder();
            form(document)
                    .entries()
                    .forEach((key, value) -> entry(key, value, "", key.equals(ElsewhereParser.STATES) ? 2 : 1, text));
            out.write(text.toString());
            return;
        }
        try (JsonGenerator json = JsonText.generator(out, format == SystemFormat.JSON)) {
            form(document).json(json);
        }
        out.write('\n');
    }

    /**
     * Returns the text of a document.
     *
     * @param document what the organisation says
     * @return the text, with a line end
     */
    public String text(OrganisationDocument document) {
        return JsonText.of(out -> write(document, out));
    }

    private static Form.Entries form(OrganisationDocument document) {
        Elsewhere elsewhere = document.elsewhere();
        Map<String, Form> fields = new LinkedHashMap<>();
        fields.put("aims", new Form.Text(OrganisationControlsReader.FORM));
        if (!elsewhere.operated().isEmpty()) {
            List<Form> operated = new ArrayList<>();
            elsewhere.operated().forEach((framework, system) -> operated.add(form(framework.value(), system)));
            fields.put(ElsewhereParser.OPERATED, new Form.Items(operated));
        }
        SortedMap<String, Form> frameworks = new TreeMap<>();
        elsewhere.frameworks().forEach(framework -> {
            Form.Entries states = states(elsewhere, framework);
            if (!states.entries().isEmpty()) {
                frameworks.put(framework.value(), states);
            }
        });
        if (!frameworks.isEmpty()) {
            fields.put(ElsewhereParser.STATES, new Form.Entries(frameworks));
        }
        fields.put("controls", SystemWriter.states(document.controls()));
        return new Form.Entries(fields);
    }

    private static Form form(String framework, OperatedSystem system) {
        if (system.equals(OperatedSystem.UNDATED)) {
            return new Form.Word(framework);
        }
        Map<String, Form> fields = new LinkedHashMap<>();
        fields.put(ElsewhereParser.FRAMEWORK, new Form.Word(framework));
        fields.putAll(Form.full(system).entries());
        return new Form.Entries(fields);
    }

    private static Form.Entries states(Elsewhere elsewhere, FrameworkId framework) {
        SortedMap<ElementId, Form> sorted = new TreeMap<>();
        elsewhere.states().forEach((element, state) -> sorted.put(element, Form.of(state)));
        elsewhere.open().forEach(element -> sorted.put(element, new Form.Word(ControlStatesParser.NOT_KNOWN)));
        Map<String, Form> states = new LinkedHashMap<>();
        sorted.forEach((element, form) -> {
            if (element.framework().equals(framework)) {
                states.put(element.value(), form);
            }
        });
        return new Form.Entries(states);
    }

    /** Writes an entry, and below it so many levels of maps with one entry a line. */
    private static void entry(String key, Form value, String indent, int levels, StringBuilder out) {
        out.append(indent);
        new Form.Text(key).yaml(out);
        out.append(':');
        if (levels > 0
                && value instanceof Form.Entries entries
                && !entries.entries().isEmpty()) {
            out.append('\n');
            entries.entries().forEach((inner, form) -> entry(inner, form, indent + "  ", levels - 1, out));
            return;
        }
        out.append(' ');
        value.yaml(out);
        out.append('\n');
    }
}
