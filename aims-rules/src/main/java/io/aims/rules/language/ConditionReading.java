package io.aims.rules.language;

import io.aims.catalog.answers.Numerals;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.rule.Condition;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.text.Quoted;
import io.aims.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads one condition word by word: what the conditions of rules and those of laws have in common.
 *
 * <p>Parts whose meaning is wrong are {@code null}, and reading goes on; behind a wrong sign nothing more can be understood.
 * Not thread-safe.
 *
 * @param <C> the type of condition
 */
abstract class ConditionReading<C> {

    static final String SYNTAX = "AIMS-2005";
    static final String MEANING = "AIMS-2006";

    private static final int MOST_LISTED = 100;
    private static final int MOST_OWNERS = 3;

    private final Vocabulary vocabulary;
    private final String kind;
    private final String id;
    private final String text;
    private final IntFunction<Place> places;
    private final Faults faults;
    private final ConditionLimits limits;
    private List<Token> tokens = List.of();
    private int next;
    private final List<TestPlace> testPlaces = new ArrayList<>();
    private boolean wrong;

    /**
     * Creates a reading.
     *
     * @param vocabulary the characteristics that conditions may read
     * @param subject what the condition belongs to, for messages
     * @param text the condition
     * @param places gives the place of a character of the text by its offset
     * @param faults receives what is wrong
     * @param limits how large the condition may be
     */
    ConditionReading(
            Vocabulary vocabulary,
            Subject subject,
            String text,
            IntFunction<Place> places,
            Faults faults,
            ConditionLimits limits) {
        this.vocabulary = vocabulary;
        this.kind = subject.kind();
        this.id = subject.id();
        this.text = text;
        this.places = places;
        this.faults = faults;
        this.limits = limits;
    }

    /**
     * What a condition belongs to.
     *
     * @param kind for example {@code Rule}
     * @param id its id, in any form
     */
    record Subject(String kind, String id) {}

    /** Stops the reading of one condition whose form is wrong. The fault is already told. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("unreadable", null, false, false);
        }
    }

    /** Returns the condition that holds for every system. */
    abstract C always();

    /** Joins parts of which all, or any, must hold; parts joined by the same word become one level. */
    abstract C joined(Joint joint, List<C> parts);

    /** Reads what begins with a word that is neither a parenthesis nor a joint. */
    abstract @Nullable C test(Token subject) throws Unreadable;

    /** Makes a test of a known characteristic, or tells what is wrong with it. */
    abstract @Nullable C test(Characteristic<?> characteristic, Token operator, List<Token> values);

    /** Refuses the words and signs that negate, if the language does not have them. */
    abstract void refuseNegation(Token token) throws Unreadable;

    /** Refuses comparisons that the language does not have. */
    abstract void refuse(Token subject, Token operator) throws Unreadable;

    /** Returns the right form of a test, with the values that were written, if they fit. */
    abstract String form(Characteristic<?> characteristic, List<Token> values);

    /** Returns what to do about a word that is no characteristic. */
    abstract String unknownCharacteristic(Token subject);

    /** Returns what the words and signs between parts mean in this language. */
    abstract String whereTestEnds(Token token);

    /** Returns what to do about a condition that is too long. */
    abstract String tooLong();

    /** Returns how an example of a test looks. */
    abstract String example();

    /** Returns the operators that take a list of values in braces. */
    abstract List<String> takingList();

    /** Returns the operators that take no value. */
    abstract List<String> takingNothing();

    /** Returns the other operators that are words. */
    abstract List<String> takingValue();

    enum Joint {
        AND(Words.AND),
        OR(Words.OR);

        private final String word;

        Joint(String word) {
            this.word = word;
        }
    }

    @Nullable
    C condition() {
        if (text.length() > limits.length()) {
            tell(
                    SYNTAX,
                    0,
                    "has a condition of " + text.length() + " characters, more than " + limits.length(),
                    tooLong());
            return null;
        }
        tokens = Tokens.of(text);
        try {
            C whole = whole();
            return wrong ? null : whole;
        } catch (Unreadable e) {
            return null;
        }
    }

