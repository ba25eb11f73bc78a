package io.aims.benchmarks.report;

import io.aims.benchmarks.result.Conditions;
import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.NotMeasured;
import io.aims.benchmarks.result.Results;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The contenders and conditions of a series in the order in which people read them, for its table and its plot alike. */
final class SeriesView {

    private final SeriesTitle title;
    private final Results results;
    private final Labels labels;

    SeriesView(SeriesTitle title, Results results, Labels labels) {
        this.title = title;
        this.results = results;
        this.labels = labels;
    }

    SeriesTitle title() {
        return title;
    }

    /** Those that were to be measured too. */
    List<String> contenders() {
        return distinct(Key::contender, labels.order());
    }

    List<String> conditions() {
        List<String> ids = distinct(Key::condition, Comparator.naturalOrder());
        return ids.stream()
                .sorted(ids.stream().allMatch(Conditions::isNumber) ? Conditions.ORDER : labels.order())
                .toList();
    }

    String label(String id) {
        return Conditions.isNumber(id) ? Numbers.rounded(Long.parseLong(id)) : labels.of(id);
    }

    /** A number alone says nothing in a legend. */
    String conditionLabel(String condition) {
        return Conditions.isNumber(condition) ? label(condition) + " " + title.conditions() : label(condition);
    }

    Optional<Measurement> measurement(String contender, String condition) {
        return results.measurement(new Key(title.id(), contender, condition));
    }

    Optional<Double> ratio(Measurement measurement) {
        return title.ratio(measurement, results);
    }

    /** Whether it was tried and failed; not every contender is measured under every condition. */
    boolean wasWanted(String contender, String condition) {
        Key key = new Key(title.id(), contender, condition);
        return results.missing().stream().anyMatch(one -> one.key().equals(key));
    }

    boolean isEmpty() {
        return results.series(title.id()).isEmpty();
    }

    private List<String> distinct(Function<Key, String> part, Comparator<String> order) {
        return Stream.concat(
                        results.measurements().stream().map(Measurement::key),
                        results.missing().stream().map(NotMeasured::key))
                .filter(key -> key.series().equals(title.id()))
                .map(part)
                .distinct()
                .sorted(order)
                .toList();
    }
}
