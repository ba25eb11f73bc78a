package io.aims.rules.internal.files;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the files of one pack: {@value #PACK_FILE} and the chapters that it lists. Not thread-safe. */
public final class PackDocuments {

    /** The file that says what the pack is. */
    public static final String PACK_FILE = "pack.yaml";

    private static final String FILES = "AIMS-2002";
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.ya?ml");

    private final PackFiles files;
    private final Faults faults;
    private final Set<String> unreadable = new HashSet<>();

    /**
     * Creates a reader of the files of one pack.
     *
     * @param files the files
     * @param faults receives what is wrong with them
     */
    public PackDocuments(PackFiles files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    /**
     * Reads the file that says what the pack is.
     *
     * @return its content
     * @throws AimsException AIMS-2002, if there is none; with what is wrong with its form, if it cannot be read
     */
    public PackDocument pack() {
        Optional<PackDocument> document = document(PACK_FILE);
        if (document.isEmpty() && !unreadable.contains(PACK_FILE)) {
            faults.add(
                    FILES,
                    null,
                    "The pack (" + Quoted.of(files.name()) + ") has no file (" + PACK_FILE + ").",
                    "Maybe the path is wrong: give the folder that holds it.");
        }
        faults.throwIfAny();
        return document.orElseThrow();
    }

    /**
     * Reads the chapters.
     *
     * @param fields the content of the file that lists them under {@code chapters}
     * @param packId the id of the pack, for messages
     * @return the chapters that can be read, in the order listed
     */
    public List<PackDocument> chapters(Fields fields, String packId) {
        List<PackDocument> chapters = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        fields.requiredNode("chapters");
        for (Node.Scalar scalar : fields.scalars("chapters")) {
            String file = scalar.text();
            if (!FILE_NAME.matcher(file).matches()) {
                faults.add(
                        FILES,
                        scalar.place(),
                        "The chapter (" + Quoted.of(file) + ", " + scalar.place()
                                + ") must be the name of a YAML file in the folder of the pack.",
                        "Maybe move the file there, and write its name without a folder.");
            } else if (!named.add(file)) {
                faults.add(
                        FILES,
                        scalar.place(),
                        "The chapter (" + file + ", " + scalar.place() + ") is listed twice.",
                        "Maybe one of the two is another file.");
            } else {
                Optional<PackDocument> document = document(file);
                if (document.isPresent()) {
                    chapters.add(document.get());
                } else if (!unreadable.contains(file)) {
                    missingChapter(file, scalar.place());
                }
            }
        }
        forgottenChapters(named, packId);
        return chapters;
    }

    private void missingChapter(String file, Place place) {
        faults.add(
                FILES,
                place,
                "The chapter (" + file + ", " + place + ") is not in the folder of the pack.",
                Nearest.to(file, list())
                        .filter(near -> !near.equals(file))
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElse("Maybe it was not copied, or is a link to another folder."));
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
        String name = files.document(file);
        try {
            Optional<InputStream> opened = files.open(file);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream bytes = opened.get()) {
                String text = Documents.text(name, bytes);
                return Optional.of(new PackDocument(
                        Documents.yaml(name, text), text.lines().toList()));
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
