package io.aims.treatment.statement;

import static io.aims.treatment.statement.Scope.ASSESSMENT;
import static io.aims.treatment.statement.Scope.BASE;
import static io.aims.treatment.statement.Scope.BLANK;
import static io.aims.treatment.statement.Scope.DAY;
import static io.aims.treatment.statement.Scope.LOAN;
import static io.aims.treatment.statement.Scope.NOTES;
import static io.aims.treatment.statement.Scope.POLICY;
import static io.aims.treatment.statement.Scope.USE;
import static io.aims.treatment.statement.Scope.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.system.AiSystem;
import io.aims.system.identity.ManagementSystem;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.reuse.Elsewhere;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.reuse.EvidenceSuggestion;
import io.aims.treatment.reuse.OperatedSystem;
import io.aims.treatment.reuse.Rows;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReusableEvidenceTest {

    private static final EvidenceReuse OPERATING = EvidenceReuse.of(
            Rows.crosswalks(), Elsewhere.nothing().operating(Rows.SECURITY, OperatedSystem.UNDATED), DAY);
    private static final EvidenceReuse SILENT = EvidenceReuse.of(Rows.crosswalks(), Elsewhere.nothing(), DAY);
    private static final AiSystem SECURED = LOAN.toBuilder()
            .containing(Characteristics.MANAGEMENT_SYSTEMS, ManagementSystem.ISO_27001)
            .build();

    private static StatementOfApplicability statement(
            EvidenceReuse reuse, ControlStates organisation, AiSystem... systems) {
        List<ResidualProfile> profiles = Stream.of(systems)
                .map(system -> Scope.profile(system, organisation, DAY))
                .toList();
        return StatementOfApplicability.derive(BASE, profiles, organisation, List.of(), reuse, DAY);
    }

    private static StatementEntry policy(EvidenceReuse reuse, ControlStates organisation, AiSystem... systems) {
        return statement(reuse, organisation, systems).entry(POLICY).orElseThrow();
    }

    @Test
    void a_row_tells_what_the_organisation_has_in_place_elsewhere_for_all_systems_that_need_it() {
        StatementEntry row = policy(OPERATING, ControlStates.unknown(), LOAN, NOTES);

        assertThat(row.reuse())
                .extracting(
                        each -> each.suggestion().mapping().to(),
                        ReusableEvidence::ofOrganisation,
                        ReusableEvidence::systems)
                .containsExactly(tuple(Rows.LOGGING, true, 2), tuple(Rows.POLICIES, true, 2));
        assertThat(row.reuseSentences()).isEqualTo(EvidenceSuggestion.sentences(OPERATING.about(POLICY)));
    }

    @Test
    void what_descriptions_say_is_told_with_the_number_of_systems() {
        StatementEntry row = policy(SILENT, ControlStates.unknown(), SECURED, NOTES);

        assertThat(row.reuse())
                .extracting(ReusableEvidence::ofOrganisation, ReusableEvidence::systems)
                .containsExactly(tuple(false, 1), tuple(false, 1));
        assertThat(row.reuseSentences().get(0))
                .endsWith("; check its scope. Only of logs. So says the description of 1 system.");
    }

    @Test
    void nobody_looks_elsewhere_for_what_is_shown_to_work_or_is_not_applicable() {
        ControlStates effective =
                states(POLICY, ControlState.of(Stage.EFFECTIVE).shownBy("review"));

        assertThat(policy(OPERATING, effective, LOAN).reuse()).isEmpty();
        StatementEntry excluded =
                statement(OPERATING, ControlStates.unknown(), NOTES).entry(USE).orElseThrow();
        assertThat(excluded.applicability()).isEqualTo(Applicability.NOT_APPLICABLE);
        assertThat(excluded.reuse()).isEmpty();
        assertThat(statement(OPERATING, ControlStates.unknown(), BLANK)
                        .entry(USE)
                        .orElseThrow()
                        .reuseSentences())
                .as("undecided, and nothing to expect from there")
                .singleElement()
                .asString()
                .startsWith("No evidence for it");
    }

    @Test
    void nothing_else_in_a_statement_depends_on_it() {
        ControlStates partial = states(POLICY, ControlState.of(Stage.PARTIAL));
        StatementOfApplicability with = statement(OPERATING, partial, SECURED, NOTES);
        StatementOfApplicability without = statement(EvidenceReuse.none(), partial, SECURED, NOTES);

        assertThat(with.entries().stream().map(ReusableEvidenceTest::bare).toList())
                .isEqualTo(without.entries());
        assertThat(with.systems()).isEqualTo(without.systems());
    }

    private static StatementEntry bare(StatementEntry entry) {
        return new StatementEntry(
                entry.control(),
                entry.title(),
                entry.scope(),
                entry.justification(),
                entry.risks(),
                entry.implementation(),
                List.of(),
                entry.decisions(),
                entry.remarks());
    }

    @Test
    void the_seal_covers_what_is_suggested_and_is_as_before_where_nothing_is() {
        StatementOfApplicability plain = Scope.statement(LOAN);
        StatementOfApplicability nothing = statement(SILENT, ControlStates.unknown(), LOAN);
        StatementOfApplicability operating = statement(OPERATING, ControlStates.unknown(), LOAN);
        StatementOfApplicability shown = statement(
                EvidenceReuse.of(
                        Rows.crosswalks(),
                        Elsewhere.nothing().operating(Rows.SECURITY, new OperatedSystem("certificate", null, null)),
                        DAY),
                ControlStates.unknown(),
                LOAN);

        assertThat(nothing.seal()).isEqualTo(plain.seal());
        assertThat(List.of(plain.seal(), operating.seal(), shown.seal())).doesNotHaveDuplicates();
    }

    @Test
    void a_summary_says_for_how_many_controls_and_that_it_counts_for_nothing() {
        assertThat(statement(OPERATING, ControlStates.unknown(), LOAN).sentences())
                .contains("For 1 control something from other frameworks may be reused. " + EvidenceSuggestion.CAUTION);
        assertThat(Scope.statement(LOAN).sentences()).noneMatch(sentence -> sentence.contains("frameworks"));
    }

    @Test
    void a_difference_tells_what_may_be_reused_since() {
        StatementDiff diff =
                StatementDiff.between(Scope.statement(LOAN), statement(OPERATING, ControlStates.unknown(), LOAN));

        assertThat(diff.row(POLICY).orElseThrow().kinds()).containsExactly(RowChange.Kind.REUSE);
        assertThat(diff.row(POLICY).orElseThrow().sentences())
                .hasSize(2)
                .allMatch(sentence -> sentence.startsWith("From elsewhere, new: "));
        assertThat(StatementDiff.between(diff.after(), diff.before())
                        .row(POLICY)
                        .orElseThrow()
                        .sentences())
                .allMatch(sentence -> sentence.startsWith("From elsewhere, before: "));
        assertThat(diff.row(ASSESSMENT)).isEmpty();
    }

    @Test
    void what_is_said_for_another_day_is_refused() {
        EvidenceReuse other = EvidenceReuse.of(Rows.crosswalks(), Elsewhere.nothing(), DAY.plusDays(1));

        assertThatThrownBy(() -> statement(other, ControlStates.unknown(), LOAN))
                .hasMessageContaining("AIMS-3123")
                .hasMessageContaining("(2026-03-02), and the statement is for (2026-03-01)");
    }

    @Test
    void a_row_takes_nothing_of_another_control() {
        StatementEntry policy = policy(OPERATING, ControlStates.unknown(), LOAN);
        StatementEntry use = Scope.row(USE, LOAN);

        assertThatThrownBy(() -> new StatementEntry(
                        use.control(),
                        use.title(),
                        use.scope(),
                        use.justification(),
                        use.risks(),
                        use.implementation(),
                        policy.reuse(),
                        use.decisions(),
                        use.remarks()))
                .hasMessageContaining("another control");
        EvidenceSuggestion suggestion = policy.reuse().get(0).suggestion();
        assertThatThrownBy(() -> new ReusableEvidence(suggestion, false, 0)).hasMessageContaining("Nobody");
    }
}
