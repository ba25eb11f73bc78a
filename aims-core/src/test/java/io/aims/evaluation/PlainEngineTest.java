package io.aims.evaluation;

import static io.aims.TestRules.all;
import static io.aims.TestRules.any;
import static io.aims.TestRules.base;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class PlainEngineTest {

    private static final AiSystem EMPTY = AiSystem.named("empty").build();

    @Test
    void a_condition_that_two_strata_read_is_what_each_of_them_takes_it_for() {
        Condition shared = any(yes(PROFILING), new Condition.HasRiskSource(new RiskSourceId("C.3.1")));
        RuleBase base = base(
                rule("R-1").raises("C.3.1"),
                rule("R-2").when(shared).raises("C.3.2"),
                rule("R-3")
                        .when(all(shared, new Condition.HasRiskSource(new RiskSourceId("C.3.2"))))
                        .raises("C.3.3"));
        Outcomes outcomes = new PlainEngine(base).run(EMPTY);

        assertThat(base.stratumCount()).isEqualTo(3);
        assertThat(outcomes.of(1)).isEqualTo(Truth.TRUE);
        assertThat(outcomes.of(2)).isEqualTo(Truth.TRUE);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void it_gives_what_each_condition_gives_by_itself(@ForAll Random random) {
        LayeredRules rules = new LayeredRules(random);
        RuleBase base = rules.base();
        RuleEngine plain = new PlainEngine(base);
        RuleEngine naive = new NaiveEngine(base);
        for (int i = 0; i < 5; i++) {
            AiSystem system = rules.system();

            assertThat(plain.run(system)).isEqualTo(naive.run(system));
        }
        Statistics.label("strata").collect(base.stratumCount()).coverage(coverage -> {
            coverage.check(1).count(count -> count > 0);
            coverage.check(2).count(count -> count > 0);
            coverage.check(3).count(count -> count > 0);
        });
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void rates_are_those_of_the_definition_to_the_last_bit(@ForAll Random random) {
        RuleBase base = new LayeredRules(random).base();
        NaiveEngine naive = new NaiveEngine(base);
        BitSet possible = new BitSet();
        BitSet certain = new BitSet();
        for (int rule = 0; rule < base.rules().size(); rule++) {
            possible.set(rule, random.nextInt(3) > 0);
            certain.set(rule, possible.get(rule) && random.nextBoolean());
        }
        Outcomes outcomes = new Outcomes(certain, possible);
        Evaluation evaluation = new Evaluator(base, system -> outcomes).evaluate(EMPTY, null);

        for (Risk risk : evaluation.risks()) {
            assertThat(risk.lowRate()).isEqualTo(naive.rate(risk.objective().id(), certain));
            assertThat(risk.highRate()).isEqualTo(naive.rate(risk.objective().id(), possible));
            assertThat(risk.severity().low())
                    .isEqualTo(naive.severity(risk.objective().id(), certain));
            assertThat(risk.severity().high())
                    .isEqualTo(naive.severity(risk.objective().id(), possible));
            assertThat(risk.level().high()).isEqualTo(naive.level(risk.objective().id(), possible));
        }
    }
}
