package io.aims.rule;

import java.util.List;

/**
 * The rules of one topic.
 *
 * @param title the title
 * @param about what the rules are about, in a few sentences
 * @param rules the rules, in the order in which they are read
 * @since 0.1
 */
public record Chapter(String title, String about, List<Rule> rules) {

    /** Copies the list of rules. */
    public Chapter {
        rules = List.copyOf(rules);
    }
}
