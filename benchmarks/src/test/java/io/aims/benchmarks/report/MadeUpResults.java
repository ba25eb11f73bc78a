package io.aims.benchmarks.report;

import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.NotMeasured;
import io.aims.benchmarks.result.Results;
import io.aims.benchmarks.result.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Results that nobody has measured, for tests of the page. */
final class MadeUpResults {

    private MadeUpResults() {}

    /** Everything that the targets ask for but the peers on Node, with spreads, in an order of the seed. */
    static Results ofSeed(long seed) {
        List<Measurement> measurements = new ArrayList<>(List.of(
                one("cold-start/bare/default", Unit.MILLISECONDS, 40, 41, 39, 40, 60),
                one("cold-start/hand-written/default", Unit.MILLISECONDS, 90, 92, 91),
                one("cold-start/aims/default", Unit.MILLISECONDS, 396, 400, 404),
                one("cold-start/aims/app-cds", Unit.MILLISECONDS, 250, 251, 252),
                one("cold-start/drl-executable/default", Unit.MILLISECONDS, 4000, 4500, 5000),
                one("second-aims/own-pack/304", Unit.MILLISECONDS, 10, 11, 16),
                one("jars/aims/count", Unit.COUNT, 12),
                one("jars/aims/size", Unit.BYTES, 3_250_000),
                one("throughput/hand-written/0", Unit.MICROSECONDS, 5, 5, 5),
                one("throughput/hand-written/20", Unit.MICROSECONDS, 5.1, 5.2, 5.3),
                one("throughput/engine/0", Unit.MICROSECONDS, 49, 50, 53),
                one("throughput/engine/20", Unit.MICROSECONDS, 61, 62, 63),
                one("throughput/plain/20", Unit.MICROSECONDS, 20, 21, 22)));
        for (int size : new int[] {50, 304, 5000}) {
            measurements.add(one("rules/engine/" + size, Unit.MICROSECONDS, size / 5.0));
            measurements.add(one("rules/hand-written/" + size, Unit.MICROSECONDS, size / 50.0));
            measurements.add(one("rules-per-fact/engine/" + size, Unit.NANOSECONDS, 400 + size / 20.0));
        }
        Collections.shuffle(measurements, new Random(seed));
        return Results.of(
                measurements,
                List.of(new NotMeasured(Key.parse("throughput/json-rules-engine/20"), "Node is not installed")),
                Map.of("cores", "2", "version of Drools", "10.2.0"));
    }

    private static Measurement one(String key, Unit unit, double... values) {
        return new Measurement(
                Key.parse(key), unit, java.util.Arrays.stream(values).boxed().toList());
    }
}
