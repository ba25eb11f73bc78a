package io.aims.rules.drl;

import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicValue;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of fields, enums and their constants in DRL. What is an enum in Java keeps its names; what DRL or Java would
 * misread, or two things would share, is changed as little as possible.
 */
final class DrlNames {

    private static final Set<String> TAKEN = Set.of("AiSystem", "Finding", "Level", "ObjectiveLevel", "View");

    /** Words of DRL and of Java, and what every fact has. */
    private static final Set<String> RESERVED = Set.of("""
            abstract accumulate action and assert attributes boolean break byte case catch char class collect const
            contains continue declare default do double else end entry enum eval excludes exists extends false final
            finally float for forall from function global goto if implements import in init instanceof int interface long
            matches memberOf native new not null or over package private protected public query result return reverse rule
            short soundslike static strictfp super switch synchronized template then this throw throws trait transient
            true try unit view void volatile when while window""".split("\\s+"));

    private final Map<Characteristic<?>, String> fields = new HashMap<>();
    private final Map<Characteristic<?>, String> types = new HashMap<>();
    private final Map<Characteristic<?>, List<String>> constants = new HashMap<>();

    DrlNames(Vocabulary vocabulary) {
        Set<String> taken = new HashSet<>(TAKEN);
        Set<String> accessors = new HashSet<>();
        for (VocabularyEntry entry : vocabulary.entries()) {
            String id = entry.characteristic().id();
            String field = RESERVED.contains(id) ? id + "_" : id;
            while (!accessors.add(capitalized(field))) {
                field += "_";
            }
            fields.put(entry.characteristic(), field);
            if (entry.characteristic() instanceof EnumeratedCharacteristic<?> enumerated
                    && !(enumerated instanceof BooleanCharacteristic)) {
                types.put(enumerated, free(typeName(enumerated), taken));
                constants.put(enumerated, constantNames(enumerated));
            }
        }
    }

    /** Returns the name of the field that holds a characteristic. */
    String field(Characteristic<?> characteristic) {
        return java.util.Objects.requireNonNull(fields.get(characteristic));
    }

    /** Returns the name of the enum that holds the values of a characteristic. */
    String type(EnumeratedCharacteristic<?> characteristic) {
        return java.util.Objects.requireNonNull(types.get(characteristic));
    }

    /** Returns the names of the values of a characteristic, in their order. */
    List<String> constants(EnumeratedCharacteristic<?> characteristic) {
        return java.util.Objects.requireNonNull(constants.get(characteristic));
    }

    /** Returns a value as an expression. */
    String constant(EnumeratedCharacteristic<?> characteristic, int position) {
        return type(characteristic) + "." + constants(characteristic).get(position);
    }

    private static String typeName(EnumeratedCharacteristic<?> characteristic) {
        CharacteristicValue value = characteristic.values().get(0);
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getSimpleName();
        }
        return capitalized(characteristic.id()) + "Value";
    }

    static String capitalized(String id) {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }

    private static List<String> constantNames(EnumeratedCharacteristic<?> characteristic) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (CharacteristicValue value : characteristic.values()) {
            names.add(free(value instanceof Enum<?> constant ? constant.name() : identifier(value.id()), taken));
        }
        return names;
    }

    private static String identifier(String valueId) {
        String name = valueId.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
        return Character.isDigit(name.charAt(0)) || name.equals("_") ? "V_" + name : name;
    }

    private static String free(String name, Set<String> taken) {
        String candidate = name;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }
}
