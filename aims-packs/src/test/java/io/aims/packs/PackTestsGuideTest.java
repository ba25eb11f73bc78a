package io.aims.packs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.error.Diagnostic;
import io.aims.packs.coverage.PackCoverage;
import io.aims.packs.mutation.PackMutation;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide on tests of a pack shows comes out so. */
class PackTestsGuideTest {

    private static final Pattern FILE = Pattern.compile("```yaml\n# bakery/(\\S+)\n(.*?)```", Pattern.DOTALL);

    private final String guide = guide();
    private final PackUnderTest tested =
            PackUnderTest.of(PackLoader.standard(), PackSource.files("bakery", files(guide)));

    private static String guide() {
        try {
            return Files.readString(
                    Path.of(Objects.requireNonNull(System.getProperty("aims.root")), "docs", "guide", "pack-tests.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> files(String guide) {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher matcher = FILE.matcher(guide);
        while (matcher.find()) {
            files.put(matcher.group(1), matcher.group(2));
        }
        return files;
    }

    @Test
    void its_tests_pass() {
        assertThat(PackTests.run(tested))
                .hasSize(5)
                .allSatisfy(result -> assertThat(result.status()).isEqualTo(CaseResult.Status.PASSED));
    }

    @Test
    void its_numbers_of_coverage_are_right() {
        PackCoverage coverage = PackCoverage.of(tested);

        assertShown("coverage", coverage.toString(), coverage.diagnostics());
    }

    @Test
    void its_numbers_of_mutation_are_right() {
        PackMutation mutation = PackMutation.of(tested);

        assertShown("mutation", mutation.toString(), mutation.diagnostics());
    }

    /** The guide shows the numbers and one of the diagnostics. */
    private void assertShown(String tool, String numbers, List<Diagnostic> diagnostics) {
        String begin = "<!-- output: " + tool + " bakery -->\n```\n";
        int from = guide.indexOf(begin) + begin.length();
        String shown = guide.substring(from, guide.indexOf("```", from)).strip();

        assertThat(guide).contains(begin);
        assertThat(shown).startsWith(numbers + "\n");
        assertThat(diagnostics)
                .as(() -> numbers + "\n" + diagnostics)
                .anySatisfy(diagnostic ->
                        assertThat(diagnostic.fault().toString()).startsWith(shown.substring(numbers.length() + 1)));
    }
}
