package io.aims.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** JSON as maps, lists, texts, numbers and truth values, to be altered on purpose. */
public final class JsonTree {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTree() {}

    /** Reads a document. */
    public static Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, read(parser));
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
            return items;
        }
        return token == JsonToken.VALUE_STRING
                ? parser.getText()
                : token.isNumeric() ? parser.getDecimalValue() : (Object) parser.getBooleanValue();
    }

    /** Writes a document. */
    public static String print(Object tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            write(tree, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Object tree, JsonGenerator out) throws IOException {
        if (tree instanceof Map<?, ?> members) {
            out.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.writeFieldName((String) member.getKey());
                write(member.getValue(), out);
            }
            out.writeEndObject();
        } else if (tree instanceof List<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                write(item, out);
            }
            out.writeEndArray();
        } else if (tree instanceof String text) {
            out.writeString(text);
        } else if (tree instanceof BigDecimal number) {
            out.writeNumber(number);
        } else {
            out.writeBoolean((Boolean) tree);
        }
    }

    /** Returns the document with the members of every object in another order. */
    public static Object shuffled(Object tree, SplittableRandom random) {
        if (tree instanceof Map<?, ?> members) {
            List<Object> names = new ArrayList<>(members.keySet());
            Collections.shuffle(names, new java.util.Random(random.nextLong()));
            Map<String, Object> shuffled = new LinkedHashMap<>();
            names.forEach(name -> shuffled.put((String) name, shuffled(members.get(name), random)));
            return shuffled;
        }
        return tree instanceof List<?> items
                ? items.stream().map(item -> shuffled(item, random)).toList()
                : tree;
    }

    /** The ways to alter one place. */
    public enum Alteration {
        CHANGE,
        RETYPE,
        DROP,
        ADD,
        DUPLICATE,
        SWAP;

        /**
         * Alters what stands in a map or list.
         *
         * @param container the map or list; it is altered
         * @param at the key or position
         * @return whether there was something to be altered in this way
         */
        @SuppressWarnings("unchecked")
        public boolean apply(Object container, Object at) {
            return container instanceof Map
                    ? inMap((Map<String, Object>) container, (String) at)
                    : inList((List<Object>) container, (Integer) at);
        }

        private boolean inMap(Map<String, Object> members, String name) {
            Object value = members.get(name);
            switch (this) {
                case CHANGE -> members.put(name, changed(value));
                case RETYPE -> members.put(name, retyped(value));
                case DROP -> members.remove(name);
                case ADD -> members.put(name + "2", "something else");
                default -> {
                    return false;
                }
            }
            return !(value instanceof Map || value instanceof List) || this != CHANGE;
        }

        private boolean inList(List<Object> items, int at) {
            Object value = items.get(at);
            switch (this) {
                case CHANGE -> items.set(at, changed(value));
                case RETYPE -> items.set(at, retyped(value));
                case DROP -> items.remove(at);
                case ADD -> items.add(at, "something else");
                case DUPLICATE -> items.add(value);
                default -> {
                    if (at == 0 || items.get(at - 1).equals(value)) {
                        return false;
                    }
                    Collections.swap(items, at - 1, at);
                }
            }
            return !(value instanceof Map || value instanceof List) || this != CHANGE;
        }

        private static Object changed(Object value) {
            if (value instanceof String text) {
                return text.endsWith("0") ? text.substring(0, text.length() - 1) + "1" : text + "0";
            }
            return value instanceof BigDecimal number
                    ? number.add(BigDecimal.ONE)
                    : value instanceof Boolean truth ? !truth : value;
        }

        private static Object retyped(Object value) {
            return value instanceof String ? (Object) BigDecimal.TEN : String.valueOf(value);
        }
    }

    /** A place in a document: the containers on the way to it, and the key or position in the last of them. */
    public record Spot(List<Object> way) {

        /** Returns the map or list that holds the place. */
        public Object containerIn(Object tree) {
            Object current = tree;
            for (Object step : way.subList(0, way.size() - 1)) {
                current =
                        current instanceof Map<?, ?> members ? members.get(step) : ((List<?>) current).get((int) step);
            }
            return current;
        }

        /** Returns the key or position. */
        public Object last() {
            return way.get(way.size() - 1);
        }

        /** Tells whether the way begins so. */
        public boolean isUnder(Object... names) {
            return way.size() >= names.length && way.subList(0, names.length).equals(List.of(names));
        }
    }

    /** Returns every place of a document. */
    public static List<Spot> spots(Object tree) {
        List<Spot> spots = new ArrayList<>();
        add(tree, List.of(), spots);
        return spots;
    }

    private static void add(Object tree, List<Object> way, List<Spot> spots) {
        if (!way.isEmpty()) {
            spots.add(new Spot(way));
        }
        if (tree instanceof Map<?, ?> members) {
            members.forEach((name, value) -> add(value, longer(way, name), spots));
        } else if (tree instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                add(items.get(i), longer(way, i), spots);
            }
        }
    }

    private static List<Object> longer(List<Object> way, Object step) {
        List<Object> longer = new ArrayList<>(way);
        longer.add(step);
        return List.copyOf(longer);
    }
}