    private @Nullable C whole() throws Unreadable {
        if (peek().kind() == Token.Kind.END) {
            throw unreadable(peek(), "has an empty condition", "Maybe write always, if it holds for every system.");
        }
        if (peek().is(Words.ALWAYS) && tokens.get(1).kind() == Token.Kind.END) {
            return always();
        }
        C any = any(0);
        Token rest = peek();
        if (rest.is(")")) {
            throw unreadable(
                    rest, "closes a parenthesis that was not opened", "Maybe leave it out or open one before.");
        }
        if (rest.kind() != Token.Kind.END) {
            throw unexpectedBehindTest(rest);
        }
        return any;
    }

    private @Nullable C any(int depth) throws Unreadable {
        return parts(Joint.OR, () -> all(depth));
    }

    private @Nullable C all(int depth) throws Unreadable {
        return parts(Joint.AND, () -> part(depth));
    }

    private interface Part<C> {
        @Nullable
        C read() throws Unreadable;
    }

    private @Nullable C parts(Joint joint, Part<C> part) throws Unreadable {
        List<C> parts = new ArrayList<>();
        add(parts, part.read());
        while (peek().is(joint.word)) {
            take();
            add(parts, part.read());
        }
        return wrong ? null : parts.size() == 1 ? parts.get(0) : joined(joint, parts);
    }

    private void add(List<C> parts, @Nullable C part) {
        if (part != null) {
            parts.add(part);
        }
    }

    @Nullable
    C part(int depth) throws Unreadable {
        Token opening = peek();
        if (!opening.is("(")) {
            return test();
        }
        checkDepth(opening, depth, "nests parentheses deeper than ", "Maybe leave out those that say nothing.");
        take();
        C inner = any(depth + 1);
        Token closing = peek();
        if (closing.kind() == Token.Kind.END) {
            throw unreadable(opening, "does not close a parenthesis", "Maybe add one at the end.");
        }
        if (!closing.is(")")) {
            throw unexpectedBehindTest(closing);
        }
        take();
        return inner;
    }

    final void checkDepth(Token opening, int depth, String what, String advice) throws Unreadable {
        if (depth == limits.depth()) {
            throw unreadable(opening, what + limits.depth(), advice);
        }
    }

    private @Nullable C test() throws Unreadable {
        int first = next;
        Token subject = take();
        if (testPlaces.size() == limits.tests()) {
            throw unreadable(subject, "has more than " + limits.tests() + " tests", tooLong());
        }
        refuseNegation(subject);
        if (subject.is(Words.ALWAYS)) {
            throw unreadable(
                    subject,
                    "joins always with other tests",
                    "Maybe leave out the rest: always holds for every system.");
        }
        if (!subject.isWord() || subject.is(Words.AND) || subject.is(Words.OR)) {
            throw unreadable(
                    subject,
                    "has " + describe(subject) + " where a test should begin",
                    "Maybe a test is missing, for example " + example() + ".");
        }
        C read = test(subject);
        testPlaces.add(new TestPlace(places, tokens.subList(first, next)));
        return read;
    }

    /** Returns where the tests stand, from left to right. */
    final List<TestPlace> testPlaces() {
        return List.copyOf(testPlaces);
    }

    final @Nullable C systemTest(Token subject) throws Unreadable {
        Token operator = take();
        Optional<Characteristic<?>> characteristic = vocabulary.characteristic(subject.text());
        if (operator.kind() == Token.Kind.END || !isOperator(operator)) {
            throw unreadable(
                    operator,
                    "has " + describe(operator) + " where the comparison of (" + Quoted.of(subject.text())
                            + ") should stand",
                    characteristic
                            .map(known -> "Write " + form(known, List.of()) + ".")
                            .orElseGet(() -> unknownCharacteristic(subject)));
        }
        refuseNegation(operator);
        refuseJoiningSigns(operator);
        refuse(subject, operator);
        List<Token> values = operands(operator);
        if (characteristic.isEmpty()) {
            tell(
                    MEANING,
                    subject.offset(),
                    "reads characteristic (" + Quoted.of(subject.text()) + "), absent from vocabulary ("
                            + vocabulary.id() + ")",
                    unknownCharacteristic(subject));
            return null;
        }
        return test(characteristic.get(), operator, values);
    }

