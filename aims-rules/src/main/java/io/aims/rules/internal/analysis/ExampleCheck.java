package io.aims.rules.internal.analysis;

import io.aims.error.Diagnostics;
import io.aims.error.Place;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that the examples of a rule come out as they say, and that they show what the rule does. Not thread-safe. */
final class ExampleCheck {

    private static final String MISSING = "AIMS-2011";
    private static final String FAILS = "AIMS-2012";
    private static final String CONTRADICTION = "AIMS-2129";
    private static final String TWICE = "AIMS-2130";
    private static final String TOO_MUCH = "AIMS-2131";
    private static final String THRESHOLD = "AIMS-2132";
    private static final String BRANCH = "AIMS-2133";
    private static final String TEST = "AIMS-2134";

    private final PlacedRule placed;
    private final Rule rule;
    private final Function<List<Answer>, Facts> world;
    private final boolean mayRise;
    private final Diagnostics found;
    private final List<Shown> shown = new ArrayList<>();

    /** An example that comes out as it says. */
    private record Shown(int index, RuleExample example, Facts facts) {}

    /**
     * Runs the examples of a rule and tells those that fail.
     *
     * @param placed the rule
     * @param world gives what the rule can read when so much is answered
     * @param mayRise whether other packs, of which the author of the rule could not know, may give reasons to what it reads: an
     *     example may then come to more than it says, never to less
     * @param found receives what is wrong
     */
    ExampleCheck(PlacedRule placed, Function<List<Answer>, Facts> world, boolean mayRise, Diagnostics found) {
        this.placed = placed;
        this.rule = placed.rule();
        this.world = world;
        this.mayRise = mayRise;
        this.found = found;
        for (int i = 0; i < rule.examples().size(); i++) {
            run(i, rule.examples().get(i));
        }
        if (shown.size() < rule.examples().size()) {
            checkContradictions();
        }
    }

    private void run(int index, RuleExample example) {
        Set<String> answered = new HashSet<>();
        for (Answer answer : example.answers()) {
            if (example.answers().size() > 1
                    && !answered.add(answer.characteristic().id())) {
                Place place = placed.places().example(index).begin();
                found.error(
                        FAILS,
                        place,
                        placed.subject(place) + " has an example that answers (" + answer.characteristic() + ") twice.",
                        "Maybe it is two examples.");
                return;
            }
        }
        Facts facts = world.apply(example.answers());
        Truth truth = rule.condition().evaluate(facts);
        if (truth == example.expected()) {
            shown.add(new Shown(index, example, facts));
        } else if (!mayRise || truth.compareTo(example.expected()) < 0) {
            fails(example, placed.places().example(index).begin(), truth, facts);
        }
    }

    private void fails(RuleExample example, @Nullable Place place, Truth truth, Facts facts) {
        String tests = rule.condition().tests().stream()
                .map(test -> "(" + test + ") is " + test.evaluate(facts))
                .distinct()
                .collect(Collectors.joining(", "));
        found.error(
                FAILS,
                place,
                placed.subject(place) + " comes to " + truth + " in its " + kind(example) + " example ("
                        + Quoted.of(text(example.answers())) + "), not to " + example.expected() + ".",
                tests.isEmpty() ? "It holds for every system." : "There " + tests + ".");
    }

    /** Where every example comes out as it says, no two with the same answers say different things. */
    private void checkContradictions() {
        Map<Map<Characteristic<?>, Bounds>, RuleExample> first = new HashMap<>();
        for (int i = 0; i < rule.examples().size(); i++) {
            RuleExample example = rule.examples().get(i);
            RuleExample before = first.putIfAbsent(meaning(example), example);
            if (before != null && before.expected() != example.expected()) {
                Place place = placed.places().example(i).begin();
                found.error(
                        CONTRADICTION,
                        place,
                        placed.subject(place) + " has the answers of its " + kind(example) + " example ("
                                + Quoted.of(text(example.answers())) + ") also in a " + kind(before) + " example.",
                        "Maybe one of the two should have other answers.");
            }
        }
    }

    /** Tells which examples are there twice, or say more than they have to. */
    void checkWorth() {
        Map<Map<Characteristic<?>, Bounds>, RuleExample> first = new HashMap<>();
        for (int i = 0; i < rule.examples().size(); i++) {
            RuleExample example = rule.examples().get(i);
            RuleExample before = first.putIfAbsent(meaning(example), example);
            if (before != null && before.expected() == example.expected()) {
                Place place = placed.places().example(i).begin();
                found.warning(
                        TWICE,
                        place,
                        placed.subject(place) + " has the " + kind(example) + " example ("
                                + Quoted.of(text(example.answers())) + ") twice.",
                        "Maybe one of the two should have other answers.");
            }
        }
        shown.forEach(this::checkMinimal);
    }

    /** An unknown example stays unknown with fewer answers, so that only the others can say too much. */
    private void checkMinimal(Shown shownExample) {
        RuleExample example = shownExample.example();
        if (example.expected() == Truth.UNDETERMINED) {
            return;
        }
        List<Answer> idle = new ArrayList<>();
        for (Answer answer : example.answers()) {
            List<Answer> others = example.answers().stream()
                    .filter(other -> !other.equals(answer))
                    .toList();
            if (rule.condition().evaluate(world.apply(others)) == example.expected()) {
                idle.add(answer);
            }
        }
        if (idle.isEmpty()) {
            return;
        }
        var places = placed.places().example(shownExample.index());
        Place place = idle.size() == 1 ? places.key(idle.get(0).characteristic().id()) : places.begin();
        found.warning(
                TOO_MUCH,
                place,
                placed.subject(place) + " has a " + kind(example) + " example that says more than it has to: without ("
                        + Quoted.of(text(idle.subList(0, 1))) + ") it comes to " + example.expected() + " as well.",
                idle.size() == 1 ? "Maybe leave that answer out." : "Maybe make it several examples.");
    }

