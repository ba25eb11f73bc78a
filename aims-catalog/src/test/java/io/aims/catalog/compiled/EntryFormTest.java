package io.aims.catalog.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.source.Source;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.CustomValue;
import io.aims.system.DateCharacteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryFormTest {

    private static final List<String> VALUES = List.of("SOME", "MORE");

    static Stream<Characteristic<?>> characteristics() {
        return Stream.of(
                OrdinalCharacteristic.of("ordinal", VALUES),
                SetCharacteristic.of("set", VALUES),
                NominalCharacteristic.of("nominal", VALUES),
                BooleanCharacteristic.of("bool"),
                ScaleCharacteristic.of("scale", 1, 9),
                DecimalCharacteristic.of("decimal"),
                DateCharacteristic.of("date"));
    }

    @ParameterizedTest
    @MethodSource("characteristics")
    void an_entry_is_read_as_it_was(Characteristic<?> characteristic) throws IOException {
        VocabularyEntry entry = entry(characteristic);

        assertThat(read(entry, Map.of())).isEqualTo(entry);
    }

    @ParameterizedTest
    @MethodSource("characteristics")
    void a_characteristic_that_is_known_is_used(Characteristic<?> characteristic) throws IOException {
        VocabularyEntry read = read(entry(characteristic), Map.of(characteristic.id(), characteristic));

        assertThat(read.characteristic()).isSameAs(characteristic);
    }

    @ParameterizedTest
    @MethodSource("characteristics")
    void a_characteristic_of_another_kind_is_refused(Characteristic<?> characteristic) {
        Characteristic<?> other = characteristic instanceof ScaleCharacteristic
                ? ScaleCharacteristic.of("scale", 1, 8)
                : ScaleCharacteristic.of(characteristic.id(), 1, 9);

        assertThatThrownBy(() -> read(entry(characteristic), Map.of(characteristic.id(), other)))
                .isInstanceOf(IOException.class)
                .hasMessage("The form was compiled with another characteristic " + characteristic.id());
    }

    @Test
    void a_characteristic_with_other_values_is_refused() {
        OrdinalCharacteristic<CustomValue> written = OrdinalCharacteristic.of("ordinal", VALUES);
        OrdinalCharacteristic<CustomValue> known = OrdinalCharacteristic.of("ordinal", List.of("SOME", "MORE", "MOST"));

        assertThatThrownBy(() -> read(entry(written), Map.of("ordinal", known)))
                .isInstanceOf(IOException.class)
                .hasMessage("The form was compiled with another characteristic ordinal");
    }

    private static VocabularyEntry entry(Characteristic<?> characteristic) {
        return new VocabularyEntry(
                characteristic,
                "section",
                Tier.CORE,
                "Is it so?",
                Map.of("MORE", "more than some"),
                "What it means",
                "what it decides",
                List.of(new Source("a source")),
                true);
    }

    private static VocabularyEntry read(VocabularyEntry entry, Map<String, Characteristic<?>> known)
            throws IOException {
        FormWriter out = new FormWriter("test/1");
        EntryForm.write(entry, out);
        FormReader in = new FormReader(new ByteArrayInputStream(out.toBytes()), "test/1");
        VocabularyEntry read = EntryForm.read(in, known);
        in.end();
        return read;
    }
}
