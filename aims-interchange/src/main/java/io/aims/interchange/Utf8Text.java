package io.aims.interchange;

import java.io.Writer;
import java.util.Arrays;

/**
 * Collects what is written as UTF-8. Half of a surrogate pair becomes a question mark, as the encoders of the JDK do it. Not
 * thread-safe.
 */
final class Utf8Text extends Writer {

    private static final int LONGEST_CHARACTER = 3;
    private static final int INSTEAD = '?';

    private byte[] bytes;
    private int size;
    /** The first half of a pair whose second half is still to come, or zero. */
    private char half;

    Utf8Text(int expected) {
        this.bytes = new byte[expected];
    }

    @Override
    public void write(char[] text, int offset, int length) {
        makeRoom(LONGEST_CHARACTER * (length + 1L));
        for (int i = offset; i < offset + length; i++) {
            char c = text[i];
            if (c < 0x80 && half == 0) {
                bytes[size++] = (byte) c;
            } else {
                encode(c);
            }
        }
    }

    private void encode(char c) {
        if (half != 0) {
            char first = half;
            half = 0;
            if (Character.isLowSurrogate(c)) {
                int codePoint = Character.toCodePoint(first, c);
                bytes[size++] = (byte) (0xF0 | codePoint >> 18);
                bytes[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
                bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | codePoint & 0x3F);
                return;
            }
            bytes[size++] = INSTEAD;
        }
        if (Character.isHighSurrogate(c)) {
            half = c;
        } else if (Character.isLowSurrogate(c)) {
            bytes[size++] = INSTEAD;
        } else if (c < 0x80) {
            bytes[size++] = (byte) c;
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        } else {
            bytes[size++] = (byte) (0xE0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        }
    }

    /** Returns what was written, all at once. */
    byte[] toBytes() {
        if (half != 0) {
            makeRoom(1);
            half = 0;
            bytes[size++] = INSTEAD;
        }
        return Arrays.copyOf(bytes, size);
    }

    private void makeRoom(long more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.toIntExact(size + more)));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
