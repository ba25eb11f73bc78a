package io.aims.evaluation;

import static io.aims.TestRules.all;
import static io.aims.TestRules.any;
import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.catalogue;
import static io.aims.TestRules.contains;
import static io.aims.TestRules.criteria;
import static io.aims.TestRules.entry;
import static io.aims.TestRules.evaluate;
import static io.aims.TestRules.pack;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.JURISDICTIONS;
import static io.aims.system.vocabulary.Characteristics.LIFECYCLE_STAGE;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.SAFETY_COMPONENT;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static io.aims.system.vocabulary.Characteristics.TRAINING_COMPUTE_FLOPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.TestRules.RuleBuilder;
import io.aims.control.ControlId;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.AimsRole;
import io.aims.system.identity.Jurisdiction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final AiSystem EMPTY = AiSystem.named("empty").build();
    private static final Condition AUTOMATED = atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION);
    private static final Condition IMMATURE = new Condition.AtMost(TECHNOLOGY_READINESS_LEVEL, 6);
    private static final Condition VERY_IMMATURE = new Condition.AtMost(TECHNOLOGY_READINESS_LEVEL, 3);

    @Test
    void an_empty_system_is_asked_for_everything_that_a_rule_reads_and_for_nothing_else() {
        assertThat(asked(EMPTY, rule("R-1").when(any(yes(PROFILING), AUTOMATED)), rule("R-2")))
                .containsExactlyInAnyOrder("profiling", "automationLevel");
    }

    @Test
    void a_question_shows_its_words_and_what_it_settles() {
        OpenQuestion question = evaluate(EMPTY, rule("R-1").when(yes(PROFILING)))
                .openQuestions()
                .get(0);

        assertThat(question.question()).isEqualTo("What is profiling?");
        assertThat(question.entry().characteristic()).isEqualTo(PROFILING);
        assertThat(question.settles()).isEqualTo(1);
        assertThat(question.narrows()).isZero();
    }

    @Test
    void a_question_counts_the_controls_that_the_best_answer_settles() {
        assertThat(questions(
                        EMPTY.with(AIMS_ROLES, AimsRole.AI_PRODUCER),
                        rule("R-1").when(yes(PROFILING)).requires("A.5.2", "A.6.2.4"),
                        rule("R-2").when(any(yes(SAFETY_COMPONENT), AUTOMATED)).requires("A.10.2")))
                .extracting(question -> question.entry().characteristic().id(), OpenQuestion::controls)
                .containsExactly(tuple("profiling", 2), tuple("automationLevel", 1), tuple("safetyComponent", 1));
        assertThat(questions(EMPTY, rule("R-1").when(yes(PROFILING)).requires("A.5.2", "A.6.2.4")))
                .extracting(OpenQuestion::controls)
                .containsExactly(2);
    }

    @Test
    void what_settles_more_for_its_cost_comes_first() {
        Evaluation evaluation = evaluate(
                EMPTY,
                rule("R-1").when(yes(PROFILING)),
                rule("R-2").when(yes(PROFILING)),
                rule("R-3").when(AUTOMATED),
                rule("R-4").when(all(yes(SAFETY_COMPONENT), IMMATURE)));

        assertThat(ids(evaluation.openQuestions(QuestionCosts.equal())))
                .isEqualTo(ids(evaluation.openQuestions()))
                .startsWith("profiling");
        assertThat(ids(evaluation.openQuestions(QuestionCosts.equal().with(PROFILING, 3))))
                .endsWith("profiling");
        assertThat(ids(evaluation.openQuestions(QuestionCosts.equal().with(AUTOMATION_LEVEL, 0))))
                .startsWith("automationLevel", "profiling");
        assertThat(evaluation.nextQuestion())
                .contains(evaluation.openQuestions().get(0));
        assertThat(evaluate(EMPTY, rule("R-1")).nextQuestion()).isEmpty();
    }

    private static List<String> ids(List<OpenQuestion> questions) {
        return questions.stream()
                .map(question -> question.entry().characteristic().id())
                .toList();
    }

    @Test
    void when_nothing_is_open_nothing_is_asked() {
        assertThat(asked(EMPTY.with(PROFILING, YesNo.NO), rule("R-1").when(yes(PROFILING))))
                .isEmpty();
        assertThat(asked(EMPTY, rule("R-1"))).isEmpty();
    }

    @Test
    void what_is_unknown_but_no_longer_matters_is_not_asked() {
        assertThat(asked(EMPTY.with(PROFILING, YesNo.NO), rule("R-1").when(all(yes(PROFILING), AUTOMATED))))
                .isEmpty();
        assertThat(asked(EMPTY.with(PROFILING, YesNo.YES), rule("R-1").when(any(yes(PROFILING), AUTOMATED))))
                .isEmpty();
    }

    @Test
    void what_is_partly_known_is_asked_only_if_a_better_answer_matters() {
        RuleBuilder rule = rule("R-1").when(AUTOMATED);

        assertThat(asked(EMPTY.with(Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(3, 6))), rule))
                .containsExactly("automationLevel");
        assertThat(asked(EMPTY.with(Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(4, 6))), rule))
                .isEmpty();
    }

    @Test
    void facts_that_settle_something_only_together_are_asked_last() {
        Condition eitherPair = any(all(yes(PROFILING), AUTOMATED), all(yes(SAFETY_COMPONENT), IMMATURE));

        assertThat(questions(EMPTY, rule("R-1").when(eitherPair), rule("R-2").when(yes(SAFETY_COMPONENT))))
                .extracting(question -> question.entry().characteristic().id(), OpenQuestion::settles)
                .containsExactly(
                        tuple("safetyComponent", 1),
                        tuple("technologyReadinessLevel", 0),
                        tuple("automationLevel", 0),
                        tuple("profiling", 0));
    }

    @Test
    void while_a_rule_is_undetermined_there_is_a_question_to_settle_it() {
        Condition condition = any(all(yes(PROFILING), AUTOMATED), all(yes(SAFETY_COMPONENT), IMMATURE));
        AiSystem system = EMPTY;
        for (int asked = 0; asked < 4; asked++) {
            Evaluation evaluation = evaluate(system, rule("R-1").when(condition));
            if (evaluation.findings().stream().allMatch(Finding::isCertain)) {
                break;
            }
            assertThat(evaluation.openQuestions()).isNotEmpty();
            Characteristic<?> next = evaluation.openQuestions().get(0).entry().characteristic();
            system = system.with(Answer.of(next, lowest(next)));
        }

        assertThat(evaluate(system, rule("R-1").when(condition)).findings()).allMatch(Finding::isCertain);
    }

    private static Bounds lowest(Characteristic<?> characteristic) {
        return characteristic.equals(TECHNOLOGY_READINESS_LEVEL)
                ? new Bounds.Numbers(BigDecimal.ONE, BigDecimal.ONE)
                : new Bounds.Ranks(0, 0);
    }

    @Test
    void what_stands_in_a_part_that_is_settled_is_not_asked() {
        Condition condition = any(all(yes(PROFILING), AUTOMATED), yes(SAFETY_COMPONENT));

        assertThat(asked(EMPTY.with(PROFILING, YesNo.NO), rule("R-1").when(condition)))
                .containsExactly("safetyComponent");
    }

    @Test
    void the_question_that_settles_most_rules_comes_first() {
        assertThat(questions(
                        EMPTY,
                        rule("R-1").when(yes(PROFILING)),
                        rule("R-2").when(all(AUTOMATED, yes(SAFETY_COMPONENT))),
                        rule("R-3").when(AUTOMATED),
                        rule("R-4").when(AUTOMATED)))
                .extracting(question -> question.entry().characteristic().id(), OpenQuestion::settles)
                .containsExactly(tuple("automationLevel", 3), tuple("profiling", 1), tuple("safetyComponent", 1));
    }

    @Test
    void of_questions_that_settle_as_much_the_one_that_narrows_the_levels_most_comes_first() {
        assertThat(questions(
                        EMPTY,
                        rule("R-1").when(AUTOMATED).raises("C.3.1"),
                        rule("R-2")
                                .when(yes(PROFILING))
                                .raises("C.3.1")
                                .threatens("C.2.5")
                                .likelihood(Likelihood.HIGH)
                                .floor(Severity.MAJOR)))
                .extracting(question -> question.entry().characteristic().id(), OpenQuestion::narrows)
                .containsExactly(tuple("profiling", 3), tuple("automationLevel", 0));
    }

    @Test
    void what_narrows_is_the_better_of_raising_the_low_end_and_lowering_the_high_end() {
        RuleBuilder[] rules = {
            rule("R-1").threatens("C.2.5").floor(Severity.MAJOR),
            rule("R-2")
                    .when(all(yes(PROFILING), AUTOMATED))
                    .raises("C.3.1")
                    .threatens("C.2.5")
                    .likelihood(Likelihood.HIGH)
        };

        // Level LOW..HIGH; the answer NO makes it LOW.
        assertThat(questions(EMPTY, rules)).extracting(OpenQuestion::narrows).containsExactly(2, 2);
    }

    @Test
    void an_answer_that_raises_the_low_end_narrows_too() {
        RuleBuilder[] rules = {
            rule("R-1").threatens("C.2.5").floor(Severity.MAJOR),
            rule("R-2")
                    .when(any(yes(PROFILING), AUTOMATED))
                    .raises("C.3.1")
                    .threatens("C.2.5")
                    .likelihood(Likelihood.HIGH)
        };

        // Level LOW..HIGH; the answer YES makes it HIGH, the answer NO leaves it open.
        assertThat(questions(EMPTY, rules)).extracting(OpenQuestion::narrows).containsExactly(2, 2);
    }

    @Test
    void the_full_set_holds_every_member() {
        Condition inTheUk = contains(JURISDICTIONS, Jurisdiction.UK);

        assertThat(questions(EMPTY, rule("R-1").when(any(inTheUk, yes(PROFILING)))))
                .extracting(question -> question.entry().characteristic().id(), OpenQuestion::settles)
                .containsExactly(tuple("jurisdictions", 1), tuple("profiling", 1));
    }

    @Test
    void of_questions_alike_the_core_ones_come_first_then_the_order_of_the_vocabulary() {
        Vocabulary vocabulary = new Vocabulary(
                "v",
                "1",
                Map.of(),
                List.of(
                        entry(PROFILING, Tier.EXTENDED),
                        entry(SAFETY_COMPONENT, Tier.CORE),
                        entry(AUTOMATION_LEVEL, Tier.CORE)),
                List.of());
        RuleBase base = new RuleBase(
                vocabulary,
                catalogue(),
                criteria(),
                List.of(pack("p", rule("R-1").when(any(AUTOMATED, yes(PROFILING), yes(SAFETY_COMPONENT))))));

        assertThat(new Evaluator(base, new PlainEngine(base))
                        .evaluate(EMPTY, null)
                        .openQuestions())
                .extracting(question -> question.entry().characteristic().id())
                .containsExactly("safetyComponent", "automationLevel", "profiling");
    }

    @Test
    void a_number_between_two_limits_is_tried_too() {
        // 5 settles both rules: immature, but not very. No end of the scale does.
        assertThat(questions(
                        EMPTY,
                        rule("R-1").when(any(IMMATURE, yes(PROFILING))),
                        rule("R-2").when(all(VERY_IMMATURE, yes(PROFILING)))))
                .filteredOn(question -> question.entry().characteristic().equals(TECHNOLOGY_READINESS_LEVEL))
                .extracting(OpenQuestion::settles)
                .containsExactly(2);
    }

    @Test
    void a_decimal_is_tried_below_and_at_every_limit() {
        Condition large = new Condition.ReachesNumber(TRAINING_COMPUTE_FLOPS, new BigDecimal("1e25"));
        Condition larger = new Condition.ReachesNumber(TRAINING_COMPUTE_FLOPS, new BigDecimal("1e26"));

        assertThat(questions(
                        EMPTY,
                        rule("R-1").when(any(large, yes(PROFILING))),
                        rule("R-2").when(all(larger, yes(PROFILING)))))
                .filteredOn(question -> question.entry().characteristic().equals(TRAINING_COMPUTE_FLOPS))
                .extracting(OpenQuestion::settles)
                .containsExactly(2);
        assertThat(asked(
                        EMPTY.with(Answer.of(
                                TRAINING_COMPUTE_FLOPS,
                                new Bounds.Numbers(new BigDecimal("1e24"), new BigDecimal("1e25")))),
                        rule("R-1").when(all(large, yes(PROFILING)))))
                .contains("trainingComputeFlops");
    }

    @Test
    void a_set_is_tried_as_known_and_as_full() {
        Condition inTheEu = contains(JURISDICTIONS, Jurisdiction.EU);

        assertThat(asked(EMPTY, rule("R-1").when(inTheEu))).containsExactly("jurisdictions");
        assertThat(asked(EMPTY, rule("R-1").when(all(inTheEu, yes(PROFILING)))))
                .containsExactly("jurisdictions", "profiling");
        assertThat(asked(EMPTY, rule("R-1").when(any(inTheEu, yes(PROFILING)))))
                .containsExactly("jurisdictions", "profiling");
        assertThat(asked(
                        AiSystem.named("s")
                                .containing(JURISDICTIONS, Jurisdiction.EU)
                                .build(),
                        rule("R-1").when(inTheEu)))
                .isEmpty();
    }

    @Test
    void a_nominal_is_tried_with_each_value_still_possible() {
        Condition early = new Condition.IsIn(LIFECYCLE_STAGE, 0b011);

        assertThat(asked(EMPTY, rule("R-1").when(any(early, yes(PROFILING)))))
                .containsExactly("lifecycleStage", "profiling");
        assertThat(asked(
                        EMPTY.with(Answer.of(LIFECYCLE_STAGE, new Bounds.OneOf(0b100))),
                        rule("R-1").when(any(early, yes(PROFILING)))))
                .containsExactly("profiling");
    }

    @Test
    void a_rule_that_reads_results_is_settled_by_what_it_reads_itself_too() {
        RuleBuilder[] rules = {
            rule("R-1").when(yes(PROFILING)).raises("C.3.1"),
            rule("R-2").when(all(new Condition.HasRiskSource(new RiskSourceId("C.3.1")), AUTOMATED)),
            rule("R-3").when(all(new Condition.IsNeeded(new ControlId("A.5.2")), AUTOMATED))
        };

        assertThat(questions(EMPTY, rules))
                .extracting(question -> question.entry().characteristic().id(), OpenQuestion::settles)
                .containsExactly(tuple("automationLevel", 1), tuple("profiling", 1));
    }

    @Test
    void they_are_the_same_at_each_look() {
        Evaluation evaluation = evaluate(EMPTY, rule("R-1").when(yes(PROFILING)));

        assertThat(evaluation.openQuestions()).isSameAs(evaluation.openQuestions());
    }

    private static List<String> asked(AiSystem system, RuleBuilder... rules) {
        return questions(system, rules).stream()
                .map(question -> question.entry().characteristic().id())
                .toList();
    }

    private static List<OpenQuestion> questions(AiSystem system, RuleBuilder... rules) {
        return evaluate(system, rules).openQuestions();
    }
}
