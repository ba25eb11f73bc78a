package io.aims.rules.language;

import io.aims.catalog.answers.Numerals;
import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions as packs write them.
 *
 * <pre>
 * condition  = "always" | any
 * any        = all { "or" all }
 * all        = part { "and" part }
 * part       = "(" any ")" | test
 * test       = ordinal ">=" value       | decimal ">=" number | scale "&lt;=" number | boolean "=" "YES"
 *            | nominal "in" values      | set "contains" value | set "containsAny" values | set "notEmpty"
 *            | "riskSources" "contains" id | "needed" "contains" id | "level" "(" id ")" ">=" level
 * values     = "{" value { "," value } "}"
 * </pre>
 *
 * <p>Every word is case-sensitive. There is no negation and no test that asks for less hazard, so that a new hazard never
 * makes a condition false. What is wrong with the ids and values of a condition is reported all at once; behind a wrong
 * sign nothing more can be understood of this condition. Text from anywhere can be read: its length and depth are limited.
 * Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ConditionParser {

    /** The longest condition, in characters. */
    public static final int LONGEST = 4_000;

    /** How deep parentheses may be nested. */
    public static final int DEEPEST = 64;

    private static final String SYNTAX = "AIMS-2005";
    private static final String MEANING = "AIMS-2006";
    private static final String NO_NEGATION = "There is no negation, so that a new hazard never switches a rule off:"
            + " name the hazard itself, or make what you mean a characteristic of its own.";
    private static final String NO_LESS =
            "A condition cannot ask for less hazard, so that a new hazard never switches a" + " rule off: write ";

    private final Vocabulary vocabulary;
    private final @Nullable Catalogue catalogue;

    /**
     * Creates a parser that takes any id of a risk source, objective or control, for the catalogue is not known yet.
     *
     * @param vocabulary the characteristics that conditions may read
     */
    public ConditionParser(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.catalogue = null;
    }

    /**
     * Creates a parser.
     *
     * @param vocabulary the characteristics that conditions may read
     * @param catalogue the risk sources, objectives and controls that conditions may read
     */
    public ConditionParser(Vocabulary vocabulary, Catalogue catalogue) {
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
    }

    /**
     * Reads a condition.
     *
     * @param text the condition
     * @param rule the id of its rule, for messages
     * @param places gives the place of a character of the text by its offset
     * @param faults receives what is wrong
     * @return the condition, or empty, with at least one fault, if anything is wrong
     */
    public Optional<Condition> parse(String text, String rule, IntFunction<Place> places, Faults faults) {
        return Optional.ofNullable(new Reading(text, rule, places, faults).condition());
    }

    /** Stops the reading of one condition whose form is wrong. The fault is already told. */
    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("unreadable", null, false, false);
        }
    }

    /** A sequence of tokens with a cursor. Parts whose meaning is wrong are {@code null}, and reading goes on. */
    private final class Reading {

        private final String text;
        private final String rule;
        private final IntFunction<Place> places;
        private final Faults faults;
        private List<Token> tokens = List.of();
        private int next;
        private boolean wrong;

        Reading(String text, String rule, IntFunction<Place> places, Faults faults) {
            this.text = text;
            this.rule = rule;
            this.places = places;
            this.faults = faults;
        }

        @Nullable
        Condition condition() {
            if (text.length() > LONGEST) {
                tell(
                        SYNTAX,
                        0,
                        "has a condition of " + text.length() + " characters, more than " + LONGEST,
                        "Maybe it is several rules.");
                return null;
            }
            tokens = Tokens.of(text);
            try {
                Condition whole = whole();
                return wrong ? null : whole;
            } catch (Unreadable e) {
                return null;
            }
        }

        private @Nullable Condition whole() throws Unreadable {
            if (peek().kind() == Token.Kind.END) {
                throw unreadable(peek(), "has an empty condition", "Maybe write always, if it holds for every system.");
            }
            if (peek().is(Words.ALWAYS) && tokens.get(1).kind() == Token.Kind.END) {
                return new Condition.Always();
            }
            Condition any = any(0);
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

        private @Nullable Condition any(int depth) throws Unreadable {
            return joined(Words.OR, () -> all(depth), Condition.AnyOf::new, Condition.AnyOf.class);
        }

        private @Nullable Condition all(int depth) throws Unreadable {
            return joined(Words.AND, () -> part(depth), Condition.AllOf::new, Condition.AllOf.class);
        }

        private interface Part {
            @Nullable
            Condition read() throws Unreadable;
        }

        private @Nullable Condition joined(
                String word, Part part, Function<List<Condition>, Condition> join, Class<? extends Condition> kind)
                throws Unreadable {
            List<Condition> parts = new ArrayList<>();
            add(parts, part.read(), kind);
            while (peek().is(word)) {
                take();
                add(parts, part.read(), kind);
            }
            return wrong ? null : parts.size() == 1 ? parts.get(0) : join.apply(parts);
        }

        /** Parts joined by the same word are one level, however they are bracketed. */
        private static void add(List<Condition> parts, @Nullable Condition part, Class<? extends Condition> kind) {
            if (part instanceof Condition.AnyOf any && kind == Condition.AnyOf.class) {
                parts.addAll(any.parts());
            } else if (part instanceof Condition.AllOf all && kind == Condition.AllOf.class) {
                parts.addAll(all.parts());
            } else if (part != null) {
                parts.add(part);
            }
        }

        private @Nullable Condition part(int depth) throws Unreadable {
            Token opening = peek();
            if (!opening.is("(")) {
                return test();
            }
            if (depth == DEEPEST) {
                throw unreadable(
                        opening, "nests parentheses deeper than " + DEEPEST, "Maybe leave out those that say nothing.");
            }
            take();
            Condition inner = any(depth + 1);
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

        private @Nullable Condition test() throws Unreadable {
            Token subject = take();
            if (subject.is(Words.NOT) || subject.text().startsWith("!")) {
                throw unreadable(subject, "negates with (" + Quoted.of(subject.text()) + ")", NO_NEGATION);
            }
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
                        "Maybe a test is missing, for example automationLevel >= HIGH_AUTOMATION.");
            }
            return switch (subject.text()) {
                case Words.RISK_SOURCES ->
                    resultContains(
                            subject,
                            "risk source",
                            known(Catalogue::riskSources, source -> source.id().value()),
                            id -> new Condition.HasRiskSource(new RiskSourceId(id)));
                case Words.NEEDED ->
                    resultContains(
                            subject,
                            "control",
                            known(Catalogue::controls, control -> control.id().value()),
                            id -> new Condition.IsNeeded(new ControlId(id)));
                case Words.LEVEL -> level(subject);
                default -> systemTest(subject);
            };
        }

        private @Nullable Condition resultContains(
                Token subject, String kind, Optional<List<String>> known, Function<String, Condition> test)
                throws Unreadable {
            Token operator = take();
            if (!operator.is(Words.CONTAINS)) {
                throw unreadable(
                        operator,
                        "tests " + subject.text() + " with " + describe(operator),
                        "Write " + subject.text() + " contains ID; join several with or.");
            }
            Token wanted = value(subject.text() + " " + Words.CONTAINS);
            return isKnown(wanted, "reads " + kind, known) ? test.apply(wanted.text()) : null;
        }

        /** Without a catalogue an id need only look like one. */
        private boolean isKnown(Token id, String what, Optional<List<String>> known) {
            if (known.isPresent() ? known.get().contains(id.text()) : ControlId.isWellFormed(id.text())) {
                return true;
            }
            absent(
                    id,
                    what,
                    catalogue == null ? "every catalogue" : "catalogue (" + catalogue.id() + ")",
                    known.orElse(List.of()));
            return false;
        }

        private <T> Optional<List<String>> known(Function<Catalogue, Collection<T>> entries, Function<T, String> id) {
            return Optional.ofNullable(catalogue)
                    .map(found -> entries.apply(found).stream().map(id).toList());
        }

        private @Nullable Condition level(Token subject) throws Unreadable {
            String form = "Write level(OBJECTIVE) >= LEVEL, for example level(C.2.5) >= HIGH.";
            expect("(", subject, form);
            Token objective = take();
            if (!objective.isWord()) {
                throw unreadable(objective, "names no objective behind level", form);
            }
            expect(")", subject, form);
            expect(Words.AT_LEAST, subject, form);
            Token least = value("level(" + Quoted.of(objective.text()) + ") " + Words.AT_LEAST);
            isKnown(
                    objective,
                    "reads the level of objective",
                    known(Catalogue::objectives, known -> known.id().value()));
            Optional<RiskLevel> level = Arrays.stream(RiskLevel.values())
                    .filter(known -> known.name().equals(least.text()))
                    .findFirst();
            if (level.isEmpty()) {
                absent(
                        least,
                        "compares with level",
                        "the scale",
                        Arrays.stream(RiskLevel.values()).map(RiskLevel::name).toList());
            }
            return wrong ? null : new Condition.LevelAtLeast(new ObjectiveId(objective.text()), level.orElseThrow());
        }

        private @Nullable Condition systemTest(Token subject) throws Unreadable {
            if (vocabulary.characteristic(subject.text()).orElse(null) instanceof DateCharacteristic) {
                throw unreadable(
                        subject,
                        "reads characteristic (" + subject.text() + "), a DATE, which only legal packs read",
                        "Maybe ask for what the day decides: a YES and NO, or values in rising severity.");
            }
            Token operator = take();
            if (operator.kind() == Token.Kind.END || !isOperator(operator)) {
                throw unreadable(
                        operator,
                        "has " + describe(operator) + " where the comparison of (" + Quoted.of(subject.text())
                                + ") should stand",
                        vocabulary
                                .characteristic(subject.text())
                                .map(known -> "Write " + form(known) + ".")
                                .orElseGet(() -> unknownCharacteristic(subject)));
            }
            refuseNegation(subject, operator);
            List<Token> values = operands(operator);
            Optional<Characteristic<?>> characteristic = vocabulary.characteristic(subject.text());
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

        private String unknownCharacteristic(Token subject) {
            List<String> words = new ArrayList<>(vocabulary.ids());
            words.addAll(Words.RESULTS);
            return Nearest.to(subject.text(), words)
                    .map(near -> "Maybe you meant (" + near + ").")
                    .orElse("Maybe a pack that adds it is missing, or add it under characteristics of the pack.");
        }

        private @Nullable Condition test(Characteristic<?> characteristic, Token operator, List<Token> values) {
            if (characteristic instanceof OrdinalCharacteristic<?> ordinal && operator.is(Words.AT_LEAST)) {
                return rank(ordinal, values.get(0))
                        .<Condition>map(rank -> new Condition.AtLeast(ordinal, rank))
                        .orElse(null);
            }
            if (characteristic instanceof DecimalCharacteristic decimal && operator.is(Words.AT_LEAST)) {
                return decimal(decimal, values.get(0));
            }
            if (characteristic instanceof ScaleCharacteristic scale && operator.is(Words.AT_MOST)) {
                return scale(scale, values.get(0));
            }
            if (characteristic instanceof BooleanCharacteristic bool && operator.is(Words.EQUAL)) {
                return yes(bool, values.get(0));
            }
            if (characteristic instanceof NominalCharacteristic<?> nominal && operator.is(Words.IN)) {
                return mask(nominal, values)
                        .<Condition>map(mask -> new Condition.IsIn(nominal, mask))
                        .orElse(null);
            }
            if (characteristic instanceof SetCharacteristic<?> set) {
                if (operator.is(Words.CONTAINS)) {
                    return rank(set, values.get(0))
                            .<Condition>map(position -> new Condition.Contains(set, position))
                            .orElse(null);
                }
                if (operator.is(Words.CONTAINS_ANY)) {
                    return mask(set, values)
                            .<Condition>map(mask -> new Condition.ContainsAny(set, mask))
                            .orElse(null);
                }
                if (operator.is(Words.NOT_EMPTY)) {
                    return new Condition.NotEmpty(set);
                }
            }
            return wrongOperator(characteristic, operator, values);
        }

        private @Nullable Condition decimal(DecimalCharacteristic characteristic, Token value) {
            Optional<BigDecimal> number = Numerals.decimal(value.text());
            if (number.isEmpty()) {
                wrongValue(characteristic, value, Numerals.DECIMAL_LIMITS, "Maybe write it as 1e25.");
                return null;
            }
            return new Condition.ReachesNumber(characteristic, number.get());
        }

        private @Nullable Condition scale(ScaleCharacteristic characteristic, Token value) {
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

        private @Nullable Condition yes(BooleanCharacteristic characteristic, Token value) {
            if (value.is("YES")) {
                return new Condition.IsYes(characteristic);
            }
            boolean harmless = List.of("no", "false").contains(value.text().toLowerCase(Locale.ROOT));
            wrongValue(characteristic, value, "YES", harmless ? NO_NEGATION : "Maybe you meant (YES).");
            return null;
        }

        private Optional<Integer> rank(EnumeratedCharacteristic<?> characteristic, Token value) {
            int position = characteristic.valueIds().indexOf(value.text());
            if (position >= 0) {
                return Optional.of(position);
            }
            wrongValue(
                    characteristic,
                    value,
                    "one of " + String.join(", ", characteristic.valueIds()),
                    Nearest.to(value.text(), characteristic.valueIds())
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Maybe it belongs to another characteristic."));
            return Optional.empty();
        }

        private Optional<Long> mask(EnumeratedCharacteristic<?> characteristic, List<Token> values) {
            long mask = 0;
            for (Token value : values) {
                long bit = rank(characteristic, value)
                        .map(position -> 1L << position)
                        .orElse(0L);
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

        private @Nullable Condition wrongOperator(
                Characteristic<?> characteristic, Token operator, List<Token> values) {
            String right = form(characteristic, values);
            String advice = operator.text().startsWith("<") ? NO_LESS + right + "." : "Write " + right + ".";
            tell(
                    MEANING,
                    operator.offset(),
                    "tests " + characteristic.id() + " with (" + Quoted.of(operator.text()) + "), which "
                            + article(characteristic) + " characteristic does not have",
                    advice);
            return null;
        }

        private void refuseNegation(Token subject, Token operator) throws Unreadable {
            if (operator.is(Words.NOT) || operator.text().startsWith("!")) {
                throw unreadable(operator, "negates with (" + Quoted.of(operator.text()) + ")", NO_NEGATION);
            }
            if (operator.text().startsWith("&") || operator.text().startsWith("|")) {
                throw unreadable(
                        operator,
                        "joins with (" + Quoted.of(operator.text()) + ")",
                        "Write the word " + (operator.text().startsWith("&") ? Words.AND : Words.OR) + ".");
            }
            if (operator.is("<") || operator.is(">") || operator.is("==")) {
                String right = vocabulary
                        .characteristic(subject.text())
                        .map(ConditionParser::form)
                        .orElse(subject.text() + " >= VALUE");
                throw unreadable(
                        operator,
                        "compares with (" + operator.text() + "), which the language does not have",
                        (operator.is("<") ? NO_LESS : "Write ") + right + ".");
            }
            if (operator.kind() == Token.Kind.COMPARISON
                    && !List.of(Words.AT_LEAST, Words.AT_MOST, Words.EQUAL).contains(operator.text())) {
                throw unreadable(
                        operator,
                        "has the sign (" + Quoted.of(operator.text()) + "), which the language does not have",
                        "Comparisons are >=, <=, =, in, contains, containsAny and notEmpty.");
            }
        }

        private List<Token> operands(Token operator) throws Unreadable {
            if (operator.is(Words.NOT_EMPTY)) {
                return List.of();
            }
            boolean listed = operator.is(Words.IN) || operator.is(Words.CONTAINS_ANY);
            Token first = peek();
            if (first.is("{")) {
                List<Token> values = braces();
                if (!listed) {
                    throw unreadable(
                            first,
                            "has braces behind (" + operator.text() + "), which takes one value",
                            operator.is(Words.CONTAINS)
                                    ? "Maybe you meant containsAny."
                                    : "Maybe leave the braces out.");
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

        private Token value(String behind) throws Unreadable {
            Token value = take();
            if (!value.isWord() || value.is(Words.AND) || value.is(Words.OR)) {
                throw unreadable(
                        value,
                        "has " + describe(value) + " behind (" + behind + ") where a value should stand",
                        "Maybe a value was lost.");
            }
            return value;
        }

        private void expect(String sign, Token subject, String form) throws Unreadable {
            Token token = take();
            if (!token.is(sign)) {
                throw unreadable(
                        token,
                        "has " + describe(token) + " behind (" + subject.text() + ") where (" + sign + ") should stand",
                        form);
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
            } else if (token.is(Words.NOT) || token.text().startsWith("!")) {
                advice = NO_NEGATION;
            } else {
                advice = "Maybe an and or an or is missing.";
            }
            return unreadable(token, "has " + describe(token) + " where a test has ended", advice);
        }

        private @Nullable Condition absent(Token token, String what, String where, List<String> allowed) {
            tell(
                    MEANING,
                    token.offset(),
                    what + " (" + Quoted.of(token.text()) + "), absent from " + where,
                    Nearest.to(token.text(), allowed)
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse(
                                    allowed.isEmpty()
                                            ? "An id is letters, digits, dots, hyphens and underscores."
                                            : "There are " + String.join(", ", allowed) + "."));
            return null;
        }

        private void wrongValue(Characteristic<?> characteristic, Token value, String allowed, String advice) {
            tell(
                    MEANING,
                    value.offset(),
                    "compares " + characteristic.id() + " with (" + Quoted.of(value.text()) + "), which must be "
                            + allowed,
                    advice);
        }

        private Unreadable unreadable(Token token, String what, String advice) {
            tell(SYNTAX, token.offset(), what, advice);
            return new Unreadable();
        }

        private void tell(String code, int offset, String what, String advice) {
            wrong = true;
            Place place = places.apply(offset);
            faults.add(code, place, "Rule (" + Quoted.of(rule) + ", " + place + ") " + what + ".", advice);
        }

        private Token peek() {
            return tokens.get(next);
        }

        /** The last token is the end, and it is never passed. */
        private Token take() {
            Token token = tokens.get(next);
            if (next < tokens.size() - 1) {
                next++;
            }
            return token;
        }
    }

    private static boolean isOperator(Token token) {
        return token.kind() == Token.Kind.COMPARISON
                || List.of(Words.IN, Words.CONTAINS, Words.CONTAINS_ANY, Words.NOT_EMPTY, Words.NOT)
                        .contains(token.text());
    }

    private static String describe(Token token) {
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

    private static String form(Characteristic<?> characteristic) {
        return form(characteristic, List.of());
    }

    /** The right form of a test, with the values that were written, if they fit. */
    private static String form(Characteristic<?> characteristic, List<Token> values) {
        String id = characteristic.id();
        List<String> fitting = values.stream()
                .map(Token::text)
                .filter(value -> characteristic instanceof EnumeratedCharacteristic<?> enumerated
                        ? enumerated.valueIds().contains(value)
                        : Numerals.decimal(value).isPresent())
                .toList();
        String first = fitting.isEmpty() ? "VALUE" : fitting.get(0);
        String all = fitting.isEmpty() ? "VALUE, ..." : String.join(", ", fitting);
        return switch (characteristic.type()) {
            case ORDINAL -> id + " >= " + first;
            case DECIMAL -> id + " >= " + (fitting.isEmpty() ? "NUMBER" : first);
            case SCALE -> id + " <= " + (fitting.isEmpty() ? "NUMBER" : first);
            case DATE -> id + " before DAY";
            case BOOLEAN -> id + " = YES";
            case NOMINAL -> id + " in {" + all + "}";
            case SET -> id + " contains " + first + ", " + id + " containsAny {" + all + "} or " + id + " notEmpty";
        };
    }
}
