package io.aims.benchmarks.result;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Names one measurement.
 *
 * @param series what was measured, for example {@code cold-start}
 * @param contender whose cost it is, for example {@code aims}
 * @param condition under which condition, for example {@code default} or a number
 */
public record Key(String series, String contender, String condition) implements Comparable<Key> {

    private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9.+-]*");
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::series)
            .thenComparing(Key::contender)
            .thenComparing(Key::condition, Conditions.ORDER);

    /** Checks the parts. */
    public Key {
        check("series", series);
        check("contender", contender);
        check("condition", condition);
    }

    /**
     * Reads a key.
     *
     * @param text series, contender and condition with a slash between them
     * @return the key
     * @throws IllegalArgumentException if it does not consist of three well-formed parts
     */
    public static Key parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A key is series/contender/condition, not (" + text + ")");
        }
        return new Key(parts[0], parts[1], parts[2]);
    }

    private static void check(String name, String part) {
        if (!PART.matcher(part).matches()) {
            throw new IllegalArgumentException("The " + name + " (" + part + ") must match " + PART);
        }
    }

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }

    /** Returns the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return series + "/" + contender + "/" + condition;
    }
}
