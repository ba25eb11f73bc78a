package io.aims.catalog.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without the parser of all of YAML is what that parser reads. */
class CommonYamlTest {

    private static final String NAME = "a.yaml";
    private static final String ALL_STYLES = """
            # A remark before everything.
            pack: acme

            about: >-
              Folded over
              two lines,

              and more.
            rules:   # a remark behind a key

              - id: A-1
                title: A plain text over
                  several

                  lines
                when: one >= TWO and (three contains FOUR)
                requires: [A.2.2, 'it''s', "two words", http://x.org/#a,
                  and one over
                  lines]
                examples:
                  fires:   [{one: TWO, three: {atLeast: FOUR}}, {}]
                  silent:
                  - one: ONE
                    "three": []
                  - - nested
                    - |
                      kept

                        as it is
                'quoted key' : 'over
                  two  lines'
              - "id": B-1
                why: |-
                  One.
                  Two.

            # A remark behind everything.
            until: 2026-11-27
            """;
    private static final List<String> PIECES = List.of(
            " ",
            "  ",
            "\n",
            "\n\n",
            ":",
            ": ",
            "- ",
            "-",
            "#",
            " #",
            ",",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            "|",
            ">",
            ">-",
            "|-",
            "?",
            "? ",
            "&a ",
            "*a",
            "!",
            "%",
            "@",
            "`",
            "~",
            "---",
            "...",
            "\\",
            "\t",
            "\r\n",
            "\u00E9",
            "\u00A0",
            "\u2028",
            "\uFEFF",
            "\uD83D\uDE00",
            "a: b",
            "- a",
            ": |\n    ",
            ": >-\n      ",
            "<<: ",
            "\n   ",
            "\n#x\n",
            "::");

    @Test
    void all_styles_are_read_as_the_parser_reads_them() {
        assertThat(CommonYaml.read(NAME, ALL_STYLES, DocumentLimits.standard())).hasValue(parsed(ALL_STYLES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalogue/iso-42001-2023", "criteria/iso-42001-criteria", "vocabulary/contradictions"})
    void the_documents_in_the_jar_are_read_as_the_parser_reads_them(String document) throws IOException {
        try (InputStream bytes = Catalogues.class.getResourceAsStream(document + ".yaml")) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(CommonYaml.read(NAME, text, DocumentLimits.standard())).hasValue(parsed(text));
        }
    }

    @Property(tries = 4_000)
    void whatever_is_read_is_what_the_parser_reads(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String text = changed(ALL_STYLES, random);
        DocumentLimits limits = random.nextInt(4) == 0
                ? new DocumentLimits(
                        1 + random.nextInt(800), 1 + random.nextInt(8), 1 + random.nextInt(60), 1 + random.nextInt(60))
                : DocumentLimits.standard();

        Optional<Node> read = CommonYaml.read(NAME, text, limits);

        read.ifPresent(root -> assertThat(root).as("%s", text).isEqualTo(new YamlNodes(NAME, limits).read(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a remark",
                "word",
                "a: &anchor b",
                "a: *alias",
                "a: !tag b",
                "a: \"\\u0041\"",
                "a:\tb",
                "a: b\r\nc: d",
                "a:\nb: c",
                "a: b: c",
                "a: b\na: c",
                "a: [b",
                "a: [b,]",
                "a: {b}",
                "a: 'b",
                "a: 'b' c",
                "a: b\n  - c: d",
                "- a\nb: c",
                "---\na: b",
                "a: b\n---\nc: d",
                "a: |2\n   b",
                "a: >\n  b\n   c\n",
                "? a\n: b",
                "a: \uD83D\uDE00"
            })
    void what_is_rare_or_wrong_is_left_to_the_parser(String text) {
        assertThat(CommonYaml.read(NAME, text, DocumentLimits.standard())).isEmpty();
    }

    @Test
    void what_is_beyond_a_limit_is_left_to_the_parser() {
        String text = "a: [b, {c: d}]";

        assertThat(CommonYaml.read(NAME, text, new DocumentLimits(14, 4, 8, 1))).isPresent();
        assertThat(CommonYaml.read(NAME, text, new DocumentLimits(13, 4, 8, 1))).isEmpty();
        assertThat(CommonYaml.read(NAME, text, new DocumentLimits(14, 2, 8, 1))).isEmpty();
        assertThat(CommonYaml.read(NAME, text, new DocumentLimits(14, 4, 6, 1))).isEmpty();
        assertThat(CommonYaml.read(NAME, "a: [bb]", new DocumentLimits(14, 4, 8, 1)))
                .isEmpty();
    }

    private static Node parsed(String text) {
        return new YamlNodes(NAME, DocumentLimits.standard()).read(text);
    }

    /** Takes some lines of a text, and spoils them. */
    private static String changed(String text, SplittableRandom random) {
        List<String> lines = text.lines().toList();
        int first = random.nextInt(lines.size());
        int last = Math.min(lines.size(), first + 1 + random.nextInt(lines.size()));
        StringBuilder changed =
                new StringBuilder(String.join("\n", lines.subList(random.nextBoolean() ? 0 : first, last))
                        .stripIndent());
        changed.append(random.nextInt(4) == 0 ? "" : "\n");
        for (int left = random.nextInt(5); left > 0; left--) {
            int at = random.nextInt(changed.length() + 1);
            int end = Math.min(changed.length(), at + random.nextInt(30));
            int lineEnd = changed.indexOf("\n", at) + 1;
            switch (random.nextInt(5)) {
                case 0 -> changed.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> changed.delete(at, end);
                case 2 -> changed.insert(random.nextInt(changed.length() + 1), changed.substring(at, end));
                case 3 -> changed.insert(lineEnd, " ".repeat(random.nextInt(6)));
                default -> changed.delete(lineEnd, Math.min(changed.length(), lineEnd + 1));
            }
        }
        return changed.toString();
    }
}
