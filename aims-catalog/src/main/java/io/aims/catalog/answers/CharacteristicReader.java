package io.aims.catalog.answers;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.source.Source;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicType;
import io.aims.system.DateCharacteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import io.aims.system.YesNo;
import io.aims.text.IdForm;
import io.aims.text.Quoted;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a characteristic as vocabularies and packs write it. Thread-safe.
 *
 * @since 0.1
 */
public final class CharacteristicReader {

    private static final String CODE = "AIMS-2020";
    private static final List<String> YES_AND_NO = List.of("NO", "YES");

    private CharacteristicReader() {}

    /**
     * Reads one characteristic with its words.
     *
     * @param node the entry of a vocabulary or pack
     * @param faults receives what is wrong
     * @return the characteristic, or empty, with a fault, if it cannot be made; with a fault, if only its words are wrong
     */
    public static Optional<VocabularyEntry> read(Node node, Faults faults) {
        Fields fields = Fields.entry(node, faults, CODE, "characteristic");
        String id = fields.requiredText("id");
        Tier tier = fields.requiredWord("tier", Tier.class, Tier.EXTENDED);
        Optional<CharacteristicType> type =
                fields.requiredNode("type").flatMap(word -> fields.word("type", CharacteristicType.class));
        List<String> values = fields.texts("values");
        Optional<Characteristic<?>> characteristic =
                type.flatMap(kind -> characteristic(fields, id, kind, values, faults));
        String section = fields.text("section").orElse("");
        String question = fields.requiredLine("question");
        String definition = fields.requiredProse("definition");
        String feeds = fields.prose("feeds").orElse("");
        String note = fields.prose("note").orElse("");
        List<Source> sources = fields.sources();
        boolean given = fields.word("given", YesNo.class).orElse(YesNo.NO) == YesNo.YES;
        Map<String, String> meanings = new LinkedHashMap<>();
        fields.node("meanings").ifPresent(map -> {
            Fields phrases = Fields.of(map, faults, CODE, "map of meanings of characteristic (" + Quoted.of(id) + ")");
            values.forEach(value -> phrases.prose(value).ifPresent(phrase -> meanings.put(value, phrase)));
            phrases.end();
        });
        fields.end();
        String full = note.isEmpty() ? definition : definition + " " + note;
        return characteristic.map(
                made -> new VocabularyEntry(made, section, tier, question, meanings, full, feeds, sources, given));
    }

