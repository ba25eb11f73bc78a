package io.aims.packs.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.error.Diagnostic;
import io.aims.error.Place;
import java.io.IOException;

/** Writes the fields of a diagnostic, the same in every form. */
final class DiagnosticFields {

    private DiagnosticFields() {}

    static void write(JsonGenerator json, Diagnostic diagnostic) throws IOException {
        json.writeStringField("level", diagnostic.level().name());
        json.writeStringField("code", diagnostic.fault().code());
        json.writeStringField("message", diagnostic.fault().message());
        json.writeStringField("advice", diagnostic.fault().advice());
        Place place = diagnostic.fault().where();
        if (place != null) {
            place(json, place);
        }
    }

    static void place(JsonGenerator json, Place place) throws IOException {
        json.writeObjectFieldStart("place");
        json.writeStringField("document", place.document());
        json.writeNumberField("line", place.line());
        json.writeNumberField("column", place.column());
        json.writeEndObject();
    }
}
