package io.aims.rules;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Diagnostic;
import io.aims.error.Faults;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A fault planted in a clean pack, and what verifying has to say of it. */
record PlantedCase(String id, String kind, String title, List<String> base, List<Edit> edits, Expected expected) {

    private static final String CODE = "AIMS-0000";

    /** A change of one file. */
    private record Edit(
            Optional<String> file,
            Optional<String> find,
            Optional<String> replace,
            Optional<String> add,
            Optional<String> text,
            Optional<String> remove,
            Optional<String> save,
            Optional<String> encoding) {}

    /** The finding. */
    record Expected(
            Diagnostic.Level severity,
            String file,
            Optional<Integer> line,
            Optional<Integer> column,
            Optional<String> at,
            List<String> names,
            Optional<String> nearest,
            List<String> besides) {}

    /** The cases of one file, and the codes with which their kinds are told. */
    record Topic(String file, Map<String, Set<String>> codes, List<PlantedCase> cases) {}

    /** Reads the cases of one file. */
    static Topic read(String file, String yaml) {
        Faults faults = new Faults();
        Fields fields = Fields.of(Documents.yaml(file, yaml), faults, CODE, "topic");
        Map<String, Set<String>> codes = new TreeMap<>();
        if (fields.requiredNode("codes").orElseThrow() instanceof Node.Mapping kinds) {
            Fields byKind = Fields.of(kinds, faults, CODE, "codes");
            kinds.entries().keySet().forEach(kind -> codes.put(kind, Set.copyOf(byKind.texts(kind))));
        }
        List<PlantedCase> cases = new ArrayList<>();
        fields.items("cases").forEach(node -> cases.add(read(Fields.of(node, faults, CODE, "case"), faults)));
        fields.end();
        faults.throwIfAny();
        return new Topic(file, codes, List.copyOf(cases));
    }

    private static PlantedCase read(Fields fields, Faults faults) {
        List<Edit> edits = new ArrayList<>();
        for (Node node : fields.items("edits")) {
            Fields edit = Fields.of(node, faults, CODE, "edit");
            edits.add(new Edit(
                    edit.text("file"),
                    edit.text("find"),
                    edit.text("replace"),
                    edit.text("add"),
                    edit.text("text"),
                    edit.text("remove"),
                    edit.text("save"),
                    edit.text("encoding")));
            edit.end();
        }
        Fields expect = Fields.of(fields.requiredNode("expect").orElseThrow(), faults, CODE, "expect");
        Expected expected = new Expected(
                expect.requiredWord("severity", Diagnostic.Level.class, Diagnostic.Level.ERROR),
                expect.requiredText("file"),
                expect.text("line").map(Integer::valueOf),
                expect.text("column").map(Integer::valueOf),
                expect.text("at"),
                expect.texts("names"),
                expect.text("nearest"),
                expect.texts("besides"));
        expect.end();
        fields.text("note");
        PlantedCase made = new PlantedCase(
                fields.requiredText("id"),
                fields.requiredText("kind"),
                fields.requiredText("title"),
                fields.texts("base"),
                edits,
                expected);
        fields.end();
        return made;
    }

    /** Plants the fault in copies of the originals. */
    Map<String, byte[]> plant(Map<String, String> originals) {
        Map<String, String> texts = new TreeMap<>();
        originals.forEach((file, text) -> {
            if (base.contains(file.substring(0, file.indexOf('/')))) {
                texts.put(file, text);
            }
        });
        Map<String, Charset> encodings = new LinkedHashMap<>();
        for (Edit edit : edits) {
            if (edit.add().isPresent()) {
                texts.put(edit.add().get(), edit.text().orElseThrow());
            } else if (edit.remove().isPresent()) {
                require(texts.remove(edit.remove().get()) != null, "removes a file that is not there");
            } else if (edit.save().isPresent()) {
                encodings.put(edit.save().get(), Charset.forName(edit.encoding().orElseThrow()));
            } else {
                String file = edit.file().orElseThrow();
                String find = edit.find().orElseThrow();
                require(
                        occurrences(originals.getOrDefault(file, ""), find) == 1,
                        "finds (" + find + ") not once in the original");
                require(
                        occurrences(texts.getOrDefault(file, ""), find) == 1,
                        "finds (" + find + ") not once when its turn comes");
                texts.put(
                        file,
                        texts.getOrDefault(file, "")
                                .replace(find, edit.replace().orElse("")));
            }
        }
        checkAt(texts);
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach(
                (file, text) -> files.put(file, text.getBytes(encodings.getOrDefault(file, StandardCharsets.UTF_8))));
        return files;
    }

    /** The text expected at the place holds line and column to the edits. */
    private void checkAt(Map<String, String> texts) {
        if (expected.line().isPresent()) {
            List<String> lines = texts.getOrDefault(expected.file(), "").lines().toList();
            String line = lines.get(expected.line().get() - 1);
            String at = expected.at().orElseThrow();
            require(
                    expected.column().isPresent()
                            ? line.startsWith(at, expected.column().get() - 1)
                            : line.contains(at),
                    "has not (" + at + ") at its place but (" + line + ")");
        }
    }

    private void require(boolean right, String what) {
        if (!right) {
            throw new IllegalStateException("Case " + id + " " + what);
        }
    }

    private static int occurrences(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }
}
