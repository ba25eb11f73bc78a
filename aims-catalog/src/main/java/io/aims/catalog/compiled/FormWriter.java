package io.aims.catalog.compiled;

import io.aims.source.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes texts and numbers in a form that is read fast: every text once, then the numbers, a text by its number.
 *
 * <p>The form begins with its name and a check sum of what follows. The same calls give the same bytes. Not thread-safe.
 *
 * @since 0.1
 */
public final class FormWriter {

    private static final int LATIN_1 = 0x100;
    private static final int LOW_BITS = 0x7f;

    private final String name;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /**
     * Begins a form.
     *
     * @param name the name of the form with its version, up to 127 ASCII characters
     */
    public FormWriter(String name) {
        if (name.length() > LOW_BITS) {
            throw new IllegalArgumentException("A form has a name of at most " + LOW_BITS + " characters");
        }
        this.name = name;
    }

    /**
     * Adds a text.
     *
     * @param text any text
     * @return this writer
     */
    public FormWriter text(String text) {
        Integer number = numbers.get(text);
        if (number == null) {
            number = numbers.size();
            numbers.put(text, number);
        }
        return bits(number);
    }

    /**
     * Adds texts behind their number.
     *
     * @param texts the texts, in order
     * @return this writer
     */
    public FormWriter texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /**
     * Adds citations behind their number.
     *
     * @param sources the citations, in order
     * @return this writer
     */
    public FormWriter sources(Collection<Source> sources) {
        number(sources.size());
        sources.forEach(source -> text(source.citation()));
        return this;
    }

    /**
     * Adds pairs of texts behind their number.
     *
     * @param pairs the pairs, in order
     * @return this writer
     */
    public FormWriter pairs(Map<String, String> pairs) {
        number(pairs.size());
        pairs.forEach((key, value) -> text(key).text(value));
        return this;
    }

    /**
     * Adds a number.
     *
     * @param number zero or above
     * @return this writer
     */
    public FormWriter number(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("A number in a form is zero or above, not " + number);
        }
        return bits(number);
    }

    /**
     * Adds bits.
     *
     * @param bits any bits; the fewer digits they have as an unsigned number, the shorter
     * @return this writer
     */
    public FormWriter bits(long bits) {
        write(bits, body);
        return this;
    }

    /**
     * Adds what is so or is not so.
     *
     * @param so either
     * @return this writer
     */
    public FormWriter flag(boolean so) {
        return bits(so ? 1 : 0);
    }

    /**
     * Adds a word of a closed list.
     *
     * @param word the word, or {@code null} for none
     * @return this writer
     */
    public FormWriter word(@Nullable Enum<?> word) {
        return text(word == null ? "" : word.name());
    }

    /**
     * Returns the form with everything added so far.
     *
     * @return a copy
     */
    public byte[] toBytes() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        write(numbers.size(), content);
        List<byte[]> characters = new ArrayList<>();
        for (String text : numbers.keySet()) {
            boolean narrow = text.chars().allMatch(unit -> unit < LATIN_1);
            characters.add(narrow ? text.getBytes(StandardCharsets.ISO_8859_1) : units(text));
            write((long) text.length() << 1 | (narrow ? 0 : 1), content);
        }
        characters.forEach(content::writeBytes);
        content.writeBytes(body.toByteArray());
        CRC32 sum = new CRC32();
        sum.update(content.toByteArray());
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(name.length());
        form.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            form.write((int) (sum.getValue() >>> shift));
        }
        form.writeBytes(content.toByteArray());
        return form.toByteArray();
    }

    private static byte[] units(String text) {
        byte[] units = new byte[text.length() * Character.BYTES];
        for (int i = 0; i < text.length(); i++) {
            units[2 * i] = (byte) (text.charAt(i) >>> Byte.SIZE);
            units[2 * i + 1] = (byte) text.charAt(i);
        }
        return units;
    }

    /** Seven bits a byte, the low ones first; all bytes but the last have their highest bit set. */
    private static void write(long number, ByteArrayOutputStream out) {
        long rest = number;
        while ((rest & ~LOW_BITS) != 0) {
            out.write((int) rest & LOW_BITS | LOW_BITS + 1);
            rest >>>= Byte.SIZE - 1;
        }
        out.write((int) rest);
    }
}
