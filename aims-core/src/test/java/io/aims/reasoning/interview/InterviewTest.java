package io.aims.reasoning.interview;

import static io.aims.TestRules.all;
import static io.aims.TestRules.any;
import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.base;
import static io.aims.TestRules.contains;
import static io.aims.TestRules.entry;
import static io.aims.TestRules.pack;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.JURISDICTIONS;
import static io.aims.system.vocabulary.Characteristics.LIFECYCLE_STAGE;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.PUBLIC_SECTOR_DEPLOYER;
import static io.aims.system.vocabulary.Characteristics.SAFETY_COMPONENT;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static io.aims.system.vocabulary.Characteristics.TRAINING_COMPUTE_FLOPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.TestRules.RuleBuilder;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.evaluation.QuestionCosts;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Condition;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.NominalCharacteristic;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.AimsRole;
import io.aims.system.identity.Jurisdiction;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterviewTest {

    private static final AiSystem EMPTY = AiSystem.named("empty").build();
    private static final Condition AUTOMATED = atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION);
    private static final Condition ASSISTED = atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE);
    private static final Condition IMMATURE = new Condition.AtMost(TECHNOLOGY_READINESS_LEVEL, 6);

    @Test
    void nothing_is_asked_when_every_control_is_settled() {
        assertThat(asked(EMPTY, rule("R-1").requires("A.5.2"))).isEmpty();
        assertThat(asked(EMPTY, rule("R-1").when(yes(PROFILING)))).isEmpty();
        assertThat(interview(EMPTY, rule("R-1").requires("A.5.2")).next()).isEmpty();
    }

    @Test
    void what_can_change_a_control_is_asked_with_the_control() {
        Interview interview = interview(EMPTY, rule("R-1").when(yes(PROFILING)).requires("A.5.2", "A.10.2"));

        InterviewQuestion question = interview.next().orElseThrow();
        assertThat(question.question()).isEqualTo("What is profiling?");
        assertThat(question.entry().characteristic()).isEqualTo(PROFILING);
        assertThat(question.controls()).containsExactly(new ControlId("A.5.2"), new ControlId("A.10.2"));
        assertThat(question.objectives()).isEmpty();
        assertThat(question.rules()).isEmpty();
        assertThat(question.cost()).isEqualTo(1);
        assertThat(interview.open()).containsExactly(question);
        assertThat(interview.isComplete()).isFalse();
    }

    @Test
    void what_is_superfluous_beside_another_rule_is_never_asked() {
        assertThat(asked(
                        EMPTY,
                        rule("R-1").when(yes(PROFILING)).requires("A.5.2"),
                        rule("R-2")
                                .when(all(yes(PROFILING), yes(SAFETY_COMPONENT)))
                                .requires("A.5.2"),
                        rule("R-3").when(ASSISTED).requires("A.10.2"),
                        rule("R-4").when(all(AUTOMATED, IMMATURE)).requires("A.10.2")))
                .containsExactlyInAnyOrder("profiling", "automationLevel");
    }

    @Test
    void what_matters_only_beside_a_milder_value_is_asked() {
        assertThat(asked(
                        EMPTY,
                        rule("R-1").when(AUTOMATED).requires("A.5.2"),
                        rule("R-2").when(all(ASSISTED, yes(PROFILING))).requires("A.5.2")))
                .containsExactlyInAnyOrder("profiling", "automationLevel");
    }

    @Test
    void members_of_a_set_matter_one_by_one() {
        Condition eu = contains(JURISDICTIONS, Jurisdiction.EU);
        Condition uk = contains(JURISDICTIONS, Jurisdiction.UK);
        RuleBuilder rule = rule("R-1").when(any(all(eu, yes(PROFILING)), uk)).requires("A.5.2");

        assertThat(asked(EMPTY, rule)).containsExactlyInAnyOrder("jurisdictions", "profiling");
        assertThat(asked(with(JURISDICTIONS_OF_UK_AND_MAYBE_MORE), rule)).isEmpty();
        assertThat(asked(with(Answer.of(JURISDICTIONS, new Bounds.Members(0, true))), rule))
                .isEmpty();
        assertThat(asked(
                        EMPTY,
                        rule("R-1").when(new Condition.NotEmpty(JURISDICTIONS)).requires("A.5.2")))
                .containsExactly("jurisdictions");
    }

    private static final Answer JURISDICTIONS_OF_UK_AND_MAYBE_MORE =
            Answer.of(JURISDICTIONS, new Bounds.Members(1L << JURISDICTIONS.position(Jurisdiction.UK), false));

    @Test
    void a_nominal_matters_only_if_some_value_leaves_the_control_open() {
        Condition one = new Condition.IsIn(LIFECYCLE_STAGE, 0b1111);
        Condition others = new Condition.IsIn(LIFECYCLE_STAGE, 0b11110000);

        assertThat(asked(EMPTY, rule("R-1").when(one).requires("A.5.2"))).containsExactly("lifecycleStage");
        assertThat(asked(
                        EMPTY,
                        rule("R-1").when(one).requires("A.5.2"),
                        rule("R-2").when(others).requires("A.5.2")))
                .isEmpty();
        assertThat(asked(
                        EMPTY,
                        rule("R-1").when(one).requires("A.5.2"),
                        rule("R-2").when(all(others, yes(PROFILING))).requires("A.5.2")))
                .containsExactlyInAnyOrder("lifecycleStage", "profiling");
        assertThat(asked(EMPTY, rule("R-1").when(all(one, others)).requires("A.5.2")))
                .isEmpty();
    }

    @Test
    void two_nominals_are_looked_at_together() {
        NominalCharacteristic<?> colour = NominalCharacteristic.of("acmeColour", List.of("red", "green"));
        Condition early = new Condition.IsIn(LIFECYCLE_STAGE, 0b1);
        Condition later = new Condition.IsIn(LIFECYCLE_STAGE, 0b11111110);
        Condition red = new Condition.IsIn(colour, 0b01);
        Condition green = new Condition.IsIn(colour, 0b10);
        List<RuleBuilder> rules = List.of(
                rule("R-1").when(all(early, red)).requires("A.5.2"),
                rule("R-2").when(all(early, green)).requires("A.5.2"),
                rule("R-3").when(all(later, red)).requires("A.5.2"),
                rule("R-4").when(all(later, green)).requires("A.5.2"),
                rule("R-5").when(yes(PROFILING)).requires("A.5.2"));
        Interviewer all =
                new Interviewer(base(pack("acme", List.of(entry(colour)), rules.toArray(RuleBuilder[]::new))));
        Interviewer most = new Interviewer(
                base(pack("acme", List.of(entry(colour)), rules.subList(1, 5).toArray(RuleBuilder[]::new))));

        assertThat(ids(all.begin(EMPTY, InterviewGoal.CONTROLS, QuestionCosts.equal())))
                .isEmpty();
        assertThat(ids(most.begin(EMPTY, InterviewGoal.CONTROLS, QuestionCosts.equal())))
                .containsExactlyInAnyOrder("lifecycleStage", "acmeColour", "profiling");
    }

    @Test
    void numbers_matter_where_a_rule_changes_its_mind() {
        RuleBuilder large = rule("R-1")
                .when(new Condition.ReachesNumber(TRAINING_COMPUTE_FLOPS, new BigDecimal("1e25")))
                .requires("A.5.2");
        RuleBuilder immature = rule("R-2").when(IMMATURE).requires("A.10.2");

        assertThat(asked(EMPTY, large, immature))
                .containsExactlyInAnyOrder("trainingComputeFlops", "technologyReadinessLevel");
        assertThat(asked(with(numbers("0", "1e24")), large)).isEmpty();
        assertThat(asked(with(numbers("1e26", null)), large)).isEmpty();
        assertThat(asked(with(numbers("1e24", null)), large)).containsExactly("trainingComputeFlops");
    }

    private static Answer numbers(String low, @org.jspecify.annotations.Nullable String high) {
        return Answer.of(
                TRAINING_COMPUTE_FLOPS,
                new Bounds.Numbers(new BigDecimal(low), high == null ? null : new BigDecimal(high)));
    }

    @Test
    void roles_are_asked_if_they_decide_who_has_to_see_to_a_control() {
        RuleBuilder developers = rule("R-1").requires("A.6.2.4");

        assertThat(asked(EMPTY, developers)).containsExactly("aimsRoles");
        assertThat(asked(EMPTY.with(AIMS_ROLES, AimsRole.AI_PRODUCER), developers))
                .isEmpty();
        assertThat(asked(EMPTY.with(AIMS_ROLES, AimsRole.AI_CUSTOMER), developers))
                .isEmpty();
        assertThat(asked(EMPTY, rule("R-1").requires("A.5.2"))).isEmpty();
        assertThat(asked(EMPTY, rule("R-1").when(yes(PROFILING)).requires("A.6.2.4")))
                .containsExactlyInAnyOrder("aimsRoles", "profiling");
        assertThat(asked(
                        EMPTY.with(PROFILING, YesNo.NO),
                        rule("R-1").when(yes(PROFILING)).requires("A.6.2.4")))
                .isEmpty();
    }

    @Test
    void an_answer_leads_on_and_leaves_the_interview_before_as_it_was() {
        Interview first = interview(
                EMPTY,
                rule("R-1").when(all(yes(PROFILING), yes(SAFETY_COMPONENT))).requires("A.5.2"));
        Interview second = first.answer(PROFILING, YesNo.YES);

        assertThat(first.asked()).isEmpty();
        assertThat(ids(first)).containsExactlyInAnyOrder("profiling", "safetyComponent");
        assertThat(second.asked()).containsExactly(PROFILING);
        assertThat(ids(second)).containsExactly("safetyComponent");
        assertThat(second.system()).isEqualTo(EMPTY.with(PROFILING, YesNo.YES));
        assertThat(second.goal()).isEqualTo(InterviewGoal.CONTROLS);
        assertThat(first.answer(PROFILING, YesNo.NO).isComplete()).isTrue();
        assertThat(second).hasToString("empty: 1 asked, 1 open");
    }

    @Test
    void what_nobody_can_know_is_not_asked_again_but_stays_open() {
        Interview interview = interview(
                EMPTY,
                rule("R-1").when(all(yes(PROFILING), yes(SAFETY_COMPONENT))).requires("A.5.2"));
        Interview unknown = interview.cannotKnow(PROFILING);

        assertThat(ids(unknown)).containsExactly("safetyComponent");
        assertThat(unknown.notKnown()).containsExactly(PROFILING);
        assertThat(unknown.system()).isEqualTo(EMPTY);
        Interview end = unknown.cannotKnow();
        assertThat(end.isComplete()).isTrue();
        assertThat(end.asked()).containsExactly(PROFILING, SAFETY_COMPONENT);
        assertThat(end.notKnown()).containsExactly(PROFILING, SAFETY_COMPONENT);
        assertThat(unknown.answer(PROFILING, YesNo.YES).notKnown()).isEmpty();
        assertThat(unknown.answer(PROFILING, YesNo.YES).asked()).containsExactly(PROFILING);
        assertThatThrownBy(end::cannotKnow)
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-3032")
                .hasMessageContaining("(empty)");
    }

    @Test
    void an_answer_that_says_nothing_is_taken_as_not_known() {
        Interview interview = interview(EMPTY, rule("R-1").when(AUTOMATED).requires("A.5.2"));
        Interview next = interview.answer(Answer.of(AUTOMATION_LEVEL, AUTOMATION_LEVEL.unknown()));

        assertThat(next.notKnown()).containsExactly(AUTOMATION_LEVEL);
        assertThat(next.system()).isEqualTo(EMPTY);
    }

    @Test
    void a_partial_answer_is_all_that_is_known() {
        RuleBuilder rule = rule("R-1").when(AUTOMATED).requires("A.5.2");
        Answer atLeastAssistance = Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(1, 6));

        assertThat(asked(with(atLeastAssistance), rule)).containsExactly("automationLevel");
        Interview answered = interview(EMPTY, rule).answer(atLeastAssistance);
        assertThat(answered.isComplete()).isTrue();
        assertThat(answered.notKnown()).isEmpty();
        assertThat(answered.system().answer(AUTOMATION_LEVEL)).contains(atLeastAssistance);
    }

    @Test
    void a_characteristic_of_another_vocabulary_is_refused() {
        Interview interview = interview(EMPTY, rule("R-1").when(yes(PROFILING)).requires("A.5.2"));

        assertThatThrownBy(() -> interview.answer(BooleanCharacteristic.of("profilin"), YesNo.YES))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-3031")
                .hasMessageContaining("Maybe you meant (profiling).");
        assertThatThrownBy(() -> interview.cannotKnow(NominalCharacteristic.of("profiling", List.of("NO", "YES"))))
                .hasMessageContaining("is of another kind there")
                .hasMessageContaining("Maybe a pack that adds it is missing.");
    }

    @Test
    void the_question_that_settles_most_comes_first_and_costs_count() {
        List<RuleBuilder> rules = List.of(
                rule("R-1").when(yes(PROFILING)).requires("A.5.2"),
                rule("R-2").when(any(yes(PROFILING), AUTOMATED)).requires("A.10.2"),
                rule("R-3").when(any(yes(PROFILING), yes(SAFETY_COMPONENT))).requires("A.2.2"));
        Interviewer interviewer = new Interviewer(base(rules.toArray(RuleBuilder[]::new)));
        QuestionCosts dear = QuestionCosts.equal().with(PROFILING, 100);

        assertThat(ids(interviewer.begin(EMPTY, InterviewGoal.CONTROLS, QuestionCosts.equal())))
                .startsWith("profiling");
        Interview interview = interviewer.begin(EMPTY, InterviewGoal.CONTROLS, dear);
        assertThat(ids(interview)).endsWith("profiling");
        assertThat(interview.open().get(2).cost()).isEqualTo(100);
        assertThat(ids(interviewer.begin(
                        EMPTY, InterviewGoal.CONTROLS, QuestionCosts.equal().with(SAFETY_COMPONENT, 0))))
                .startsWith("safetyComponent");
    }

    @Test
    void among_equals_the_order_of_the_vocabulary_decides() {
        assertThat(asked(
                        EMPTY,
                        rule("R-1").when(yes(SAFETY_COMPONENT)).requires("A.5.2"),
                        rule("R-2").when(yes(PROFILING)).requires("A.10.2"),
                        rule("R-3").when(yes(PUBLIC_SECTOR_DEPLOYER)).requires("A.2.2")))
                .isSortedAccordingTo((one, other) -> Integer.compare(place(one), place(other)))
                .hasSize(3);
    }

    private static int place(String id) {
        return List.copyOf(io.aims.TestRules.vocabulary().ids()).indexOf(id);
    }

    @Test
    void everything_takes_rules_that_no_control_depends_on() {
        List<RuleBuilder> rules = List.of(
                rule("R-1").when(yes(PROFILING)).raises("C.3.1"),
                rule("R-2").when(any(yes(PROFILING), AUTOMATED)).requires("A.10.2"));
        Interviewer interviewer = new Interviewer(base(rules.toArray(RuleBuilder[]::new)));

        Interview interview = interviewer.begin(
                EMPTY.with(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY),
                InterviewGoal.EVERYTHING,
                QuestionCosts.equal());
        assertThat(ids(interview)).containsExactly("profiling");
        assertThat(interview.open().get(0).rules()).containsExactly(new RuleId("R-1"));
        assertThat(interview.open().get(0).controls()).isEmpty();
    }

    @Test
    void levels_take_what_can_raise_likelihood_or_severity() {
        Interviewer interviewer = new Interviewer(base(
                rule("R-1").when(AUTOMATED).raises("C.3.1").threatens("C.2.1").likelihood(Likelihood.HIGH),
                rule("R-2").when(yes(PROFILING)).threatens("C.2.1").floor(Severity.MAJOR),
                rule("R-3").when(yes(SAFETY_COMPONENT)).raises("C.3.1").requires("A.5.2")));

        Interview interview = interviewer.begin(EMPTY, InterviewGoal.LEVELS, QuestionCosts.equal());
        assertThat(ids(interview)).containsExactlyInAnyOrder("automationLevel", "profiling");
        assertThat(interview.open()).allSatisfy(question -> {
            assertThat(question.objectives()).containsExactly(new ObjectiveId("C.2.1"));
            assertThat(question.controls()).isEmpty();
        });
        assertThat(interview
                        .answer(PROFILING, YesNo.NO)
                        .answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                        .isComplete())
                .isTrue();
    }

    @Test
    void results_that_rules_read_are_followed_down_to_the_facts() {
        Interviewer interviewer = new Interviewer(base(
                rule("R-1").when(yes(PROFILING)).raises("C.3.1").requires("A.2.2"),
                rule("R-2")
                        .when(new Condition.HasRiskSource(new RiskSourceId("C.3.1")))
                        .requires("A.5.2"),
                rule("R-3")
                        .when(all(new Condition.IsNeeded(new ControlId("A.2.2")), AUTOMATED))
                        .requires("A.10.2")));

        Interview interview = interviewer.begin(EMPTY, InterviewGoal.CONTROLS, QuestionCosts.equal());
        assertThat(ids(interview)).containsExactlyInAnyOrder("profiling", "automationLevel");
        assertThat(interview.answer(PROFILING, YesNo.NO).isComplete()).isTrue();
    }

    @Test
    void a_level_that_a_rule_reads_is_found_by_trial() {
        Interviewer interviewer = new Interviewer(base(
                rule("R-1").when(AUTOMATED).raises("C.3.1").threatens("C.2.1").likelihood(Likelihood.HIGH),
                rule("R-2").when(yes(PROFILING)).threatens("C.2.1").floor(Severity.CATASTROPHIC),
                rule("R-3")
                        .when(new Condition.LevelAtLeast(new ObjectiveId("C.2.1"), RiskLevel.HIGH))
                        .requires("A.6.2.4")));

        Interview interview = interviewer.begin(EMPTY, InterviewGoal.CONTROLS, QuestionCosts.equal());
        assertThat(ids(interview)).containsExactlyInAnyOrder("profiling", "automationLevel", "aimsRoles");
        assertThat(interviewer
                        .begin(EMPTY, InterviewGoal.EVERYTHING, QuestionCosts.equal())
                        .open())
                .anySatisfy(question -> assertThat(question.rules()).contains(new RuleId("R-3")));
        assertThat(interview.answer(PROFILING, YesNo.NO).isComplete()).isTrue();
    }

    @Test
    void costs_are_numbers_of_zero_or_more() {
        QuestionCosts costs = QuestionCosts.equal().with(PROFILING, 2.5);

        assertThat(costs.of(PROFILING)).isEqualTo(2.5);
        assertThat(costs.of(AUTOMATION_LEVEL)).isEqualTo(1);
        assertThat(QuestionCosts.equal().of(PROFILING)).isEqualTo(1);
        assertThat(costs).isEqualTo(QuestionCosts.equal().with(PROFILING, 2.5)).isNotEqualTo(QuestionCosts.equal());
        assertThat(costs).hasSameHashCodeAs(QuestionCosts.equal().with(PROFILING, 2.5));
        assertThat(costs).hasToString("{profiling=2.5}");
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> costs.with(PROFILING, wrong))
                    .isInstanceOf(AimsException.class)
                    .hasMessageContaining("AIMS-3030")
                    .hasMessageContaining("(profiling)");
        }
    }

    private static AiSystem with(Answer answer) {
        return EMPTY.with(answer);
    }

    private static Interview interview(AiSystem system, RuleBuilder... rules) {
        return new Interviewer(base(rules)).begin(system, InterviewGoal.CONTROLS, QuestionCosts.equal());
    }

    private static List<String> asked(AiSystem system, RuleBuilder... rules) {
        return ids(interview(system, rules));
    }

    private static List<String> ids(Interview interview) {
        return interview.open().stream()
                .map(question -> question.entry().characteristic().id())
                .toList();
    }
}
