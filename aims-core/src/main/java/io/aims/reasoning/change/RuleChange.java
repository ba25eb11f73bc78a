package io.aims.reasoning.change;

import io.aims.rule.Condition;
import io.aims.rule.Rule;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule that says something else in another version of its pack.
 *
 * @param was the rule before
 * @param now the rule after
 * @param fields what it says otherwise, in the order of {@link RuleField}
 * @since 0.1
 */
public record RuleChange(Rule was, Rule now, Set<RuleField> fields) {

    /** How much a change of a rule means. */
    public enum Kind {
        /** It holds when it did, and the same follows; only what readers see differs. */
        WORDS,
        /** It holds under another condition, or something else follows. */
        LOGIC,
        /** Title and condition are others, and it concludes something else or reads nothing it read: another rule under its id. */
        OTHER_MEANING
    }

    private static final Set<RuleField> CONCLUSION = EnumSet.of(
            RuleField.RAISES,
            RuleField.THREATENS,
            RuleField.LIKELIHOOD,
            RuleField.FLOOR,
            RuleField.REQUIRES,
            RuleField.STOP);

    /** Copies the set of fields. */
    public RuleChange {
        EnumSet<RuleField> copy = EnumSet.noneOf(RuleField.class);
        copy.addAll(fields);
        fields = Collections.unmodifiableSet(copy);
    }

    static RuleChange between(Rule was, Rule now) {
        EnumSet<RuleField> fields = EnumSet.allOf(RuleField.class);
        fields.removeIf(field -> field.textOf(was).equals(field.textOf(now)));
        return new RuleChange(was, now, fields);
    }

    /**
     * Tells how much the change means.
     *
     * @return the kind
     */
    public Kind kind() {
        if (fields.stream().noneMatch(RuleField::isLogic)) {
            return Kind.WORDS;
        }
        boolean concludesOtherwise = fields.stream().anyMatch(CONCLUSION::contains);
        boolean isAnother = fields.contains(RuleField.TITLE)
                && fields.contains(RuleField.CONDITION)
                && (concludesOtherwise || Collections.disjoint(subjects(was), subjects(now)));
        return isAnother ? Kind.OTHER_MEANING : Kind.LOGIC;
    }

    /**
     * Returns what a part of the rule said before, as the pack language writes it.
     *
     * @param field a part
     * @return its text
     */
    public String before(RuleField field) {
        return field.textOf(was);
    }

    /**
     * Returns what a part of the rule says after, as the pack language writes it.
     *
     * @param field a part
     * @return its text
     */
    public String after(RuleField field) {
        return field.textOf(now);
    }

    private static Set<Object> subjects(Rule rule) {
        return rule.condition().tests().stream().map(RuleChange::subject).collect(Collectors.toSet());
    }

    private static Object subject(Condition.Test test) {
        if (test instanceof Condition.SystemTest systemTest) {
            return systemTest.characteristic().id();
        }
        if (test instanceof Condition.LevelAtLeast level) {
            return level.objective();
        }
        return test;
    }
}
