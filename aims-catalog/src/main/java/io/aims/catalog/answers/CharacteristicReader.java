package io.aims.catalog.answers;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
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
import io.aims.text.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * @return the characteristic, or empty, with a fault, if it cannot be made
     */
    public static Optional<VocabularyEntry> read(Node node, Faults faults) {
        Faults own = new Faults();
        Fields fields = Fields.of(node, own, CODE, "characteristic");
        String id = fields.requiredText("id");
        Tier tier = fields.requiredWord("tier", Tier.class, Tier.EXTENDED);
        CharacteristicType type = fields.requiredWord("type", CharacteristicType.class, CharacteristicType.BOOLEAN);
        List<String> values = fields.texts("values");
        Optional<Characteristic<?>> characteristic = characteristic(fields, id, type, values, own);
        String section = fields.text("section").orElse("");
        String question = fields.requiredText("question");
        String definition = fields.requiredText("definition");
        String feeds = fields.text("feeds").orElse("");
        String note = fields.text("note").orElse("");
        List<Source> sources = fields.sources();
        boolean given = fields.word("given", YesNo.class).orElse(YesNo.NO) == YesNo.YES;
        Map<String, String> meanings = new LinkedHashMap<>();
        fields.node("meanings").ifPresent(map -> {
            Fields phrases = Fields.of(map, own, CODE, "meanings of characteristic (" + Quoted.of(id) + ")");
            values.forEach(value -> phrases.text(value).ifPresent(phrase -> meanings.put(value, phrase)));
            phrases.end();
        });
        fields.end();
        faults.addAll(own.toList());
        String full = note.isEmpty() ? definition : definition + " " + note;
        return characteristic
                .filter(made -> own.isEmpty())
                .map(made -> new VocabularyEntry(made, section, tier, question, meanings, full, feeds, sources, given));
    }

    /**
     * Makes a characteristic of what was read of it.
     *
     * @param fields the entry, from which the limits of a scale are read
     * @param id its id
     * @param type its kind
     * @param values the ids of its values, none for a kind that has none or brings its own
     * @param faults receives what is wrong; if something is already, nothing is made
     * @return the characteristic, or empty, with a fault, if it cannot be made
     */
    public static Optional<Characteristic<?>> characteristic(
            Fields fields, String id, CharacteristicType type, List<String> values, Faults faults) {
        int least = 0;
        int most = 0;
        if (type == CharacteristicType.SCALE) {
            least = number(fields, "min", faults);
            most = number(fields, "max", faults);
            fields.text("descending");
        }
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(characteristic(id, type, values, least, most));
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

    private static Characteristic<?> characteristic(
            String id, CharacteristicType type, List<String> values, int least, int most) {
        return switch (type) {
            case ORDINAL -> OrdinalCharacteristic.of(id, values);
            case SET -> SetCharacteristic.of(id, values);
            case NOMINAL -> NominalCharacteristic.of(id, values);
            case BOOLEAN -> withValues(BooleanCharacteristic.of(id), values, YES_AND_NO);
            case SCALE -> withValues(ScaleCharacteristic.of(id, least, most), values, List.of());
            case DECIMAL -> withValues(DecimalCharacteristic.of(id), values, List.of());
            case DATE -> withValues(DateCharacteristic.of(id), values, List.of());
        };
    }

    /** Values of a kind that brings its own may stand there for readers, but not be others. */
    private static Characteristic<?> withValues(Characteristic<?> made, List<String> found, List<String> own) {
        if (!found.isEmpty() && !found.equals(own)) {
            throw new IllegalArgumentException("The kind " + made.type() + " has no values of one's own");
        }
        return made;
    }

    private static int number(Fields fields, String key, Faults faults) {
        String text = fields.requiredText(key);
        if (text.matches("-?[0-9]{1,6}")) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty()) {
            faults.add(
                    CODE,
                    fields.place(),
                    "The " + key + " (" + Quoted.of(text) + ") must be a whole number of at most six digits.",
                    "Maybe the value stands in the wrong line.");
        }
        return 0;
    }
}