    /**
     * Tells what no example shows of a condition of which every part says something.
     *
     * @param situations complete systems that show what results can come to; an example for a result that no system comes
     *     to is not asked for
     */
    void checkCoverage(List<Facts> situations) {
        Part whole = Part.whole(rule.condition());
        whole.forEach(part -> {
            checkPart(whole, part);
            part.listedValues().forEach(value -> checkValue(whole, part, value));
            if (part.written() instanceof Condition.Test test) {
                Threshold.of(test).ifPresent(threshold -> checkThreshold(whole, part, threshold, situations));
            }
        });
    }

    private void checkPart(Part whole, Part part) {
        boolean seen = part.isBranch()
                ? isSeen(Truth.TRUE, facts -> whole.truth(facts, part, Truth.FALSE) != Truth.TRUE)
                : !part.isConjunct()
                        || isSeen(Truth.FALSE, facts -> whole.truth(facts, part, Truth.TRUE) != Truth.FALSE);
        if (seen) {
            return;
        }
        Place place = placed.places().test(part.firstTest());
        String text = "(" + Quoted.of(part.written().toString()) + ")";
        if (part.isBranch()) {
            found.warning(
                    BRANCH,
                    place,
                    placed.subject(place) + " has a branch " + text + " that no fires example shows.",
                    "Maybe add one that fires by this branch alone.");
        } else {
            found.warning(
                    TEST,
                    place,
                    placed.subject(place) + " has a part " + text + " that no silent example shows.",
                    "Maybe add one that is silent for this reason alone.");
        }
    }

    private void checkValue(Part whole, Part part, int value) {
        part.drop(value);
        Condition without = whole.condition().orElseThrow();
        part.restore(value);
        if (!isSeen(Truth.TRUE, facts -> without.evaluate(facts) != Truth.TRUE)) {
            Place place = placed.places().word(part.firstTest(), part.valueId(value));
            found.warning(
                    BRANCH,
                    place,
                    placed.subject(place) + " has the value (" + part.valueId(value) + ") in ("
                            + Quoted.of(part.written().toString()) + "), which no fires example shows.",
                    "Maybe add one that fires by this value alone.");
        }
    }

    private void checkThreshold(Part whole, Part part, Threshold threshold, List<Facts> situations) {
        Predicate<Facts> reaching = facts -> threshold.reaching().test(facts)
                && whole.truth(facts, part, Truth.TRUE) == Truth.TRUE
                && whole.truth(facts, part, Truth.FALSE) != Truth.TRUE;
        Predicate<Facts> failing = facts -> threshold.failing().test(facts)
                && whole.truth(facts, part, Truth.FALSE) == Truth.FALSE
                && whole.truth(facts, part, Truth.TRUE) != Truth.FALSE;
        boolean fires = isSeen(Truth.TRUE, reaching)
                || threshold.isOfResult() && situations.stream().noneMatch(reaching);
        boolean silent = isSeen(Truth.FALSE, failing)
                || threshold.isOfResult() && situations.stream().noneMatch(failing);
        if (fires && silent) {
            return;
        }
        Place place = placed.places().test(part.firstTest());
        List<String> missing = new ArrayList<>();
        if (!fires) {
            missing.add("fires at " + threshold.at());
        }
        if (!silent) {
            missing.add("is silent at " + threshold.justBelow());
        }
        found.warning(
                THRESHOLD,
                place,
                placed.subject(place) + " tests (" + Quoted.of(part.written().toString()) + "), but no example "
                        + String.join(", and none ", missing) + ".",
                "Maybe add one: only examples at a threshold show where it is.");
    }

    private boolean isSeen(Truth expected, Predicate<Facts> condition) {
        return shown.stream()
                .anyMatch(example -> example.example().expected() == expected && condition.test(example.facts()));
    }

    /** Tells which kinds of examples a rule that reads results lacks, though systems can come to them. */
    void checkMissing() {
        for (Truth kind : List.of(Truth.FALSE, Truth.UNDETERMINED)) {
            if (rule.examples().stream().noneMatch(example -> example.expected() == kind)) {
                Place place = placed.places().begin();
                found.warning(
                        MISSING,
                        place,
                        placed.subject(place) + " has no " + kind(kind) + " example.",
                        "Maybe add one under examples.");
            }
        }
    }

    private static Map<Characteristic<?>, Bounds> meaning(RuleExample example) {
        Map<Characteristic<?>, Bounds> meaning = new HashMap<>();
        example.answers().forEach(answer -> meaning.put(answer.characteristic(), answer.bounds()));
        return meaning;
    }

    private static String text(List<Answer> answers) {
        return answers.stream()
                .map(answer -> answer.characteristic() + ": " + answer.text())
                .collect(Collectors.joining(", "));
    }

    private static String kind(RuleExample example) {
        return kind(example.expected());
    }

    private static String kind(Truth expected) {
        return switch (expected) {
            case TRUE -> "fires";
            case FALSE -> "silent";
            case UNDETERMINED -> "unknown";
        };
    }
}
