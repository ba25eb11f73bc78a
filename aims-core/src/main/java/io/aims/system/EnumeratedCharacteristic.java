package io.aims.system;

import io.aims.error.AimsException;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A characteristic whose values can be listed.
 *
 * @param <V> the type of its values
 * @since 0.1
 */
public abstract sealed class EnumeratedCharacteristic<V extends CharacteristicValue> extends Characteristic<V>
        permits OrdinalCharacteristic, SetCharacteristic, BooleanCharacteristic, NominalCharacteristic {

    /** The most values a characteristic may have. */
    public static final int MOST_VALUES = 63;

    private final List<V> values;
    private final List<String> valueIds;
    private final Map<String, Integer> positions;

    EnumeratedCharacteristic(String id, List<V> values) {
        super(id);
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "Characteristic " + id + " must have 1 to " + MOST_VALUES + " values, not " + values.size());
        }
        this.values = List.copyOf(values);
        List<String> ids = new ArrayList<>(values.size());
        this.positions = new LinkedHashMap<>();
        for (V value : this.values) {
            ids.add(value.id());
            if (positions.put(value.id(), positions.size()) != null) {
                throw new IllegalArgumentException(
                        "Characteristic " + id + " lists value " + Quoted.of(value.id()) + " twice");
            }
        }
        this.valueIds = List.copyOf(ids);
    }

    /**
     * Returns the values, of ordinals and booleans in rising severity.
     *
     * @return an immutable list, not empty
     */
    public final List<V> values() {
        return values;
    }

    /**
     * Returns the ids of the values in the same order.
     *
     * @return an immutable list
     */
    public final List<String> valueIds() {
        return valueIds;
    }

    /**
     * Finds a value by its id.
     *
     * @param valueId an id, in the right case
     * @return the value, or empty if there is none of that id
     */
    public final Optional<V> value(String valueId) {
        Integer position = positions.get(valueId);
        return position == null ? Optional.empty() : Optional.of(values.get(position));
    }

    /**
     * Returns the position of a value in {@link #values()}.
     *
     * @param value a value of this characteristic
     * @return the position, from 0
     * @throws AimsException AIMS-1002, if it is no value of this characteristic
     */
    public final int position(CharacteristicValue value) {
        Integer position = positions.get(value.id());
        if (position == null) {
            throw new AimsException(
                    "AIMS-1002",
                    "The characteristic " + id() + " has no value (" + Quoted.of(value.id()) + ").",
                    Nearest.to(value.id(), valueIds)
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Allowed are " + String.join(", ", valueIds) + "."));
        }
        return position;
    }

    final long mask(Iterable<? extends CharacteristicValue> chosen) {
        long mask = 0;
        for (CharacteristicValue value : chosen) {
            mask |= 1L << position(value);
        }
        return mask;
    }

    final long fullMask() {
        return (1L << values.size()) - 1;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other
                || other instanceof EnumeratedCharacteristic<?> that
                        && type() == that.type()
                        && id().equals(that.id())
                        && valueIds.equals(that.valueIds());
    }

    @Override
    public final int hashCode() {
        return id().hashCode();
    }
}
