package io.aims;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.Faults;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.system.AiSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Fourteen systems, and what an experienced auditor would not dispute about them. */
class SampleSystemsTest {

    private static final String EXPECTED = ".expected.yaml";
    private static final Aims aims = Aims.standard();

    @AfterAll
    static void close() {
        aims.close();
    }

    @Test
    void there_are_fourteen() throws IOException, URISyntaxException {
        assertThat(samples()).hasSize(14);
    }

    @TestFactory
    Stream<DynamicContainer> every_sample_holds() throws IOException, URISyntaxException {
        return samples().stream().map(file -> {
            AiSystem system = system(file);
            Expected expected = expected(Path.of(file.toString().replace(".yaml", EXPECTED)));
            assertThat(expected.system()).isEqualTo(system.id());
            return DynamicContainer.dynamicContainer(system.id(), tests(expected, aims.evaluate(system)));
        });
    }

    private static Stream<DynamicTest> tests(Expected expected, Evaluation evaluation) {
        return Stream.of(
                        expected.required().stream()
                                .map(control -> test(
                                        control + " is required",
                                        () -> assertThat(status(evaluation, control))
                                                .isEqualTo(ControlStatus.REQUIRED))),
                        expected.viaSupplier().stream()
                                .map(control -> test(
                                        control + " is owed by the supplier",
                                        () -> assertThat(status(evaluation, control))
                                                .isEqualTo(ControlStatus.VIA_SUPPLIER))),
                        expected.notRequired().stream()
                                .map(control -> test(
                                        control + " is not required",
                                        () -> assertThat(status(evaluation, control))
                                                .isNotEqualTo(ControlStatus.REQUIRED))),
                        expected.riskAtLeast().entrySet().stream()
                                .map(bound -> test(
                                        bound.getKey() + " is at least " + bound.getValue(),
                                        () -> assertThat(evaluation
                                                        .risk(bound.getKey())
                                                        .orElseThrow()
                                                        .level()
                                                        .low())
                                                .isGreaterThanOrEqualTo(bound.getValue()))),
                        expected.riskAtMost().entrySet().stream()
                                .map(bound -> test(
                                        bound.getKey() + " is at most " + bound.getValue(),
                                        () -> assertThat(evaluation
                                                        .risk(bound.getKey())
                                                        .orElseThrow()
                                                        .level()
                                                        .high())
                                                .isLessThanOrEqualTo(bound.getValue()))),
                        expected.fires().stream()
                                .map(rule -> test(
                                        rule + " fires",
                                        () -> assertThat(evaluation.findings())
                                                .filteredOn(Finding::isCertain)
                                                .extracting(finding ->
                                                        finding.rule().id().value())
                                                .contains(rule))),
                        Stream.of(test(
                                expected.stop() ? "it is stopped" : "it is not stopped",
                                () -> assertThat(evaluation.isStopped()).isEqualTo(expected.stop()))),
                        Stream.of(test(
                                "its answers do not contradict one another",
                                () -> assertThat(evaluation.contradictions()).isEmpty())))
                .flatMap(tests -> tests);
    }

    private static DynamicTest test(String name, org.junit.jupiter.api.function.Executable check) {
        return DynamicTest.dynamicTest(name, check);
    }

    private static ControlStatus status(Evaluation evaluation, String control) {
        return evaluation
                .control(new ControlId(control))
                .map(ControlResult::status)
                .orElseThrow(() -> new AssertionError("No control " + control));
    }

    private record Expected(
            String system,
            List<String> required,
            List<String> viaSupplier,
            List<String> notRequired,
            Map<ObjectiveId, RiskLevel> riskAtLeast,
            Map<ObjectiveId, RiskLevel> riskAtMost,
            List<String> fires,
            boolean stop) {}

    static AiSystem system(Path file) {
        Faults faults = new Faults();
        Fields fields = Fields.of(read(file), faults, "AIMS-1001", "system");
        String id = fields.requiredText("id");
        AiSystem.Builder builder = AiSystem.named(id).name(fields.requiredText("name"));
        fields.text("description").ifPresent(builder::description);
        fields.requiredNode("characteristics")
                .ifPresent(node ->
                        builder.putAll(new AnswerReader("system", id, faults).readAll(node, aims.vocabulary())));
        fields.node("controls");
        fields.end();
        assertThat(faults.toList()).isEmpty();
        return builder.build();
    }

    private static Expected expected(Path file) {
        Faults faults = new Faults();
        Fields fields = Fields.of(read(file), faults, "AIMS-1001", "expectation");
        Expected expected = new Expected(
                fields.requiredText("system"),
                fields.texts("required"),
                fields.texts("viaSupplier"),
                fields.texts("notRequired"),
                levels(fields.requiredNode("riskAtLeast").orElseThrow()),
                levels(fields.requiredNode("riskAtMost").orElseThrow()),
                fields.texts("fires"),
                fields.requiredText("stop").equals("true"));
        fields.text("note");
        fields.texts("sources");
        fields.end();
        assertThat(faults.toList()).isEmpty();
        return expected;
    }

    private static Map<ObjectiveId, RiskLevel> levels(Node node) {
        Map<ObjectiveId, RiskLevel> levels = new LinkedHashMap<>();
        ((Node.Mapping) node)
                .entries()
                .forEach((objective, entry) -> levels.put(
                        new ObjectiveId(objective), RiskLevel.valueOf(((Node.Scalar) entry.value()).text())));
        return levels;
    }

    static List<Path> samples() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(SampleSystemsTest.class.getResource("/samples"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")
                            && !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .toList();
        }
    }

    private static Node read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Documents.yaml(String.valueOf(file.getFileName()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
