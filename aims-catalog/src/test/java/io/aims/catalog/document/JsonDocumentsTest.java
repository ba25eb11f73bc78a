package io.aims.catalog.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.aims.error.AimsException;
import io.aims.error.Place;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentsTest {

    @Test
    void every_part_knows_its_place() {
        Node.Mapping root = (Node.Mapping) json("{\"id\": \"loan\",\n \"roles\": [1, {}]}");

        assertThat(root.place()).isEqualTo(new Place("a.json", 1, 1));
        assertThat(root.get("id").orElseThrow().place()).isEqualTo(new Place("a.json", 1, 8));
        assertThat(root.entries().get("roles").keyPlace()).isEqualTo(new Place("a.json", 2, 2));
        assertThat(((Node.Sequence) root.get("roles").orElseThrow())
                        .items()
                        .get(1)
                        .place())
                .isEqualTo(new Place("a.json", 2, 15));
    }

    @Test
    void a_line_of_a_larger_document_knows_its_line() {
        Node.Mapping root = (Node.Mapping) Documents.json("a.jsonl", 7, "{\"id\": \"loan\"}");

        assertThat(root.get("id").orElseThrow().place()).isEqualTo(new Place("a.jsonl", 7, 8));
        assertThatThrownBy(() -> Documents.json("a.jsonl", 7, "{\"id\" \"loan\"}"))
                .hasMessageContaining("(a.jsonl:7:");
    }

    @Test
    void values_are_kept_as_they_are_written() {
        assertThat(scalar("1e24")).isEqualTo(new Node.Scalar("1e24", false, new Place("a.json", 1, 1)));
        assertThat(scalar("0.50").text()).isEqualTo("0.50");
        assertThat(scalar("12345678901234567890123").text()).isEqualTo("12345678901234567890123");
        assertThat(scalar("true").text()).isEqualTo("true");
        assertThat(scalar("\"1\"").quoted()).isTrue();
        assertThat(scalar("1").quoted()).isFalse();
    }

    @Test
    void nothing_is_said_by_null_and_by_an_empty_document() {
        assertThat(scalar("null").isNull()).isTrue();
        assertThat(scalar("\"null\"").isNull()).isFalse();
        assertThat(scalar("\"\"").isNull()).isFalse();
        assertThat(scalar("").isNull()).isTrue();
        assertThat(scalar("  \n").isNull()).isTrue();
    }

    @Test
    void lists_and_maps_may_be_nested_64_deep() {
        assertThat(json("[".repeat(64) + "1" + "]".repeat(64))).isInstanceOf(Node.Sequence.class);
        assertFault("[".repeat(65) + "]".repeat(65), "is beyond a limit");
        assertFault("{\"a\":".repeat(65) + "1" + "}".repeat(65), "is beyond a limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[[],"})
    void twenty_thousand_levels_are_refused_at_once(String level) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> json(level.repeat(20_000)))
                        .isInstanceOf(AimsException.class)
                        .hasMessageStartingWith("AIMS-1011"));
    }

    @Test
    void a_key_must_not_stand_twice_and_every_one_is_told() {
        assertThatThrownBy(() -> json("{\"a\": 1, \"a\": 2, \"b\": {\"c\": 1, \"c\": 2}}"))
                .isInstanceOfSatisfying(
                        AimsException.class,
                        e -> assertThat(e.faults())
                                .extracting(fault -> fault.message())
                                .containsExactly(
                                        "The document (a.json:1:10) has the key (a) twice.",
                                        "The document (a.json:1:32) has the key (c) twice."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}\n{}", "1 2", "[] x"})
    void what_follows_the_end_is_refused(String text) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(AimsException.class).hasMessageStartingWith("AIMS-1011");
    }

    @Test
    void two_documents_look_like_json_lines() {
        assertFault("{}\n{}", "The document (a.json:2:1) goes on after its end.\nMaybe it is JSON Lines");
    }

    @Test
    void numbers_have_at_most_forty_characters() {
        assertThat(scalar("1".repeat(40)).text()).hasSize(40);
        assertFault("1".repeat(41), "is beyond a limit");
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertFault("1".repeat(1_000_000), "is beyond a limit"));
    }

    @Test
    void texts_have_at_most_a_hundred_thousand_characters() {
        assertThat(scalar('"' + "x".repeat(100_000) + '"').text()).hasSize(100_000);
        assertFault('"' + "x".repeat(100_001) + '"', "is beyond a limit");
    }

    @Test
    void keys_have_at_most_two_hundred_characters() {
        assertThat(json("{\"" + "k".repeat(200) + "\": 1}")).isInstanceOf(Node.Mapping.class);
        assertFault("{\"" + "k".repeat(1_000) + "\": 1}", "is beyond a limit");
    }

    @Test
    void a_document_has_at_most_half_a_million_parts() {
        assertFault("[" + "1,".repeat(500_000) + "1]", "is beyond a limit");
    }

    @Test
    void a_document_has_at_most_16_mib() {
        assertThatThrownBy(() -> Documents.json("a.json", YamlDocumentsTest.endless()))
                .hasMessageStartingWith("AIMS-1009: The document (a.json) must have at most 16777216 bytes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1",
                "{\"a\"}",
                "{a: 1}",
                "{'a': 1}",
                "[1,]",
                "{\"a\": 1,}",
                "tru",
                "NaN",
                "01",
                "+1",
                "// x\n1",
                "\"a\nb\"",
                "\"\\q\"",
                "]",
                "\u0000",
                "\"\\ud83d"
            })
    void what_is_no_json_is_refused_with_a_place(String text) {
        assertThatThrownBy(() -> json(text)).isInstanceOfSatisfying(AimsException.class, e -> {
            assertThat(e.faults()).hasSize(1);
            assertThat(e.faults().get(0).code()).isEqualTo("AIMS-1011");
            assertThat(e.faults().get(0).message())
                    .startsWith("The document (a.json:")
                    .contains(" is no JSON: ");
            assertThat(e.faults().get(0).place()).isPresent();
        });
    }

    @Test
    void bytes_that_are_not_utf_8_are_told_with_their_place() {
        byte[] latin = "{\"name\":\n \"Größe\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Documents.json("a.json", new ByteArrayInputStream(latin)))
                .hasMessageStartingWith("AIMS-1009: The document (a.json:2:5) must be UTF-8, and is not.");
    }

    @Test
    void a_byte_order_mark_is_skipped() {
        byte[] marked = "\uFEFF{\"id\": 1}".getBytes(StandardCharsets.UTF_8);

        assertThat(Documents.json("a.json", new ByteArrayInputStream(marked))).isInstanceOf(Node.Mapping.class);
    }

    @Property(tries = 500)
    void any_text_is_read_or_refused_with_faults(@ForAll("nearlyJson") String text) {
        try {
            assertThat(json(text)).isNotNull();
        } catch (AimsException e) {
            assertThat(e.faults()).isNotEmpty().allSatisfy(YamlDocumentsTest::isWellFormed);
        }
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("{}[]\",:0e.-\\u tn\n").ofMaxLength(30),
                Arbitraries.strings().ofMaxLength(30));
    }

    private static void assertFault(String text, String message) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(AimsException.class).hasMessageContaining(message);
    }

    private static Node.Scalar scalar(String text) {
        return (Node.Scalar) json(text);
    }

    private static Node json(String text) {
        return Documents.json("a.json", 1, text);
    }
}
