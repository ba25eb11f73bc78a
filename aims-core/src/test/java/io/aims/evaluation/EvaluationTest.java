package io.aims.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.TestRules;
import io.aims.control.ControlId;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The parts of an evaluation are made when asked for, which nobody can tell. */
class EvaluationTest {

    private static final List<Function<Evaluation, Object>> PARTS = List.of(
            Evaluation::findings,
            Evaluation::riskSources,
            Evaluation::risks,
            Evaluation::controls,
            Evaluation::safeguards,
            Evaluation::contradictions,
            Evaluation::openQuestions);

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void it_is_the_same_whatever_is_asked_for_first(@ForAll Random random) {
        LayeredRules rules = new LayeredRules(random);
        RuleBase base = rules.base();
        AiSystem system = rules.system();
        Evaluation one = evaluate(base, system);
        Evaluation other = evaluate(base, system);
        List<Function<Evaluation, Object>> order = new ArrayList<>(PARTS);
        Collections.shuffle(order, random);

        for (Function<Evaluation, Object> part : PARTS) {
            assertThat(part.apply(one)).isNotNull();
        }
        for (Function<Evaluation, Object> part : order) {
            assertThat(part.apply(other)).isEqualTo(part.apply(one)).isSameAs(part.apply(other));
        }
        assertThat(other).isEqualTo(one).hasSameHashCodeAs(one).hasToString(one.toString());
        assertThat(other.seal()).isEqualTo(one.seal());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void two_are_equal_exactly_if_they_say_the_same(@ForAll Random random) {
        LayeredRules rules = new LayeredRules(random);
        RuleBase base = rules.base();
        RuleBase same = new RuleBase(base.vocabulary(), base.catalogue(), base.criteria(), base.packs());
        AiSystem system = rules.system();
        Evaluation evaluation = evaluate(base, system);

        assertThat(evaluate(same, system)).isEqualTo(evaluation).hasSameHashCodeAs(evaluation);
        for (RuleBase each : List.of(base, same)) {
            Outcomes hazardous = new Outcomes(all(each), all(each));
            Evaluation feared = new Evaluator(each, any -> hazardous).evaluate(system, null);
            assertThat(feared.equals(evaluation)).isEqualTo(feared.findings().equals(evaluation.findings()));
        }
    }

    private static BitSet all(RuleBase base) {
        BitSet all = new BitSet();
        all.set(0, base.rules().size());
        return all;
    }

    @Test
    void threads_that_ask_at_the_same_time_get_the_same_objects() throws Exception {
        LayeredRules rules = new LayeredRules(new Random(7));
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 50; round++) {
                RuleBase base = rules.base();
                AiSystem system = rules.system();
                Evaluation shared = evaluate(base, system);
                List<Future<List<Object>>> all = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    int first = thread;
                    all.add(pool.submit(() -> {
                        start.await();
                        return parts(shared, first);
                    }));
                }
                List<Object> expected = parts(evaluate(base, system), 0);
                for (Future<List<Object>> found : all) {
                    assertThat(found.get()).isEqualTo(expected);
                    for (int i = 0; i < expected.size(); i++) {
                        assertThat(found.get().get(i)).isSameAs(all.get(0).get().get(i));
                    }
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** All parts in their order, however they were asked for. */
    private static List<Object> parts(Evaluation evaluation, int first) {
        for (int i = 0; i < PARTS.size(); i++) {
            assertThat(PARTS.get((first * 2 + i) % PARTS.size()).apply(evaluation))
                    .isNotNull();
        }
        return PARTS.stream().map(part -> part.apply(evaluation)).toList();
    }

    @Test
    void the_rules_behind_a_result_are_an_unchangeable_list() {
        List<RuleId> rules = TestRules.evaluate(
                        AiSystem.named("empty").build(),
                        TestRules.rule("R-1").requires("A.5.2"),
                        TestRules.rule("R-2").requires("A.5.2"),
                        TestRules.rule("R-3").requires("A.9.2"))
                .control(new ControlId("A.5.2"))
                .orElseThrow()
                .rules();
        List<RuleId> expected = List.of(new RuleId("R-1"), new RuleId("R-2"));

        assertThat(rules).isNotEmpty().hasSize(2).containsExactlyElementsOf(expected);
        assertThat(rules).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
        assertThat(expected).isEqualTo(rules);
        assertThat(List.copyOf(rules)).isEqualTo(expected);
        assertThat(rules.contains(new RuleId("R-3"))).isFalse();
        assertThatThrownBy(() -> rules.add(new RuleId("R-3"))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> rules.iterator().remove()).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> rules.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void one_that_is_kept_does_not_keep_the_engine() throws InterruptedException {
        LayeredRules rules = new LayeredRules(new Random(5));
        RuleBase base = rules.base();
        AiSystem system = rules.system();
        RuleEngine engine = new PlainEngine(base);
        WeakReference<RuleEngine> gone = new WeakReference<>(engine);
        Evaluation kept = new Evaluator(base, engine).evaluate(system, null);
        engine = null;

        for (int i = 0; i < 100 && gone.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }

        assertThat(gone.get()).isNull();
        assertThat(kept).isEqualTo(evaluate(base, system));
    }

    private static Evaluation evaluate(RuleBase base, AiSystem system) {
        return new Evaluator(base, new PlainEngine(base)).evaluate(system, null);
    }
}
