package io.aims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.bulk.BulkResult;
import io.aims.bulk.Workers;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.RuleEngine;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.RulePack;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.OrdinalCharacteristic;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Many systems give what each gives alone. */
class BulkTest {

    private static final Aims AIMS = Aims.standard();
    private static final RandomSystems RANDOM = RandomSystems.of(StandardBase.get());
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final List<String> stored = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @Property(tries = 6)
    void results_are_those_of_one_by_one_for_any_number_of_workers(
            @ForAll @IntRange(min = 1, max = 4) int count, @ForAll long seed, @ForAll boolean plain) {
        List<AiSystem> systems = systems(seed);
        Aims aims = plain ? AIMS.byPlainEvaluator() : AIMS;
        try (Stream<BulkResult> results = aims.evaluateAll(systems.stream(), Workers.of(count), DAY)) {
            assertThat(results.map(BulkResult::orElseThrow).toList())
                    .isEqualTo(systems.stream()
                            .map(system -> AIMS.evaluate(system, DAY))
                            .toList());
        }
    }

    @Example
    void a_system_that_is_refused_keeps_its_place_and_no_other_out() {
        AiSystem good = AiSystem.named("good").build();
        AiSystem foreign = foreign();

        List<BulkResult> results;
        try (Stream<BulkResult> run = AIMS.evaluateAll(Stream.of(foreign, good, foreign))) {
            results = run.toList();
        }
        assertThat(results).hasSize(3);
        assertThat(results.get(1)).isEqualTo(new BulkResult.Evaluated(good, AIMS.evaluate(good)));
        assertThat(results.get(0)).isInstanceOfSatisfying(BulkResult.Refused.class, refused -> {
            assertThat(refused.system()).isSameAs(foreign);
            assertThat(refused.problem().faults()).extracting(Fault::code).containsExactly("AIMS-1004");
        });
        assertThatThrownBy(() -> results.get(2).orElseThrow())
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-1004");
    }

    @Example
    void what_an_evaluator_throws_is_the_fault_of_its_system_unless_the_evaluator_is_closed() {
        AiSystem system = AiSystem.named("good").build();
        BulkResult failed = BulkResult.of(system, any -> {
            throw new ArithmeticException("by zero");
        });
        assertThatThrownBy(failed::orElseThrow)
                .hasMessageStartingWith("AIMS-3145: The evaluation of system (good) failed: ArithmeticException.")
                .hasRootCauseMessage("by zero");

        Aims closed = Aims.standard();
        closed.close();
        assertThatThrownBy(() -> closed.evaluateAll(Stream.of(system)).toList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("AIMS-3006");
    }

    @Example
    void a_day_on_which_a_pack_does_not_hold_is_refused_before_anything_is_read() {
        RulePack standard = RulePacks.standard();
        RulePack former = new RulePack(
                standard.id(),
                standard.version(),
                standard.title(),
                standard.licence(),
                standard.about(),
                standard.catalogue(),
                null,
                LocalDate.of(2025, 12, 31),
                standard.characteristics(),
                standard.chapters());
        try (Aims aims = Aims.builder().packs(former).build()) {
            assertThatThrownBy(() -> aims.evaluateAll(Stream.of(), Workers.of(1), DAY))
                    .hasMessageStartingWith("AIMS-2016");
        }
    }

    @Example
    void who_ran_the_rules_is_said_and_changes_nothing() {
        AiSystem system = systems(7).get(0);
        Evaluation plain = AIMS.byPlainEvaluator().evaluate(system);
        Evaluation engine = AIMS.evaluate(system);

        assertThat(plain.engine()).isEqualTo(RuleEngine.Kind.PLAIN);
        assertThat(engine.engine()).isEqualTo(RuleEngine.Kind.RULE_ENGINE);
        assertThat(plain).isEqualTo(engine).hasSameHashCodeAs(engine);
        assertThat(plain.seal()).isEqualTo(engine.seal());
        assertThat(AIMS.byPlainEvaluator().explain(engine)).isNotNull();
    }

    @Example
    void the_guide_shows_what_is_run_here() throws IOException {
        Aims aims = AIMS;
        AiSystem system = AiSystem.named("good").build();
        Stream<AiSystem> systems = Stream.of(system, foreign());
        // Shown in docs/guide/bulk.md
        try (Stream<BulkResult> results = aims.evaluateAll(systems)) {
            results.forEach(result -> {
                if (result instanceof BulkResult.Evaluated evaluated) {
                    store(evaluated.system().id(), evaluated.evaluation().level());
                } else if (result instanceof BulkResult.Refused refused) {
                    tell(refused.system().id(), refused.problem().faults());
                }
            });
        }
        Aims plain = aims.byPlainEvaluator();
        Evaluation evaluation = plain.evaluate(system);
        RuleEngine.Kind kind = evaluation.engine();
        boolean same = evaluation.equals(aims.evaluate(system));
        // End of what is shown

        assertThat(stored).containsExactly("good " + evaluation.level());
        assertThat(told).containsExactly("foreign AIMS-1004");
        assertThat(kind).isEqualTo(RuleEngine.Kind.PLAIN);
        assertThat(same).isTrue();
        String root = System.getProperty("aims.root");
        String guide = Files.readString(Path.of(root, "docs/guide/bulk.md"));
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(guide);
        StringBuilder shown = new StringBuilder();
        while (blocks.find()) {
            shown.append(blocks.group(1));
        }
        String source = Files.readString(Path.of(root, "aims-rules/src/test/java/io/aims/BulkTest.java"));
        int begin = source.indexOf("// Shown in docs/guide/bulk.md\n");
        assertThat(lines(shown.toString()))
                .isEqualTo(lines(source.substring(begin, source.indexOf("// End of what is shown", begin))));
    }

    private static List<String> lines(String code) {
        return code.lines()
                .map(line -> line.replaceFirst("//.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void store(String id, Range<RiskLevel> level) {
        stored.add(id + " " + level);
    }

    private void tell(String id, List<Fault> faults) {
        told.add(id + " " + faults.get(0).code());
    }

    private static List<AiSystem> systems(long seed) {
        return LongStream.range(0, 40).mapToObj(i -> random(seed + i)).toList();
    }

    private static AiSystem random(long seed) {
        return RANDOM.ofSeed(seed);
    }

    private static AiSystem foreign() {
        OrdinalCharacteristic<?> unknown = OrdinalCharacteristic.of("acmeFlag", List.of("A", "B"));
        return AiSystem.named("foreign")
                .put(Answer.of(unknown, new Bounds.Ranks(1, 1)))
                .build();
    }
}
