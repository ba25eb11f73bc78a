package io.aims.benchmarks.start;

import static io.aims.system.vocabulary.Characteristics.APPLICATION_DOMAINS;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.BIOMETRIC_FUNCTIONS;
import static io.aims.system.vocabulary.Characteristics.CONTINUOUS_LEARNING;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.EXPLAINABILITY;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;

import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.people.ApplicationDomain;
import io.aims.system.people.DecisionEffect;
import io.aims.system.people.VulnerableGroup;
import io.aims.system.technique.ContinuousLearning;
import io.aims.system.technique.Explainability;

/** The system that every process evaluates once; {@code docs/drl/example/loan-scoring.drl} describes the same one. */
public final class LoanScoring {

    private LoanScoring() {}

    /**
     * Describes the system.
     *
     * @return a system of which some answers are known, some partly and most not at all
     */
    public static AiSystem system() {
        return AiSystem.named("loan-scoring")
                .answer(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                .answer(DECISION_EFFECT, DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT)
                .answer(EXPLAINABILITY, Explainability.OPAQUE)
                .answer(PROFILING, YesNo.YES)
                .answer(TECHNOLOGY_READINESS_LEVEL, 9)
                .exactly(VULNERABLE_GROUPS, VulnerableGroup.ECONOMICALLY_DEPENDENT)
                .none(BIOMETRIC_FUNCTIONS)
                .atLeast(CONTINUOUS_LEARNING, ContinuousLearning.SCHEDULED_RETRAINING)
                .containing(APPLICATION_DOMAINS, ApplicationDomain.CREDIT_OR_INSURANCE)
                .build();
    }
}
