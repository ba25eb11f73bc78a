package io.aims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.catalog.Catalogues;
import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.EvaluationReader;
import io.aims.interchange.EvaluationWriter;
import io.aims.reasoning.verification.Verification;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.rule.PackReference;
import io.aims.rule.ReplacedRule;
import io.aims.rule.Replacement;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.Packs;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Packs of vendors beside each other and beside the standard one. */
class OwnPacksTest {

    private static final PackLoader LOADER = PackLoader.standard();
    private static final RulePack CHAIN = LOADER.read(Packs.clean("cold-chain"));
    private static final RulePack AUDIT = LOADER.beside(CHAIN).read(Packs.clean("cold-chain-audit"));
    private static final RulePack DESK = LOADER.read(Packs.clean("night-desk"));

    private static final String BOTH = "iso-42001:2023+acme:1";
    private static final String RULE = """
            id: %s
            title: Decides without staff
            when: automationLevel >= FULL_AUTOMATION
            requires: [%s]
            why: Somebody has to look.
            sources: [Handbook 2]
            examples:
              fires: [{automationLevel: FULL_AUTOMATION}]
              silent: [{automationLevel: ASSISTANCE}]
              unknown: [{}]
            """;

    @Test
    void controls_that_a_pack_brings_are_required_like_those_of_the_standard() {
        try (Aims aims = Aims.builder().packs(CHAIN).build()) {
            Evaluation evaluation =
                    aims.evaluate(system(aims, "{coldGoods: {contains: [VACCINES]}, coldDrift: LASTING}"));

            assertThat(aims.catalogue().id()).isEqualTo("iso-42001:2023+cold-chain:1");
            assertThat(required(evaluation)).containsExactly("A.6.2.8", "CC-1", "CC-2", "CC-3");
            assertThat(aims.explain(evaluation, new ControlId("CC-3")).toString())
                    .isNotEmpty();
        }
    }

    @Test
    void a_pack_reads_characteristics_and_results_of_another_in_a_later_stratum() {
        try (Aims aims = Aims.builder().packs(AUDIT, CHAIN).build()) {
            Evaluation evaluation = aims.evaluate(
                    system(aims, "{coldGoods: {contains: [VACCINES]}, coldDrift: LASTING, auditGap: YEARS}"));

            assertThat(required(evaluation)).contains("A.3.3", "CC-3");
        }
    }

    @Test
    void a_rule_of_a_vendor_follows_from_a_result_of_the_standard_pack() {
        RulePack acme = LOADER.beside(RulePacks.standard())
                .read(Packs.ofOneRule(
                        "acme",
                        BOTH,
                        """
                        id: ACME-1
                        title: Log of events is needed
                        when: needed contains A.6.2.8
                        requires: [ACME.LOG]
                        why: Our log has a form of its own.
                        sources: [Handbook 2]
                        examples:
                          fires: [{automationLevel: HIGH_AUTOMATION}]
                        """,
                        "catalogues:",
                        Packs.catalogue("acme", "1", "ACME", "ACME.LOG", "Log of ours")));
        try (Aims aims = Aims.builder().packs(acme, RulePacks.standard()).build()) {
            assertThat(required(aims.evaluate(system(aims, "{automationLevel: HIGH_AUTOMATION}"))))
                    .contains("A.6.2.8", "ACME.LOG");
            assertThat(aims.evaluate(system(aims, "{}"))
                            .control(new ControlId("ACME.LOG"))
                            .orElseThrow()
                            .status())
                    .isEqualTo(ControlStatus.UNDETERMINED);
        }
    }

    @Test
    void a_finding_of_a_vendor_raises_the_risk_to_an_objective_of_the_standard() {
        String rule = """
                id: ACME-1
                title: Decides at night
                when: automationLevel >= FULL_AUTOMATION
                raises: [C.3.3]
                threatens: [C.2.8]
                likelihood: VERY_HIGH
                severityFloor: CATASTROPHIC
                why: Nobody hears it.
                sources: [Handbook 2]
                examples:
                  fires: [{automationLevel: FULL_AUTOMATION}]
                  silent: [{automationLevel: ASSISTANCE}]
                  unknown: [{}]
                """;
        RulePack acme = LOADER.beside(RulePacks.standard()).read(Packs.ofOneRule("acme", "iso-42001:2023", rule));
        try (Aims with = Aims.builder().packs(RulePacks.standard(), acme).build();
                Aims without = Aims.builder().packs(RulePacks.standard()).build()) {
            String answers = "{automationLevel: FULL_AUTOMATION}";

            assertThat(level(with.evaluate(system(with, answers)))).isEqualTo(RiskLevel.VERY_HIGH);
            assertThat(level(without.evaluate(system(without, answers)))).isLessThan(RiskLevel.VERY_HIGH);
        }
    }

