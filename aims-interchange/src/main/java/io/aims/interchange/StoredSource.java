package io.aims.interchange;

import io.aims.catalog.document.Documents;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives stored evaluations one by one and holds no more than one of them at a time. */
interface StoredSource extends Entries<StoredEntry> {

    /** Opens what was stored, whichever way. */
    static StoredSource open(String name, InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes);
        Fault fault = EntrySource.encodingFault(name, in);
        if (fault != null) {
            return new OfEntries(in, List.of(new StoredEntry.Refused(List.of(fault), new Place(name, 1, 1))));
        }
        if (FormatSniffer.hasOneLineEach(in)) {
            return new OfLines(name, in);
        }
        return FormatSniffer.beginsList(in) ? new OfList(name, in) : new OfEntries(in, List.of(document(name, in)));
    }

    private static StoredEntry document(String name, InputStream in) throws IOException {
        try {
            return StoredParser.one(Documents.json(name, in));
        } catch (AimsException e) {
            return refused(e, new Place(name, 1, 1));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }

    private static StoredEntry entry(String name, int line, ByteBuffer bytes) {
        Place place = new Place(name, line, 1);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
            return StoredParser.one(Documents.json(name, line, text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException e) {
            return new StoredEntry.Refused(List.of(SystemReader.notUtf8(place)), place);
        } catch (AimsException e) {
            return refused(e, place);
        }
    }

    private static StoredEntry refused(AimsException e, Place otherwise) {
        return new StoredEntry.Refused(e.faults(), e.faults().get(0).place().orElse(otherwise));
    }

    private static StoredEntry refused(String code, Place place, String problem, String advice) {
        return new StoredEntry.Refused(
                List.of(new Fault(code, "The list (" + place + ") " + problem + ".", advice, place)), place);
    }

    /** Entries that are there already. */
    final class OfEntries implements StoredSource {

        private final InputStream in;
        private final Deque<StoredEntry> entries;

        OfEntries(InputStream in, List<StoredEntry> entries) {
            this.in = in;
            this.entries = new ArrayDeque<>(entries);
        }

        @Override
        public @Nullable StoredEntry next() {
            return entries.poll();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** JSON Lines. A line that is wrong is an entry of its own, and the next one is read. */
    final class OfLines implements StoredSource {

        private final String name;
        private final InputStream in;
        private final Lines lines;

        OfLines(String name, InputStream in) {
            this.name = name;
            this.in = in;
            this.lines = new Lines(in, SystemReader.LONGEST_LINE);
        }

        @Override
        public @Nullable StoredEntry next() throws IOException {
            Lines.Line line = lines.next();
            while (line != null && line.isBlank()) {
                line = lines.next();
            }
            if (line == null) {
                return null;
            }
            if (line.isTooLong()) {
                Place place = new Place(name, line.number(), 1);
                return new StoredEntry.Refused(
                        List.of(new Fault(
                                "AIMS-1023",
                                "The line (" + place + ") must have at most " + SystemReader.LONGEST_LINE + " bytes.",
                                "Maybe line ends are missing: JSON Lines holds one result a line.",
                                place)),
                        place);
            }
            return entry(name, line.number(), line.bytes());
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** A JSON list. What is wrong with an item is an entry of its own; what is wrong between items ends the list. */
    final class OfList implements StoredSource {

        private final String name;
        private final InputStream in;
        private final ListItems items;

        OfList(String name, InputStream in) {
            this.name = name;
            this.in = in;
            this.items = new ListItems(in, Documents.MOST_BYTES);
        }

        @Override
        public @Nullable StoredEntry next() throws IOException {
            ListItems.Item item = items.next();
            if (item == null) {
                return null;
            }
            String problem = item.problem();
            return problem == null
                    ? entry(name, item.line(), item.bytes())
                    : refused(
                            "AIMS-1011",
                            new Place(name, item.line(), 1),
                            problem,
                            "Maybe the file was cut off or put together by hand.");
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
