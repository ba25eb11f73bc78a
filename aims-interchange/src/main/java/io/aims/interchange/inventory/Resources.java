package io.aims.interchange.inventory;

import io.aims.catalog.document.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The mappings and word lists that come with AIMS, and those of users. */
final class Resources {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private Resources() {}

    static String mapping(String name) {
        return text(name + ".yaml")
                .orElseThrow(() -> new IllegalStateException("The mapping " + name + " is not on the class path"));
    }

    /** Returns a word list that comes with AIMS. */
    static Optional<String> words(String name) {
        return NAME.matcher(name).matches() ? text("words/" + name + ".yaml") : Optional.empty();
    }

    /** Returns a word list that comes with AIMS, or one that stands beside a file. */
    static Optional<String> words(String name, Path neighbour) {
        Optional<String> shipped = words(name);
        if (shipped.isPresent() || !NAME.matcher(name).matches()) {
            return shipped;
        }
        Path own = neighbour.resolveSibling(name + ".yaml");
        if (!Files.isRegularFile(own)) {
            return Optional.empty();
        }
        try (InputStream bytes = Files.newInputStream(own)) {
            return Optional.of(Documents.text(own.getFileName() + "", bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(String resource) {
        try (InputStream bytes = Resources.class.getResourceAsStream(resource)) {
            return bytes == null ? Optional.empty() : Optional.of(Documents.text(resource, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
