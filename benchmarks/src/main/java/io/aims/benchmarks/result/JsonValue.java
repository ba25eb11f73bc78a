package io.aims.benchmarks.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON file.
 *
 * @param value a map, a list, a number, a text, a truth value, or {@code null}
 */
record JsonValue(@Nullable Object value) {

    static JsonValue read(Path file) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(Files.newBufferedReader(file))) {
            parser.nextToken();
            return new JsonValue(value(parser));
        }
    }

    /** The field must be there. */
    JsonValue field(String name) {
        Map<String, JsonValue> fields = fields();
        JsonValue found = fields.get(name);
        if (found == null) {
            throw new IllegalArgumentException("There is no field (" + name + ") among " + fields.keySet());
        }
        return found;
    }

    boolean isNumber() {
        return value instanceof Number;
    }

    boolean has(String name) {
        return fields().containsKey(name);
    }

    Map<String, JsonValue> fields() {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        for (Object field : as(Map.class, "an object").entrySet()) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) field;
            fields.put((String) entry.getKey(), new JsonValue(entry.getValue()));
        }
        return fields;
    }

    List<JsonValue> items() {
        List<JsonValue> items = new ArrayList<>();
        for (Object item : as(List.class, "a list")) {
            items.add(new JsonValue(item));
        }
        return items;
    }

    String text() {
        return as(String.class, "a text");
    }

    double number() {
        return as(Number.class, "a number").doubleValue();
    }

    private <T> T as(Class<T> type, String wanted) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("Expected " + wanted + ", not (" + value + ")");
        }
        return type.cast(value);
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser));
            }
            return fields;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<@Nullable Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return items;
        }
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }
}
