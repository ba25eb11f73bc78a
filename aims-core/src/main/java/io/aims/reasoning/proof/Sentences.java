package io.aims.reasoning.proof;

import io.aims.reasoning.internal.Phrases;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Provenance;
import io.aims.text.Quoted;
import java.util.List;

/** The sentences that every explanation is made of. */
final class Sentences {

    private Sentences() {}

    static String name(AiSystem system) {
        return Quoted.of(system.name());
    }

    /** Returns a title with its id behind it: {@code "Fairness" (C.2.5)}. */
    static String titled(String title, Object id) {
        return '"' + Quoted.whole(title) + "\" (" + id + ")";
    }

    static String titled(Rule rule) {
        return Quoted.whole(rule.title()) + " (" + rule.id() + ")";
    }

    /** Returns the titles of rules; those beyond a number are counted, unless only one is left. */
    static String titles(List<RuleProof> rules, int most) {
        return some(rules.stream().map(proof -> titled(proof.rule())).toList(), most);
    }

    /** Returns names as a list; those beyond a number are counted, unless only one is left. */
    static String some(List<String> names, int most) {
        return names.size() - 1 <= most
                ? Phrases.list(names, "and")
                : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    static String words(Enum<?> constant) {
        return Phrases.words(constant.name());
    }

    static String words(Range<RiskLevel> level) {
        return level.isExact() ? words(level.low()) : words(level.low()) + " to " + words(level.high());
    }

    /** Returns question and answer, what was needed, and who said so. */
    static String fact(ConditionProof.Fact fact) {
        StringBuilder sentence = new StringBuilder(answered(fact));
        String needed = needed(fact);
        sentence.append(needed.isEmpty() ? "" : " " + needed);
        String source = Phrases.sentence(fact.answer().map(Answer::provenance).orElse(Provenance.NONE));
        return sentence.append(source.isEmpty() ? "" : " " + source).toString();
    }

    /** Returns question and answer. */
    static String answered(ConditionProof.Fact fact) {
        return Quoted.whole(fact.entry().question()) + " " + Phrases.answer(fact.entry(), fact.bounds()) + " ("
                + fact.test().characteristic().id() + ").";
    }

    private static String needed(ConditionProof.Fact fact) {
        String wanted = Phrases.wanted(fact.test());
        if (fact.truth() != Truth.TRUE) {
            return "The rule needs " + wanted + ".";
        }
        if (isMoreThanEnough(fact)) {
            return Phrases.capitalised(wanted) + " is enough.";
        }
        return fact.bounds() instanceof Bounds.Members members ? matching(fact.test(), members) : "";
    }

    /** Returns which of several members a test looks for. */
    private static String matching(Condition.SystemTest test, Bounds.Members members) {
        long wanted = members.known();
        if (test instanceof Condition.Contains contains) {
            wanted = 1L << contains.position();
        } else if (test instanceof Condition.ContainsAny any) {
            wanted = any.wanted();
        }
        long matching = members.known() & wanted;
        return matching == members.known()
                ? ""
                : "What counts here: " + Phrases.words(test.characteristic(), new Bounds.Members(matching, true)) + ".";
    }

    private static boolean isMoreThanEnough(ConditionProof.Fact fact) {
        if (fact.test() instanceof Condition.AtLeast atLeast) {
            return ((Bounds.Ranks) fact.bounds()).low() > atLeast.rank();
        }
        return fact.test() instanceof Condition.ReachesNumber || fact.test() instanceof Condition.AtMost;
    }

    /** Returns a result that a rule reads, with what was needed. */
    static String result(ConditionProof.Result result) {
        if (result.because() instanceof ObjectiveProof proof) {
            String level = words(proof.result().level());
            Condition.LevelAtLeast test = (Condition.LevelAtLeast) result.test();
            String sentence =
                    "The risk to " + titled(proof.result().objective().title(), proof.id()) + " is " + level + ".";
            boolean isJust =
                    result.truth() == Truth.TRUE && proof.result().level().low() == test.least();
            return isJust
                    ? sentence
                    : sentence + " "
                            + (result.truth() == Truth.TRUE
                                    ? Phrases.capitalised(least(test)) + " is enough."
                                    : "The rule needs " + least(test) + ".");
        }
        if (result.because() instanceof RiskSourceProof proof) {
            return "Risk source " + titled(proof.result().source().title(), proof.id()) + " "
                    + switch (result.truth()) {
                        case TRUE -> "is present.";
                        case FALSE -> "is not present, and the rule needs it.";
                        case UNDETERMINED -> "may be present: that is not known yet.";
                    };
        }
        ControlProof proof = (ControlProof) result.because();
        return "Control " + titled(proof.result().control().title(), proof.id()) + " "
                + switch (result.truth()) {
                    case TRUE -> "is needed.";
                    case FALSE -> "is not needed, and the rule takes effect only with it.";
                    case UNDETERMINED -> "may be needed: that is not known yet.";
                };
    }

    private static String least(Condition.LevelAtLeast test) {
        String words = words(test.least());
        return test.least() == RiskLevel.VERY_HIGH ? words : words + " or more";
    }
}
