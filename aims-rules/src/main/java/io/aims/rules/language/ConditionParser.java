package io.aims.rules.language;

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
import io.aims.system.Vocabulary;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
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

    private static final String NO_NEGATION = "There is no negation, so that a new hazard never switches a rule off:"
            + " name the hazard itself, or make what you mean a characteristic of its own.";
    private static final String NO_LESS =
            "A condition cannot ask for less hazard, so that a new hazard never switches a" + " rule off: write ";

    private final Vocabulary vocabulary;
    private final @Nullable Catalogue catalogue;
    private final Optional<Set<String>> riskSources;
    private final Optional<Set<String>> objectives;
    private final Optional<Set<String>> controls;
    private final ConditionLimits limits;

    private ConditionParser(Vocabulary vocabulary, @Nullable Catalogue catalogue, ConditionLimits limits) {
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.riskSources =
                known(catalogue, Catalogue::riskSources, source -> source.id().value());
        this.objectives = known(
                catalogue, Catalogue::objectives, objective -> objective.id().value());
        this.controls =
                known(catalogue, Catalogue::controls, control -> control.id().value());
        this.limits = limits;
    }

    /**
     * Creates a parser that takes any id of a risk source, objective or control, for the catalogue is not known yet.
     *
     * @param vocabulary the characteristics that conditions may read
     */
    public ConditionParser(Vocabulary vocabulary) {
        this(vocabulary, null, ConditionLimits.standard());
    }

    /**
     * Creates a parser.
     *
     * @param vocabulary the characteristics that conditions may read
     * @param catalogue the risk sources, objectives and controls that conditions may read
     */
    public ConditionParser(Vocabulary vocabulary, Catalogue catalogue) {
        this(vocabulary, catalogue, ConditionLimits.standard());
    }

    /**
     * Sets how large a condition may be.
     *
     * @param own the limits
     * @return a parser with these limits
     */
    public ConditionParser within(ConditionLimits own) {
        return new ConditionParser(vocabulary, catalogue, own);
    }

    private static <T> Optional<Set<String>> known(
            @Nullable Catalogue catalogue, Function<Catalogue, Collection<T>> entries, Function<T, String> id) {
        return Optional.ofNullable(catalogue)
                .map(found ->
                        entries.apply(found).stream().map(id).collect(Collectors.toCollection(LinkedHashSet::new)));
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
        return parseWithPlaces(text, rule, places, faults).map(PlacedCondition::condition);
    }

    /**
     * Reads a condition and keeps where its tests stand.
     *
     * @param text the condition
     * @param rule the id of its rule, for messages
     * @param places gives the place of a character of the text by its offset
     * @param faults receives what is wrong
     * @return the condition with the places of its tests, or empty, with at least one fault, if anything is wrong
     */
    public Optional<PlacedCondition> parseWithPlaces(
            String text, String rule, IntFunction<Place> places, Faults faults) {
        Reading reading = new Reading(text, rule, places, faults);
        return Optional.ofNullable(reading.condition())
                .map(condition -> new PlacedCondition(condition, reading.testPlaces()));
    }

    /** Reads one condition of a rule. */
    private final class Reading extends ConditionReading<Condition> {

        Reading(String text, String rule, IntFunction<Place> places, Faults faults) {
            super(vocabulary, new Subject("Rule", rule), text, places, faults, limits);
        }

        @Override
        Condition always() {
            return new Condition.Always();
        }

        /** Parts joined by the same word are one level, however they are bracketed. */
        @Override
        Condition joined(Joint joint, List<Condition> parts) {
            List<Condition> level = new ArrayList<>();
            for (Condition part : parts) {
                if (joint == Joint.OR && part instanceof Condition.AnyOf any) {
                    level.addAll(any.parts());
                } else if (joint == Joint.AND && part instanceof Condition.AllOf all) {
                    level.addAll(all.parts());
                } else {
                    level.add(part);
                }
            }
            return joint == Joint.OR ? new Condition.AnyOf(level) : new Condition.AllOf(level);
        }

        @Override
        @Nullable
        Condition test(Token subject) throws Unreadable {
            return switch (subject.text()) {
                case Words.RISK_SOURCES ->
                    resultContains(
                            subject,
                            "risk source",
                            riskSources,
                            id -> new Condition.HasRiskSource(new RiskSourceId(id)));
                case Words.NEEDED ->
                    resultContains(subject, "control", controls, id -> new Condition.IsNeeded(new ControlId(id)));
                case Words.LEVEL -> level(subject);
                default -> ofSystem(subject);
            };
        }

        private @Nullable Condition ofSystem(Token subject) throws Unreadable {
            if (vocabulary.characteristic(subject.text()).orElse(null) instanceof DateCharacteristic) {
                throw unreadable(
                        subject,
                        "reads characteristic (" + subject.text() + "), a DATE, which only legal packs read",
                        "Maybe ask for what the day decides: a YES and NO, or values in rising severity.");
            }
            return systemTest(subject);
        }

        private @Nullable Condition resultContains(
                Token subject, String kind, Optional<Set<String>> known, Function<String, Condition> test)
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
        private boolean isKnown(Token id, String what, Optional<Set<String>> known) {
            if (known.isPresent() ? known.get().contains(id.text()) : ControlId.isWellFormed(id.text())) {
                return true;
            }
            absent(
                    id,
                    what,
                    catalogue == null ? "every catalogue" : "catalogue (" + catalogue.id() + ")",
                    known.orElse(Set.of()));
            return false;
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
            isKnown(objective, "reads the level of objective", objectives);
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
            return isWrong()
                    ? null
                    : new Condition.LevelAtLeast(new ObjectiveId(objective.text()), level.orElseThrow());
        }

        @Override
        @Nullable
        Condition test(Characteristic<?> characteristic, Token operator, List<Token> values) {
            if (isCommon(characteristic, operator)) {
                return common(characteristic, operator, values);
            }
            String right = form(characteristic, values);
            wrongOperator(
                    characteristic,
                    operator,
                    operator.text().startsWith("<") ? NO_LESS + right + "." : "Write " + right + ".");
            return null;
        }

        @Override
        boolean yes(BooleanCharacteristic characteristic, Token value) {
            if (value.is("YES")) {
                return true;
            }
            boolean harmless = List.of("no", "false").contains(value.text().toLowerCase(Locale.ROOT));
            wrongValue(characteristic, value, "YES", harmless ? NO_NEGATION : "Maybe you meant (YES).");
            return false;
        }

        @Override
        void refuseNegation(Token token) throws Unreadable {
            if (token.is(Words.NOT) || token.text().startsWith("!")) {
                throw unreadable(token, "negates with (" + Quoted.of(token.text()) + ")", NO_NEGATION);
            }
        }

        @Override
        void refuse(Token subject, Token operator) throws Unreadable {
            if (operator.is("<") || operator.is(">") || operator.is("==")) {
                String right = vocabulary
                        .characteristic(subject.text())
                        .map(known -> form(known, List.of()))
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

        @Override
        String unknownCharacteristic(Token subject) {
            List<String> words = new ArrayList<>(vocabulary.ids());
            words.addAll(Words.RESULTS);
            return nearest(subject.text(), words)
                    .map(near -> "Maybe you meant (" + near + ").")
                    .orElse("Maybe a pack that adds it is missing, or add it under characteristics of the pack.");
        }

        @Override
        String whereTestEnds(Token token) {
            return token.is(Words.NOT) || token.text().startsWith("!")
                    ? NO_NEGATION
                    : "Maybe an and or an or is missing.";
        }

        @Override
        String tooLong() {
            return "Maybe it is several rules.";
        }

        @Override
        String example() {
            return "automationLevel >= HIGH_AUTOMATION";
        }

        @Override
        List<String> takingList() {
            return List.of(Words.IN, Words.CONTAINS_ANY);
        }

        @Override
        List<String> takingNothing() {
            return List.of(Words.NOT_EMPTY);
        }

        @Override
        List<String> takingValue() {
            return List.of(Words.CONTAINS);
        }

        /** The right form of a test, with the values that were written, if they fit. */
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
                case BOOLEAN -> id + " = YES";
                case NOMINAL -> id + " in {" + all + "}";
                case SET -> id + " contains " + first + ", " + id + " containsAny {" + all + "} or " + id + " notEmpty";
                case DATE -> id + " before DAY";
            };
        }
    }
}
