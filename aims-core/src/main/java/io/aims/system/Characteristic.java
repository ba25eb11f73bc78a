package io.aims.system;

import io.aims.text.Quoted;

/**
 * Something an AI system is or does, that people can be asked about: built in (see {@code Characteristics} in
 * {@code io.aims.system.vocabulary}) or added by a vendor's pack.
 *
 * <p>Two characteristics are equal if they have the same kind, id and values. Immutable and thread-safe.
 *
 * @param <V> the type of its values
 * @since 0.1
 */
public abstract sealed class Characteristic<V>
        permits EnumeratedCharacteristic, ScaleCharacteristic, DecimalCharacteristic, DateCharacteristic {

    private static final int LONGEST_ID = 80;

    private final String id;

    Characteristic(String id) {
        if (!isWellFormed(id)) {
            throw new IllegalArgumentException(
                    "A characteristic id is a letter and up to 79 letters or digits: " + Quoted.of(id));
        }
        this.id = id;
    }

    private static boolean isWellFormed(String id) {
        boolean wellFormed = !id.isEmpty() && id.length() <= LONGEST_ID;
        for (int i = 0; wellFormed && i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            wellFormed = letter || i > 0 && c >= '0' && c <= '9';
        }
        return wellFormed;
    }

    /**
     * Returns the stable id, as all file formats and conditions write it.
     *
     * @return for example {@code automationLevel}
     */
    public final String id() {
        return id;
    }

    /**
     * Returns the kind of characteristic.
     *
     * @return the kind
     */
    public abstract CharacteristicType type();

    /**
     * Returns what is known when nothing is known: the widest bounds.
     *
     * @return bounds that allow every value
     */
    public abstract Bounds unknown();

    @Override
    public abstract boolean equals(Object other);

    @Override
    public abstract int hashCode();

    @Override
    public final String toString() {
        return id;
    }
}
