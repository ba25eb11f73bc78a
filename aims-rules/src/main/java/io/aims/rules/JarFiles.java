package io.aims.rules;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The files of a pack in the jar of this module.
 *
 * @param name the name of the pack
 */
record JarFiles(String name) implements PackFiles {

    @Override
    public Optional<InputStream> open(String file) {
        return Optional.ofNullable(JarFiles.class.getResourceAsStream("packs/" + name + "/" + file));
    }

    @Override
    public List<String> list() {
        return List.of();
    }
}
