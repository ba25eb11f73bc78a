package io.aims.evaluation;

import io.aims.system.AiSystem;
import io.aims.system.Answer;
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

    private static final int FEW = 4;

    private final LaneConditions conditions;
    private final LaneConditions.Truths truths;
    private final @Nullable Characteristic<?> roles;
    private final ControlCount controls;
    private final LevelSteps levels;
    private final BitSet open;
    private final SettledRules settled;
    private final LaneCount rules = new LaneCount();
    private final @Nullable Bounds[] bounds;
    private final boolean[] isTested;
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
     * @param open the rules that may hold or not
     */
    QuestionSearch(
            LaneConditions conditions,
            KnownFacts known,
            @Nullable Characteristic<?> roles,
            ControlCount controls,
            LevelSteps levels,
            BitSet open) {
        this.conditions = conditions;
        this.truths = conditions.new Truths(known);
        this.roles = roles;
        this.controls = controls;
        this.levels = levels;
        this.settled = new SettledRules(conditions.ruleCount(), open.cardinality());
        this.open = open;
        int count = conditions.askables().size();
        this.bounds = new Bounds[count];
        this.isTested = new boolean[conditions.testCount()];
        this.readers = new int[count][FEW];
        this.readerCounts = new int[count];
        learn(known.system());
    }

    private void learn(AiSystem system) {
        for (Answer answer : system.answers().values()) {
            int position = conditions.positionOf(answer.characteristic().id());
            if (position >= 0) {
                bounds[position] = answer.bounds();
                truths.know(conditions.askables().get(position), answer.bounds());
            }
        }
    }

    /**
     * Finds the questions.
     *
     * @return the questions, by tier and in the order of the vocabulary
     */
    List<OpenQuestion> questions() {
        for (int rule = open.nextSetBit(0); rule >= 0; rule = open.nextSetBit(rule + 1)) {
            addReader(rule);
        }
        List<OpenQuestion> questions = new ArrayList<>();
        for (int position = 0; position < readers.length; position++) {
            if (readerCounts[position] > 0) {
                questions.add(question(position));
            }
        }
        return questions;
    }

    /** A rule depends on a test that is undetermined, if so is everything that the test is a part of. */
    private void addReader(int rule) {
        truths.evaluate(rule);
        for (int part = 0; part < conditions.length(rule); part++) {
            int whole = conditions.wholeOf(rule, part);
            if (whole >= 0 && !truths.isOpen(whole)) {
                truths.close(part);
            }
            int test = conditions.testAt(rule, part);
            if (test >= 0) {
                isTested[test] = true;
                if (truths.isOpen(part) && conditions.askableOf(test) >= 0) {
                    addReader(conditions.askableOf(test), rule);
                }
            }
        }
    }

    private void addReader(int position, int rule) {
        int count = readerCounts[position];
        if (count > 0 && readers[position][count - 1] == rule) {
            return;
        }
        if (count == readers[position].length) {
            readers[position] = Arrays.copyOf(readers[position], 2 * count);
        }
        readers[position][count] = rule;
        readerCounts[position]++;
    }

    private OpenQuestion question(int position) {
        Askable askable = conditions.askables().get(position);
        Bounds own = bounds[position];
        PossibleAnswers answers = new PossibleAnswers(
                askable, own == null ? askable.characteristic().unknown() : own, isTested);
        int mostRules = 0;
        int mostControls = 0;
        int mostSteps = 0;
        for (int mask = 0; mask < answers.masks(); mask++) {
            truths.suppose(askable, answers, mask);
            settle(position, answers.in(mask));
            long tried = settled.telling(answers.in(mask));
            mostRules = Math.max(mostRules, rules(tried));
            int ofControls = roles != null && askable.characteristic().equals(roles)
                    ? controls.most(settled, tried, answers.listed())
                    : controls.most(settled, tried);
            mostControls = Math.max(mostControls, ofControls);
            mostSteps = Math.max(mostSteps, levels.most(settled, tried));
        }
        truths.know(askable, own);
        return new OpenQuestion(askable.entry(), mostRules, mostControls, mostSteps);
    }

    private void settle(int position, long answers) {
        settled.clear();
        for (int reader = 0; reader < readerCounts[position]; reader++) {
            int rule = readers[position][reader];
            truths.evaluate(rule);
            long holds = truths.holds() & answers;
            long fails = truths.fails() & answers;
            if ((holds | fails) != 0) {
                settled.add(rule, holds, fails);
            }
        }
    }

    private int rules(long answers) {
        rules.clear();
        for (int place = 0; place < settled.size(); place++) {
            rules.add((settled.holding(place) | settled.failing(place)) & answers);
        }
        return rules.highest(answers);
    }
}
