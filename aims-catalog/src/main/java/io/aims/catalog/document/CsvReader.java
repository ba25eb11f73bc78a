package io.aims.catalog.document;

import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV record by record: RFC 4180, with any of the three line ends, and quotation marks in the wrong place taken as
 * they stand. Never more than one record is held, and a record has limits. Not thread-safe.
 *
 * @since 0.1
 */
public final class CsvReader {

    /** The longest cell, in characters. */
    public static final int LONGEST_CELL = 100_000;

    /** The longest record, in characters. */
    public static final int LONGEST_RECORD = 1_000_000;

    /** The most cells of a record. */
    public static final int MOST_CELLS = 4_096;

    private static final int END = -1;

    private final String subject;
    private final String name;
    private final BufferedReader in;
    private final char delimiter;
    private int line = 1;
    private int recordLine = 1;
    private long records;
    private long blankLines;

    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int length;
    private boolean stray;
    private boolean quoted;

    /**
     * Begins to read.
     *
     * @param subject what the file is, for messages, for example {@code inventory}
     * @param name the name of the file, for messages
     * @param in its content; it is not closed
     * @param delimiter what stands between two cells
     */
    public CsvReader(String subject, String name, Reader in, char delimiter) {
        this.subject = subject;
        this.name = name;
        this.in = new BufferedReader(in, 1 << 16);
        this.delimiter = delimiter;
    }

    /**
     * Returns the number of lines skipped because nothing stood on them.
     *
     * @return a number from 0
     */
    public long blankLines() {
        return blankLines;
    }

    /**
     * Returns where the record read last begins.
     *
     * @return the place
     */
    public Place place() {
        return new Place(name, recordLine, 1);
    }

    /**
     * Returns the first record, which is not counted.
     *
     * @return the record, or {@code null} if the file is empty
     * @throws AimsException as {@link #next()}
     */
    public @Nullable CsvRecord header() {
        CsvRecord first = next();
        records = 0;
        return first;
    }

    /**
     * Returns the next record.
     *
     * @return the record, or {@code null} at the end
     * @throws AimsException AIMS-4104, if bytes are not in the encoding of the reader; AIMS-4105, if a cell or record is too
     *     large; AIMS-4106, if a quotation mark is never closed; AIMS-4107, if a byte is zero
     * @throws UncheckedIOException if the file cannot be read
     */
    public @Nullable CsvRecord next() {
        try {
            while (true) {
                recordLine = line;
                cells = new ArrayList<>(Math.max(10, cells.size()));
                length = 0;
                stray = false;
                int end = record();
                boolean blank = cells.size() == 1 && !quoted && cells.get(0).isBlank();
                if (!blank) {
                    records++;
                    return new CsvRecord(records, recordLine, List.copyOf(cells), stray);
                }
                if (end == END) {
                    return null;
                }
                blankLines++;
            }
        } catch (CharacterCodingException e) {
            throw fault(
                    "AIMS-4104",
                    "has bytes that are not in the encoding expected, at or after this line",
                    "Maybe the file was saved in another encoding: of an inventory, its mapping names it in file.encoding.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the cells of a record and returns the character that ended it. */
    private int record() throws IOException {
        quoted = false;
        int end;
        do {
            end = cell();
            cells.add(cell.toString());
            if (cells.size() > MOST_CELLS) {
                throw fault(
                        "AIMS-4105",
                        "has a record of more than " + MOST_CELLS + " cells",
                        "Maybe (" + delimiter + ") is not what stands between the cells of the file.");
            }
        } while (end == delimiter);
        return end;
    }

    private int cell() throws IOException {
        cell.setLength(0);
        int c = read();
        boolean inQuotes = c == '"';
        if (inQuotes) {
            quoted = true;
            quotedPart();
            c = read();
        }
        while (c != delimiter && c != '\n' && c != END) {
            stray |= inQuotes || c == '"';
            append(c);
            c = read();
        }
        return c;
    }

    private void quotedPart() throws IOException {
        int firstLine = line;
        while (true) {
            int c = read();
            if (c == END) {
                throw new AimsException(List.of(new Fault(
                        "AIMS-4106",
                        "The " + subject + " (" + new Place(name, firstLine, 1)
                                + ") opens a quotation mark that is never closed.",
                        "Maybe the file was cut off, or a quotation mark in a cell is not doubled.",
                        new Place(name, firstLine, 1))));
            }
            if (c == '"') {
                in.mark(1);
                if (in.read() != '"') {
                    in.reset();
                    return;
                }
            }
            append(c);
        }
    }

    private void append(int c) {
        length++;
        if (cell.length() >= LONGEST_CELL) {
            throw fault(
                    "AIMS-4105",
                    "has a cell of more than " + LONGEST_CELL + " characters",
                    "Maybe a quotation mark is not closed, or the file is no CSV.");
        }
        if (length > LONGEST_RECORD) {
            throw fault(
                    "AIMS-4105",
                    "has a record of more than " + LONGEST_RECORD + " characters",
                    "Maybe a line end is missing, or the file is no CSV.");
        }
        cell.append((char) c);
    }

    /** Reads a character; each of the three line ends comes as a line feed. */
    private int read() throws IOException {
        int c = in.read();
        if (c == 0) {
            throw fault(
                    "AIMS-4107",
                    "holds a zero byte, which no text has",
                    "Maybe it is a spreadsheet: save it as CSV, or name another encoding.");
        }
        if (c == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
            c = '\n';
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private AimsException fault(String code, String what, String advice) {
        return new AimsException(
                List.of(new Fault(code, "The " + subject + " (" + place() + ") " + what + ".", advice, place())));
    }
}