    @Test
    void own_criteria_decide_the_levels_that_rules_of_a_vendor_read() {
        assertThat(LOADER.verify(Packs.clean("cold-chain")).isLoadable()).isTrue();
        assertThat(LOADER.criteria(neverAboveLow())
                        .verify(Packs.clean("cold-chain"))
                        .errors())
                .extracting(error -> error.fault().message())
                .anySatisfy(message -> assertThat(message).contains("CC-R-10").contains("can never hold"));
    }

    @Test
    void clean_packs_fit_together_and_beside_the_standard_one() {
        try (Aims aims =
                Aims.builder().packs(DESK, AUDIT, RulePacks.standard(), CHAIN).build()) {
            assertThat(aims.packs())
                    .extracting(RulePack::id)
                    .containsExactly("cold-chain", "cold-chain-audit", "iso-42001", "night-desk");
        }
    }

    @Test
    void a_catalogue_that_two_packs_bring_counts_once() {
        try (Aims aims = Aims.builder()
                .packs(acme("acme", "ACME-1", "1", "ACME.LOG", "Log"), acme("zenith", "ZEN-1", "1", "ACME.LOG", "Log"))
                .build()) {
            assertThat(aims.catalogue().id()).isEqualTo(BOTH);
            assertThat(aims.catalogue().control(new ControlId("ACME.LOG"))).isPresent();
        }
    }

    @Test
    void a_catalogue_that_is_given_and_brought_counts_once() {
        RulePack acme = acme("acme", "ACME-1", "1", "ACME.LOG", "Log");
        try (Aims brought = Aims.builder().packs(acme).build();
                Aims both = Aims.builder()
                        .packs(acme)
                        .catalogues(acme.catalogues().get(0))
                        .build()) {
            assertThat(both.basis()).isEqualTo(brought.basis());
        }
    }

    @Test
    void one_catalogue_with_two_contents_is_told_with_both_packs() {
        assertThat(faults(
                        acme("zenith", "ZEN-1", "1", "ACME.LOG", "Logs"),
                        acme("acme", "ACME-1", "1", "ACME.LOG", "Log")))
                .singleElement()
                .hasToString("""
                        AIMS-2091: The catalogue (acme:1) of pack (zenith) has other content than catalogue (acme:1) of pack (acme).
                        Maybe one of the two was changed and kept its edition: let both bring the same, or give one of them a name of its own.""");
    }

    @Test
    void two_editions_of_a_catalogue_are_told_with_both_packs() {
        assertThat(faults(
                        acme("acme", "ACME-1", "1", "ACME.LOG", "Log"),
                        acme("zenith", "ZEN-1", "2", "ACME.LOG", "Log")))
                .anySatisfy(fault -> {
                    assertThat(fault.code()).isEqualTo("AIMS-2091");
                    assertThat(fault.message())
                            .isEqualTo(
                                    "The catalogue (acme:2) of pack (zenith) is another edition of catalogue (acme:1)"
                                            + " of pack (acme).");
                });
    }

    @Test
    void a_control_and_an_area_in_two_catalogues_are_told_with_both_packs() {
        RulePack other = LOADER.read(Packs.ofOneRule(
                "zenith",
                "iso-42001:2023+zenith:1",
                RULE.formatted("ZEN-1", "ACME.LOG"),
                "catalogues:",
                Packs.catalogue("zenith", "1", "ACME", "ACME.LOG", "Log")));

        assertThat(faults(other, acme("acme", "ACME-1", "1", "ACME.LOG", "Log")))
                .extracting(Fault::message)
                .contains(
                        "The area (ACME) of catalogue (zenith:1) of pack (zenith) stands also in catalogue (acme:1) of"
                                + " pack (acme).",
                        "The control (ACME.LOG) of catalogue (zenith:1) of pack (zenith) stands also in catalogue"
                                + " (acme:1) of pack (acme).");
    }

    @Test
    void a_characteristic_of_two_packs_is_told_with_both() {
        RulePack other = LOADER.read(Packs.ofOneRule("zenith", "iso-42001:2023", """
                id: ZEN-1
                title: Drifts
                when: coldDrift = YES
                requires: [A.6.2.6]
                why: It drifts.
                sources: [Handbook 2]
                examples:
                  fires: [{coldDrift: YES}]
                  silent: [{coldDrift: NO}]
                  unknown: [{}]
                """, "characteristics:", """
                  - id: coldDrift
                    tier: EXTENDED
                    type: BOOLEAN
                    question: Does it drift?
                    definition: Whether it drifts.
                    sources: [Handbook 3]"""));

        assertThat(faults(other, CHAIN))
                .extracting(Fault::message)
                .contains("Characteristic (coldDrift) of pack (zenith) has the id of another characteristic of pack"
                        + " (cold-chain).");
    }

