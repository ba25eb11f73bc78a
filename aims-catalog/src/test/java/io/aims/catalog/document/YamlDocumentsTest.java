package io.aims.catalog.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentsTest {

    @Test
    void every_part_knows_its_place() {
        Node.Mapping root = (Node.Mapping) yaml("id: loan\nroles:\n  - a\n  - b: c\n");

        assertThat(root.place()).isEqualTo(new Place("a.yaml", 1, 1));
        assertThat(root.get("id").orElseThrow().place()).isEqualTo(new Place("a.yaml", 1, 5));
        assertThat(root.entries().get("roles").keyPlace()).isEqualTo(new Place("a.yaml", 2, 1));
        Node.Sequence roles = (Node.Sequence) root.get("roles").orElseThrow();
        assertThat(roles.place()).isEqualTo(new Place("a.yaml", 3, 3));
        assertThat(roles.items().get(1).place()).isEqualTo(new Place("a.yaml", 4, 5));
    }

    @Test
    void places_count_characters_and_not_their_halves() {
        Node.Mapping root = (Node.Mapping) yaml("{\"\ud83d\ude00\": x}");

        assertThat(root.get("\ud83d\ude00").orElseThrow().place().column()).isEqualTo(7);
    }

    @Test
    void keys_keep_their_order() {
        assertThat(((Node.Mapping) yaml("z: 1\na: 2\nm: 3\n")).entries().keySet())
                .containsExactly("z", "a", "m");
    }

    @Test
    void scalars_are_kept_as_they_are_written() {
        for (String text : List.of("1e24", "0x1F", "007", "yes", "2026-03-01", "12345678901234567890123", "NO")) {
            assertThat(yaml(text)).isEqualTo(new Node.Scalar(text, false, new Place("a.yaml", 1, 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a: b'", "\"a: b\"", "|-\n  a: b", ">-\n  a:\n  b"})
    void a_quoted_scalar_has_no_quotes_and_says_that_it_had(String written) {
        assertThat(yaml(written)).isInstanceOfSatisfying(Node.Scalar.class, scalar -> {
            assertThat(scalar.text()).isEqualTo("a: b");
            assertThat(scalar.quoted()).isTrue();
        });
    }

    @ParameterizedTest(name = "{0} says nothing: {1}")
    @CsvSource({"~, true", "null, true", "'''null''', false", "''''''  , false", "none, false", "NULL, false"})
    void nothing_is_said_by_what_is_empty_or_null(String written, boolean nothing) {
        assertThat(yaml(written))
                .isInstanceOfSatisfying(
                        Node.Scalar.class, scalar -> assertThat(scalar.isNull()).isEqualTo(nothing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "# only a comment\n", "---\n", "\uFEFF"})
    void an_empty_document_says_nothing(String text) {
        assertThat(Documents.yaml("a.yaml", bytes(text, StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Node.Scalar.class, scalar -> assertThat(scalar.isNull()).isTrue());
    }

    @Test
    void a_byte_order_mark_is_skipped() {
        Node.Mapping root = (Node.Mapping) Documents.yaml("a.yaml", bytes("\uFEFFid: loan\n", StandardCharsets.UTF_8));

        assertThat(root.get("id")).isPresent();
        assertThat(root.entries().get("id").keyPlace()).isEqualTo(new Place("a.yaml", 1, 1));
    }

    @Test
    void lists_and_maps_may_be_nested_64_deep() {
        assertThat(yaml("[".repeat(64) + "x" + "]".repeat(64))).isInstanceOf(Node.Sequence.class);
        assertFault("[".repeat(65) + "]".repeat(65), "(a.yaml:1:65) is nested deeper than 64 levels");
        assertFault("{a: ".repeat(65) + "x" + "}".repeat(65), "is nested deeper than 64 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "- ", "? ", "[[a],", "{a: "})
    void twenty_thousand_levels_are_refused_at_once(String level) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> yaml(level.repeat(20_000))).isInstanceOf(AimsException.class));
    }

    @Test
    void an_anchor_is_refused() {
        assertFault("a: &x 1\n", "The document (a.yaml:1:4) has an anchor (&).");
    }

    @Test
    void an_alias_is_refused() {
        assertFault("a: *x\n", "The document (a.yaml:1:4) uses an alias (*).");
    }

    @Test
    void a_bomb_of_aliases_is_refused_and_never_built() {
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\n";

        assertThatThrownBy(() -> yaml(bomb)).hasMessageContaining("anchor").hasMessageContaining("alias");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: !!str 1\n", "a: !java/object 1\n", "a: !x [1]\n", "a: !x {b: c}\n", "!x a: b\n", "a: ! b"})
    void a_tag_is_refused(String text) {
        assertThatThrownBy(() -> yaml(text)).isInstanceOf(AimsException.class).hasMessageContaining("has a tag (");
    }

    @Test
    void a_merge_key_is_a_key_like_any_other() {
        assertThat(((Node.Mapping) yaml("<<: {a: 1}\n")).entries()).containsOnlyKeys("<<");
    }

    @Test
    void a_key_must_not_stand_twice() {
        assertFault("a: 1\nb: 2\na: 3\n", "The document (a.yaml:3:1) has the key (a) twice.");
        assertFault("a: 1\n\"a\": 3\n", "The document (a.yaml:2:1) has the key (a) twice.");
    }

    @Test
    void a_key_is_a_text() {
        assertFault("[a, b]: 1\n", "The document (a.yaml:1:1) has a key that is no text.");
        assertFault("? {a: b}\n: 1\n", "has a key that is no text.");
    }

    @Test
    void a_second_document_is_refused() {
        assertFault("a: 1\n---\nb: 2\n", "The document (a.yaml:2:1) holds a second document.");
    }

    @Test
    void everything_refused_is_told_at_once_and_in_order() {
        AimsException e = refusal("a: &x 1\na: 2\nb: *x\nc: !t 1\n---\nd: 1\n");

        assertThat(e.faults())
                .extracting(fault -> fault.code() + " " + fault.place().orElseThrow())
                .containsExactly(
                        "AIMS-1010 a.yaml:1:4",
                        "AIMS-1010 a.yaml:2:1",
                        "AIMS-1010 a.yaml:3:4",
                        "AIMS-1010 a.yaml:4:4",
                        "AIMS-1010 a.yaml:5:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 'b",
                "a: \"b",
                "a: [b",
                "a: {b",
                "a: b: c",
                "a:\n\tb: c",
                "\ta: b",
                "- a\nb: c",
                "a: @b",
                "a: `b",
                "%YAML 3.0\n---\na: b",
                "a: \"\\q\"",
                "]",
                "}",
                "a: b\n- c"
            })
    void what_is_no_yaml_is_refused_with_a_place(String text) {
        AimsException e = refusal(text);

        assertThat(e.faults()).hasSize(1);
        assertThat(e.faults().get(0).code()).isEqualTo("AIMS-1010");
        assertThat(e.faults().get(0).message())
                .startsWith("The document (a.yaml:")
                .contains(" is no YAML: ");
        assertThat(e.faults().get(0).place()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001b", "\ufffe"})
    void a_character_that_yaml_does_not_allow_is_told_with_its_place(String character) {
        AimsException e = refusal("id: loan\nname: \ud83d\ude00x" + character + "y\n");

        assertThat(e.faults()).hasSize(1);
        assertThat(e.faults().get(0).message())
                .isEqualTo("The document (a.yaml:2:9) holds a character (" + io.aims.text.Quoted.of(character)
                        + ") that YAML does not allow.");
    }

    @Test
    void bytes_that_are_not_utf_8_are_told_with_their_place() {
        byte[] latin = "id: loan\nname: Größe\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Documents.yaml("a.yaml", new ByteArrayInputStream(latin)))
                .hasMessage("AIMS-1009: The document (a.yaml:2:9) must be UTF-8, and is not.\n"
                        + "Maybe save it again with the encoding UTF-8.");
    }

    @Test
    void a_place_counts_what_stands_before_the_wrong_bytes_in_characters() {
        byte[] good = "é: ".getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(good, good.length + 1);
        all[good.length] = (byte) 0xFF;

        assertThatThrownBy(() -> Documents.yaml("a.yaml", new ByteArrayInputStream(all)))
                .hasMessageContaining("(a.yaml:1:4)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void other_encodings_are_refused(String encoding) {
        assertThatThrownBy(() -> Documents.yaml("a.yaml", bytes("id: loan\n", Charset.forName(encoding))))
                .isInstanceOf(AimsException.class);
    }

    @Test
    void a_document_has_at_most_16_mib() {
        assertThatThrownBy(() -> Documents.yaml("a.yaml", endless()))
                .hasMessage("AIMS-1009: The document (a.yaml) must have at most 16777216 bytes.\n"
                        + "Maybe split it. Systems may be written as JSON Lines, one a line: that has no limit.");
    }

    @Test
    void a_document_has_at_most_half_a_million_parts() {
        assertFault("[" + "1,".repeat(500_000) + "]", "has more than 500000 parts");
    }

    @Test
    void a_stream_that_breaks_is_told_to_the_caller() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        };

        assertThatThrownBy(() -> Documents.yaml("a.yaml", broken)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void foreign_text_in_messages_is_cut_and_escaped() {
        String key = "\"\\u202E" + "k".repeat(100) + "\"";

        assertThat(refusal(key + ": 1\n" + key + ": 2\n").getMessage())
                .contains("(\\u202e" + "k".repeat(59) + "...)")
                .doesNotContain("\u202e");
    }

    @Property(tries = 500)
    void any_text_is_read_or_refused_with_faults(@ForAll("nearlyYaml") String text) {
        try {
            assertThat(yaml(text)).isNotNull();
        } catch (AimsException e) {
            assertThat(e.faults()).isNotEmpty().allSatisfy(YamlDocumentsTest::isWellFormed);
        }
    }

    @Provide
    Arbitrary<String> nearlyYaml() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("ab: -\n\t[]{},'\"#&*!|>%@`?~\\0")
                        .ofMaxLength(40),
                Arbitraries.strings().ofMaxLength(40));
    }

    static void isWellFormed(Fault fault) {
        assertThat(fault.code()).matches("AIMS-10(09|10|11)");
        assertThat(fault.place()).isPresent();
        assertThat(fault.message()).endsWith(".").doesNotContain("\n");
        assertThat(fault.advice()).endsWith(".");
    }

    private static void assertFault(String text, String message) {
        assertThatThrownBy(() -> yaml(text)).isInstanceOf(AimsException.class).hasMessageContaining(message);
    }

    private static AimsException refusal(String text) {
        return catchThrowableOfType(AimsException.class, () -> yaml(text));
    }

    private static Node yaml(String text) {
        return Documents.yaml("a.yaml", text);
    }

    private static InputStream bytes(String text, Charset encoding) {
        return new ByteArrayInputStream(text.getBytes(encoding));
    }

    static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                java.util.Arrays.fill(buffer, offset, offset + length, (byte) 'x');
                return length;
            }
        };
    }
}
