package io.aims.interchange.inventory;

import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.system.Answer;
import io.aims.system.Dependency;
import io.aims.system.Provenance.Basis;
import io.aims.system.Vocabulary;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a mapping document and reports everything that is wrong with it at once. */
final class MappingReader {

    static final String CODE = "AIMS-4102";

    private final String document;
    private final Faults faults;
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final WordSource words;
    private final Map<String, MappedColumn> columns = new LinkedHashMap<>();
    private String id = "";

    MappingReader(String document, Faults faults, Vocabulary vocabulary, Catalogue catalogue, WordSource words) {
        this.document = document;
        this.faults = faults;
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.words = words;
    }

    InventoryMapping read(String yaml) {
        Node root = Documents.yaml(document, yaml);
        Fields fields = Fields.of(root, faults, CODE, "mapping");
        id = fields.requiredText("mapping");
        String subject = "mapping (" + Quoted.of(id) + ")";
        String version = fields.requiredText("version");
        String title = fields.requiredText("title");
        fields.text("about");
        fields.texts("sources");

        Fields file = Fields.of(required(fields, "file"), faults, CODE, "file of " + subject);
        Charset encoding = encoding(file);
        char delimiter = delimiter(file);
        boolean header = truth(file, "header", true);
        file.end();

        ValueSet blanks = new ValueSet(fields.texts("blanks"));
        fields.requiredNode("columns");
        fields.items("columns").forEach(item -> column(item, header));

        Fields always = Fields.of(optional(fields, "always"), faults, CODE, "always of " + subject);
        String because = always.text("because").orElse("the mapping says so of every record");
        List<Answer> forAll = answers(always, "always");
        always.end();

        InventoryMapping.RecordNames names = names(fields, subject);
        Fields patterns = Fields.of(optional(fields, "patterns"), faults, CODE, "patterns of " + subject);
        WordList wordList = wordList(patterns);
        List<String> read = columnIds(patterns, "read");
        List<String> beside = columnIds(patterns, "beside");
        patterns.end();
        fields.end();
        return new InventoryMapping(new InventoryMapping.Parts(
                id,
                version,
                title,
                encoding,
                delimiter,
                header,
                names,
                blanks,
                because,
                forAll,
                List.copyOf(columns.values()),
                wordList,
                read,
                beside));
    }

    private Charset encoding(Fields file) {
        String name = file.requiredText("encoding");
        try {
            if (!name.isEmpty()) {
                return Charset.forName(name);
            }
        } catch (IllegalArgumentException e) {
            fault(
                    file.node("encoding").map(Node::place).orElse(file.place()),
                    "names an encoding (" + Quoted.of(name) + ") that is not known",
                    "Maybe utf-8 or windows-1252.");
        }
        return StandardCharsets.UTF_8;
    }

    private char delimiter(Fields file) {
        String delimiter = file.text("delimiter").orElse(",");
        if (delimiter.length() == 1 && "\"\r\n".indexOf(delimiter.charAt(0)) < 0) {
            return delimiter.charAt(0);
        }
        fault(
                file.node("delimiter").map(Node::place).orElse(file.place()),
                "has a delimiter (" + Quoted.of(delimiter) + ") that is not one character",
                "Maybe \",\" or \";\" or \"\\t\".");
        return ',';
    }

    private InventoryMapping.RecordNames names(Fields fields, String subject) {
        Fields names = Fields.of(required(fields, "record"), faults, CODE, "record of " + subject);
        InventoryMapping.RecordNames result = new InventoryMapping.RecordNames(
                columnId(names, "id").orElse(null),
                columnId(names, "name").orElse(null),
                columnId(names, "description").orElse(null),
                names.requiredText("prefix"));
        names.end();
        return result;
    }

