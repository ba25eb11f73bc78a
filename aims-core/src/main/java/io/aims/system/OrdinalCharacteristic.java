package io.aims.system;

import java.util.List;

/**
 * A characteristic whose values rise in severity.
 *
 * @param <V> the type of its values
 * @since 0.1
 */
public final class OrdinalCharacteristic<V extends CharacteristicValue> extends EnumeratedCharacteristic<V> {

    private final Bounds unknown;

    private OrdinalCharacteristic(String id, List<V> values) {
        super(id, values);
        this.unknown = new Bounds.Ranks(0, values().size() - 1);
    }

    /**
     * Creates a characteristic with the values of an enum, in their order.
     *
     * @param id the stable id
     * @param values the enum
     * @param <E> the enum
     * @return the characteristic
     */
    public static <E extends Enum<E> & CharacteristicValue> OrdinalCharacteristic<E> of(String id, Class<E> values) {
        return new OrdinalCharacteristic<>(id, List.of(values.getEnumConstants()));
    }

    /**
     * Creates a characteristic of a vendor.
     *
     * @param id the stable id
     * @param valueIds the ids of its values in rising severity
     * @return the characteristic
     */
    public static OrdinalCharacteristic<CustomValue> of(String id, List<String> valueIds) {
        return new OrdinalCharacteristic<>(id, CustomValue.listOf(valueIds));
    }

    @Override
    public CharacteristicType type() {
        return CharacteristicType.ORDINAL;
    }

    @Override
    public Bounds unknown() {
        return unknown;
    }
}
