package io.aims.treatment.statement;

import io.aims.control.AiRole;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Priority;
import io.aims.rule.RuleId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a control is applicable, is not, or is undecided. The conclusion is computed from the reasons and cannot say anything
 * else than they do.
 *
 * <p>Only the reasons that bear on the conclusion are kept: rules, systems and objectives of a need; facts and roles against a
 * control that nobody needs; open rules, facts and systems of one that is not settled. Systems and answers are kept up to the
 * limit of the statement and counted in full. Immutable and thread-safe.
 *
 * @param spread for how many systems the control has each status
 * @param rank the highest priority it has in a system, or {@code null} if no system needs it
 * @param rules the rules that call for it, those that do for most systems first
 * @param systems systems that need it, the most pressing first
 * @param falseRules the rules that could call for it and are false for every system that has the status not required;
 *     empty if it is needed or not settled
 * @param facts the facts that make all of these rules false, those that do for most systems first; empty if it is needed or
 *     not settled
 * @param roles the roles that leave the control to others, those of most systems first; empty if it is needed or not settled
 * @param openRules the rules that call for it, or may, where it is not settled what it is; empty if it is needed
 * @param openFacts the facts that would settle it, those that are open for most systems first; empty if it is needed
 * @param openSystems systems for which it is not settled; empty if it is needed
 * @param decided the decision that counts, or {@code null}
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record Justification(
        Spread spread,
        @Nullable Priority rank,
        List<RuleReason> rules,
        List<SystemReason> systems,
        List<RuleReason> falseRules,
        List<FactReason> facts,
        List<RoleReason> roles,
        List<RuleReason> openRules,
        List<OpenFact> openFacts,
        List<SystemReason> openSystems,
        @Nullable Decision decided) {

    /**
     * A rule, and for how many systems it is a reason.
     *
     * @param rule the id of the rule
     * @param title its title
     * @param systems for how many systems
     */
    public record RuleReason(RuleId rule, String title, int systems) {}

    /**
     * A system for which the control is needed or not settled.
     *
     * @param system the id of the system
     * @param name its name
     * @param status what the control is to it
     * @param rank its priority there, or {@code null} if no rule that holds calls for it
     * @param rules the rules that call for it, or that may, sorted
     */
    public record SystemReason(
            String system,
            String name,
            ControlStatus status,
            @Nullable Priority rank,
            List<RuleId> rules) {

        /** Copies the rules. */
        public SystemReason {
            rules = List.copyOf(rules);
        }

        /**
         * Returns how much attention the control deserves there.
         *
         * @return empty if no rule that holds calls for it
         */
        public Optional<Priority> priority() {
            return Optional.ofNullable(rank);
        }
    }

    /**
     * A fact that keeps rules from holding, with the answers of the systems.
     *
     * @param characteristic the id of the characteristic
     * @param question the question it answers
     * @param systems for how many systems it is a reason
     * @param answers what these systems answer, the most frequent first, up to the limit of the statement
     */
    public record FactReason(String characteristic, String question, int systems, List<AnswerCount> answers) {

        /** Copies the answers. */
        public FactReason {
            answers = List.copyOf(answers);
        }
    }

    /**
     * An answer, and how many systems give it.
     *
     * @param answer the answer in words
     * @param systems how many systems
     */
    public record AnswerCount(String answer, int systems) {}

    /**
     * Roles of the organisation that leave a control to others.
     *
     * @param held the roles it holds, all of them, in the order of the enum
     * @param systems for how many systems
     */
    public record RoleReason(List<AiRole> held, int systems) {

        /** Copies the roles. */
        public RoleReason {
            held = List.copyOf(held);
        }
    }

    /**
     * A fact that is not known, and would help to settle whether the control is needed.
     *
     * @param characteristic the id of the characteristic
     * @param question the question that asks for it
     * @param systems for how many systems it is open
     */
    public record OpenFact(String characteristic, String question, int systems) {}

    /** Copies the lists, and checks that a need and an open question name a system. */
    public Justification {
        rules = List.copyOf(rules);
        systems = List.copyOf(systems);
        falseRules = List.copyOf(falseRules);
        facts = List.copyOf(facts);
        roles = List.copyOf(roles);
        openRules = List.copyOf(openRules);
        openFacts = List.copyOf(openFacts);
        openSystems = List.copyOf(openSystems);
        boolean isNamed = spread.needing() > 0
                ? !systems.isEmpty() && systems.size() <= spread.needing()
                : spread.undetermined() == 0 || !openSystems.isEmpty() && openSystems.size() <= spread.undetermined();
        if (!isNamed) {
            throw new IllegalArgumentException("A need or an open question names the systems that have it");
        }
    }

    /**
     * Returns what follows from the reasons.
     *
     * @return applicable if a system needs the control or a decision includes it; else undecided if for some system it is not
     *     settled; else not applicable
     */
    public Applicability applicability() {
        if (spread.needing() > 0 || decided != null && decided.kind() == Decision.Kind.INCLUDE) {
            return Applicability.APPLICABLE;
        }
        return spread.undetermined() > 0 ? Applicability.UNDECIDED : Applicability.NOT_APPLICABLE;
    }

    /**
     * Returns how much attention the control deserves where it deserves most.
     *
     * @return empty if no system needs it
     */
    public Optional<Priority> priority() {
        return Optional.ofNullable(rank);
    }

    /**
     * Returns the decision that counts.
     *
     * @return empty if none does
     */
    public Optional<Decision> decision() {
        return Optional.ofNullable(decided);
    }

    /**
     * Returns the reasons in plain English, for every format alike. Names and texts of others stand in it without control
     * characters; what a format needs beyond that it escapes itself.
     *
     * @return sentences, the one that weighs most first, at least one
     */
    public List<String> sentences() {
        return new JustificationText(this).sentences();
    }
}
