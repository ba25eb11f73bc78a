package io.aims.catalog.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Node;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.source.Source;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CharacteristicReaderTest {

    private static final String WORDS = "tier: CORE, question: What?, definition: Meaning., sources: [Acme]";

    private final Faults faults = new Faults();

    static List<Arguments> kinds() {
        List<String> values = List.of("LOW", "HIGH");
        return List.of(
                Arguments.of("type: ORDINAL, values: [LOW, HIGH]", OrdinalCharacteristic.of("acme", values)),
                Arguments.of("type: SET, values: [LOW, HIGH]", SetCharacteristic.of("acme", values)),
                Arguments.of("type: NOMINAL, values: [LOW, HIGH]", NominalCharacteristic.of("acme", values)),
                Arguments.of("type: BOOLEAN", BooleanCharacteristic.of("acme")),
                Arguments.of("type: BOOLEAN, values: [NO, YES]", BooleanCharacteristic.of("acme")),
                Arguments.of("type: SCALE, min: -1, max: 5", ScaleCharacteristic.of("acme", -1, 5)),
                Arguments.of("type: SCALE, min: 1, max: 9, descending: true", ScaleCharacteristic.of("acme", 1, 9)),
                Arguments.of("type: DECIMAL", DecimalCharacteristic.of("acme")),
                Arguments.of("type: DATE", DateCharacteristic.of("acme")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void a_vendor_adds_characteristics_of_every_kind(String kind, Characteristic<?> characteristic) {
        assertThat(read("{id: acme, " + kind + ", " + WORDS + "}").map(VocabularyEntry::characteristic))
                .contains(characteristic);
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'', false", "'given: NO,', false", "'given: YES,', true"})
    void a_characteristic_may_be_a_fact_that_nobody_chooses(String given, boolean expected) {
        assertThat(read("{id: acme, type: BOOLEAN, " + given + WORDS + "}").map(VocabularyEntry::given))
                .contains(expected);
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void its_words_are_read_with_it() {
        VocabularyEntry entry = read("""
                        id: acmeTrust
                        section: supply
                        tier: EU_MODULE
                        type: ORDINAL
                        values: [LOW, HIGH]
                        question: How far?
                        definition: Meaning.
                        note: A remark.
                        meanings: {HIGH: Very far.}
                        feeds: C.3.1
                        sources: [Acme 1, Acme 2]
                        """).orElseThrow();

        assertThat(entry.section()).isEqualTo("supply");
        assertThat(entry.tier()).isEqualTo(Tier.EU_MODULE);
        assertThat(entry.question()).isEqualTo("How far?");
        assertThat(entry.definition()).isEqualTo("Meaning. A remark.");
        assertThat(entry.meanings()).isEqualTo(Map.of("HIGH", "Very far."));
        assertThat(entry.feeds()).isEqualTo("C.3.1");
        assertThat(entry.sources()).containsExactly(new Source("Acme 1"), new Source("Acme 2"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id: ac-me, type: BOOLEAN | 1:1 | cannot be made: A characteristic id is a letter",
                "id: acme, type: ORDINAL | 1:1 | must have 1 to 63 values, not 0",
                "id: acme, type: SCALE, min: 3, max: 3 | 1:33 | ends at 3, not above its beginning at 3",
                "id: acme, type: SCALE, max: 3 | 1:1 | has no min",
                "id: acme, type: SCALE, min: 1 | 1:1 | has no max",
                "id: acme, type: SCALE, min: one, max: 3 | 1:30 | has the min (one), which must be a whole number",
                "id: acme, type: SCALE, min: 1, max: 12345678 | 1:38 | must be a whole number of at most six digits",
                "id: acme, type: BOOL | 1:18 | The type (BOOL) of characteristic (acme",
                "id: acme | 1:1 | has no type",
                "type: BOOLEAN | 1:1 | has no id",
                "id: acme, type: SET, values: A | 1:31 | must be a list, not a value"
            })
    void what_cannot_be_made_is_told(String fields, String place, String message) {
        assertThat(read("{" + fields + ", " + WORDS + "}")).isEmpty();
        assertOneFault(place, message);
    }

    /** Whoever reads the characteristic is not told that it does not exist. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id: acme, type: SET, values: [A, B, A] | 1:38 | has the value (A) twice",
                "id: acme, type: SET, values: [A, B C] | 1:35 | has the value (B C), which no condition can write",
                "id: acme, type: ORDINAL, values: [A] | 1:27 | has one value only (A)",
                "id: acme, type: NOMINAL, values: [A] | 1:27 | has one value only (A)",
                "id: acme, type: ORDINAL, values: [A, B], min: 1 | 1:43 | has a field (min) that is not known",
                "id: acme, type: BOOLEAN, values: [A] | 1:27 | is a BOOLEAN, which has no values of its own",
                "id: acme, type: DECIMAL, values: [A] | 1:27 | is a DECIMAL, which has no values of its own",
                "id: acme, type: DATE, values: [A] | 1:24 | is a DATE, which has no values of its own",
                "id: acme, type: SCALE, min: 1, max: 9, values: [A] | 1:41 | is a SCALE, which has no values of its own",
                "id: acme, type: SET, values: [A], meanings: {B: b} | 1:47 | has a field (B) that is not known"
            })
    void what_is_made_all_the_same_is_told(String fields, String place, String message) {
        assertThat(read("{" + fields + ", " + WORDS + "}")).isPresent();
        assertOneFault(place, message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "question: '\"\"' | says nothing",
                "question: '\"\\_ \"' | says nothing",
                "question: '\"Who\\nis it?\"' | holds the character (\\n)",
                "definition: '\"Who \\u202E is it?\"' | holds the character (\\u202e)",
                "definition: '\"\\e[31mred\"' | holds the character (\\u001b)",
                "note: '\"so\\u00ADft\"' | holds the character (\\u00ad)"
            })
    void words_that_are_not_what_they_seem_are_told(String field, String message) {
        String key = field.substring(0, field.indexOf(':'));
        String words = ("{id: acme, type: BOOLEAN, " + WORDS + ", note: Fine.}")
                .replaceAll(key + ": [^,}]*", Matcher.quoteReplacement(field.replace("'", "")));

        assertThat(read(words)).isPresent();
        assertOneFault("1:" + (words.indexOf(key + ":") + 1), "The " + key + " of characteristic (acme, a.yaml:1:");
        assertThat(faults.toList().get(0).message()).contains(message);
    }

    private void assertOneFault(String place, String message) {
        assertThat(faults.toList()).singleElement().satisfies(fault -> {
            assertThat(fault.message()).contains(message);
            assertThat(fault.code()).isEqualTo("AIMS-2020");
            assertThat(fault.place()).hasToString("Optional[a.yaml:" + place + "]");
        });
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThat(read("{id: acme, tier: CORE, type: SET, sources: []}")).isEmpty();
        assertThat(faults.toList())
                .extracting(Fault::message)
                .containsExactly(
                        "The characteristic (acme, a.yaml:1:1) cannot be made: Characteristic acme must have 1 to 63"
                                + " values, not 0.",
                        "The characteristic (acme, a.yaml:1:1) has no question.",
                        "The characteristic (acme, a.yaml:1:1) has no definition.",
                        "The characteristic (acme, a.yaml:1:44) has no source.");
    }

    @Test
    void what_is_no_map_is_told() {
        assertThat(read("acme")).isEmpty();
        assertThat(faults.toList()).hasSize(1);
    }

    private Optional<VocabularyEntry> read(String yaml) {
        Node node = Documents.yaml("a.yaml", yaml);
        return CharacteristicReader.read(node, faults);
    }
}
