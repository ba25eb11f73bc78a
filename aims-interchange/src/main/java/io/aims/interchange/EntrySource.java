package io.aims.interchange;

import io.aims.catalog.document.Documents;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives systems one by one and holds no more than one document, or one line, at a time. A line is given before it is parsed,
 * which any thread may do.
 */
interface EntrySource extends Entries<Supplier<SystemEntry>> {

    @Override
    default void close() throws IOException {}

    /** The systems of one YAML or JSON document. */
    final class OfDocument implements EntrySource {

        private final SystemParser parser;
        private final String name;
        private final InputStream in;
        private final SystemFormat format;
        private @Nullable Deque<SystemEntry> entries;

        OfDocument(SystemParser parser, String name, InputStream in, SystemFormat format) {
            this.parser = parser;
            this.name = name;
            this.in = in;
            this.format = format;
        }

        @Override
        public @Nullable Supplier<SystemEntry> next() throws IOException {
            Deque<SystemEntry> all = entries;
            if (all == null) {
                all = new ArrayDeque<>(read());
                entries = all;
            }
            return given(all.poll());
        }

        private List<SystemEntry> read() throws IOException {
            try {
                return parser.all(format == SystemFormat.YAML ? Documents.yaml(name, in) : Documents.json(name, in));
            } catch (AimsException e) {
                return List.of(new SystemEntry.Refused(e.faults(), placeOf(e, new Place(name, 1, 1))));
            } catch (UncheckedIOException e) {
                throw new IOException(e.getCause());
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** The systems of JSON Lines. A line that is wrong is an entry of its own, and the next one is read. */
    final class OfLines implements EntrySource {

        private final SystemParser parser;
        private final String name;
        private final InputStream in;
        private final Lines lines;
        private boolean empty = true;

        OfLines(SystemParser parser, String name, InputStream in) {
            this.parser = parser;
            this.name = name;
            this.in = in;
            this.lines = new Lines(in, SystemReader.LONGEST_LINE);
        }

        @Override
        public @Nullable Supplier<SystemEntry> next() throws IOException {
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    empty = false;
                    Lines.Line next = line;
                    return () -> entry(next);
                }
            }
            if (empty) {
                empty = false;
                return given(SystemReader.refused(
                        Fault.of(
                                SystemReader.NO_SYSTEM,
                                "The document (" + new Place(name, 1, 1) + ") holds no system.",
                                "Write one system in JSON on each line."),
                        new Place(name, 1, 1)));
            }
            return null;
        }

        private SystemEntry entry(Lines.Line line) {
            Place place = new Place(name, line.number(), 1);
            if (line.isTooLong()) {
                return SystemReader.refused(
                        new Fault(
                                "AIMS-1023",
                                "The line (" + place + ") must have at most " + SystemReader.LONGEST_LINE + " bytes.",
                                "Maybe line ends are missing: JSON Lines holds one system a line.",
                                place),
                        place);
            }
            try {
                return parser.one(Documents.json(name, line.number(), line.text()));
            } catch (CharacterCodingException e) {
                return SystemReader.refused(SystemReader.notUtf8(place), place);
            } catch (AimsException e) {
                return new SystemEntry.Refused(e.faults(), placeOf(e, place));
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** The systems of several files, one file open at a time. */
    final class OfFiles implements EntrySource {

        private final SystemReader reader;
        private final Deque<Path> files;
        private final Deque<SystemEntry> faulty;
        private @Nullable EntrySource current;
        private @Nullable Path file;

        OfFiles(SystemReader reader, List<Path> files, List<SystemEntry> faulty) {
            this.reader = reader;
            this.files = new ArrayDeque<>(files);
            this.faulty = new ArrayDeque<>(faulty);
        }

        @Override
        public @Nullable Supplier<SystemEntry> next() throws IOException {
            while (true) {
                if (current == null) {
                    file = files.poll();
                    if (file == null) {
                        return given(faulty.poll());
                    }
                }
                Path read = java.util.Objects.requireNonNull(file);
                try {
                    EntrySource source = current;
                    if (source == null) {
                        source = reader.open(
                                read.toString(), Files.newInputStream(read), SystemFormat.ofFileName(read.toString()));
                        current = source;
                    }
                    Supplier<SystemEntry> entry = source.next();
                    if (entry != null) {
                        return entry;
                    }
                    close();
                } catch (IOException e) {
                    close();
                    return given(SystemReader.refused(
                            SystemReader.unreadable(read.toString(), e), new Place(read.toString(), 1, 1)));
                }
            }
        }

        @Override
        public void close() throws IOException {
            EntrySource open = current;
            current = null;
            if (open != null) {
                open.close();
            }
        }
    }

    /** Refuses text that is not UTF-8 by its first bytes, before anything makes of it what it is not. */
    static @Nullable Fault encodingFault(String name, BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] head = in.readNBytes(4);
        in.reset();
        boolean mark = head.length >= 2
                && (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF
                        || head[0] == (byte) 0xFF && head[1] == (byte) 0xFE);
        boolean wide = head.length >= 2 && (head[0] == 0) != (head[1] == 0);
        return mark || wide ? SystemReader.notUtf8(new Place(name, 1, 1)) : null;
    }

    /** One entry. */
    static EntrySource of(SystemEntry entry) {
        Deque<SystemEntry> entries = new ArrayDeque<>(List.of(entry));
        return () -> given(entries.poll());
    }

    private static @Nullable Supplier<SystemEntry> given(@Nullable SystemEntry entry) {
        return entry == null ? null : () -> entry;
    }

    private static Place placeOf(AimsException e, Place otherwise) {
        return e.faults().get(0).place().orElse(otherwise);
    }
}
