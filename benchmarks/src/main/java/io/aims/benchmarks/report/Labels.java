package io.aims.benchmarks.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How contenders and conditions are called on the page, and in which order they stand. */
final class Labels {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> order;

    private Labels() {
        TabFile.read("labels.tsv", 2).forEach(row -> names.put(row.get(0), row.get(1)));
        order = List.copyOf(names.keySet());
    }

    static Labels read() {
        return new Labels();
    }

    /** What has no name of its own is called by its id. */
    String of(String id) {
        return names.getOrDefault(id, id);
    }

    /** As in the file of names; what is not there comes last. */
    Comparator<String> order() {
        return Comparator.comparingInt((String id) -> order.contains(id) ? order.indexOf(id) : order.size())
                .thenComparing(Comparator.naturalOrder());
    }
}
