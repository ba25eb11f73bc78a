package io.aims.rules.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The files of a pack, wherever they are. */
public interface PackFiles {

    /**
     * Returns the name of the pack for messages.
     *
     * @return the name of the folder, or of the only document
     */
    String name();

    /**
     * Returns the name of a file for messages.
     *
     * @param file the name of a file, without any folder
     * @return the name with that of the folder
     */
    default String document(String file) {
        return name() + "/" + file;
    }

    /**
     * Tells whether the pack can have further files, beside the one that says what it is.
     *
     * @return {@code false} if everything stands in that one
     */
    default boolean canHoldMore() {
        return true;
    }

    /**
     * Opens a file of the pack.
     *
     * @param file the name of a file, without any folder
     * @return its content, or empty if the pack has no such file or it lies elsewhere
     * @throws IOException if it cannot be read
     */
    Optional<InputStream> open(String file) throws IOException;

    /**
     * Returns where a file is, for programs that lead to it.
     *
     * @param file the name of a file, without any folder
     * @return its address, or empty if it has none that a program could open
     */
    default Optional<URI> address(String file) {
        return Optional.empty();
    }

    /**
     * Returns the names of the YAML files of the pack, as far as they can be listed.
     *
     * @param most how many names to return at most, so that a folder of millions of files is not listed whole
     * @return the names, sorted
     * @throws IOException if the folder cannot be read
     */
    List<String> list(int most) throws IOException;

    /**
     * Tells whether a file is YAML by its name.
     *
     * @param file the name of a file
     * @return {@code true} if it can be a chapter
     */
    static boolean isYaml(String file) {
        return file.endsWith(".yaml") || file.endsWith(".yml");
    }
}
