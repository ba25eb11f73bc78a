package io.aims.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/** A plot in words, for those who do not see it: the medians of its table. */
final class Telling {

    private final SeriesView view;

    Telling(SeriesView view) {
        this.view = view;
    }

    String text() {
        String what = view.title().plot() == SeriesTitle.Plot.LINES
                ? view.title().axis() + " over " + view.title().conditions()
                : view.title().axis();
        return what + ", medians. "
                + view.contenders().stream()
                        .map(this::contender)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    private String contender(String contender) {
        List<String> values = view.conditions().stream()
                .flatMap(condition -> view.measurement(contender, condition).stream())
                .map(one -> view.conditionLabel(one.key().condition()) + ": "
                        + Numbers.with(one.unit(), one.spread().median()))
                .toList();
        return values.isEmpty() ? "" : view.label(contender) + ": " + String.join("; ", values) + ".";
    }
}
