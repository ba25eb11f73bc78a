package io.aims.system;

/**
 * A value that a characteristic can take.
 *
 * @since 0.1
 */
public interface CharacteristicValue {

    /**
     * Returns the stable id of the value, as all file formats write it.
     *
     * @return for example {@code HIGH_AUTOMATION} or {@code 5b}
     */
    String id();
}
