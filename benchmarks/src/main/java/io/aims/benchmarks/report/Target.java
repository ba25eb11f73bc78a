package io.aims.benchmarks.report;

import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.Results;
import io.aims.benchmarks.result.Spread;
import java.util.List;
import java.util.Optional;

/**
 * What is to be reached: a ratio of two measurements of one run, or a measurement alone, within a limit.
 *
 * @param subject what it is about
 * @param wanted the target in words
 * @param measured what is divided, or compared as it is
 * @param by what it is divided by, or empty
 * @param direction on which side of the limit it must be
 * @param limit the limit
 */
record Target(String subject, String wanted, Key measured, Optional<Key> by, Direction direction, double limit) {

    /** On which side of a limit a value must be. */
    enum Direction {
        AT_MOST {
            @Override
            boolean holds(double value, double limit) {
                return value <= limit;
            }
        },
        AT_LEAST {
            @Override
            boolean holds(double value, double limit) {
                return value >= limit;
            }
        };

        abstract boolean holds(double value, double limit);
    }

    private static final String NOTHING = "-";

    /** Returns all targets, in the order in which they are told. */
    static List<Target> all() {
        return TabFile.read("targets.tsv", 6).stream()
                .map(row -> new Target(
                        row.get(0),
                        row.get(1),
                        Key.parse(row.get(2)),
                        row.get(3).equals(NOTHING) ? Optional.empty() : Optional.of(Key.parse(row.get(3))),
                        Direction.valueOf(row.get(4)),
                        Double.parseDouble(row.get(5))))
                .toList();
    }

    /** Compares it with results. */
    Verdict in(Results results) {
        Optional<Measurement> value = results.measurement(measured);
        if (value.isEmpty()) {
            return new Verdict.Open(this, results.reason(measured));
        }
        if (by.isEmpty()) {
            return new Verdict.Known(this, value.get().spread());
        }
        return results.measurement(by.get())
                .<Verdict>map(
                        divisor -> new Verdict.Known(this, value.get().spread().dividedBy(divisor.spread())))
                .orElseGet(() -> new Verdict.Open(this, results.reason(by.get())));
    }

    /** Whether the target is held by a value. */
    boolean isMetBy(double value) {
        return direction.holds(value, limit);
    }

    /** Returns the value and its spread in words. */
    String told(Results results, Spread value) {
        if (by.isPresent()) {
            return Numbers.times(value);
        }
        return Numbers.of(results.measurement(measured).orElseThrow().unit(), value);
    }
}
