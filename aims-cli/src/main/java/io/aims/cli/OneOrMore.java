package io.aims.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Joins JSON documents: one stands alone, several as a list. */
final class OneOrMore {

    private OneOrMore() {}

    static String json(List<String> documents) {
        return documents.size() == 1
                ? documents.get(0)
                : documents.stream().map(String::strip).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
}
