package io.aims.testing.junit;

import io.aims.error.AimsException;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files that tests name: beside the test class, at the root of the class path, or from the working directory. */
final class SystemFiles {

    private static final String ABSENT = "AIMS-7003";

    private final Class<?> test;

    SystemFiles(Class<?> test) {
        this.test = test;
    }

    Path find(String name) {
        String resource = name.startsWith("/") ? name.substring(1) : name;
        return Stream.of(
                        onClassPath(test.getResource(resource)),
                        onClassPath(test.getResource("/" + resource)),
                        here(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> absent(name));
    }

    private static @Nullable Path onClassPath(@Nullable URL url) {
        if (url == null || !url.getProtocol().equals("file")) {
            return null;
        }
        try {
            return Path.of(new URI(url.toString()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class path gives no such address", e);
        }
    }

    private static @Nullable Path here(String name) {
        Path path = Path.of(name);
        return Files.exists(path) ? path : null;
    }

    private AimsException absent(String name) {
        return new AimsException(
                ABSENT,
                "The file (" + Quoted.end(name) + ") is neither beside " + test.getName()
                        + ", nor at the root of the class path, nor in the working directory.",
                Nearest.to(Path.of(name).getFileName().toString(), neighbours(name))
                        .map(near -> "Maybe you meant (" + Quoted.of(near) + ").")
                        .orElse("Maybe it was not copied with the resources of the tests."));
    }

    private List<String> neighbours(String name) {
        Path asked = Path.of(name).getParent();
        Path beside = onClassPath(test.getResource(asked == null ? "." : asked.toString()));
        return Stream.of(beside, asked == null ? Path.of("") : asked)
                .filter(Objects::nonNull)
                .flatMap(folder -> names(folder).stream())
                .toList();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
