package io.aims.reasoning.change;

import io.aims.rule.Rule;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule says, part by part. The order in which a rule names things does not count.
 *
 * @since 0.1
 */
public enum RuleField {
    /** Its title. */
    TITLE(false),
    /** What kind of reason it is. */
    SCOPE(false),
    /** When it holds. */
    CONDITION(true),
    /** The risk sources it shows. */
    RAISES(true),
    /** The objectives it threatens. */
    THREATENS(true),
    /** The likelihood it contributes. */
    LIKELIHOOD(true),
    /** The severity below which no objective stays. */
    FLOOR(true),
    /** The controls it calls for. */
    REQUIRES(true),
    /** Whether it is a verdict that nothing lifts. */
    STOP(true),
    /** Its reason, in words. */
    WHY(false),
    /** Where the reason comes from. */
    SOURCES(false),
    /** How well the sources support it. */
    CONFIDENCE(false),
    /** The answers that show what it makes of them. */
    EXAMPLES(false);

    private final boolean logic;

    RuleField(boolean logic) {
        this.logic = logic;
    }

    /**
     * Tells whether the part decides when the rule holds or what follows.
     *
     * @return {@code false} if it is for readers only
     */
    public boolean isLogic() {
        return logic;
    }

    /** Returns the part as text, so that equal texts say the same. */
    String textOf(Rule rule) {
        return switch (this) {
            case TITLE -> rule.title();
            case SCOPE -> rule.scope().name();
            case CONDITION -> rule.condition().toString();
            case RAISES -> sorted(rule.raises());
            case THREATENS -> sorted(rule.threatens());
            case LIKELIHOOD -> rule.likelihood().map(Enum::name).orElse("none");
            case FLOOR -> rule.severityFloor().map(Enum::name).orElse("none");
            case REQUIRES -> sorted(rule.requires());
            case STOP -> rule.stop() ? "yes" : "no";
            case WHY -> rule.why();
            case SOURCES ->
                String.join(
                        "; ",
                        new TreeSet<>(
                                rule.sources().stream().map(Object::toString).toList()));
            case CONFIDENCE -> rule.confidence().name();
            case EXAMPLES -> examples(rule);
        };
    }

    private static <T extends Comparable<T>> String sorted(Iterable<T> ids) {
        Set<T> sorted = new TreeSet<>();
        ids.forEach(sorted::add);
        return sorted.isEmpty()
                ? "none"
                : String.join(", ", sorted.stream().map(Object::toString).toList());
    }

    private static String examples(Rule rule) {
        Set<String> examples = new TreeSet<>();
        rule.examples().forEach(example -> {
            Set<String> answers = new TreeSet<>();
            example.answers().forEach(answer -> answers.add(answer.characteristic() + ": " + answer.text()));
            examples.add(example.expected() + " " + answers);
        });
        return String.join("; ", examples);
    }
}
