package io.aims;

import static io.aims.system.vocabulary.Characteristics.ANNEX_THREE_USES;
import static io.aims.system.vocabulary.Characteristics.JURISDICTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Evaluation;
import io.aims.law.LegalClass;
import io.aims.law.LegalPack;
import io.aims.law.PropositionId;
import io.aims.rule.PackReference;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.SetCharacteristic;
import io.aims.system.identity.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AimsLawTest {

    private static final String LAW = "eu-ai-act";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final Aims AIMS = Aims.standard();
    private static final Aims WITHOUT =
            Aims.builder().packs(RulePacks.standard()).build();

    @AfterAll
    static void close() {
        AIMS.close();
        WITHOUT.close();
    }

    /** A system in the Union whose finer facts show that it judges whether natural persons will pay. */
    private static AiSystem scoring() {
        return AiSystem.named("loan-scoring")
                .containing(JURISDICTIONS, Jurisdiction.EU)
                .build()
                .with(members("listedPurposes", "CREDITWORTHINESS"))
                .with(answer("assessesNaturalPersons", true))
                .with(answer("financialFraudDetectionOnly", false));
    }

    private static Answer answer(String fact, boolean yes) {
        return Answer.of(BooleanCharacteristic.of(fact), yes ? new Bounds.Ranks(1, 1) : new Bounds.Ranks(0, 0));
    }

    private static Answer members(String fact, String member) {
        SetCharacteristic<?> set =
                (SetCharacteristic<?>) AIMS.vocabulary().characteristic(fact).orElseThrow();
        return Answer.of(set, new Bounds.Members(1L << set.valueIds().indexOf(member), false));
    }

    private static List<String> possible(AiSystem system) {
        return AIMS.classify(system, LAW, DAY).possible().stream()
                .map(LegalClass::id)
                .map(PropositionId::value)
                .toList();
    }

    @Test
    void an_empty_description_rules_no_class_out() {
        assertThat(possible(AiSystem.named("unknown").build()))
                .containsExactly("PROHIBITED", "HIGH_RISK", "NOT_HIGH_RISK", "OUT_OF_SCOPE");
    }

    @Test
    void rules_see_what_finer_facts_of_the_law_show() {
        Evaluation evaluation = AIMS.evaluate(scoring(), DAY);

        assertThat(evaluation.system().answer(ANNEX_THREE_USES).orElseThrow().certainValues())
                .containsExactly("5b");
        assertThat(evaluation.findings())
                .filteredOn(finding -> finding.rule().id().value().equals("REG-01"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isCertain()).isTrue());
        assertThat(WITHOUT.evaluate(AiSystem.named("loan-scoring")
                                .containing(JURISDICTIONS, Jurisdiction.EU)
                                .build())
                        .system()
                        .answer(ANNEX_THREE_USES))
                .isEmpty();
    }

    @Test
    void what_frees_in_law_takes_no_safeguard_away() {
        Evaluation open =
                AIMS.evaluate(scoring().without(BooleanCharacteristic.of("financialFraudDetectionOnly")), DAY);
        Evaluation freed = AIMS.evaluate(
                scoring()
                        .without(BooleanCharacteristic.of("financialFraudDetectionOnly"))
                        .with(answer("financialFraudDetectionOnly", true)),
                DAY);

        for (Control control : AIMS.catalogue().controls()) {
            ControlStatus before = open.control(control.id()).orElseThrow().status();
            assertThat(freed.control(control.id()).orElseThrow().status())
                    .as(control.id().value())
                    .isEqualTo(before);
        }
    }

    @Test
    void answers_that_rules_read_give_the_same_result_with_the_law_and_without() {
        AiSystem system = AiSystem.named("loan-scoring")
                .containing(JURISDICTIONS, Jurisdiction.EU)
                .build();

        assertThat(AIMS.evaluate(system, DAY).findings())
                .hasToString(WITHOUT.evaluate(system, DAY).findings().toString());
    }

    @Test
    void evaluations_name_the_law_they_rest_on() {
        assertThat(AIMS.basis().packs()).extracting(PackReference::id).containsExactly("eu-ai-act", "iso-42001");
        assertThat(AIMS.laws()).extracting(LegalPack::id).containsExactly("eu-ai-act");
    }

    @Test
    void a_law_that_is_not_in_use_is_named_with_the_nearest_that_is() {
        AiSystem system = AiSystem.named("any").build();

        assertThatThrownBy(() -> AIMS.classify(system, "eu-ai-akt", DAY))
                .hasMessageStartingWith("AIMS-3110: The law (eu-ai-akt) is not in use.")
                .hasMessageEndingWith("Maybe you meant (eu-ai-act).");
        assertThatThrownBy(() -> WITHOUT.classify(system, LAW))
                .hasMessageContaining("Maybe add a law to the builder, for example LegalPacks.euAiAct().");
    }

    @Test
    void a_fact_that_nobody_knows_is_refused_as_in_evaluations() {
        AiSystem system = AiSystem.named("any").build().with(answer("scoredOverTimes", true));

        assertThatThrownBy(() -> AIMS.classify(system, LAW, DAY))
                .hasMessageStartingWith("AIMS-1004: The characteristic (scoredOverTimes) of system (any) is not")
                .hasMessageContaining("Maybe you meant (scoredOverTime).");
    }
}
