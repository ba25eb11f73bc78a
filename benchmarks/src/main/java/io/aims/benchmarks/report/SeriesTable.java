package io.aims.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The numbers of a series as a table: medians with their quartiles, and how many times the baseline they are. */
final class SeriesTable {

    private static final String NOT_MEASURED = "not measured";
    private static final String NOT_WANTED = "–";

    private final SeriesView view;

    SeriesTable(SeriesView view) {
        this.view = view;
    }

    /** Contenders stand in rows, but over numbers as conditions in columns. */
    String text() {
        return view.title().plot() == SeriesTitle.Plot.LINES
                ? table(
                        view.title().conditions(),
                        view.conditions(),
                        view.contenders(),
                        view::label,
                        (row, column) -> cell(column, row))
                : table("", view.contenders(), view.conditions(), view::conditionLabel, this::cell);
    }

    private String table(
            String corner,
            List<String> rows,
            List<String> columns,
            UnaryOperator<String> columnLabels,
            BiFunction<String, String, String> cells) {
        List<String> head = new ArrayList<>(List.of(corner));
        columns.forEach(column -> head.add(columnLabels.apply(column) + ":"));
        Table table = new Table(head);
        for (String row : rows) {
            List<String> line = new ArrayList<>(List.of(view.label(row)));
            columns.forEach(column -> line.add(cells.apply(row, column)));
            table.add(line);
        }
        return table.toString();
    }

    private String cell(String contender, String condition) {
        return view.measurement(contender, condition)
                .map(one -> Numbers.of(one.unit(), one.spread())
                        + view.ratio(one)
                                .map(ratio -> ", " + Numbers.times(ratio))
                                .orElse(""))
                .orElse(view.wasWanted(contender, condition) ? NOT_MEASURED : NOT_WANTED);
    }
}
