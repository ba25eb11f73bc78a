package io.aims.rules.internal.files;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.error.Diagnostics;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.Quoted;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of one pack: {@value #PACK_FILE} and the chapters, catalogues and tests that it lists. A chapter or catalogue
 * may also stand in the list itself. At the first limit passed reading stops. Not thread-safe.
 */
public final class PackDocuments {

    /** The file that says what the pack is. */
    public static final String PACK_FILE = "pack.yaml";

    private static final String SHAPE = "AIMS-2001";
    private static final String FILES = "AIMS-2002";
    private static final String ADVICE = "Maybe it is several packs; whoever trusts its author may raise the limit.";
    private static final String ALIKE = "AIMS-2101";
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.ya?ml");

    /** Names that some systems keep for devices, so that a pack could not be copied there. */
    private static final Pattern DEVICE_NAME = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])\\..*");

    private static final Pattern CHAPTER_BEGINS = Pattern.compile("(?m)^(\\{\\s*)?[\"']?chapter[\"']?\\s*:");
    private static final int BEGINNING = 8 * 1024;

    private final PackFiles files;
    private final Faults faults;
    private final FileLimits limits;
    private final Diagnostics warnings;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private @Nullable List<String> listed;
    private long bytesRead;

    /**
     * Creates a reader of the files of one pack.
     *
     * @param files the files
     * @param faults receives what is wrong with them
     * @param warnings receives what somebody should look at
     * @param limits how much they may bring
     */
    public PackDocuments(PackFiles files, Faults faults, Diagnostics warnings, FileLimits limits) {
        this.files = files;
        this.faults = faults;
        this.warnings = warnings;
        this.limits = limits;
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
                    faults.nearest(PACK_FILE, list())
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
     * @throws AimsException with everything wrong so far, at a limit: AIMS-2142, AIMS-2143 or AIMS-2144
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
        List<Node> items = fields.items("chapters");
        if (items.size() > limits.chapters()) {
            throw tooMany("AIMS-2144", items.get(limits.chapters()).place(), "chapters", limits.chapters());
        }
        for (Node item : items) {
            if (item instanceof Node.Mapping) {
                chapters.add(pack.part(item));
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
        for (Node item : few(fields.items("catalogues"))) {
            if (item instanceof Node.Mapping) {
                catalogues.add(pack.part(item));
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
        for (Node item : few(fields.items("tests"))) {
            file(item, "test file", named)
                    .ifPresent(file -> text(file).ifPresent(text -> tests.put(files.document(file), text)));
        }
        return tests;
    }

    /** Finds a listed file, or tells what is wrong with it. */
    private Optional<String> file(Node item, String what, Set<String> named) {
        String file = item instanceof Node.Scalar scalar ? scalar.text() : "";
        if (!FILE_NAME.matcher(file).matches() || DEVICE_NAME.matcher(file).matches()) {
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
                .or(() -> faults.nearest(file, there))
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
                if (beginsAsChapter(file)) {
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
                    .map(text -> new PackDocument(Documents.yaml(files.document(file), text, limits.document()), text));
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
            checkBytes();
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
                return Optional.of(Documents.text(name, new Counted(bytes), limits.document()));
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

    /** Only the beginning of a file that nobody lists is looked at, however large it is. */
    private boolean beginsAsChapter(String file) {
        try {
            Optional<InputStream> opened = files.open(file);
            if (opened.isEmpty()) {
                return false;
            }
            try (InputStream bytes = opened.get()) {
                String beginning = new String(bytes.readNBytes(BEGINNING), StandardCharsets.UTF_8);
                return CHAPTER_BEGINS.matcher(beginning).find();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private void checkBytes() {
        if (bytesRead > limits.bytes()) {
            throw faults.stop(Fault.of(
                    "AIMS-2142",
                    "The files of pack (" + Quoted.of(files.name()) + ") have more than " + limits.bytes()
                            + " bytes together.",
                    ADVICE));
        }
    }

    private List<Node> few(List<Node> items) {
        if (items.size() > limits.files()) {
            throw tooMany("AIMS-2143", items.get(limits.files()).place(), "files", limits.files());
        }
        return items;
    }

    private AimsException tooMany(String code, @Nullable Place place, String what, int most) {
        String where = place == null ? "" : ", " + place;
        return faults.stop(new Fault(
                code,
                "The pack (" + Quoted.of(files.name()) + where + ") has more than " + most + " " + what + ".",
                ADVICE,
                place));
    }

    private List<String> list() {
        List<String> found = listed;
        if (found == null) {
            found = read();
            listed = found;
        }
        if (found.size() > limits.files()) {
            throw tooMany("AIMS-2143", null, "YAML files in its folder", limits.files());
        }
        return found;
    }

    private List<String> read() {
        try {
            return files.list(limits.files() + 1);
        } catch (IOException e) {
            faults.add(
                    FILES,
                    null,
                    "The folder of pack (" + Quoted.of(files.name()) + ") cannot be listed.",
                    "Maybe the rights to read it are missing.");
            return List.of();
        }
    }

    /** Counts the bytes of all files. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytesRead += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytesRead += Math.max(0, read);
            return read;
        }
    }
}
