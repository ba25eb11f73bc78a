package io.aims.catalog;

import io.aims.catalog.document.CsvReader;
import io.aims.catalog.document.CsvRecord;
import io.aims.catalog.document.Fields;
import io.aims.crosswalk.Crosswalk;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.MappingBasis;
import io.aims.crosswalk.Relation;
import io.aims.error.Place;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.YesNo;
import io.aims.text.Quoted;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one crosswalk from CSV: a header, then one row a mapping. Not thread-safe. */
final class CrosswalkTable {

    private static final String FORM = "AIMS-2074";

    private final CrosswalkDraft draft;
    private final String name;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<String, Described> described = new LinkedHashMap<>();

    CrosswalkTable(String name, Crosswalks known) {
        this.draft = new CrosswalkDraft(name, known);
        this.name = name;
    }

    Crosswalk read(String text) {
        CsvReader reader = new CsvReader("crosswalk", name, new StringReader(text), delimiter(text));
        CsvRecord header = reader.header();
        Place top = new Place(name, 1, 1);
        if (header == null) {
            draft.fault(FORM, top, "The crosswalk (" + top + ") is empty.", "Maybe it was not saved.");
            return draft.finish("");
        }
        header(header, reader.place());
        draft.faults().throwIfAny();
        List<Line> lines = new ArrayList<>();
        for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
            Place place = reader.place();
            draft.limit((int) Math.min(record.number(), Integer.MAX_VALUE), CrosswalkFiles.MOST, "rows", place);
            line(record, header.cells().size(), place).ifPresent(lines::add);
        }
        if (lines.isEmpty()) {
            draft.fault(FORM, top, "The crosswalk (" + top + ") has no row.", "Maybe only the header was saved.");
        }
        lines.forEach(this::describe);
        described.forEach((id, framework) -> finish(new FrameworkId(id), framework));
        lines.forEach(this::row);
        return draft.finish("");
    }

    /** Returns the first of comma, semicolon and tab that stands in the header. */
    private static char delimiter(String text) {
        return (char) text.strip()
                .chars()
                .takeWhile(c -> c != '\n' && c != '\r')
                .filter(c -> c == ',' || c == ';' || c == '\t')
                .findFirst()
                .orElse(',');
    }

    private void header(CsvRecord header, Place place) {
        List<String> allowed =
                Arrays.stream(Column.values()).map(Column::header).toList();
        for (int position = 0; position < header.cells().size(); position++) {
            String cell = header.cells().get(position).strip();
            int at = allowed.indexOf(cell);
            if (at < 0) {
                draft.fault(
                        FORM,
                        place,
                        "The column (" + Quoted.of(cell) + ", " + place + ") is not known.",
                        Fields.advice(cell, allowed));
            } else if (columns.putIfAbsent(Column.values()[at], position) != null) {
                draft.fault(
                        FORM, place, "The column (" + cell + ", " + place + ") stands twice.", "Maybe leave one out.");
            }
        }
        for (Column column : Column.values()) {
            if (column.required && !columns.containsKey(column)) {
                draft.fault(
                        FORM,
                        place,
                        "The crosswalk (" + place + ") has no column " + column.header() + ".",
                        "Maybe add it to the header.");
            }
        }
    }

    private Optional<Line> line(CsvRecord record, int cells, Place place) {
        if (record.cells().size() != cells) {
            draft.fault(
                    FORM,
                    place,
                    "The row (" + place + ") must have " + cells + " cells, not "
                            + record.cells().size() + ".",
                    "Maybe a cell with a delimiter in it is not in quotation marks.");
            return Optional.empty();
        }
        if (record.stray()) {
            draft.fault(
                    FORM,
                    place,
                    "The row (" + place + ") has quotation marks where none belong.",
                    "Maybe double those inside a cell.");
            return Optional.empty();
        }
        Line line = new Line(record.cells(), place);
        boolean complete = true;
        for (Column column : Column.values()) {
            String text = draft.text(column.header(), cell(line, column), place);
            if (column.required && text.isEmpty()) {
                draft.fault(
                        FORM, place, "The row (" + place + ") has no " + column.header() + ".", "Maybe it was lost.");
                complete = false;
            }
        }
        complete &= isId(Column.FROM_FRAMEWORK, line) && isId(Column.TO_FRAMEWORK, line);
        if (complete && cell(line, Column.FROM_FRAMEWORK).equals(cell(line, Column.TO_FRAMEWORK))) {
            draft.fault(
                    FORM,
                    place,
                    "The row (" + place + ") leads from a framework to itself.",
                    "Maybe one of the two is another framework.");
            complete = false;
        }
        return complete ? Optional.of(line) : Optional.empty();
    }

    private boolean isId(Column column, Line line) {
        String text = cell(line, column);
        if (text.isEmpty() || FrameworkId.isWellFormed(text)) {
            return true;
        }
        draft.fault(
                FORM,
                line.place(),
                "The " + column.header() + " (" + Quoted.of(text) + ", " + line.place()
                        + ") must be a letter or digit and up to 63 letters, digits, dots, hyphens or underscores.",
                Fields.advice(text, draft.knownFrameworks()));
        return false;
    }

    private void describe(Line line) {
        describe(line, Column.FROM_FRAMEWORK, Column.FROM_TITLE, Column.FROM_EDITION, Column.FROM, Column.FROM_LABEL);
        describe(line, Column.TO_FRAMEWORK, Column.TO_TITLE, Column.TO_EDITION, Column.TO, Column.TO_LABEL);
    }

    /** Collects what a row tells of a framework that is not known yet. */
    private void describe(Line line, Column framework, Column title, Column edition, Column element, Column label) {
        String id = cell(line, framework);
        if (draft.knows(new FrameworkId(id))) {
            return;
        }
        Described found = described.computeIfAbsent(id, key -> new Described(line.place()));
        found.title = same("title of framework", id, found.title, cell(line, title), line.place());
        found.edition = same("edition of framework", id, found.edition, cell(line, edition), line.place());
        String elementId = cell(line, element);
        String before = found.labels.getOrDefault(elementId, "");
        found.labels.put(elementId, same("label of element", elementId, before, cell(line, label), line.place()));
        found.places.putIfAbsent(elementId, line.place());
    }

    private String same(String what, String id, String before, String now, Place place) {
        if (!before.isEmpty() && !now.isEmpty() && !before.equals(now)) {
            draft.fault(
                    FORM,
                    place,
                    "The " + what + " (" + Quoted.of(id) + ", " + place + ") is (" + Quoted.of(now) + "), and was ("
                            + Quoted.of(before) + ") in a row above.",
                    "Maybe the id is wrong in one of them.");
        }
        return before.isEmpty() ? now : before;
    }

    private void finish(FrameworkId id, Described framework) {
        if (framework.title.isEmpty() || framework.edition.isEmpty()) {
            draft.fault(
                    CrosswalkDraft.UNKNOWN_ID,
                    framework.place,
                    "The framework (" + id + ", " + framework.place + ") is not known, and no row tells its "
                            + (framework.title.isEmpty() ? "title" : "edition") + ".",
                    draft.advice(
                            id.value(),
                            draft::knownFrameworks,
                            "Maybe fill the columns for title and edition in one row."));
        }
        framework.labels.forEach((element, label) -> element(id, element, label, framework));
        draft.add(id, framework.title, framework.edition, "", Framework.Extent.MAPPED_ONLY, framework.place);
    }

    private void element(FrameworkId framework, String element, String label, Described described) {
        Place place = described.places.getOrDefault(element, described.place);
        if (!ElementId.isWellFormed(element)) {
            draft.fault(
                    FORM,
                    place,
                    "The id (" + Quoted.of(element) + ", " + place
                            + ") of element must be a letter or digit and up to 63 letters, digits and marks.",
                    "Maybe leave out what is no part of the id.");
        } else if (label.isEmpty()) {
            draft.fault(
                    CrosswalkDraft.UNKNOWN_ID,
                    place,
                    "The element (" + element + ", " + place + ") of framework (" + framework
                            + ") is not known, and no row tells its label.",
                    draft.advice(
                            element,
                            () -> described.labels.keySet().stream()
                                    .filter(ElementId::isWellFormed)
                                    .filter(other -> !other.equals(element))
                                    .toList(),
                            "Maybe fill the column for its label in one row."));
        } else {
            draft.add(Element.resolved(new ElementId(framework, element), label, ""), place);
        }
    }

    private void row(Line line) {
        Place place = line.place();
        Optional<ElementId> from = element(line, Column.FROM_FRAMEWORK, Column.FROM);
        Optional<ElementId> to = element(line, Column.TO_FRAMEWORK, Column.TO);
        Optional<Relation> relation = word(line, Column.RELATION, Relation.class);
        MappingBasis basis = word(line, Column.BASIS, MappingBasis.class).orElse(MappingBasis.EXPERT);
        Confidence confidence = word(line, Column.CONFIDENCE, Confidence.class).orElse(Confidence.MEDIUM);
        boolean replaces =
                word(line, Column.REPLACES, YesNo.class).map(YesNo.YES::equals).orElse(false);
        if (from.isPresent() && to.isPresent() && relation.isPresent()) {
            draft.add(
                    Mapping.stated(
                            from.get(),
                            to.get(),
                            relation.get(),
                            basis,
                            new Source(cell(line, Column.SOURCE)),
                            confidence,
                            cell(line, Column.NOTE)),
                    replaces,
                    place);
        }
    }

    /** Finds an element; what is wrong with one that this crosswalk describes has been told. */
    private Optional<ElementId> element(Line line, Column framework, Column element) {
        Described own = described.get(cell(line, framework));
        if (own != null && !own.isUsable(cell(line, element))) {
            return Optional.empty();
        }
        return draft.element(new FrameworkId(cell(line, framework)), cell(line, element), line.place());
    }

    private <E extends Enum<E>> Optional<E> word(Line line, Column column, Class<E> type) {
        String text = cell(line, column);
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst();
        if (found.isEmpty() && !text.isEmpty()) {
            draft.fault(
                    FORM,
                    line.place(),
                    "The " + column.header() + " (" + Quoted.of(text) + ", " + line.place() + ") is not known.",
                    Fields.advice(
                            text,
                            Arrays.stream(type.getEnumConstants())
                                    .map(Enum::name)
                                    .toList()));
        }
        return found;
    }

    private String cell(Line line, Column column) {
        Integer position = columns.get(column);
        return position == null ? "" : line.cells().get(position).strip();
    }

    /** The columns, by the names that the header has. */
    private enum Column {
        FROM_FRAMEWORK(true),
        FROM(true),
        FROM_LABEL(false),
        RELATION(true),
        TO_FRAMEWORK(true),
        TO(true),
        TO_LABEL(false),
        SOURCE(true),
        BASIS(false),
        CONFIDENCE(false),
        NOTE(false),
        REPLACES(false),
        FROM_TITLE(false),
        FROM_EDITION(false),
        TO_TITLE(false),
        TO_EDITION(false);

        final boolean required;

        Column(boolean required) {
            this.required = required;
        }

        String header() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A record with its place. */
    private record Line(List<String> cells, Place place) {}

    /** What the rows tell of a framework that is not known yet. */
    private static final class Described {

        final Place place;
        final Map<String, String> labels = new LinkedHashMap<>();
        final Map<String, Place> places = new LinkedHashMap<>();
        String title = "";
        String edition = "";

        Described(Place place) {
            this.place = place;
        }

        boolean isUsable(String element) {
            return ElementId.isWellFormed(element)
                    && !labels.getOrDefault(element, "").isEmpty();
        }
    }
}