    private void column(Node item, boolean headed) {
        Fields fields = Fields.of(item, faults, CODE, "column of mapping (" + Quoted.of(id) + ")");
        String columnId = fields.requiredText("id");
        String header = fields.text("header").orElse(null);
        int position = number(fields, "position");
        int occurrence = number(fields, "occurrence");
        if ((header == null) == (position == 0) || header != null && !headed || occurrence > 0 && header == null) {
            fault(
                    fields.place(),
                    "must find column (" + Quoted.of(columnId) + ") by "
                            + (headed ? "header, if need be with occurrence, or by position" : "position"),
                    "Give the text of its header, or its position, counted from 1.");
        }
        List<ValueReading> readings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        ValueSet unknown = values(fields, "unknown", columnId, seen);
        fields.items("values").forEach(value -> reading(value, columnId, seen).ifPresent(readings::add));
        Dependency dependency = dependency(fields, columnId, readings);
        List<String> legalForms = fields.texts("legalForms");
        ListForm list = listForm(fields);
        MappedColumn column = new MappedColumn(
                columnId,
                header,
                occurrence,
                position,
                truth(fields, "optional", false),
                list,
                unknown,
                readings,
                dependency,
                new NameList(list == null ? List.of() : list.separators(), legalForms));
        fields.end();
        if (!columnId.isEmpty() && columns.putIfAbsent(columnId, column) != null) {
            fault(
                    fields.place(),
                    "has two columns with the id (" + Quoted.of(columnId) + ")",
                    "Maybe rename one of them.");
        }
    }

    private @Nullable Dependency dependency(Fields fields, String columnId, List<ValueReading> readings) {
        String word = fields.text("names").orElse(null);
        if (word == null) {
            return null;
        }
        Place place = fields.node("names").map(Node::place).orElse(fields.place());
        if (!readings.isEmpty()) {
            fault(
                    place,
                    "takes both names and values from column (" + Quoted.of(columnId) + ")",
                    "Maybe list the same column twice, under two ids.");
        }
        List<String> known =
                Arrays.stream(Dependency.values()).map(Dependency::field).toList();
        if (!known.contains(word)) {
            fault(
                    place,
                    "takes names of (" + Quoted.of(word) + ") from column (" + Quoted.of(columnId) + ")",
                    "They may be names of " + String.join(", ", known) + ".");
            return null;
        }
        return Dependency.values()[known.indexOf(word)];
    }

    private Optional<ValueReading> reading(Node node, String columnId, Set<String> seen) {
        Fields fields = Fields.of(node, faults, CODE, "values of column (" + Quoted.of(columnId) + ")");
        fields.requiredNode("is");
        ValueSet values = values(fields, "is", columnId, seen);
        List<Answer> says = answers(fields, columnId);
        Map<ControlId, ControlState.Stage> shows = controls(fields, columnId);
        Basis basis = fields.word("basis", Basis.class).orElse(Basis.STATED);
        String oddity = fields.text("odd").orElse(null);
        if (fields.node("says").isEmpty() && fields.node("shows").isEmpty()) {
            fault(
                    fields.place(),
                    "has values of column (" + Quoted.of(columnId) + ") that neither say nor show anything",
                    "Maybe list them under unknown.");
        }
        fields.end();
        return Optional.of(new ValueReading(values, says, shows, basis, oddity));
    }

    private ValueSet values(Fields fields, String key, String columnId, Set<String> seen) {
        List<Node.Scalar> scalars = fields.scalars(key);
        for (Node.Scalar scalar : scalars) {
            String folded = CellText.folded(scalar.text());
            if (folded.isEmpty() || folded.equals("*") || !seen.add(folded)) {
                fault(
                        scalar.place(),
                        "lists the value (" + Quoted.of(scalar.text()) + ") of column (" + Quoted.of(columnId) + ") "
                                + (folded.length() < 2 && !seen.contains(folded) ? "that says nothing" : "twice"),
                        "Maybe another value is meant. Case and blanks make no difference.");
            }
        }
        return new ValueSet(scalars.stream().map(Node.Scalar::text).toList());
    }

    private List<Answer> answers(Fields fields, String subject) {
        Optional<Node> says = fields.node("says");
        return says.isEmpty()
                ? List.of()
                : new AnswerReader("column of mapping", subject, faults).readAll(says.get(), vocabulary);
    }