    private boolean isOperator(Token token) {
        return token.kind() == Token.Kind.COMPARISON
                || token.is(Words.NOT)
                || takingList().contains(token.text())
                || takingNothing().contains(token.text())
                || takingValue().contains(token.text());
    }

    /** Tells whether a characteristic has an operator in both languages. */
    static boolean isCommon(Characteristic<?> characteristic, Token operator) {
        return switch (characteristic.type()) {
            case ORDINAL, DECIMAL -> operator.is(Words.AT_LEAST);
            case SCALE -> operator.is(Words.AT_MOST);
            case BOOLEAN -> operator.is(Words.EQUAL);
            case NOMINAL -> operator.is(Words.IN);
            case SET -> operator.is(Words.CONTAINS) || operator.is(Words.CONTAINS_ANY) || operator.is(Words.NOT_EMPTY);
            case DATE -> false;
        };
    }

    /** Makes a test that both languages have. */
    final Condition.@Nullable SystemTest common(Characteristic<?> characteristic, Token operator, List<Token> values) {
        if (characteristic instanceof OrdinalCharacteristic<?> ordinal) {
            return rank(ordinal, values.get(0))
                    .map(rank -> new Condition.AtLeast(ordinal, rank))
                    .orElse(null);
        }
        if (characteristic instanceof DecimalCharacteristic decimal) {
            return decimal(decimal, values.get(0));
        }
        if (characteristic instanceof ScaleCharacteristic scale) {
            return scale(scale, values.get(0));
        }
        if (characteristic instanceof BooleanCharacteristic bool) {
            return yes(bool, values.get(0)) ? new Condition.IsYes(bool) : null;
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            return mask(nominal, values)
                    .map(mask -> new Condition.IsIn(nominal, mask))
                    .orElse(null);
        }
        SetCharacteristic<?> set = (SetCharacteristic<?>) characteristic;
        if (operator.is(Words.CONTAINS)) {
            return rank(set, values.get(0))
                    .map(position -> new Condition.Contains(set, position))
                    .orElse(null);
        }
        if (operator.is(Words.CONTAINS_ANY)) {
            return mask(set, values)
                    .map(mask -> new Condition.ContainsAny(set, mask))
                    .orElse(null);
        }
        return new Condition.NotEmpty(set);
    }

    /** Tells whether a boolean is compared with YES, and tells what is wrong if it is not. */
    abstract boolean yes(BooleanCharacteristic characteristic, Token value);

    private Condition.@Nullable SystemTest decimal(DecimalCharacteristic characteristic, Token value) {
        Optional<BigDecimal> number = Numerals.decimal(value.text());
        if (number.isEmpty()) {
            wrongValue(characteristic, value, Numerals.DECIMAL_LIMITS, "Maybe write it as 1e25.");
            return null;
        }
        return new Condition.ReachesNumber(characteristic, number.get());
    }

    private Condition.@Nullable SystemTest scale(ScaleCharacteristic characteristic, Token value) {
        Optional<Integer> number =
                Numerals.whole(value.text()).filter(n -> n >= characteristic.least() && n <= characteristic.most());
        if (number.isEmpty()) {
            wrongValue(
                    characteristic,
                    value,
                    characteristic.least() + " to " + characteristic.most(),
                    "The lower number is the more severe.");
            return null;
        }
        return new Condition.AtMost(characteristic, number.get());
    }

    final Optional<Integer> rank(EnumeratedCharacteristic<?> characteristic, Token value) {
        int position = characteristic.valueIds().indexOf(value.text());
        if (position >= 0) {
            return Optional.of(position);
        }
        wrongValue(
                characteristic,
                value,
                "one of " + String.join(", ", characteristic.valueIds()),
                nearest(value.text(), characteristic.valueIds())
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElseGet(() -> whoseValue(value.text())));
        return Optional.empty();
    }

