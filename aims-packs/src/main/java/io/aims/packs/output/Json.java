package io.aims.packs.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Makes JSON that is the same text on every platform. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private Json() {}

    /** Writes one value. */
    interface Writing {

        void to(JsonGenerator json) throws IOException;
    }

    /** Writes the fields of one item. */
    interface Item<T> {

        void write(JsonGenerator json, T item) throws IOException;
    }

    /** Returns one object, ended by a line end. */
    static String object(Writing fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(INDENTED.createInstance());
            json.writeStartObject();
            fields.to(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be written", e);
        }
        return text.append('\n').toString();
    }

    static <T> void each(JsonGenerator json, String field, Collection<T> items, Item<? super T> item)
            throws IOException {
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
}
