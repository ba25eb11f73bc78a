package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aims.packs.documentation.PackDocumentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTest {

    @TempDir
    Path folder;

    private Path acme = Path.of("");

    @BeforeEach
    void a_new_pack_is_made() {
        acme = folder.resolve("acme");
        Run made = Run.of("pack", "new", acme.toString());

        assertThat(made.status()).as(made.err()).isEqualTo(ExitStatus.DONE);
        assertThat(made.out()).isEqualTo("README.md\ncontrols.yaml\nfirst-rules.yaml\noutcomes.yaml\npack.yaml\n");
        assertThat(made.err()).contains("aims: pack acme in ", "Next: aims pack verify");
    }

    @Test
    void a_new_pack_passes_everything_at_once() {
        assertThat(Run.of("pack", "verify", acme.toString(), "--fail-on-warnings")
                        .out())
                .isEqualTo("acme 0.1.0 holds: 2 rules in 1 chapter, 8 examples.\n  Products for people outside: 2\n");
        assertThat(done("test")).isEqualTo("acme 0.1.0: 11 cases passed, none failed.\n");
        assertThat(done("coverage", "--fail-under", "100")).isEqualTo("""
            acme 0.1.0: what its examples show
              rules       6 of 6 (100 %)
              branches    6 of 6 (100 %)
              thresholds  6 of 6 (100 %)
            """);
        assertThat(done("mutate", "--fail-under", "100"))
                .startsWith("acme 0.1.0: 15 of 15 mutants killed (100 %), 0 survive")
                .contains("  threshold lowered     3 of 3\n");
    }

    @Test
    void nothing_that_is_there_is_overwritten() throws IOException {
        Files.writeString(acme.resolve("pack.yaml"), "mine");
        Files.delete(acme.resolve("README.md"));

        Run run = Run.of("pack", "new", acme.toString(), "--id", "acme", "--java");

        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.err()).contains("AIMS-2185", "nothing is overwritten");
        assertThat(run.out()).isEmpty();
        assertThat(acme.resolve("pack.yaml")).hasContent("mine");
        assertThat(acme.resolve("README.md")).doesNotExist();
        assertThat(acme.resolve("pom.xml")).doesNotExist();
        assertThat(Run.of("pack", "new", folder.resolve("Bad_Id").toString()).err())
                .contains("AIMS-2184", "Maybe (bad-id).");
    }

    @Test
    void what_is_wrong_is_told_with_its_place_and_what_to_do() throws IOException {
        change("first-rules.yaml", "requires: [ACME.1.1]", "requires: [ACME.1.2]");

        Run text = pack("verify");
        assertThat(text.status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(text.err()).isEmpty();
        assertThat(text.out()).isEqualTo("""
            acme/first-rules.yaml:9:16 error AIMS-2007
              Rule (ACME-1, acme/first-rules.yaml:9:16) requires control (ACME.1.2), absent
              from catalogue (iso-42001:2023+acme:1).
              Maybe you meant (ACME.1.1).

            acme does not hold: 1 error, 0 warnings.
            """);

        JsonNode json = Json.read(pack("verify", "--format", "json").out());
        assertThat(json.get("aims").asText()).isEqualTo("pack-report/1");
        assertThat(json.get("errors").asInt()).isEqualTo(1);
        assertThat(json.at("/diagnostics/0/place/line").asInt()).isEqualTo(9);

        Path sarif = folder.resolve("found.sarif");
        assertThat(pack("verify", "--out", sarif.toString()).status()).isEqualTo(ExitStatus.BEYOND);
        JsonNode run = Json.read(Files.readString(sarif)).at("/runs/0");
        assertThat(run.at("/results/0/ruleId").asText()).isEqualTo("AIMS-2007");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("acme/first-rules.yaml");
        assertThat(Files.readString(sarif)).doesNotContain(folder.toString());

        Run test = pack("test");
        assertThat(test.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(test.err()).startsWith("AIMS-2007: ");
        assertThat(test.out()).isEmpty();
    }

    @Test
    void paths_are_relative_to_where_the_command_runs() throws IOException {
        Path here = Files.createDirectories(Path.of("target/packs"));
        Path inside = Files.createTempDirectory(here, "pack");
        Run.of("pack", "new", inside.toString(), "--id", "inside");
        Files.writeString(
                inside.resolve("pack.yaml"),
                Files.readString(inside.resolve("pack.yaml")).replace("version: 0.1.0", "versoin: 0.1.0"));

        String sarif = Run.of("pack", "verify", inside.toAbsolutePath().toString(), "-f", "sarif")
                .out();

        assertThat(Json.read(sarif)
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("target/packs/" + inside.getFileName() + "/pack.yaml");
        assertThat(sarif).doesNotContain(Path.of("").toAbsolutePath().toString());
    }

    @Test
    void a_test_that_fails_says_what_came_out_and_why() throws IOException {
        change("outcomes.yaml", "likelihood: HIGH", "likelihood: LOW");

        Run text = pack("test");
        assertThat(text.status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(text.out())
                .startsWith("acme/outcomes.yaml:8:5 failed\n  Tests of pack acme: A public product")
                .contains("likelihood is HIGH, not LOW", "(ACME-2) holds", "10 cases passed, 1 failed.");
        assertThat(text.out().lines()).allMatch(line -> line.length() <= Terminal.PLAIN_COLUMNS);

        String junit = pack("test", "--format", "junit").out();
        assertThat(junit)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"acme 0.1.0\" tests=\"11\""
                        + " failures=\"1\"")
                .contains("file=\"acme/outcomes.yaml\" line=\"8\"");
        JsonNode json = Json.read(pack("test", "-f", "json").out());
        assertThat(json.get("failed").asInt()).isEqualTo(1);
        assertThat(json.get("cases")).hasSize(11);
    }

    @Test
    void what_no_example_shows_is_told_with_one_that_would() throws IOException {
        change("first-rules.yaml", "[{acmeReach: PARTNERS}, {automationLevel: COND", "[{automationLevel: COND");

        Run coverage = pack("coverage", "--fail-under", "90");
        assertThat(coverage.status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(coverage.out())
                .contains("Maybe add under silent: {acmeReach: PARTNERS}", "  branches    5 of 6 (83 %)\n");
        assertThat(pack("coverage", "--fail-under", "80").status()).isEqualTo(ExitStatus.DONE);
        assertThat(pack("coverage").status()).isEqualTo(ExitStatus.DONE);
        assertThat(Json.read(pack("coverage", "-f", "json").out())
                        .at("/branches/covered")
                        .asInt())
                .isEqualTo(5);
        assertThat(pack("coverage", "-f", "sarif").out()).contains("\"ruleId\": \"AIMS-2165\"");

        Run mutate = pack("mutate", "--fail-under", "100");
        assertThat(mutate.status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(mutate.out())
                .startsWith("acme/first-rules.yaml:19:5 unnoticed ACME-2 Public product without an eye on it\n")
                .contains("  Maybe add under silent: {acmeReach: PARTNERS}\n");
        assertThat(Json.read(pack("mutate", "-f", "json").out()).get("survivors"))
                .isNotEmpty();
        assertThat(pack("mutate", "-f", "sarif").out()).contains("\"ruleId\": \"AIMS-2168\"");
    }

    @Test
    void pages_are_written_and_replaced_but_never_those_of_others() throws IOException {
        Path pages = folder.resolve("pages");

        Run run = pack("docs", "--out", pages.toString());
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.err()).contains("aims: 5 pages in ");
        assertThat(Files.readString(pages.resolve("rules/ACME-1.md"))).startsWith(PackDocumentation.MARK);
        Files.copy(pages.resolve("rules/ACME-1.md"), pages.resolve("rules/OLD-1.md"));
        Files.writeString(pages.resolve("rules/MINE.md"), "mine");
        Run again = pack("docs", "--out", pages.toString());
        assertThat(again.status()).isEqualTo(ExitStatus.DONE);
        assertThat(again.err()).startsWith("aims: no rule has the page rules/OLD-1.md any more.\naims: 5 pages in ");

        Files.writeString(pages.resolve("README.md"), "mine");
        Files.delete(pages.resolve("results.md"));
        Run refused = pack("docs", "--out", pages.toString());
        assertThat(refused.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(refused.err()).contains("AIMS-5056");
        assertThat(pages.resolve("README.md")).hasContent("mine");
        assertThat(pages.resolve("results.md")).doesNotExist();
    }

    @Test
    void packs_named_together_are_used_together() throws IOException {
        Path more = folder.resolve("more");
        Run.of("pack", "new", more.toString());
        Files.writeString(
                more.resolve("first-rules.yaml"),
                Files.readString(more.resolve("first-rules.yaml"))
                        .replace("when: moreReach >= PARTNERS", "when: acmeReach >= PARTNERS or moreReach >= PARTNERS")
                        .replace("silent:  [{moreReach: STAFF}]", "silent:  [{acmeReach: STAFF, moreReach: STAFF}]"));
        Files.writeString(
                more.resolve("outcomes.yaml"),
                Files.readString(more.resolve("outcomes.yaml"))
                        .replace("{moreReach: STAFF}", "{acmeReach: STAFF, moreReach: STAFF}"));

        assertThat(Run.of("pack", "verify", more.toString(), "--alone").status())
                .isEqualTo(ExitStatus.BEYOND);
        Run both = Run.of("pack", "verify", acme.toString(), more.toString());
        assertThat(both.status()).as(both.out()).isEqualTo(ExitStatus.DONE);
        assertThat(both.out()).contains("acme 0.1.0 holds", "more 0.1.0 holds");
        assertThat(Run.of("pack", "test", more.toString(), "--alone", "--with", acme.toString())
                        .out())
                .isEqualTo("more 0.1.0: 11 cases passed, none failed.\n");
        Path pages = folder.resolve("pages");
        Run.of("pack", "docs", acme.toString(), more.toString(), "--alone", "--out", pages.toString());
        assertThat(pages.resolve("more/rules/MORE-1.md")).exists();
        assertThat(Run.of("pack", "coverage", acme.toString(), more.toString(), "--alone", "-f", "json")
                        .out())
                .startsWith("[\n{")
                .endsWith("}\n]\n");
    }

    @Test
    void rules_of_others_are_replaced_only_where_that_is_allowed() throws IOException {
        Path other = folder.resolve("other");
        Run.of("pack", "new", other.toString());
        Files.writeString(
                other.resolve("pack.yaml"),
                Files.readString(other.resolve("pack.yaml"))
                        + "\nreplaces:\n  - {rule: ACME-2, why: Ours says more.}\n");
        String[] words = {"pack", "verify", other.toString(), "--alone", "--with", acme.toString()};

        assertThat(Run.of(words).out()).contains("AIMS-2096");
        Run allowed = Run.of(Stream.concat(Stream.of(words), Stream.of("--allow-replaced-rules"))
                .toArray(String[]::new));
        assertThat(allowed.status()).as(allowed.out()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void drl_is_written_of_the_pack_and_those_beside_it() throws IOException {
        Path drl = folder.resolve("drl");

        assertThat(pack("drl", "--out", drl.toString()).status()).isEqualTo(ExitStatus.DONE);
        try (Stream<Path> files = Files.list(drl)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("01-products-for-people-outside.drl", "types.drl");
        }
        assertThat(Files.readString(drl.resolve("01-products-for-people-outside.drl")))
                .contains("rule \"ACME-1");
        assertThat(pack("drl", "--out", drl.toString()).status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void versions_are_compared_by_what_they_mean() throws IOException {
        Path released = folder.resolve("released");
        Run.of("pack", "new", released.toString(), "--id", "acme");
        change("first-rules.yaml", "requires: [A.9.2]", "requires: [A.9.3]");
        change("outcomes.yaml", "requires: [A.9.2]", "requires: [A.9.3]");
        Path system = Files.writeString(
                folder.resolve("system.yaml"),
                "id: chat\ncharacteristics:\n  acmeReach: PUBLIC\n  automationLevel: FULL_AUTOMATION\n");

        Run text = Run.of("pack", "diff", released.toString(), acme.toString(), "--system", system.toString());
        assertThat(text.status()).as(text.err()).isEqualTo(ExitStatus.DONE);
        assertThat(text.out())
                .startsWith("Pack acme, 0.1.0: rules new 0, gone 0, changed 1. It asks for less in places")
                .contains("Error AIMS-2180", "\nControls\n  A.9.2: loses ACME-2", "\nSystems\n  chat (chat): ");
        assertThat(diff(released, "--fail-on-weaker").status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(diff(released, "--fail-on-version").status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(diff(acme, "--fail-on-weaker", "--fail-on-version").out())
                .isEqualTo("Pack acme, 0.1.0: nothing changed.\n");
        assertThat(diff(released, "-f", "md").out()).startsWith("# Pack acme: 0.1.0 to 0.1.0\n");
        assertThat(Json.read(diff(released, "-f", "json").out())
                        .get("versionStep")
                        .asText())
                .isEqualTo("MINOR");
    }

    @Test
    void wrong_usage_is_told_with_the_way_out() {
        assertThat(refused("verify", folder.toString())).contains("AIMS-5074", "pack.yaml", "aims pack new");
        assertThat(refused("test", acme.toString(), "-f", "sarif"))
                .contains("AIMS-5073", "Maybe text or json or junit.");
        assertThat(refused("verify", acme.toString(), "-f", "xml")).contains("one of text, json, sarif, junit");
        assertThat(refused("verify", acme.toString(), acme + "/")).contains("AIMS-5075", "have one name");
        assertThat(refused("verfy", acme.toString())).contains("Maybe you meant (verify)");
        assertThat(refused("verify")).contains("DIR");
        assertThat(Run.of("pack").out())
                .contains("new ", "verify ", "test ", "coverage ", "mutate ", "docs ", "diff ", "drl ");
    }

    private static String refused(String... words) {
        Run run = Run.of(Stream.concat(Stream.of("pack"), Stream.of(words)).toArray(String[]::new));
        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.out()).isEmpty();
        return run.err();
    }

    private Run diff(Path old, String... options) {
        return Run.of(
                Stream.concat(Stream.of("pack", "diff", old.toString(), acme.toString(), "--alone"), Stream.of(options))
                        .toArray(String[]::new));
    }

    private String done(String command, String... options) {
        Run run = pack(command, options);
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(ExitStatus.DONE);
        return run.out();
    }

    /** Most of what is tested here is the same without the standard pack, and takes a tenth of the time. */
    private Run pack(String command, String... options) {
        return Run.of(Stream.concat(Stream.of("pack", command, acme.toString(), "--alone"), Stream.of(options))
                .toArray(String[]::new));
    }

    private void change(String file, String was, String is) throws IOException {
        Path path = acme.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(was);
        Files.writeString(path, text.replace(was, is));
    }
}
