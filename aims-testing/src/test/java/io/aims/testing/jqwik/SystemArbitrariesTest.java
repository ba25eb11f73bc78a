package io.aims.testing.jqwik;

import static io.aims.testing.AimsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.Aims;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Evaluation;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.VocabularyEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;

class SystemArbitrariesTest {

    private static final Aims AIMS = Aims.standard();
    private static final SystemArbitraries ARBITRARIES = SystemArbitraries.of(AIMS);
    private static final int FEW = 30;

    @Provide
    Arbitrary<AiSystem> systems() {
        return ARBITRARIES.systems();
    }

    @Provide
    Arbitrary<AiSystem> completeSystems() {
        return ARBITRARIES.completeSystems();
    }

    @Provide
    Arbitrary<HazardPair> hazardPairs() {
        return ARBITRARIES.hazardPairs();
    }

    @Provide
    Arbitrary<KnowledgePair> knowledgePairs() {
        return ARBITRARIES.knowledgePairs();
    }

    @Property(tries = FEW)
    void answers_do_not_contradict_one_another(@ForAll("systems") AiSystem system) {
        assertThat(AIMS.evaluate(system)).hasNoContradictions();
    }

    @Property(tries = FEW)
    void of_complete_systems_everything_is_known(@ForAll("completeSystems") AiSystem system) {
        assertThat(system.answers().values()).allMatch(answer -> answer.isExact());
        assertThat(AIMS.evaluate(system)).hasNoContradictions().hasNoOpenQuestions();
    }

    @Property(tries = FEW)
    void pairs_are_ordered_by_hazard_and_so_is_what_follows(@ForAll("hazardPairs") HazardPair pair) {
        for (VocabularyEntry entry : AIMS.vocabulary().entries()) {
            Characteristic<?> each = entry.characteristic();
            assertThat(isNoLess(
                            each,
                            pair.system().bounds(each),
                            pair.moreHazardous().bounds(each)))
                    .as(each.id())
                    .isTrue();
        }
        Evaluation less = AIMS.evaluate(pair.system());
        Evaluation more = AIMS.evaluate(pair.moreHazardous());
        assertThat(more).atLeast(less.level().low());
        assertThat(more.level().high()).isGreaterThanOrEqualTo(less.level().high());
    }

    private static boolean isNoLess(Characteristic<?> characteristic, Bounds less, Bounds more) {
        if (less instanceof Bounds.Ranks l && more instanceof Bounds.Ranks m) {
            return l.low() <= m.low() && l.high() <= m.high();
        }
        if (less instanceof Bounds.Members l && more instanceof Bounds.Members m) {
            return (l.known() & ~m.known()) == 0 && (l.complete() || !m.complete());
        }
        if (less instanceof Bounds.Numbers l && more instanceof Bounds.Numbers m) {
            boolean isScale = characteristic instanceof ScaleCharacteristic;
            return isScale
                    ? l.low().compareTo(m.low()) >= 0
                    : l.low().compareTo(m.low()) <= 0 && (m.high() == null || l.high() != null);
        }
        return less.equals(more);
    }

    @Property(tries = FEW)
    void pairs_are_ordered_by_knowledge_and_so_is_what_follows(@ForAll("knowledgePairs") KnowledgePair pair) {
        for (VocabularyEntry entry : AIMS.vocabulary().entries()) {
            Characteristic<?> each = entry.characteristic();
            assertThat(pair.more().bounds(each).isWithin(pair.less().bounds(each)))
                    .as(each.id())
                    .isTrue();
        }
        Evaluation less = AIMS.evaluate(pair.less());
        Evaluation more = AIMS.evaluate(pair.more());
        assertThat(more.level().isWithin(less.level())).isTrue();
        less.controls().stream()
                .filter(control -> control.status() == ControlStatus.NOT_REQUIRED)
                .forEach(control ->
                        assertThat(more).doesNotRequire(control.control().id()));
    }

    @Property(tries = 1)
    void the_same_seed_gives_the_same_systems() {
        assertThat(drawn(ARBITRARIES.systems()))
                .isEqualTo(drawn(SystemArbitraries.of(AIMS).systems()));
        assertThat(drawn(ARBITRARIES.hazardPairs())).isEqualTo(drawn(ARBITRARIES.hazardPairs()));
    }

