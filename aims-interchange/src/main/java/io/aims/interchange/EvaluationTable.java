package io.aims.interchange;

import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.error.Place;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Risk;
import io.aims.risk.Objective;
import io.aims.rule.Truth;
import io.aims.text.CsvText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes evaluations as rows of one table (CSV), so that very many fit into a file: the level of each system and of each
 * objective, the status of each control, and no reasons. Reasons stand in what {@link EvaluationWriter} writes.
 *
 * <p>The columns follow from the catalogue: they are the same for all systems. A text that a spreadsheet would take for a formula
 * has an apostrophe before it. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class EvaluationTable {

    private static final List<String> HEAD = List.of(
            "id",
            "document",
            "line",
            "as_of",
            "engine",
            "level_low",
            "level_high",
            "stop",
            "required",
            "via_supplier",
            "undetermined",
            "contradictions");

    private final String header;

    /**
     * Creates a table.
     *
     * @param catalogue the objectives and controls that are columns
     */
    public EvaluationTable(Catalogue catalogue) {
        StringBuilder row = new StringBuilder();
        Stream.of(
                        HEAD.stream(),
                        catalogue.objectives().stream().map(Objective::id).map(Object::toString),
                        catalogue.controls().stream().map(Control::id).map(Object::toString))
                .flatMap(columns -> columns)
                .forEach(column -> text(row, column));
        this.header = ended(row);
    }

    /**
     * Returns the row with the names of the columns.
     *
     * @return the row with its end
     */
    public String header() {
        return header;
    }

    /**
     * Returns the row of an evaluation.
     *
     * @param evaluation an evaluation that rests on the catalogue of this table
     * @param place where the description of the system stands, or {@code null}
     * @return the row with its end
     */
    public String row(Evaluation evaluation, @Nullable Place place) {
        StringBuilder row = new StringBuilder(header.length() * 2);
        text(row, evaluation.system().id());
        text(row, place == null ? "" : place.document());
        word(row, place == null ? "" : String.valueOf(place.line()));
        word(row, evaluation.asOf().map(LocalDate::toString).orElse(""));
        word(row, evaluation.engine().name());
        word(row, evaluation.level().low().name());
        word(row, evaluation.level().high().name());
        word(row, stop(evaluation).name());
        int[] counts = new int[ControlStatus.values().length];
        for (ControlResult control : evaluation.controls()) {
            counts[control.status().ordinal()]++;
        }
        word(row, String.valueOf(counts[ControlStatus.REQUIRED.ordinal()]));
        word(row, String.valueOf(counts[ControlStatus.VIA_SUPPLIER.ordinal()]));
        word(row, String.valueOf(counts[ControlStatus.UNDETERMINED.ordinal()]));
        word(row, String.valueOf(evaluation.contradictions().size()));
        for (Risk risk : evaluation.risks()) {
            word(row, risk.level().toString());
        }
        for (ControlResult control : evaluation.controls()) {
            word(row, control.status().name());
        }
        return ended(row);
    }

    private static Truth stop(Evaluation evaluation) {
        List<Finding> stops = evaluation.stops();
        if (stops.isEmpty()) {
            return Truth.FALSE;
        }
        return stops.stream().anyMatch(Finding::isCertain) ? Truth.TRUE : Truth.UNDETERMINED;
    }

    private static void text(StringBuilder row, String text) {
        row.append(CsvText.cell(CsvText.guarded(text))).append(',');
    }

    /** Adds what holds neither quotation marks nor the beginning of a formula. */
    private static void word(StringBuilder row, String word) {
        row.append('"').append(word).append("\",");
    }

    private static String ended(StringBuilder row) {
        row.setLength(row.length() - 1);
        return row.append(CsvText.ROW_END).toString();
    }
}
