package io.aims.reasoning.proof;

import io.aims.system.Answer;
import java.util.List;

/**
 * Why a control is not required, or a rule does not hold, and what would have to be otherwise.
 *
 * @param proof the proof of what is so instead, a {@link ControlProof} or a {@link RuleProof}
 * @param isSo whether there is nothing to ask: the control is required, or the rule holds
 * @param nearMisses the rules that could bring it about, the nearest first; empty if a rule does already
 * @param unreachable the rules that no answers could make hold, sorted
 * @param roles answers about the roles of the organisation, each of which would make a needed control required; empty if
 *     the roles do not stand against it
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record WhyNot(
        Proof proof, boolean isSo, List<NearMiss> nearMisses, List<Unreachable> unreachable, List<Answer> roles) {

    /** Copies the lists. */
    public WhyNot {
        nearMisses = List.copyOf(nearMisses);
        unreachable = List.copyOf(unreachable);
        roles = List.copyOf(roles);
    }

    /**
     * Returns the reasons as text.
     *
     * @return a short explanation, one sentence a line
     */
    @Override
    public String toString() {
        return Explanation.of(this, Detail.SHORT).text();
    }
}
