package io.aims.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Collects values in a byte form that has exactly one reading, so that equal content gives equal bytes on every JVM,
 * locale and time zone.
 *
 * <p>Texts are UTF-8 behind their length, numbers are eight bytes, lists stand behind their size. A text that UTF-8 cannot
 * express, because half of a surrogate pair stands alone in it, is UTF-16 behind its negative length. Not thread-safe.
 *
 * @since 0.1
 */
public final class CanonicalForm {

    private static final int SMALLEST = 512;
    private static final int LONGEST_CHARACTER = 3;

    private byte[] bytes = new byte[SMALLEST];
    private int size;

    /** Creates an empty form. */
    public CanonicalForm() {}

    /**
     * Adds a text.
     *
     * @param text any text
     * @return this form
     */
    public CanonicalForm text(String text) {
        int start = size;
        makeRoom(Long.BYTES + (long) LONGEST_CHARACTER * text.length());
        size += Long.BYTES;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[size++] = (byte) c;
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xC0 | c >> 6);
                bytes[size++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                bytes[size++] = (byte) (0xE0 | c >> 12);
                bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | c & 0x3F);
            } else {
                int codePoint = text.codePointAt(i);
                if (Character.charCount(codePoint) == 1) {
                    size = start;
                    return utf16(text);
                }
                bytes[size++] = (byte) (0xF0 | codePoint >> 18);
                bytes[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
                bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | codePoint & 0x3F);
                i++;
            }
        }
        put(start, size - start - Long.BYTES);
        return this;
    }

    private CanonicalForm utf16(String text) {
        number(-text.length());
        makeRoom((long) Character.BYTES * text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) (text.charAt(i) >>> Byte.SIZE);
            bytes[size++] = (byte) text.charAt(i);
        }
        return this;
    }

    /**
     * Adds a text that may be absent; absent is not the same as empty.
     *
     * @param text any text
     * @return this form
     */
    public CanonicalForm text(Optional<String> text) {
        number(text.isPresent() ? 1 : 0);
        text.ifPresent(this::text);
        return this;
    }

    /**
     * Adds a whole number.
     *
     * @param number any number
     * @return this form
     */
    public CanonicalForm number(long number) {
        makeRoom(Long.BYTES);
        put(size, number);
        size += Long.BYTES;
        return this;
    }

    private void put(int at, long number) {
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[at + i] = (byte) (number >>> Long.SIZE - Byte.SIZE * (i + 1));
        }
    }

    private void makeRoom(long more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.toIntExact(size + more)));
        }
    }

    /**
     * Adds the items of a collection behind their number, in the order of the collection.
     *
     * @param items the items, already in an order that does not depend on how they arrived
     * @param writer adds one item
     * @param <T> the type of the items
     * @return this form
     */
    public <T> CanonicalForm list(Collection<T> items, BiConsumer<CanonicalForm, ? super T> writer) {
        number(items.size());
        items.forEach(item -> writer.accept(this, item));
        return this;
    }

    /**
     * Returns the bytes collected so far.
     *
     * @return a copy
     */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /**
     * Returns the SHA-256 of the bytes collected so far.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, size);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
