package io.aims.report.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What stands in a cell: text of one or more lines, none of which can break out of its line.
 *
 * @param lines the lines, each without a line end; none for an empty cell
 */
public record Cell(List<String> lines) {

    /** The longest text that a cell of a workbook holds, in UTF-16 units. */
    public static final int LONGEST = 32_767;

    private static final int REST = 48;

    /** Puts each line on one line, and leaves out those that are blank. */
    public Cell {
        lines = lines.stream().map(Line::of).filter(line -> !line.isEmpty()).toList();
    }

    /**
     * Creates a cell.
     *
     * @param lines its lines
     * @return the cell
     */
    public static Cell of(String... lines) {
        return new Cell(List.of(lines));
    }

    /**
     * Returns the text, cut after a line if a workbook could not hold it, with the number of lines left out.
     *
     * @param form what to make of each line
     * @return at most {@value #LONGEST} UTF-16 units, lines parted by a line feed
     */
    public String text(UnaryOperator<String> form) {
        List<String> formed = lines.stream().map(form).toList();
        int whole = formed.stream().mapToInt(line -> line.length() + 1).sum() - 1;
        if (whole <= LONGEST) {
            return String.join("\n", formed);
        }
        StringBuilder out = new StringBuilder();
        int taken = 0;
        for (String line : formed) {
            if (out.length() + line.length() + 1 + REST > LONGEST) {
                break;
            }
            out.append(line).append('\n');
            taken++;
        }
        int rest = formed.size() - taken;
        return out.append("(and ")
                .append(rest)
                .append(rest == 1 ? " more line)" : " more lines)")
                .toString();
    }

    /**
     * Returns lines, of which no more than some are kept, with the number of the rest.
     *
     * @param most how many are kept
     * @param all every line
     * @param one what one more is called, for example {@code system}
     * @param many what several more are called
     * @return the lines
     */
    public static List<String> atMost(int most, List<String> all, String one, String many) {
        if (all.size() <= most) {
            return List.copyOf(all);
        }
        int rest = all.size() - most;
        List<String> kept = new ArrayList<>(all.subList(0, most));
        kept.add("and " + rest + " more " + (rest == 1 ? one : many));
        return List.copyOf(kept);
    }

    /**
     * Returns the cell with more lines below.
     *
     * @param more lines
     * @return the longer cell
     */
    public Cell and(List<String> more) {
        return new Cell(Stream.concat(lines.stream(), more.stream()).toList());
    }
}
