package io.aims.interchange;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a file that holds one document, YAML or JSON. */
final class WholeDocument {

    private WholeDocument() {}

    /** Reads a file whose ending, or else first line, tells the format; AIMS-1025 if it cannot be read. */
    static <T> T read(Path file, Function<Node, T> content) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return content.apply(root(file.toString(), bytes));
        } catch (IOException e) {
            throw new AimsException(List.of(SystemReader.unreadable(file.toString(), e)));
        } catch (UncheckedIOException e) {
            throw new AimsException(List.of(SystemReader.unreadable(file.toString(), new IOException(e))));
        }
    }

    /** Reads a stream of bytes whose name, or else first line, tells the format. It is not closed. */
    static Node root(String name, InputStream bytes) {
        try {
            BufferedInputStream in = new BufferedInputStream(bytes);
            Fault encoding = EntrySource.encodingFault(name, in);
            if (encoding != null) {
                throw new AimsException(List.of(encoding));
            }
            Optional<SystemFormat> named = SystemFormat.ofFileName(name);
            SystemFormat format = named.isPresent() ? named.get() : FormatSniffer.sniff(in);
            return format == SystemFormat.YAML ? Documents.yaml(name, in) : Documents.json(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
