package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.evaluation.Basis;
import io.aims.risk.Range;
import io.aims.rule.PackReference;
import java.io.IOException;
import java.util.Collection;

/** Writes the kinds of field that several forms have. */
final class JsonFields {

    private JsonFields() {}

    /** Writes the fields of one item. */
    interface Item<T> {

        void write(JsonGenerator json, T item) throws IOException;
    }

    static <T> void each(JsonGenerator json, String field, Collection<T> items, Item<T> item) throws IOException {
        json.writeArrayFieldStart(field);
        for (T one : items) {
            json.writeStartObject();
            item.write(json, one);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void texts(JsonGenerator json, String field, Collection<?> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (Object text : texts) {
            json.writeString(text.toString());
        }
        json.writeEndArray();
    }

    static void range(JsonGenerator json, String field, Range<?> range) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("low", range.low().name());
        json.writeStringField("high", range.high().name());
        json.writeEndObject();
    }

    static void part(JsonGenerator json, String field, Basis.Part part) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("id", part.id());
        if (!part.version().isEmpty()) {
            json.writeStringField("version", part.version());
        }
        json.writeStringField("fingerprint", part.fingerprint());
        json.writeEndObject();
    }

    static void pack(JsonGenerator json, PackReference pack) throws IOException {
        json.writeStringField("id", pack.id());
        json.writeStringField("version", pack.version());
        json.writeStringField("fingerprint", pack.fingerprint());
        if (!pack.replaces().isEmpty()) {
            each(json, "replaces", pack.replaces(), (out, replacement) -> {
                out.writeStringField("rule", replacement.rule().value());
                out.writeStringField("why", replacement.why());
            });
        }
    }
}
