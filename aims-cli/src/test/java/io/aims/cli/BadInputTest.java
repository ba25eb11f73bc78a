package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {

    private static final Pattern FAULT = Pattern.compile("AIMS-[0-9]{4}: [^\n]+\n[A-Z][^\n]+\\.\n");

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Run refused(String... args) {
        Run run = Run.of(args);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsPattern(FAULT).doesNotContain("\tat ", "Exception", "java.");
        return run;
    }

    private static void refused(Path file, String code, String... told) {
        Run run = refused("evaluate", file.toString());
        assertThat(run.err())
                .contains(code + ": ")
                .satisfies(err -> List.of(told).forEach(word -> assertThat(err).contains(word)))
                .endsWith("aims: 0 systems read, 1 could not be\n");
    }

    @Test
    void yaml_that_is_none_is_refused_with_its_place() throws IOException {
        refused(file("wrong.yaml", "id: a\nname: [never closed\n"), "AIMS-1010", "wrong.yaml:3:1");
        refused(file("tabs.yaml", "id: a\ncharacteristics:\n\tprofiling: YES\n"), "AIMS-1010", "tabs.yaml:3:1");
    }

    @Test
    void json_that_is_none_is_refused_with_its_place() throws IOException {
        refused(file("wrong.json", "{\"id\": \"a\",\n \"name\": }"), "AIMS-1011", "wrong.json:2:");
        refused(file("two.json", "{\"id\": \"a\"}\n{\"id\": \"b\"}"), "AIMS-1011", "goes on after its end", ".jsonl");
    }

    @Test
    void text_in_another_encoding_is_refused() throws IOException {
        Path utf16 = Files.write(folder.resolve("wide.yaml"), "id: a\n".getBytes(StandardCharsets.UTF_16));
        Path latin1 = Files.write(folder.resolve("latin.yaml"), "id: Büro\n".getBytes(StandardCharsets.ISO_8859_1));

        refused(utf16, "AIMS-1009", "must be UTF-8");
        refused(latin1, "AIMS-1009", "latin.yaml:1:6");
    }

    @Test
    void keys_that_stand_twice_are_refused() throws IOException {
        refused(file("twice.yaml", "id: a\nname: x\nname: y\n"), "AIMS-1010", "twice.yaml:3:1", "(name)");
        refused(file("twice.json", "{\"id\": \"a\", \"id\": \"b\"}"), "AIMS-1011", "(id)");
        refused(
                file("deep.yaml", "id: a\ncharacteristics:\n  profiling: YES\n  profiling: NO\n"),
                "AIMS-1010",
                "deep.yaml:4:3");
    }

    @Test
    void anchors_aliases_tags_and_further_documents_are_refused() throws IOException {
        refused(file("anchor.yaml", "id: &a x\nname: *a\n"), "AIMS-1010", "anchor.yaml:1:5", "anchor.yaml:2:7");
        refused(file("tag.yaml", "id: !!set x\n"), "AIMS-1010", "tag.yaml:1:5");
        refused(file("documents.yaml", "id: a\n---\nid: b\n"), "AIMS-1010", "second document");
    }

    @Test
    void twenty_thousand_brackets_are_refused_at_once() throws IOException {
        String brackets = "[".repeat(20_000);
        long start = System.nanoTime();

        refused(file("deep.yaml", "id: a\nname: " + brackets), "AIMS-1010", "deeper than 64");
        refused(file("deep.json", "{\"id\": " + brackets), "AIMS-1011", "beyond a limit");
        refused(file("deep.jsonl", brackets + "\n"), "AIMS-1011", "beyond a limit");
        refused(file("maps.yaml", "{a: ".repeat(20_000)), "AIMS-1010", "deeper than 64");

        assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(60);
    }

    @Test
    void words_that_are_not_known_are_told_with_the_nearest_right_ones() throws IOException {
        refused(
                file("words.yaml", """
                    id: loan
                    characteristics:
                      automatonLevel: ASSISTANCE
                      decisionRole: sole
                      technologyReadinessLevel: 12
                    controls:
                      A.9.7: IMPLEMENTED
                    """),
                "AIMS-1004",
                "words.yaml:3:3",
                "Maybe you meant (automationLevel).",
                "words.yaml:4:17",
                "(sole)",
                "Maybe you meant (SOLE).",
                "words.yaml:5:29",
                "1 to 9",
                "AIMS-1021",
                "words.yaml:7:3",
                "Maybe you meant (A.9.2).");
    }

    @Test
    void nothing_to_evaluate_is_refused() throws IOException {
        refused(file("empty.yaml", ""), "AIMS-1024", "empty.yaml:1:1");
        refused(file("blank.jsonl", "\n\n"), "AIMS-1024");
        refused(Files.createDirectory(folder.resolve("nothing")), "AIMS-1024", "nothing", ".jsonl");
        refused(folder.resolve("absent.yaml"), "AIMS-1025", "absent.yaml", "is not there");
        assertThat(refused("evaluate", "-").err()).contains("AIMS-1024", "stdin:1:1");
        assertThat(refused("evaluate", "a\0b").err()).contains("AIMS-1025", "a\\u0000b");
    }

    @Test
    void a_folder_that_may_not_be_read_is_refused() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeFalse(Files.isReadable(closed), "who runs this may read everything");
            refused(closed, "AIMS-1025", "closed", "permission");
        } finally {
            Files.setPosixFilePermissions(closed, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_byte_order_mark_is_no_fault() throws IOException {
        Run run = Run.of("evaluate", file("mark.yaml", "\uFEFFid: a\n").toString());

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_other_systems_of_a_batch_are_evaluated_and_the_summary_counts_what_failed() throws IOException {
        file("a.yaml", "id: a\n");
        file("b.yaml", "id: b\ncharacteristics: {profiling: maybe}\n");
        file("c.jsonl", "{\"id\": \"c1\"}\n{\"id\": \"c2\"\n{\"id\": \"c3\"}\n");
        file("d.json", "[{\"id\": \"d1\"}, {\"name\": \"d2\"}]");

        Run lines = Run.of("evaluate", folder.toString(), "--format", "jsonl");

        assertThat(lines.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(lines.out().lines().map(BadInputTest::id)).containsExactly("a", "c1", "c3", "d1");
        assertThat(lines.err())
                .contains("b.yaml:2:30", "c.jsonl:2:", "d.json:1:16")
                .endsWith("aims: 4 systems read, 3 could not be\n");

        Run list = Run.of("evaluate", folder.toString(), "--format", "json");

        assertThat(list.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(Json.read(list.out()).findValuesAsText("aims")).hasSize(4);
        assertThat(Json.read(list.out()).isArray()).isTrue();
    }

    @Test
    void a_system_that_cannot_be_read_leaves_no_part_of_a_document() throws IOException {
        String wrong = file("wrong.yaml", "id: a\nowner: x\n").toString();
        String right = file("right.yaml", "id: b\n").toString();

        for (String format : List.of("text", "json", "jsonl")) {
            assertThat(refused("evaluate", wrong, "--format", format).out()).isEmpty();
        }
        Run both = Run.of("evaluate", wrong, right, "--format", "json");
        assertThat(Json.read(both.out()).isArray()).isTrue();
        assertThat(Json.read(both.out())).hasSize(1);
        assertThat(Json.read(
                        Run.of("evaluate", wrong, wrong, "--format", "json").out()))
                .isEmpty();
    }

    @Test
    void an_id_that_stands_twice_is_told_and_both_systems_are_evaluated() throws IOException {
        Run run = Run.of(
                "evaluate",
                file("twice.jsonl", "{\"id\": \"a\"}\n{\"id\": \"a\"}\n").toString(),
                "-f",
                "jsonl");

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).contains("AIMS-5014", "twice.jsonl:2:1");
    }

    @Test
    void a_wrong_inventory_writes_nothing() throws IOException {
        assertThat(refused("import", "--mapping", "federal-2042", "x.csv").err())
                .contains("Maybe you meant (federal-2024).");
        assertThat(refused(
                                "import",
                                "--mapping",
                                "federal-2024",
                                folder.resolve("absent.csv").toString())
                        .err())
                .contains("AIMS-5015", "is not there");
        refused("import", "--mapping", "federal-2024", folder.toString());
        refused(
                "import",
                "--mapping",
                "federal-2024",
                file("other.csv", "a,b\n1,2\n").toString());
        refused("import", "--mapping", file("wrong.yaml", "mapping: [\n").toString(), "x.csv");
    }

    @Test
    void a_wrong_pack_is_refused_with_its_faults() throws IOException {
        file("pack.yaml", "pack: own\nversion: 1\n");

        assertThat(refused("pack", "test", folder.toString()).err()).contains("pack.yaml");
        refused("evaluate", "--pack", folder.toString(), "x.yaml");
    }

    @Test
    void wrong_usage_is_told_with_the_way_out() {
        assertThat(refused("evalute").err()).contains("(evalute)", "Maybe you meant (evaluate).");
        assertThat(refused("evaluate").err()).contains("FILE", "Run aims evaluate --help");
        assertThat(refused("evaluate", "x", "--formt", "json").err())
                .contains("There is no option (--formt)", "Maybe you meant (--format).");
        assertThat(refused("evaluate", "x", "--format", "xml").err())
                .contains("one of text, json, jsonl, csv, not (xml)");
        assertThat(refused("evaluate", "x", "--as-of", "2026-02-30").err()).contains("(2026-02-30)");
        assertThat(refused("evaluate", "x", "--fail-on", "HIG").err()).contains("Maybe you meant (HIGH).");
        assertThat(refused("catalog", "automatonLevel").err()).contains("Maybe you meant (automationLevel).");
        assertThat(refused("import", "x.csv").err()).contains("--mapping");
    }

    private static String id(String line) {
        return Json.read(line).get("system").get("id").asText();
    }
}
