package io.aims.rules.internal.analysis;

import io.aims.error.Diagnostics;
import io.aims.error.Place;
import io.aims.evaluation.StratumResults;
import io.aims.rule.Condition;
import io.aims.text.Quoted;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Checks that the condition of a rule can hold, can fail, and has no part that says nothing. Not thread-safe. */
final class ConditionCheck {

    private static final String REACH = "AIMS-2009";
    private static final String CONTAINED = "AIMS-2120";
    private static final String DEAD = "AIMS-2121";

    private final ConditionAnalysis analysis;
    private final boolean all;
    private final Diagnostics found;

    /**
     * Creates a check.
     *
     * @param analysis answers the questions
     * @param all whether to tell warnings as well
     * @param found receives what there is to say
     */
    ConditionCheck(ConditionAnalysis analysis, boolean all, Diagnostics found) {
        this.analysis = analysis;
        this.all = all;
        this.found = found;
    }

    /**
     * Checks a condition alone, whatever the results are that it reads.
     *
     * @return {@code true} if it can hold, can fail, and each of its parts says something
     */
    boolean check(PlacedRule placed) {
        Condition condition = placed.rule().condition();
        if (condition instanceof Condition.Always) {
            return false;
        }
        if (!analysis.canHold(condition)) {
            whole(placed, "can never hold", "Maybe tests of (" + read(condition) + ") exclude one another.");
            return false;
        }
        if (!analysis.canFail(condition)) {
            whole(
                    placed,
                    "holds for every system, whatever (" + read(condition) + ") is",
                    "Maybe write always, or a test that can fail.");
            return false;
        }
        List<IdlePart> idle = IdlePart.of(condition, analysis);
        idle.stream()
                .filter(part -> all || part.reason() != IdlePart.Reason.CONTAINED)
                .forEach(part -> idle(placed, part));
        return idle.isEmpty();
    }

    /**
     * Checks what a condition can come to with the results of the rules below.
     *
     * @return {@code true} if it can hold and can fail
     */
    boolean checkReach(PlacedRule placed, StratumResults results) {
        Condition condition = placed.rule().condition();
        if (!analysis.canHold(condition)) {
            return false;
        }
        if (!analysis.canHold(condition, results)) {
            whole(placed, "can never hold", missing(condition, results));
            return false;
        }
        if (all) {
            checkBranches(placed, results);
        }
        return analysis.canFail(condition, results);
    }

    private void checkBranches(PlacedRule placed, StratumResults results) {
        Condition condition = placed.rule().condition();
        Part.whole(condition).forEach(part -> {
            if (part.isBranch()
                    && analysis.canHoldTogether(part.context(), AnyResults.INSTANCE)
                    && !analysis.canHoldTogether(part.context(), results)) {
                Place place = placed.places().test(part.firstTest());
                found.warning(
                        DEAD,
                        place,
                        placed.subject(place) + " has a branch ("
                                + Quoted.of(part.written().toString()) + ") that can never hold with the packs given.",
                        missing(part.written(), results));
            }
        });
    }

    private String missing(Condition condition, StratumResults results) {
        Predicate<Condition.Test> isMissing = test -> !analysis.canHold(test, results);
        String tests = condition.tests().stream()
                .filter(Condition.ResultTest.class::isInstance)
                .filter(condition.tests().stream().anyMatch(isMissing) ? isMissing : test -> true)
                .map(test -> "(" + test + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        return "Maybe a pack whose rules lead to " + tests + " is missing.";
    }

    private void idle(PlacedRule placed, IdlePart idle) {
        Place place = idle.value() == null
                ? placed.places().test(idle.firstTest())
                : placed.places().word(idle.firstTest(), idle.value());
        String part = "(" + Quoted.of(idle.part().toString()) + ")";
        switch (idle.reason()) {
            case ALWAYS_HOLDS ->
                found.error(
                        REACH,
                        place,
                        placed.subject(place) + " has a test " + part + " that holds for every system.",
                        "Maybe leave it out, or name a more severe value.");
            case NEVER_HOLDS ->
                found.error(
                        DEAD,
                        place,
                        placed.subject(place) + " has a branch " + part + " that can never hold.",
                        "Maybe tests of (" + read(idle.part()) + ") exclude one another: leave the branch out.");
            case CONTAINED ->
                found.warning(
                        CONTAINED,
                        place,
                        placed.subject(place) + " has a "
                                + (idle.value() == null ? "part " : "value (" + idle.value() + ") in ") + part
                                + " that changes nothing beside the rest of the condition.",
                        "Maybe leave it out, or it should say something else.");
        }
    }

    private void whole(PlacedRule placed, String what, String advice) {
        Place place = placed.places().value("when");
        found.error(REACH, place, placed.subject(place) + " " + what + ".", advice);
    }

    /** The characteristics that a condition reads. */
    private static String read(Condition condition) {
        return condition.tests().stream()
                .map(test -> test instanceof Condition.SystemTest reads
                        ? reads.characteristic().id()
                        : test.toString())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
