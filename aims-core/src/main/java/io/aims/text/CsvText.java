package io.aims.text;

/**
 * Writes cells of comma-separated values by RFC 4180, each in quotation marks.
 *
 * @since 0.1
 */
public final class CsvText {

    /** What ends a row. */
    public static final String ROW_END = "\r\n";

    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    private CsvText() {}

    /**
     * Returns a cell.
     *
     * @param text any text
     * @return the text in quotation marks
     */
    public static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * Puts an apostrophe before what a spreadsheet would take for a formula at the beginning of a cell. Where the list separator
     * is a semicolon, a spreadsheet that opens the file begins a cell behind each semicolon and line end as well.
     *
     * @param text any text
     * @return a text that begins no formula
     */
    public static String guarded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 1);
        boolean begins = true;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (begins && FORMULA.indexOf(c) >= 0) {
                out.append('\'');
            }
            out.append(c);
            begins = c == ';' || c == '\n' || c == '\r' || begins && (c == ' ' || c == '"' || c == '\t');
        }
        return out.toString();
    }
}
