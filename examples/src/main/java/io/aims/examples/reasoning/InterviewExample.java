package io.aims.examples.reasoning;

import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.DISTRIBUTION_SCOPE;
import static io.aims.system.vocabulary.Characteristics.EXPLAINABILITY;
import static io.aims.system.vocabulary.Characteristics.LOGIC_ORIGIN;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;

import io.aims.Aims;
import io.aims.control.ControlStatus;
import io.aims.evaluation.QuestionCosts;
import io.aims.reasoning.interview.Interview;
import io.aims.reasoning.interview.InterviewGoal;
import io.aims.reasoning.interview.InterviewQuestion;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.identity.AimsRole;
import io.aims.system.identity.DistributionScope;
import io.aims.system.people.DecisionEffect;
import io.aims.system.technique.LogicOrigin;
import java.util.Optional;

/** Asks until no answer can change a control any more. Its code stands in the guide. */
public final class InterviewExample {

    private InterviewExample() {}

    /**
     * Holds an interview about a system of which nothing is known, with somebody who knows a little.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        AiSystem owner = AiSystem.named("what the owner knows")
                .exactly(AIMS_ROLES, AimsRole.AI_CUSTOMER)
                .answer(LOGIC_ORIGIN, LogicOrigin.MACHINE_LEARNED)
                .answer(DISTRIBUTION_SCOPE, DistributionScope.INTERNAL_ONLY)
                .answer(TECHNOLOGY_READINESS_LEVEL, 9)
                .atLeast(DECISION_EFFECT, DecisionEffect.MATERIAL)
                .build();
        try (Aims aims = Aims.standard()) {
            QuestionCosts hours = QuestionCosts.equal().with(EXPLAINABILITY, 8);
            Interview interview = aims.interview(AiSystem.named("loan-scoring").build(), InterviewGoal.CONTROLS, hours);
            while (!interview.isComplete()) {
                InterviewQuestion question = interview.next().orElseThrow();
                Characteristic<?> asked = question.entry().characteristic();
                Optional<Answer> answer = owner.answer(asked); // ask a person
                answer.ifPresent(known -> System.out.println(question.question() + " " + known.text()));
                interview = answer.isPresent() ? interview.answer(answer.get()) : interview.cannotKnow();
            }
            long open = aims.evaluate(interview.system()).controls().stream()
                    .filter(control -> control.status() == ControlStatus.UNDETERMINED)
                    .count();
            System.out.println(
                    interview.asked().size() + " asked, " + open + " controls undetermined: nobody could say more");
        }
    }
}
