package io.aims.system;

import java.util.List;

/**
 * A characteristic that has one of its values, without an order of severity among them.
 *
 * @param <V> the type of its values
 * @since 0.1
 */
public final class NominalCharacteristic<V extends CharacteristicValue> extends EnumeratedCharacteristic<V> {

    private final Bounds unknown;

    private NominalCharacteristic(String id, List<V> values) {
        super(id, values);
        this.unknown = new Bounds.OneOf(fullMask());
    }

    /**
     * Creates a characteristic with the values of an enum, in their order.
     *
     * @param id the stable id
     * @param values the enum
     * @param <E> the enum
     * @return the characteristic
     */
    public static <E extends Enum<E> & CharacteristicValue> NominalCharacteristic<E> of(String id, Class<E> values) {
        return new NominalCharacteristic<>(id, List.of(values.getEnumConstants()));
    }

    /**
     * Creates a characteristic of a vendor.
     *
     * @param id the stable id
     * @param valueIds the ids of its values
     * @return the characteristic
     */
    public static NominalCharacteristic<CustomValue> of(String id, List<String> valueIds) {
        return new NominalCharacteristic<>(id, CustomValue.listOf(valueIds));
    }

    @Override
    public CharacteristicType type() {
        return CharacteristicType.NOMINAL;
    }

    @Override
    public Bounds unknown() {
        return unknown;
    }
}
