package io.aims.testing;

import static io.aims.testing.AimsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.rules.PackLoader;
import io.aims.rules.PackReport;
import io.aims.rules.PackSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PackReportAssertTest {

    private static PackReport report(String from, String to) throws Exception {
        Path folder = Path.of(Objects.requireNonNull(PackReportAssertTest.class.getResource("acme-pack"))
                .toURI());
        return PackLoader.standard()
                .verify(PackSource.files(
                        "acme",
                        Map.of(
                                "pack.yaml", text(folder, "pack.yaml", from, to),
                                "outcomes.yaml", text(folder, "outcomes.yaml", "", ""),
                                "night.yaml", text(folder, "night.yaml", from, to))));
    }

    private static String text(Path folder, String file, String from, String to) throws IOException {
        return Files.readString(folder.resolve(file)).replace(from, to);
    }

    @Test
    void a_pack_that_is_right_passes() throws Exception {
        assertThat(report("", "")).isLoadable();
    }

    @Test
    void what_is_wrong_with_a_pack_is_told_with_its_place() throws Exception {
        PackReport broken = report("requires: [A.9.2]", "requires: [A.9.22]");
        String code = broken.errors().get(0).fault().code();

        assertThat(broken).reports(code).reports(code, "night.yaml", 11);
        assertThatThrownBy(() -> assertThat(broken).isLoadable())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("Expected the packs to be loadable", "A.9.22", "night.yaml:11");
        assertThatThrownBy(() -> assertThat(broken).hasNoFindings()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(broken).reports(code, "night.yaml", 12))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(broken).reports("AIMS-0000"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("(AIMS-0000) to be reported");
    }
}
