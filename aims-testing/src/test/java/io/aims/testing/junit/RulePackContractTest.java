package io.aims.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rules.PackSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.FileSource;

class RulePackContractTest {

    private static final Path FOLDER;

    static {
        try {
            FOLDER =
                    Path.of(Objects.requireNonNull(RulePackContractTest.class.getResource("/io/aims/testing/acme-pack"))
                            .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PackSource changed(String from, String to) {
        try {
            return PackSource.files(
                    "acme",
                    Map.of(
                            "pack.yaml", Files.readString(FOLDER.resolve("pack.yaml")),
                            "outcomes.yaml", Files.readString(FOLDER.resolve("outcomes.yaml")),
                            "night.yaml",
                                    Files.readString(FOLDER.resolve("night.yaml"))
                                            .replace(from, to)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_pack_that_keeps_the_contract_passes_each_test() {
        Run run = Run.of(Good.class);

        assertThat(run.statuses().values()).containsOnly("SUCCESSFUL");
        assertThat(run.statuses().keySet())
                .anyMatch(name -> name.startsWith("verified "))
                .anyMatch(name -> name.startsWith("fires "))
                .anyMatch(name -> name.startsWith("coverage: rules 6 of 6"))
                .anyMatch(name -> name.startsWith("mutation: "));
    }

    @Test
    void a_test_of_an_example_leads_to_its_place() {
        Run run = Run.of(Good.class);
        String fires = run.statuses().keySet().stream()
                .filter(name -> name.startsWith("fires "))
                .findFirst()
                .orElseThrow();

        assertThat(run.source(fires))
                .get()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(FileSource.class))
                .satisfies(source -> assertThat(source.getFile()).hasName("night.yaml"))
                .satisfies(source -> assertThat(source.getPosition()).isPresent());
    }

    @Test
    void a_pack_that_cannot_be_read_fails_once_with_its_faults() {
        Run run = Run.of(Broken.class);

        assertThat(run.statuses().values()).contains("FAILED", "ABORTED").doesNotContain("SUCCESSFUL");
        String failed = run.statuses().entrySet().stream()
                .filter(each -> each.getValue().equals("FAILED"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        assertThat(failed).startsWith("AIMS-2007: Rule (ACME-1, acme/night.yaml:11:16) requires control (A.9.22)");
        assertThat(run.failure(failed)).contains("A.9.22", "Maybe you meant (A.");
    }

    @Test
    void what_no_example_shows_and_what_nobody_notices_fails() {
        Run run = Run.of(Thin.class);

        assertThat(run.statuses().entrySet().stream()
                        .filter(each -> each.getValue().equals("FAILED"))
                        .map(Map.Entry::getKey))
                .anyMatch(name -> name.startsWith("coverage: "))
                .anyMatch(name -> name.startsWith("mutation: "))
                .anyMatch(name -> name.startsWith("AIMS-"));
    }

    static class Contract implements RulePackContract {

        @Override
        public PackSource pack() {
            return PackSource.folder(FOLDER);
        }
    }

    @Disabled("run by a test above")
    static class Good extends Contract {}

    @Disabled("run by a test above")
    static class Broken extends Contract {

        @Override
        public PackSource pack() {
            return changed("requires: [A.9.2]", "requires: [A.9.22]");
        }
    }

    @Disabled("run by a test above")
    static class Thin extends Contract {

        @Override
        public PackSource pack() {
            return changed("silent:  [{acmeGrade: SILVER}]", "silent:  [{acmeGrade: BRONZE}]");
        }
    }
}
