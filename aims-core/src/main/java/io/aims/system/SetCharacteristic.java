package io.aims.system;

import java.util.List;

/**
 * A characteristic that may have any number of its values at once.
 *
 * @param <V> the type of its values
 * @since 0.1
 */
public final class SetCharacteristic<V extends CharacteristicValue> extends EnumeratedCharacteristic<V> {

    private final Bounds unknown;

    private SetCharacteristic(String id, List<V> values) {
        super(id, values);
        this.unknown = new Bounds.Members(0, false);
    }

    /**
     * Creates a characteristic with the values of an enum, in their order.
     *
     * @param id the stable id
     * @param values the enum
     * @param <E> the enum
     * @return the characteristic
     */
    public static <E extends Enum<E> & CharacteristicValue> SetCharacteristic<E> of(String id, Class<E> values) {
        return new SetCharacteristic<>(id, List.of(values.getEnumConstants()));
    }

    /**
     * Creates a characteristic of a vendor.
     *
     * @param id the stable id
     * @param valueIds the ids of its values
     * @return the characteristic
     */
    public static SetCharacteristic<CustomValue> of(String id, List<String> valueIds) {
        return new SetCharacteristic<>(id, CustomValue.listOf(valueIds));
    }

    @Override
    public CharacteristicType type() {
        return CharacteristicType.SET;
    }

    @Override
    public Bounds unknown() {
        return unknown;
    }
}
