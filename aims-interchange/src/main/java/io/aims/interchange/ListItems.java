package io.aims.interchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Splits a JSON list into its items and never holds more than one of them, so that a list may be longer than memory. What
 * is wrong inside of an item is left to whoever reads it. Not thread-safe.
 */
final class ListItems {

    private static final int BUFFER = 1 << 16;
    private static final int END = -1;

    private final InputStream in;
    private final int most;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private int line = 1;
    private boolean begun;
    private boolean ended;

    /**
     * An item.
     *
     * @param line the line at which it begins
     * @param bytes its text
     * @param problem what keeps it, and all that follows, from being read, or {@code null}
     */
    record Item(int line, ByteBuffer bytes, @Nullable String problem) {}

    ListItems(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /** Returns the next item, or {@code null} at the end. Nothing follows an item with a problem. */
    @Nullable
    Item next() throws IOException {
        if (ended) {
            return null;
        }
        int c = skipBlanks();
        if (!begun) {
            begun = true;
            while (c != '[' && c != END) {
                // A byte order mark may stand before the list.
                read();
                c = skipBlanks();
            }
            if (c == END) {
                return problem("has no beginning");
            }
            read();
            c = skipBlanks();
        } else if (c == ',') {
            read();
            c = skipBlanks();
            if (c == ']') {
                return problem("has a comma without an item behind it");
            }
        } else if (c != ']' && c != END) {
            return problem("has two items without a comma between them");
        }
        if (c == END) {
            return problem("is not closed");
        }
        if (c == ']') {
            read();
            ended = true;
            return skipBlanks() == END ? null : problem("goes on after its end");
        }
        return item();
    }

    private Item item() throws IOException {
        int first = line;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int depth = 0;
        boolean inText = false;
        boolean escaped = false;
        for (int c = peek(); c != END; c = peek()) {
            if (!inText && depth == 0 && (c == ',' || c == ']' || isBlank(c))) {
                break;
            }
            text.write(read());
            if (inText) {
                inText = escaped || c != '"';
                escaped = !escaped && c == '\\';
            } else if (c == '"') {
                inText = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            if (text.size() > most) {
                return problem("has an item of more than " + most + " bytes");
            }
        }
        return new Item(first, ByteBuffer.wrap(text.toByteArray()), null);
    }

    private Item problem(String problem) {
        ended = true;
        return new Item(line, ByteBuffer.allocate(0), problem);
    }

    private int skipBlanks() throws IOException {
        int c = peek();
        while (isBlank(c)) {
            read();
            c = peek();
        }
        return c;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private int peek() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, in.read(buffer));
        }
        return position == end ? END : buffer[position] & 0xff;
    }

    private int read() throws IOException {
        int c = peek();
        position++;
        line += c == '\n' ? 1 : 0;
        return c;
    }
}
