package io.aims.cli;

import io.aims.error.AimsException;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of files that AIMS writes. A file appears whole or not at all, and replaces none but one of the same kind that AIMS
 * has written: no link, and with a mark at its beginning.
 *
 * <p>To be used from one thread.
 */
final class OwnFiles {

    private static final String NO_FOLDER = "AIMS-5055";
    private static final String FOREIGN = "AIMS-5056";
    private static final String UNWRITABLE = "AIMS-5057";
    private static final int MARK_WITHIN = 2_048;
    private static final int DEEPEST = 3;

    private final Path folder;
    private final String mark;

    private OwnFiles(Path folder, String mark) {
        this.folder = folder;
        this.mark = mark;
    }

    /**
     * Opens a folder, and creates it if it is not there.
     *
     * @param mark what stands in the first bytes of every file that is written
     * @throws AimsException AIMS-5055, if that is not possible
     */
    static OwnFiles in(Path folder, String mark) {
        create(folder);
        return new OwnFiles(folder, mark);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AimsException(
                    NO_FOLDER,
                    "The folder (" + Quoted.end(folder.toString()) + ") cannot be created: "
                            + e.getClass().getSimpleName() + ".",
                    "Maybe a file has this name, or the folder above may not be written to.");
        }
    }

    /**
     * Writes files, each by its name with slashes; none if a foreign file is in the way of one of them.
     *
     * @throws AimsException AIMS-5055, AIMS-5056 or AIMS-5057, as for a single file
     */
    void writeAll(Map<String, String> files) {
        files.keySet().forEach(name -> attempt(name, () -> refuseForeign(folder.resolve(name))));
        files.forEach(this::write);
    }

    /**
     * Writes a file: first beside its place, then moved there.
     *
     * @param name its name, with slashes for folders in the folder
     * @throws AimsException AIMS-5056, if a file is there that AIMS has not written; AIMS-5057, if it cannot be written
     */
    void write(String name, String text) {
        Path file = folder.resolve(name);
        Path parent = Objects.requireNonNullElse(file.getParent(), folder);
        create(parent);
        attempt(name, () -> {
            refuseForeign(file);
            Path part = parent.resolve("." + file.getFileName() + ".part");
            Files.deleteIfExists(part);
            try {
                Files.writeString(part, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        });
    }

    /**
     * Returns the files that AIMS has written before and that are not among some names.
     *
     * @param kept the names that are to be there, with slashes
     * @return the names of the others, with slashes, sorted
     */
    List<String> leftOver(Set<String> kept) {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            List<String> names = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!kept.contains(name) && isOwn(file)) {
                    names.add(name);
                }
            }
            return names;
        } catch (IOException | UncheckedIOException e) {
            // What cannot be looked at is not ours.
            return List.of();
        }
    }

    private interface Attempt {

        void run() throws IOException;
    }

    private void attempt(String name, Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException e) {
            throw new AimsException(
                    UNWRITABLE,
                    "The file (" + Quoted.end(folder.resolve(name).toString()) + ") cannot be written: "
                            + e.getClass().getSimpleName() + ".",
                    "Maybe the disk is full, or the folder may not be written to.");
        }
    }

    private void refuseForeign(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOwn(file)) {
            throw new AimsException(
                    FOREIGN,
                    "The file (" + Quoted.end(file.toString()) + ") is there, and AIMS has not written it.",
                    "Maybe move it away, or name another folder.");
        }
    }

    private boolean isOwn(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MARK_WITHIN), StandardCharsets.UTF_8).contains(mark);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
