package io.aims.reasoning.counterfactual;

import static io.aims.TestRules.all;
import static io.aims.TestRules.any;
import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.contains;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.CHANGE_FREQUENCY;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.LIFECYCLE_STAGE;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static io.aims.system.vocabulary.Characteristics.TRAINING_COMPUTE_FLOPS;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.TestRules;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.ContradictionRule;
import io.aims.system.CustomValue;
import io.aims.system.NominalCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.AimsRole;
import io.aims.system.identity.ChangeFrequency;
import io.aims.system.identity.LifecycleStage;
import io.aims.system.people.DecisionEffect;
import io.aims.system.people.VulnerableGroup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangeFinderTest {

    private static final ControlId CONTROL = new ControlId("A.5.2");
    private static final Target NOT_NEEDED = Target.notNeeded(CONTROL);

    @Test
    void nothing_has_to_change_if_the_target_is_reached() {
        SmallestChanges result = find(system().build(), NOT_NEEDED, everything(), rule("R-1"));

        assertThat(result.isReachedAlready()).isTrue();
        assertThat(result.isProvenMinimal()).isTrue();
        assertThat(result.isComplete()).isTrue();
        assertThat(result.first().orElseThrow().after()).isEqualTo(result.before());
        assertThat(result.text()).isEqualTo("Nothing has to change: nobody needs control A.5.2 (Control A.5.2).\n");
    }

    @Test
    void each_part_of_an_and_is_a_way_of_its_own() {
        SmallestChanges result = find(
                system().answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                        .answer(PROFILING, YesNo.YES)
                        .build(),
                NOT_NEEDED,
                everything(),
                rule("R-1")
                        .when(all(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION), yes(PROFILING)))
                        .requires("A.5.2"));

        assertThat(words(result))
                .containsExactly(
                        List.of("change automation level from autonomy to conditional automation or safer"),
                        List.of("change profiling from yes to no"));
        assertThat(result.isComplete()).isTrue();
        assertThat(result.isReachedAlready()).isFalse();
    }

    @Test
    void all_parts_of_an_or_have_to_change_together() {
        SmallestChanges result = find(
                system().answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                        .answer(PROFILING, YesNo.YES)
                        .build(),
                NOT_NEEDED,
                everything(),
                rule("R-1")
                        .when(any(atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE), yes(PROFILING)))
                        .requires("A.5.2"));

        assertThat(words(result))
                .containsExactly(List.of(
                        "change automation level from autonomy to not automated", "change profiling from yes to no"));
        assertThat(result.first().orElseThrow().cost()).isEqualTo(2);
    }

    @Test
    void the_cheapest_set_comes_first_however_many_changes_it_has() {
        SmallestChanges result = find(
                system().answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                        .answer(PROFILING, YesNo.YES)
                        .answer(DECISION_EFFECT, DecisionEffect.MATERIAL)
                        .build(),
                NOT_NEEDED,
                everything().costing(AUTOMATION_LEVEL, 5),
                rule("R-1")
                        .when(all(atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE), yes(PROFILING)))
                        .requires("A.5.2"),
                rule("R-2")
                        .when(all(
                                atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE),
                                atLeast(DECISION_EFFECT, DecisionEffect.MINOR)))
                        .requires("A.5.2"));

        assertThat(words(result))
                .containsExactly(
                        List.of("change profiling from yes to no", "change decision effect from material to none"),
                        List.of("change automation level from autonomy to not automated"));
        assertThat(result.sets()).extracting(ChangeSet::cost).containsExactly(2L, 5L);
        assertThat(result.text()).contains("1. 2 changes:\n", "2. One change, cost 5:\n");
    }

    @Test
    void no_answer_is_weaker_than_needed_and_the_most_costly_change_is_the_least() {
        TestRules.RuleBuilder[] rules = {
            rule("R-1")
                    .when(any(
                            atLeast(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY),
                            atLeast(DECISION_EFFECT, DecisionEffect.LIFE_OR_LIBERTY)))
                    .requires("A.5.2"),
            rule("R-2")
                    .when(all(
                            atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE),
                            atLeast(DECISION_EFFECT, DecisionEffect.MINOR)))
                    .requires("A.5.2")
        };
        AiSystem system = system().answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                .answer(DECISION_EFFECT, DecisionEffect.LIFE_OR_LIBERTY)
                .build();

        assertThat(words(find(system, NOT_NEEDED, everything().costing(DECISION_EFFECT, 2), rules)))
                .containsExactly(List.of(
                        "change automation level from autonomy to not automated",
                        "change decision effect from life or liberty to legal or similarly significant or safer"));
        assertThat(words(find(system, NOT_NEEDED, everything().costing(AUTOMATION_LEVEL, 2), rules)))
                .containsExactly(List.of(
                        "change automation level from autonomy to full automation or safer",
                        "change decision effect from life or liberty to none"));
    }

    @Test
    void what_is_unknown_can_be_found_out() {
        SmallestChanges result = find(
                system().atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE).build(),
                NOT_NEEDED,
                everything(),
                rule("R-1")
                        .when(any(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION), yes(PROFILING)))
                        .requires("A.5.2"));

        assertThat(words(result))
                .containsExactly(List.of(
                        "find out that automation level is conditional automation or safer (now at least assistance)",
                        "find out that profiling is no (now unknown)"));
        assertThat(result.first().orElseThrow().changes()).allMatch(Change::isFindingOut);
        assertThat(result.first().orElseThrow().changes().get(1).from()).isEmpty();
    }

    @Test
    void what_is_partly_known_has_to_change_if_it_is_known_to_be_too_severe() {
        SmallestChanges result = find(
                system().atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                        .build(),
                NOT_NEEDED,
                everything(),
                rule("R-1")
                        .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION))
                        .requires("A.5.2"));

        assertThat(words(result))
                .containsExactly(List.of(
                        "change automation level from at least high automation to conditional automation or safer"));
        assertThat(result.first().orElseThrow().changes()).noneMatch(Change::isFindingOut);
    }

    @Test
    void only_the_members_that_matter_leave_a_set() {
        TestRules.RuleBuilder children = rule("R-1")
                .when(contains(VULNERABLE_GROUPS, VulnerableGroup.CHILDREN))
                .requires("A.5.2");

        SmallestChanges known = find(
                system().exactly(VULNERABLE_GROUPS, VulnerableGroup.CHILDREN, VulnerableGroup.WORKERS)
                        .build(),
                NOT_NEEDED,
                everything(),
                children);
        assertThat(words(known)).containsExactly(List.of("take children out of vulnerable groups"));
        assertThat(known.first().orElseThrow().after().system())
                .isEqualTo(system().exactly(VULNERABLE_GROUPS, VulnerableGroup.WORKERS)
                        .build());

        SmallestChanges partly = find(
                system().containing(VULNERABLE_GROUPS, VulnerableGroup.WORKERS).build(),
                NOT_NEEDED,
                everything(),
                children);
        assertThat(words(partly))
                .containsExactly(
                        List.of("find out that vulnerable groups do not include children (now workers, maybe more)"));
        assertThat(partly.first().orElseThrow().after().system())
                .isEqualTo(system().exactly(VULNERABLE_GROUPS, VulnerableGroup.WORKERS)
                        .build());
    }

    @Test
    void a_set_may_have_to_be_empty() {
        TestRules.RuleBuilder anybody =
                rule("R-1").when(new Condition.NotEmpty(VULNERABLE_GROUPS)).requires("A.5.2");

        assertThat(words(find(system().build(), NOT_NEEDED, everything(), anybody)))
                .containsExactly(List.of("find out that there are no vulnerable groups (now unknown)"));
        assertThat(words(find(
                        system().containing(VULNERABLE_GROUPS, VulnerableGroup.WORKERS)
                                .build(),
                        NOT_NEEDED,
                        everything(),
                        anybody)))
                .containsExactly(List.of("take workers out of vulnerable groups and make sure that there are no others"
                        + " (now workers, maybe more)"));
    }

    @Test
    void a_known_member_may_have_to_leave_and_others_to_stay_away() {
        long others = mask(VulnerableGroup.CHILDREN, VulnerableGroup.MIGRANTS);
        AiSystem system = system().containing(VULNERABLE_GROUPS, VulnerableGroup.CHILDREN, VulnerableGroup.WORKERS)
                .build();

        assertThat(words(find(
                        system,
                        NOT_NEEDED,
                        everything(),
                        rule("R-1")
                                .when(new Condition.ContainsAny(VULNERABLE_GROUPS, others))
                                .requires("A.5.2"))))
                .containsExactly(
                        List.of("take children out of vulnerable groups and make sure that they do not include migrants"
                                + " (now children and workers, maybe more)"));
        assertThat(words(find(
                        system,
                        NOT_NEEDED,
                        everything(),
                        rule("R-1")
                                .when(contains(VULNERABLE_GROUPS, VulnerableGroup.CHILDREN))
                                .requires("A.5.2"))))
                .containsExactly(
                        List.of("take children out of vulnerable groups (now children and workers, maybe more)"));
    }

    @Test
    void a_long_list_of_members_that_must_be_absent_is_told_by_those_that_may_be_there() {
        long all = VULNERABLE_GROUPS.values().stream()
                .filter(group -> group != VulnerableGroup.WORKERS && group != VulnerableGroup.PATIENTS)
                .mapToLong(group -> 1L << VULNERABLE_GROUPS.position(group))
                .sum();

        assertThat(words(find(
                        system().build(),
                        NOT_NEEDED,
                        everything(),
                        rule("R-1")
                                .when(new Condition.ContainsAny(VULNERABLE_GROUPS, all))
                                .requires("A.5.2"))))
                .containsExactly(List.of(
                        "find out that vulnerable groups include nothing but patients and workers" + " (now unknown)"));
    }

    @Test
    void a_scale_rises_no_higher_than_needed() {
        TestRules.RuleBuilder unready = rule("R-1")
                .when(new Condition.AtMost(TECHNOLOGY_READINESS_LEVEL, 6))
                .requires("A.5.2");

        assertThat(words(find(
                        system().answer(TECHNOLOGY_READINESS_LEVEL, 3).build(), NOT_NEEDED, everything(), unready)))
                .containsExactly(List.of("change technology readiness level from 3 to 7 or higher"));
        assertThat(words(find(
                        system().atMost(TECHNOLOGY_READINESS_LEVEL, 8).build(), NOT_NEEDED, everything(), unready)))
                .containsExactly(List.of("find out that technology readiness level is 7 or higher (now at most 8)"));
        assertThat(find(
                                system().answer(TECHNOLOGY_READINESS_LEVEL, 3).build(),
                                NOT_NEEDED,
                                everything().notAbove(TECHNOLOGY_READINESS_LEVEL, 6),
                                unready)
                        .sets())
                .isEmpty();
        assertThat(words(find(
                        system().answer(TECHNOLOGY_READINESS_LEVEL, 3).build(),
                        NOT_NEEDED,
                        everything(),
                        rule("R-1")
                                .when(new Condition.AtMost(TECHNOLOGY_READINESS_LEVEL, 8))
                                .requires("A.5.2"))))
                .containsExactly(List.of("change technology readiness level from 3 to 9"));
    }

    @Test
    void a_number_falls_just_below_what_a_rule_tests() {
        TestRules.RuleBuilder[] rules = {
            rule("R-1").when(reaches("1e25")).requires("A.5.2"),
            rule("R-2").when(all(reaches("1e23"), yes(PROFILING))).requires("A.5.2")
        };
        AiSystem known = system().answer(TRAINING_COMPUTE_FLOPS, new BigDecimal("3e25"))
                .answer(PROFILING, YesNo.NO)
                .build();

        SmallestChanges result = find(known, NOT_NEEDED, everything(), rules);

        assertThat(words(result)).containsExactly(List.of("change training compute flops from 3E+25 to below 1E+25"));
        assertThat(proposed(result)).containsExactly(number("1e23"));
        assertThat(words(find(known.with(PROFILING, YesNo.YES), NOT_NEEDED, everything(), rules)))
                .containsExactly(List.of("change training compute flops from 3E+25 to below 1E+23"));
        SmallestChanges found = find(
                system().atLeast(TRAINING_COMPUTE_FLOPS, new BigDecimal("2e24"))
                        .answer(PROFILING, YesNo.NO)
                        .build(),
                NOT_NEEDED,
                everything(),
                rules);
        assertThat(words(found))
                .containsExactly(List.of("find out that training compute flops is below 1E+25 (now at least 2E+24)"));
        assertThat(proposed(found)).containsExactly(number("2e24"));
        assertThat(find(known, NOT_NEEDED, everything().notBelow(TRAINING_COMPUTE_FLOPS, new BigDecimal("1e25")), rules)
                        .sets())
                .isEmpty();
    }

    @Test
    void a_nominal_takes_a_value_that_is_possible_already_before_any_other() {
        TestRules.RuleBuilder early = rule("R-1")
                .when(stage(LifecycleStage.INCEPTION, LifecycleStage.DEPLOYMENT))
                .requires("A.5.2");

        SmallestChanges result = find(
                system().oneOf(LIFECYCLE_STAGE, LifecycleStage.DEPLOYMENT, LifecycleStage.RETIREMENT)
                        .build(),
                NOT_NEEDED,
                everything(),
                early);

        assertThat(proposed(result)).containsExactly(new Bounds.OneOf(1L << LifecycleStage.RETIREMENT.ordinal()));
        assertThat(words(result))
                .containsExactly(List.of("find out that lifecycle stage is design and development, verification and"
                        + " validation, operation and monitoring, continuous validation, reevaluation or retirement"
                        + " (now deployment or retirement)"));
        assertThat(words(find(
                        system().answer(LIFECYCLE_STAGE, LifecycleStage.INCEPTION)
                                .build(),
                        NOT_NEEDED,
                        everything().within(LIFECYCLE_STAGE, LifecycleStage.DEPLOYMENT, LifecycleStage.REEVALUATION),
                        early)))
                .containsExactly(List.of("change lifecycle stage from inception to reevaluation"));
    }

    @Test
    void every_value_of_a_nominal_that_could_help_is_tried_and_so_is_leaving_it() {
        TestRules.RuleBuilder[] rules = {
            rule("R-1").when(stage(LifecycleStage.INCEPTION)).requires("A.5.2"),
            rule("R-2")
                    .when(all(stage(LifecycleStage.DEPLOYMENT), yes(PROFILING)))
                    .requires("A.5.2"),
            rule("R-3")
                    .when(all(stage(LifecycleStage.RETIREMENT), atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)))
                    .requires("A.5.2")
        };
        Changeable changeable =
                everything().within(LIFECYCLE_STAGE, LifecycleStage.DEPLOYMENT, LifecycleStage.RETIREMENT);

        assertThat(words(find(
                        system().answer(LIFECYCLE_STAGE, LifecycleStage.INCEPTION)
                                .answer(PROFILING, YesNo.YES)
                                .answer(AUTOMATION_LEVEL, AutomationLevel.NOT_AUTOMATED)
                                .build(),
                        NOT_NEEDED,
                        changeable,
                        rules)))
                .containsExactly(List.of("change lifecycle stage from inception to retirement"));
        assertThat(words(find(
                        system().answer(LIFECYCLE_STAGE, LifecycleStage.DEPLOYMENT)
                                .answer(PROFILING, YesNo.YES)
                                .answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                                .build(),
                        NOT_NEEDED,
                        changeable,
                        rules)))
                .containsExactly(
                        List.of("change profiling from yes to no"),
                        List.of(
                                "change lifecycle stage from deployment to retirement",
                                "change automation level from autonomy to not automated"));
    }

    @Test
    void so_many_nominals_that_they_cannot_all_be_tried_take_away_the_proof() {
        List<NominalCharacteristic<CustomValue>> nominals = IntStream.range(0, 8)
                .mapToObj(i -> NominalCharacteristic.of("colour" + i, List.of("red", "green", "blue", "grey")))
                .toList();
        TestRules.RuleBuilder[] rules = nominals.stream()
                .flatMap(nominal -> IntStream.range(0, 4)
                        .mapToObj(value -> rule("R-" + nominal.id().substring(6) + value)
                                .when(all(
                                        new Condition.IsIn(nominal, 1L << value),
                                        value == 0 ? new Condition.Always() : atLeast(AUTOMATION_LEVEL, level(value))))
                                .requires("A.5.2")))
                .toArray(TestRules.RuleBuilder[]::new);
        AiSystem.Builder builder = system().answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY);
        nominals.forEach(nominal -> builder.put(Answer.of(nominal, new Bounds.OneOf(1))));
        RuleBase base = TestRules.base(
                TestRules.pack("test", nominals.stream().map(TestRules::entry).toList(), rules));
        Evaluator evaluator = new Evaluator(base, new PlainEngine(base));

        SmallestChanges result = new ChangeFinder(evaluator)
                .find(
                        evaluator.evaluate(builder.build(), null),
                        Target.silent(new RuleId("R-00")),
                        Changeable.all(base.vocabulary()),
                        SearchLimits.STANDARD);
        SmallestChanges all = new ChangeFinder(evaluator)
                .find(
                        evaluator.evaluate(builder.build(), null),
                        NOT_NEEDED,
                        Changeable.all(base.vocabulary()),
                        SearchLimits.STANDARD);

        assertThat(result.isProvenMinimal()).isTrue();
        assertThat(all.sets()).isEmpty();
        assertThat(all.isComplete()).isFalse();
        assertThat(all.text()).contains("no change of what may be changed is enough, as far as was searched.");
    }

    private static AutomationLevel level(int value) {
        return AutomationLevel.values()[value];
    }

    @Test
    void a_level_falls_by_likelihood_or_by_severity() {
        TestRules.RuleBuilder[] rules = {
            rule("R-1")
                    .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION))
                    .raises("C.3.3")
                    .threatens("C.2.5")
                    .likelihood(Likelihood.HIGH),
            rule("R-2").when(yes(PROFILING)).threatens("C.2.5", "C.2.1").floor(Severity.MAJOR)
        };
        AiSystem system = system().answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                .answer(PROFILING, YesNo.YES)
                .build();
        List<List<String>> ways = List.of(
                List.of("change automation level from autonomy to conditional automation or safer"),
                List.of("change profiling from yes to no"));

        assertThat(words(find(system, Target.levelAtMost(RiskLevel.LOW), everything(), rules)))
                .containsExactlyElementsOf(ways);
        assertThat(words(
                        find(system, Target.levelAtMost(new ObjectiveId("C.2.5"), RiskLevel.LOW), everything(), rules)))
                .containsExactlyElementsOf(ways);
        assertThat(words(find(
                        system, Target.levelAtMost(new ObjectiveId("C.2.1"), RiskLevel.VERY_LOW), everything(), rules)))
                .containsExactly(List.of("change profiling from yes to no"));
    }

    @Test
    void what_follows_from_results_is_followed() {
        SmallestChanges result = find(
                system().answer(PROFILING, YesNo.YES)
                        .answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                        .build(),
                NOT_NEEDED,
                everything(),
                rule("R-1").when(yes(PROFILING)).raises("C.3.1").requires("A.2.2"),
                rule("R-2")
                        .when(all(
                                new Condition.HasRiskSource(new RiskSourceId("C.3.1")),
                                new Condition.IsNeeded(new ControlId("A.2.2"))))
                        .raises("C.3.2")
                        .threatens("C.2.5")
                        .likelihood(Likelihood.VERY_HIGH)
                        .floor(Severity.CATASTROPHIC),
                rule("R-3")
                        .when(all(
                                new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.HIGH),
                                atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)))
                        .requires("A.5.2"));

        assertThat(words(result))
                .containsExactly(
                        List.of("change automation level from autonomy to not automated"),
                        List.of("change profiling from yes to no"));
    }

    @Test
    void a_control_that_another_role_performs_need_not_be_unneeded() {
        TestRules.RuleBuilder[] rules = {rule("R-1").when(yes(PROFILING)).requires("A.6.2.4")};
        ControlId control = new ControlId("A.6.2.4");
        AiSystem system = system().answer(PROFILING, YesNo.YES)
                .exactly(AIMS_ROLES, AimsRole.AI_PRODUCER, AimsRole.AI_CUSTOMER)
                .build();

        SmallestChanges result = find(system, Target.notRequired(control), everything(), rules);

        assertThat(words(result))
                .containsExactlyInAnyOrder(
                        List.of("take AI producer out of organisation's roles"),
                        List.of("change profiling from yes to no"));
        assertThat(result.sets().stream()
                        .map(set -> set.after().control(control).orElseThrow().status()))
                .containsExactlyInAnyOrder(ControlStatus.VIA_SUPPLIER, ControlStatus.NOT_REQUIRED);
        assertThat(words(find(system, Target.notNeeded(control), everything(), rules)))
                .containsExactly(List.of("change profiling from yes to no"));
    }

    @Test
    void a_risk_source_a_rule_and_a_stop_can_go() {
        TestRules.RuleBuilder[] rules = {
            rule("R-1").when(yes(PROFILING)).raises("C.3.1").stop(),
            rule("R-2")
                    .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE))
                    .raises("C.3.1")
        };
        AiSystem system = system().answer(PROFILING, YesNo.YES)
                .answer(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .build();

        assertThat(words(find(system, Target.notStopped(), everything(), rules)))
                .containsExactly(List.of("change profiling from yes to no"));
        assertThat(words(find(system, Target.silent(new RuleId("R-2")), everything(), rules)))
                .containsExactly(List.of("change automation level from assistance to not automated"));
        assertThat(words(find(system, Target.absent(new RiskSourceId("C.3.1")), everything(), rules)))
                .containsExactly(List.of(
                        "change automation level from assistance to not automated", "change profiling from yes to no"));
    }

    @Test
    void all_parts_of_a_target_are_reached_together() {
        TestRules.RuleBuilder[] rules = {
            rule("R-1").when(yes(PROFILING)).requires("A.5.2"),
            rule("R-2")
                    .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE))
                    .raises("C.3.1")
        };
        Target both = NOT_NEEDED.and(Target.absent(new RiskSourceId("C.3.1"))).and(NOT_NEEDED);

        SmallestChanges result = find(
                system().answer(PROFILING, YesNo.YES)
                        .answer(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                        .build(),
                both,
                everything(),
                rules);

        assertThat(both.parts()).hasSize(2);
        assertThat(both).hasToString("not-needed:A.5.2 and absent:C.3.1");
        assertThat(result.first().orElseThrow().changes()).hasSize(2);
        assertThat(result.text())
                .startsWith(
                        "So that nobody needs control A.5.2 (Control A.5.2) and risk source C.3.1 (Risk source C.3.1) is absent, this is"
                                + " enough:\n"
                                + "  1. 2 changes:\n     - change automation level");
    }

    @Test
    void limits_and_facts_that_may_not_change_are_kept() {
        TestRules.RuleBuilder[] rules = {
            rule("R-1")
                    .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE))
                    .requires("A.5.2"),
            rule("R-2")
                    .when(contains(VULNERABLE_GROUPS, VulnerableGroup.CHILDREN))
                    .requires("A.2.2"),
            rule("R-3").when(new Condition.NotEmpty(VULNERABLE_GROUPS)).requires("A.2.2")
        };
        AiSystem system = system().answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                .containing(VULNERABLE_GROUPS, VulnerableGroup.WORKERS)
                .build();

        SmallestChanges kept =
                find(system, NOT_NEEDED, everything().notBelow(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE), rules);
        assertThat(kept.sets()).isEmpty();
        assertThat(kept.isComplete()).isTrue();
        assertThat(kept.isProvenMinimal()).isFalse();
        assertThat(kept.obstacles()).hasSize(1);
        assertThat(kept.text()).isEqualTo("""
                        So that nobody needs control A.5.2 (Control A.5.2), no change of what may be changed is enough.

                        Even with all of that at its most harmless, these rules keep it from being so that nobody needs control A.5.2 (Control A.5.2):
                          - R-1 Rule R-1: automation level (autonomy)
                        """);
        assertThat(find(
                                system,
                                Target.silent(new RuleId("R-2")),
                                everything().keeping(VULNERABLE_GROUPS, VulnerableGroup.CHILDREN),
                                rules)
                        .sets())
                .isEmpty();
        assertThat(find(
                                system,
                                Target.silent(new RuleId("R-2")),
                                everything().keeping(VULNERABLE_GROUPS, VulnerableGroup.WORKERS),
                                rules)
                        .first()
                        .orElseThrow()
                        .after()
                        .system()
                        .bounds(VULNERABLE_GROUPS))
                .isEqualTo(new Bounds.Members(mask(VulnerableGroup.WORKERS), true));
    }

    @Test
    void of_the_rules_behind_a_level_only_so_many_are_named_as_are_enough() {
        TestRules.RuleBuilder[] rules = {
            rule("R-1")
                    .raises("C.3.1")
                    .threatens("C.2.5")
                    .likelihood(Likelihood.HIGH)
                    .floor(Severity.MAJOR),
            rule("R-2").raises("C.3.2").threatens("C.2.5").likelihood(Likelihood.LOW),
            rule("R-3").when(yes(PROFILING)).threatens("C.2.1").floor(Severity.MAJOR)
        };

        SmallestChanges result = find(
                system().answer(PROFILING, YesNo.YES).build(),
                Target.levelAtMost(RiskLevel.LOW).and(Target.silent(new RuleId("R-3"))),
                everything(),
                rules);

        assertThat(result.obstacles())
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.findings())
                        .extracting(finding -> finding.rule().id().value())
                        .containsExactly("R-1"));
        assertThat(result.text()).contains("  - R-1 Rule R-1, which always holds\n");
    }

    @Test
    void what_is_not_ruled_out_is_named_as_such() {
        SmallestChanges result = find(
                system().build(),
                NOT_NEEDED,
                Changeable.only(AUTOMATION_LEVEL),
                rule("R-1").when(yes(PROFILING)).requires("A.5.2"));

        assertThat(result.text()).endsWith("  - R-1 Rule R-1, which is not ruled out: profiling (unknown)\n");
    }

    @Test
    void changes_that_contradict_other_answers_come_after_those_that_do_not_and_say_so() {
        Vocabulary plain = TestRules.vocabulary();
        ContradictionRule contradiction = new ContradictionRule(
                "CON-1",
                List.of(
                        new ContradictionRule.Within(AUTOMATION_LEVEL, new Bounds.Ranks(0, 0)),
                        new ContradictionRule.Within(DECISION_EFFECT, new Bounds.Ranks(1, 4))),
                "Nothing <automated> decides.");
        Vocabulary vocabulary =
                new Vocabulary("aims", "1", Map.of("all", "All"), plain.entries(), List.of(contradiction));
        RuleBase base = new RuleBase(
                vocabulary,
                TestRules.catalogue(),
                TestRules.criteria(),
                List.of(TestRules.pack(
                        "test",
                        rule("R-1")
                                .when(all(atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE), yes(PROFILING)))
                                .requires("A.5.2"))));
        Evaluator evaluator = new Evaluator(base, new PlainEngine(base));
        AiSystem system = system().answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                .answer(DECISION_EFFECT, DecisionEffect.MATERIAL)
                .answer(PROFILING, YesNo.YES)
                .build();

        SmallestChanges result = new ChangeFinder(evaluator)
                .find(evaluator.evaluate(system, null), NOT_NEEDED, everything(), SearchLimits.STANDARD);

        assertThat(result.sets()).extracting(ChangeSet::isConsistent).containsExactly(true, false);
        assertThat(result.text())
                .contains(
                        "     - but then automation level (not automated) and decision effect (material) contradict one"
                                + " another: Nothing <automated> decides.\n");
        assertThat(result.markdown()).isEqualTo("""
                        So that nobody needs control A.5.2 (Control A.5.2), each of these is enough:

                        1. One change:
                           - change profiling from yes to no
                        2. One change:
                           - change automation level from autonomy to not automated
                           - but then automation level (not automated) and decision effect (material) contradict one another: Nothing \\<automated\\> decides.

                        It is proven that no other changes cost less, and that there is no other way.
                        """);
    }

    @Test
    void a_safer_answer_is_proposed_if_it_avoids_a_contradiction() {
        ContradictionRule contradiction = new ContradictionRule(
                "CON-1",
                List.of(
                        new ContradictionRule.Within(AUTOMATION_LEVEL, new Bounds.Ranks(1, 6)),
                        new ContradictionRule.Within(PROFILING, new Bounds.Ranks(0, 0))),
                "What is automated profiles.");
        Vocabulary vocabulary = new Vocabulary(
                "aims", "1", Map.of("all", "All"), TestRules.vocabulary().entries(), List.of(contradiction));
        RuleBase base = new RuleBase(
                vocabulary,
                TestRules.catalogue(),
                TestRules.criteria(),
                List.of(TestRules.pack(
                        "test",
                        rule("R-1")
                                .when(any(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION), yes(PROFILING)))
                                .requires("A.5.2"))));
        Evaluator evaluator = new Evaluator(base, new PlainEngine(base));
        AiSystem system = system().answer(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                .answer(PROFILING, YesNo.YES)
                .build();

        ChangeFinder finder = new ChangeFinder(evaluator);
        SmallestChanges free =
                finder.find(evaluator.evaluate(system, null), NOT_NEEDED, everything(), SearchLimits.STANDARD);
        SmallestChanges limited = finder.find(
                evaluator.evaluate(system, null),
                NOT_NEEDED,
                everything().notBelow(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE),
                SearchLimits.STANDARD);

        assertThat(proposed(free)).containsExactly(new Bounds.Ranks(0, 0), new Bounds.Ranks(0, 0));
        assertThat(free.first().orElseThrow().isConsistent()).isTrue();
        assertThat(words(free).get(0)).contains("change automation level from autonomy to not automated");
        assertThat(proposed(limited)).containsExactly(new Bounds.Ranks(3, 3), new Bounds.Ranks(0, 0));
        assertThat(limited.first().orElseThrow().isConsistent()).isFalse();
    }

    @Test
    void a_characteristic_whose_name_begins_with_change_is_brought() {
        assertThat(words(find(
                        system().answer(CHANGE_FREQUENCY, ChangeFrequency.CONTINUOUS)
                                .build(),
                        NOT_NEEDED,
                        everything(),
                        rule("R-1")
                                .when(atLeast(CHANGE_FREQUENCY, ChangeFrequency.CONTINUOUS))
                                .requires("A.5.2"))))
                .containsExactly(List.of("bring change frequency from continuous to monthly or safer"));
    }

    @Test
    void a_search_that_is_cut_off_says_what_is_certain() {
        TestRules.RuleBuilder[] rules = {
            rule("R-1")
                    .when(all(
                            any(yes(PROFILING), atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)),
                            atLeast(DECISION_EFFECT, DecisionEffect.MINOR)))
                    .requires("A.5.2")
        };
        Changeable changeable = everything().costing(DECISION_EFFECT, 3);
        AiSystem system = system().build();

        SmallestChanges cut = find(system, NOT_NEEDED, changeable, new SearchLimits(5, 0), rules);
        SmallestChanges one = find(system, NOT_NEEDED, changeable, new SearchLimits(1, 1_000), rules);

        assertThat(cut.sets()).hasSize(1);
        assertThat(cut.leastCost()).isEqualTo(1);
        assertThat(cut.isProvenMinimal()).isFalse();
        assertThat(cut.isComplete()).isFalse();
        assertThat(cut.text())
                .contains("Not proven minimal: the search was cut off after " + cut.steps()
                        + " trials. It is certain that no changes cost less than 1.");
        assertThat(one.first().orElseThrow().cost()).isEqualTo(2);
        assertThat(one.isProvenMinimal()).isTrue();
        assertThat(one.isComplete()).isFalse();
        assertThat(one.text()).endsWith("It is proven that no other changes cost less. There may be other ways.\n");
        assertThat(one).hasToString("not-needed:A.5.2: 1 sets, proven minimal");
    }

    @Test
    void the_day_of_the_evaluation_is_kept() {
        Evaluator evaluator =
                TestRules.evaluator(rule("R-1").when(yes(PROFILING)).requires("A.5.2"));
        LocalDate day = LocalDate.of(2026, 3, 1);

        SmallestChanges result = new ChangeFinder(evaluator)
                .find(evaluator.evaluate(system().build(), day), NOT_NEEDED, everything(), SearchLimits.STANDARD);

        assertThat(result.first().orElseThrow().after().asOf()).contains(day);
    }

    @Test
    void all_unknown_names_are_told_at_once() {
        Target target = Target.notNeeded(new ControlId("A.52"))
                .and(Target.notRequired(new ControlId("Z.99.99")))
                .and(Target.levelAtMost(new ObjectiveId("C.25"), RiskLevel.LOW))
                .and(Target.absent(new RiskSourceId("C.31")))
                .and(Target.silent(new RuleId("R-9")));
        Characteristic<?> foreign = NominalCharacteristic.of("foreign", List.of("A"));

        assertThatThrownBy(() -> find(system().build(), target, Changeable.only(foreign), rule("R-1")))
                .isInstanceOf(AimsException.class)
                .hasMessage("""
                        AIMS-3050: There is no control (A.52).
                        Maybe you meant (A.5.2).
                        AIMS-3050: There is no control (Z.99.99).
                        Maybe the catalogue or pack that has it is missing.
                        AIMS-3050: There is no objective (C.25).
                        Maybe you meant (C.2.5).
                        AIMS-3050: There is no risk source (C.31).
                        Maybe you meant (C.3.1).
                        AIMS-3050: There is no rule (R-9).
                        Maybe you meant (R-1).
                        AIMS-3053: The characteristic (foreign) that may be changed is not in vocabulary (aims).
                        Maybe a pack that adds it is missing, or is there in another version.""");
    }

    private static SmallestChanges find(
            AiSystem system, Target target, Changeable changeable, TestRules.RuleBuilder... rules) {
        return find(system, target, changeable, SearchLimits.STANDARD, rules);
    }

    private static SmallestChanges find(
            AiSystem system,
            Target target,
            Changeable changeable,
            SearchLimits limits,
            TestRules.RuleBuilder... rules) {
        Evaluator evaluator = TestRules.evaluator(rules);
        Evaluation before = evaluator.evaluate(system, null);
        return new ChangeFinder(evaluator).find(before, target, changeable, limits);
    }

    private static Changeable everything() {
        return Changeable.all(TestRules.vocabulary());
    }

    private static AiSystem.Builder system() {
        return AiSystem.named("test");
    }

    private static List<List<String>> words(SmallestChanges result) {
        return result.sets().stream()
                .map(set -> set.changes().stream().map(Change::toString).toList())
                .toList();
    }

    private static List<Bounds> proposed(SmallestChanges result) {
        return result.first().orElseThrow().changes().stream()
                .map(change -> change.proposed().bounds())
                .toList();
    }

    private static Bounds number(String number) {
        return new Bounds.Numbers(new BigDecimal(number), new BigDecimal(number));
    }

    private static Condition reaches(String number) {
        return new Condition.ReachesNumber(TRAINING_COMPUTE_FLOPS, new BigDecimal(number));
    }

    private static Condition stage(LifecycleStage... stages) {
        return new Condition.IsIn(
                LIFECYCLE_STAGE,
                Stream.of(stages).mapToLong(stage -> 1L << stage.ordinal()).sum());
    }

    private static long mask(VulnerableGroup... groups) {
        return Stream.of(groups).mapToLong(group -> 1L << group.ordinal()).sum();
    }
}
