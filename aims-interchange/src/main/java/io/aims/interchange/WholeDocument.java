package io.aims.interchange;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.text.Quoted;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a document as one whole, YAML or JSON, and checks of which form it says that it is. */
final class WholeDocument {

    private WholeDocument() {}

    /** Makes something of the root of a document. */
    interface Reading<T> {

        T of(Node root);
    }

    static <T> T read(Path file, Reading<T> reading) {
        Node root;
        try (InputStream bytes = Files.newInputStream(file)) {
            root = root(file.toString(), bytes);
        } catch (IOException e) {
            throw new AimsException(List.of(SystemReader.unreadable(file.toString(), e)));
        } catch (UncheckedIOException e) {
            throw new AimsException(List.of(SystemReader.unreadable(file.toString(), new IOException(e))));
        }
        return reading.of(root);
    }

    /** The ending of the name, or else the first line, tells the format. */
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

    static void checkForm(Fields fields, String form, String subject, String code, Faults faults) {
        String said = fields.requiredText("aims");
        if (!said.isEmpty() && !said.equals(form)) {
            faults.add(
                    code,
                    fields.node("aims").map(Node::place).orElse(fields.place()),
                    "The form (" + Quoted.of(said) + ") of the " + subject + " (" + fields.place() + ") must be ("
                            + form + ").",
                    "Maybe the file belongs to another version of AIMS.");
        }
    }
}
