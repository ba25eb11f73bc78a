package io.aims.report.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The one style sheet of all pages. A page allows it by its hash and no other style, so that nothing in a text can change
 * how a page looks. Thread-safe.
 */
public final class StyleSheet {

    private static final String TEXT = read("style.css") + read("sheets.css");
    private static final String HASH = hash();

    private StyleSheet() {}

    /**
     * Returns the style sheet.
     *
     * @return CSS, as it stands between the tags of {@code style}
     */
    public static String text() {
        return TEXT;
    }

    /**
     * Returns what a page may load and do: nothing but to apply this style sheet.
     *
     * @return the value of a content security policy
     */
    public static String policy() {
        return "default-src 'none'; style-src 'sha256-" + HASH
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(StyleSheet.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
