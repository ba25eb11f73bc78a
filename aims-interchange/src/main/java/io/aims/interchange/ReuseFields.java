package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.crosswalk.Mapping;
import io.aims.treatment.ControlState;
import io.aims.treatment.reuse.EvidenceSuggestion;
import io.aims.treatment.reuse.OperatedSystem;
import java.io.IOException;
import java.util.Optional;

/** Writes what may be reused of other frameworks, the row that is the reason in full. */
final class ReuseFields {

    static final String FIELD = "reuse";
    static final String SUGGESTIONS = "suggestions";

    private ReuseFields() {}

    static void suggestion(JsonGenerator json, EvidenceSuggestion suggestion) throws IOException {
        Mapping row = suggestion.mapping();
        json.writeStringField("framework", row.to().framework().value());
        json.writeStringField("frameworkTitle", suggestion.framework());
        json.writeStringField("element", row.to().value());
        json.writeStringField("label", suggestion.label());
        json.writeStringField("standing", suggestion.standing().name());
        Optional<ControlState> state = suggestion.state();
        if (state.isPresent()) {
            json.writeFieldName("state");
            Form.full(state.get()).json(json);
        }
        Optional<OperatedSystem> operated = suggestion.operated();
        if (operated.isPresent()) {
            json.writeFieldName("operated");
            Form.full(operated.get()).json(json);
        }
        json.writeObjectFieldStart("row");
        json.writeStringField("from", row.from().framework().value());
        json.writeStringField("relation", row.relation().name());
        json.writeStringField("basis", row.basis().name());
        json.writeStringField("confidence", row.confidence().name());
        JsonFields.texts(json, "sources", row.sources());
        if (!row.note().isEmpty()) {
            json.writeStringField("note", row.note());
        }
        json.writeEndObject();
    }
}
