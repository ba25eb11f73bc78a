package io.aims.interchange.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words that stand side by side in a text. A word that ends in a star stands for every word that begins so.
 *
 * @param words the words in lower case, letters and digits, with a star at the end or not
 */
record Phrase(List<String> words) {

    /** The most words of a phrase. */
    static final int MOST_WORDS = 8;

    /** The fewest letters before a star. */
    static final int SHORTEST_BEGINNING = 2;

    /** Copies the words. */
    Phrase {
        words = List.copyOf(words);
    }

    /** Reads a phrase, or nothing if it is none. */
    static Optional<Phrase> parse(String text) {
        List<String> words = new ArrayList<>();
        for (String part : CellText.folded(text).split(" ", -1)) {
            boolean open = part.endsWith("*");
            List<String> plain = words(open ? part.substring(0, part.length() - 1) : part);
            if (plain.isEmpty() && !open) {
                continue;
            }
            if (plain.isEmpty() || part.indexOf('*') != (open ? part.length() - 1 : -1)) {
                return Optional.empty();
            }
            words.addAll(plain);
            if (open) {
                int last = words.size() - 1;
                if (words.get(last).length() < SHORTEST_BEGINNING) {
                    return Optional.empty();
                }
                words.set(last, words.get(last) + "*");
            }
        }
        return words.isEmpty() || words.size() > MOST_WORDS ? Optional.empty() : Optional.of(new Phrase(words));
    }

    /** Returns the words of a text, in lower case. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inWord = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        return words;
    }

    /** Tells whether the phrase stands in a text at a word. */
    boolean standsAt(List<String> text, int at) {
        if (at + words.size() > text.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!matches(words.get(i), text.get(at + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String word, String found) {
        return word.endsWith("*") ? found.regionMatches(0, word, 0, word.length() - 1) : found.equals(word);
    }
}
