package io.aims.interchange.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Values as a mapping lists them: whole ones, and beginnings that end in a star. Immutable. */
final class ValueSet {

    private final Set<String> whole = new HashSet<>();
    private final List<String> beginnings = new ArrayList<>();

    ValueSet(List<String> values) {
        for (String value : values) {
            String folded = CellText.folded(value);
            if (folded.endsWith("*")) {
                beginnings.add(folded.substring(0, folded.length() - 1));
            } else {
                whole.add(folded);
            }
        }
    }

    /** Tells whether a folded text is one of the values. */
    boolean contains(String folded) {
        return whole.contains(folded) || beginnings.stream().anyMatch(folded::startsWith);
    }
}
