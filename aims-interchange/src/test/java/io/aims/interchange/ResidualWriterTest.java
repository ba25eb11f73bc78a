package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aims.catalog.Criteria;
import io.aims.catalog.CrosswalkFiles;
import io.aims.control.ControlId;
import io.aims.crosswalk.FrameworkId;
import io.aims.error.Place;
import io.aims.evaluation.Evaluation;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.treatment.ControlCosts;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.Treatment;
import io.aims.treatment.TreatmentPlan;
import io.aims.treatment.reuse.Elsewhere;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.reuse.OperatedSystem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResidualWriterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final ResidualWriter WRITER = new ResidualWriter(Given.LIMITS, EvaluationWriter.Layout.ONE_LINE);
    private static final String LOAN = """
            id: loan
            name: Loan <b>scoring</b>
            characteristics:
              aimsRoles: [AI_CUSTOMER]
              automationLevel: HIGH_AUTOMATION
              decisionEffect: LEGAL_OR_SIMILARLY_SIGNIFICANT
            controls:
              A.9.2: {state: EFFECTIVE, how: by hand, evidence: audit, owner: risk, since: 2026-01-01, until: 2026-02-28}
              A.2.2: PARTIAL
            """;

    private static final EvidenceReuse REUSE = EvidenceReuse.of(
            CrosswalkFiles.standard(),
            Elsewhere.nothing().operating(new FrameworkId("iso-27001-2022"), new OperatedSystem("audit", null, DAY)),
            DAY);

    private static ResidualProfile profile(String system) {
        SystemDocument document = Given.yaml(system);
        Evaluation evaluation = Given.evaluator().evaluate(document.system(), null);
        return ResidualProfile.of(evaluation, document.controls(), Criteria.standard(), DAY);
    }

    private static ResidualWriter.Beside all(ResidualProfile profile) {
        ControlId control = new ControlId("A.9.2");
        ObjectiveId fairness = new ObjectiveId("C.2.5");
        TreatmentPlan decided = TreatmentPlan.of(
                profile,
                List.of(
                        new Treatment.Modify(control, Stage.EFFECTIVE, "o", DAY.minusDays(1), "a"),
                        new Treatment.Share(fairness, "insurer", "o", DAY, "a"),
                        new Treatment.Avoid("the pilot", fairness, "o", DAY, "a")),
                RiskLevel.VERY_LOW);
        return new ResidualWriter.Beside(
                new Place("loan.yaml", 3, 1),
                profile.cheapestPlan(ControlCosts.of(Map.of(control, 3L)), RiskLevel.VERY_LOW),
                decided,
                null);
    }

    @Test
    void what_is_written_is_valid_by_the_published_schema() {
        ResidualProfile loan = profile(LOAN);
        for (String json : List.of(
                WRITER.text(loan, all(loan)),
                WRITER.text(loan, ResidualWriter.Beside.NOTHING),
                WRITER.text(loan, new ResidualWriter.Beside(null, null, null, REUSE)),
                WRITER.text(profile("id: thin"), ResidualWriter.Beside.NOTHING),
                WRITER.text(
                        ResidualProfile.of(loan.evaluation(), ControlStates.unknown(), Criteria.standard(), null),
                        ResidualWriter.Beside.NOTHING))) {
            assertThat(Schemas.faults(ResidualWriter.SCHEMA, json)).as(json).isEmpty();
        }
    }

    @Test
    void the_schema_refuses_what_is_not_written() {
        String json = WRITER.text(profile(LOAN), ResidualWriter.Beside.NOTHING);
        for (String wrong : List.of(
                json.replace("residual/1", "residual/2"),
                json.replace("\"gaps\"", "\"gap\""),
                json.replace("\"kind\":\"", "\"kind\":\"X"),
                json.replace("\"taken\"", "\"share\""))) {
            assertThat(wrong).isNotEqualTo(json);
            assertThat(Schemas.faults(ResidualWriter.SCHEMA, wrong)).isNotEmpty();
        }
    }

    @Test
    void inherent_and_residual_stand_side_by_side_with_what_each_control_takes() {
        ResidualProfile loan = profile(LOAN);
        JsonNode json = Schemas.json(WRITER.text(loan, all(loan)));

        JsonNode fairness = json.get("risks").get(4);
        assertThat(fairness.get("objective").asText()).isEqualTo("C.2.5");
        assertThat(fairness.get("inherent").get("likelihood").toString())
                .isEqualTo("{\"low\":\"MODERATE\",\"high\":\"HIGH\"}");
        assertThat(fairness.get("effects").toString()).contains("\"control\":\"A.9.2\"");
        JsonNode use = control(json, "A.9.2");
        assertThat(use.get("state").toString())
                .isEqualTo("{\"state\":\"EFFECTIVE\",\"how\":\"by hand\",\"evidence\":\"audit\",\"owner\":\"risk\","
                        + "\"since\":\"2026-01-01\",\"until\":\"2026-02-28\"}");
        assertThat(use.get("counts").toString()).isEqualTo("{\"low\":\"IMPLEMENTED\",\"high\":\"IMPLEMENTED\"}");
        assertThat(use.get("reasons").toString()).contains("EVIDENCE_EXPIRED");
        assertThat(json.get("system").get("place").toString()).isEqualTo("{\"document\":\"loan.yaml\",\"line\":3}");
        assertThat(json.get("evaluation").asText())
                .isEqualTo(loan.evaluation().seal().value());
        assertThat(json.get("seal").asText()).isEqualTo(loan.seal().value());
        assertThat(json.get("stop")).hasSize(1);
    }

    private static JsonNode control(JsonNode json, String id) {
        for (JsonNode control : json.get("controls")) {
            if (control.get("id").asText().equals(id)) {
                return control;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void plan_and_decisions_are_written_as_they_are() {
        ResidualProfile loan = profile(LOAN);
        JsonNode json = Schemas.json(WRITER.text(loan, all(loan)));

        assertThat(json.get("cheapestPlan").get("tolerance").asText()).isEqualTo("VERY_LOW");
        assertThat(json.get("cheapestPlan").get("outOfReach").toString()).isEqualTo("[\"C.2.5\"]");
        assertThat(json.get("decided").get("overdue").toString())
                .isEqualTo("[{\"modify\":\"A.9.2\",\"to\":\"EFFECTIVE\",\"owner\":\"o\",\"due\":\"2026-02-28\","
                        + "\"approver\":\"a\"}]");
        assertThat(json.get("decided").get("treatments")).hasSize(3);
        assertThat(json.get("decided").get("open")).isEmpty();
        assertThat(json.get("decided").get("outcomes").get(4).get("standing").asText())
                .isEqualTo("AVOIDED");
    }

    @Test
    void a_gap_tells_what_may_be_reused_and_nothing_else_changes() {
        ResidualProfile loan = profile(LOAN);
        ObjectNode with =
                (ObjectNode) Schemas.json(WRITER.text(loan, new ResidualWriter.Beside(null, null, null, REUSE)));
        JsonNode without = Schemas.json(WRITER.text(loan, ResidualWriter.Beside.NOTHING));

        assertThat(with.get("gaps"))
                .allMatch(gap -> gap.has("reuse"))
                .anyMatch(gap -> !gap.get("reuse").get("suggestions").isEmpty());
        with.get("gaps").forEach(gap -> ((ObjectNode) gap).remove("reuse"));
        assertThat(with).isEqualTo(without);
    }

    @Test
    void both_layouts_say_the_same_and_equal_profiles_give_equal_text() {
        ResidualProfile loan = profile(LOAN);
        String indented = new ResidualWriter(Given.LIMITS, EvaluationWriter.Layout.INDENTED).text(loan, all(loan));

        assertThat(indented).contains("\n  \"asOf\": \"2026-03-01\"");
        assertThat(Schemas.json(indented)).isEqualTo(Schemas.json(WRITER.text(loan, all(loan))));
        assertThat(WRITER.text(profile(LOAN), all(loan))).isEqualTo(WRITER.text(loan, all(loan)));
    }
}
