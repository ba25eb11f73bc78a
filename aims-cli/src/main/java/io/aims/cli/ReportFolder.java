package io.aims.cli;

import io.aims.error.AimsException;
import java.nio.file.Path;
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

    private static final String ENDING = ".html";
    private static final int LONGEST = 80;
    private static final String MARK = "<meta name=\"generator\" content=\"AIMS\"/>";

    /** Names that Windows keeps for devices, whatever their ending. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private final OwnFiles files;
    private final Set<String> taken = new HashSet<>(Set.of("index"));

    private ReportFolder(OwnFiles files) {
        this.files = files;
    }

    /**
     * Opens a folder, and creates it if it is not there.
     *
     * @throws AimsException AIMS-5055, if that is not possible
     */
    static ReportFolder open(Path folder) {
        return new ReportFolder(OwnFiles.in(folder, MARK));
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
        files.write(name, page);
    }
}
