package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The words in which results are explained, of every kind, for systems of the examples and samples. */
class ExplanationGoldenTest {

    private static final Path ROOT = Path.of(System.getProperty("aims.root"));
    private static final Map<String, List<String>> CASES = new TreeMap<>(Map.of(
            "required", example("explain", "loan-scoring", "A.9.3"),
            "via-supplier", sample("explain", "s02-bought-cv-screening", "A.6.2.4"),
            "role-excluded", sample("explain", "s13-portrait-generator", "A.9.2"),
            "not-required", sample("explain", "s02-bought-cv-screening", "A.5.5"),
            "undetermined", example("explain", "loan-scoring", "A.10.4"),
            "objective", example("explain", "loan-scoring", "C.2.5"),
            "level", example("explain", "tax-form-validation", "level"),
            "risk-source", example("explain", "reading-tutor", "C.3.3"),
            "why-not-required", sample("why-not", "s13-portrait-generator", "A.9.3"),
            "why-not-undetermined", example("why-not", "policy-assistant", "A.8.4")));

    private static List<String> example(String command, String system, String id) {
        return List.of(
                command, ROOT.resolve("examples/systems/" + system + ".yaml").toString(), id);
    }

    private static List<String> sample(String command, String system, String id) {
        return List.of(
                command,
                ROOT.resolve("aims-rules/src/test/resources/samples/" + system + ".yaml")
                        .toString(),
                id);
    }

    @TestFactory
    Stream<DynamicTest> results_are_explained_in_these_words() {
        return CASES.entrySet().stream()
                .map(each -> dynamicTest(
                        each.getKey(),
                        () -> assertThat(Run.of(each.getValue().toArray(String[]::new))
                                        .out())
                                .isEqualTo(golden(each.getKey()))));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ExplanationGoldenTest.class.getResourceAsStream("golden/explain/" + name + ".txt")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
