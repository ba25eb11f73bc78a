package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.ControlId;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.evaluation.OutsideFinding;
import io.aims.rule.PackReference;
import io.aims.rule.Truth;
import io.aims.text.IdForm;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what rules outside the guarantees found from a stored evaluation. Nothing can find it again, so it has to be in
 * order: the seal alone speaks for it.
 */
final class OutsideParser {

    private static final String SUBJECT = "findings outside the guarantees";

    private final String code;
    private final Faults faults;
    private final List<PackReference> rules = new ArrayList<>();
    private final List<OutsideFinding> findings = new ArrayList<>();

    OutsideParser(String code, Faults faults) {
        this.code = code;
        this.faults = faults;
    }

    /** Reads a part of a document. */
    void read(Node node) {
        Fields fields = Fields.of(node, faults, code, SUBJECT);
        fields.items("rules").forEach(this::rules);
        fields.items("findings").forEach(this::finding);
    }

    /** Returns the rules, in the order of the document. */
    List<PackReference> rules() {
        return rules;
    }

    /** Returns the findings, in the order of the document. */
    List<OutsideFinding> findings() {
        return findings;
    }

    private void rules(Node node) {
        Fields fields = Fields.of(node, faults, code, SUBJECT);
        String id = fields.requiredText("id");
        if (reference(id).isPresent()) {
            wrong(node.place(), "name rules (" + Quoted.of(id) + ") twice", "One of them was put into the result.");
        }
        rules.add(new PackReference(id, fields.requiredText("version"), fields.requiredText("fingerprint")));
    }

    private void finding(Node node) {
        Fields fields = Fields.of(node, faults, code, SUBJECT);
        String id = fields.requiredText("id");
        String title = fields.requiredText("title");
        String reason = fields.requiredText("reason");
        Truth status = fields.requiredWord("status", Truth.class, Truth.TRUE);
        String among = fields.requiredText("rules");
        String rule = fields.requiredText("rule");
        List<String> controls = fields.texts("controls");
        Optional<PackReference> reference = reference(among);
        if (reference.isEmpty()) {
            wrong(node.place(), "belong to rules (" + Quoted.of(among) + ") that are not named", "It must name them.");
        } else if (!IdForm.matches(id)
                || title.isBlank()
                || reason.isBlank()
                || status == Truth.FALSE
                || !controls.stream().allMatch(IdForm::matches)) {
            wrong(
                    node.place(),
                    "hold a finding (" + Quoted.of(id) + ") that no rule can make",
                    "It has ids of their form, a title and a reason, and is TRUE or UNDETERMINED.");
        } else {
            List<ControlId> ids = controls.stream().map(ControlId::new).toList();
            findings.add(new OutsideFinding(id, title, reason, status, ids, reference.get(), rule));
        }
    }

    private Optional<PackReference> reference(String id) {
        return rules.stream().filter(known -> known.id().equals(id)).findFirst();
    }

    private void wrong(Place place, String what, String advice) {
        faults.add(code, place, "The " + SUBJECT + " (" + place + ") " + what + ".", advice);
    }
}
