package io.aims.rules.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The files of a pack, wherever they are. */
public interface PackFiles {

    /**
     * Returns the name of the pack for messages.
     *
     * @return the name of the folder
     */
    String name();

    /**
     * Opens a file of the pack.
     *
     * @param file the name of a file, without any folder
     * @return its content, or empty if the pack has no such file or it lies elsewhere
     * @throws IOException if it cannot be read
     */
    Optional<InputStream> open(String file) throws IOException;

    /**
     * Returns the names of the YAML files of the pack, as far as they can be listed.
     *
     * @return the names, sorted
     * @throws IOException if the folder cannot be read
     */
    List<String> list() throws IOException;
}
