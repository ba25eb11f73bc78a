package io.aims.reasoning.interview;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.rule.RuleId;
import io.aims.system.VocabularyEntry;
import java.util.List;

/**
 * A question whose answer can still change what an interview is to settle.
 *
 * <p>For everything listed there are two ways in which the unknown may turn out that differ in this answer alone and give
 * different results.
 *
 * @param entry the characteristic that is asked for, with the question
 * @param cost what an answer costs
 * @param controls the controls whose status the answer can change, sorted, if the goal looks at controls
 * @param objectives the objectives whose level the answer can change, sorted, if the goal is the levels
 * @param rules the rules that the answer can change, sorted, if the goal is everything
 * @since 0.1
 */
public record InterviewQuestion(
        VocabularyEntry entry,
        double cost,
        List<ControlId> controls,
        List<ObjectiveId> objectives,
        List<RuleId> rules) {

    /** Copies the lists. */
    public InterviewQuestion {
        controls = List.copyOf(controls);
        objectives = List.copyOf(objectives);
        rules = List.copyOf(rules);
    }

    /**
     * Returns the question for people.
     *
     * @return a question
     */
    public String question() {
        return entry.question();
    }
}
