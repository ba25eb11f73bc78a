package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.Provenance;
import io.aims.treatment.ControlState;
import io.aims.treatment.reuse.OperatedSystem;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The form of answers and control states in files, written alike as JSON and YAML. */
sealed interface Form {

    /** Writes the form as JSON. */
    void json(JsonGenerator out) throws IOException;

    /** Writes the form as YAML on one line. */
    void yaml(StringBuilder out);

    /** A text. */
    record Text(String text) implements Form {

        private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./ -]*(?<! )");
        private static final Pattern OTHER_TYPE =
                Pattern.compile("null|true|false|yes|no|on|off|[0-9][0-9_.,eExXoObB+-]*", Pattern.CASE_INSENSITIVE);

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeString(text);
        }

        @Override
        public void yaml(StringBuilder out) {
            if (PLAIN.matcher(text).matches() && !OTHER_TYPE.matcher(text).matches()) {
                out.append(text);
            } else {
                quote(text, out);
            }
        }

        private static void quote(String text, StringBuilder out) {
            out.append('"');
            text.codePoints().forEach(c -> {
                switch (c) {
                    case '"' -> out.append("\\\"");
                    case '\\' -> out.append("\\\\");
                    case '\n' -> out.append("\\n");
                    case '\t' -> out.append("\\t");
                    default -> {
                        if (isPrintable(c)) {
                            out.appendCodePoint(c);
                        } else {
                            out.append(String.format(java.util.Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
                        }
                    }
                }
            });
            out.append('"');
        }

        private static boolean isPrintable(int c) {
            return switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> false;
                default -> true;
            };
        }
    }

    /** A word of the vocabulary or a date: not quoted in YAML, whatever other readers would take it for. */
    record Word(String id) implements Form {

        private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeString(id);
        }

        @Override
        public void yaml(StringBuilder out) {
            if (PLAIN.matcher(id).matches()) {
                out.append(id);
            } else {
                Text.quote(id, out);
            }
        }
    }

    /** A number. */
    record Numeral(BigDecimal value) implements Form {

        private static final int LONGEST = 15;

        private String text() {
            boolean plain = value.precision() <= LONGEST && Math.abs(value.scale()) <= LONGEST;
            return plain ? value.toPlainString() : value.toString();
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeNumber(text());
        }

        @Override
        public void yaml(StringBuilder out) {
            out.append(text());
        }
    }

    /** A list. */
    record Items(List<? extends Form> items) implements Form {

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartArray();
            for (Form item : items) {
                item.json(out);
            }
            out.writeEndArray();
        }

        @Override
        public void yaml(StringBuilder out) {
            String separator = "[";
            for (Form item : items) {
                out.append(separator);
                item.yaml(out);
                separator = ", ";
            }
            out.append(items.isEmpty() ? "[]" : "]");
        }
    }

    /** Values by their keys, in order. */
    record Entries(Map<String, Form> entries) implements Form {

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            for (Map.Entry<String, Form> entry : entries.entrySet()) {
                out.writeFieldName(entry.getKey());
                entry.getValue().json(out);
            }
            out.writeEndObject();
        }

        @Override
        public void yaml(StringBuilder out) {
            String separator = "{";
            for (Map.Entry<String, Form> entry : entries.entrySet()) {
                out.append(separator).append(entry.getKey()).append(": ");
                entry.getValue().yaml(out);
                separator = ", ";
            }
            out.append('}');
        }
    }

    /** Returns the form of an answer, as short as it can be. */
    static Form of(Answer answer) {
        Map<String, Form> entries = value(answer);
        Form only = entries.get("value");
        if (answer.provenance().isNone()) {
            return only == null ? new Entries(entries) : only;
        }
        provenance(answer.provenance(), entries);
        return new Entries(entries);
    }

    /** Returns the form of the state of a control, as short as it can be. */
    static Form of(ControlState state) {
        Entries entries = full(state);
        return entries.entries().size() == 1 ? new Word(state.stage().name()) : entries;
    }

    /** Returns the form of the state of a control with the key of every part. */
    static Entries full(ControlState state) {
        Map<String, Form> entries = new LinkedHashMap<>();
        entries.put("state", new Word(state.stage().name()));
        state.how().ifPresent(how -> entries.put("how", new Text(how)));
        state.evidence().ifPresent(evidence -> entries.put("evidence", new Text(evidence)));
        state.owner().ifPresent(owner -> entries.put("owner", new Text(owner)));
        if (state.since() != null) {
            entries.put("since", new Word(state.since().toString()));
        }
        if (state.until() != null) {
            entries.put("until", new Word(state.until().toString()));
        }
        return new Entries(entries);
    }

    /** Returns the form of a management system, without the framework that it follows. */
    static Entries full(OperatedSystem system) {
        Map<String, Form> entries = new LinkedHashMap<>();
        system.evidence().ifPresent(evidence -> entries.put("evidence", new Text(evidence)));
        if (system.since() != null) {
            entries.put("since", new Word(system.since().toString()));
        }
        if (system.until() != null) {
            entries.put("until", new Word(system.until().toString()));
        }
        return new Entries(entries);
    }

    private static Map<String, Form> value(Answer answer) {
        Map<String, Form> entries = new LinkedHashMap<>();
        Bounds bounds = answer.bounds();
        if (bounds instanceof Bounds.Members members) {
            entries.put(members.complete() ? "value" : "contains", words(answer, members.known()));
        } else if (bounds instanceof Bounds.OneOf oneOf) {
            Items possible = words(answer, oneOf.possible());
            entries.put(
                    oneOf.isExact() ? "value" : "in",
                    oneOf.isExact() ? possible.items().get(0) : possible);
        } else if (bounds instanceof Bounds.Ranks ranks) {
            List<String> ids = ids(answer);
            if (ranks.isExact()) {
                entries.put("value", new Word(ids.get(ranks.low())));
            } else {
                boolean top = ranks.high() == ids.size() - 1;
                if (ranks.low() > 0 || top) {
                    entries.put("atLeast", new Word(ids.get(ranks.low())));
                }
                if (!top) {
                    entries.put("atMost", new Word(ids.get(ranks.high())));
                }
            }
        } else if (bounds instanceof Bounds.Numbers numbers) {
            numbers(answer, numbers, entries);
        } else if (bounds instanceof Bounds.Days days) {
            days((Bounds.Days) answer.characteristic().unknown(), days, entries);
        }
        return entries;
    }

    private static void days(Bounds.Days all, Bounds.Days days, Map<String, Form> entries) {
        if (days.isExact()) {
            entries.put("value", new Word(days.earliest().toString()));
            return;
        }
        boolean open = days.latest().equals(all.latest());
        if (days.earliest().isAfter(all.earliest()) || open) {
            entries.put("atLeast", new Word(days.earliest().toString()));
        }
        if (!open) {
            entries.put("atMost", new Word(days.latest().toString()));
        }
    }

    private static void numbers(Answer answer, Bounds.Numbers numbers, Map<String, Form> entries) {
        if (numbers.isExact()) {
            entries.put("value", new Numeral(numbers.low()));
            return;
        }
        Bounds.Numbers all = (Bounds.Numbers) answer.characteristic().unknown();
        BigDecimal high = numbers.high();
        boolean open = high == null || all.high() != null && high.compareTo(all.high()) == 0;
        if (numbers.low().compareTo(all.low()) > 0 || open) {
            entries.put("atLeast", new Numeral(numbers.low()));
        }
        if (high != null && !open) {
            entries.put("atMost", new Numeral(high));
        }
    }

    private static void provenance(Provenance provenance, Map<String, Form> entries) {
        provenance.by().ifPresent(by -> entries.put("by", new Text(by)));
        provenance.on().ifPresent(on -> entries.put("on", new Word(on.toString())));
        provenance.evidence().ifPresent(evidence -> entries.put("evidence", new Text(evidence)));
        if (provenance.basis() != Provenance.Basis.STATED) {
            entries.put("basis", new Word(provenance.basis().name()));
        }
    }

    private static Items words(Answer answer, long mask) {
        List<String> ids = ids(answer);
        List<Word> words = new ArrayList<>();
        for (int position = 0; position < ids.size(); position++) {
            if ((mask >>> position & 1) != 0) {
                words.add(new Word(ids.get(position)));
            }
        }
        return new Items(words);
    }

    private static List<String> ids(Answer answer) {
        return ((EnumeratedCharacteristic<?>) answer.characteristic()).valueIds();
    }
}
