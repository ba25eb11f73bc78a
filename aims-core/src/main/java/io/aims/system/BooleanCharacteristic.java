package io.aims.system;

import java.util.List;

/**
 * A characteristic that is so or is not so; so is the more severe.
 *
 * @since 0.1
 */
public final class BooleanCharacteristic extends EnumeratedCharacteristic<YesNo> {

    private final Bounds unknown;

    private BooleanCharacteristic(String id) {
        super(id, List.of(YesNo.values()));
        this.unknown = new Bounds.Ranks(0, 1);
    }

    /**
     * Creates a characteristic.
     *
     * @param id the stable id
     * @return the characteristic
     */
    public static BooleanCharacteristic of(String id) {
        return new BooleanCharacteristic(id);
    }

    @Override
    public CharacteristicType type() {
        return CharacteristicType.BOOLEAN;
    }

    @Override
    public Bounds unknown() {
        return unknown;
    }
}
