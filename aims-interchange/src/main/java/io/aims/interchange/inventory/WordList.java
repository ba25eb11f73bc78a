package io.aims.interchange.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The word patterns of a mapping with all their phrases, each once. Immutable and thread-safe. */
final class WordList {

    /** A word list without patterns. */
    static final WordList EMPTY = new WordList(List.of(), List.of());

    /**
     * A pattern that applies to a text.
     *
     * @param pattern the pattern
     * @param column the number of the column in which its words stand
     * @param words the words found
     */
    record Hit(TextPattern pattern, int column, String words) {}

    private record Found(int column, String words) {}

    private final List<TextPattern> patterns;
    private final PhraseFinder finder;

    WordList(List<TextPattern> patterns, List<Phrase> phrases) {
        this.patterns = List.copyOf(patterns);
        this.finder = new PhraseFinder(phrases);
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** Returns the words in a text by which a pattern could be called up, whatever else it asks for. */
    List<String> wordsIn(String text) {
        Map<Integer, String> found = finder.in(Phrase.words(text));
        return patterns.stream()
                .flatMap(pattern -> pattern.any().stream())
                .filter(found::containsKey)
                .map(found::get)
                .distinct()
                .toList();
    }

    /** Returns the patterns that apply to texts and what stands beside them, in the order of the list. */
    List<Hit> in(List<String> texts, List<String> beside) {
        Map<Integer, Found> found = new TreeMap<>();
        for (int column = 0; column < texts.size(); column++) {
            int here = column;
            finder.in(Phrase.words(texts.get(column)))
                    .forEach((phrase, words) -> found.putIfAbsent(phrase, new Found(here, words)));
        }
        Map<Integer, String> context = new TreeMap<>();
        beside.forEach(text -> context.putAll(finder.in(Phrase.words(text))));

        List<Hit> hits = new ArrayList<>();
        for (TextPattern pattern : patterns) {
            Found first = pattern.any().stream()
                    .map(found::get)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (first != null
                    && (pattern.and().isEmpty()
                            || pattern.and().stream()
                                    .anyMatch(phrase -> found.containsKey(phrase) || context.containsKey(phrase)))
                    && pattern.unless().stream().noneMatch(found::containsKey)) {
                hits.add(new Hit(pattern, first.column(), first.words()));
            }
        }
        return hits;
    }
}
