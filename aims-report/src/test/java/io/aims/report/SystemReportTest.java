package io.aims.report;

import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.DECISION_ROLE;
import static io.aims.system.vocabulary.Characteristics.EXPLAINABILITY;
import static io.aims.system.vocabulary.Characteristics.JURISDICTIONS;
import static io.aims.system.vocabulary.Characteristics.PROHIBITED_PRACTICE_FLAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.Aims;
import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.control.ControlId;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.OutsideFinding;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.RuleEngine;
import io.aims.reasoning.proof.Explainer;
import io.aims.report.internal.page.VisibleText;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.rule.PackReference;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Provenance;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.automation.DecisionRole;
import io.aims.system.identity.AimsRole;
import io.aims.system.identity.Jurisdiction;
import io.aims.system.people.DecisionEffect;
import io.aims.system.regulation.ProhibitedPractice;
import io.aims.system.technique.Explainability;
import io.aims.treatment.ControlCosts;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.Treatment;
import io.aims.treatment.TreatmentPlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

class SystemReportTest {

    private static final Aims AIMS = Aims.standard();
    private static final int MOST_BYTES = 500_000;
    private static final String EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>"
            + "</style><style>body{display:none}</style> javascript:alert(4) {{1}} ${1} <!-- \u202e \u200b \u0007";

    private static final AiSystem LOANS = AiSystem.named("loans")
            .name("Retail loan scoring")
            .description("Grants or refuses loans.")
            .answer(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
            .answer(DECISION_EFFECT, DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT)
            .answer(DECISION_ROLE, DecisionRole.SOLE)
            .answer(EXPLAINABILITY, Explainability.OPAQUE)
            .exactly(AIMS_ROLES, AimsRole.AI_CUSTOMER)
            .build();

    @AfterAll
    static void close() {
        AIMS.close();
    }

    private static String page(AiSystem system, ControlStates states) {
        return Reported.report(AIMS, system, states).html();
    }

    private static String loans() {
        return page(LOANS, ControlStates.unknown());
    }

    private static AiSystem hostile() {
        Answer automation = LOANS.answer(AUTOMATION_LEVEL).orElseThrow();
        return LOANS.toBuilder()
                .name(EVIL)
                .description(EVIL + " " + "W".repeat(20_000))
                .build()
                .with(new Answer(
                        automation.characteristic(),
                        automation.bounds(),
                        new Provenance(EVIL, Reported.DAY, EVIL + "W".repeat(20_000), Provenance.Basis.INFERRED)));
    }

    private static ControlStates hostileStates() {
        return ControlStates.of(Map.of(
                new ControlId("A.9.2"),
                new ControlState(Stage.EFFECTIVE, EVIL, EVIL, null, Reported.DAY.plusYears(1))));
    }

    @Test
    void a_page_runs_nothing_and_loads_nothing() {
        Document page = Reported.parsed(page(hostile(), hostileStates()));

        for (String active : List.of("script", "img", "iframe", "object", "embed", "form", "base", "video")) {
            assertThat(Reported.elements(page, active)).as(active).isEmpty();
        }
        assertThat(Reported.elements(page, "style")).hasSize(1);
        for (Element element : Reported.elements(page, "*")) {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Attr attribute = (Attr) attributes.item(i);
                assertThat(attribute.getName()).doesNotStartWith("on").isNotIn("style", "src", "srcdoc");
                if (attribute.getName().equals("href")) {
                    assertThat(attribute.getValue()).matches("#[A-Za-z0-9._-]+|data:,");
                }
            }
        }
    }

    @Test
    void hostile_texts_are_shown_as_the_texts_they_are() {
        Document page = Reported.parsed(page(hostile(), hostileStates()));

        assertThat(Reported.elements(page, "h1").get(0).getTextContent()).isEqualTo(VisibleText.of(EVIL));
        assertThat(page.getDocumentElement().getTextContent())
                .contains("\\u202e")
                .contains("\\u200b")
                .contains("\\u0007")
                .doesNotContain("\u202e", "\u200b");
    }

    @Test
    void a_page_stays_small_whatever_stands_in_it() {
        assertThat(page(hostile(), hostileStates()).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(MOST_BYTES);
        assertThat(page(AiSystem.named("empty").build(), ControlStates.unknown())
                        .getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(MOST_BYTES);
    }

    @Test
    void the_policy_allows_the_style_sheet_of_the_page_and_nothing_else() throws Exception {
        Document page = Reported.parsed(loans());
        String style = Reported.elements(page, "style").get(0).getTextContent();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));

        assertThat(Reported.elements(page, "meta").stream()
                        .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                        .map(meta -> meta.getAttribute("content")))
                .containsExactly("default-src 'none'; style-src 'sha256-" + hash
                        + "'; img-src data:; base-uri 'none'; form-action 'none'");
        assertThat(style).doesNotContain("url(", "@import");
    }

