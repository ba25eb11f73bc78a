package io.aims.evaluation;

import static io.aims.TestRules.evaluate;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.TestRules.RuleBuilder;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import io.aims.system.identity.AimsRole;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PossibleResultsTest {

    private static final ControlId FOR_ALL = new ControlId("A.5.2");
    private static final ControlId FOR_DEVELOPERS = new ControlId("A.6.2.4");
    private static final ControlId FOR_CUSTOMERS = new ControlId("A.9.2");
    private static final AiSystem EMPTY = AiSystem.named("empty").build();
    private static final AiSystem PROFILES = EMPTY.with(PROFILING, YesNo.YES);
    private static final AiSystem PROFILES_NOT = EMPTY.with(PROFILING, YesNo.NO);

    private static final RuleBuilder[] RULES = {
        rule("R-1")
                .when(yes(PROFILING))
                .raises("C.3.3")
                .threatens("C.2.5")
                .likelihood(Likelihood.HIGH)
                .floor(Severity.MAJOR)
                .requires("A.5.2", "A.6.2.4", "A.9.2"),
        rule("R-2").when(yes(PROFILING)).stop()
    };

    private static PossibleResults bounds(AiSystem system) {
        return evaluate(system, RULES).bounds();
    }

    @Test
    void of_what_is_unknown_both_ends_are_possible() {
        PossibleResults bounds = bounds(EMPTY);

        assertThat(bounds.level()).isEqualTo(new Range<>(RiskLevel.VERY_LOW, RiskLevel.HIGH));
        assertThat(bounds.levels())
                .containsEntry(new ObjectiveId("C.2.5"), new Range<>(RiskLevel.VERY_LOW, RiskLevel.HIGH))
                .containsEntry(new ObjectiveId("C.2.1"), Range.exactly(RiskLevel.VERY_LOW));
        assertThat(bounds.riskSources())
                .containsEntry(new RiskSourceId("C.3.3"), Truth.UNDETERMINED)
                .containsEntry(new RiskSourceId("C.3.1"), Truth.FALSE);
        assertThat(bounds.needed()).containsEntry(FOR_ALL, Truth.UNDETERMINED);
        assertThat(bounds.stopped()).isEqualTo(Truth.UNDETERMINED);
        assertThat(bounds.decidesEveryControl()).isFalse();
    }

    @Test
    void a_control_may_come_to_what_the_roles_known_leave_open() {
        assertThat(bounds(EMPTY).statuses())
                .containsEntry(FOR_ALL, Set.of(ControlStatus.NOT_REQUIRED, ControlStatus.REQUIRED))
                .containsEntry(
                        FOR_DEVELOPERS,
                        Set.of(ControlStatus.NOT_REQUIRED, ControlStatus.REQUIRED, ControlStatus.VIA_SUPPLIER))
                .containsEntry(new ControlId("A.10.2"), Set.of(ControlStatus.NOT_REQUIRED));
        assertThat(bounds(PROFILES).statuses())
                .containsEntry(FOR_ALL, Set.of(ControlStatus.REQUIRED))
                .containsEntry(FOR_DEVELOPERS, Set.of(ControlStatus.REQUIRED, ControlStatus.VIA_SUPPLIER))
                .containsEntry(FOR_CUSTOMERS, Set.of(ControlStatus.REQUIRED, ControlStatus.ROLE_EXCLUDED));
        assertThat(bounds(EMPTY.toBuilder()
                                .exactly(AIMS_ROLES, AimsRole.AI_PARTNER)
                                .build())
                        .statuses())
                .containsEntry(FOR_DEVELOPERS, Set.of(ControlStatus.NOT_REQUIRED, ControlStatus.VIA_SUPPLIER));
        assertThat(bounds(PROFILES.toBuilder()
                                .containing(AIMS_ROLES, AimsRole.AI_CUSTOMER)
                                .build())
                        .statuses())
                .containsEntry(FOR_CUSTOMERS, Set.of(ControlStatus.REQUIRED));
    }

    @Test
    void an_evaluation_of_which_more_is_known_lies_inside_and_not_the_other_way_round() {
        assertThat(bounds(EMPTY).contains(evaluate(PROFILES, RULES))).isTrue();
        assertThat(bounds(EMPTY).contains(evaluate(PROFILES_NOT, RULES))).isTrue();
        assertThat(bounds(EMPTY).contains(evaluate(EMPTY, RULES))).isTrue();
        assertThat(bounds(PROFILES).contains(evaluate(EMPTY, RULES))).isFalse();
        assertThat(bounds(PROFILES).contains(evaluate(PROFILES_NOT, RULES))).isFalse();
        assertThat(bounds(PROFILES_NOT).decidesEveryControl()).isTrue();
        assertThat(bounds(PROFILES_NOT).stopped()).isEqualTo(Truth.FALSE);
    }

    @Test
    void each_part_alone_can_lie_outside() {
        PossibleResults wide = bounds(EMPTY);
        PossibleResults narrow = bounds(PROFILES_NOT);

        assertThat(narrow.isWithin(wide)).isTrue();
        assertThat(with(narrow, wide, 0).isWithin(narrow)).isFalse();
        assertThat(with(narrow, wide, 1).isWithin(narrow)).isFalse();
        assertThat(with(narrow, wide, 2).isWithin(narrow)).isFalse();
        assertThat(with(narrow, wide, 3).isWithin(narrow)).isFalse();
        assertThat(with(narrow, wide, 4).isWithin(narrow)).isFalse();
        assertThat(with(narrow, wide, 5).isWithin(narrow)).isFalse();
    }

    @Test
    void bounds_on_another_catalogue_are_never_inside() {
        PossibleResults other = new PossibleResults(
                bounds(EMPTY).level(),
                java.util.Map.of(),
                bounds(EMPTY).riskSources(),
                bounds(EMPTY).needed(),
                bounds(EMPTY).statuses(),
                Truth.FALSE);

        assertThat(other.isWithin(bounds(EMPTY))).isFalse();
    }

    @Test
    void they_cannot_be_changed_from_outside() {
        PossibleResults bounds = bounds(EMPTY);

        assertThatThrownBy(() -> bounds.levels().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> bounds.statuses().get(FOR_ALL).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** The narrow bounds with one part of the wide ones. */
    private static PossibleResults with(PossibleResults narrow, PossibleResults wide, int part) {
        return new PossibleResults(
                (part == 0 ? wide : narrow).level(),
                (part == 1 ? wide : narrow).levels(),
                (part == 2 ? wide : narrow).riskSources(),
                (part == 3 ? wide : narrow).needed(),
                (part == 4 ? wide : narrow).statuses(),
                (part == 5 ? wide : narrow).stopped());
    }
}