    @Test
    void a_rule_id_of_two_packs_is_told_with_both_and_their_places() {
        RulePack one = LOADER.read(Packs.ofOneRule("acme", "iso-42001:2023", RULE.formatted("X-1", "A.9.2")));
        RulePack other = LOADER.read(Packs.ofOneRule("zenith", "iso-42001:2023", RULE.formatted("X-1", "A.9.3")));

        assertThat(faults(other, one)).singleElement().hasToString("""
                AIMS-2003: Rule (X-1, zenith:10:9) of pack (zenith) stands also at (acme:10:9) in pack (acme).
                Maybe take the next free id.""");
    }

    @Test
    void a_replaced_rule_is_not_run_and_whoever_reads_the_result_sees_it() {
        RulePack acme = replacing("acme", "ACME-1", "ND-03");
        try (Aims aims = Aims.builder().packs(DESK_FOR_EVER, acme).build()) {
            Evaluation evaluation = aims.evaluate(system(aims, "{}"));

            assertThat(required(evaluation)).isEmpty();
            assertThat(evaluation.findings())
                    .extracting(finding -> finding.rule().id().value())
                    .doesNotContain("ND-03");
            assertThat(aims.replacedRules())
                    .extracting(
                            one -> one.rule().id().value(),
                            one -> one.pack().id(),
                            one -> one.by().id(),
                            ReplacedRule::why)
                    .containsExactly(tuple("ND-03", "night-desk", "acme", "Ours is better."));
            assertThat(evaluation.basis().packs())
                    .extracting(PackReference::id, PackReference::replaces)
                    .containsExactly(
                            tuple("acme", List.of(new Replacement(new RuleId("ND-03"), "Ours is better."))),
                            tuple("night-desk", List.of()));
            assertThat(json(aims, evaluation))
                    .contains("\"replaces\":[{\"rule\":\"ND-03\",\"why\":\"Ours is better.\"}]");
        }
    }

    @Test
    void a_rule_may_be_replaced_by_one_that_says_the_same_in_other_words() {
        RulePack one = LOADER.read(Packs.ofOneRule("zenith", "iso-42001:2023", RULE.formatted("ZEN-1", "A.9.2")));
        try (Aims aims =
                Aims.builder().packs(one, replacing("acme", "ACME-1", "ZEN-1")).build()) {
            assertThat(aims.evaluate(system(aims, "{automationLevel: FULL_AUTOMATION}"))
                            .findings())
                    .extracting(finding -> finding.rule().id().value())
                    .containsExactly("ACME-1");
        }
    }

    @Test
    void a_result_with_a_replaced_rule_is_verified_and_what_it_replaces_cannot_be_hidden() {
        RulePack acme = replacing("acme", "ACME-1", "ND-03");
        try (Aims aims = Aims.builder().packs(DESK_FOR_EVER, acme).build()) {
            AiSystem system = system(aims, "{automationLevel: FULL_AUTOMATION}");
            String json = json(aims, aims.evaluate(system));
            String hidden = json.replace(",\"replaces\":[{\"rule\":\"ND-03\",\"why\":\"Ours is better.\"}]", "");

            assertThat(verified(aims, json, system).discrepancies()).isEmpty();
            assertThat(hidden).isNotEqualTo(json);
            assertThat(verified(aims, hidden, system).discrepancies())
                    .singleElement()
                    .satisfies(discrepancy -> assertThat(discrepancy.path()).isEqualTo("packs[acme].replaces"));
        }
    }

    @Test
    void replacing_a_rule_that_no_pack_has_is_told_with_the_nearest() {
        assertThat(faults(DESK_FOR_EVER, replacing("acme", "ACME-1", "ND-04")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("AIMS-2093");
                    assertThat(fault.message())
                            .isEqualTo("Pack (acme) replaces rule (ND-04), which no pack in use has.");
                    assertThat(fault.advice()).startsWith("Maybe you meant (ND-0");
                });
    }

    @Test
    void two_packs_that_replace_one_rule_are_told() {
        assertThat(faults(DESK_FOR_EVER, replacing("zenith", "ZEN-1", "ND-03"), replacing("acme", "ACME-1", "ND-03")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("AIMS-2095");
                    assertThat(fault.message())
                            .isEqualTo("Pack (zenith) replaces rule (ND-03), which pack (acme) replaces too.");
                });
    }

