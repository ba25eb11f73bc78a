package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    private static final String LOAN = System.getProperty("aims.root") + "/examples/systems/loan-scoring.yaml";
    private static final String CITY = System.getProperty("aims.root") + "/examples/systems/city-services.jsonl";

    @TempDir
    Path folder;

    @Test
    void an_untouched_result_holds_in_every_format() throws IOException {
        for (String format : List.of("json", "jsonl")) {
            Run run = Run.of("verify", result(LOAN, "-f", format), LOAN);

            assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
            assertThat(run.out()).isEqualTo("loan-scoring holds: it is what the rules that it names find.\n");
            assertThat(run.err()).isEmpty();
        }
        assertThat(Run.of("verify", result(LOAN, "-f", "json", "--as-of", "2026-03-01"), LOAN)
                        .status())
                .isEqualTo(ExitStatus.DONE);
    }

    @Test
    void a_result_that_was_altered_does_not_hold_and_the_place_is_told() throws IOException {
        String altered =
                altered(result(LOAN, "-f", "json"), "\"status\": \"REQUIRED\"", "\"status\": \"NOT_REQUIRED\"");
        Run run = Run.of("verify", altered, LOAN);

        assertThat(run.status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(run.out())
                .startsWith("loan-scoring does not hold: 1 place.\n\n  controls[A.2.2].status says (NOT_REQUIRED),")
                .contains("By the rules that the result names this control stands otherwise.");
    }

    @Test
    void rules_outside_the_guarantees_are_named_as_not_computed_again() throws IOException {
        String named = altered(
                result(LOAN, "-f", "json"),
                "\"limits\"",
                "\"outside\": {\"rules\": [{\"id\": \"acme\", \"version\": \"1.0\", \"fingerprint\": \"f\"}],"
                        + " \"findings\": []}, \"limits\"");
        Run run = Run.of("verify", named, LOAN);

        assertThat(run.out())
                .startsWith("loan-scoring does not hold: 1 place.\n\n  seal says")
                .endsWith("\n\n  Not computed again: what acme 1.0 found, rules outside the guarantees.\n");
        assertThat(Run.of("verify", named, LOAN, "-f", "json").out()).contains("\"outside\": [");
    }

    @Test
    void a_description_that_changed_is_told_apart() throws IOException {
        Path changed = Files.writeString(
                folder.resolve("changed.yaml"),
                Files.readString(Path.of(LOAN)).replace("HIGH_AUTOMATION", "FULL_AUTOMATION"));
        Run run = Run.of("verify", result(LOAN, "-f", "json"), changed.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(run.out())
                .contains("system.characteristics.automationLevel", "verify with the description as it was then.")
                .contains("  seal says");
    }

    @Test
    void results_of_several_systems_are_matched_by_their_ids() throws IOException {
        String results = result(CITY, "-f", "jsonl");
        List<String> lines = Files.readAllLines(Path.of(results));
        Path reversed = folder.resolve("reversed.jsonl");
        Files.write(
                reversed,
                lines.stream().sorted(java.util.Comparator.reverseOrder()).toList());
        String list = result(CITY, "-f", "json");

        for (String file : List.of(results, reversed.toString(), list)) {
            Run run = Run.of("verify", file, CITY);
            assertThat(run.status()).as(file + run.err()).isEqualTo(ExitStatus.DONE);
            assertThat(run.out()).endsWith("\n" + lines.size() + " results: " + lines.size() + " hold, 0 do not.\n");
        }
    }

    @Test
    void a_result_that_was_taken_out_or_put_in_is_told() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(result(CITY, "-f", "jsonl")));
        Path fewer = folder.resolve("fewer.jsonl");
        Files.write(fewer, lines.subList(1, lines.size()));
        Path more = folder.resolve("more.jsonl");
        Files.write(more, lines);
        Files.write(
                more,
                Files.readAllBytes(Path.of(result(LOAN, "-f", "jsonl"))),
                java.nio.file.StandardOpenOption.APPEND);

        Run takenOut = Run.of("verify", fewer.toString(), CITY);
        assertThat(takenOut.status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(takenOut.err()).startsWith("AIMS-5026: The system (").contains("city-services.jsonl:1:1");
        Run putIn = Run.of("verify", more.toString(), CITY);
        assertThat(putIn.status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(putIn.err()).startsWith("AIMS-5025: The result of system (loan-scoring, ");
    }

    @Test
    void one_result_says_nothing_of_other_systems_that_are_described() throws IOException {
        String folderOfSystems = System.getProperty("aims.root") + "/examples/systems";

        assertThat(Run.of("verify", result(LOAN, "-f", "json"), folderOfSystems).status())
                .isEqualTo(ExitStatus.DONE);
    }

    @Test
    void an_id_that_was_altered_is_found_where_there_is_one_of_each() throws IOException {
        String altered = altered(result(LOAN, "-f", "json"), "\"id\": \"loan-scoring\"", "\"id\": \"loan\"");
        Run run = Run.of("verify", altered, LOAN);

        assertThat(run.status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(run.out()).contains("system.id says (loan), not (loan-scoring).");
    }

    @Test
    void the_description_may_come_from_the_standard_input() throws IOException {
        Run run = Run.withInput(Files.readString(Path.of(LOAN)), "verify", result(LOAN, "-f", "json"), "-");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void programs_get_one_document() throws IOException {
        String holds = result(LOAN, "-f", "json");
        String altered = altered(holds, "\"seal\": \"", "\"seal\": \"0");
        JsonNode one = Json.read(Run.of("verify", altered, LOAN, "-f", "json").out());
        JsonNode several = Json.read(Run.of("verify", result(CITY, "-f", "jsonl"), CITY, "-f", "json")
                .out());

        assertThat(one.get("holds").asBoolean()).isFalse();
        assertThat(one.get("discrepancies").findValuesAsText("path")).containsExactly("seal");
        assertThat(several.isArray()).isTrue();
        assertThat(several.findValuesAsText("holds")).containsOnly("true");
    }

    @Test
    void a_result_of_a_former_pack_is_verified_with_that_pack_only() throws IOException {
        Path former = EvaluationTextTest.smallPack();
        Path pack = folder.resolve("newer");
        copy(former, pack);
        Path yaml = pack.resolve("pack.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("2.1.0", "3.0.0"));
        String stored = result(LOAN, "-f", "json", "--pack", former.toString());

        Run without = Run.of("verify", stored, LOAN, "--pack", pack.toString());
        assertThat(without.status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(without.out().replaceAll("\\s+", " "))
                .startsWith("loan-scoring cannot be verified: 1 place. packs[small] says (small 2.1.0, ")
                .contains("at hand is (small 3.0.0).", "Nothing but the facts about the system was checked.");
        Run with = Run.of("verify", stored, LOAN, "--pack", pack.toString(), "--former-pack", former.toString());
        assertThat(with.status()).as(with.out() + with.err()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void what_is_no_result_is_refused_with_its_place() throws IOException {
        Path text = Files.writeString(folder.resolve("no.json"), "{\"a\": ");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"aims\": \"evaluation/9\"}");
        Path system = Files.writeString(folder.resolve("system.jsonl"), "{\"id\": \"a\"}\n[]\n");
        Path cut = folder.resolve("cut.json");
        String list = Files.readString(Path.of(result(CITY, "-f", "json")));
        Files.writeString(cut, list.substring(0, list.length() / 2));
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");

        assertRefused(Run.of("verify", text.toString(), LOAN), "AIMS-1011", "no.json:1:");
        assertRefused(Run.of("verify", other.toString(), LOAN), "AIMS-3020", "(evaluation/9)");
        assertRefused(Run.of("verify", system.toString(), LOAN), "AIMS-3020", "system.jsonl:2:1");
        assertRefused(Run.of("verify", cut.toString(), CITY), "AIMS-1011", "cut.json:");
        assertRefused(Run.of("verify", empty.toString(), LOAN), "AIMS-");
        assertRefused(Run.of("verify", folder.resolve("absent.json").toString(), LOAN), "AIMS-1025", "is not there");
        assertRefused(Run.of("verify", folder.toString(), LOAN), "AIMS-1025");
        assertRefused(Run.withInput("id: [", "verify", result(LOAN, "-f", "json"), "-"), "AIMS-1010");
    }

    private static void assertRefused(Run run, String... told) {
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.err()).contains(told).doesNotContain("\tat ", "Exception");
    }

    private String result(String file, String... options) throws IOException {
        List<String> args = new java.util.ArrayList<>(List.of("evaluate", file));
        args.addAll(List.of(options));
        Path result = Files.createTempFile(folder, "result", "." + options[1]);
        Files.writeString(result, Run.of(args.toArray(String[]::new)).out());
        return result.toString();
    }

    private String altered(String file, String from, String to) throws IOException {
        String text = Files.readString(Path.of(file));
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return Files.writeString(
                        Files.createTempFile(folder, "altered", ".json"),
                        text.substring(0, at) + to + text.substring(at + from.length()),
                        StandardCharsets.UTF_8)
                .toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (java.util.stream.Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
