package io.aims.report;

/**
 * In which form comma-separated values are written. Always: RFC 4180, UTF-8, every cell in quotation marks, lines that end
 * with CR and LF.
 *
 * @param byteOrderMark whether the text begins with a byte order mark, by which Excel knows that it is UTF-8
 * @param formulasGuarded whether an apostrophe stands before text that a spreadsheet would take for a formula
 * @since 0.1
 */
public record CsvForm(boolean byteOrderMark, boolean formulasGuarded) {

    /**
     * Returns the form for programs that read files: no byte order mark, formulas guarded.
     *
     * @return the form
     */
    public static CsvForm standard() {
        return new CsvForm(false, true);
    }

    /**
     * Returns the form for a person who opens the file in a spreadsheet: with a byte order mark, formulas guarded.
     *
     * @return the form
     */
    public static CsvForm forSpreadsheets() {
        return new CsvForm(true, true);
    }

    /**
     * Returns the same form without the guard: for programs alone, never for a spreadsheet.
     *
     * @return the form in which texts stand as they are
     */
    public CsvForm unguarded() {
        return new CsvForm(byteOrderMark, false);
    }
}
