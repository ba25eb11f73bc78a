package io.aims.benchmarks.report;

import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.Spread;
import java.util.ArrayList;
import java.util.List;

/** A row for each contender and condition, with a mark at the median and a line from quartile to quartile. */
final class DotPlot {

    private static final int WIDTH = 860;
    private static final int LEFT = 300;
    private static final int RIGHT = 700;
    private static final int TOP = 66;
    private static final int ROW = 20;
    private static final int GAP = 8;

    private final SeriesView view;

    DotPlot(SeriesView view) {
        this.view = view;
    }

    /** The series must not be empty, nor have a value of zero. */
    String text() {
        List<Measurement> all = measured();
        LogAxis axis = LogAxis.around(
                all.stream()
                        .map(Measurement::spread)
                        .flatMap(spread -> List.of(spread.low(), spread.high()).stream())
                        .toList(),
                LEFT,
                RIGHT);
        List<String> rows = view.contenders().stream().filter(this::isMeasured).toList();
        int bottom = TOP + ROW * all.size() + GAP * rows.size();
        Svg svg = new Svg(WIDTH, bottom + 50, view.title().title(), new Telling(view).text());
        legend(svg);
        for (double tick : axis.ticks()) {
            svg.grid(axis.place(tick), TOP - 10, axis.place(tick), bottom);
            svg.text(
                    axis.place(tick),
                    bottom + 17,
                    "quiet middle",
                    Numbers.with(all.get(0).unit(), tick));
        }
        svg.text((LEFT + RIGHT) / 2.0, bottom + 38, "quiet middle", view.title().axis() + ", logarithmic");
        double y = TOP;
        for (String contender : rows) {
            svg.text(LEFT - 14, y + 10, "end", view.label(contender));
            for (String condition : view.conditions()) {
                Measurement one = view.measurement(contender, condition).orElse(null);
                if (one != null) {
                    dot(svg, axis, one, y + 6);
                    y += ROW;
                }
            }
            y += GAP;
        }
        return svg.toString();
    }

    private void dot(Svg svg, LogAxis axis, Measurement one, double y) {
        int kind = view.conditions().indexOf(one.key().condition());
        Spread spread = one.spread();
        String low = Svg.at(axis.place(spread.low())) + "," + Svg.at(y);
        String high = Svg.at(axis.place(spread.high())) + "," + Svg.at(y);
        svg.line(kind, low + " " + high);
        svg.mark(
                kind,
                axis.place(spread.median()),
                y,
                view.label(one.key().contender()) + ", "
                        + view.conditionLabel(one.key().condition()) + ": " + Numbers.of(one.unit(), spread));
        svg.text(RIGHT + 14, y + 4, "quiet", Numbers.with(one.unit(), spread.median()));
    }

    private void legend(Svg svg) {
        if (view.conditions().size() < 2) {
            return;
        }
        double x = 20;
        for (int i = 0; i < view.conditions().size(); i++) {
            String label = view.conditionLabel(view.conditions().get(i));
            svg.mark(i, x, 44, label);
            svg.text(x + 10, 48, "quiet", label);
            x += 34 + 7.0 * label.length();
        }
    }

    private boolean isMeasured(String contender) {
        return view.conditions().stream()
                .anyMatch(condition -> view.measurement(contender, condition).isPresent());
    }

    private List<Measurement> measured() {
        List<Measurement> all = new ArrayList<>();
        for (String contender : view.contenders()) {
            for (String condition : view.conditions()) {
                view.measurement(contender, condition).ifPresent(all::add);
            }
        }
        return all;
    }
}
