package io.aims.interchange.inventory;

import io.aims.text.Quoted;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was understood of an inventory, what is unknown, and what was odd.
 *
 * @param mapping id and version of the mapping
 * @param textPatterns whether words in texts were read
 * @param records the records, each of which became a system
 * @param columns the columns that tell something, in the order of the mapping
 * @param answers the characteristics answered, sorted
 * @param controls the controls of which a state is told, with the number of records, sorted
 * @param contradicted claims that were left out because the record contradicts them
 * @param generatedIds records without an id of their own
 * @param repeatedIds records whose id was there before, and got a number
 * @param unevenRecords records with more or fewer cells than the header
 * @param strayQuotes records with quotation marks where none belong
 * @param blankLines lines without a record
 * @since 0.1
 */
public record ImportSummary(
        String mapping,
        boolean textPatterns,
        long records,
        List<ColumnSummary> columns,
        List<AnswerSummary> answers,
        SortedMap<String, Long> controls,
        long contradicted,
        long generatedIds,
        long repeatedIds,
        long unevenRecords,
        long strayQuotes,
        long blankLines) {

    private static final int ODD_VALUES_SHOWN = 10;

    /** Copies the collections. */
    public ImportSummary {
        columns = List.copyOf(columns);
        answers = List.copyOf(answers);
        controls = Collections.unmodifiableSortedMap(new TreeMap<>(controls));
    }

    /**
     * Returns the number of odd cells.
     *
     * @return the sum over all columns
     */
    public long odd() {
        return columns.stream().mapToLong(ColumnSummary::odd).sum();
    }

    /**
     * Returns the summary for people.
     *
     * @return lines of text, each ended by a line feed
     */
    public String text() {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "%s imported with mapping %s, %s.",
                count(records, "record"),
                mapping,
                textPatterns ? "words in texts read" : "words in texts not read");
        int width = columns.stream().mapToInt(c -> c.column().length()).max().orElse(0);
        width = Math.max(width, "column".length());
        line(out, "");
        line(out, "%-" + width + "s %10s %10s %10s %10s", "column", "understood", "unknown", "blank", "odd");
        for (ColumnSummary c : columns) {
            if (c.present()) {
                line(
                        out,
                        "%-" + width + "s %10d %10d %10d %10d",
                        c.column(),
                        c.understood(),
                        c.unknown(),
                        c.blank(),
                        c.odd());
            } else {
                line(out, "%-" + width + "s %10s", c.column(), "not in the file");
            }
        }
        for (ColumnSummary c : columns) {
            if (c.odd() > 0) {
                line(out, "");
                line(out, "Odd in %s (%s), taken as unknown:", c.column(), Quoted.of(c.title()));
                c.oddValues().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(ODD_VALUES_SHOWN)
                        .forEach(value -> line(out, "  %d x %s", value.getValue(), value.getKey()));
                if (c.oddValues().size() > ODD_VALUES_SHOWN) {
                    line(out, "  and more");
                }
            }
        }
        answers(out);
        if (!controls.isEmpty()) {
            line(out, "");
            line(out, "Control states:");
            controls.forEach((control, records) -> line(out, "  %-8s %d", control, records));
        }
        notes(out);
        return out.toString();
    }

    private void answers(StringBuilder out) {
        int width = answers.stream()
                .mapToInt(a -> a.characteristic().length())
                .max()
                .orElse(0);
        width = Math.max(width, "characteristic".length());
        line(out, "");
        line(out, "%-" + width + "s %10s %10s %10s", "characteristic", "stated", "in part", "inferred");
        for (AnswerSummary a : answers) {
            line(
                    out,
                    "%-" + width + "s %10d %10d %10d",
                    a.characteristic(),
                    a.statedExact(),
                    a.statedPartly(),
                    a.inferred());
        }
    }

    private void notes(StringBuilder out) {
        StringBuilder notes = new StringBuilder();
        note(
                notes,
                contradicted,
                "claim left out, because the record contradicts it",
                "claims left out, because the record contradicts them");
        note(
                notes,
                generatedIds,
                "record without an id: it got one made of its content",
                "records without an id: they got one made of their content");
        note(
                notes,
                repeatedIds,
                "record with an id that was there before: it got a number",
                "records with an id that was there before: they got a number");
        note(
                notes,
                unevenRecords,
                "record with more or fewer cells than the header",
                "records with more or fewer cells than the header");
        note(
                notes,
                strayQuotes,
                "record with quotation marks where none belong",
                "records with quotation marks where none belong");
        note(notes, blankLines, "blank line", "blank lines");
        if (notes.length() > 0) {
            line(out, "");
            out.append(notes);
        }
    }

    private static void note(StringBuilder out, long number, String one, String many) {
        if (number > 0) {
            line(out, "%d %s", number, number == 1 ? one : many);
        }
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
