package io.aims.catalog.document;

import com.fasterxml.jackson.core.JsonFactory;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads documents from outside, within limits: UTF-8 only, at most {@value #MOST_BYTES} bytes, {@value #DEEPEST} levels
 * deep, {@value #MOST_NODES} parts, no key twice; of YAML no anchors, aliases, tags or further documents.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class Documents {

    /** The largest document, in bytes. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    /** The deepest nesting of lists and maps. */
    public static final int DEEPEST = 64;

    /** The most parts of one document. */
    public static final int MOST_NODES = 500_000;

    static final JsonFactory JSON = JsonNodes.factory();

    private Documents() {}

    /**
     * Reads a YAML document.
     *
     * @param name the name of the document, for messages
     * @param bytes its content, UTF-8; it is not closed
     * @return the root of the document
     * @throws AimsException AIMS-1009, if it is too large or not UTF-8; AIMS-1010, if it is no YAML that AIMS reads
     * @throws UncheckedIOException if it cannot be read
     */
    public static Node yaml(String name, InputStream bytes) {
        return yaml(name, text(name, bytes));
    }

    /**
     * Reads a YAML document.
     *
     * @param name the name of the document, for messages
     * @param text its content
     * @return the root of the document
     * @throws AimsException AIMS-1010, if it is no YAML that AIMS reads
     */
    public static Node yaml(String name, String text) {
        return yaml(name, text, DocumentLimits.standard());
    }

    /**
     * Reads a YAML document within given limits.
     *
     * @param name the name of the document, for messages
     * @param text its content
     * @param limits how large it may be
     * @return the root of the document
     * @throws AimsException AIMS-1010, if it is no YAML that AIMS reads, or beyond a limit
     */
    public static Node yaml(String name, String text, DocumentLimits limits) {
        return CommonYaml.read(name, text, limits).orElseGet(() -> new YamlNodes(name, limits).read(text));
    }

    /**
     * Reads a JSON document.
     *
     * @param name the name of the document, for messages
     * @param bytes its content, UTF-8; it is not closed
     * @return the root of the document
     * @throws AimsException AIMS-1009, if it is too large or not UTF-8; AIMS-1011, if it is no JSON that AIMS reads
     * @throws UncheckedIOException if it cannot be read
     */
    public static Node json(String name, InputStream bytes) {
        return json(name, 1, text(name, bytes));
    }

    /**
     * Reads a JSON document that stands in a larger one, such as a line of JSON Lines.
     *
     * @param name the name of the larger document, for messages
     * @param firstLine the line at which the text begins, from 1
     * @param text the JSON document
     * @return the root of the document
     * @throws AimsException AIMS-1011, if it is no JSON that AIMS reads
     */
    public static Node json(String name, int firstLine, String text) {
        return new JsonNodes(name, firstLine).read(text);
    }

    /**
     * Decodes a document.
     *
     * @param name the name of the document, for messages
     * @param bytes its content, UTF-8 with or without a byte order mark; it is not closed
     * @return the text without a byte order mark
     * @throws AimsException AIMS-1009, if it is too large or not UTF-8
     * @throws UncheckedIOException if it cannot be read
     */
    public static String text(String name, InputStream bytes) {
        return text(name, bytes, DocumentLimits.standard());
    }

    /**
     * Decodes a document within given limits. Of a larger one no more is read than tells that it is larger.
     *
     * @param name the name of the document, for messages
     * @param bytes its content, UTF-8 with or without a byte order mark; it is not closed
     * @param limits how large it may be
     * @return the text without a byte order mark
     * @throws AimsException AIMS-1009, if it is too large or not UTF-8
     * @throws UncheckedIOException if it cannot be read
     */
    public static String text(String name, InputStream bytes, DocumentLimits limits) {
        byte[] content;
        try {
            content = bytes.readNBytes(limits.bytes() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (content.length > limits.bytes()) {
            throw tooLarge(name, limits.bytes());
        }
        return decode(name, content);
    }

    /**
     * Returns what is wrong with a document that is too large.
     *
     * @param name the name of the document, for messages
     * @param most the most bytes that it may have
     * @return AIMS-1009, to be thrown
     */
    public static AimsException tooLarge(String name, int most) {
        return new AimsException(
                "AIMS-1009",
                "The document (" + Quoted.of(name) + ") must have at most " + most + " bytes.",
                "Maybe split it. Systems may be written as JSON Lines, one a line: that has no limit.");
    }

    private static String decode(String name, byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(buffer)
                    .toString();
        } catch (CharacterCodingException e) {
            Place place = place(name, content, buffer.position());
            throw new AimsException(List.of(new Fault(
                    "AIMS-1009",
                    "The document (" + place + ") must be UTF-8, and is not.",
                    "Maybe save it again with the encoding UTF-8.",
                    place)));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Place place(String name, byte[] content, int end) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < end; i++) {
            if (content[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        String before = new String(content, lineStart, end - lineStart, StandardCharsets.UTF_8);
        return new Place(name, line, before.length() + 1);
    }
}