    private String whoseValue(String value) {
        List<String> owners = vocabulary.ids().stream()
                .filter(other ->
                        vocabulary.characteristic(other).orElse(null) instanceof EnumeratedCharacteristic<?> known
                                && known.valueIds().contains(value))
                .limit(MOST_OWNERS + 1L)
                .toList();
        if (owners.isEmpty()) {
            return "Maybe a pack that adds it is missing.";
        }
        return owners.size() > MOST_OWNERS
                ? "It is a value of many other characteristics."
                : "Maybe you meant another characteristic: it is a value of (" + String.join("), (", owners) + ").";
    }

    final Optional<Long> mask(EnumeratedCharacteristic<?> characteristic, List<Token> values) {
        long mask = 0;
        for (Token value : values) {
            long bit =
                    rank(characteristic, value).map(position -> 1L << position).orElse(0L);
            if ((mask & bit) != 0) {
                tell(
                        MEANING,
                        value.offset(),
                        "lists value (" + value.text() + ") of " + characteristic.id() + " twice",
                        "Maybe one of the two means another value.");
            }
            mask |= bit;
        }
        return wrong ? Optional.empty() : Optional.of(mask);
    }

    private List<Token> operands(Token operator) throws Unreadable {
        if (takingNothing().contains(operator.text())) {
            return List.of();
        }
        boolean listed = takingList().contains(operator.text());
        Token first = peek();
        if (first.is("{")) {
            List<Token> values = braces();
            if (!listed) {
                throw unreadable(
                        first,
                        "has braces behind (" + operator.text() + "), which takes one value",
                        operator.is(Words.CONTAINS) ? "Maybe you meant containsAny." : "Maybe leave the braces out.");
            }
            return values;
        }
        Token value = value(operator.text());
        if (listed) {
            throw unreadable(
                    value,
                    "has no braces behind (" + operator.text() + ")",
                    "Write " + operator.text() + " {" + Quoted.of(value.text()) + "}.");
        }
        return List.of(value);
    }

    private List<Token> braces() throws Unreadable {
        Token opening = take();
        List<Token> values = new ArrayList<>();
        if (peek().is("}")) {
            throw unreadable(opening, "has empty braces", "Maybe name at least one value.");
        }
        while (true) {
            Token value = take();
            if (!value.isWord()) {
                throw unreadable(
                        value,
                        "has " + describe(value) + " in braces where a value should stand",
                        "Write values with commas between them, for example {A, B}.");
            }
            values.add(value);
            Token separator = take();
            if (separator.is("}")) {
                return values;
            }
            if (separator.kind() == Token.Kind.END) {
                throw unreadable(opening, "does not close a brace", "Maybe add } behind the last value.");
            }
            if (!separator.is(",")) {
                throw unreadable(
                        separator,
                        "has " + describe(separator) + " in braces where a comma should stand",
                        "Write values with commas between them, for example {A, B}.");
            }
        }
    }

    final Token value(String behind) throws Unreadable {
        Token value = take();
        if (!value.isWord() || value.is(Words.AND) || value.is(Words.OR)) {
            throw unreadable(
                    value,
                    "has " + describe(value) + " behind (" + behind + ") where a value should stand",
                    "Maybe a value was lost.");
        }
        return value;
    }

    final void expect(String sign, Token subject, String form) throws Unreadable {
        Token token = take();
        if (!token.is(sign)) {
            throw unreadable(
                    token,
                    "has " + describe(token) + " behind (" + subject.text() + ") where (" + sign + ") should stand",
                    form);
        }
    }

    /** Refuses the signs for and and or that other languages have. */
    private void refuseJoiningSigns(Token operator) throws Unreadable {
        if (operator.text().startsWith("&") || operator.text().startsWith("|")) {
            throw unreadable(
                    operator,
                    "joins with (" + Quoted.of(operator.text()) + ")",
                    "Write the word " + (operator.text().startsWith("&") ? Words.AND : Words.OR) + ".");
        }
    }

