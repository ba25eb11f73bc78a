package io.aims.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Creates an empty form. */
    public CanonicalForm() {}

    /**
     * Adds a text.
     *
     * @param text any text
     * @return this form
     */
    public CanonicalForm text(String text) {
        if (isWellFormed(text)) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            bytes.write(utf8, 0, utf8.length);
        } else {
            number(-text.length());
            text.chars().forEach(unit -> {
                bytes.write(unit >>> Byte.SIZE);
                bytes.write(unit);
            });
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
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (number >>> shift));
        }
        return this;
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
        return bytes.toByteArray();
    }

    /**
     * Returns the SHA-256 of the bytes collected so far.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
