package io.aims.rules.internal.files;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.error.Diagnostics;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the files of one pack: {@value #PACK_FILE} and the chapters, catalogues and tests that it lists. A chapter or catalogue
 * may also stand in the list itself. Not thread-safe.
 */
public final class PackDocuments {

    /** The file that says what the pack is. */
    public static final String PACK_FILE = "pack.yaml";

    private static final String SHAPE = "AIMS-2001";
    private static final String FILES = "AIMS-2002";
    private static final String ALIKE = "AIMS-2101";
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.ya?ml");

    private final PackFiles files;
    private final Faults faults;
    private final Diagnostics warnings;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();

    /**
     * Creates a reader of the files of one pack.
     *
     * @param files the files
     * @param faults receives what is wrong with them
     * @param warnings receives what somebody should look at
     */
    public PackDocuments(PackFiles files, Faults faults, Diagnostics warnings) {
        this.files = files;
        this.faults = faults;
        this.warnings = warnings;
    }

    /**
     * Reads the file that says what the pack is.
     *
     * @return its content, or empty, with a fault, if there is none or it cannot be read
     */
    public Optional<PackDocument> pack() {
        Optional<PackDocument> document = document(PACK_FILE);
        if (document.isEmpty() && !unreadable.contains(PACK_FILE)) {
            faults.add(
                    FILES,
                    null,
                    "The pack (" + Quoted.of(files.name()) + ") has no file (" + PACK_FILE + ").",
                    Nearest.to(PACK_FILE, list())
                            .map(near -> "Maybe rename (" + Quoted.of(near) + ").")
                            .orElse("Maybe the path is wrong: give the folder that holds it."));
        }
        return document;
    }

    /**
     * Reads the chapters.
     *
     * @param pack the file that lists them
     * @param fields its content, with {@code chapters}
     * @param packId the id of the pack, for messages
     * @return the chapters that can be read, in the order listed
     */
    public List<PackDocument> chapters(PackDocument pack, Fields fields, String packId) {
        if (fields.requiredNode("chapters").filter(PackDocuments::isEmptyList).isPresent()) {
            Place place = fields.keyPlace("chapters");
            faults.add(
                    SHAPE,
                    place,
                    "The pack (" + Quoted.of(packId) + ", " + place + ") has no chapters, and so no rules.",
                    "Maybe list the YAML files that hold its rules.");
        }
        Set<String> named = new LinkedHashSet<>();
        List<PackDocument> chapters = new ArrayList<>();
        for (Node item : fields.items("chapters")) {
            if (item instanceof Node.Mapping) {
                chapters.add(new PackDocument(item, pack.lines()));
            } else {
                file(item, "chapter", named).flatMap(this::document).ifPresent(chapters::add);
            }
        }
        forgottenChapters(named, packId);
        return chapters;
    }

    /**
     * Reads the catalogues that a pack brings with it.
     *
     * @param pack the file that lists them
     * @param fields its content, maybe with {@code catalogues}
     * @return the catalogues that can be read, in the order listed
     */
    public List<PackDocument> catalogues(PackDocument pack, Fields fields) {
        Set<String> named = new LinkedHashSet<>();
        List<PackDocument> catalogues = new ArrayList<>();
        for (Node item : fields.items("catalogues")) {
            if (item instanceof Node.Mapping) {
                catalogues.add(new PackDocument(item, pack.lines()));
            } else {
                file(item, "catalogue", named).flatMap(this::document).ifPresent(catalogues::add);
            }
        }
        return catalogues;
    }

    /**
     * Reads the files with tests of the pack as text.
     *
     * @param fields the content of the file that lists them, maybe with {@code tests}
     * @return the texts by the names of their files for messages, in the order listed
     */
    public Map<String, String> tests(Fields fields) {
        Set<String> named = new LinkedHashSet<>();
        Map<String, String> tests = new LinkedHashMap<>();
        for (Node item : fields.items("tests")) {
            file(item, "test file", named)
                    .ifPresent(file -> text(file).ifPresent(text -> tests.put(files.document(file), text)));
        }
        return tests;
    }

    /** Finds a listed file, or tells what is wrong with it. */
    private Optional<String> file(Node item, String what, Set<String> named) {
        String file = item instanceof Node.Scalar scalar ? scalar.text() : "";
        if (!FILE_NAME.matcher(file).matches()) {
            faults.add(
                    FILES,
                    item.place(),
                    "The " + what + " (" + Quoted.of(file) + ", " + item.place()
                            + ") must be the name of a YAML file in the folder of the pack.",
                    near(file).orElse("Maybe move the file there, and write its name without a folder."));
        } else if (!named.add(file)) {
            faults.add(
                    FILES,
                    item.place(),
                    "The " + what + " (" + file + ", " + item.place() + ") is listed twice.",
                    "Maybe one of the two is another file.");
        } else if (text(file).isPresent()) {
            checkAlike(file, what, named, item.place());
            return Optional.of(file);
        } else if (!unreadable.contains(file)) {
            missing(what, file, item.place());
        }
        return Optional.empty();
    }

    private void missing(String what, String file, Place place) {
        if (files.canHoldMore()) {
            faults.add(
                    FILES,
                    place,
                    "The " + what + " (" + file + ", " + place + ") is not in the folder of the pack.",
                    near(file).orElse("Maybe it was not copied, or is a link to another folder."));
        } else {
            faults.add(
                    FILES,
                    place,
                    "The " + what + " (" + file + ", " + place + ") is a file, and the pack is one text without files.",
                    "Maybe write here what stands in the file.");
        }
    }

    /** The file of the same name with another ending, or the one whose name is nearest. */
    private Optional<String> near(String file) {
        String stem = stem(file);
        List<String> there = list();
        return there.stream()
                .filter(other -> stem(other).equals(stem))
                .findFirst()
                .or(() -> Nearest.to(file, there))
                .filter(near -> !near.equals(file))
                .map(near -> "Maybe you meant (" + Quoted.of(near) + ").");
    }

    private static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static boolean isEmptyList(Node node) {
        return node instanceof Node.Sequence list && list.items().isEmpty();
    }

    /** Two names that differ only in case are one file on some machines. */
    private void checkAlike(String file, String what, Set<String> named, Place place) {
        named.stream()
                .filter(other -> !other.equals(file) && other.equalsIgnoreCase(file))
                .findFirst()
                .ifPresent(other -> warnings.warning(
                        ALIKE,
                        place,
                        "The " + what + " (" + file + ", " + place + ") differs from (" + other
                                + ") only in the case of its letters: some file systems take the two for one.",
                        "Maybe give one of them another name."));
    }

    /** A chapter that nobody lists would silently add nothing. */
    private void forgottenChapters(Set<String> named, String packId) {
        for (String file : list()) {
            if (!named.contains(file) && !file.equals(PACK_FILE)) {
                boolean isChapter = document(file)
                        .map(PackDocument::root)
                        .filter(root -> root instanceof Node.Mapping mapping
                                && mapping.get("chapter").isPresent())
                        .isPresent();
                if (isChapter) {
                    faults.add(
                            FILES,
                            null,
                            "The chapter (" + Quoted.of(file) + ") lies in the folder of pack (" + Quoted.of(packId)
                                    + ") and is not listed.",
                            "Maybe add it under chapters, or move it away.");
                }
            }
        }
    }

    private Optional<PackDocument> document(String file) {
        if (unreadable.contains(file)) {
            return Optional.empty();
        }
        try {
            return text(file)
                    .map(text -> new PackDocument(
                            Documents.yaml(files.document(file), text),
                            text.lines().toList()));
        } catch (AimsException e) {
            unreadable.add(file);
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }

    /** A file is read once, so that what is wrong with it is told once. */
    private Optional<String> text(String file) {
        if (!texts.containsKey(file) && !unreadable.contains(file)) {
            read(file).ifPresent(text -> texts.put(file, text));
        }
        return Optional.ofNullable(texts.get(file));
    }

    private Optional<String> read(String file) {
        String name = files.document(file);
        try {
            Optional<InputStream> opened = files.open(file);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream bytes = opened.get()) {
                return Optional.of(Documents.text(name, bytes));
            }
        } catch (AimsException e) {
            unreadable.add(file);
            faults.addAll(e.faults());
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            unreadable.add(file);
            faults.add(
                    FILES,
                    null,
                    "The file (" + Quoted.of(name) + ") cannot be read.",
                    "Maybe the rights to read it are missing.");
            return Optional.empty();
        }
    }

    private List<String> list() {
        try {
            return files.list();
        } catch (IOException e) {
            faults.add(
                    FILES,
                    null,
                    "The folder of pack (" + Quoted.of(files.name()) + ") cannot be listed.",
                    "Maybe the rights to read it are missing.");
            return List.of();
        }
    }
}
