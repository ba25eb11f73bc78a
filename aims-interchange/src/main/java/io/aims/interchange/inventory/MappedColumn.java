package io.aims.interchange.inventory;

import io.aims.system.Dependency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column as a mapping reads it.
 *
 * @param id its id in the mapping
 * @param header its header, or {@code null} if it is addressed by position alone
 * @param occurrence which of several columns of that header it is, from 1, or 0 if there is only one
 * @param position its position, from 1, or 0 if it is addressed by header alone
 * @param optional whether it may be missing
 * @param list how lists stand in it, or {@code null} if it holds one value
 * @param unknown values that tell nothing and are no oddity
 * @param readings what its values tell, none for a column of text or of names
 * @param dependency what its names are names of, or {@code null} if it holds no names
 * @param names how names stand in it, of a column of names
 */
record MappedColumn(
        String id,
        @Nullable String header,
        int occurrence,
        int position,
        boolean optional,
        @Nullable ListForm list,
        ValueSet unknown,
        List<ValueReading> readings,
        @Nullable Dependency dependency,
        NameList names) {

    /** Copies the readings. */
    MappedColumn {
        readings = List.copyOf(readings);
    }

    /** Tells whether anything is taken from it but text. */
    boolean isRead() {
        return dependency != null || !readings.isEmpty();
    }

    /** Returns how messages and evidence name the column. */
    String title() {
        return header == null ? "column " + position : header;
    }

    /** Finds the reading of a folded value. */
    Optional<ValueReading> reading(String folded) {
        return readings.stream()
                .filter(reading -> reading.values().contains(folded))
                .findFirst();
    }
}