    private Unreadable unexpectedBehindTest(Token token) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        String advice;
        if (lower.equals(Words.AND) || lower.equals(Words.OR)) {
            advice = "Maybe you meant (" + lower + "): words are written in lower case.";
        } else if (token.text().startsWith("&")) {
            advice = "Write the word and.";
        } else if (token.text().startsWith("|")) {
            advice = "Write the word or.";
        } else {
            advice = whereTestEnds(token);
        }
        return unreadable(token, "has " + describe(token) + " where a test has ended", advice);
    }

    /** Tells that an id does not exist. */
    final void absent(Token token, String what, String where, Collection<String> allowed) {
        tell(
                MEANING,
                token.offset(),
                what + " (" + Quoted.of(token.text()) + "), absent from " + where,
                nearest(token.text(), allowed)
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElseGet(() -> {
                            if (allowed.size() > MOST_LISTED) {
                                return "It looks like none of the " + allowed.size() + " there are.";
                            }
                            return allowed.isEmpty()
                                    ? "An id is letters, digits, dots, hyphens and underscores."
                                    : "There are " + String.join(", ", allowed) + ".";
                        }));
    }

    final Optional<String> nearest(String word, Collection<String> allowed) {
        return faults.nearest(word, allowed);
    }

    /** Tells that a characteristic is tested as it cannot be. */
    final void wrongOperator(Characteristic<?> characteristic, Token operator, String advice) {
        tell(
                MEANING,
                operator.offset(),
                "tests " + characteristic.id() + " with (" + Quoted.of(operator.text()) + "), which "
                        + article(characteristic) + " characteristic does not have",
                advice);
    }

    /** Tells that a characteristic is compared with a value that it does not have. */
    final void wrongValue(Characteristic<?> characteristic, Token value, String allowed, String advice) {
        tell(
                MEANING,
                value.offset(),
                "compares " + characteristic.id() + " with (" + Quoted.of(value.text()) + "), which must be " + allowed,
                advice);
    }

    final Unreadable unreadable(Token token, String what, String advice) {
        boolean hidden = Wording.hiddenCharacter(token.text()).isPresent();
        tell(
                SYNTAX,
                token.offset(),
                what,
                hidden ? "Nobody sees this character: write (" + wordAround(token.offset()) + ")." : advice);
        return new Unreadable();
    }

    /** The word in whose midst a character stands that nobody sees, without it. */
    private String wordAround(int offset) {
        int start = offset;
        while (start > 0 && isOfWord(text.charAt(start - 1))) {
            start--;
        }
        int end = offset;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        StringBuilder word = new StringBuilder();
        text.substring(start, end)
                .codePoints()
                .filter(c -> Wording.hiddenCharacter(Character.toString(c)).isEmpty())
                .forEach(word::appendCodePoint);
        return Quoted.of(word);
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c)
                || "_.-+".indexOf(c) >= 0
                || !Character.isWhitespace(c)
                        && Wording.hiddenCharacter(Character.toString(c)).isPresent();
    }

    private void tell(String code, int offset, String what, String advice) {
        wrong = true;
        Place place = places.apply(offset);
        faults.add(code, place, kind + " (" + Quoted.of(id) + ", " + place + ") " + what + ".", advice);
    }

    final boolean isWrong() {
        return wrong;
    }

    final Token peek() {
        return tokens.get(next);
    }

    /** The last token is the end, and it is never passed. */
    final Token take() {
        Token token = tokens.get(next);
        if (next < tokens.size() - 1) {
            next++;
        }
        return token;
    }

    static String describe(Token token) {
        return switch (token.kind()) {
            case END -> "its end";
            case STRANGE -> "the character (" + Quoted.of(token.text()) + ")";
            default -> "(" + Quoted.of(token.text()) + ")";
        };
    }

    private static String article(Characteristic<?> characteristic) {
        return switch (characteristic.type()) {
            case ORDINAL -> "an ORDINAL";
            default -> "a " + characteristic.type();
        };
    }

    /** Returns those of the words written that are values of a characteristic. */
    static List<String> fitting(Characteristic<?> characteristic, List<Token> values) {
        return values.stream()
                .map(Token::text)
                .filter(value -> characteristic instanceof EnumeratedCharacteristic<?> enumerated
                        ? enumerated.valueIds().contains(value)
                        : Numerals.decimal(value).isPresent())
                .toList();
    }
}
