package io.aims.interchange.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many phrases in a text in one walk over its words, whatever the phrases: no expression is run that could go
 * astray. Immutable and thread-safe.
 */
final class PhraseFinder {

    private final Map<String, List<Integer>> byFirstWord = new HashMap<>();
    private final List<Phrase> phrases;
    private int longestBeginning;

    PhraseFinder(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
        for (int i = 0; i < phrases.size(); i++) {
            String first = phrases.get(i).words().get(0);
            byFirstWord.computeIfAbsent(first, word -> new ArrayList<>()).add(i);
            if (first.endsWith("*")) {
                longestBeginning = Math.max(longestBeginning, first.length() - 1);
            }
        }
    }

    /** Returns the phrases that stand in a text, by number, each with the words found first. */
    Map<Integer, String> in(List<String> text) {
        Map<Integer, String> found = new LinkedHashMap<>();
        for (int at = 0; at < text.size(); at++) {
            String word = text.get(at);
            check(byFirstWord.get(word), text, at, found);
            int longest = Math.min(word.length(), longestBeginning);
            for (int length = Phrase.SHORTEST_BEGINNING; length <= longest; length++) {
                check(byFirstWord.get(word.substring(0, length) + "*"), text, at, found);
            }
        }
        return found;
    }

    private void check(
            @org.jspecify.annotations.Nullable List<Integer> candidates,
            List<String> text,
            int at,
            Map<Integer, String> found) {
        if (candidates == null) {
            return;
        }
        for (int candidate : candidates) {
            Phrase phrase = phrases.get(candidate);
            if (!found.containsKey(candidate) && phrase.standsAt(text, at)) {
                found.put(
                        candidate,
                        String.join(" ", text.subList(at, at + phrase.words().size())));
            }
        }
    }
}