    private Map<ControlId, ControlState.Stage> controls(Fields fields, String columnId) {
        Map<ControlId, ControlState.Stage> shows = new TreeMap<>();
        Optional<Node> node = fields.node("shows");
        if (node.isEmpty()) {
            return shows;
        }
        Fields controls = Fields.of(node.get(), faults, CODE, "controls of column (" + Quoted.of(columnId) + ")");
        List<String> ids = catalogue.controls().stream()
                .map(control -> control.id().value())
                .toList();
        ids.forEach(control -> controls.word(control, ControlState.Stage.class)
                .ifPresent(stage -> shows.put(new ControlId(control), stage)));
        controls.end();
        return shows;
    }

    private @Nullable ListForm listForm(Fields fields) {
        Optional<Node> node = fields.node("list");
        if (node.isEmpty()) {
            return null;
        }
        if (node.get() instanceof Node.Scalar scalar && scalar.text().equals("any")) {
            return ListForm.ANY;
        }
        List<String> separators = fields.texts("list");
        if (separators.isEmpty()
                || separators.stream()
                        .anyMatch(separator -> separator.replace('\n', ';').isBlank())) {
            fault(node.get().place(), "has a list without separators", "Write any, or [\";\"].");
            return ListForm.ANY;
        }
        return new ListForm(separators);
    }

    private WordList wordList(Fields patterns) {
        WordListReader reader = new WordListReader(faults, vocabulary);
        for (Node.Scalar name : patterns.scalars("lists")) {
            Optional<String> yaml = words.yaml(name.text());
            if (yaml.isPresent()) {
                reader.readDocument(name.text() + ".yaml", yaml.get());
            } else {
                fault(
                        name.place(),
                        "uses a word list (" + Quoted.of(name.text()) + ") that is not there",
                        "Put it beside the mapping, with the ending .yaml.");
            }
        }
        patterns.items("also").forEach(item -> reader.readPattern(item, Map.of()));
        return reader.wordList();
    }

    private List<String> columnIds(Fields fields, String key) {
        List<String> ids = new ArrayList<>();
        for (Node.Scalar scalar : fields.scalars(key)) {
            if (isColumn(scalar.text(), scalar.place())) {
                ids.add(scalar.text());
            }
        }
        return ids;
    }

    private Optional<String> columnId(Fields fields, String key) {
        Optional<String> columnId = fields.text(key);
        return columnId.filter(
                column -> isColumn(column, fields.node(key).map(Node::place).orElse(fields.place())));
    }

    private boolean isColumn(String columnId, Place place) {
        boolean known = columns.containsKey(columnId);
        if (!known) {
            fault(
                    place,
                    "speaks of a column (" + Quoted.of(columnId) + ") that it does not list",
                    Fields.advice(columnId, columns.keySet()));
        }
        return known;
    }

    private int number(Fields fields, String key) {
        Optional<String> text = fields.text(key);
        if (text.isEmpty()) {
            return 0;
        }
        if (text.get().matches("[1-9][0-9]{0,3}")) {
            return Integer.parseInt(text.get());
        }
        fault(
                fields.node(key).map(Node::place).orElse(fields.place()),
                "has a " + key + " (" + Quoted.of(text.get()) + ") that is no number from 1",
                "Count from 1.");
        return 0;
    }

    private boolean truth(Fields fields, String key, boolean otherwise) {
        Optional<String> text = fields.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        String word = text.get().toLowerCase(Locale.ROOT);
        if (!Arrays.asList("true", "false").contains(word)) {
            fault(
                    fields.node(key).map(Node::place).orElse(fields.place()),
                    "has " + key + " (" + Quoted.of(text.get()) + "), which must be true or false",
                    "Write true or false.");
            return otherwise;
        }
        return word.equals("true");
    }

    private Node required(Fields fields, String key) {
        return fields.requiredNode(key).orElse(new Node.Mapping(Map.of(), fields.place()));
    }

    private static Node optional(Fields fields, String key) {
        return fields.node(key).orElse(new Node.Mapping(Map.of(), fields.place()));
    }

    private void fault(Place place, String what, String advice) {
        faults.add(CODE, place, "The mapping (" + Quoted.of(id) + ", " + place + ") " + what + ".", advice);
    }
}
