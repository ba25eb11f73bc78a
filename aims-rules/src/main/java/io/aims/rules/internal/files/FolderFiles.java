package io.aims.rules.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a pack in a folder.
 *
 * @param folder the folder
 */
public record FolderFiles(Path folder) implements PackFiles {

    @Override
    public String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "pack" : name.toString();
    }

    @Override
    public Optional<InputStream> open(String file) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path) || !path.toRealPath().startsWith(folder.toRealPath())) {
            return Optional.empty();
        }
        return Optional.of(Files.newInputStream(path));
    }

    @Override
    public Optional<URI> address(String file) {
        return Optional.of(folder.resolve(file).toAbsolutePath().normalize().toUri());
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(PackFiles::isYaml)
                    .sorted()
                    .toList();
        }
    }
}
