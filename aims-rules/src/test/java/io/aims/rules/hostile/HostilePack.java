package io.aims.rules.hostile;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of hostile.yaml: how to make a pack that means harm, and what must happen.
 *
 * @param id its id
 * @param title what it tries
 * @param base the clean pack that is changed
 * @param file the file in it that is replaced
 * @param files how many such files there are
 * @param listed whether the pack names the files
 * @param slow whether only the slow build has time for it
 * @param make how they are made
 * @param expect what must happen
 */
record HostilePack(
        String id,
        String title,
        String base,
        String file,
        Optional<Integer> files,
        boolean listed,
        boolean slow,
        Node.Mapping make,
        Expectation expect) {

    /** What a source or a caller does, and what stays over time: tests of their own. */
    static final Set<String> OF_CONDUCT =
            Set.of("slow-stream", "link-changed-while-reading", "coming-and-going", "faults-kept", "swap-under-load");

    /**
     * What must happen.
     *
     * @param outcome how it ends
     * @param code the code of one of the faults
     * @param memory the most megabytes that it may take
     * @param seconds the most seconds that it may take
     * @param mostFaults the most faults that are told
     */
    record Expectation(Outcome outcome, Optional<String> code, int memory, int seconds, int mostFaults) {}

    /** How reading ends. */
    enum Outcome {
        REFUSED,
        READ,
        READ_OR_REFUSED,
        INTERRUPTIBLE
    }

    private enum YesNo {
        YES,
        NO
    }

    static List<HostilePack> all() {
        try (InputStream yaml =
                Objects.requireNonNull(HostilePack.class.getResourceAsStream("/planted/hostile/hostile.yaml"))) {
            Faults faults = new Faults();
            List<HostilePack> all =
                    Fields.of(Documents.yaml("hostile.yaml", yaml), faults, "TEST", "list").items("hostile").stream()
                            .map(node -> read(node, faults))
                            .toList();
            faults.throwIfAny();
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostilePack read(Node node, Faults faults) {
        Fields fields = Fields.of(node, faults, "TEST", "hostile pack");
        String id = fields.requiredText("id");
        String title = fields.requiredText("title");
        String base = fields.text("base").orElse("night-desk");
        String file = fields.text("file").orElse("load.yaml");
        Optional<Integer> files = fields.text("files").map(Integer::valueOf);
        boolean slow = fields.word("slow", YesNo.class).orElse(YesNo.NO) == YesNo.YES;
        Node.Mapping make = (Node.Mapping) fields.requiredNode("make").orElseThrow();
        boolean listed = make.get("listed")
                .filter(said ->
                        said instanceof Node.Scalar scalar && scalar.text().equals("NO"))
                .isEmpty();
        Fields expect = Fields.of(fields.requiredNode("expect").orElseThrow(), faults, "TEST", "expectation");
        Expectation expectation = new Expectation(
                expect.requiredWord("outcome", Outcome.class, Outcome.REFUSED),
                expect.text("code"),
                Integer.parseInt(expect.requiredText("memory")),
                expect.text("seconds").map(Integer::valueOf).orElse(10),
                expect.text("mostFaults").map(Integer::valueOf).orElse(1_000));
        expect.text("fault");
        expect.text("touches");
        expect.text("output");
        expect.text("leaves");
        expect.end();
        fields.text("note");
        fields.end();
        return new HostilePack(id, title, base, file, files, listed, slow, make, expectation);
    }

    boolean isOfConduct() {
        return OF_CONDUCT.contains(id);
    }

    Optional<String> text(String key) {
        return make.get(key).map(node -> ((Node.Scalar) node).text());
    }

    List<String> texts(String key) {
        return make.get(key)
                .map(node -> ((Node.Sequence) node)
                        .items().stream()
                                .map(item -> ((Node.Scalar) item).text())
                                .toList())
                .orElse(List.of());
    }

    @Override
    public String toString() {
        return id + ": " + title;
    }
}