    /**
     * Makes a characteristic of what was read of it.
     *
     * @param fields the entry, from which the limits of a scale are read
     * @param id its id
     * @param type its kind
     * @param values the ids of its values, none for a kind that has none or brings its own
     * @param faults receives what is wrong
     * @return the characteristic, with a fault if it should be another one; or empty, with a fault, if it cannot be made
     */
    public static Optional<Characteristic<?>> characteristic(
            Fields fields, String id, CharacteristicType type, List<String> values, Faults faults) {
        Optional<Integer> least = Optional.of(0);
        Optional<Integer> most = Optional.of(1);
        if (type == CharacteristicType.SCALE) {
            least = number(fields, id, "min", faults);
            most = number(fields, id, "max", faults);
            fields.text("descending");
            if (least.isPresent() && most.isPresent() && least.get() >= most.get()) {
                Place place = fields.keyPlace("max");
                wrong(
                        id,
                        place,
                        "ends at " + most.get() + ", not above its beginning at " + least.get(),
                        "Maybe min and max were exchanged.",
                        faults);
                return Optional.empty();
            }
        }
        boolean toldAlready = fields.node("id").isEmpty()
                || takesValues(type)
                        && fields.node("values")
                                .filter(list -> !(list instanceof Node.Sequence))
                                .isPresent();
        if (toldAlready || least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        List<String> usable = usable(fields, id, type, values, faults);
        try {
            return Optional.of(characteristic(id, type, usable, least.get(), most.get()));
        } catch (IllegalArgumentException e) {
            faults.add(
                    CODE,
                    fields.place(),
                    "The characteristic (" + Quoted.of(id) + ", " + fields.place() + ") cannot be made: "
                            + e.getMessage() + ".",
                    "Maybe compare it with an entry of the vocabulary of AIMS.");
            return Optional.empty();
        }
    }

    /** Leaves out what is told here, so that what reads the characteristic is not found wrong as well. */
    private static List<String> usable(
            Fields fields, String id, CharacteristicType type, List<String> values, Faults faults) {
        Place list = fields.keyPlace("values");
        if (!takesValues(type)) {
            boolean forReaders = type == CharacteristicType.BOOLEAN && values.equals(YES_AND_NO);
            if (!values.isEmpty() && !forReaders) {
                wrong(
                        id,
                        list,
                        "is a " + type + ", which has no values of its own",
                        "Maybe leave them out, or make it an ORDINAL, a NOMINAL or a SET.",
                        faults);
            }
            return List.of();
        }
        Set<String> usable = new LinkedHashSet<>();
        for (Node.Scalar value : scalars(fields.node("values"))) {
            if (!IdForm.matches(value.text())) {
                wrong(
                        id,
                        value.place(),
                        "has the value (" + Quoted.of(value.text()) + "), which no condition can write",
                        "Write letters, digits, dots, hyphens and underscores, for example SMALL_TALK.",
                        faults);
            }
            if (!usable.add(value.text())) {
                wrong(
                        id,
                        value.place(),
                        "has the value (" + Quoted.of(value.text()) + ") twice",
                        "Maybe one of the two is another value.",
                        faults);
            }
        }
        if (usable.size() == 1 && type != CharacteristicType.SET) {
            wrong(
                    id,
                    list,
                    "has one value only (" + Quoted.of(usable.iterator().next()) + "), so that there is nothing to ask",
                    "Maybe a value is missing, or make it a BOOLEAN.",
                    faults);
        }
        return List.copyOf(usable);
    }

    private static List<Node.Scalar> scalars(Optional<Node> values) {
        return values.isPresent() && values.get() instanceof Node.Sequence list
                ? list.items().stream()
                        .filter(Node.Scalar.class::isInstance)
                        .map(Node.Scalar.class::cast)
                        .toList()
                : List.of();
    }

    private static boolean takesValues(CharacteristicType type) {
        return type == CharacteristicType.ORDINAL
                || type == CharacteristicType.NOMINAL
                || type == CharacteristicType.SET;
    }

    private static Characteristic<?> characteristic(
            String id, CharacteristicType type, List<String> values, int least, int most) {
        return switch (type) {
            case ORDINAL -> OrdinalCharacteristic.of(id, values);
            case SET -> SetCharacteristic.of(id, values);
            case NOMINAL -> NominalCharacteristic.of(id, values);
            case BOOLEAN -> BooleanCharacteristic.of(id);
            case SCALE -> ScaleCharacteristic.of(id, least, most);
            case DECIMAL -> DecimalCharacteristic.of(id);
            case DATE -> DateCharacteristic.of(id);
        };
    }

    private static Optional<Integer> number(Fields fields, String id, String key, Faults faults) {
        String text = fields.requiredText(key);
        if (text.matches("-?[0-9]{1,6}")) {
            return Optional.of(Integer.valueOf(text));
        }
        if (!text.isEmpty()) {
            wrong(
                    id,
                    fields.valuePlace(key),
                    "has the " + key + " (" + Quoted.of(text) + "), which must be a whole number of at most six digits",
                    "Maybe the value stands in the wrong line.",
                    faults);
        }
        return Optional.empty();
    }

    private static void wrong(String id, Place place, String what, String advice, Faults faults) {
        faults.add(CODE, place, "The characteristic (" + Quoted.of(id) + ", " + place + ") " + what + ".", advice);
    }
}
