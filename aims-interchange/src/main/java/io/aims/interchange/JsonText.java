package io.aims.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Makes generators of JSON that give the same text on every platform. */
final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();
    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private JsonText() {}

    /** Writes into a writer. */
    interface Writing {

        void to(Writer out) throws IOException;
    }

    /** Returns what is written, as a text in memory. */
    static String of(Writing writing) {
        StringWriter text = new StringWriter();
        try {
            writing.to(text);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be written", e);
        }
        return text.toString();
    }

    static JsonGenerator generator(Writer out, boolean indented) throws IOException {
        JsonGenerator generator = FACTORY.createGenerator(out);
        if (indented) {
            generator.setPrettyPrinter(INDENTED.createInstance());
        }
        return generator;
    }
}
