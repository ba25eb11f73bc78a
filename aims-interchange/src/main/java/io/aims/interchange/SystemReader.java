package io.aims.interchange;

import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.system.Vocabulary;
import io.aims.text.Quoted;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads descriptions of systems: YAML, JSON, JSON Lines, whole folders. What {@link EvaluationWriter} made of a description
 * is read as that description; only verification tells whether it was altered.
 *
 * <p>Ids are read as they stand in the vocabulary. Whatever is wrong with a description is told at once, each fault with
 * line and column, the value found, what is allowed and the nearest right word; nothing is half read, and a description
 * that is wrong does not keep others from being read. Immutable and thread-safe.
 *
 * <pre>{@code
 * SystemReader reader = new SystemReader(vocabulary, catalogue);
 * AiSystem system = reader.read(Path.of("loan-scoring.yaml")).system();
 * }</pre>
 *
 * @since 0.1
 */
public final class SystemReader {

    /** The longest line of JSON Lines, in bytes. */
    public static final int LONGEST_LINE = 4 * 1024 * 1024;

    static final String NO_SYSTEM = "AIMS-1024";
    static final String UNREADABLE = "AIMS-1025";

    private final SystemParser parser;

    /**
     * Creates a reader.
     *
     * @param vocabulary the characteristics that may be answered
     * @param catalogue the controls that may have a state
     */
    public SystemReader(Vocabulary vocabulary, Catalogue catalogue) {
        this.parser = new SystemParser(vocabulary, catalogue);
    }

    /**
     * Reads a file that holds one system.
     *
     * @param file a file; its ending, or else its first line, tells the format
     * @return the system and the states of controls
     * @throws AimsException with everything that is wrong; AIMS-1026, if the file holds several systems
     */
    public SystemDocument read(Path file) {
        try (Stream<SystemEntry> entries = stream(file)) {
            List<SystemEntry> first = entries.limit(2).toList();
            if (first.get(0) instanceof SystemEntry.Refused refused) {
                throw new AimsException(refused.faults());
            }
            if (first.size() > 1) {
                throw new AimsException(
                        "AIMS-1026",
                        "The file (" + Quoted.of(file.toString()) + ") must hold one system, and holds several.",
                        "Read it as a stream of entries.");
            }
            return ((SystemEntry.Accepted) first.get(0)).document();
        }
    }

    /**
     * Reads a file, or all files of a folder and the folders in it that end in {@code .yaml}, {@code .yml}, {@code .json},
     * {@code .jsonl} or {@code .ndjson}, sorted by name. Links that lead out of the folder are not followed, and hidden
     * folders not entered.
     *
     * <p>At most one document, or one line, is held at a time. What cannot be read is an entry too. Close the stream.
     *
     * @param path a file or folder
     * @return the entries in order, at least one
     */
    public Stream<SystemEntry> stream(Path path) {
        return unparsed(path).map(Supplier::get);
    }

    /**
     * Reads a file or folder as {@link #stream(Path)}, but leaves the parsing of lines to whoever asks for an entry, on any
     * thread: several can be parsed at a time.
     *
     * @param path a file or folder
     * @return the entries in order, at least one; close it
     */
    public Stream<Supplier<SystemEntry>> unparsed(Path path) {
        if (!Files.isDirectory(path)) {
            return new EntrySource.OfFiles(this, List.of(path), List.of()).stream();
        }
        FolderListing.Content content = FolderListing.of(path);
        List<SystemEntry> faulty = content.faults().toList().stream()
                .map(fault -> refused(fault, fault.place().orElse(new Place(path.toString(), 1, 1))))
                .toList();
        if (content.files().isEmpty() && faulty.isEmpty()) {
            faulty = List.of(refused(
                    Fault.of(
                            NO_SYSTEM,
                            "The folder (" + Quoted.of(path.toString()) + ") holds no system.",
                            "Files of systems end in .yaml, .yml, .json or .jsonl."),
                    new Place(path.toString(), 1, 1)));
        }
        return new EntrySource.OfFiles(this, content.files(), faulty).stream();
    }

    /**
     * Reads systems from a stream of bytes.
     *
     * @param name what to call the stream in messages
     * @param bytes the content, UTF-8; closed with the stream that is returned
     * @param format the format, or empty to tell it by the first line
     * @return the entries in order, at least one; close it
     * @throws UncheckedIOException if the beginning cannot be read
     */
    public Stream<SystemEntry> stream(String name, InputStream bytes, Optional<SystemFormat> format) {
        return unparsed(name, bytes, format).map(Supplier::get);
    }

    /**
     * Reads systems from a stream of bytes as {@link #stream(String, InputStream, Optional)}, but leaves the parsing of lines to
     * whoever asks for an entry, on any thread.
     *
     * @param name what to call the stream in messages
     * @param bytes the content, UTF-8; closed with the stream that is returned
     * @param format the format, or empty to tell it by the first line
     * @return the entries in order, at least one; close it
     * @throws UncheckedIOException if the beginning cannot be read
     */
    public Stream<Supplier<SystemEntry>> unparsed(String name, InputStream bytes, Optional<SystemFormat> format) {
        try {
            return open(name, bytes, format).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EntrySource open(String name, InputStream bytes, Optional<SystemFormat> format) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes);
        Fault fault = EntrySource.encodingFault(name, in);
        if (fault != null) {
            in.close();
            return EntrySource.of(refused(fault, new Place(name, 1, 1)));
        }
        SystemFormat known = format.isPresent() ? format.get() : FormatSniffer.sniff(in);
        return known == SystemFormat.JSON_LINES
                ? new EntrySource.OfLines(parser, name, in)
                : new EntrySource.OfDocument(parser, name, in, known);
    }

    static SystemEntry refused(Fault fault, Place place) {
        return new SystemEntry.Refused(List.of(fault), place);
    }

    static Fault notUtf8(Place place) {
        return new Fault(
                "AIMS-1009",
                "The document (" + place + ") must be UTF-8, and is not.",
                "Maybe save it again with the encoding UTF-8.",
                place);
    }

    static Fault unreadable(String name, IOException problem) {
        boolean absent = problem instanceof NoSuchFileException;
        boolean denied = problem instanceof AccessDeniedException;
        return Fault.of(
                UNREADABLE,
                "The file (" + Quoted.of(name) + ") " + (absent ? "is not there." : "cannot be read."),
                absent
                        ? "Maybe the path is not right from this folder."
                        : denied
                                ? "Maybe the permission to read it is missing."
                                : "Maybe it is no file, or its disk is gone.");
    }
}
