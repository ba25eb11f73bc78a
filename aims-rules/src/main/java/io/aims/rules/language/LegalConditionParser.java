package io.aims.rules.language;

import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.law.LegalCondition;
import io.aims.law.LegalDate;
import io.aims.law.PropositionId;
import io.aims.rule.Condition;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions as legal packs write them.
 *
 * <pre>
 * condition  = any
 * any        = all { "or" all }
 * all        = part { "and" part }
 * part       = "not" part | "(" any ")" | "always" | test
 * test       = "holds" "(" id ")"         | "asOf" "reaches" day  | date "before" day
 *            | boolean "=" ( "YES" | "NO" ) | nominal "in" values | ordinal "&gt;=" value
 *            | decimal "&gt;=" number     | scale "&lt;=" number
 *            | set "contains" value       | set "lacks" value     | set "containsAny" values
 *            | set "containsAll" values   | set "notEmpty"        | set "empty"
 * values     = "{" value { "," value } "}"
 * </pre>
 *
 * <p>It is the language of rules without the results of rules, and with negation, for laws except. {@code = NO}, {@code lacks}
 * and {@code empty} tell a known no: what is unknown leaves them undetermined, as it leaves every test. {@code holds} reads a
 * proposition, a class or a duty of the same pack. What is wrong with ids and values is reported all at once, and length and
 * depth are limited as in {@link ConditionParser}. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class LegalConditionParser {

    private final Vocabulary vocabulary;
    private final Set<String> ids;
    private final Map<String, LegalDate> days;

    /**
     * Creates a parser.
     *
     * @param vocabulary the characteristics that conditions may read
     * @param ids the ids of the propositions, classes and duties that conditions may read
     * @param days the days that conditions may read, each id once
     */
    public LegalConditionParser(Vocabulary vocabulary, Collection<String> ids, Collection<LegalDate> days) {
        this.vocabulary = vocabulary;
        this.ids = new LinkedHashSet<>(ids);
        this.days = new LinkedHashMap<>();
        days.forEach(day -> this.days.put(day.id(), day));
    }

    /**
     * Reads a condition.
     *
     * @param text the condition
     * @param kind what it belongs to, for messages: {@code Proposition}, {@code Class} or {@code Duty}
     * @param id the id of what it belongs to, for messages
     * @param places gives the place of a character of the text by its offset
     * @param faults receives what is wrong
     * @return the condition, or empty, with at least one fault, if anything is wrong
     */
    public Optional<LegalCondition> parse(
            String text, String kind, String id, IntFunction<Place> places, Faults faults) {
        return Optional.ofNullable(
                new Reading(text, new ConditionReading.Subject(kind, id), places, faults).condition());
    }

    /** Reads one condition of a law. */
    private final class Reading extends ConditionReading<LegalCondition> {

        Reading(String text, Subject subject, IntFunction<Place> places, Faults faults) {
            super(vocabulary, subject, text, places, faults, ConditionLimits.standard());
        }

        @Override
        LegalCondition always() {
            return new LegalCondition.Always();
        }

        /** Parts joined by the same word are one level, however they are bracketed. */
        @Override
        LegalCondition joined(Joint joint, List<LegalCondition> parts) {
            List<LegalCondition> level = new ArrayList<>();
            for (LegalCondition part : parts) {
                if (joint == Joint.OR && part instanceof LegalCondition.AnyOf any) {
                    level.addAll(any.parts());
                } else if (joint == Joint.AND && part instanceof LegalCondition.AllOf all) {
                    level.addAll(all.parts());
                } else {
                    level.add(part);
                }
            }
            return joint == Joint.OR ? new LegalCondition.AnyOf(level) : new LegalCondition.AllOf(level);
        }

        @Override
        @Nullable
        LegalCondition part(int depth) throws Unreadable {
            Token negation = peek();
            if (negation.is(Words.ALWAYS)) {
                take();
                return always();
            }
            if (!negation.is(Words.NOT)) {
                return super.part(depth);
            }
            checkDepth(negation, depth, "nests negations and parentheses deeper than ", "Two of them say nothing.");
            take();
            LegalCondition negated = part(depth + 1);
            return negated == null ? null : new LegalCondition.Not(negated);
        }

        @Override
        @Nullable
        LegalCondition test(Token subject) throws Unreadable {
            return switch (subject.text()) {
                case Words.HOLDS -> holds(subject);
                case Words.AS_OF -> dayReached(subject);
                default -> systemTest(subject);
            };
        }

        private @Nullable LegalCondition holds(Token subject) throws Unreadable {
            String form = "Write holds(ID), for example holds(IN_SCOPE).";
            expect("(", subject, form);
            Token id = take();
            if (!id.isWord()) {
                throw unreadable(id, "names nothing behind holds", form);
            }
            expect(")", subject, form);
            if (!ids.contains(id.text())) {
                absent(id, "reads", "the pack", ids);
                return null;
            }
            return new LegalCondition.Holds(new PropositionId(id.text()));
        }

        private @Nullable LegalCondition dayReached(Token subject) throws Unreadable {
            expect(Words.REACHES, subject, "Write asOf reaches DAY, with a day of the pack.");
            Token day = value(Words.AS_OF + " " + Words.REACHES);
            return known(day)
                    .<LegalCondition>map(LegalCondition.DayReached::new)
                    .orElse(null);
        }

        private Optional<LegalDate> known(Token day) {
            LegalDate known = days.get(day.text());
            if (known == null) {
                absent(day, "reads day", "the dates of the pack", days.keySet());
            }
            return Optional.ofNullable(known);
        }

        @Override
        @Nullable
        LegalCondition test(Characteristic<?> characteristic, Token operator, List<Token> values) {
            if (characteristic instanceof DateCharacteristic date && operator.is(Words.BEFORE)) {
                return known(values.get(0))
                        .<LegalCondition>map(day -> new LegalCondition.Before(date, day))
                        .orElse(null);
            }
            if (characteristic instanceof BooleanCharacteristic bool
                    && operator.is(Words.EQUAL)
                    && values.get(0).is("NO")) {
                return not(new Condition.IsYes(bool));
            }
            if (characteristic instanceof SetCharacteristic<?> set) {
                if (operator.is(Words.LACKS)) {
                    return rank(set, values.get(0))
                            .map(position -> not(new Condition.Contains(set, position)))
                            .orElse(null);
                }
                if (operator.is(Words.EMPTY)) {
                    return not(new Condition.NotEmpty(set));
                }
                if (operator.is(Words.CONTAINS_ALL)) {
                    return mask(set, values).map(mask -> all(set, mask)).orElse(null);
                }
            }
            if (isCommon(characteristic, operator)) {
                Condition.SystemTest test = common(characteristic, operator, values);
                return test == null ? null : new LegalCondition.Tests(test);
            }
            wrongOperator(characteristic, operator, "Write " + form(characteristic, values) + ".");
            return null;
        }

        private static LegalCondition not(Condition.SystemTest test) {
            return new LegalCondition.Not(new LegalCondition.Tests(test));
        }

        private static LegalCondition all(SetCharacteristic<?> set, long mask) {
            List<LegalCondition> parts = new ArrayList<>();
            for (long rest = mask; rest != 0; rest &= rest - 1) {
                parts.add(new LegalCondition.Tests(new Condition.Contains(set, Long.numberOfTrailingZeros(rest))));
            }
            return parts.size() == 1 ? parts.get(0) : new LegalCondition.AllOf(parts);
        }

        @Override
        boolean yes(BooleanCharacteristic characteristic, Token value) {
            if (!value.is("YES")) {
                wrongValue(
                        characteristic,
                        value,
                        "YES or NO",
                        Nearest.to(value.text().toUpperCase(Locale.ROOT), List.of("YES", "NO"))
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Maybe it belongs to another characteristic."));
            }
            return value.is("YES");
        }

        @Override
        void refuseNegation(Token token) throws Unreadable {
            if (token.text().startsWith("!")) {
                throw unreadable(
                        token,
                        "negates with (" + Quoted.of(token.text()) + ")",
                        "Write the word not before the test, or what does not hold: lacks, empty, = NO.");
            }
        }

        @Override
        void refuse(Token subject, Token operator) throws Unreadable {
            if (operator.is(Words.NOT)) {
                throw unreadable(
                        operator,
                        "negates with (not) within a test",
                        "Write the word before the test: not " + Quoted.of(subject.text()) + " ...");
            }
            if (operator.kind() == Token.Kind.COMPARISON
                    && !List.of(Words.AT_LEAST, Words.AT_MOST, Words.EQUAL).contains(operator.text())) {
                throw unreadable(
                        operator,
                        "has the sign (" + Quoted.of(operator.text()) + "), which the language does not have",
                        vocabulary
                                .characteristic(subject.text())
                                .map(known -> "Write " + form(known, List.of()) + ".")
                                .orElse("Comparisons are >=, <=, =, in, contains, containsAny, containsAll, lacks,"
                                        + " notEmpty, empty and before."));
            }
        }

        @Override
        String unknownCharacteristic(Token subject) {
            if (ids.contains(subject.text())) {
                return "Write holds(" + subject.text() + ").";
            }
            List<String> words = new ArrayList<>(vocabulary.ids());
            words.add(Words.HOLDS);
            words.add(Words.AS_OF);
            return nearest(subject.text(), words)
                    .map(near -> "Maybe you meant (" + near + ").")
                    .orElse("Maybe add it under facts of a chapter.");
        }

        @Override
        String whereTestEnds(Token token) {
            return "Maybe an and or an or is missing.";
        }

        @Override
        String tooLong() {
            return "Maybe part of it is a proposition of its own.";
        }

        @Override
        String example() {
            return "holds(IN_SCOPE) or profiling = YES";
        }

        @Override
        List<String> takingList() {
            return List.of(Words.IN, Words.CONTAINS_ANY, Words.CONTAINS_ALL);
        }

        @Override
        List<String> takingNothing() {
            return List.of(Words.NOT_EMPTY, Words.EMPTY);
        }

        @Override
        List<String> takingValue() {
            return List.of(Words.CONTAINS, Words.LACKS, Words.BEFORE);
        }

        @Override
        String form(Characteristic<?> characteristic, List<Token> values) {
            String id = characteristic.id();
            List<String> fitting = fitting(characteristic, values);
            String first = fitting.isEmpty() ? "VALUE" : fitting.get(0);
            String all = fitting.isEmpty() ? "VALUE, ..." : String.join(", ", fitting);
            return switch (characteristic.type()) {
                case ORDINAL -> id + " >= " + first;
                case DECIMAL -> id + " >= " + (fitting.isEmpty() ? "NUMBER" : first);
                case SCALE -> id + " <= " + (fitting.isEmpty() ? "NUMBER" : first);
                case BOOLEAN -> id + " = YES or " + id + " = NO";
                case NOMINAL -> id + " in {" + all + "}";
                case SET ->
                    id + " contains " + first + ", " + id + " lacks " + first + ", " + id + " containsAny {" + all
                            + "}, " + id + " containsAll {" + all + "}, " + id + " notEmpty or " + id + " empty";
                case DATE ->
                    id + " before "
                            + (days.isEmpty() ? "DAY" : days.keySet().iterator().next());
            };
        }
    }
}
