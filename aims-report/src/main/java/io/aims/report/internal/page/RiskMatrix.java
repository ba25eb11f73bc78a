package io.aims.report.internal.page;

import io.aims.risk.Likelihood;
import io.aims.risk.Range;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.treatment.ResidualRisk;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of levels as a picture, with the places where objectives stand if what is unknown turns out badly. Lengths are
 * units of the picture.
 *
 * @param cells the cells of the table, by likelihood from the highest, then by severity from the lowest
 * @param chips the objectives in their places
 * @param rows the names of the likelihoods with the middle of their rows
 * @param columns the names of the severities with the middle of their columns
 */
public record RiskMatrix(List<Cell> cells, List<Chip> chips, List<Mark> rows, List<Mark> columns) {

    /** The width of the picture. */
    public static final int WIDTH = 780;

    /** The height of the picture. */
    public static final int HEIGHT = 560;

    private static final int LEFT = 100;
    private static final int CELL_WIDTH = 136;
    private static final int CELL_HEIGHT = 98;
    private static final int HEAD = 22;
    private static final int CHIP_WIDTH = 42;
    private static final int CHIP_HEIGHT = 16;
    private static final int IN_ROW = 3;
    private static final int MOST = 12;
    private static final int SMALL = 20;

    /**
     * A cell of the table.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param level the level that the criteria give it
     */
    public record Cell(int x, int y, RiskLevel level) {

        /**
         * Returns the width of every cell.
         *
         * @return the width
         */
        public int width() {
            return CELL_WIDTH;
        }

        /**
         * Returns the height of every cell.
         *
         * @return the height
         */
        public int height() {
            return CELL_HEIGHT;
        }
    }

    /**
     * An objective in its place.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param text the id of the objective, or how many more there are
     * @param treated whether it is the place with the controls as they are, and not that before controls
     */
    public record Chip(int x, int y, String text, boolean treated) {

        /**
         * Returns the width of every chip.
         *
         * @return the width
         */
        public int width() {
            return CHIP_WIDTH;
        }

        /**
         * Returns the height of every chip.
         *
         * @return the height
         */
        public int height() {
            return CHIP_HEIGHT;
        }
    }

    /**
     * A name on an axis.
     *
     * @param at the middle of its row or column
     * @param text the name
     */
    public record Mark(int at, String text) {}

    /**
     * Where one objective may stand, in a small table of five by five squares.
     *
     * @param x the left edge
     * @param y the upper edge
     * @param width the width
     * @param height the height
     */
    public record Box(int x, int y, int width, int height) {

        /**
         * Returns where an objective may stand.
         *
         * @param likelihood how likely it is failed
         * @param severity how bad that is
         * @param inset by how much the box is smaller than its squares on each side
         * @return the box
         */
        public static Box of(Range<Likelihood> likelihood, Range<Severity> severity, int inset) {
            int top = Likelihood.VERY_HIGH.ordinal() - likelihood.high().ordinal();
            return new Box(
                    severity.low().ordinal() * SMALL + inset,
                    top * SMALL + inset,
                    (severity.width() + 1) * SMALL - 2 * inset,
                    (likelihood.width() + 1) * SMALL - 2 * inset);
        }
    }

    /** Copies the lists. */
    public RiskMatrix {
        cells = List.copyOf(cells);
        chips = List.copyOf(chips);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /**
     * Draws the table.
     *
     * @param criteria the criteria that give each cell its level
     * @param risks the risks to the objectives
     * @return the picture
     */
    public static RiskMatrix of(RiskCriteria criteria, List<ResidualRisk> risks) {
        List<Cell> cells = new ArrayList<>();
        List<Chip> chips = new ArrayList<>();
        List<Mark> rows = new ArrayList<>();
        List<Mark> columns = new ArrayList<>();
        for (int row = 0; row < Likelihood.values().length; row++) {
            Likelihood likelihood = Likelihood.values()[Likelihood.VERY_HIGH.ordinal() - row];
            rows.add(new Mark(row * CELL_HEIGHT + CELL_HEIGHT / 2, Words.of(likelihood)));
            for (Severity severity : Severity.values()) {
                Cell cell = new Cell(
                        LEFT + severity.ordinal() * CELL_WIDTH,
                        row * CELL_HEIGHT,
                        criteria.level(likelihood, severity));
                cells.add(cell);
                chips.addAll(chips(cell, likelihood, severity, risks));
            }
        }
        for (Severity severity : Severity.values()) {
            columns.add(new Mark(LEFT + severity.ordinal() * CELL_WIDTH + CELL_WIDTH / 2, Words.of(severity)));
        }
        return new RiskMatrix(cells, chips, rows, columns);
    }

    /** The objectives of a cell: those that stand there with controls, then those that stood there before and moved. */
    private static List<Chip> chips(Cell cell, Likelihood likelihood, Severity severity, List<ResidualRisk> risks) {
        List<ResidualRisk> here = new ArrayList<>();
        List<ResidualRisk> before = new ArrayList<>();
        for (ResidualRisk risk : risks) {
            boolean isHere =
                    risk.likelihood().high() == likelihood && risk.severity().high() == severity;
            boolean wasHere = risk.inherent().likelihood().high() == likelihood
                    && risk.inherent().severity().high() == severity;
            if (isHere) {
                here.add(risk);
            } else if (wasHere) {
                before.add(risk);
            }
        }
        int count = here.size() + before.size();
        int shown = count <= MOST ? count : MOST - 1;
        List<Chip> chips = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            boolean treated = i < here.size();
            ResidualRisk risk = treated ? here.get(i) : before.get(i - here.size());
            chips.add(chip(cell, i, risk.inherent().objective().id().value(), treated));
        }
        if (shown < count) {
            chips.add(chip(cell, shown, "+" + (count - shown), shown < here.size()));
        }
        return chips;
    }

    private static Chip chip(Cell cell, int position, String text, boolean treated) {
        return new Chip(
                cell.x() + 3 + position % IN_ROW * (CHIP_WIDTH + 2),
                cell.y() + HEAD + position / IN_ROW * (CHIP_HEIGHT + 2),
                text,
                treated);
    }
}
