package io.aims.cost;

import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.proof.Proofs;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.automation.AutomationLevel;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How many bytes an evaluation and what is asked of it allocate, against {@code limits.properties}. */
class AllocationIT {

    private static final int SYSTEMS = 12;
    private static final int MARGIN_PERCENT = 15;
    private static final RuleBase BASE = StandardBase.get();
    private static final Limits LIMITS = Limits.standard();
    private static final Aims AIMS = Aims.standard();
    private static final Evaluator PLAIN = new Evaluator(BASE, new PlainEngine(BASE));
    private static final List<AiSystem> COMPLETE = drawn(RandomSystems.of(BASE)::nextComplete);
    private static final List<AiSystem> PARTIAL = drawn(RandomSystems.of(BASE)::next);
    private static final List<AiSystem> EMPTY = List.of(AiSystem.named("empty").build());

    @AfterAll
    static void close() {
        AIMS.close();
    }

    @Test
    void an_evaluation_by_the_engine() {
        check("bytes.engine.complete", COMPLETE, system -> read(AIMS.evaluate(system)));
        check("bytes.engine.partial", PARTIAL, system -> read(AIMS.evaluate(system)));
        check("bytes.engine.empty", EMPTY, system -> read(AIMS.evaluate(system)));
    }

    @Test
    void an_evaluation_by_the_plain_evaluator() {
        check("bytes.plain.complete", COMPLETE, system -> read(PLAIN.evaluate(system, null)));
        check("bytes.plain.partial", PARTIAL, system -> read(PLAIN.evaluate(system, null)));
        check("bytes.plain.empty", EMPTY, system -> read(PLAIN.evaluate(system, null)));
    }

    @Test
    void an_evaluation_with_everything_that_explains_it() {
        check("bytes.explained", PARTIAL, system -> explained(AIMS.evaluate(system)));
    }

    @Test
    void a_finding_with_its_facts() {
        long findings = PARTIAL.stream()
                .mapToLong(system -> AIMS.evaluate(system).findings().size())
                .sum();
        long without = Allocation.perInput(PARTIAL, AIMS::evaluate);
        long with = Allocation.perInput(
                PARTIAL, system -> AIMS.evaluate(system).findings().forEach(finding -> assertRead(finding.facts())));

        assertThat(findings).as("findings materialised").isGreaterThan(SYSTEMS * 20L);
        LIMITS.check("bytes.finding", Math.max(0, with - without) * SYSTEMS / findings, MARGIN_PERCENT);
    }

    @Test
    void the_questions_of_a_system() {
        check(
                "bytes.questions",
                PARTIAL,
                system -> assertRead(AIMS.evaluate(system).openQuestions()));
    }

    @Test
    void a_supposed_answer() {
        check(
                "bytes.what-if",
                PARTIAL,
                system -> assertRead(AIMS.whatIf(system)
                        .set(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                        .diff()
                        .toString()));
    }

    @Test
    void twice_the_cost_is_seen() {
        Limits limits = Limits.standard().withoutWriting();
        Consumer<AiSystem> twice = system -> {
            read(PLAIN.evaluate(system, null));
            read(PLAIN.evaluate(system, null));
        };

        assertThatThrownBy(
                        () -> limits.check("bytes.plain.partial", Allocation.perInput(PARTIAL, twice), MARGIN_PERCENT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bytes.plain.partial");
    }

    private static void check(String name, List<AiSystem> systems, Consumer<AiSystem> work) {
        LIMITS.check(name, Allocation.perInput(systems, work), MARGIN_PERCENT);
    }

    /** Reads what an evaluation is timed with: levels and the status of each control. */
    private static void read(Evaluation evaluation) {
        assertRead(evaluation.level());
        evaluation.risks().forEach(risk -> assertRead(risk.level()));
        evaluation.controls().forEach(control -> assertRead(control.status()));
    }

    private static void explained(Evaluation evaluation) {
        read(evaluation);
        evaluation.findings().forEach(finding -> assertRead(finding.facts()));
        assertRead(evaluation.safeguards());
        assertRead(evaluation.riskSources());
        assertRead(evaluation.contradictions());
        Proofs proofs = AIMS.explain(evaluation);
        evaluation
                .controls()
                .forEach(control -> assertRead(proofs.control(control.control().id())));
    }

    private static void assertRead(Object value) {
        if (value == null) {
            throw new AssertionError("nothing to read");
        }
    }

    private static List<AiSystem> drawn(Function<SplittableRandom, AiSystem> next) {
        SplittableRandom random = new SplittableRandom(42_001);
        return Stream.generate(() -> next.apply(random)).limit(SYSTEMS).toList();
    }
}
