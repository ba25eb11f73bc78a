package io.aims.reasoning.proof;

import io.aims.evaluation.Evaluation;
import java.util.List;

/**
 * Why an evaluation concludes what it concludes: a tree from the conclusion through rules down to the facts.
 *
 * <p>Parts that several conclusions rest on are shared, and built when they are first looked at. Two proofs are equal if
 * they prove the same conclusion of equal evaluations. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.2, 6.1.3
 * @since 0.1
 */
public sealed interface Proof permits ControlProof, RiskSourceProof, ObjectiveProof, LevelProof, RuleProof {

    /**
     * Returns the id of what is proved.
     *
     * @return the id of a control, risk source, objective or rule, or {@code level} for the overall level
     */
    String id();

    /**
     * Returns the evaluation whose conclusion is proved.
     *
     * @return the evaluation
     */
    Evaluation evaluation();

    /**
     * Returns the proofs on which this one rests directly, those that decide first.
     *
     * @return an immutable list, empty for a rule that reads only facts
     */
    List<Proof> premises();

    /**
     * Returns the facts named. Whatever else changes: as long as these stay, a rule or a need that holds goes on holding,
     * one that does not hold goes on not holding, and the low end of a level does not fall. Of a conclusion that is not
     * settled yet they are the facts on which it depends. The roles of the organisation stand in {@link
     * ControlProof#roles()}.
     *
     * @return the tests with the answers they read, sorted by characteristic and test, each once
     */
    default List<ConditionProof.Fact> facts() {
        return NamedFacts.of(this);
    }

    /**
     * Returns the explanation as text.
     *
     * @return a short explanation, one sentence a line
     */
    @Override
    String toString();
}
