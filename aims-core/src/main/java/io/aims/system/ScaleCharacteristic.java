package io.aims.system;

import java.math.BigDecimal;

/**
 * A whole number between two limits, of which the lower one is the more severe: technology readiness.
 *
 * @since 0.1
 */
public final class ScaleCharacteristic extends Characteristic<Integer> {

    private final int least;
    private final int most;
    private final Bounds unknown;

    private ScaleCharacteristic(String id, int least, int most) {
        super(id);
        if (least >= most) {
            throw new IllegalArgumentException("Characteristic " + id + " must end above its beginning");
        }
        this.least = least;
        this.most = most;
        this.unknown = new Bounds.Numbers(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    /**
     * Creates a scale.
     *
     * @param id the stable id
     * @param least the lowest number, the most severe
     * @param most the highest number, the least severe
     * @return the characteristic
     */
    public static ScaleCharacteristic of(String id, int least, int most) {
        return new ScaleCharacteristic(id, least, most);
    }

    /**
     * Returns the lowest number.
     *
     * @return the most severe value
     */
    public int least() {
        return least;
    }

    /**
     * Returns the highest number.
     *
     * @return the least severe value
     */
    public int most() {
        return most;
    }

    @Override
    public CharacteristicType type() {
        return CharacteristicType.SCALE;
    }

    @Override
    public Bounds unknown() {
        return unknown;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScaleCharacteristic that
                && id().equals(that.id())
                && least == that.least
                && most == that.most;
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
