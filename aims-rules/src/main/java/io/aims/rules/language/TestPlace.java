package io.aims.rules.language;

import io.aims.error.Place;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Where a test of a condition and the words that it names stand. Places are looked up when asked for. Immutable.
 *
 * @since 0.1
 */
public final class TestPlace {

    private final IntFunction<Place> places;
    private final Token subject;
    private final List<Token> behind;

    /** Creates the places of the words and signs of one test: its subject, its operator and what stands behind. */
    TestPlace(IntFunction<Place> places, List<Token> test) {
        this.places = places;
        this.subject = test.get(0);
        this.behind = List.copyOf(test.subList(Math.min(2, test.size()), test.size()));
    }

    /**
     * Returns where the test begins.
     *
     * @return the place of the characteristic or result that is tested
     */
    public Place begin() {
        return places.apply(subject.offset());
    }

    /**
     * Returns where a word behind the operator stands.
     *
     * @param word an id or a value
     * @return its place, the first of several, or where the test begins if the test does not name it
     */
    public Place word(String word) {
        return behind.stream()
                .filter(token -> token.isWord() && token.is(word))
                .findFirst()
                .map(token -> places.apply(token.offset()))
                .orElseGet(this::begin);
    }
}
