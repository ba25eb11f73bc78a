package io.aims.interchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Splits bytes into lines and never holds more of a line than its limit. Not thread-safe. */
final class Lines {

    private static final int BUFFER = 1 << 16;

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
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        do {
            int start = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            tooLong |= line.size() + (position - start) > most;
            if (!tooLong) {
                line.write(buffer, start, position - start);
            }
            if (position < end) {
                position++;
                return new Line(number, tooLong ? new byte[0] : line.toByteArray(), tooLong);
            }
        } while (fill());
        return new Line(number, tooLong ? new byte[0] : line.toByteArray(), tooLong);
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
