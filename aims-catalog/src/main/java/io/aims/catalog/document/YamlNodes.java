package io.aims.catalog.document;

import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.Quoted;
import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Walks the events of a YAML document, so that nothing is built that AIMS does not read. */
final class YamlNodes {

    private static final String CODE = "AIMS-1010";
    private static final int SMALLEST_BUFFER = 1_024;

    /** The parser copies what it has of a word each time its buffer ends: with small buffers a long word costs its square. */
    private static final int LARGEST_BUFFER = 128 * 1024;

    private final String name;
    private final DocumentLimits limits;
    private final Faults faults = new Faults();
    private int nodes;

    YamlNodes(String name, DocumentLimits limits) {
        this.name = name;
        this.limits = limits;
    }

    Node read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel("document")
                .setCodePointLimit(limits.bytes())
                .setBufferSize(Math.max(SMALLEST_BUFFER, Math.min(text.length() + 2, LARGEST_BUFFER)))
                .build();
        Node root;
        try {
            root = document(new ParserImpl(settings, new StreamReader(settings, new RoomForOneMore(text))));
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(this::place).orElse(new Place(name, 1, 1));
            faults.add(
                    CODE,
                    place,
                    "The document (" + place + ") is no YAML: " + Quoted.of(String.valueOf(e.getProblem())) + ".",
                    String.valueOf(e.getProblem()).contains("\\t")
                            ? "Maybe write blanks in place of the tab: YAML does not indent with tabs."
                            : "Maybe a quotation mark, bracket or indentation is wrong near this place.");
            throw new AimsException(faults.toList());
        } catch (ReaderException e) {
            Place place = place(text, e.getPosition());
            String character = Quoted.of(Character.toString(e.getCodePoint()));
            faults.add(
                    CODE,
                    place,
                    "The document (" + place + ") holds a character (" + character + ") that YAML does not allow.",
                    "Maybe it is no text, or not saved as UTF-8.");
            throw new AimsException(faults.toList());
        } catch (YamlEngineException e) {
            Place place = new Place(name, 1, 1);
            faults.add(
                    CODE,
                    place,
                    "The document (" + place + ") is no YAML: " + Quoted.of(String.valueOf(e.getMessage())) + ".",
                    "Maybe it was written for another version of YAML.");
            throw new AimsException(faults.toList());
        }
        faults.throwIfAny();
        return root;
    }

    private Node document(Iterator<Event> events) {
        Node root = null;
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {
                    continue;
                }
                case DocumentStart -> {
                    documents++;
                    if (documents > 1) {
                        throw refusal(event, "holds a second document", "Maybe split it into files.");
                    }
                }
                default -> root = node(event, events, 1);
            }
        }
        return root == null ? new Node.Scalar("", false, new Place(name, 1, 1)) : root;
    }

    private Node node(Event event, Iterator<Event> events, int depth) {
        if (depth > limits.depth() && event instanceof CollectionStartEvent) {
            throw refusal(
                    event, "is nested deeper than " + limits.depth() + " levels", "Maybe a bracket is not closed.");
        }
        nodes++;
        if (nodes > limits.parts()) {
            throw refusal(event, "has more than " + limits.parts() + " parts", "Maybe split it.");
        }
        Place place = place(event);
        if (event instanceof AliasEvent) {
            return refused(place, "uses an alias (*)", "Maybe write the value again: aliases are not read.");
        }
        refuseAnchorAndTag((NodeEvent) event, place);
        if (event instanceof ScalarEvent scalar) {
            if (scalar.getValue().length() > limits.textLength()) {
                throw refusal(
                        event,
                        "has a text of more than " + limits.textLength() + " characters",
                        "Maybe a quotation mark is not closed.");
            }
            return new Node.Scalar(scalar.getValue(), !scalar.isPlain(), place);
        }
        if (event instanceof SequenceStartEvent) {
            List<Node> items = new ArrayList<>();
            for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
                items.add(node(next, events, depth + 1));
            }
            return new Node.Sequence(items, place);
        }
        return mapping((MappingStartEvent) event, events, depth, place);
    }

    private Node mapping(MappingStartEvent start, Iterator<Event> events, int depth, Place place) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            Place keyPlace = place(next);
            Node key = node(next, events, depth + 1);
            Node value = node(events.next(), events, depth + 1);
            if (!(key instanceof Node.Scalar scalar)) {
                refused(keyPlace, "has a key that is no text", "Maybe a bracket stands where a word belongs.");
            } else if (entries.putIfAbsent(scalar.text(), new Node.Entry(scalar.text(), keyPlace, value)) != null) {
                refused(
                        keyPlace,
                        "has the key (" + Quoted.of(scalar.text()) + ") twice",
                        "Maybe one of them is meant for another entry.");
            }
        }
        return new Node.Mapping(entries, start.getStartMark().map(this::place).orElse(place));
    }

    private void refuseAnchorAndTag(NodeEvent event, Place place) {
        if (event.getAnchor().isPresent()) {
            refused(place, "has an anchor (&)", "Maybe leave it out: anchors are not read.");
        }
        Optional<String> tag =
                event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        if (tag.isPresent()) {
            refused(place, "has a tag (" + Quoted.of(tag.get()) + ")", "Maybe leave it out: tags are not read.");
        }
    }

    private Node refused(Place place, String what, String advice) {
        faults.add(CODE, place, "The document (" + place + ") " + what + ".", advice);
        if (faults.isFull()) {
            throw new AimsException(faults.toList());
        }
        return new Node.Scalar("", false, place);
    }

    private AimsException refusal(Event event, String what, String advice) {
        Place place = place(event);
        return faults.stop(new Fault(CODE, "The document (" + place + ") " + what + ".", advice, place));
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(new Place(name, 1, 1));
    }

    private Place place(String text, int codePoints) {
        int line = 1;
        int column = 1;
        int end = text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
            boolean lineEnds = text.charAt(i) == '\n';
            line += lineEnds ? 1 : 0;
            column = lineEnds ? 1 : column + 1;
        }
        return new Place(name, line, column);
    }

    private Place place(Mark mark) {
        return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /**
     * Leaves one place free in the buffer it is asked to fill.
     *
     * <p>The reader of snakeyaml-engine 3.0.1 fills its buffer and, if that ends in the first half of a character of two
     * halves, reads the second half behind the end of the buffer.
     */
    private static final class RoomForOneMore extends FilterReader {

        RoomForOneMore(String text) {
            super(new StringReader(text));
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, length > 1 ? length - 1 : length);
        }
    }
}
