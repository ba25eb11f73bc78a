package io.aims.system;

import java.math.BigDecimal;

/**
 * A number, zero or above, of which the higher one is the more severe.
 *
 * @since 0.1
 */
public final class DecimalCharacteristic extends Characteristic<BigDecimal> {

    private static final Bounds UNKNOWN = new Bounds.Numbers(BigDecimal.ZERO, null);

    private DecimalCharacteristic(String id) {
        super(id);
    }

    /**
     * Creates a characteristic.
     *
     * @param id the stable id
     * @return the characteristic
     */
    public static DecimalCharacteristic of(String id) {
        return new DecimalCharacteristic(id);
    }

    @Override
    public CharacteristicType type() {
        return CharacteristicType.DECIMAL;
    }

    @Override
    public Bounds unknown() {
        return UNKNOWN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DecimalCharacteristic that && id().equals(that.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