    @Test
    void the_same_input_gives_the_same_bytes_in_every_language() {
        Locale before = Locale.getDefault();
        String here = loans();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(loans()).isEqualTo(here);
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(loans()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void every_link_has_a_place_and_every_place_a_name_of_its_own() {
        Document page = Reported.parsed(loans());
        List<String> ids = new ArrayList<>();
        for (Element element : Reported.elements(page, "*")) {
            if (element.hasAttribute("id")) {
                ids.add(element.getAttribute("id"));
            }
        }
        Set<String> places = new HashSet<>(ids);

        assertThat(ids).doesNotHaveDuplicates();
        for (String kind : List.of("a", "use")) {
            assertThat(Reported.elements(page, kind))
                    .allSatisfy(link -> assertThat(places)
                            .contains(link.getAttribute("href").substring(1)));
        }
        for (Element element : Reported.elements(page, "*")) {
            if (element.hasAttribute("aria-labelledby")) {
                assertThat(places)
                        .containsAll(
                                List.of(element.getAttribute("aria-labelledby").split(" ")));
            }
        }
    }

    @Test
    void headings_leave_out_no_step_and_headers_of_tables_say_what_they_head() {
        Document page = Reported.parsed(loans());
        int before = 0;
        for (Element element : Reported.elements(page, "*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int level = element.getTagName().charAt(1) - '0';
                assertThat(level).as(element.getTextContent()).isLessThanOrEqualTo(before + 1);
                before = level;
            }
        }
        assertThat(Reported.elements(page, "th"))
                .isNotEmpty()
                .allSatisfy(header -> assertThat(header.getAttribute("scope")).isIn("col", "row"));
        assertThat(Reported.elements(page, "svg"))
                .allSatisfy(picture -> assertThat(picture.getAttribute("role") + picture.getAttribute("aria-hidden"))
                        .isIn("img", "true"));
    }

    @Test
    void every_objective_every_control_and_every_finding_that_holds_is_there() {
        String page = loans();
        Evaluation evaluation = AIMS.evaluate(LOANS, Reported.DAY);

        evaluation
                .risks()
                .forEach(risk ->
                        assertThat(page).contains("</span> " + risk.objective().title() + "</th>"));
        evaluation
                .controls()
                .forEach(result -> assertThat(page)
                        .contains("<span class=\"id\">" + result.control().id() + "</span> "
                                + result.control().title()));
        evaluation.findings().stream()
                .filter(finding -> finding.isCertain())
                .forEach(finding ->
                        assertThat(page).contains("id=\"rule-" + finding.rule().id() + "\""));
        AIMS.criteria().limits().forEach(limit -> assertThat(page).contains(limit));
    }

    @Test
    void a_verdict_that_nothing_lifts_comes_before_everything_else() {
        AiSystem stopped = LOANS.toBuilder()
                .exactly(JURISDICTIONS, Jurisdiction.EU)
                .exactly(PROHIBITED_PRACTICE_FLAGS, ProhibitedPractice.ART_5_1_C)
                .build();
        String text = Reported.parsed(page(stopped, ControlStates.unknown()))
                .getElementsByTagName("main")
                .item(0)
                .getTextContent();

        assertThat(text).contains("Stop", "must not be used as it is described", "no control lifts it");
        assertThat(text.indexOf("must not be used")).isLessThan(text.indexOf("Level of risk"));
        assertThat(text).contains("Whatever the levels are: the system must not be used");
    }

    @Test
    void an_empty_description_looks_like_much_that_is_unknown_and_never_safe() {
        String text = Reported.parsed(page(AiSystem.named("empty").build(), ControlStates.unknown()))
                .getDocumentElement()
                .getTextContent()
                .replaceAll("\\s+", " ");

        assertThat(text)
                .contains("Very low to very high")
                .contains("0 of " + Vocabularies.standard().entries().size() + " questions answered")
                .contains("It is not known yet whether empty may be used")
                .contains("if what is unknown turns out badly, it needs a decision of top management")
                .contains("they may not be left out");
    }

    @Test
    void states_are_told_with_evidence_owner_and_why_they_count_for_less() {
        ControlStates states = ControlStates.of(Map.of(
                new ControlId("A.9.2"),
                new ControlState(Stage.EFFECTIVE, "audit 17", "Head of lending", null, Reported.DAY.minusDays(1)),
                new ControlId("A.6.2.6"),
                ControlState.of(Stage.PARTIAL)));

        assertThat(page(LOANS, states))
                .contains("Stated as effective until 2026-06-29.")
                .contains("its evidence has expired")
                .contains("Evidence: audit 17.")
                .contains("Owner: Head of lending.");
    }

    @Test
    void contradictions_are_told_with_both_answers() {
        AiSystem contradicting = LOANS.with(AUTOMATION_LEVEL, AutomationLevel.NOT_AUTOMATED);
        List<String> whys = AIMS.evaluate(contradicting).contradictions().stream()
                .map(contradiction -> contradiction.why())
                .toList();

        String text = Reported.parsed(page(contradicting, ControlStates.unknown()))
                .getDocumentElement()
                .getTextContent();

        assertThat(whys).isNotEmpty().allSatisfy(why -> assertThat(text).contains(why));
        assertThat(text).contains("Answers that contradict one another");
        assertThat(loans()).doesNotContain("Answers that contradict one another");
    }

    @Test
    void plans_are_shown_when_given() {
        Evaluation evaluation = AIMS.evaluate(LOANS, Reported.DAY);
        ResidualProfile profile = AIMS.residual(evaluation, ControlStates.unknown());
        TreatmentPlan plan = TreatmentPlan.of(
                profile,
                List.of(new Treatment.Retain(
                        new ObjectiveId("C.2.4"),
                        RiskLevel.VERY_HIGH,
                        "<b>small</b>",
                        "IT",
                        Reported.DAY.plusDays(10),
                        "Board")),
                RiskLevel.LOW);
        SystemReport plain = SystemReport.of(AIMS.explain(evaluation), profile);

        String page = plain.with(plan)
                .with(profile.cheapestPlan(ControlCosts.of(Map.of(new ControlId("A.9.2"), 3L)), RiskLevel.VERY_HIGH))
                .html();

        assertThat(page)
                .contains(
                        "What is decided", "&lt;b&gt;small&lt;/b&gt;", "Board", "The cheapest way to tolerable risks");
        assertThat(plain.html()).doesNotContain("What is decided", "The cheapest way");
    }

    @Test
    void the_statement_of_the_system_is_shown_and_that_of_another_refused() {
        Evaluation evaluation = AIMS.evaluate(LOANS, Reported.DAY);
        ResidualProfile profile = AIMS.residual(evaluation, ControlStates.unknown());
        Evaluation other = AIMS.evaluate(AiSystem.named("other").build(), Reported.DAY);
        ResidualProfile ofOther = AIMS.residual(other, ControlStates.unknown());
        SystemReport report = SystemReport.of(AIMS.explain(evaluation), profile);

        assertThat(report.with(AIMS.statement(List.of(profile), ControlStates.unknown(), List.of(), Reported.DAY))
                        .html())
                .contains("Every control of the catalogue, whether it is applicable");
        assertThatThrownBy(() ->
                        report.with(AIMS.statement(List.of(ofOther), ControlStates.unknown(), List.of(), Reported.DAY)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SystemReport.of(AIMS.explain(evaluation), ofOther))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_draft_of_an_impact_assessment_is_shown_and_that_of_another_system_refused() {
        Evaluation evaluation = AIMS.evaluate(LOANS, Reported.DAY);
        ResidualProfile profile = AIMS.residual(evaluation, ControlStates.unknown());
        Evaluation other = AIMS.evaluate(AiSystem.named("other").build(), Reported.DAY);
        SystemReport report = SystemReport.of(AIMS.explain(evaluation), profile);

        String page = report.with(AIMS.impact(profile)).html();

        Reported.parsed(page);
        assertThat(page).contains("Impact assessment (draft)", "<strong>Open:</strong>");
        assertThatThrownBy(() -> report.with(AIMS.impact(AIMS.residual(other, ControlStates.unknown()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_rules_outside_the_guarantees_found_stands_in_a_section_of_its_own() {
        PackReference rules = new PackReference("acme-lending", "1.0", "f".repeat(64));
        List<OutsideFinding> findings = List.of(
                new OutsideFinding("ACME-1", EVIL, EVIL, Truth.TRUE, List.of(new ControlId("A.9.3")), rules, EVIL),
                new OutsideFinding("ACME-2", "Other", "Maybe.", Truth.UNDETERMINED, List.of(), rules, "ACME-2 other"));
        RuleBase base = new RuleBase(
                Vocabularies.standard(), Catalogues.iso42001(), Criteria.standard(), List.of(RulePacks.standard()));
        PlainEngine oracle = new PlainEngine(base);
        RuleEngine engine = new RuleEngine() {
            @Override
            public Outcomes run(AiSystem system) {
                Outcomes outcomes = oracle.run(system);
                return new Outcomes(outcomes.certain(), outcomes.possible(), findings);
            }

            @Override
            public List<PackReference> outside() {
                return List.of(rules);
            }
        };
        Evaluation evaluation = new Evaluator(base, engine).evaluate(LOANS, Reported.DAY);
        ResidualProfile profile =
                ResidualProfile.of(evaluation, ControlStates.unknown(), Criteria.standard(), Reported.DAY);
        String html =
                SystemReport.of(new Explainer(base).proofs(evaluation), profile).html();
        Document page = Reported.parsed(html);

        assertThat(Reported.elements(page, "section"))
                .filteredOn(section -> section.getAttribute("id").equals("outside"))
                .singleElement()
                .extracting(Element::getTextContent)
                .asString()
                .contains(
                        "Found by rules outside the guarantees", "ACME-1", "A.9.3", "ACME-2", "Undetermined", "Maybe.");
        assertThat(Reported.elements(page, "script")).isEmpty();
        assertThat(Reported.elements(page, "img")).isEmpty();
        assertThat(html).contains("href=\"#outside\"", "Rules outside the guarantees");
        assertThat(loans()).doesNotContain("outside the guarantees");
    }
}
