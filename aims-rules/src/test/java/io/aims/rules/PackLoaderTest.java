package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.Catalogues;
import io.aims.error.AimsException;
import io.aims.rule.RulePack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PackLoaderTest {

    private static final Path ORIGINALS = originals();

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

    @Test
    void a_folder_is_read() {
        RulePack pack = PackLoader.standard().read(PackSource.folder(ORIGINALS.resolve("night-desk")));

        assertThat(pack.id()).isEqualTo("night-desk");
        assertThat(pack.rules().get(0).place()).hasToString("night-desk/answering.yaml:6:5");
    }

    @Test
    void a_folder_of_the_class_path_is_read() {
        RulePack pack =
                PackLoader.standard().read(PackSource.classPath(PackLoaderTest.class, "/planted/originals/night-desk"));

        assertThat(pack).isEqualTo(PackLoader.standard().read(PackSource.folder(ORIGINALS.resolve("night-desk"))));
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
        PackSource source =
                PackSource.stream("tenant-7", new ByteArrayInputStream("pack: é".getBytes(StandardCharsets.ISO_8859_1)));

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
        PackLoader loader = PackLoader.standard().catalogues(Catalogues.read(ORIGINALS.resolve("cold-chain/controls.yaml")));
        RulePack chain = loader.read(PackSource.folder(ORIGINALS.resolve("cold-chain")));

        RulePack audit = loader.beside(chain).read(PackSource.folder(ORIGINALS.resolve("cold-chain-audit")));

        assertThat(audit.rules().get(0).condition()).hasToString("needed contains CC-3 and auditGap >= YEARS");
    }

    @Test
    void packs_that_are_verified_in_order_see_those_before() {
        PackReport report = PackLoader.standard()
                .catalogues(Catalogues.read(ORIGINALS.resolve("cold-chain/controls.yaml")))
                .verify(
                        PackSource.folder(ORIGINALS.resolve("cold-chain")),
                        PackSource.folder(ORIGINALS.resolve("cold-chain-audit")));

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

    private static void closed(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path originals() {
        try {
            return Path.of(Objects.requireNonNull(PackLoaderTest.class.getResource("/planted/originals"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
