package io.aims.rules.internal.files;

import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Optional;

/**
 * The files of a pack in a folder of the class path or module path, which cannot be listed.
 *
 * @param beside a class, whose loader finds the files
 * @param folder the folder, relative to the package of the class, or absolute if it begins with a slash
 */
public record ClassPathFiles(Class<?> beside, String folder) implements PackFiles {

    @Override
    public String name() {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    @Override
    public Optional<InputStream> open(String file) {
        return Optional.ofNullable(beside.getResourceAsStream(folder + "/" + file));
    }

    @Override
    public Optional<URI> address(String file) {
        return Optional.ofNullable(beside.getResource(folder + "/" + file))
                .map(URL::toString)
                .map(URI::create);
    }

    @Override
    public List<String> list(int most) {
        return List.of();
    }
}
