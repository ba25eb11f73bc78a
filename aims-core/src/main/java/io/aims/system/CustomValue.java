package io.aims.system;

import java.util.ArrayList;
import java.util.List;

/**
 * A value of a characteristic that a vendor adds.
 *
 * @param id the stable id
 * @since 0.1
 */
public record CustomValue(String id) implements CharacteristicValue {

    static List<CustomValue> listOf(List<String> ids) {
        List<CustomValue> values = new ArrayList<>(ids.size());
        for (String id : ids) {
            values.add(new CustomValue(id));
        }
        return values;
    }

    @Override
    public String toString() {
        return id;
    }
}
