package io.aims.interchange.inventory;

import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the columns of a mapping stand in a file. Immutable. */
final class Layout {

    private static final String CODE = "AIMS-4108";

    private final Map<String, Integer> positions;
    private final int width;

    private Layout(Map<String, Integer> positions, int width) {
        this.positions = positions;
        this.width = width;
    }

    /**
     * Finds the columns.
     *
     * @param columns the columns of the mapping
     * @param cells the header, or the first record of a file without one
     * @param headed whether the cells are a header
     * @param place where they stand
     * @param faults receives every column that is not found
     */
    static Layout of(List<MappedColumn> columns, List<String> cells, boolean headed, Place place, Faults faults) {
        Map<String, List<Integer>> byHeader = new HashMap<>();
        if (headed) {
            for (int i = 0; i < cells.size(); i++) {
                byHeader.computeIfAbsent(CellText.folded(cells.get(i)), header -> new ArrayList<>())
                        .add(i);
            }
        }
        Map<String, Integer> positions = new HashMap<>();
        for (MappedColumn column : columns) {
            String header = column.header();
            if (header == null) {
                if (column.position() <= cells.size()) {
                    positions.put(column.id(), column.position() - 1);
                } else if (!column.optional()) {
                    missing(
                            column,
                            "position (" + column.position() + ")",
                            place,
                            faults,
                            "It has " + cells.size() + " columns.");
                }
                continue;
            }
            List<Integer> found = byHeader.getOrDefault(CellText.folded(header), List.of());
            if (found.size() > 1 && column.occurrence() == 0) {
                faults.add(
                        CODE,
                        place,
                        "The inventory (" + place + ") has " + found.size() + " columns with the header ("
                                + Quoted.of(header) + ").",
                        "Add occurrence: 1, or which of them it is, to column (" + Quoted.of(column.id())
                                + ") of the mapping.");
            } else if (found.size() >= Math.max(1, column.occurrence())) {
                positions.put(column.id(), found.get(Math.max(1, column.occurrence()) - 1));
            } else if (!column.optional()) {
                missing(
                        column,
                        "header (" + Quoted.of(header) + ")",
                        place,
                        faults,
                        Nearest.to(CellText.folded(header), byHeader.keySet())
                                .map(near -> "Maybe the header is (" + Quoted.of(near) + ").")
                                .orElse("Maybe it is another inventory, or its encoding or delimiter is another one."));
            }
        }
        return new Layout(positions, cells.size());
    }

    /** Returns the cell of a column, empty if there is none. */
    String cell(MappedColumn column, List<String> cells) {
        Integer position = positions.get(column.id());
        return position == null || position >= cells.size() ? "" : cells.get(position);
    }

    boolean has(MappedColumn column) {
        return positions.containsKey(column.id());
    }

    boolean isEven(List<String> cells) {
        return cells.size() == width;
    }

    private static void missing(MappedColumn column, String where, Place place, Faults faults, String advice) {
        faults.add(
                CODE,
                place,
                "The inventory (" + place + ") has no column (" + Quoted.of(column.id()) + ") with " + where + ".",
                advice);
    }
}
