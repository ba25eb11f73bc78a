package io.aims.benchmarks.report;

import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.Results;
import java.util.List;
import java.util.Optional;

/**
 * How a series is shown.
 *
 * @param id the series
 * @param title what it shows, as the title of its plot
 * @param axis what its values are, as the title of an axis
 * @param conditions what its conditions are, as the title of an axis or column
 * @param plot how it is drawn
 * @param baseline the contender to which the others are compared, or empty
 * @param baselineCondition the condition of the baseline, or empty for the same one
 */
record SeriesTitle(
        String id,
        String title,
        String axis,
        String conditions,
        Plot plot,
        Optional<String> baseline,
        Optional<String> baselineCondition) {

    /** How a series is drawn. */
    enum Plot {
        /** A row for each contender and condition. */
        DOTS,
        /** A line for each contender over conditions that are numbers. */
        LINES
    }

    private static final String NOTHING = "-";

    static SeriesTitle of(String id) {
        return TabFile.read("series.tsv", 7).stream()
                .filter(row -> row.get(0).equals(id))
                .findFirst()
                .map(row -> new SeriesTitle(
                        id,
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        Plot.valueOf(row.get(4)),
                        optional(row.get(5)),
                        optional(row.get(6))))
                .orElseThrow(() -> new IllegalStateException("The series (" + id + ") has no line in series.tsv"));
    }

    static List<String> ids() {
        return TabFile.read("series.tsv", 7).stream().map(row -> row.get(0)).toList();
    }

    private static Optional<String> optional(String cell) {
        return cell.equals(NOTHING) ? Optional.empty() : Optional.of(cell);
    }

    /** Returns how many times the baseline a measurement is; empty for the baseline itself and without one. */
    Optional<Double> ratio(Measurement measurement, Results results) {
        Key own = measurement.key();
        return baseline.map(contender -> new Key(id, contender, baselineCondition.orElse(own.condition())))
                .filter(key -> !key.equals(own))
                .flatMap(results::measurement)
                .filter(base -> base.spread().median() > 0)
                .map(base -> measurement.spread().median() / base.spread().median());
    }
}
