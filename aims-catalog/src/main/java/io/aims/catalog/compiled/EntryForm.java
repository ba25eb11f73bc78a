package io.aims.catalog.compiled;

import io.aims.source.Source;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicType;
import io.aims.system.DateCharacteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A characteristic with its words in a compiled form. It stands there with its kind and values, so that a form compiled with
 * other characteristics is refused, never misread. Thread-safe.
 *
 * @since 0.1
 */
public final class EntryForm {

    private static final List<CharacteristicType> TYPES = List.of(CharacteristicType.values());
    private static final List<Tier> TIERS = List.of(Tier.values());

    private EntryForm() {}

    /**
     * Writes a characteristic with its words.
     *
     * @param entry the characteristic
     * @param out receives it
     */
    public static void write(VocabularyEntry entry, FormWriter out) {
        write(entry.characteristic(), out);
        out.text(entry.section())
                .word(entry.tier())
                .text(entry.question())
                .pairs(entry.meanings())
                .text(entry.definition())
                .text(entry.feeds())
                .sources(entry.sources())
                .flag(entry.given());
    }

    private static void write(Characteristic<?> characteristic, FormWriter out) {
        out.text(characteristic.id()).word(characteristic.type());
        if (characteristic instanceof ScaleCharacteristic scale) {
            out.number(scale.least()).number(scale.most());
        } else if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
            out.texts(enumerated.valueIds());
        }
    }

    /**
     * Reads a characteristic with its words.
     *
     * @param in the form
     * @param known characteristics by their ids, to be used instead of new ones where they are the same
     * @return the characteristic
     * @throws IOException if it is not there, or differs from the one known by its id
     */
    public static VocabularyEntry read(FormReader in, Map<String, ? extends Characteristic<?>> known)
            throws IOException {
        Characteristic<?> characteristic = characteristic(in, known);
        String section = in.text();
        Tier tier = in.word(TIERS);
        String question = in.text();
        Map<String, String> meanings = in.pairs();
        String definition = in.text();
        String feeds = in.text();
        List<Source> sources = in.sources();
        return new VocabularyEntry(
                characteristic, section, tier, question, meanings, definition, feeds, sources, in.flag());
    }

    private static Characteristic<?> characteristic(FormReader in, Map<String, ? extends Characteristic<?>> known)
            throws IOException {
        String id = in.text();
        CharacteristicType type = in.word(TYPES);
        Characteristic<?> same = known.get(id);
        if (type == CharacteristicType.SCALE) {
            int least = in.number();
            int most = in.number();
            if (same == null) {
                return ScaleCharacteristic.of(id, least, most);
            }
            boolean equal = same instanceof ScaleCharacteristic scale && scale.least() == least && scale.most() == most;
            return checked(same, equal);
        }
        if (type == CharacteristicType.DECIMAL || type == CharacteristicType.DATE) {
            if (same == null) {
                return type == CharacteristicType.DATE ? DateCharacteristic.of(id) : DecimalCharacteristic.of(id);
            }
            return checked(same, same.type() == type);
        }
        List<String> values = in.texts();
        if (same == null) {
            return enumerated(id, type, values);
        }
        boolean equal = same.type() == type
                && same instanceof EnumeratedCharacteristic<?> enumerated
                && enumerated.valueIds().equals(values);
        return checked(same, equal);
    }

    private static Characteristic<?> enumerated(String id, CharacteristicType type, List<String> values) {
        return switch (type) {
            case ORDINAL -> OrdinalCharacteristic.of(id, values);
            case SET -> SetCharacteristic.of(id, values);
            case NOMINAL -> NominalCharacteristic.of(id, values);
            default -> BooleanCharacteristic.of(id);
        };
    }

    private static Characteristic<?> checked(Characteristic<?> known, boolean equal) throws IOException {
        if (!equal) {
            throw new IOException("The form was compiled with another characteristic " + known.id());
        }
        return known;
    }
}
