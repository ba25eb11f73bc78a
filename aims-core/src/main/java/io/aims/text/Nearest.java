package io.aims.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the right word that a wrong one was most likely meant to be.
 *
 * <p>A letter more, a letter less, another letter and two letters swapped count one each. Case, hyphens, underscores, dots
 * and blanks do not count. Thread-safe.
 *
 * @since 0.1
 */
public final class Nearest {

    private static final int LONGEST_WORD = 80;
    private static final Pattern NOT_COUNTED = Pattern.compile("[-_.\\s]");

    private Nearest() {}

    /**
     * Returns the candidate closest to the word by edit distance, if it is close enough to be a likely slip.
     *
     * @param word the word found
     * @param candidates the words allowed; of equally close ones the one that begins most like the word is taken, and of those
     *     the first in natural order
     * @return the likely word, or empty if none is within a third of the length of the word, or within one letter of a
     *     word of two
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        if (word.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        String plain = plain(word);
        String best = null;
        int bestDistance = Math.min(Math.max(1, plain.length() / 3) + 1, plain.length());
        for (String candidate : candidates) {
            int distance = distance(plain, plain(candidate), best == null ? bestDistance : bestDistance + 1);
            if (distance < bestDistance
                    || best != null && distance == bestDistance && isLikelier(candidate, best, word)) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isLikelier(String candidate, String best, String word) {
        int more = beginning(candidate, word) - beginning(best, word);
        return more > 0 || more == 0 && NaturalOrder.compare(candidate, best) < 0;
    }

    /** How many letters two words have in common before they differ. */
    private static int beginning(String left, String right) {
        int most = Math.min(left.length(), right.length());
        int same = 0;
        while (same < most && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String plain(String word) {
        return NOT_COUNTED.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** The edit distance, or at least the limit if it is not below it. */
    private static int distance(String left, String right, int limit) {
        if (Math.abs(left.length() - right.length()) >= limit) {
            return limit;
        }
        int[] beforePrevious = new int[right.length() + 1];
        int[] previous = new int[right.length() + 1];
        int[] current = new int[right.length() + 1];
        for (int r = 0; r <= right.length(); r++) {
            previous[r] = r;
        }
        int leastBefore = 0;
        for (int l = 1; l <= left.length(); l++) {
            current[0] = l;
            int least = l;
            for (int r = 1; r <= right.length(); r++) {
                int change = left.charAt(l - 1) == right.charAt(r - 1) ? 0 : 1;
                current[r] = Math.min(Math.min(current[r - 1], previous[r]) + 1, previous[r - 1] + change);
                if (isSwap(left, l, right, r)) {
                    current[r] = Math.min(current[r], beforePrevious[r - 2] + 1);
                }
                least = Math.min(least, current[r]);
            }
            if (least >= limit && leastBefore >= limit) {
                return limit;
            }
            leastBefore = least;
            int[] reused = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = reused;
        }
        return previous[right.length()];
    }

    private static boolean isSwap(String left, int l, String right, int r) {
        return l > 1 && r > 1 && left.charAt(l - 1) == right.charAt(r - 2) && left.charAt(l - 2) == right.charAt(r - 1);
    }
}
