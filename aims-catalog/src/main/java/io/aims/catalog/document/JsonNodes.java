package io.aims.catalog.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.Quoted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON document token by token. Numbers are kept as they are written. */
final class JsonNodes {

    private static final String CODE = "AIMS-1011";
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;

    private final String name;
    private final int firstLine;
    private final Faults faults = new Faults();

    JsonNodes(String name, int firstLine) {
        this.name = name;
        this.firstLine = firstLine;
    }

    static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Documents.DEEPEST)
                        .maxDocumentLength(Documents.MOST_BYTES)
                        .maxTokenCount(Documents.MOST_NODES)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    Node read(String text) {
        Node root;
        try (JsonParser parser = Documents.JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return new Node.Scalar("", false, new Place(name, firstLine, 1));
            }
            root = node(parser);
            if (parser.nextToken() != null) {
                Place place = place(parser.currentTokenLocation());
                faults.add(
                        CODE,
                        place,
                        "The document (" + place + ") goes on after its end.",
                        "Maybe it is JSON Lines: give the file the ending .jsonl.");
            }
        } catch (StreamConstraintsException e) {
            fault(e, "is beyond a limit", "Maybe a bracket is not closed, or a text is longer than anybody reads.");
            throw new AimsException(faults.toList());
        } catch (JsonProcessingException e) {
            fault(e, "is no JSON", "Maybe a comma, quotation mark or bracket is wrong near this place.");
            throw new AimsException(faults.toList());
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory can be read", e);
        }
        faults.throwIfAny();
        return root;
    }

    private Node node(JsonParser parser) throws IOException {
        Place place = place(parser.currentTokenLocation());
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser));
            }
            return new Node.Sequence(items, place);
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Node.Entry> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                Place keyPlace = place(parser.currentTokenLocation());
                parser.nextToken();
                Node value = node(parser);
                if (entries.putIfAbsent(key, new Node.Entry(key, keyPlace, value)) != null) {
                    faults.add(
                            CODE,
                            keyPlace,
                            "The document (" + keyPlace + ") has the key (" + Quoted.of(key) + ") twice.",
                            "Maybe one of them is meant for another entry.");
                }
            }
            return new Node.Mapping(entries, place);
        }
        return new Node.Scalar(parser.getText(), token == JsonToken.VALUE_STRING, place);
    }

    private void fault(JsonProcessingException e, String what, String advice) {
        Place place = place(e.getLocation());
        String problem = Quoted.of(String.valueOf(e.getOriginalMessage()));
        faults.add(CODE, place, "The document (" + place + ") " + what + ": " + problem + ".", advice);
    }

    private Place place(@Nullable JsonLocation location) {
        return location == null
                ? new Place(name, firstLine, 1)
                : new Place(
                        name, firstLine + Math.max(1, location.getLineNr()) - 1, Math.max(1, location.getColumnNr()));
    }
}
