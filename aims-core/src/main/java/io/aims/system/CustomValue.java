package io.aims.system;

/**
 * A value of a characteristic that a vendor adds.
 *
 * @param id the stable id
 * @since 0.1
 */
public record CustomValue(String id) implements CharacteristicValue {

    @Override
    public String toString() {
        return id;
    }
}
