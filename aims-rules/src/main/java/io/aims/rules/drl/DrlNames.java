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
 * misread, or two things would share, is changed as little as possible; enums of others are named after their
 * characteristic.
 */
final class DrlNames {

    /** The types that stand in the files already, and what types made here would hide of Java. */
    private static final Set<String> TAKEN =
            Set.of("AiSystem", "ClassValue", "Finding", "Level", "ObjectiveLevel", "ScopedValue", "View");

    /** The ends of the names of methods that every fact has. */
    private static final Set<String> ACCESSORS = Set.of("Class", "View");

    /** Words of DRL and of Java, those that only its compiler takes for such, and methods that every fact has. */
    private static final Set<String> RESERVED = Set.of("""
            abstract accumulate action after and assert attributes before boolean break byte case catch char
            class clone coincides collect const contains continue declare default do double during else end
            entry enum equals eval excludes exists exports extends false final finalize finally finishedby
            finishes float for forall from function getClass global goto hashCode if implements import in
            includes init instanceof int interface long matches meets memberOf metby modify module native
            new not notify notifyAll null open opens or over overlappedby overlaps package private protected
            provides public query record requires result return reverse rule short soundslike startedby
            starts static str strictfp super switch synchronized template then this throw throws to toString
            trait transient transitive true try unit uses view void volatile wait when while window with
            yield""".split("\\s+"));

    private final Map<Characteristic<?>, String> fields = new HashMap<>();
    private final Map<Characteristic<?>, String> types = new HashMap<>();
    private final Map<Characteristic<?>, List<String>> constants = new HashMap<>();

    DrlNames(Vocabulary vocabulary) {
        Set<String> taken = new HashSet<>(TAKEN);
        Set<String> accessors = new HashSet<>(ACCESSORS);
        for (VocabularyEntry entry : vocabulary.entries()) {
            String id = entry.characteristic().id();
            // what begins with a capital may be taken for a class
            String field = RESERVED.contains(id) || Character.isUpperCase(id.charAt(0)) ? id + "_" : id;
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
        if (value instanceof Enum<?> constant && isOurs(constant)) {
            return constant.getDeclaringClass().getSimpleName();
        }
        return capitalized(characteristic.id()) + "Value";
    }

    /** Enums of others may be named like classes that the rules use. */
    private static boolean isOurs(Enum<?> constant) {
        return constant.getDeclaringClass().getPackageName().startsWith(Characteristic.class.getPackageName());
    }

    static String capitalized(String id) {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }

    private static List<String> constantNames(EnumeratedCharacteristic<?> characteristic) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (CharacteristicValue value : characteristic.values()) {
            names.add(free(
                    value instanceof Enum<?> constant && isOurs(constant) ? constant.name() : identifier(value.id()),
                    taken));
        }
        return names;
    }

    private static String identifier(String valueId) {
        String name = valueId.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
        return name.matches("[A-Z].*") ? name : "V_" + name;
    }

    private static String free(String name, Set<String> taken) {
        String candidate = name;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }
}
