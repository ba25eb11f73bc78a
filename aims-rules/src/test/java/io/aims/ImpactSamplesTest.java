package io.aims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.ImpactGuides;
import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.proof.Detail;
import io.aims.source.Clause;
import io.aims.system.AiSystem;
import io.aims.system.people.VulnerableGroup;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.assessment.AssessedTopic;
import io.aims.treatment.assessment.AssessedTopic.Standing;
import io.aims.treatment.assessment.AtHand;
import io.aims.treatment.assessment.ClauseEvidence;
import io.aims.treatment.assessment.ClauseProfile;
import io.aims.treatment.assessment.ImpactAssessment;
import io.aims.treatment.assessment.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Impact assessments and evidence of clauses for the fourteen sample systems. */
class ImpactSamplesTest {

    private static final Aims aims = Aims.standard();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @AfterAll
    static void close() {
        aims.close();
    }

    @ParameterizedTest(name = "{0}: {1}, societies {2}")
    @CsvSource({
        "s01, CALLED_FOR, NOT_CALLED_FOR",
        "s03, CALLED_FOR, NOT_CALLED_FOR",
        "s07, CALLED_FOR, CALLED_FOR",
        "s09, CALLED_FOR, CALLED_FOR",
        "s11, NOT_CALLED_FOR, NOT_CALLED_FOR",
        "s12, CALLED_FOR, NOT_CALLED_FOR",
        "s14, CALLED_FOR, CALLED_FOR"
    })
    void an_assessment_is_called_for_or_not(String sample, Trigger.Call call, Trigger.Call societies)
            throws IOException {
        ImpactAssessment draft = draft(sample);

        assertThat(draft.call()).isEqualTo(call);
        assertThat(draft.parts().get(2).trigger().call()).isEqualTo(societies);
    }

    /** The texts are read by people before they stand here: -Daims.golden=true writes them anew. */
    @ParameterizedTest
    @ValueSource(strings = {"s01", "s11", "s14"})
    void a_draft_reads_as_it_should(String sample) throws IOException {
        equalsGolden(
                "impact/" + sample + ".md",
                draft(sample).narrative(Detail.SHORT).markdown());
    }

    @Test
    void what_is_evidenced_of_the_clauses_reads_as_it_should() throws IOException {
        ResidualProfile profile = aims.residual(aims.evaluate(system("s01"), DAY), states("s01"));

        equalsGolden(
                "impact/s01-clauses.md",
                aims.clauses().add(profile).profile().narrative().markdown());
    }

    @Test
    void a_screening_is_the_outcome_if_nothing_calls_for_an_assessment() throws IOException {
        ImpactAssessment draft = draft("s11");

        assertThat(draft.verdict()).contains("screening").contains("2026-03-01");
        Trigger societies = draft.triggers().get(2);
        assertThat(societies.against())
                .extracting(fact -> fact.entry().characteristic().id())
                .contains("affectedReach", "societalInfluence", "computeIntensity");
        assertThat(societies.explanation().text()).contains("ruled out");
    }

    @Test
    void a_stop_comes_first() throws IOException {
        assertThat(draft("s14").narrative(Detail.SHORT).text())
                .matches("(?s)Impact assessment of [^\n]*: draft\n\nSTOP\\. .*\\(REG-07\\).*");
    }

    @Test
    void nobody_is_concerned_by_what_was_found_because_of_others() throws IOException {
        AiSystem system = system("s02").toBuilder()
                .exactly(Characteristics.VULNERABLE_GROUPS, VulnerableGroup.WORKERS)
                .build();
        ImpactAssessment draft = aims.impact(aims.residual(aims.evaluate(system), ControlStates.unknown()));

        assertThat(standing(draft, "workers")).isEqualTo(Standing.FOUND);
        assertThat(standing(draft, "children")).isEqualTo(Standing.NOTHING_FOUND);
        assertThat(standing(draft, "patients")).isEqualTo(Standing.NOTHING_FOUND);
        ImpactAssessment open = aims.impact(aims.residual(
                aims.evaluate(system.toBuilder()
                        .containing(Characteristics.VULNERABLE_GROUPS, VulnerableGroup.WORKERS)
                        .build()),
                ControlStates.unknown()));
        assertThat(standing(open, "workers")).isEqualTo(Standing.FOUND);
        assertThat(standing(open, "patients")).isEqualTo(Standing.POSSIBLE);
        assertThat(topic(open, "patients").open())
                .extracting(fact -> fact.entry().characteristic().id())
                .contains("vulnerableGroups");
    }

