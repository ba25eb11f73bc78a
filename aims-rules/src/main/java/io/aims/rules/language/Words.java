package io.aims.rules.language;

import java.util.List;
import java.util.Set;

/**
 * The words that conditions keep for themselves.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class Words {

    static final String ALWAYS = "always";
    static final String AND = "and";
    static final String OR = "or";
    static final String NOT = "not";
    static final String IN = "in";
    static final String CONTAINS = "contains";
    static final String CONTAINS_ANY = "containsAny";
    static final String NOT_EMPTY = "notEmpty";
    static final String RISK_SOURCES = "riskSources";
    static final String NEEDED = "needed";
    static final String LEVEL = "level";
    static final String CONTAINS_ALL = "containsAll";
    static final String LACKS = "lacks";
    static final String EMPTY = "empty";
    static final String HOLDS = "holds";
    static final String AS_OF = "asOf";
    static final String REACHES = "reaches";
    static final String BEFORE = "before";
    static final String AT_LEAST = ">=";
    static final String AT_MOST = "<=";
    static final String EQUAL = "=";

    static final List<String> RESULTS = List.of(RISK_SOURCES, NEEDED, LEVEL);
    private static final Set<String> RESERVED =
            Set.of(ALWAYS, AND, OR, NOT, IN, CONTAINS, CONTAINS_ANY, NOT_EMPTY, RISK_SOURCES, NEEDED, LEVEL);

    private static final Set<String> RESERVED_IN_LAWS = Set.of(
            ALWAYS,
            AND,
            OR,
            NOT,
            IN,
            CONTAINS,
            CONTAINS_ANY,
            CONTAINS_ALL,
            NOT_EMPTY,
            LACKS,
            EMPTY,
            HOLDS,
            AS_OF,
            REACHES,
            BEFORE);

    private Words() {}

    /**
     * Tells whether a word means something in every condition, so that no characteristic can have it as its id.
     *
     * @param word a word
     * @return {@code true} if it is kept
     */
    public static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }

    /**
     * Tells whether a word means something in every condition of a law, so that no fact of a law can have it as its id.
     *
     * @param word a word
     * @return {@code true} if it is kept
     */
    public static boolean isReservedInLaws(String word) {
        return RESERVED_IN_LAWS.contains(word);
    }
}
