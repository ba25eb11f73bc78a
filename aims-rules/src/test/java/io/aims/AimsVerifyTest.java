package io.aims;

import static io.aims.system.automation.AutomationLevel.HIGH_AUTOMATION;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.control.Catalogue;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.verification.Discrepancy;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.reasoning.verification.Verification;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.Vocabulary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AimsVerifyTest {

    private static final AiSystem SYSTEM = AiSystem.named("loan-scoring")
            .answer(AUTOMATION_LEVEL, HIGH_AUTOMATION)
            .build();
    private static final RulePack FORMER_PACK = former(RulePacks.standard());
    private static final Vocabulary FORMER_VOCABULARY = former(Vocabularies.standard());
    private static final RiskCriteria FORMER_CRITERIA = Criteria.standard().tolerating(RiskLevel.LOW);
    private static final Catalogue FORMER_CATALOGUE = Catalogues.iso42001()
            .with(List.of(
                    new Catalogue("acme:1", "Own", List.of(), Map.of(), List.of(), List.of(), List.of(), List.of())));

    private static RulePack former(RulePack pack) {
        return new RulePack(
                pack.id(),
                "0.9.0",
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                null,
                null,
                pack.characteristics(),
                pack.chapters());
    }

    private static Vocabulary former(Vocabulary vocabulary) {
        return new Vocabulary(
                vocabulary.id(), "0.9.0", vocabulary.sections(), vocabulary.entries(), vocabulary.contradictionRules());
    }

    private static StoredEvaluation stored(
            Vocabulary vocabulary, Catalogue catalogue, RiskCriteria criteria, RulePack pack) {
        RuleBase base = new RuleBase(vocabulary, catalogue, criteria, List.of(pack));
        return StoredEvaluation.of(
                new Evaluator(base, new PlainEngine(base)).evaluate(SYSTEM, null), criteria.limits());
    }

    @Test
    void the_plain_evaluator_confirms_what_the_engine_found() {
        try (Aims aims = Aims.standard()) {
            StoredEvaluation result =
                    StoredEvaluation.of(aims.evaluate(SYSTEM), aims.criteria().limits());

            assertThat(aims.verify(result, SYSTEM).discrepancies()).isEmpty();
            assertThat(aims.vocabularyOfResults().ids())
                    .containsExactlyElementsOf(aims.vocabulary().ids());
        }
    }

    @Test
    void former_versions_are_used_for_the_results_that_name_them() {
        List<StoredEvaluation> results = List.of(
                stored(FORMER_VOCABULARY, Catalogues.iso42001(), Criteria.standard(), RulePacks.standard()),
                stored(Vocabularies.standard(), FORMER_CATALOGUE, Criteria.standard(), RulePacks.standard()),
                stored(Vocabularies.standard(), Catalogues.iso42001(), FORMER_CRITERIA, RulePacks.standard()),
                stored(Vocabularies.standard(), Catalogues.iso42001(), Criteria.standard(), FORMER_PACK),
                stored(FORMER_VOCABULARY, FORMER_CATALOGUE, FORMER_CRITERIA, FORMER_PACK));
        try (Aims aims = Aims.builder()
                        .packs(RulePacks.standard())
                        .formerPacks(FORMER_PACK)
                        .formerVocabularies(FORMER_VOCABULARY)
                        .formerCatalogues(FORMER_CATALOGUE)
                        .formerCriteria(FORMER_CRITERIA)
                        .build();
                Aims without = Aims.standard()) {
            assertThat(results)
                    .allSatisfy(result -> assertThat(aims.verify(result, SYSTEM).discrepancies())
                            .isEmpty());
            assertThat(results)
                    .allSatisfy(
                            result -> assertThat(without.verify(result, SYSTEM).isComplete())
                                    .isFalse());
            assertThat(aims.packs()).containsExactly(RulePacks.standard());
        }
    }

    @Test
    void each_version_that_is_not_at_hand_is_named() {
        try (Aims aims = Aims.standard()) {
            Verification pack = aims.verify(
                    stored(Vocabularies.standard(), Catalogues.iso42001(), Criteria.standard(), FORMER_PACK), SYSTEM);
            Verification others = aims.verify(
                    stored(FORMER_VOCABULARY, FORMER_CATALOGUE, FORMER_CRITERIA, RulePacks.standard()), SYSTEM);

            assertThat(pack.discrepancies())
                    .extracting(Discrepancy::path, Discrepancy::found)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(
                            "packs[iso-42001]",
                            "iso-42001 0.9.0, " + FORMER_PACK.reference().fingerprint()));
            assertThat(others.discrepancies())
                    .extracting(Discrepancy::path)
                    .containsExactly("basis.vocabulary", "basis.catalogue", "basis.criteria.fingerprint");
        }
    }
}
