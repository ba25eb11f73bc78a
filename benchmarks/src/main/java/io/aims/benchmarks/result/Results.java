package io.aims.benchmarks.result;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that one run has measured, and what it could not measure.
 *
 * <p>Immutable and thread-safe. The order in which it was put together makes no difference.
 */
public final class Results {

    private final SortedMap<Key, Measurement> measurements;
    private final SortedMap<Key, NotMeasured> missing;
    private final SortedMap<String, String> about;

    private Results(
            SortedMap<Key, Measurement> measurements,
            SortedMap<Key, NotMeasured> missing,
            SortedMap<String, String> about) {
        this.measurements = Collections.unmodifiableSortedMap(measurements);
        this.missing = Collections.unmodifiableSortedMap(missing);
        this.about = Collections.unmodifiableSortedMap(about);
    }

    /**
     * Creates results.
     *
     * @param measurements what was measured
     * @param missing what was not; what was measured all the same is left out
     * @param about where and with what, by name
     * @return the results
     * @throws IllegalArgumentException if something was measured twice
     */
    public static Results of(
            Collection<Measurement> measurements, Collection<NotMeasured> missing, Map<String, String> about) {
        SortedMap<Key, Measurement> measured = new TreeMap<>();
        for (Measurement measurement : measurements) {
            if (measured.put(measurement.key(), measurement) != null) {
                throw new IllegalArgumentException("Measured twice: " + measurement.key());
            }
        }
        SortedMap<Key, NotMeasured> without = new TreeMap<>();
        missing.stream().filter(one -> !measured.containsKey(one.key())).forEach(one -> without.put(one.key(), one));
        return new Results(measured, without, new TreeMap<>(about));
    }

    /**
     * Joins results of several files.
     *
     * @param parts the results, each with other measurements
     * @return everything in them
     * @throws IllegalArgumentException if something was measured twice
     */
    public static Results joined(Collection<Results> parts) {
        SortedMap<String, String> about = new TreeMap<>();
        parts.forEach(part -> about.putAll(part.about));
        return of(
                parts.stream()
                        .flatMap(part -> part.measurements.values().stream())
                        .toList(),
                parts.stream().flatMap(part -> part.missing.values().stream()).toList(),
                about);
    }

    /**
     * Finds a measurement.
     *
     * @param key which one
     * @return the measurement, or empty if there is none
     */
    public Optional<Measurement> measurement(Key key) {
        return Optional.ofNullable(measurements.get(key));
    }

    /**
     * Returns why something was not measured.
     *
     * @param key what is missing
     * @return the reason
     */
    public String reason(Key key) {
        NotMeasured told = missing.get(key);
        return told == null ? "the run has no result of it" : told.reason();
    }

    /**
     * Returns the measurements.
     *
     * @return all of them in the order of their keys
     */
    public List<Measurement> measurements() {
        return List.copyOf(measurements.values());
    }

    /**
     * Returns the measurements of a series.
     *
     * @param series the name of a series
     * @return its measurements in the order of their keys
     */
    public List<Measurement> series(String series) {
        return measurements.values().stream()
                .filter(one -> one.key().series().equals(series))
                .toList();
    }

    /**
     * Returns what could not be measured.
     *
     * @return all of it in the order of the keys
     */
    public List<NotMeasured> missing() {
        return List.copyOf(missing.values());
    }

    /**
     * Returns where and with what was measured.
     *
     * @return descriptions by name, in the order of the names
     */
    public SortedMap<String, String> about() {
        return about;
    }
}
