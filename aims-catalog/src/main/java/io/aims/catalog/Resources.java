package io.aims.catalog;

import io.aims.catalog.compiled.FormReader;
import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.text.Quoted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the data files of this module, and files of others. */
final class Resources {

    private Resources() {}

    static Node own(String path) {
        try (InputStream bytes = Resources.class.getResourceAsStream(path)) {
            if (bytes == null) {
                throw new IllegalStateException("The jar of aims-catalog lacks " + path);
            }
            return Documents.yaml(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what the build has compiled. There is no fallback to the documents: a jar without it, or damaged, is told. */
    static <T> T compiled(String path, String form, Compiled<T> reading) {
        try (InputStream bytes = Resources.class.getResourceAsStream(path)) {
            if (bytes == null) {
                throw new IllegalStateException("The jar of aims-catalog lacks " + path);
            }
            return reading.read(new FormReader(bytes, form));
        } catch (IOException e) {
            throw new IllegalStateException("The jar of aims-catalog is damaged: " + path, e);
        }
    }

    /** Reads a compiled form. */
    @FunctionalInterface
    interface Compiled<T> {
        T read(FormReader in) throws IOException;
    }

    static Node foreign(Path file) {
        return Documents.yaml(file.toString(), foreignText(file));
    }

    /** Returns a text that somebody holds, after the checks that a file undergoes. */
    static String foreignText(String name, String text) {
        return Documents.text(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String foreignText(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Documents.text(file.toString(), bytes);
        } catch (IOException | UncheckedIOException e) {
            throw new AimsException(
                    "AIMS-1008",
                    "The file (" + Quoted.of(file.toString()) + ") cannot be read.",
                    "Maybe the path is wrong, or it is a folder.");
        }
    }
}
