package io.aims.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private static final Key KEY = Key.parse("cold-start/aims/app-cds");

    @TempDir
    private Path folder;

    @Test
    void a_file_gives_back_what_was_written() throws Exception {
        Results results = Results.of(
                List.of(new Measurement(KEY, Unit.MILLISECONDS, List.of(1.5, 2.25))),
                List.of(new NotMeasured(Key.parse("cold-start/dmn/default"), "it \"failed\"")),
                Map.of("cores", "2"));
        Path file = folder.resolve("results/start.json");

        ResultFile.write(results, file);
        Results read = ResultFile.read(file);

        assertThat(read.measurements()).isEqualTo(results.measurements());
        assertThat(read.missing()).isEqualTo(results.missing());
        assertThat(read.about()).isEqualTo(results.about());
    }

    @Test
    void nothing_is_measured_twice() {
        Results one = Results.of(List.of(Measurement.of(KEY, Unit.COUNT, 1)), List.of(), Map.of());

        assertThatThrownBy(() -> Results.joined(List.of(one, one))).hasMessage("Measured twice: " + KEY);
    }

    @Test
    void what_was_measured_is_not_missing() {
        Results results = Results.of(
                List.of(Measurement.of(KEY, Unit.COUNT, 1)), List.of(new NotMeasured(KEY, "too slow")), Map.of());

        assertThat(results.missing()).isEmpty();
    }

    @Test
    void quartiles_lie_between_values_in_proportion() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(1.75, 2.5, 3.25));
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7));
        assertThat(new Spread(8, 10, 12).dividedBy(new Spread(1, 2, 4))).isEqualTo(new Spread(2, 5, 12));
    }

    @Test
    void a_ratio_to_nothing_and_a_value_that_is_no_number_are_refused() {
        assertThatThrownBy(() -> new Spread(1, 1, 1).dividedBy(new Spread(0, 0, 0)))
                .hasMessageContaining("from 0.0");
        assertThatThrownBy(() -> Measurement.of(KEY, Unit.COUNT, Double.NaN)).hasMessageContaining(KEY.toString());
        assertThatThrownBy(() -> Key.parse("cold-start/aims")).hasMessageContaining("series/contender/condition");
        assertThatThrownBy(() -> Key.parse("cold start/aims/default")).hasMessageContaining("(cold start)");
    }

    @Test
    void numbers_are_in_order_of_their_size_before_words() {
        assertThat(List.of("default", "1000", "304", "app-cds").stream().sorted(Conditions.ORDER))
                .containsExactly("304", "1000", "app-cds", "default");
    }

    @Test
    void times_of_jmh_are_told_for_all_threads_together() throws Exception {
        Path file = Files.writeString(folder.resolve("jmh.json"), """
                [{"benchmark": "io.aims.benchmarks.TwoWorkersBenchmark.drlChained", "threads": 2,
                  "params": {"unknown": "20", "goal": "ALL_CONTROLS"},
                  "primaryMetric": {"score": 3.0, "scoreUnit": "us/op", "rawData": [[2.0, 4.0]]},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"scoreUnit": "B/op", "rawData": [[512.0, "NaN"]]}}},
                 {"benchmark": "io.aims.benchmarks.EvaluationBenchmark.engine", "threads": 2,
                  "primaryMetric": {"scoreUnit": "ops/s", "rawData": [[500000.0]]}, "secondaryMetrics": {}}]
                """);

        assertThat(JmhFile.read(file).measurements())
                .containsExactly(
                        Measurement.of(Key.parse("evaluation/engine/default"), Unit.MICROSECONDS, 2),
                        new Measurement(
                                Key.parse("two-workers/drl-chained/20+all-controls"),
                                Unit.MICROSECONDS,
                                List.of(1.0, 2.0)),
                        Measurement.of(
                                Key.parse("two-workers.allocated/drl-chained/20+all-controls"), Unit.BYTES, 512));
    }
}
