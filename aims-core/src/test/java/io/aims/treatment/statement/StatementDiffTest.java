package io.aims.treatment.statement;

import static io.aims.treatment.statement.Scope.ASSESSMENT;
import static io.aims.treatment.statement.Scope.DAY;
import static io.aims.treatment.statement.Scope.LOAN;
import static io.aims.treatment.statement.Scope.NOTES;
import static io.aims.treatment.statement.Scope.POLICY;
import static io.aims.treatment.statement.Scope.SUPPLIERS;
import static io.aims.treatment.statement.Scope.include;
import static io.aims.treatment.statement.Scope.statement;
import static io.aims.treatment.statement.Scope.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementDiffTest {

    @Test
    void a_further_system_moves_rows_with_rules_and_systems_gained() {
        StatementDiff diff = StatementDiff.between(statement(NOTES), statement(NOTES, LOAN));
        RowChange row = diff.row(ASSESSMENT).orElseThrow();

        assertThat(diff.joined()).extracting(ScopedSystem::id).containsExactly("loan");
        assertThat(row.kinds())
                .containsExactly(
                        RowChange.Kind.APPLICABILITY,
                        RowChange.Kind.JUSTIFICATION,
                        RowChange.Kind.RISKS,
                        RowChange.Kind.STATUS);
        assertThat(row.rulesGained()).extracting(rule -> rule.rule().value()).containsExactly("ADM-1", "ADM-2");
        assertThat(row.systemsGained())
                .extracting(Justification.SystemReason::system)
                .containsExactly("loan");
        assertThat(row.sentences()).startsWith("Applicable: was no, is yes.");
    }

    @Test
    void the_way_back_loses_what_was_gained() {
        StatementDiff diff = StatementDiff.between(statement(NOTES, LOAN), statement(NOTES));
        RowChange row = diff.row(ASSESSMENT).orElseThrow();

        assertThat(diff.left()).extracting(ScopedSystem::id).containsExactly("loan");
        assertThat(row.rulesLost()).hasSize(2);
        assertThat(row.systemsLost()).hasSize(1);
        assertThat(row.sentences())
                .contains("No longer needed by: loan (loan).", "Systems that need it: were 1, are 0.");
    }

    @Test
    void a_decision_that_ended_is_told() {
        StatementDiff diff = StatementDiff.between(
                statement(DAY, List.of(include(SUPPLIERS)), ControlStates.unknown(), NOTES),
                statement(DAY.plusDays(1), List.of(include(SUPPLIERS)), ControlStates.unknown(), NOTES));

        assertThat(diff.rows()).extracting(RowChange::control).containsExactly(SUPPLIERS);
        assertThat(diff.rows().get(0).decisionsEnded()).containsExactly(include(SUPPLIERS));
        assertThat(diff.text()).isEqualTo("""
                1 row differs, 1 in whether the control is applicable.
                  The day was 2026-03-01 and is 2026-03-02.

                A.10.2 Control A.10.2
                  Applicable: was yes, is no.
                  Status: was not known, is not applicable.
                  Review by: was 2026-03-01, is not said.
                  Ended: Included by head of AI until 2026-03-01: Customers expect it. The decision has ended.
                """);
    }

    @Test
    void another_status_is_told_for_itself() {
        StatementDiff diff = StatementDiff.between(
                statement(NOTES), statement(DAY, List.of(), states(POLICY, ControlState.of(Stage.IMPLEMENTED)), NOTES));

        assertThat(diff.changed()).extracting(ScopedSystem::id).containsExactly("notes");
        assertThat(diff.row(POLICY).orElseThrow().kinds()).containsExactly(RowChange.Kind.STATUS);
        assertThat(diff.row(POLICY).orElseThrow().sentences())
                .containsExactly("Status: was not known, is implemented.");
    }

    @Test
    void equal_statements_differ_in_nothing() {
        StatementDiff diff = StatementDiff.between(statement(LOAN, NOTES), statement(NOTES, LOAN));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.rows()).isEmpty();
        assertThat(diff).isEqualTo(StatementDiff.between(statement(LOAN, NOTES), statement(LOAN, NOTES)));
    }

    @Test
    void a_control_may_join_or_leave_the_catalogue() {
        StatementEntry row = Scope.row(POLICY, LOAN);

        assertThat(new RowChange(POLICY, null, row).kinds()).containsExactly(RowChange.Kind.ADDED);
        assertThat(new RowChange(POLICY, row, null).kinds()).containsExactly(RowChange.Kind.REMOVED);
        assertThat(new RowChange(POLICY, row, row).kinds()).isEmpty();
        assertThatThrownBy(() -> new RowChange(POLICY, null, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