    @Property(tries = 1)
    void systems_are_neither_all_alike_nor_all_known() {
        List<AiSystem> systems = drawn(ARBITRARIES.systems());
        Set<RuleId> held = new HashSet<>();
        systems.forEach(system -> AIMS.evaluate(system).findings().stream()
                .filter(finding -> finding.isCertain())
                .forEach(finding -> held.add(finding.rule().id())));

        assertThat(new HashSet<>(systems)).hasSizeGreaterThan(FEW * 4 / 5);
        assertThat(systems).anyMatch(system -> system.answers().size() > 70);
        assertThat(systems)
                .anyMatch(system -> system.answers().values().stream().anyMatch(answer -> !answer.isExact()));
        assertThat(held).as("rules that some system makes hold").hasSizeGreaterThan(100);
    }

    @Property(tries = 1)
    void a_vocabulary_is_enough() {
        assertThat(drawn(SystemArbitraries.over(AIMS.vocabulary()).systems()))
                .anyMatch(system -> system.answers().size() > 100);
        assertThat(drawn(SystemArbitraries.over(AIMS.vocabulary()).knowledgePairs()))
                .allSatisfy(pair -> AIMS.vocabulary()
                        .entries()
                        .forEach(entry -> assertThat(pair.more()
                                        .bounds(entry.characteristic())
                                        .isWithin(pair.less().bounds(entry.characteristic())))
                                .isTrue()));
    }

    @Property(tries = 1)
    void what_fails_shrinks_to_the_answers_that_matter() {
        RuleId rule = new RuleId("INT-01");
        Predicate<AiSystem> holds = system -> AIMS.evaluate(system)
                .finding(rule)
                .filter(finding -> finding.isCertain())
                .isPresent();
        AiSystem smallest = smallest(ARBITRARIES.systems(), holds);
        assertThat(smallest.answers().keySet()).containsExactly("automationLevel", "decisionEffect", "explainability");
        assertThat(smallest.answers().values()).allMatch(answer -> answer.isExact());

        AiSystem complete = smallest(ARBITRARIES.completeSystems(), holds);
        assertThat(complete.answers().values())
                .filteredOn(answer -> answer.bounds() instanceof Bounds.Ranks ranks && ranks.low() > 0)
                .extracting(answer -> answer.characteristic().id())
                .contains("automationLevel", "decisionEffect", "explainability")
                .hasSizeLessThan(8);

        HazardPair pair = smallest(
                ARBITRARIES.hazardPairs(),
                each -> !AIMS.evaluate(each.system())
                        .level()
                        .equals(AIMS.evaluate(each.moreHazardous()).level()));
        assertThat(pair.moreHazardous().answers().size()
                        + pair.system().answers().size())
                .isLessThanOrEqualTo(4);
    }

    @Property(tries = 1)
    void a_report_shows_the_answers() {
        AiSystem system = AiSystem.named("x\ny")
                .atLeast(
                        io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL,
                        io.aims.system.automation.AutomationLevel.HIGH_AUTOMATION)
                .build();
        SystemFormat format = new SystemFormat();

        assertThat(format.appliesTo(system)).isTrue();
        assertThat(format.appliesTo("x")).isFalse();
        assertThat(format.report(system)).isEqualTo("x\\ny {automationLevel: at least HIGH_AUTOMATION}");
        assertThat(new HazardPair(system, system)).asString().contains("more hazardous x\\ny {");
        assertThat(new KnowledgePair(system, system)).asString().contains("more known x\\ny {");
        assertThat(((EnumeratedCharacteristic<?>) io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL).values())
                .isNotEmpty();
    }

    private static <T> List<T> drawn(Arbitrary<T> arbitrary) {
        Random random = new Random(42);
        var generator = arbitrary.generator(FEW);
        List<T> drawn = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            drawn.add(generator.next(random).value());
        }
        return drawn;
    }

    /** Shrinks the first value that fails as a shrinker would: to the first simpler one that still fails, and so on. */
    private static <T> T smallest(Arbitrary<T> arbitrary, Predicate<T> fails) {
        Random random = new Random(7);
        var generator = arbitrary.generator(1_000);
        Shrinkable<T> current = generator.next(random);
        while (!fails.test(current.value())) {
            current = generator.next(random);
        }
        while (true) {
            Shrinkable<T> from = current;
            var simpler = from.shrink()
                    .peek(each -> assertThat(each.distance().compareTo(from.distance()))
                            .isLessThan(0))
                    .filter(each -> fails.test(each.value()))
                    .findFirst();
            if (simpler.isEmpty()) {
                return current.value();
            }
            current = simpler.get();
        }
    }
}
