package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the questions about one system. All answers to a question are tried at once, each in a lane of its own. Not
 * thread-safe.
 */
final class QuestionSearch {

    private static final int FEW_READERS = 4;

    private final LaneConditions conditions;
    private final Facts known;
    private final @Nullable Characteristic<?> roles;
    private final ControlCount controls;
    private final LevelSteps levels;
    private final SettledRules settled;
    private final LaneCount rules = new LaneCount();
    private final boolean[] isTested;
    private final @Nullable Bounds[] bounds;
    private final long[] certain;
    private final long[] possible;
    private final long[] certainParts;
    private final long[] possibleParts;
    private final int[][] readers;
    private final int[] readerCounts;

    /**
     * Prepares the search.
     *
     * @param conditions the conditions of all rules
     * @param known what is known of the system and of the results
     * @param roles the characteristic that tells the roles of the organisation, or {@code null} if there is none
     * @param controls counts the controls that answers settle
     * @param levels counts the steps by which they narrow levels
     */
    QuestionSearch(
            LaneConditions conditions,
            Facts known,
            @Nullable Characteristic<?> roles,
            ControlCount controls,
            LevelSteps levels) {
        this.conditions = conditions;
        this.known = known;
        this.roles = roles;
        this.controls = controls;
        this.levels = levels;
        this.settled = new SettledRules(conditions.ruleCount());
        this.isTested = new boolean[conditions.testCount()];
        this.certain = new long[conditions.testCount()];
        this.possible = new long[conditions.testCount()];
        this.certainParts = new long[conditions.longest()];
        this.possibleParts = new long[conditions.longest()];
        int subjects = conditions.subjects().size();
        this.bounds = new Bounds[subjects];
        this.readers = new int[subjects][FEW_READERS];
        this.readerCounts = new int[subjects];
    }

    /**
     * Finds the questions.
     *
     * @param open the rules that may hold or not
     * @return the questions, those of one tier in the order of the vocabulary
     */
    List<OpenQuestion> about(BitSet open) {
        for (int rule = open.nextSetBit(0); rule >= 0; rule = open.nextSetBit(rule + 1)) {
            learn(rule);
            addReader(rule);
        }
        List<OpenQuestion> questions = new ArrayList<>();
        for (int subject = 0; subject < readers.length; subject++) {
            Bounds own = bounds[subject];
            if (own != null && readerCounts[subject] > 0) {
                questions.add(question(subject, own));
            }
        }
        return questions;
    }

    /** Finds out what the tests of a rule come to. */
    private void learn(int rule) {
        for (int part = 0; part < conditions.length(rule); part++) {
            int test = conditions.testAt(rule, part);
            if (test >= 0 && !isTested[test]) {
                isTested[test] = true;
                know(test, truth(test));
            }
        }
    }

    private void know(int test, Truth truth) {
        certain[test] = truth == Truth.TRUE ? -1L : 0;
        possible[test] = truth == Truth.FALSE ? 0 : -1L;
    }

    private Truth truth(int test) {
        Condition.Test asked = conditions.test(test);
        if (!(asked instanceof Condition.SystemTest systemTest)) {
            return asked.evaluate(known);
        }
        int subject = conditions.subjectOf(test);
        Bounds own = bounds[subject];
        if (own == null) {
            own = known.bounds(systemTest.characteristic());
            bounds[subject] = own;
        }
        return systemTest.test(own);
    }

    /** A rule depends on a test if the test is undetermined and so is everything that it is a part of. */
    private void addReader(int rule) {
        conditions.evaluate(rule, certain, certainParts);
        conditions.evaluate(rule, possible, possibleParts);
        for (int part = 0; part < conditions.length(rule); part++) {
            int whole = conditions.wholeOf(rule, part);
            int test = conditions.testAt(rule, part);
            if (whole >= 0 && certainParts[whole] == possibleParts[whole]) {
                possibleParts[part] = certainParts[part];
            } else if (certainParts[part] != possibleParts[part] && test >= 0 && conditions.subjectOf(test) >= 0) {
                addReader(conditions.subjectOf(test), rule);
            }
        }
    }

    private void addReader(int subject, int rule) {
        int count = readerCounts[subject];
        if (count > 0 && readers[subject][count - 1] == rule) {
            return;
        }
        if (count == readers[subject].length) {
            readers[subject] = Arrays.copyOf(readers[subject], 2 * count);
        }
        readers[subject][count] = rule;
        readerCounts[subject]++;
    }

    private OpenQuestion question(int position, Bounds own) {
        LaneConditions.Subject subject = conditions.subjects().get(position);
        PossibleAnswers answers = new PossibleAnswers(conditions, subject, own, isTested);
        int mostRules = 0;
        int mostControls = 0;
        int mostSteps = 0;
        for (int mask = 0; mask < answers.masks(); mask++) {
            suppose(subject, answers, mask);
            long tried = settle(position, answers.in(mask));
            mostRules = Math.max(mostRules, rules.highest(tried));
            int ofControls = subject.characteristic().equals(roles)
                    ? controls.most(settled, tried, answers.listed())
                    : controls.most(settled, tried);
            mostControls = Math.max(mostControls, ofControls);
            mostSteps = Math.max(mostSteps, levels.most(settled, tried));
        }
        for (int test = subject.firstTest(); test < subject.endTest(); test++) {
            if (isTested[test]) {
                know(test, ((Condition.SystemTest) conditions.test(test)).test(own));
            }
        }
        return new OpenQuestion(subject.entry(), mostRules, mostControls, mostSteps);
    }

    private void suppose(LaneConditions.Subject subject, PossibleAnswers answers, int mask) {
        for (int test = subject.firstTest(); test < subject.endTest(); test++) {
            if (isTested[test]) {
                long passing = answers.passing(test, mask);
                certain[test] = passing;
                possible[test] = passing;
            }
        }
    }

    /** Counts the rules that answers settle, and returns those answers that tell something new. */
    private long settle(int position, long answers) {
        settled.clear();
        for (int reader = 0; reader < readerCounts[position]; reader++) {
            int rule = readers[position][reader];
            long holds = conditions.evaluate(rule, certain, certainParts) & answers;
            long fails = ~conditions.evaluate(rule, possible, possibleParts) & answers;
            if ((holds | fails) != 0) {
                settled.add(rule, holds, fails);
            }
        }
        long telling = settled.telling(answers);
        rules.clear();
        for (int place = 0; place < settled.size(); place++) {
            rules.add((settled.holding(place) | settled.failing(place)) & telling);
        }
        return telling;
    }
}