    @Test
    void nothing_in_a_name_or_text_of_others_is_markup() {
        AiSystem hostile = AiSystem.named("x")
                .name("<script>alert(1)</script> [a](b) \u202Eevil\u0007")
                .description("# not a heading\n* not a list <img src=x>")
                .build();
        ImpactAssessment draft = aims.impact(aims.residual(aims.evaluate(hostile), ControlStates.unknown()));

        assertThat(draft.narrative(Detail.SHORT).markdown())
                .doesNotContain("\u202E", "\u0007", "\n# not", "\n* not")
                .doesNotContainPattern("(?<!\\\\)[<\\[]")
                .contains("\\<script\\>");
        assertThat(draft.narrative(Detail.SHORT).text()).doesNotContain("\u202E", "\u0007", "\n* not");
    }

    @Test
    void proofs_and_residual_risks_are_of_one_evaluation() throws IOException {
        ResidualProfile other = aims.residual(aims.evaluate(system("s11")), ControlStates.unknown());

        assertThatThrownBy(() -> ImpactAssessment.draft(
                        ImpactGuides.standard(), aims.vocabulary(), aims.explain(aims.evaluate(system("s01"))), other))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-3085");
    }

    // Clauses ------------------------------------------------------------------------------------------------------

    @Test
    void no_clause_is_evidenced_further_than_the_catalogue_allows() throws IOException {
        for (ClauseProfile profile : List.of(
                aims.clauses().profile(),
                clauses("s01", states("s01")),
                full("s11"),
                aims.clauses().add(profile("s01")).add(profile("s11")).profile())) {
            assertThat(profile.clauses()).hasSize(43);
            assertThat(profile.clauses())
                    .allMatch(each -> each.evidenced().compareTo(each.clause().evidence()) >= 0);
        }
    }

    @Test
    void without_systems_nothing_is_evidenced() {
        assertThat(aims.clauses().profile().clauses()).allMatch(each -> each.evidenced() == Clause.Evidence.NO);
        assertThat(aims.clauses().profile().sentence()).startsWith("0 systems were evaluated.");
    }

    @Test
    void with_all_that_is_needed_a_clause_is_evidenced() throws IOException {
        ClauseProfile profile = full("s11");

        assertThat(List.of("6.1.2", "6.1.3", "8.2", "8.3", "8.4"))
                .allSatisfy(clause -> assertThat(evidence(profile, clause).evidenced())
                        .as(clause)
                        .isEqualTo(Clause.Evidence.FULL));
        assertThat(evidence(profile, "5.1").evidenced()).isEqualTo(Clause.Evidence.NO);
        assertThat(evidence(profile, "7.2").evidenced()).isEqualTo(Clause.Evidence.PARTIAL);
        assertThat(evidence(profile, "8").evidenced()).isEqualTo(Clause.Evidence.PARTIAL);
    }

    @Test
    void less_is_evidenced_if_something_is_missing() throws IOException {
        ResidualProfile undated = aims.residual(aims.evaluate(system("s11")), effective());
        ClauseProfile profile =
                aims.clauses().add(undated).withStatement(null).withPlan().profile();

        assertThat(evidence(profile, "8.2").evidenced()).isEqualTo(Clause.Evidence.PARTIAL);
        assertThat(evidence(profile, "8.2").lacking())
                .extracting(AtHand::sentence)
                .containsExactly(
                        "No comparison with an earlier evaluation is at hand.",
                        "No evaluation names the day for which it was made.");
        assertThat(evidence(profile, "8.4").evidenced()).isEqualTo(Clause.Evidence.PARTIAL);
        assertThat(evidence(profile, "6.3").evidenced()).isEqualTo(Clause.Evidence.NO);
        ClauseProfile silent = clauses("s11", ControlStates.unknown());
        assertThat(evidence(silent, "8.3").evidenced()).isEqualTo(Clause.Evidence.PARTIAL);
        assertThat(evidence(silent, "6.1.3").lacking())
                .extracting(AtHand::sentence)
                .anyMatch(sentence -> sentence.startsWith("Nothing is said of how far the "))
                .contains("No Statement of Applicability is at hand.");
    }

    @Test
    void nothing_known_is_hardly_evidence() {
        ResidualProfile empty =
                aims.residual(aims.evaluate(AiSystem.named("new").build()), ControlStates.unknown());
        ClauseProfile profile = aims.clauses().add(empty).profile();

        assertThat(profile.count(Clause.Evidence.FULL)).isZero();
        assertThat(List.of("4.1", "4.2", "5.2", "5.3", "6.1.4", "7.2", "8.1", "8.4", "9.1", "10.1", "10.2"))
                .allSatisfy(clause -> assertThat(evidence(profile, clause).evidenced())
                        .as(clause)
                        .isEqualTo(Clause.Evidence.NO));
    }

