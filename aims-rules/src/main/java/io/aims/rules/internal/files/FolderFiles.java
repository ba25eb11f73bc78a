package io.aims.rules.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a pack in a folder.
 *
 * <p>Links are followed once, to the real file, which has to lie in the real folder; that one is then opened step by step, each
 * step from the folder opened before and without following any link. A file that is exchanged for a link meanwhile is not read.
 *
 * @param folder the folder
 */
public record FolderFiles(Path folder) implements PackFiles {

    private static final Set<OpenOption> READING = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    @Override
    public String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "pack" : name.toString();
    }

    @Override
    public Optional<InputStream> open(String file) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        Path real = path.toRealPath();
        Path realFolder = folder.toRealPath();
        if (!real.startsWith(realFolder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> opened = Files.newDirectoryStream(realFolder)) {
            return opened instanceof SecureDirectoryStream<Path> secure
                    ? open(secure, realFolder.relativize(real).iterator())
                    : Optional.of(openWhole(real));
        }
    }

    private static Optional<InputStream> open(SecureDirectoryStream<Path> opened, Iterator<Path> names)
            throws IOException {
        Path name = names.next();
        if (names.hasNext()) {
            try (SecureDirectoryStream<Path> inner = opened.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                return open(inner, names);
            }
        }
        BasicFileAttributeView view =
                opened.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view.readAttributes().isRegularFile()
                ? Optional.of(Channels.newInputStream(opened.newByteChannel(name, READING)))
                : Optional.empty();
    }

    /** Where folders cannot be opened, the whole path is; file systems other than that of the machine may know no links. */
    private static InputStream openWhole(Path real) throws IOException {
        return real.getFileSystem().equals(FileSystems.getDefault())
                ? Channels.newInputStream(Files.newByteChannel(real, READING))
                : Files.newInputStream(real);
    }

    @Override
    public Optional<URI> address(String file) {
        return Optional.of(folder.resolve(file).toAbsolutePath().normalize().toUri());
    }

    @Override
    public List<String> list(int most) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, entry -> PackFiles.isYaml(String.valueOf(entry.getFileName())))) {
            for (Path entry : entries) {
                if (names.size() == most) {
                    break;
                }
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.sort(null);
        return names;
    }
}
