package io.aims.system;

/**
 * A number, zero or above, of which the higher one is the more severe.
 *
 * @since 0.1
 */
public final class DecimalCharacteristic extends Characteristic<java.math.BigDecimal> {

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
        return new Bounds.Numbers(java.math.BigDecimal.ZERO, null);
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
