package io.aims.treatment.reuse;

import static io.aims.treatment.reuse.Rows.CLOCKS;
import static io.aims.treatment.reuse.Rows.LOGGING;
import static io.aims.treatment.reuse.Rows.LOGS;
import static io.aims.treatment.reuse.Rows.POLICIES;
import static io.aims.treatment.reuse.Rows.POLICY;
import static io.aims.treatment.reuse.Rows.PRIVACY_2019;
import static io.aims.treatment.reuse.Rows.PRIVACY_2025;
import static io.aims.treatment.reuse.Rows.SECURITY;
import static io.aims.treatment.reuse.Rows.USE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.control.ControlId;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.SetCharacteristic;
import io.aims.system.identity.ManagementSystem;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.reuse.EvidenceSuggestion.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EvidenceReuseTest {

    private static final Crosswalks CROSSWALKS = Rows.crosswalks();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Elsewhere OPERATING = Elsewhere.nothing().operating(SECURITY, OperatedSystem.UNDATED);
    private static final AiSystem SECURED = operating(ManagementSystem.ISO_27001);

    private static AiSystem operating(ManagementSystem... systems) {
        return AiSystem.named("loan")
                .containing(Characteristics.MANAGEMENT_SYSTEMS, systems)
                .build();
    }

    private static EvidenceReuse reuse(Elsewhere elsewhere) {
        return EvidenceReuse.of(CROSSWALKS, elsewhere, DAY);
    }

    private static Elsewhere saying(ElementId element, Stage stage) {
        return Elsewhere.nothing().with(element, ControlState.of(stage));
    }

    private static List<String> sentences(Elsewhere elsewhere, ControlId control) {
        return EvidenceSuggestion.sentences(reuse(elsewhere).about(control));
    }

    @Test
    void a_control_that_is_in_place_elsewhere_is_suggested_with_the_row_as_the_reason() {
        ControlState state =
                ControlState.of(Stage.EFFECTIVE).shownBy("log review").until(DAY);

        assertThat(sentences(Elsewhere.nothing().with(LOGGING, state), LOGS))
                .containsExactly(
                        "May be reused: ISO/IEC 27001:2022 A.8.15 Logging (intersects, expert judgement, medium"
                                + " confidence), effective there, shown by log review until 2026-03-01; check its scope.");
        assertThat(reuse(Elsewhere.nothing().with(LOGGING, state)).about(LOGS))
                .extracting(EvidenceSuggestion::mapping)
                .containsExactlyElementsOf(CROSSWALKS.between(Rows.HOME, SECURITY).stream()
                        .filter(row -> row.from().value().equals("A.6.2.8"))
                        .filter(row -> row.to().equals(LOGGING))
                        .toList());
    }

    @Test
    void what_is_said_of_a_management_system_is_told_of_all_of_its_elements_together() {
        assertThat(sentences(OPERATING, LOGS))
                .containsExactly(
                        "May be reused, where it is in place: ISO/IEC 27001:2022 A.8.15 Logging and A.8.17 Clocks"
                                + " (intersects, expert judgement, medium confidence); check its scope.");
        assertThat(sentences(
                        Elsewhere.nothing()
                                .operating(SECURITY, new OperatedSystem("certificate 4711", null, DAY.plusDays(1))),
                        LOGS))
                .containsExactly(
                        "May be reused, where it is in place: ISO/IEC 27001:2022 A.8.15 Logging and A.8.17 Clocks"
                                + " (intersects, expert judgement, medium confidence). The management system is"
                                + " operated (certificate 4711, until 2026-03-02); check its scope.");
    }

    @Test
    void what_is_said_of_an_element_replaces_what_follows_from_its_management_system() {
        Elsewhere said = OPERATING.with(LOGGING, ControlState.of(Stage.PARTIAL));

        assertThat(reuse(said).about(LOGS))
                .extracting(each -> each.mapping().to(), EvidenceSuggestion::standing)
                .containsExactly(tuple(LOGGING, Standing.IN_PART), tuple(CLOCKS, Standing.OPERATED));
        assertThat(sentences(said, LOGS))
                .contains(
                        "May be reused in part: ISO/IEC 27001:2022 A.8.15 Logging (intersects, expert judgement, medium"
                                + " confidence), in part there, and nothing is named that shows it; check its scope.");
        assertThat(reuse(OPERATING.with(LOGGING, ControlState.of(Stage.NOT_IMPLEMENTED)))
                        .about(LOGS))
                .extracting(each -> each.mapping().to())
                .containsExactly(CLOCKS);
        assertThat(reuse(saying(LOGGING, Stage.PLANNED)).about(LOGS)).isEmpty();
    }

    @Test
    void what_is_not_known_elsewhere_stays_a_question_of_the_management_system() {
        Elsewhere open = new Elsewhere(OPERATING.operated(), OPERATING.states(), new TreeSet<>(List.of(LOGGING)));

        assertThat(reuse(open).about(LOGS)).isEqualTo(reuse(OPERATING).about(LOGS));
    }

    @Test
    void what_has_ended_or_not_begun_is_told_and_helps_nothing() {
        Elsewhere ended = Elsewhere.nothing()
                .with(
                        LOGGING,
                        ControlState.of(Stage.IMPLEMENTED).shownBy("log review").until(DAY.minusDays(1)));
        Elsewhere later = Elsewhere.nothing().operating(SECURITY, new OperatedSystem(null, DAY.plusDays(1), null));

        assertThat(sentences(ended, LOGS))
                .containsExactly(
                        "No longer (ended on 2026-02-28): ISO/IEC 27001:2022 A.8.15 Logging (intersects, expert"
                                + " judgement, medium confidence).");
        assertThat(sentences(later, LOGS))
                .containsExactly("Not yet (begins on 2026-03-02): ISO/IEC 27001:2022 A.8.15 Logging and A.8.17 Clocks"
                        + " (intersects, expert judgement, medium confidence).");
        assertThat(reuse(ended).about(LOGS)).noneMatch(EvidenceSuggestion::mayHelp);
        assertThat(reuse(later).about(LOGS)).noneMatch(EvidenceSuggestion::mayHelp);
        assertThat(reuse(later).about(USE))
                .as("nobody expects evidence of it yet")
                .isEmpty();
    }

    @Test
    void what_is_only_related_stands_apart_and_is_no_evidence() {
        assertThat(sentences(OPERATING, POLICY))
                .containsExactly(
                        "May be reused, where it is in place: ISO/IEC 27001:2022 A.8.15 Logging (covers a part of this"
                                + " control, expert judgement, medium confidence); check its scope. Only of logs.",
                        "Related, and no evidence by itself: ISO/IEC 27001:2022 A.5.1 Policies.");
        assertThat(reuse(saying(POLICIES, Stage.EFFECTIVE)).about(POLICY))
                .singleElement()
                .matches(EvidenceSuggestion::isWeak)
                .matches(suggestion -> !suggestion.mayHelp());
        assertThat(sentences(
                        Elsewhere.nothing()
                                .with(POLICIES, ControlState.of(Stage.EFFECTIVE).until(DAY.minusDays(1))),
                        POLICY))
                .isEmpty();
    }

    @Test
    void where_nothing_helps_that_is_said_to_whoever_could_expect_otherwise() {
        String nothing = "No evidence for it in ISO/IEC 27001:2022 (expert judgement, medium confidence). Security says"
                + " nothing of it.";

        assertThat(sentences(OPERATING, USE)).containsExactly(nothing);
        assertThat(sentences(saying(LOGGING, Stage.IMPLEMENTED), USE)).containsExactly(nothing);
        assertThat(sentences(saying(LOGGING, Stage.PLANNED), USE)).isEmpty();
        assertThat(sentences(Elsewhere.nothing(), USE)).isEmpty();
    }

    @Test
    void the_description_of_a_system_suggests_as_well() {
        EvidenceReuse silent = reuse(Elsewhere.nothing());

        assertThat(silent.about(LOGS)).isEmpty();
        assertThat(silent.about(LOGS, SECURED)).isEqualTo(reuse(OPERATING).about(LOGS));
        assertThat(silent.about(USE, SECURED))
                .extracting(EvidenceSuggestion::standing)
                .containsExactly(Standing.NO_EVIDENCE);
        assertThat(silent.about(LOGS, operating(ManagementSystem.OTHER_MSS))).isEmpty();
        assertThat(silent.about(LOGS, AiSystem.named("blank").build())).isEmpty();
        assertThat(EvidenceReuse.operatedBy(SECURED)).containsExactly(ManagementSystem.ISO_27001);
    }

    @Test
    void a_description_names_no_edition_so_all_are_meant_or_those_of_which_the_organisation_speaks() {
        AiSystem system = operating(ManagementSystem.ISO_27701);

        assertThat(reuse(Elsewhere.nothing()).about(USE, system))
                .extracting(each -> each.mapping().to().framework())
                .containsExactly(PRIVACY_2019, PRIVACY_2025);
        assertThat(reuse(Elsewhere.nothing().operating(PRIVACY_2025, OperatedSystem.UNDATED))
                        .about(USE, system))
                .extracting(each -> each.mapping().to().framework())
                .containsExactly(PRIVACY_2025);
        assertThat(reuse(saying(new ElementId(PRIVACY_2019, "7.2.1"), Stage.PARTIAL))
                        .about(USE, system))
                .extracting(EvidenceSuggestion::standing)
                .containsExactly(Standing.IN_PART);
    }

    @Test
    void the_organisation_is_right_about_its_management_systems() {
        Elsewhere ended = Elsewhere.nothing().operating(SECURITY, new OperatedSystem(null, null, DAY.minusDays(1)));

        assertThat(reuse(ended).about(LOGS, SECURED)).isEqualTo(reuse(ended).about(LOGS));
        assertThat(reuse(saying(LOGGING, Stage.NOT_IMPLEMENTED)).about(LOGS, SECURED))
                .as("of the clocks it says nothing")
                .extracting(each -> each.mapping().to(), EvidenceSuggestion::standing)
                .containsExactly(tuple(CLOCKS, Standing.OPERATED));
        assertThat(reuse(saying(LOGGING, Stage.IMPLEMENTED)).about(USE, SECURED))
                .as("once, not twice")
                .hasSize(1);
    }

    @Test
    void a_characteristic_of_that_name_with_other_values_names_no_management_system() {
        SetCharacteristic<?> other = SetCharacteristic.of("managementSystems", List.of("ISO_27001", "HOUSE_RULES"));
        AiSystem system = AiSystem.named("loan")
                .put(Answer.of(other, new Bounds.Members(1, true)))
                .build();

        assertThat(EvidenceReuse.operatedBy(system)).isEmpty();
    }

    @Test
    void a_framework_or_an_element_that_is_not_known_is_told_with_the_nearest() {
        Elsewhere wrong = Elsewhere.nothing()
                .with(new ElementId(SECURITY, "A.8.155"), ControlState.of(Stage.PARTIAL))
                .operating(new FrameworkId("iso-27001-2002"), OperatedSystem.UNDATED)
                .operating(Rows.HOME, OperatedSystem.UNDATED)
                .with(LOGGING, ControlState.of(Stage.PARTIAL).until(DAY));

        AimsException refused =
                catchThrowableOfType(AimsException.class, () -> EvidenceReuse.of(CROSSWALKS, wrong, null));

        assertThat(refused.faults())
                .extracting(Fault::code, Fault::advice)
                .containsExactly(
                        tuple("AIMS-3120", "Say for which day: the clock is not read."),
                        tuple("AIMS-3121", "Maybe you meant (iso-27001-2022)."),
                        tuple("AIMS-3122", "Maybe you meant (A.8.15)."),
                        tuple("AIMS-3121", "Say the states of its controls themselves."));
    }

    @Test
    void a_suggestion_that_contradicts_itself_cannot_be_made() {
        EvidenceSuggestion good = reuse(OPERATING).about(LOGS).get(0);
        Mapping row = good.mapping();

        assertThatThrownBy(() -> new EvidenceSuggestion(
                        POLICY, row, good.framework(), good.label(), Standing.OPERATED, null, OperatedSystem.UNDATED))
                .hasMessageContaining("another control");
        assertThatThrownBy(() -> new EvidenceSuggestion(
                        LOGS, row, good.framework(), good.label(), Standing.NO_EVIDENCE, null, null))
                .hasMessageContaining("does not fit NO_EVIDENCE");
        assertThatThrownBy(() -> new EvidenceSuggestion(
                        LOGS, row, good.framework(), good.label(), Standing.IN_PLACE, null, OperatedSystem.UNDATED))
                .hasMessageContaining("does not fit IN_PLACE");
        assertThatThrownBy(() -> new OperatedSystem(null, DAY, DAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void texts_of_others_are_escaped_in_sentences() {
        ControlState state = ControlState.of(Stage.IMPLEMENTED).shownBy("a\n\u202Eb");

        assertThat(sentences(Elsewhere.nothing().with(LOGGING, state), LOGS).get(0))
                .contains("shown by a\\n\\u202eb;");
    }

    @Test
    void without_anything_said_nothing_is_suggested() {
        assertThat(EvidenceReuse.none().about(LOGS, SECURED)).isEmpty();
        assertThat(EvidenceReuse.none().asOf()).isEmpty();
        assertThat(EvidenceReuse.none().elsewhere().isEmpty()).isTrue();
    }
}
