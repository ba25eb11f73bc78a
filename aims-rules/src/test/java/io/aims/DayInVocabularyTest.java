package io.aims;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.OpenQuestion;
import io.aims.reasoning.counterfactual.Changeable;
import io.aims.reasoning.counterfactual.SearchLimits;
import io.aims.reasoning.counterfactual.SmallestChanges;
import io.aims.reasoning.counterfactual.Target;
import io.aims.reasoning.interview.InterviewQuestion;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.reasoning.verification.Verification;
import io.aims.risk.RiskLevel;
import io.aims.rule.RuleBase;
import io.aims.rules.RulePacks;
import io.aims.rules.drl.DrlExport;
import io.aims.source.Source;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.DateCharacteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.system.YesNo;
import io.aims.system.vocabulary.Characteristics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vocabulary may ask for days, which no rule reads: they change no result, are never asked for, and break nothing. */
class DayInVocabularyTest {

    private static final DateCharacteristic DAY = DateCharacteristic.of("acmeDay");
    private static final Vocabulary VOCABULARY = Vocabularies.standard()
            .with(List.of(new VocabularyEntry(
                    DAY,
                    "identity",
                    Tier.EU_MODULE,
                    "On which day?",
                    Map.of(),
                    "A day.",
                    "",
                    List.of(new Source("ACME")))));
    private static final Aims AIMS =
            Aims.builder().packs(RulePacks.standard()).vocabulary(VOCABULARY).build();
    private static final AiSystem SYSTEM = AiSystem.named("loan")
            .answer(Characteristics.PROFILING, YesNo.YES)
            .atLeast(DAY, LocalDate.parse("2026-08-02"))
            .build();

    @AfterAll
    static void close() {
        AIMS.close();
    }

    @Test
    void it_changes_no_result_and_is_not_asked_for() {
        Evaluation with = AIMS.evaluate(SYSTEM);
        Evaluation without = AIMS.evaluate(SYSTEM.without(DAY));

        assertThat(with.safeguards()).isEqualTo(without.safeguards());
        assertThat(with.seal()).isNotEqualTo(without.seal());
        assertThat(AIMS.questions(with))
                .extracting(OpenQuestion::entry)
                .extracting(VocabularyEntry::characteristic)
                .isNotEmpty()
                .doesNotContain(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "bounded", "exact"})
    void an_interview_runs_beside_it(String known) {
        AiSystem system = switch (known) {
            case "unknown" -> SYSTEM.without(DAY);
            case "bounded" -> SYSTEM;
            default -> SYSTEM.with(Answer.of(DAY, new Bounds.Days(Bounds.Days.LAST, Bounds.Days.LAST)));
        };

        assertThat(AIMS.interview(system).open())
                .extracting(InterviewQuestion::entry)
                .extracting(VocabularyEntry::characteristic)
                .isNotEmpty()
                .doesNotContain(DAY);
    }

    @Test
    void changes_suppositions_proofs_and_stored_results_bear_it() {
        Evaluation evaluation = AIMS.evaluate(SYSTEM);
        SmallestChanges changes = AIMS.smallestChanges(
                evaluation, Target.levelAtMost(RiskLevel.HIGH), Changeable.all(VOCABULARY), SearchLimits.STANDARD);
        Verification verified =
                AIMS.verify(StoredEvaluation.of(evaluation, AIMS.criteria().limits()), SYSTEM);

        assertThat(changes.toString()).doesNotContain(DAY.id());
        assertThat(verified.holds()).isTrue();
        assertThat(AIMS.explain(evaluation)).isNotNull();
        assertThat(AIMS.whatIf(SYSTEM)
                        .set(DAY, LocalDate.parse("2027-12-02"))
                        .evaluation()
                        .safeguards())
                .isEqualTo(evaluation.safeguards());
    }

    @Test
    void exported_rules_do_not_mention_it() {
        SortedMap<String, String> files = DrlExport.of(
                new RuleBase(VOCABULARY, Catalogues.iso42001(), Criteria.standard(), List.of(RulePacks.standard())));

        assertThat(files.values()).allSatisfy(text -> assertThat(text).doesNotContain(DAY.id()));
    }
}