    @Test
    void the_order_of_systems_does_not_matter() throws IOException {
        assertThat(aims.clauses()
                        .add(profile("s01"))
                        .add(profile("s11"))
                        .profile()
                        .narrative())
                .isEqualTo(aims.clauses()
                        .add(profile("s11"))
                        .add(profile("s01"))
                        .profile()
                        .narrative());
        assertThat(aims.clauses()
                        .add(profile("s01"))
                        .add(profile("s11"))
                        .profile()
                        .narrative()
                        .text())
                .contains("2 systems were evaluated.");
    }

    @Test
    void a_control_that_is_stated_as_missing_is_no_evidence_of_a_clause() throws IOException {
        ClauseProfile profile = clauses(
                "s01", ControlStates.of(Map.of(new ControlId("A.2.2"), ControlState.of(Stage.NOT_IMPLEMENTED))));

        assertThat(evidence(profile, "5.2").evidenced()).isEqualTo(Clause.Evidence.NO);
        assertThat(evidence(profile, "5.2").needs().get(0).sentence())
                .isEqualTo("AI policy (A.2.2) is needed, and not certain to be in place.");
        assertThat(evidence(profile, "10.2").needs())
                .extracting(AtHand::sentence)
                .contains("1 control that is needed is stated as missing: candidates for nonconformity.");
    }

    private static ClauseProfile full(String sample) throws IOException {
        ResidualProfile profile = aims.residual(aims.evaluate(system(sample), DAY), effective());
        return aims.clauses()
                .add(profile)
                .compared(EvaluationDiff.between(profile.evaluation(), profile.evaluation()))
                .withStatement(DAY)
                .withPlan()
                .profile();
    }

    private static ClauseProfile clauses(String sample, ControlStates states) throws IOException {
        return aims.clauses()
                .add(aims.residual(aims.evaluate(system(sample), DAY), states))
                .profile();
    }

    private static ClauseEvidence evidence(ClauseProfile profile, String clause) {
        return profile.clause(clause).orElseThrow();
    }

    private static ResidualProfile profile(String sample) throws IOException {
        return aims.residual(aims.evaluate(system(sample), DAY), ControlStates.unknown());
    }

    private static ControlStates effective() {
        Map<ControlId, ControlState> states = new HashMap<>();
        for (Control control : aims.catalogue().controls()) {
            states.put(control.id(), ControlState.of(Stage.EFFECTIVE).shownBy("audit"));
        }
        return ControlStates.of(states);
    }

    // Drafts -------------------------------------------------------------------------------------------------------

    private static AssessedTopic topic(ImpactAssessment draft, String id) {
        return draft.topics()
                .filter(topic -> topic.topic().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Standing standing(ImpactAssessment draft, String topic) {
        return topic(draft, topic).standing();
    }

    private static ImpactAssessment draft(String sample) throws IOException {
        return aims.impact(aims.residual(aims.evaluate(system(sample), DAY), states(sample)));
    }

    private static ControlStates states(String sample) {
        return sample.equals("s01")
                ? ControlStates.of(Map.of(
                        new ControlId("A.2.2"), ControlState.of(Stage.IMPLEMENTED),
                        new ControlId("A.8.3"), ControlState.of(Stage.PLANNED),
                        new ControlId("A.9.2"),
                                ControlState.of(Stage.EFFECTIVE)
                                        .shownBy("internal audit 2026-02")
                                        .until(LocalDate.of(2027, 2, 28))))
                : ControlStates.unknown();
    }

    private static void equalsGolden(String name, String text) throws IOException {
        Path file = root().resolve("aims-rules/src/test/resources").resolve(name);
        if (Boolean.getBoolean("aims.golden")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private static Path root() {
        return Path.of(System.getProperty("aims.root"));
    }

    private static AiSystem system(String sample) throws IOException {
        Path file;
        try (Stream<Path> files = Files.list(root().resolve("aims-rules/src/test/resources/samples"))) {
            file = files.filter(path -> path.getFileName().toString().startsWith(sample + "-"))
                    .filter(path -> !path.toString().contains(".expected"))
                    .findFirst()
                    .orElseThrow();
        }
        Faults faults = new Faults();
        Fields fields = Fields.of(
                Documents.yaml(String.valueOf(file.getFileName()), Files.readString(file)),
                faults,
                "AIMS-1001",
                "system");
        String id = fields.requiredText("id");
        AiSystem.Builder builder = AiSystem.named(id)
                .putAll(new AnswerReader("system", id, faults)
                        .readAll(fields.requiredNode("characteristics").orElseThrow(), aims.vocabulary()));
        fields.text("name").ifPresent(builder::name);
        fields.text("description").ifPresent(builder::description);
        assertThat(faults.toList()).isEmpty();
        return builder.build();
    }
}
