package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.Finding;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.Risk;
import io.aims.law.Classifier;
import io.aims.law.LegalFact;
import io.aims.law.PropositionId;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.rules.RulePacks;
import io.aims.rules.law.LegalPacks;
import io.aims.system.AiSystem;
import io.aims.system.DateCharacteristic;
import io.aims.testkit.RandomSystems;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** What is answered of a law can add to what rules find, and takes nothing away, exceptions included. */
class LegalLayerPropertiesTest {

    private static final RuleBase RULES = new RuleBase(
            Vocabularies.standard(), Catalogues.iso42001(), Criteria.standard(), List.of(RulePacks.standard()));
    private static final Classifier LAW = new Classifier(LegalPacks.euAiAct(), Vocabularies.standard());
    private static final RuleBase BOTH = new RuleBase(
            Vocabularies.standard(),
            Catalogues.iso42001(),
            Criteria.standard(),
            List.of(RulePacks.standard()),
            List.of(LAW));
    private static final RandomSystems RANDOM = RandomSystems.of(RULES);
    private static final Evaluator WITHOUT = new Evaluator(RULES, new PlainEngine(RULES));
    private static final Evaluator WITH = new Evaluator(BOTH, new PlainEngine(BOTH));

    @Provide
    Arbitrary<AiSystem> systems() {
        return RANDOM.systems();
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void facts_of_a_law_lower_nothing(@ForAll("systems") AiSystem system, @ForAll long seed) {
        Evaluation before = WITHOUT.evaluate(system, null);
        Evaluation after = WITH.evaluate(answered(system, new SplittableRandom(seed)), null);

        Map<RuleId, Truth> found = statuses(after);
        statuses(before)
                .forEach((rule, truth) -> assertThat(found.getOrDefault(rule, Truth.FALSE))
                        .as(rule.value())
                        .isGreaterThanOrEqualTo(truth));
        for (ControlResult control : before.controls()) {
            assertThat(after.control(control.control().id()).orElseThrow().needed())
                    .as(control.control().id().value())
                    .isGreaterThanOrEqualTo(control.needed());
        }
        for (Risk risk : before.risks()) {
            Risk then = after.risk(risk.objective().id()).orElseThrow();
            assertThat(then.level().low()).isGreaterThanOrEqualTo(risk.level().low());
            assertThat(then.level().high()).isGreaterThanOrEqualTo(risk.level().high());
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void a_prohibited_practice_stops_in_law_and_in_the_evaluation(
            @ForAll("systems") AiSystem system, @ForAll long seed) {
        AiSystem told = answered(system, new SplittableRandom(seed));

        boolean practice = LAW.classify(told).truth(new PropositionId("PRACTICE")) == Truth.TRUE;
        boolean inUnion = LAW.classify(told).truth(new PropositionId("UNION_TIE")) == Truth.TRUE;

        Statistics.label("practice in the Union")
                .collect(practice && inUnion)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
        if (practice && inUnion) {
            assertThat(WITH.evaluate(told, null).isStopped()).isTrue();
        }
    }

    private static AiSystem answered(AiSystem system, SplittableRandom random) {
        AiSystem.Builder builder = system.toBuilder();
        for (LegalFact fact : LAW.pack().facts()) {
            if (random.nextBoolean() && !(fact.entry().characteristic() instanceof DateCharacteristic)) {
                builder.put(RANDOM.answer(fact.entry().characteristic(), random));
            }
        }
        return builder.build();
    }

    private static Map<RuleId, Truth> statuses(Evaluation evaluation) {
        Map<RuleId, Truth> statuses = new TreeMap<>();
        for (Finding finding : evaluation.findings()) {
            statuses.put(finding.rule().id(), finding.status());
        }
        return statuses;
    }
}
