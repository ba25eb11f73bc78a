package io.aims.cli;

import io.aims.error.AimsException;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A folder of pages. Each page has a name that is safe in every file system and in an address, and belongs to one system. A
 * page appears whole or not at all, and replaces none but one that AIMS has written.
 *
 * <p>To be used from one thread.
 */
final class ReportFolder {

    /** The name of the page about all systems. */
    static final String INDEX = "index.html";

    private static final String NO_FOLDER = "AIMS-5055";
    private static final String FOREIGN = "AIMS-5056";
    private static final String UNWRITABLE = "AIMS-5057";
    private static final String ENDING = ".html";
    private static final int LONGEST = 80;
    private static final int MARK_WITHIN = 2_048;
    private static final String MARK = "<meta name=\"generator\" content=\"AIMS\"/>";

    /** Names that Windows keeps for devices, whatever their ending. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private final Path folder;
    private final Set<String> taken = new HashSet<>(Set.of("index"));

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder, and creates it if it is not there.
     *
     * @throws AimsException AIMS-5055, if that is not possible
     */
    static ReportFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            return new ReportFolder(folder);
        } catch (IOException e) {
            throw new AimsException(
                    NO_FOLDER,
                    "The folder (" + Quoted.end(folder.toString()) + ") cannot be created: "
                            + e.getClass().getSimpleName() + ".",
                    "Maybe a file has this name, or the folder above may not be written to.");
        }
    }

    /** Returns the name of the page of a system: its id as far as it can stand in a name, and a number if that is taken. */
    String nameFor(String id) {
        StringBuilder safe = new StringBuilder();
        id.codePoints().limit(LONGEST).forEach(c -> {
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            safe.append(plain ? Character.toString(c) : "-");
        });
        String name = safe.toString().replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
        String key = name.toLowerCase(Locale.ROOT);
        boolean isUnfit = name.isEmpty() || DEVICES.contains(key) || key.matches("(com|lpt)[0-9]");
        String base = isUnfit ? "system" + (name.isEmpty() ? "" : "-" + name) : name;
        String own = base;
        for (int number = 2; !taken.add(own.toLowerCase(Locale.ROOT)); number++) {
            own = base + "-" + number;
        }
        return own + ENDING;
    }

    /**
     * Writes a page: first beside its place, then moved there.
     *
     * @throws AimsException AIMS-5056, if a file is there that AIMS has not written; AIMS-5057, if it cannot be written
     */
    void write(String name, String page) {
        Path file = folder.resolve(name);
        Path part = folder.resolve("." + name + ".part");
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOwn(file)) {
                throw new AimsException(
                        FOREIGN,
                        "The file (" + Quoted.end(file.toString()) + ") is there, and AIMS has not written it.",
                        "Maybe move it away, or name another folder.");
            }
            Files.deleteIfExists(part);
            try {
                Files.writeString(part, page, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new AimsException(
                    UNWRITABLE,
                    "The file (" + Quoted.end(file.toString()) + ") cannot be written: "
                            + e.getClass().getSimpleName() + ".",
                    "Maybe the disk is full, or the folder may not be written to.");
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether a file is a page that AIMS has written: no link, and marked at its beginning. */
    private static boolean isOwn(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MARK_WITHIN), StandardCharsets.UTF_8).contains(MARK);
        }
    }
}
