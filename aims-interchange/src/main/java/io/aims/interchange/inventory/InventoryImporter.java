package io.aims.interchange.inventory;

import io.aims.catalog.document.CsvReader;
import io.aims.catalog.document.CsvRecord;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Dependency;
import io.aims.system.Provenance.Basis;
import io.aims.text.CanonicalForm;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlStates;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an inventory record by record and makes a system of each. No record is left out: a value that the mapping does
 * not know is unknown, with a warning. Only one record is held at a time.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class InventoryImporter {

    private static final int LONGEST_ID = 200;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InventoryMapping mapping;
    private final InventoryMapping.Parts parts;
    private final boolean textPatterns;
    private final Map<String, MappedColumn> columns = new LinkedHashMap<>();

    private InventoryImporter(InventoryMapping mapping, boolean textPatterns) {
        this.mapping = mapping;
        this.parts = mapping.parts();
        this.textPatterns = textPatterns;
        parts.columns().forEach(column -> columns.put(column.id(), column));
    }

    /**
     * Creates an importer that reads columns and, if the mapping has patterns, words in texts.
     *
     * @param mapping what the columns tell
     * @return the importer
     */
    public static InventoryImporter of(InventoryMapping mapping) {
        return new InventoryImporter(mapping, mapping.readsTexts());
    }

    /**
     * Returns an importer that infers nothing from words in texts.
     *
     * @return the importer
     */
    public InventoryImporter withoutTextPatterns() {
        return new InventoryImporter(mapping, false);
    }

    /**
     * Reads an inventory to its end.
     *
     * @param name the name of the file, for messages
     * @param csv its bytes; it is not closed
     * @param systems receives each record as a system, in the order of the file; those before a fault are received, so
     *     that a caller who wants all or nothing reads twice or keeps them back
     * @return what was understood
     * @throws AimsException AIMS-4104 to AIMS-4109, if the file is not in the encoding of the mapping, no CSV, beyond a
     *     limit, empty, or without a column
     * @throws UncheckedIOException if it cannot be read
     */
    public ImportSummary read(String name, InputStream csv, Consumer<? super ImportedSystem> systems) {
        CsvReader reader = new CsvReader("inventory", name, decoded(csv, parts.encoding()), parts.delimiter());
        CsvRecord first = parts.header() ? reader.header() : reader.next();
        if (first == null) {
            throw new AimsException(
                    "AIMS-4109", "The inventory (" + Quoted.of(name) + ") is empty.", "Maybe another file was meant.");
        }
        Faults faults = new Faults();
        Layout layout =
                Layout.of(parts.columns(), first.cells(), parts.header(), new Place(name, first.line(), 1), faults);
        faults.throwIfAny();

        Tally tally = new Tally();
        SeenIds seen = new SeenIds();
        for (CsvRecord record = parts.header() ? reader.next() : first; record != null; record = reader.next()) {
            systems.accept(system(record, layout, tally, seen));
        }
        return tally.summary(mapping, textPatterns, layout, reader.blankLines());
    }

    private ImportedSystem system(CsvRecord record, Layout layout, Tally tally, SeenIds seen) {
        List<ImportWarning> warnings = new ArrayList<>();
        shape(record, layout, tally, warnings);
        String id = id(record, layout, tally, seen, warnings);
        AiSystem.Builder builder = AiSystem.named(id);
        named(parts.names().name(), layout, record).ifPresent(builder::name);
        named(parts.names().description(), layout, record).ifPresent(builder::description);

        SortedMap<ControlId, ControlState> states = new TreeMap<>();
        List<Read> inferred = new ArrayList<>();
        Claims claims = new Claims();
        parts.always().forEach(answer -> claims.add(answer, Basis.STATED, parts.alwaysBecause()));
        for (MappedColumn column : parts.columns()) {
            Dependency dependency = column.dependency();
            if (dependency != null && layout.has(column)) {
                builder.dependsOn(dependency, names(column, layout.cell(column, record.cells()), tally, warnings));
            } else if (column.isRead() && layout.has(column)) {
                for (Read read : cell(column, layout.cell(column, record.cells()), tally, warnings)) {
                    show(read, states);
                    if (read.reading().basis() == Basis.INFERRED) {
                        inferred.add(read);
                    } else {
                        claim(read, claims, tally, warnings);
                    }
                }
            }
        }
        inferred.forEach(read -> claim(read, claims, tally, warnings));
        if (textPatterns) {
            texts(record, layout, claims, tally, warnings);
        }
        AiSystem system = builder.putAll(claims.answers("mapping " + mapping)).build();
        ControlStates controls = new ControlStates(states);
        tally.system(system, controls);
        return new ImportedSystem(system, controls, record.number(), record.line(), warnings);
    }

    /** What a value in a cell tells. */
    private record Read(MappedColumn column, ValueReading reading, String value) {

        String evidence() {
            return "column (" + Quoted.of(column.title()) + "): " + Quoted.of(value);
        }
    }

    private List<Read> cell(MappedColumn column, String cell, Tally tally, List<ImportWarning> warnings) {
        List<Read> reads = new ArrayList<>();
        String whole = CellText.tidy(cell);
        ListForm list = column.list();
        if (whole.isEmpty() || list == null || isKnown(column, whole)) {
            tally.cell(column.id(), value(column, whole, reads, tally, warnings));
            return reads;
        }
        Tally.Cell worst = Tally.Cell.BLANK;
        for (String item : list.items(cell)) {
            Tally.Cell taken = value(column, item, reads, tally, warnings);
            boolean worse = taken == Tally.Cell.ODD
                    || worst != Tally.Cell.ODD && taken == Tally.Cell.UNDERSTOOD
                    || worst == Tally.Cell.BLANK;
            worst = worse ? taken : worst;
        }
        tally.cell(column.id(), worst);
        return reads;
    }

    private List<String> names(MappedColumn column, String cell, Tally tally, List<ImportWarning> warnings) {
        String whole = CellText.tidy(cell);
        if (whole.isEmpty() || isKnown(column, whole)) {
            boolean isBlank = !column.unknown().contains(CellText.folded(whole));
            tally.cell(column.id(), isBlank ? Tally.Cell.BLANK : Tally.Cell.UNKNOWN);
            return List.of();
        }
        Optional<List<String>> read = column.names().names(cell);
        if (read.isEmpty()) {
            tally.oddValue(column.id(), whole);
            warnings.add(new ImportWarning(
                    column.id(), Quoted.of(whole), "The cell holds a text rather than names; it is taken as unknown."));
            tally.cell(column.id(), Tally.Cell.ODD);
            return List.of();
        }
        List<String> named =
                read.get().stream().filter(name -> !isKnown(column, name)).toList();
        tally.cell(column.id(), named.isEmpty() ? Tally.Cell.UNKNOWN : Tally.Cell.UNDERSTOOD);
        return named;
    }

    private boolean isKnown(MappedColumn column, String value) {
        String folded = CellText.folded(value);
        return column.reading(folded).isPresent()
                || column.unknown().contains(folded)
                || parts.blanks().contains(folded);
    }

    private Tally.Cell value(
            MappedColumn column, String value, List<Read> reads, Tally tally, List<ImportWarning> warnings) {
        String folded = CellText.folded(value);
        Optional<ValueReading> reading = column.reading(folded);
        if (reading.isPresent()) {
            Read read = new Read(column, reading.get(), value);
            reads.add(read);
            String oddity = read.reading().oddity();
            if (oddity != null) {
                warnings.add(new ImportWarning(
                        column.id(), Quoted.of(value), "The value is " + oddity + "; it was used all the same."));
            }
            return Tally.Cell.UNDERSTOOD;
        }
        if (column.unknown().contains(folded)) {
            return Tally.Cell.UNKNOWN;
        }
        if (folded.isEmpty() || parts.blanks().contains(folded)) {
            return Tally.Cell.BLANK;
        }
        tally.oddValue(column.id(), value);
        warnings.add(new ImportWarning(
                column.id(), Quoted.of(value), "The mapping does not know the value; it is taken as unknown."));
        return Tally.Cell.ODD;
    }

    private static void claim(Read read, Claims claims, Tally tally, List<ImportWarning> warnings) {
        for (Answer answer : read.reading().says()) {
            if (!claims.add(answer, read.reading().basis(), read.evidence())) {
                contradicted(answer, read.column().id(), read.value(), tally, warnings);
            }
        }
    }

    private static void show(Read read, SortedMap<ControlId, ControlState> states) {
        read.reading().shows().forEach((control, stage) -> {
            ControlState earlier = states.get(control);
            if (earlier == null || stage.compareTo(earlier.stage()) < 0) {
                states.put(control, new ControlState(stage, read.evidence(), null, null, null));
            }
        });
    }

    private void texts(CsvRecord record, Layout layout, Claims claims, Tally tally, List<ImportWarning> warnings) {
        List<MappedColumn> read = parts.textColumns().stream().map(this::column).toList();
        List<String> texts = read.stream()
                .map(column -> CellText.folded(layout.cell(column, record.cells())))
                .toList();
        List<String> beside = parts.contextColumns().stream()
                .map(column -> CellText.folded(layout.cell(column(column), record.cells())))
                .toList();
        for (WordList.Hit hit : parts.words().in(texts, beside)) {
            MappedColumn column = read.get(hit.column());
            String evidence = "words in (" + Quoted.of(column.title()) + "): " + Quoted.of(hit.words());
            for (Answer answer : hit.pattern().says()) {
                if (!claims.add(answer, Basis.INFERRED, evidence)) {
                    contradicted(answer, column.id(), hit.words(), tally, warnings);
                }
            }
        }
    }

    private static void contradicted(
            Answer answer, String column, String value, Tally tally, List<ImportWarning> warnings) {
        tally.contradicted++;
        warnings.add(new ImportWarning(
                column,
                Quoted.of(value),
                "That " + answer.characteristic().id() + " is " + answer.text()
                        + " contradicts another column of the record; it was left out."));
    }

    private static void shape(CsvRecord record, Layout layout, Tally tally, List<ImportWarning> warnings) {
        if (!layout.isEven(record.cells())) {
            tally.unevenRecords++;
            warnings.add(new ImportWarning(
                    "record",
                    record.cells().size() + " cells",
                    "The record has more or fewer cells than the header; what is missing is unknown."));
        }
        if (record.stray()) {
            tally.strayQuotes++;
            warnings.add(new ImportWarning(
                    "record", "\"", "A quotation mark stands where none belongs; it was taken as it stands."));
        }
    }

    private String id(CsvRecord record, Layout layout, Tally tally, SeenIds seen, List<ImportWarning> warnings) {
        String own = Optional.ofNullable(parts.names().id())
                .map(column -> CellText.tidy(layout.cell(column(column), record.cells())))
                .orElse("");
        String wanted = own;
        if (own.isEmpty() || own.length() > LONGEST_ID) {
            tally.generatedIds++;
            CanonicalForm form = new CanonicalForm().list(record.cells(), CanonicalForm::text);
            wanted = parts.names().prefix() + "-" + form.sha256().substring(0, 12);
        }
        String id = seen.unique(wanted);
        if (!id.equals(wanted)) {
            tally.repeatedIds++;
            warnings.add(new ImportWarning(
                    "record", Quoted.of(wanted), "The id was there before; the system is called " + id + "."));
        }
        return id;
    }

    private Optional<String> named(@Nullable String column, Layout layout, CsvRecord record) {
        return Optional.ofNullable(column)
                .map(id -> CellText.tidy(layout.cell(column(id), record.cells())))
                .filter(text -> !text.isEmpty());
    }

    private MappedColumn column(String id) {
        return Optional.ofNullable(columns.get(id)).orElseThrow();
    }

    /** Decodes the bytes strictly. A byte order mark of UTF-8 says more about a file than any mapping. */
    private static Reader decoded(InputStream csv, Charset encoding) {
        try {
            PushbackInputStream bytes = new PushbackInputStream(csv, BYTE_ORDER_MARK.length);
            byte[] start = bytes.readNBytes(BYTE_ORDER_MARK.length);
            boolean marked = Arrays.equals(start, BYTE_ORDER_MARK);
            if (!marked) {
                bytes.unread(start);
            }
            return new InputStreamReader(
                    bytes,
                    (marked ? StandardCharsets.UTF_8 : encoding)
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
