package io.aims.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis on which equal distances are equal ratios.
 *
 * @param least the least value on it, above zero
 * @param most the greatest value on it
 * @param from where the least value is drawn
 * @param to where the greatest value is drawn
 */
record LogAxis(double least, double most, double from, double to) {

    private static final int FEW = 2;
    private static final int[] STEPS = {1, 2, 5};

    /** Returns an axis with room for values, from and to a round number. */
    static LogAxis around(List<Double> values, double from, double to) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        if (!(least > 0)) {
            throw new IllegalArgumentException("A logarithmic axis has no place for " + least);
        }
        return new LogAxis(roundBelow(least), roundAbove(most), from, to);
    }

    double place(double value) {
        return from + (to - from) * Math.log(value / least) / Math.log(most / least);
    }

    /** Powers of ten, and twice and five times them where the axis spans few. */
    List<Double> ticks() {
        boolean isShort = most / least < Math.pow(10, FEW);
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(least)); Math.pow(10, power) <= most * 1.000001; power++) {
            for (int step : STEPS) {
                double tick = step * Math.pow(10, power);
                if ((step == 1 || isShort) && tick >= least * 0.999999 && tick <= most * 1.000001) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private static double roundBelow(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double share = value / power;
        return share >= 5 ? 5 * power : share >= 2 ? 2 * power : power;
    }

    private static double roundAbove(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double share = value / power;
        return share < 2 ? 2 * power : share < 5 ? 5 * power : 10 * power;
    }
}
