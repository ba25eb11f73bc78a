package io.aims.rule;

import io.aims.system.Answer;
import java.util.List;

/**
 * A few answers with what a rule makes of them, everything else unknown. The build runs it as a test.
 *
 * @param expected what the rule must come to
 * @param answers the answers, each characteristic once
 * @since 0.1
 */
public record RuleExample(Truth expected, List<Answer> answers) {

    /** Copies the list of answers. */
    public RuleExample {
        answers = List.copyOf(answers);
    }
}
