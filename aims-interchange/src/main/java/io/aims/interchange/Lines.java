package io.aims.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Splits bytes into lines and never holds more of a line than its limit. Not thread-safe. */
final class Lines {

    private static final int BUFFER = 1 << 16;
    private static final char REPLACEMENT = '\uFFFD';
    private static final byte[] NONE = {};

    private final InputStream in;
    private final int most;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private int number;

    /** A line without its line end; its content is empty if it is longer than the limit. */
    static final class Line {

        private final int number;
        private final byte[] bytes;
        private final boolean tooLong;

        private Line(int number, byte[] bytes, boolean tooLong) {
            this.number = number;
            this.bytes = bytes;
            this.tooLong = tooLong;
        }

        int number() {
            return number;
        }

        ByteBuffer bytes() {
            return ByteBuffer.wrap(bytes);
        }

        /** Decodes the line as UTF-8 and leaves a byte order mark out. */
        String text() throws CharacterCodingException {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT) >= 0) {
                // It stands in the line, or for bytes that are no UTF-8: decoding strictly tells, and is slower.
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes));
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }

        boolean isTooLong() {
            return tooLong;
        }

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    Lines(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /** Returns the next line, or {@code null} at the end. */
    @Nullable
    Line next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        byte[] line = NONE;
        boolean tooLong = false;
        do {
            int start = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            tooLong |= line.length + (position - start) > most;
            line = tooLong ? NONE : joined(line, start, position);
            if (position < end) {
                position++;
                break;
            }
        } while (fill());
        return new Line(number, line, tooLong);
    }

    private byte[] joined(byte[] line, int from, int to) {
        byte[] longer = Arrays.copyOf(line, line.length + (to - from));
        System.arraycopy(buffer, from, longer, line.length, to - from);
        return longer;
    }

    private boolean fill() throws IOException {
        if (position < end) {
            return true;
        }
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
