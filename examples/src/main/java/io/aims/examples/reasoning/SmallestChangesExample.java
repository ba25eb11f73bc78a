package io.aims.examples.reasoning;

import static io.aims.system.automation.DecisionRole.SOLE;
import static io.aims.system.data.PersonalDataCategory.PERSONAL;
import static io.aims.system.people.AffectedPopulation.UP_TO_100000;
import static io.aims.system.people.VulnerableGroup.ECONOMICALLY_DEPENDENT;
import static io.aims.system.vocabulary.Characteristics.AFFECTED_POPULATION;
import static io.aims.system.vocabulary.Characteristics.BIOMETRIC_FUNCTIONS;
import static io.aims.system.vocabulary.Characteristics.DECISION_ROLE;
import static io.aims.system.vocabulary.Characteristics.PERSONAL_DATA_CATEGORY;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.PROHIBITED_PRACTICE_FLAGS;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;

import io.aims.Aims;
import io.aims.reasoning.counterfactual.Changeable;
import io.aims.reasoning.counterfactual.SearchLimits;
import io.aims.reasoning.counterfactual.SmallestChanges;
import io.aims.reasoning.counterfactual.Target;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;

/** What is the least that would have to be different? */
public final class SmallestChangesExample {

    private SmallestChangesExample() {}

    /**
     * Asks how the risk to privacy comes down.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Aims aims = Aims.standard();
        AiSystem system = AiSystem.named("loan-scoring")
                .answer(DECISION_ROLE, SOLE)
                .answer(PROFILING, YesNo.YES)
                .answer(PERSONAL_DATA_CATEGORY, PERSONAL)
                .answer(AFFECTED_POPULATION, UP_TO_100000)
                .answer(VULNERABLE_GROUPS, ECONOMICALLY_DEPENDENT)
                .none(BIOMETRIC_FUNCTIONS)
                .none(PROHIBITED_PRACTICE_FLAGS)
                .build();

        Target target = Target.levelAtMost(new ObjectiveId("C.2.7"), RiskLevel.MODERATE);
        Changeable changeable = Changeable.chosen(aims.vocabulary()) // not who is affected, nor by how much
                .costing(DECISION_ROLE, 3); // a person who decides costs more than other changes

        SmallestChanges changes =
                aims.smallestChanges(aims.evaluate(system), target, changeable, SearchLimits.STANDARD);

        System.out.print(changes.text());
        aims.close();
    }
}
