package io.aims.packs.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import io.aims.packs.CaseResult;
import io.aims.packs.PackTests;
import io.aims.packs.PackUnderTest;
import io.aims.packs.coverage.PackCoverage;
import io.aims.packs.mutation.PackMutation;
import io.aims.rules.PackLoader;
import io.aims.rules.PackReport;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackSkeletonTest {

    private static final Path ROOT = Path.of(System.getProperty("aims.root"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"acme", "a2-b-c3"})
    void a_new_pack_needs_nothing_more(String id) {
        PackSource source = PackSource.files(id, PackSkeleton.of(id).files());
        PackLoader loader = PackLoader.standard().beside(RulePacks.standard());

        PackReport report = loader.verify(source);
        assertThat(report.diagnostics()).isEmpty();
        PackUnderTest tested = PackUnderTest.of(loader, source);
        assertThat(tested.pack().id()).isEqualTo(id);
        assertThat(PackTests.run(tested))
                .hasSizeGreaterThan(10)
                .allMatch(result -> result.status() == CaseResult.Status.PASSED);
        assertThat(PackCoverage.of(tested).isComplete()).isTrue();
        assertThat(PackMutation.of(tested).score()).isEqualTo(1);
        assertThat(tested.pack().catalogues()).hasSize(1);
    }

    @Test
    void nothing_is_left_to_be_filled_in() {
        assertThat(PackSkeleton.withJava("acme-health", "1.2.3").files().values())
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("(?<!\\w)@\\w+@"));
    }

    @Test
    void the_project_in_java_names_the_versions_that_aims_is_built_with() throws IOException {
        Map<String, String> files =
                PackSkeleton.withJava("acme-health", "1.2.3").files();

        assertThat(files).containsKey("src/test/java/acmehealthrules/AcmeHealthPackTest.java");
        assertThat(files.get("README.md")).contains("AcmeHealthPackTest");
        String pom = files.get("pom.xml");
        String ours = Files.readString(ROOT.resolve("pom.xml"));
        assertThat(pom).contains("<aims.version>1.2.3</aims.version>");
        for (String version : List.of(
                "<junit.version>(.*)</junit.version>", "maven-surefire-plugin</artifactId>\\s+<version>(.*)<")) {
            assertThat(first(version, pom)).isEqualTo(first(version, ours));
        }
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void files_are_written_once_and_never_over_others() throws IOException {
        Path target = folder.resolve("new/acme");
        PackSkeleton skeleton = PackSkeleton.withJava("acme", "1");
        skeleton.writeTo(target);

        assertThat(PackLoader.standard().read(PackSource.folder(target)).id()).isEqualTo("acme");
        assertThatThrownBy(() -> skeleton.writeTo(target))
                .isInstanceOfSatisfying(
                        AimsException.class,
                        e -> assertThat(e.faults())
                                .hasSize(skeleton.files().size())
                                .allMatch(fault -> fault.code().equals("AIMS-2185")));

        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("pack.yaml"), "mine");
        assertThatThrownBy(() -> skeleton.writeTo(other)).hasMessageContaining("nothing is overwritten");
        try (Stream<Path> files = Files.list(other)) {
            assertThat(files).containsExactly(other.resolve("pack.yaml"));
        }
        assertThat(other.resolve("pack.yaml")).hasContent("mine");
        Path link = folder.resolve("link");
        Files.createDirectories(link);
        Files.createSymbolicLink(link.resolve("pack.yaml"), folder.resolve("absent.yaml"));
        assertThatThrownBy(() -> skeleton.writeTo(link)).hasMessageContaining("AIMS-2185");
        assertThatThrownBy(() -> skeleton.writeTo(other.resolve("pack.yaml"))).hasMessageContaining("AIMS-2186");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Acme",
                "acme_x",
                "acme.x",
                "../acme",
                "acme/x",
                "null",
                "true",
                "2acme",
                "acme-",
                "iso-42001",
                "eu-ai-act",
                "a b",
                "acme\n"
            })
    void an_id_that_would_be_trouble_is_refused_with_a_better_one(String id) {
        assertThatThrownBy(() -> PackSkeleton.of(id))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-2184: The id (")
                .hasMessageContaining("Maybe ");
    }

    @Test
    void a_better_id_is_made_of_the_one_given() {
        assertThatThrownBy(() -> PackSkeleton.of("ACME Health!")).hasMessageContaining("Maybe (acme-health).");
    }
}
