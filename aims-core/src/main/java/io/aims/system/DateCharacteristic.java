package io.aims.system;

import java.time.LocalDate;

/**
 * A day of the calendar between {@link Bounds.Days#FIRST} and {@link Bounds.Days#LAST}. No day is more severe than another,
 * so that no rule of a rule pack can read one; a legal pack asks whether a day came before one of its own.
 *
 * @since 0.1
 */
public final class DateCharacteristic extends Characteristic<LocalDate> {

    private static final Bounds UNKNOWN = new Bounds.Days(Bounds.Days.FIRST, Bounds.Days.LAST);

    private DateCharacteristic(String id) {
        super(id);
    }

    /**
     * Creates a characteristic.
     *
     * @param id the stable id
     * @return the characteristic
     */
    public static DateCharacteristic of(String id) {
        return new DateCharacteristic(id);
    }

    @Override
    public CharacteristicType type() {
        return CharacteristicType.DATE;
    }

    @Override
    public Bounds unknown() {
        return UNKNOWN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DateCharacteristic that && id().equals(that.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
