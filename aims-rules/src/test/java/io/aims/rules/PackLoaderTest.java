package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.rule.Replacement;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackLoaderTest {

    private static final String PACK = """
            pack: acme
            version: 1.2.0
            title: Rules of ACME
            licence: Apache-2.0
            catalogue: iso-42001:2023
            chapters: [acme.yaml]
            """;

    private static final String CHAPTER = """
            chapter: Children
            scope: SYSTEM
            rules:
              - id: ACME-1
                title: Profiling of children
                when: profiling = YES and vulnerableGroups contains CHILDREN
                requires: [A.5.4]
                why: Children cannot consent to being profiled.
                sources: [GDPR recital 38]
                examples:
                  fires:   [{profiling: YES, vulnerableGroups: {contains: [CHILDREN]}}]
                  silent:  [{profiling: NO}]
                  unknown: [{profiling: YES}]
            """;

    private static final String CONTROLS = """
            catalogue: acme
            edition: "1"
            title: Controls of ACME
            sources: [ACME handbook]
            areas: [{id: ACME, title: Logs}]
            controls:
              - id: ACME.LOG
                area: ACME
                title: Log of complaints
                purpose: Complaints are kept, with what became of them.
                stages: ALL
                scope: SYSTEM
                roles: [AI_PRODUCER, AI_PROVIDER, AI_CUSTOMER, AI_PARTNER]
                actsOn: SEVERITY
                function: DETECTIVE
                sources: [ACME handbook 1]
            """;

    private static final String ONE_TEXT =
            PACK.replace("chapters: [acme.yaml]", "catalogues:").replace("2023", "2023+acme:1")
                    + item(CONTROLS)
                    + "chapters:\n"
                    + item(CHAPTER.replace("[A.5.4]", "[A.5.4, ACME.LOG]"));

    /** As an item of a list. */
    private static String item(String yaml) {
        return "  - " + yaml.indent(4).substring(4);
    }

    @Test
    void a_folder_is_read() {
        RulePack pack = PackLoader.standard().read(Packs.clean("night-desk"));

        assertThat(pack.id()).isEqualTo("night-desk");
        assertThat(pack.rules().get(0).place()).hasToString("night-desk/answering.yaml:6:5");
    }

    @Test
    void a_folder_of_the_class_path_is_read() {
        RulePack pack =
                PackLoader.standard().read(PackSource.classPath(PackLoaderTest.class, "/planted/originals/night-desk"));

        assertThat(pack).isEqualTo(PackLoader.standard().read(Packs.clean("night-desk")));
    }

    @Test
    void files_that_are_texts_are_read() {
        RulePack pack = PackLoader.standard()
                .read(PackSource.files("tenant-7", Map.of("pack.yaml", PACK, "acme.yaml", CHAPTER)));

        assertThat(pack.rules().get(0).place()).hasToString("tenant-7/acme.yaml:4:5");
    }

    @Test
    void a_stream_that_breaks_is_told_and_not_thrown_through() {
        InputStream broken = InputStream.nullInputStream();
        closed(broken);

        assertThatThrownBy(() -> PackSource.stream("tenant 7", broken))
                .isInstanceOf(AimsException.class)
                .hasMessage("""
                        AIMS-2090: The pack (tenant 7) cannot be read from its stream.
                        Maybe the stream was closed, or its connection lost.""");
    }

    @Test
    void a_text_that_is_no_utf_8_is_told_with_the_name_of_its_source() {
        PackSource source = PackSource.stream(
                "tenant-7", new ByteArrayInputStream("pack: é".getBytes(StandardCharsets.ISO_8859_1)));

        assertThatThrownBy(() -> PackLoader.standard().read(source)).hasMessageContaining("(tenant-7:1:7)");
    }

    @Test
    void the_chapters_of_the_standard_pack_are_at_hand_with_their_examples() {
        RulePack pack = PackLoader.standard().read(RulePacks.standardSource());

        assertThat(pack.reference()).isEqualTo(RulePacks.standard().reference());
        assertThat(pack.rules()).noneMatch(rule -> rule.examples().isEmpty());
    }

    @Test
    void a_pack_reads_the_characteristics_of_one_beside_it() {
        PackLoader loader = PackLoader.standard();
        RulePack chain = loader.read(Packs.clean("cold-chain"));

        RulePack audit = loader.beside(chain).read(Packs.clean("cold-chain-audit"));

        assertThat(audit.rules().get(0).condition()).hasToString("needed contains CC-3 and auditGap >= YEARS");
    }

    @Test
    void packs_that_are_verified_in_order_see_those_before() {
        PackReport report = PackLoader.standard().verify(Packs.clean("cold-chain"), Packs.clean("cold-chain-audit"));

        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.packs()).extracting(RulePack::id).containsExactly("cold-chain", "cold-chain-audit");
        assertThat(report.isLoadable()).isTrue();
    }

    @Test
    void verifying_tells_what_reading_would_throw() {
        PackReport report = PackLoader.standard()
                .verify(PackSource.files(
                        "acme", Map.of("pack.yaml", PACK, "acme.yaml", CHAPTER.replace("A.5.4", "A.5.44"))));

        assertThat(report.isLoadable()).isFalse();
        assertThat(report.errors()).anySatisfy(error -> {
            assertThat(error.fault().code()).isEqualTo("AIMS-2007");
            assertThat(error.fault().place()).isPresent();
        });
    }

    @Test
    void a_pack_fits_in_one_text_with_its_chapters_and_catalogues() {
        RulePack pack = PackLoader.standard().read(PackSource.text("row 12", ONE_TEXT));

        assertThat(pack.catalogues()).extracting(Catalogue::id).containsExactly("acme:1");
        assertThat(pack.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.requires()).hasToString("[A.5.4, ACME.LOG]");
            assertThat(rule.place()).hasToString("row 12:27:9");
        });
    }

    @Test
    void a_stream_is_read_like_a_text() {
        InputStream bytes = new ByteArrayInputStream(ONE_TEXT.getBytes(StandardCharsets.UTF_8));

        assertThat(PackLoader.standard().read(PackSource.stream("row 12", bytes)))
                .isEqualTo(PackLoader.standard().read(PackSource.text("row 12", ONE_TEXT)));
    }

    @Test
    void what_is_wrong_in_a_condition_within_one_text_is_told_with_line_and_column() {
        assertThat(faults(PackSource.text("row 12", ONE_TEXT.replace("contains CHILDREN", "contains CHILDRN"))))
                .anySatisfy(fault -> assertThat(fault.place()).get().hasToString("row 12:29:61"));
    }

    @Test
    void a_pack_in_one_text_has_no_files() {
        assertThat(faults(PackSource.text("row 12", PACK))).singleElement().hasToString("""
                AIMS-2002: The chapter (acme.yaml, row 12:6:12) is a file, and the pack is one text without files.
                Maybe write here what stands in the file.""");
    }

    @Test
    void a_catalogue_in_a_file_comes_with_the_pack() {
        RulePack pack = PackLoader.standard()
                .read(files(Map.of(
                        "pack.yaml",
                        PACK + "catalogues: [controls.yaml]\n",
                        "acme.yaml",
                        CHAPTER,
                        "controls.yaml",
                        CONTROLS)));

        assertThat(pack.catalogues()).singleElement().satisfies(catalogue -> {
            assertThat(catalogue.id()).isEqualTo("acme:1");
            assertThat(catalogue.controls()).hasSize(1);
        });
    }

    @Test
    void a_catalogue_that_is_missing_or_broken_is_told_where_it_is_named_or_broken() {
        assertThat(faults(files(Map.of("pack.yaml", PACK + "catalogues: [controls.yaml]\n", "acme.yaml", CHAPTER))))
                .singleElement()
                .extracting(Fault::message)
                .isEqualTo("The catalogue (controls.yaml, acme/pack.yaml:7:14) is not in the folder of the pack.");
        assertThat(faults(files(Map.of(
                        "pack.yaml",
                        PACK + "catalogues: [controls.yaml]\n",
                        "acme.yaml",
                        CHAPTER,
                        "controls.yaml",
                        "catalogue: [\n"))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.place()).get().asString().startsWith("acme/controls.yaml:"));
    }

    @Test
    void a_catalogue_of_a_pack_must_not_have_an_id_of_the_standard() {
        assertThat(faults(PackSource.text("row 12", ONE_TEXT.replace("ACME.LOG", "A.9.2"))))
                .singleElement()
                .hasToString("""
                        AIMS-2092: The entry (A.9.2, row 12:13:9) of catalogue (acme:1) has the id of one of catalogue (iso-42001:2023).
                        Maybe put a prefix of your own before the id.""");
    }

    @Test
    void an_unknown_id_is_told_in_a_pack_with_controls_of_its_own() {
        assertThat(faults(PackSource.text("row 12", ONE_TEXT.replace("[A.5.4, ACME.LOG]", "[A.5.4, ACME.LOK]"))))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("AIMS-2007");
                    assertThat(fault.advice()).contains("(ACME.LOG)");
                });
    }

    @Test
    void a_pack_may_speak_of_the_catalogue_of_one_beside_it() {
        RulePack acme = PackLoader.standard().read(PackSource.text("row 12", ONE_TEXT));
        String other = PACK.replace("pack: acme", "pack: zenith").replace("2023", "2023+acme:1");

        RulePack pack = PackLoader.standard()
                .beside(acme)
                .read(PackSource.files(
                        "zenith",
                        Map.of(
                                "pack.yaml",
                                other,
                                "acme.yaml",
                                CHAPTER.replace("ACME-1", "ZEN-1").replace("A.5.4", "ACME.LOG"))));

        assertThat(pack.rules().get(0).requires()).hasToString("[ACME.LOG]");
    }

    @Test
    void files_with_tests_are_at_hand_in_the_order_listed() {
        PackSource source = files(Map.of(
                "pack.yaml",
                PACK + "tests: [second.yaml, first.yaml]\n",
                "acme.yaml",
                CHAPTER,
                "first.yaml",
                "first: 1\n",
                "second.yaml",
                "second: 2\n"));

        assertThat(PackLoader.standard().read(source).id()).isEqualTo("acme");
        assertThat(PackLoader.standard().tests(source))
                .containsExactly(entry("acme/second.yaml", "second: 2\n"), entry("acme/first.yaml", "first: 1\n"));
    }

    @Test
    void a_file_with_tests_that_is_missing_is_told() {
        assertThat(faults(files(Map.of("pack.yaml", PACK + "tests: [outcomes.yaml]\n", "acme.yaml", CHAPTER))))
                .singleElement()
                .extracting(Fault::message)
                .isEqualTo("The test file (outcomes.yaml, acme/pack.yaml:7:9) is not in the folder of the pack.");
    }

    @Test
    void a_pack_replaces_nothing_unless_the_loader_allows_it() {
        PackSource source = replacing("{rule: ADM-05, why: Our staff decides.}");

        assertThat(faults(source)).singleElement().hasToString("""
                AIMS-2096: The pack (acme, acme/pack.yaml:7:11) replaces rules of other packs, which is not allowed here.
                Leave replaces out; or whoever answers for the other packs allows it to the loader of this one.""");
        assertThat(PackLoader.standard().mayReplaceRules(true).read(source).replaces())
                .containsExactly(new Replacement(new RuleId("ADM-05"), "Our staff decides."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{rule: ADM-05} | AIMS-2001 | has no why",
                "{rule: ADM-05, why: ''} | AIMS-2001 | why",
                "{rule: A B, why: Ours.} | AIMS-2001 | (A B)",
                "{rule: ACME-1, why: Ours.} | AIMS-2094 | replaces rule (ACME-1), which is its own",
                "{rule: ADM-05, why: Ours.}, {rule: ADM-05, why: Theirs.} | AIMS-2095 | replaces rule (ADM-05) twice",
                "{rule: ADM-05, why: Ours., since: 2026} | AIMS-2001 | (since)",
            })
    void what_is_wrong_in_a_replacement_is_told_with_its_place(String items, String code, String message) {
        assertThat(faults(PackLoader.standard().mayReplaceRules(true), replacing(items)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.message()).contains(message);
                    assertThat(fault.place()).isPresent();
                });
    }

    @Test
    void catalogues_given_to_the_loader_must_not_clash() {
        Catalogue own = PackLoader.standard()
                .read(PackSource.text("row 12", ONE_TEXT))
                .catalogues()
                .get(0);
        Catalogue other =
                new Catalogue("acme:1", "Other", List.of(), Map.of(), List.of(), List.of(), List.of(), List.of());

        assertThatThrownBy(() -> PackLoader.standard().catalogues(own, other))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-2018: The catalogues clash");
    }

    private static PackSource replacing(String items) {
        return files(Map.of("pack.yaml", PACK + "replaces: [" + items + "]\n", "acme.yaml", CHAPTER));
    }

    private static PackSource files(Map<String, String> textByFile) {
        return PackSource.files("acme", textByFile);
    }

    private static List<Fault> faults(PackSource source) {
        return faults(PackLoader.standard(), source);
    }

    private static List<Fault> faults(PackLoader loader, PackSource source) {
        AimsException thrown = catchThrowableOfType(AimsException.class, () -> loader.read(source));
        assertThat(thrown).isNotNull();
        return thrown.faults();
    }

    private static void closed(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
