package io.aims.rules.internal.files;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The files of a pack in the jar of this module.
 *
 * @param beside a class in whose package the folder lies
 * @param folder the folder
 */
public record JarFiles(Class<?> beside, String folder) implements PackFiles {

    @Override
    public String name() {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    @Override
    public Optional<InputStream> open(String file) {
        return Optional.ofNullable(beside.getResourceAsStream(folder + "/" + file));
    }

    @Override
    public List<String> list() {
        return List.of();
    }
}
