package io.aims.benchmarks.report;

import io.aims.benchmarks.result.Conditions;
import io.aims.benchmarks.result.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A line for each contender over conditions that are numbers, both axes logarithmic. */
final class LinePlot {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 430;
    private static final int LEFT = 90;
    private static final int RIGHT = 640;
    private static final int TOP = 60;
    private static final int BOTTOM = 370;
    private static final int LEAST_GAP = 17;

    private final SeriesView view;

    LinePlot(SeriesView view) {
        this.view = view;
    }

    /** The series must not be empty, nor have a value of zero, and its conditions must be numbers. */
    String text() {
        List<List<Measurement>> lines = view.contenders().stream()
                .map(this::line)
                .filter(line -> !line.isEmpty())
                .toList();
        List<Measurement> all = lines.stream().flatMap(List::stream).toList();
        LogAxis across = LogAxis.around(all.stream().map(LinePlot::size).toList(), LEFT, RIGHT);
        LogAxis up =
                LogAxis.around(all.stream().map(one -> one.spread().median()).toList(), BOTTOM, TOP);
        Svg svg = new Svg(WIDTH, HEIGHT, view.title().title(), new Telling(view).text());
        for (double tick : across.ticks()) {
            svg.grid(across.place(tick), TOP, across.place(tick), BOTTOM);
            svg.text(across.place(tick), BOTTOM + 18, "quiet middle", Numbers.rounded(tick));
        }
        for (double tick : up.ticks()) {
            svg.grid(LEFT, up.place(tick), RIGHT, up.place(tick));
            svg.text(
                    LEFT - 8,
                    up.place(tick) + 4,
                    "quiet end",
                    Numbers.with(all.get(0).unit(), tick));
        }
        svg.text((LEFT + RIGHT) / 2.0, HEIGHT - 16, "quiet middle", view.title().conditions() + ", logarithmic");
        svg.text(16, TOP - 14, "quiet", view.title().axis() + ", logarithmic");
        List<Double> taken = new ArrayList<>();
        for (int kind = 0; kind < lines.size(); kind++) {
            draw(svg, kind, lines.get(kind), across, up, taken);
        }
        return svg.toString();
    }

    private void draw(Svg svg, int kind, List<Measurement> line, LogAxis across, LogAxis up, List<Double> taken) {
        String name = view.label(line.get(0).key().contender());
        svg.line(
                kind,
                line.stream()
                        .map(one -> Svg.at(across.place(size(one))) + ","
                                + Svg.at(up.place(one.spread().median())))
                        .collect(Collectors.joining(" ")));
        for (Measurement one : line) {
            svg.mark(
                    kind,
                    across.place(size(one)),
                    up.place(one.spread().median()),
                    name + ", " + view.label(one.key().condition()) + " "
                            + view.title().conditions() + ": " + Numbers.of(one.unit(), one.spread()));
        }
        Measurement last = line.get(line.size() - 1);
        double y = free(up.place(last.spread().median()), taken);
        taken.add(y);
        svg.mark(kind, RIGHT + 18, y, name);
        svg.text(RIGHT + 30, y + 4, "quiet", name);
    }

    /** Names of lines that end near each other must not hide each other. */
    private static double free(double wanted, List<Double> taken) {
        double y = wanted;
        while (isTaken(y, taken)) {
            y += 1;
        }
        return y;
    }

    private static boolean isTaken(double y, List<Double> taken) {
        return taken.stream().anyMatch(other -> Math.abs(other - y) < LEAST_GAP);
    }

    private List<Measurement> line(String contender) {
        return view.conditions().stream()
                .filter(Conditions::isNumber)
                .flatMap(condition -> view.measurement(contender, condition).stream())
                .toList();
    }

    private static double size(Measurement one) {
        return Double.parseDouble(one.key().condition());
    }
}
