package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.risk.RiskLevel;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.Treatment;
import io.aims.treatment.Treatments;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes what is decided about the risks of systems so that {@link TreatmentsReader} reads it back as it was, and proposes
 * what might be decided. Equal content gives equal text. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public final class TreatmentsWriter {

    private static final String OWNER = "owner";
    private static final String DUE = "due";
    private static final String APPROVER = "approver";

    private final SystemFormat format;

    /**
     * Creates a writer.
     *
     * @param format the format; JSON Lines is JSON on one line
     */
    public TreatmentsWriter(SystemFormat format) {
        this.format = format;
    }

    /**
     * Writes what is decided, with a line end.
     *
     * @param treatments the decisions
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(Treatments treatments, Writer out) throws IOException {
        if (format == SystemFormat.YAML) {
            StringBuilder text = head(treatments.tolerance());
            treatments.systems().forEach((id, decided) -> {
                system(id, decided.isEmpty(), text);
                decided.forEach(treatment -> block(form(treatment).entries(), text));
            });
            out.write(end(treatments.systems().isEmpty(), text));
            return;
        }
        try (JsonGenerator json = JsonText.generator(out, format == SystemFormat.JSON)) {
            json.writeStartObject();
            json.writeStringField("aims", TreatmentsReader.FORM);
            json.writeStringField("tolerance", treatments.tolerance().name());
            json.writeObjectFieldStart("systems");
            for (Map.Entry<String, List<Treatment>> system :
                    treatments.systems().entrySet()) {
                json.writeFieldName(system.getKey());
                new Form.Items(system.getValue().stream()
                                .map(TreatmentsWriter::form)
                                .toList())
                        .json(json);
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        out.write('\n');
    }

    /**
     * Returns the text of what is decided.
     *
     * @param treatments the decisions
     * @return the text, with a line end
     */
    public String text(Treatments treatments) {
        return JsonText.of(out -> write(treatments, out));
    }

    /**
     * Writes the controls of cheapest plans as decisions that nobody has taken yet, in YAML whatever the format: owner, day
     * and approver are empty, and {@link TreatmentsReader} refuses the document until somebody has filled in all of them.
     * What no control brings to the tolerance stands in a comment: that it is shared, avoided or retained is for people to
     * decide.
     *
     * @param tolerance the level that needs no decision
     * @param plans the plans by the id of the system
     * @return the text, with a line end
     */
    public static String proposal(RiskLevel tolerance, SortedMap<String, CheapestPlan> plans) {
        StringBuilder text = new StringBuilder(
                "# A proposal. Fill in every owner, due and approver: it is refused until all of them are there.\n");
        text.append(head(tolerance));
        plans.forEach((id, plan) -> {
            system(id, plan.steps().isEmpty(), text);
            for (CheapestPlan.Outcome outcome : plan.outOfReach()) {
                text.append("    # ")
                        .append(outcome.objective())
                        .append(" stays ")
                        .append(outcome.then())
                        .append(": share, avoid or retain it, or change the system.\n");
            }
            for (CheapestPlan.Step step : plan.steps()) {
                Map<String, Form> fields = new LinkedHashMap<>();
                fields.put("modify", new Form.Word(step.control().value()));
                fields.put("to", new Form.Word(Stage.EFFECTIVE.name()));
                block(fields, text);
                for (String key : List.of(OWNER, DUE, APPROVER)) {
                    text.append("      ").append(key).append(":\n");
                }
            }
        });
        return end(plans.isEmpty(), text);
    }

    private static StringBuilder head(RiskLevel tolerance) {
        return new StringBuilder("aims: ")
                .append(TreatmentsReader.FORM)
                .append("\ntolerance: ")
                .append(tolerance)
                .append("\nsystems:");
    }

    private static String end(boolean isEmpty, StringBuilder text) {
        return text.append(isEmpty ? " {}\n" : "").toString();
    }

    private static void system(String id, boolean isEmpty, StringBuilder out) {
        if (out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
        out.append("  ");
        new Form.Text(id).yaml(out);
        out.append(isEmpty ? ": []\n" : ":\n");
    }

    private static void block(Map<String, Form> fields, StringBuilder out) {
        String indent = "    - ";
        for (Map.Entry<String, Form> field : fields.entrySet()) {
            out.append(indent).append(field.getKey()).append(": ");
            field.getValue().yaml(out);
            out.append('\n');
            indent = "      ";
        }
    }

    /** Returns the form of one decision. */
    static Form.Entries form(Treatment treatment) {
        Map<String, Form> fields = new LinkedHashMap<>();
        if (treatment instanceof Treatment.Modify modify) {
            fields.put("modify", new Form.Word(modify.control().value()));
            fields.put("to", new Form.Word(modify.target().name()));
        } else if (treatment instanceof Treatment.Share share) {
            fields.put("share", new Form.Word(share.objective().value()));
            fields.put("with", new Form.Text(share.with()));
        } else if (treatment instanceof Treatment.Avoid avoid) {
            fields.put("avoid", new Form.Word(avoid.objective().value()));
            fields.put("activity", new Form.Text(avoid.activity()));
        } else if (treatment instanceof Treatment.Retain retain) {
            fields.put("retain", new Form.Word(retain.objective().value()));
            fields.put("accepted", new Form.Word(retain.accepted().name()));
            fields.put("reason", new Form.Text(retain.reason()));
        }
        fields.put(OWNER, new Form.Text(treatment.owner()));
        fields.put(DUE, new Form.Word(treatment.due().toString()));
        fields.put(APPROVER, new Form.Text(treatment.approver()));
        return new Form.Entries(fields);
    }
}