    @Test
    void a_pack_made_in_java_cannot_replace_its_own_rule() {
        RulePack own = withReplacement(DESK_FOR_EVER, "ND-03");

        assertThat(faults(own)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2094");
            assertThat(fault.message()).isEqualTo("Pack (night-desk) replaces rule (ND-03), which is its own.");
        });
    }

    @Test
    void the_order_in_which_packs_are_given_changes_no_byte() {
        RulePack acme = replacing("acme", "ACME-1", "ND-03");
        List<RulePack> packs = new ArrayList<>(List.of(
                RulePacks.standard(),
                CHAIN,
                AUDIT,
                DESK_FOR_EVER,
                acme,
                acme("zenith", "ZEN-1", "1", "ACME.LOG", "Log"),
                acme("apex", "APX-1", "1", "ACME.LOG", "Log")));
        Set<String> results = new TreeSet<>();
        Random random = new Random(42);
        for (int i = 0; i < 6; i++) {
            Collections.shuffle(packs, random);
            try (Aims aims =
                    Aims.builder().packs(packs.toArray(RulePack[]::new)).build()) {
                results.add(
                        json(
                                aims,
                                aims.evaluate(
                                        system(
                                                aims,
                                                "{automationLevel: FULL_AUTOMATION, coldGoods: {contains: [FOOD]}, coldDrift: LASTING}"))));
            }
        }

        assertThat(results).hasSize(1);
    }

    @Test
    void the_order_in_which_packs_are_given_changes_no_message() {
        List<RulePack> packs = new ArrayList<>(List.of(
                acme("acme", "ACME-1", "1", "ACME.LOG", "Log"),
                acme("zenith", "ACME-1", "1", "ACME.LOG", "Logs"),
                acme("apex", "APX-1", "2", "ACME.LOG", "Logs"),
                DESK_FOR_EVER,
                replacing("bolt", "BLT-1", "ND-03"),
                replacing("dart", "DRT-1", "ND-03")));
        Set<String> messages = new TreeSet<>();
        Random random = new Random(42);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(packs, random);
            messages.add(faults(packs.toArray(RulePack[]::new)).toString());
        }

        assertThat(messages).hasSize(1);
    }

    @Test
    void results_of_former_packs_are_verified_with_the_catalogues_that_those_brought() {
        RulePack former = acme("acme", "ACME-1", "1", "ACME.LOG", "Log");
        RulePack now = acme("acme", "ACME-1", "2", "ACME.LOGS", "Log, and a log of the log");
        String result;
        AiSystem system;
        try (Aims aims = Aims.builder().packs(former, DESK_FOR_EVER).build()) {
            system = system(aims, "{automationLevel: FULL_AUTOMATION}");
            result = json(aims, aims.evaluate(system));
        }
        try (Aims aims =
                Aims.builder().packs(now, DESK_FOR_EVER).formerPacks(former).build()) {
            assertThat(verified(aims, result, system).discrepancies()).isEmpty();
            assertThat(verified(aims, json(aims, aims.evaluate(system)), system).discrepancies())
                    .isEmpty();
        }
    }

    @Test
    void a_former_catalogue_that_a_pack_brings_now_is_found_where_it_was_given_beside() {
        RulePack brings = acme("acme", "ACME-1", "1", "ACME.LOG", "Log");
        Catalogue catalogue = brings.catalogues().get(0);
        RulePack without =
                LOADER.catalogues(catalogue).read(Packs.ofOneRule("acme", BOTH, RULE.formatted("ACME-1", "ACME.LOG")));
        String result;
        AiSystem system;
        try (Aims aims = Aims.builder().packs(without).catalogues(catalogue).build()) {
            system = system(aims, "{automationLevel: FULL_AUTOMATION}");
            result = json(aims, aims.evaluate(system));
        }
        try (Aims aims = Aims.builder()
                .packs(brings)
                .formerPacks(without)
                .formerCatalogues(Catalogues.iso42001().with(List.of(catalogue)))
                .build()) {
            assertThat(verified(aims, result, system).discrepancies()).isEmpty();
        }
    }

    @Test
    void an_evaluation_is_put_on_packs_with_other_catalogues() {
        try (Aims aims = Aims.builder()
                .packs(acme("acme", "ACME-1", "1", "ACME.LOG", "Log"))
                .build()) {
            Evaluation evaluation = aims.evaluate(system(aims, "{automationLevel: FULL_AUTOMATION}"));

            Evaluation after = aims.rebase(evaluation, acme("acme", "ACME-1", "2", "ACME.LOGS", "Log"))
                    .evaluation();

            assertThat(required(after)).containsExactly("ACME.LOGS");
        }
    }

    private static final RulePack DESK_FOR_EVER = LOADER.read(PackSource.files("night-desk", forEver()));

    private static Map<String, String> forEver() {
        Map<String, String> files = Packs.cleanFiles("night-desk");
        files.compute("pack.yaml", (file, text) -> text.replaceAll("(?m)^valid.*\n", ""));
        return files;
    }

    private static RulePack acme(String pack, String rule, String edition, String control, String title) {
        return LOADER.read(Packs.ofOneRule(
                pack,
                "iso-42001:2023+acme:" + edition,
                RULE.formatted(rule, control)
                        .replace("Decides", pack + " decides")
                        .replace("FULL_AUTOMATION", level(pack)),
                "catalogues:",
                Packs.catalogue("acme", edition, "ACME", control, title)));
    }

    /** Different for each, so that no two rules say the same. */
    private static String level(String pack) {
        return switch (pack) {
            case "zenith" -> "HIGH_AUTOMATION";
            case "apex" -> "CONDITIONAL_AUTOMATION";
            default -> "FULL_AUTOMATION";
        };
    }

    private static RulePack replacing(String pack, String rule, String replaced) {
        return LOADER.mayReplaceRules(true)
                .read(Packs.ofOneRule(
                        pack,
                        "iso-42001:2023",
                        RULE.formatted(
                                rule, pack.equals("acme") ? "A.9.2" : pack.equals("zenith") ? "A.9.3" : "A.9.2, A.9.3"),
                        "replaces: [{rule: " + replaced + ", why: Ours is better.}]"));
    }

    private static RulePack withReplacement(RulePack pack, String rule) {
        return new RulePack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                pack.validFrom(),
                pack.validUntil(),
                pack.characteristics(),
                pack.chapters(),
                pack.catalogues(),
                List.of(new Replacement(new RuleId(rule), "Because.")));
    }

    private static List<Fault> faults(RulePack... packs) {
        AimsException thrown = catchThrowableOfType(
                AimsException.class, () -> Aims.builder().packs(packs).build());
        assertThat(thrown).isNotNull();
        return thrown.faults();
    }

    private static AiSystem system(Aims aims, String answers) {
        Faults faults = new Faults();
        AiSystem system = AiSystem.named("system")
                .putAll(new AnswerReader("system", "system", faults)
                        .readAll(Documents.yaml("system", answers), aims.vocabulary()))
                .build();
        faults.throwIfAny();
        return system;
    }

    private static RiskCriteria neverAboveLow() {
        List<String> anchors = List.of("0.01", "0.04", "0.12", "0.30", "0.60");
        List<String> starts = List.of("0", "0.02", "0.08", "0.25", "0.55");
        Map<Likelihood, BigDecimal> anchorOf = new EnumMap<>(Likelihood.class);
        Map<Likelihood, BigDecimal> startOf = new EnumMap<>(Likelihood.class);
        Map<Likelihood, Map<Severity, RiskLevel>> table = new EnumMap<>(Likelihood.class);
        for (Likelihood likelihood : Likelihood.values()) {
            anchorOf.put(likelihood, new BigDecimal(anchors.get(likelihood.ordinal())));
            if (likelihood != Likelihood.VERY_LOW) {
                startOf.put(likelihood, new BigDecimal(starts.get(likelihood.ordinal())));
            }
            Map<Severity, RiskLevel> row = new EnumMap<>(Severity.class);
            Arrays.stream(Severity.values()).forEach(severity -> row.put(severity, RiskLevel.LOW));
            table.put(likelihood, row);
        }
        return new RiskCriteria("acme-criteria", "1.0.0", anchorOf, startOf, table, null, List.of());
    }

    private static List<String> required(Evaluation evaluation) {
        return evaluation.controls().stream()
                .filter(result -> result.status() == ControlStatus.REQUIRED)
                .map(result -> result.control().id().value())
                .toList();
    }

    private static RiskLevel level(Evaluation evaluation) {
        return evaluation.risk(new ObjectiveId("C.2.8")).orElseThrow().level().low();
    }

    private static String json(Aims aims, Evaluation evaluation) {
        return new EvaluationWriter(aims.criteria().limits(), EvaluationWriter.Layout.ONE_LINE).text(evaluation);
    }

    private static Verification verified(Aims aims, String json, AiSystem system) {
        return aims.verify(new EvaluationReader().read("result.json", json), system);
    }
}
