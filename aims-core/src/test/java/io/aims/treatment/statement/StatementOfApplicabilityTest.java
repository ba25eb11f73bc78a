package io.aims.treatment.statement;

import static io.aims.treatment.statement.Scope.ASSESSMENT;
import static io.aims.treatment.statement.Scope.BASE;
import static io.aims.treatment.statement.Scope.BLANK;
import static io.aims.treatment.statement.Scope.BOUGHT;
import static io.aims.treatment.statement.Scope.DAY;
import static io.aims.treatment.statement.Scope.LOAN;
import static io.aims.treatment.statement.Scope.NOTES;
import static io.aims.treatment.statement.Scope.POLICY;
import static io.aims.treatment.statement.Scope.SUPPLIERS;
import static io.aims.treatment.statement.Scope.USE;
import static io.aims.treatment.statement.Scope.VALIDATION;
import static io.aims.treatment.statement.Scope.exclude;
import static io.aims.treatment.statement.Scope.include;
import static io.aims.treatment.statement.Scope.profile;
import static io.aims.treatment.statement.Scope.row;
import static io.aims.treatment.statement.Scope.statement;
import static io.aims.treatment.statement.Scope.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aims.TestRules;
import io.aims.control.AiRole;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.evaluation.Priority;
import io.aims.reasoning.proof.Explainer;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.identity.AimsRole;
import io.aims.system.people.DecisionEffect;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.CountedState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementOfApplicabilityTest {

    @Test
    void every_control_has_a_row() {
        assertThat(statement(NOTES).entries())
                .extracting(StatementEntry::control)
                .containsExactly(POLICY, ASSESSMENT, VALIDATION, USE, SUPPLIERS);
    }

    @Test
    void a_control_that_a_system_needs_is_applicable_with_rules_systems_priority_and_risks() {
        StatementEntry row = row(ASSESSMENT, NOTES, LOAN);

        assertThat(row.applicability()).isEqualTo(Applicability.APPLICABLE);
        assertThat(row.justification().priority()).contains(Priority.MODERATE);
        assertThat(row.justification().rules())
                .extracting(rule -> rule.rule().value())
                .containsExactly("ADM-1", "ADM-2");
        assertThat(row.justification().systems())
                .extracting(Justification.SystemReason::system)
                .containsExactly("loan");
        assertThat(row.risks())
                .containsExactly(new TreatedRisk(
                        new ObjectiveId("C.2.5"),
                        "Objective C.2.5",
                        Range.exactly(RiskLevel.MODERATE),
                        new Range<>(RiskLevel.LOW, RiskLevel.MODERATE),
                        1));
        assertThat(row.justification().sentences())
                .containsExactly(
                        "Needed by 1 of 2 systems: loan (priority moderate).",
                        "What calls for it: Rule ADM-1 (ADM-1, 1 system) and Rule ADM-2 (ADM-2, 1 system).");
    }

    @Test
    void a_control_that_no_system_needs_is_excluded_by_the_facts_that_make_every_rule_false() {
        StatementEntry row = row(ASSESSMENT, NOTES);

        assertThat(row.applicability()).isEqualTo(Applicability.NOT_APPLICABLE);
        assertThat(row.justification().facts())
                .extracting(Justification.FactReason::characteristic)
                .containsExactly("automationLevel", "decisionEffect");
        assertThat(row.justification().sentences())
                .containsExactly(
                        "The system does not need it: every one of the 2 rules that could call for it is false: Rule"
                                + " ADM-1 (ADM-1) and Rule ADM-2 (ADM-2).",
                        "What is automationLevel? Assistance (automationLevel).",
                        "What is decisionEffect? None (decisionEffect).");
        assertThat(row.risks()).isEmpty();
        assertThat(row.implementation().words()).isEqualTo("not applicable");
    }

    @Test
    void answers_of_several_systems_are_counted() {
        AiSystem other = AiSystem.named("other")
                .putAll(NOTES.answers().values())
                .build()
                .with(Characteristics.DECISION_EFFECT, DecisionEffect.MINOR);

        assertThat(row(USE, NOTES, other).justification().facts())
                .containsExactly(new Justification.FactReason(
                        "decisionEffect",
                        "What is decisionEffect?",
                        2,
                        List.of(new Justification.AnswerCount("Minor", 1), new Justification.AnswerCount("None", 1))));
        assertThat(row(USE, NOTES, other).justification().sentences())
                .contains("What is decisionEffect? Minor (1 system); none (1 system) (decisionEffect, all 2 systems).");
    }

    @Test
    void a_control_of_another_role_is_excluded_by_the_role() {
        StatementEntry row = row(USE, LOAN, NOTES);

        assertThat(row.applicability()).isEqualTo(Applicability.NOT_APPLICABLE);
        assertThat(row.justification().spread()).isEqualTo(new Spread(0, 0, 1, 1, 0));
        assertThat(row.justification().roles())
                .containsExactly(new Justification.RoleReason(List.of(AiRole.AI_PRODUCER), 1));
        assertThat(row.justification().sentences())
                .contains("For 1 of 2 systems it belongs to a role that the organisation does not hold: it is AI"
                        + " producer.");
    }

    @Test
    void a_control_that_a_supplier_performs_is_applicable_and_asks_for_assurance() {
        StatementEntry row = row(VALIDATION, BOUGHT);

        assertThat(row.applicability()).isEqualTo(Applicability.APPLICABLE);
        assertThat(row.implementation().bySupplier()).isEqualTo(1);
        assertThat(row.justification().sentences())
                .contains("Only a supplier can perform it: the organisation does not develop the system.");
        assertThat(row.remarks()).containsExactly("Obtain assurance from the supplier.");
    }

    @Test
    void what_is_not_settled_is_undecided_and_tells_what_would_settle_it() {
        StatementEntry row = row(ASSESSMENT, BLANK, NOTES);

        assertThat(row.applicability()).isEqualTo(Applicability.UNDECIDED);
        assertThat(row.justification().facts()).isEmpty();
        assertThat(row.justification().openFacts())
                .extracting(Justification.OpenFact::characteristic)
                .containsExactly("automationLevel", "decisionEffect");
        assertThat(row.justification().sentences())
                .containsExactly(
                        "Not settled for 1 of 2 systems: blank. It may not be excluded until it is.",
                        "What may call for it: Rule ADM-1 (ADM-1, 1 system) and Rule ADM-2 (ADM-2, 1 system).",
                        "What would settle it: What is automationLevel? (automationLevel, 1 system) What is"
                                + " decisionEffect? (decisionEffect, 1 system).");
        assertThat(row.implementation().words()).isEqualTo("not known");
    }

    @Test
    void a_need_without_settled_roles_is_undecided_and_asks_for_the_roles() {
        AiSystem rolesOpen = LOAN.without(Characteristics.AIMS_ROLES);
        StatementEntry row = row(USE, rolesOpen);

        assertThat(row.applicability()).isEqualTo(Applicability.UNDECIDED);
        assertThat(row.justification().openFacts())
                .extracting(Justification.OpenFact::characteristic)
                .containsExactly("aimsRoles");
        assertThat(row.justification().sentences())
                .contains("Somebody has to do it, and it is not known whether that is the organisation.");
    }

    @Test
    void a_control_that_no_rule_calls_for_says_so() {
        assertThat(row(SUPPLIERS, LOAN).justification().sentences())
                .containsExactly("No rule of the packs in use calls for it.");
    }

    // Decisions ----------------------------------------------------------------------------------------------------

    @Test
    void a_decision_makes_a_control_applicable_through_its_last_day() {
        StatementOfApplicability on = statement(DAY, List.of(include(SUPPLIERS)), ControlStates.unknown(), NOTES);
        StatementOfApplicability after =
                statement(DAY.plusDays(1), List.of(include(SUPPLIERS)), ControlStates.unknown(), NOTES);

        assertThat(on.entry(SUPPLIERS).orElseThrow().applicability()).isEqualTo(Applicability.APPLICABLE);
        assertThat(on.entry(SUPPLIERS).orElseThrow().justification().sentences())
                .containsExactly(
                        "Included by head of AI from 2026-02-19 until 2026-03-01: Customers expect it.",
                        "No rule of the packs in use calls for it.");
        assertThat(on.entry(SUPPLIERS).orElseThrow().implementation().reviewBy())
                .contains(DAY);
        assertThat(after.entry(SUPPLIERS).orElseThrow().applicability()).isEqualTo(Applicability.NOT_APPLICABLE);
        assertThat(after.decisions()).extracting(CountedDecision::standing).containsExactly(Decision.Standing.ENDED);
        assertThat(after.sentences()).contains("The decision about A.10.2 has ended and changes nothing.");
    }

    @Test
    void an_exclusion_against_a_need_is_refused_with_the_reason_and_the_row_stays() {
        StatementOfApplicability statement =
                statement(DAY, List.of(exclude(ASSESSMENT)), ControlStates.unknown(), LOAN, NOTES);

        assertThat(statement.entry(ASSESSMENT).orElseThrow().applicability()).isEqualTo(Applicability.APPLICABLE);
        assertThat(statement.refusals())
                .extracting(Fault::toString)
                .containsExactly("AIMS-3074: The exclusion of control (A.5.2) by (head of AI) from (2026-02-19) until"
                        + " (2026-03-01) stands against a need: system (loan) by rule (ADM-1) needs it.\n"
                        + "Keep the control, or change what makes the system need it.");
    }

    @Test
    void an_exclusion_of_what_is_not_settled_is_refused_with_the_question() {
        StatementOfApplicability statement =
                statement(DAY, List.of(exclude(ASSESSMENT)), ControlStates.unknown(), BLANK);

        assertThat(statement.entry(ASSESSMENT).orElseThrow().applicability()).isEqualTo(Applicability.UNDECIDED);
        assertThat(statement.refusals()).extracting(Fault::code).containsExactly("AIMS-3075");
        assertThat(statement.refusals().get(0).advice())
                .isEqualTo("Answer first: What is automationLevel? (automationLevel)");
    }

    @Test
    void an_exclusion_of_what_nobody_needs_confirms_it() {
        StatementOfApplicability statement =
                statement(DAY, List.of(exclude(ASSESSMENT)), ControlStates.unknown(), NOTES);

        assertThat(statement.refusals()).isEmpty();
        assertThat(statement.entry(ASSESSMENT).orElseThrow().justification().sentences())
                .contains("Excluded by head of AI from 2026-02-19 until 2026-03-01: Nobody asks for it.");
    }

    @Test
    void a_decision_that_has_not_begun_changes_nothing_yet() {
        Decision later = new Decision(SUPPLIERS, Decision.Kind.INCLUDE, "r", "board", DAY.plusDays(1), DAY.plusDays(2));

        assertThat(statement(DAY, List.of(later), ControlStates.unknown(), NOTES)
                        .entry(SUPPLIERS)
                        .orElseThrow()
                        .applicability())
                .isEqualTo(Applicability.NOT_APPLICABLE);
    }

    @Test
    void decisions_that_cannot_be_are_told_at_once() {
        ControlId absent = new ControlId("A.9.7");

        assertThat(faults(List.of(include(absent), include(SUPPLIERS), exclude(SUPPLIERS)), null))
                .extracting(Fault::code)
                .containsExactly("AIMS-3072", "AIMS-3071", "AIMS-3073");
        assertThat(faults(List.of(include(absent)), DAY).get(0).advice()).isEqualTo("Maybe you meant (A.9.2).");
    }

    private static List<Fault> faults(List<Decision> decisions, @Nullable LocalDate day) {
        AimsException refused = catchThrowableOfType(
                AimsException.class,
                () -> StatementOfApplicability.collect(BASE, ControlStates.unknown(), decisions, day));
        assertThat(refused).isNotNull();
        return refused.faults();
    }

    @Test
    void a_decision_without_reason_role_or_length_is_refused_at_once() {
        AimsException refused = catchThrowableOfType(
                AimsException.class, () -> new Decision(POLICY, Decision.Kind.INCLUDE, " ", "", DAY, DAY.minusDays(1)));

        assertThat(refused.faults()).extracting(Fault::code).containsExactly("AIMS-3070", "AIMS-3070", "AIMS-3070");
    }

    // What is done -------------------------------------------------------------------------------------------------

    @Test
    void a_row_is_as_far_as_it_is_where_it_is_least_far() {
        StatementOfApplicability statement = StatementOfApplicability.collect(
                        BASE, ControlStates.unknown(), List.of(), DAY)
                .add(profile(
                        LOAN,
                        states(
                                POLICY,
                                new ControlState(
                                        Stage.IMPLEMENTED, "signed", "minutes 7", "board", null, DAY.plusDays(9))),
                        DAY))
                .add(profile(NOTES, states(POLICY, ControlState.of(Stage.PARTIAL)), DAY))
                .statement();
        Implementation policy = statement.entry(POLICY).orElseThrow().implementation();

        assertThat(policy.words()).isEqualTo("partial");
        assertThat(policy.how().words()).isEqualTo("signed");
        assertThat(policy.evidence().words()).isEqualTo("minutes 7");
        assertThat(policy.owners().words()).isEqualTo("board");
        assertThat(policy.reviewBy()).contains(DAY.plusDays(9));
    }

    @Test
    void evidence_falls_back_on_the_day_after_its_last() {
        ControlStates shown =
                states(POLICY, ControlState.of(Stage.EFFECTIVE).shownBy("audit").until(DAY));

        StatementEntry on = statement(DAY, List.of(), shown, LOAN).entry(POLICY).orElseThrow();
        StatementEntry after =
                statement(DAY.plusDays(1), List.of(), shown, LOAN).entry(POLICY).orElseThrow();

        assertThat(on.implementation().words()).isEqualTo("effective");
        assertThat(on.implementation().evidence().texts()).containsExactly(new Said.Text("audit", true, 1));
        assertThat(after.implementation().words()).isEqualTo("implemented");
        assertThat(after.implementation().heldBack())
                .extracting(Implementation.HeldBack::reason)
                .containsExactly(CountedState.Reason.EVIDENCE_EXPIRED, CountedState.Reason.EFFECT_NOT_SHOWN);
        assertThat(after.remarks()).contains("Its review is overdue since 2026-03-01.");
    }

    @Test
    void what_an_organisation_does_without_need_is_remarked() {
        StatementEntry row = statement(DAY, List.of(), states(SUPPLIERS, ControlState.of(Stage.IMPLEMENTED)), NOTES)
                .entry(SUPPLIERS)
                .orElseThrow();

        assertThat(row.applicability()).isEqualTo(Applicability.NOT_APPLICABLE);
        assertThat(row.remarks())
                .containsExactly("The organisation says that it is implemented: a decision with a reason would make it"
                        + " applicable.");
    }

    @Test
    void what_only_a_decision_includes_is_as_far_as_is_said() {
        StatementEntry row = statement(
                        DAY,
                        List.of(include(SUPPLIERS)),
                        states(SUPPLIERS, ControlState.of(Stage.PARTIAL)),
                        NOTES,
                        LOAN)
                .entry(SUPPLIERS)
                .orElseThrow();

        assertThat(row.implementation().words()).isEqualTo("partial");
        assertThat(statement(DAY, List.of(include(SUPPLIERS)), ControlStates.unknown(), NOTES)
                        .entry(SUPPLIERS)
                        .orElseThrow()
                        .implementation()
                        .words())
                .isEqualTo("not known");
    }

    // The scope ----------------------------------------------------------------------------------------------------

    @Test
    void a_statement_over_nothing_is_refused() {
        assertThatThrownBy(() -> statement()).isInstanceOf(AimsException.class).hasMessageContaining("AIMS-3076");
    }

    @Test
    void systems_that_do_not_belong_together_are_refused_at_once() {
        RuleBase others = TestRules.base(TestRules.rule("ORG-1").requires("A.2.2"));
        StatementCollector collector =
                StatementOfApplicability.collect(others, ControlStates.unknown(), List.of(), DAY);
        AimsException refused = catchThrowableOfType(
                AimsException.class, () -> collector.add(profile(LOAN, ControlStates.unknown(), DAY.plusDays(1))));

        assertThat(refused.faults()).extracting(Fault::code).containsExactly("AIMS-3078", "AIMS-3079");
        assertThatThrownBy(() -> statement(LOAN, LOAN))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-3077");
    }

    @Test
    void states_that_were_not_joined_and_proofs_of_another_system_are_refused() {
        StatementCollector collector =
                StatementOfApplicability.collect(BASE, states(POLICY, ControlState.of(Stage.PARTIAL)), List.of(), DAY);

        assertThatThrownBy(() -> collector.add(profile(LOAN, ControlStates.unknown(), DAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("forSystem");
        assertThatThrownBy(() -> collector.add(
                        new Explainer(BASE)
                                .proofs(profile(NOTES, ControlStates.unknown(), DAY)
                                        .evaluation()),
                        profile(LOAN, ControlStates.unknown(), DAY)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatementOfApplicability.collect(BASE, ControlStates.unknown(), List.of(), DAY, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_row_names_the_most_pressing_systems_and_counts_all() {
        StatementCollector collector =
                StatementOfApplicability.collect(BASE, ControlStates.unknown(), List.of(), DAY, 2);
        for (AiSystem system : List.of(NOTES, BOUGHT, BLANK, LOAN)) {
            collector.add(profile(system, ControlStates.unknown(), DAY));
        }
        Justification policy = collector.statement().entry(POLICY).orElseThrow().justification();

        assertThat(policy.spread().needing()).isEqualTo(4);
        assertThat(policy.systems())
                .extracting(Justification.SystemReason::system)
                .containsExactly("bought", "loan");
        assertThat(policy.sentences().get(0))
                .isEqualTo("Needed by all 4 systems: bought (priority baseline), loan (priority baseline) and 2 more.");
    }

    @Test
    void the_summary_counts_rows_and_systems() {
        assertThat(statement(NOTES, BLANK).sentences())
                .startsWith(
                        "5 controls of Catalogue of a test for 2 systems on 2026-03-01: 1 applicable, 1 not applicable,"
                                + " 3 undecided.");
    }

    @Test
    void text_of_others_cannot_move_a_terminal() {
        AiSystem hostile = AiSystem.named("loan2")
                .name("a\u202Eb\u001B[31m")
                .putAll(LOAN.answers().values())
                .build();
        Decision decision = new Decision(SUPPLIERS, Decision.Kind.INCLUDE, "line\nbreak", "\u001B]0;x", DAY, DAY);
        StatementOfApplicability statement = statement(
                DAY,
                List.of(decision),
                states(POLICY, new ControlState(Stage.PARTIAL, "how\u0007", "e\u202E", "o\n", null, null)),
                hostile);

        assertThat(statement.entries()).allSatisfy(entry -> {
            assertThat(entry.justification().sentences()).allMatch(StatementOfApplicabilityTest::isPlain);
            assertThat(entry.remarks()).allMatch(StatementOfApplicabilityTest::isPlain);
            assertThat(entry.implementation().how().words()).matches(StatementOfApplicabilityTest::isPlain);
            assertThat(entry.implementation().evidence().words()).matches(StatementOfApplicabilityTest::isPlain);
            assertThat(entry.implementation().owners().words()).matches(StatementOfApplicabilityTest::isPlain);
        });
    }

    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    @Test
    void the_seal_covers_facts_states_decisions_and_day() {
        String seal = statement(LOAN).seal();

        assertThat(seal).matches("[0-9a-f]{64}").isEqualTo(statement(LOAN).seal());
        assertThat(List.of(
                        statement(NOTES).seal(),
                        statement(LOAN, NOTES).seal(),
                        statement(DAY.plusDays(1), List.of(), ControlStates.unknown(), LOAN)
                                .seal(),
                        statement(DAY, List.of(include(SUPPLIERS)), ControlStates.unknown(), LOAN)
                                .seal(),
                        statement(DAY, List.of(), states(POLICY, ControlState.of(Stage.PLANNED)), LOAN)
                                .seal()))
                .doesNotContain(seal)
                .doesNotHaveDuplicates();
    }

    @Test
    void roles_of_an_organisation_are_told_in_words() {
        AiSystem provider = AiSystem.named("both")
                .exactly(Characteristics.AIMS_ROLES, AimsRole.AI_PRODUCER, AimsRole.AI_PROVIDER)
                .answer(Characteristics.DECISION_EFFECT, DecisionEffect.MATERIAL)
                .build();

        assertThat(row(USE, provider).justification().sentences())
                .containsExactly(
                        "For the system it belongs to a role that the organisation does not hold: it is AI producer"
                                + " and AI provider.");
    }

    @Test
    void a_row_that_contradicts_itself_cannot_be_made() {
        StatementEntry row = row(POLICY, LOAN);

        assertThatThrownBy(() -> new StatementEntry(
                        row.control(),
                        row.title(),
                        row.scope(),
                        row.justification(),
                        row.risks(),
                        row.implementation(),
                        row.reuse(),
                        List.of(new CountedDecision(include(POLICY), Decision.Standing.COUNTS)),
                        row.remarks()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StatementEntry(
                        row.control(),
                        row.title(),
                        row.scope(),
                        row.justification(),
                        row.risks(),
                        row.implementation(),
                        row.reuse(),
                        List.of(new CountedDecision(exclude(USE), Decision.Standing.REFUSED)),
                        row.remarks()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Justification(
                        new Spread(1, 0, 0, 0, 0),
                        Priority.HIGH,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null))
                .isInstanceOf(IllegalArgumentException.class);
        StatementOfApplicability statement = statement(LOAN);
        assertThatThrownBy(() -> new StatementOfApplicability(
                        statement.basis(),
                        statement.title(),
                        DAY,
                        statement(LOAN, NOTES).systems(),
                        statement.entries()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void states_of_one_control_do_not_touch_another() {
        ControlStates both = ControlStates.of(
                Map.of(POLICY, ControlState.of(Stage.IMPLEMENTED), ASSESSMENT, ControlState.of(Stage.NOT_IMPLEMENTED)));

        assertThat(statement(DAY, List.of(), both, LOAN).entries())
                .extracting(entry -> entry.implementation().words())
                .containsExactly("implemented", "not implemented", "not known", "not applicable", "not applicable");
    }
}
