package io.aims.reasoning.change;

import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.VocabularyEntry;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A characteristic that means something else, or is asked for in other words.
 *
 * @param was the entry before
 * @param now the entry after
 * @param fields what differs, in the order of {@link Field}
 * @since 0.1
 */
public record CharacteristicChange(VocabularyEntry was, VocabularyEntry now, Set<Field> fields) {

    /** What an entry of a vocabulary says, part by part. */
    public enum Field {
        /** Its type. */
        TYPE,
        /** Its values, in order, or the limits of its scale. */
        VALUES,
        /** The question that asks for it. */
        QUESTION,
        /** What it means. */
        DEFINITION,
        /** What its values mean. */
        MEANINGS,
        /** The section it stands in. */
        SECTION,
        /** How early it is asked for. */
        TIER,
        /** What it decides, as a hint for readers. */
        FEEDS,
        /** Where it comes from. */
        SOURCES;

        String textOf(VocabularyEntry entry) {
            return switch (this) {
                case TYPE -> entry.characteristic().type().name();
                case VALUES -> values(entry.characteristic());
                case QUESTION -> entry.question();
                case DEFINITION -> entry.definition();
                case MEANINGS -> meanings(entry.meanings());
                case SECTION -> entry.section();
                case TIER -> entry.tier().name();
                case FEEDS -> entry.feeds();
                case SOURCES ->
                    String.join(
                            "; ",
                            new TreeSet<>(entry.sources().stream()
                                    .map(Object::toString)
                                    .toList()));
            };
        }

        private static String values(Characteristic<?> characteristic) {
            if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
                return String.join(", ", enumerated.valueIds());
            }
            return characteristic instanceof ScaleCharacteristic scale ? scale.least() + " to " + scale.most() : "";
        }

        private static String meanings(Map<String, String> meanings) {
            StringBuilder text = new StringBuilder();
            new TreeMap<>(meanings)
                    .forEach((value, meaning) -> text.append(text.isEmpty() ? "" : "; ")
                            .append(value)
                            .append(": ")
                            .append(meaning));
            return text.toString();
        }
    }

    private static final Set<Field> FORM = EnumSet.of(Field.TYPE, Field.VALUES);
    private static final Set<Field> ASKED = EnumSet.of(Field.QUESTION, Field.DEFINITION, Field.MEANINGS);

    /** Copies the set of fields. */
    public CharacteristicChange {
        EnumSet<Field> copy = EnumSet.noneOf(Field.class);
        copy.addAll(fields);
        fields = Collections.unmodifiableSet(copy);
    }

    static CharacteristicChange between(VocabularyEntry was, VocabularyEntry now) {
        EnumSet<Field> fields = EnumSet.allOf(Field.class);
        fields.removeIf(field -> field.textOf(was).equals(field.textOf(now)));
        return new CharacteristicChange(was, now, fields);
    }

    /**
     * Tells whether an answer to the former characteristic is no answer to this one.
     *
     * @return {@code true} if type or values differ
     */
    public boolean isOtherForm() {
        return fields.stream().anyMatch(FORM::contains);
    }

    /**
     * Tells whether somebody who answered may answer otherwise now.
     *
     * @return {@code true} if type, values, question, definition or meanings differ
     */
    public boolean isOtherQuestion() {
        return isOtherForm() || fields.stream().anyMatch(ASKED::contains);
    }

    /**
     * Returns what a part said before.
     *
     * @param field a part
     * @return its text
     */
    public String before(Field field) {
        return field.textOf(was);
    }

    /**
     * Returns what a part says after.
     *
     * @param field a part
     * @return its text
     */
    public String after(Field field) {
        return field.textOf(now);
    }
}
