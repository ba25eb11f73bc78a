package io.aims.interchange.inventory;

import io.aims.system.AiSystem;
import io.aims.system.Provenance.Basis;
import io.aims.text.Quoted;
import io.aims.treatment.ControlStates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts while an inventory is read. Keeps no record. Not thread-safe. */
final class Tally {

    private static final int MOST_ODD_VALUES = 100;

    /** How a cell was taken. */
    enum Cell {
        UNDERSTOOD,
        UNKNOWN,
        BLANK,
        ODD
    }

    private static final class ColumnCount {
        private final long[] cells = new long[Cell.values().length];
        private final Map<String, Long> oddValues = new LinkedHashMap<>();
    }

    private final Map<String, ColumnCount> columns = new LinkedHashMap<>();
    private final SortedMap<String, long[]> answers = new TreeMap<>();
    private final SortedMap<String, Long> controls = new TreeMap<>();
    long records;
    long contradicted;
    long generatedIds;
    long repeatedIds;
    long unevenRecords;
    long strayQuotes;

    void cell(String column, Cell cell) {
        count(column).cells[cell.ordinal()]++;
    }

    void oddValue(String column, String value) {
        Map<String, Long> values = count(column).oddValues;
        String shown = Quoted.of(value);
        if (values.size() < MOST_ODD_VALUES || values.containsKey(shown)) {
            values.merge(shown, 1L, Long::sum);
        }
    }

    void system(AiSystem system, ControlStates states) {
        records++;
        system.answers().forEach((id, answer) -> {
            long[] counts = answers.computeIfAbsent(id, added -> new long[3]);
            if (answer.provenance().basis() == Basis.INFERRED) {
                counts[2]++;
            } else {
                counts[answer.isExact() ? 0 : 1]++;
            }
        });
        states.states().keySet().forEach(control -> controls.merge(control.value(), 1L, Long::sum));
    }

    ImportSummary summary(InventoryMapping mapping, boolean textPatterns, Layout layout, long blankLines) {
        List<ColumnSummary> summaries = new ArrayList<>();
        for (MappedColumn column : mapping.parts().columns()) {
            if (!column.isRead()) {
                continue;
            }
            ColumnCount count = count(column.id());
            summaries.add(new ColumnSummary(
                    column.id(),
                    column.title(),
                    layout.has(column),
                    count.cells[Cell.UNDERSTOOD.ordinal()],
                    count.cells[Cell.UNKNOWN.ordinal()],
                    count.cells[Cell.BLANK.ordinal()],
                    count.cells[Cell.ODD.ordinal()],
                    count.oddValues));
        }
        List<AnswerSummary> answered = new ArrayList<>();
        answers.forEach((id, counts) -> answered.add(new AnswerSummary(id, counts[0], counts[1], counts[2])));
        return new ImportSummary(
                mapping.toString(),
                textPatterns,
                records,
                summaries,
                answered,
                controls,
                contradicted,
                generatedIds,
                repeatedIds,
                unevenRecords,
                strayQuotes,
                blankLines);
    }

    private ColumnCount count(String column) {
        return columns.computeIfAbsent(column, added -> new ColumnCount());
    }
}
