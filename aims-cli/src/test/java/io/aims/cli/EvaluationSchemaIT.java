package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.aims.interchange.EvaluationWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvaluationSchemaIT {

    private static final Path ROOT = Path.of(System.getProperty("aims.root"));
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema());

    private static String schema() {
        try (InputStream in = EvaluationWriter.class.getResourceAsStream(EvaluationWriter.SCHEMA)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_evaluation_of_every_example_is_valid_by_the_published_schema() {
        Run run = Run.of("evaluate", ROOT.resolve("examples/systems").toString(), "--format", "jsonl");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSizeGreaterThan(10).allSatisfy(EvaluationSchemaIT::isValid);
    }

    @Test
    void the_evaluation_of_every_sample_is_valid_by_the_published_schema() throws IOException {
        String[] samples;
        try (Stream<Path> files = Files.list(ROOT.resolve("aims-rules/src/test/resources/samples"))) {
            samples = files.map(Path::toString)
                    .filter(name -> name.endsWith(".yaml") && !name.contains(".expected."))
                    .sorted()
                    .toArray(String[]::new);
        }
        assertThat(samples).hasSize(14);

        String[] args = Stream.concat(Stream.of("evaluate", "--format", "jsonl"), Stream.of(samples))
                .toArray(String[]::new);

        assertThat(Run.of(args).out().lines().toList()).hasSize(14).allSatisfy(EvaluationSchemaIT::isValid);
    }

    @Test
    void both_layouts_hold_the_same() {
        String system = ROOT.resolve("examples/systems/loan-scoring.yaml").toString();

        assertThat(Json.read(Run.of("evaluate", system, "--format", "json").out()))
                .isEqualTo(Json.read(
                        Run.of("evaluate", system, "--format", "jsonl").out()));
    }

    private static void isValid(String evaluation) {
        assertThat(SCHEMA.validate(evaluation, InputFormat.JSON)).isEmpty();
    }
}
