package io.aims.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown whose columns after the first are aligned to the right or left. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    /** Begins a table; names that end in a colon are aligned to the right, and lose it. */
    Table(List<String> columns) {
        lines.add(row(columns.stream().map(name -> name.replaceFirst(":$", "")).toList()));
        lines.add(row(columns.stream()
                .map(name -> name.endsWith(":") ? "---:" : "---")
                .toList()));
    }

    void add(List<String> cells) {
        lines.add(row(cells.stream().map(Table::escaped).toList()));
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String escaped(String cell) {
        return cell.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replaceAll("\\R", " ");
    }

    List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
