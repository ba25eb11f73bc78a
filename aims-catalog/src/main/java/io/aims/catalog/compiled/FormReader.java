package io.aims.catalog.compiled;

import io.aims.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link FormWriter} wrote, in the same order. Not thread-safe.
 *
 * <p>It runs once in a fresh Java virtual machine, before anything is compiled: hence loops over bytes, and no streams, lambda
 * expressions or decoders, each of which would cost more there than all of the reading.
 *
 * @since 0.1
 */
public final class FormReader {

    private static final int LOW_BITS = 0x7f;
    private static final int BYTE = 0xff;

    private final byte[] bytes;
    private final String[] texts;
    private int position;

    /**
     * Opens a form.
     *
     * @param in the form, read to its end and not closed
     * @param name the name that the form must have
     * @throws IOException if it cannot be read, has another name, or is damaged
     */
    public FormReader(InputStream in, String name) throws IOException {
        this.bytes = in.readAllBytes();
        int length = bytes.length == 0 ? 0 : bytes[0];
        int content = 1 + length + Integer.BYTES;
        if (length < 0 || bytes.length < content) {
            throw new IOException("The form ends too early");
        }
        String found = new String(bytes, 1, length, StandardCharsets.ISO_8859_1);
        if (!found.equals(name)) {
            throw new IOException("The form is not " + name);
        }
        int stated = 0;
        for (position = 1 + length; position < content; position++) {
            stated = stated << Byte.SIZE | bytes[position] & BYTE;
        }
        CRC32 sum = new CRC32();
        sum.update(bytes, content, bytes.length - content);
        if ((int) sum.getValue() != stated) {
            throw new IOException("The form " + name + " is damaged: its check sum is wrong");
        }
        this.texts = new String[number()];
        int[] lengths = new int[texts.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = number();
        }
        for (int i = 0; i < lengths.length; i++) {
            texts[i] = characters(lengths[i] >>> 1, (lengths[i] & 1) != 0);
        }
    }

    private String characters(int length, boolean wide) throws IOException {
        int size = wide ? length * Character.BYTES : length;
        if (size > bytes.length - position) {
            throw new IOException("The form ends too early");
        }
        int start = position;
        position += size;
        if (!wide) {
            return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        }
        char[] units = new char[length];
        for (int i = 0; i < length; i++) {
            units[i] = (char) (bytes[start + 2 * i] << Byte.SIZE | bytes[start + 2 * i + 1] & BYTE);
        }
        return new String(units);
    }

    /**
     * Reads a text.
     *
     * @return the text
     * @throws IOException if none is there
     */
    public String text() throws IOException {
        int number = number();
        if (number >= texts.length) {
            throw new IOException("The form has no text " + number);
        }
        return texts[number];
    }

    /**
     * Reads texts.
     *
     * @return an immutable list, in order
     * @throws IOException if they are not there
     */
    public List<String> texts() throws IOException {
        String[] all = new String[number()];
        for (int i = 0; i < all.length; i++) {
            all[i] = text();
        }
        return List.of(all);
    }

    /**
     * Reads pairs of texts.
     *
     * @return the second texts by the first, in order
     * @throws IOException if they are not there
     */
    public Map<String, String> pairs() throws IOException {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int rest = number(); rest > 0; rest--) {
            pairs.put(text(), text());
        }
        return pairs;
    }

    /**
     * Reads a number.
     *
     * @return zero or above
     * @throws IOException if none is there
     */
    public int number() throws IOException {
        long number = bits();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new IOException("The form has a number that is too large");
        }
        return (int) number;
    }

    /**
     * Reads bits.
     *
     * @return the bits
     * @throws IOException if none are there
     */
    public long bits() throws IOException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE - 1) {
            if (position == bytes.length) {
                throw new IOException("The form ends too early");
            }
            int next = bytes[position++];
            number |= (long) (next & LOW_BITS) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IOException("The form has a number that is too long");
    }

    /**
     * Reads what is so or is not so.
     *
     * @return either
     * @throws IOException if none is there
     */
    public boolean flag() throws IOException {
        return bits() != 0;
    }

    /**
     * Reads a word of a closed list.
     *
     * @param words the list
     * @param <E> the words
     * @return the word, or {@code null} for none
     * @throws IOException if it is no word of this list
     */
    public <E extends Enum<E>> @Nullable E wordOrNull(List<E> words) throws IOException {
        String name = text();
        return name.isEmpty() ? null : word(name, words);
    }

    /**
     * Reads a word of a closed list.
     *
     * @param words the list
     * @param <E> the words
     * @return the word
     * @throws IOException if it is no word of this list
     */
    public <E extends Enum<E>> E word(List<E> words) throws IOException {
        return word(text(), words);
    }

    private static <E extends Enum<E>> E word(String name, List<E> words) throws IOException {
        for (E word : words) {
            if (word.name().equals(name)) {
                return word;
            }
        }
        throw new IOException("The form has the word " + name + ", which is not one of " + words);
    }

    /**
     * Reads citations.
     *
     * @return an immutable list, in order
     * @throws IOException if they are not there
     */
    public List<Source> sources() throws IOException {
        Source[] all = new Source[number()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Source(text());
        }
        return List.of(all);
    }

    /**
     * Makes sure that nothing follows.
     *
     * @throws IOException if more follows
     */
    public void end() throws IOException {
        if (position < bytes.length) {
            throw new IOException("More follows behind the end of the form");
        }
    }
}
