package io.aims.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RuleScope;
import io.aims.rules.internal.DroolsEngine;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrlExportTest {

    /** Compiling a pack takes as long as running it on thousands of systems. */
    private static final int SYSTEMS_FOR_EACH_PACK = 4_000;

    private static final int MOST_PACKS = 25;

    private static final Source SOURCE = new Source("a test");

    @Test
    void random_packs_beside_packs_compiled_by_drools_find_what_engine_and_oracle_find() {
        SplittableRandom random = new SplittableRandom(1);
        int packs = Math.max(1, Math.min(MOST_PACKS, RandomSystems.count() / SYSTEMS_FOR_EACH_PACK));
        for (int i = 0; i < packs; i++) {
            RuleBase one = RandomPacks.next(random, 40);
            assertThat(one.stratumCount()).isGreaterThan(i == 0 ? 2 : 0);
            RuleBase base = RandomPacks.with(
                    one, List.of(RandomPacks.rule(one, "ADDED-1", random), RandomPacks.rule(one, "ADDED-2", random)));
            assertFindsTheSame(base, i, Math.min(SYSTEMS_FOR_EACH_PACK, RandomSystems.count() / packs / 6));
        }
    }

    @Test
    void text_of_a_vendor_cannot_become_code() {
        String attack = "x\"\n*/ end\nrule \"y\" when then System.exit(1); end // \\u000a System.exit(2); \\\" \\";
        Rule rule = rule("EVIL-1", attack, new Condition.Always(), attack);
        RuleBase base = base(List.of(BooleanCharacteristic.of("flag")), List.of(rule), attack);

        Map<String, String> files = DrlExport.of(base);

        assertThat(files.values())
                .allSatisfy(text -> assertThat(text.lines())
                        .filteredOn(line -> line.contains("exit"))
                        .allMatch(
                                line -> line.strip().startsWith("//") || line.matches("rule \"EVIL-1 x[^\"*\\\\]+\"")));
        assertThat(CompiledDrl.compile(files).getKiePackage("aims.rules").getRules())
                .hasSize(1);
        assertFindsTheSame(base, 1, 10);
    }

    @Test
    void names_that_drl_would_misread_or_two_things_would_share_are_changed() {
        var view = OrdinalCharacteristic.of("view", List.of("new", "end", "NULL", "5b", "5B", "a-b", "a_b"));
        var finding = OrdinalCharacteristic.of("finding", List.of("A", "a"));
        var rule = SetCharacteristic.of("rule", List.of("when", "then"));
        var clazz = BooleanCharacteristic.of("class");
        var defaults = BooleanCharacteristic.of("default");
        var upper = BooleanCharacteristic.of("Default");
        List<Characteristic<?>> characteristics = List.of(view, finding, rule, clazz, defaults, upper);
        List<Condition> conditions = List.of(
                new Condition.AtLeast(view, 1),
                new Condition.AtLeast(view, 4),
                new Condition.AtLeast(view, 6),
                new Condition.AtLeast(finding, 1),
                new Condition.ContainsAny(rule, 3),
                new Condition.NotEmpty(rule),
                new Condition.IsYes(clazz),
                new Condition.IsYes(defaults),
                new Condition.IsYes(upper));
        List<Rule> rules = new ArrayList<>();
        for (Condition condition : conditions) {
            rules.add(rule("ODD-" + (rules.size() + 1), "Odd names", condition, "Names are free."));
        }
        assertFindsTheSame(base(characteristics, rules, "Odd"), 3, 200);
    }

    @Test
    void alternatives_without_number_are_refused() {
        Condition either = new Condition.AnyOf(List.of(
                new Condition.HasRiskSource(new RiskSourceId("S.0.0")),
                new Condition.IsNeeded(new ControlId("T.0.0"))));
        Condition condition = new Condition.AllOf(Collections.nCopies(30, either));
        RuleBase base = base(List.of(), List.of(rule("BIG-1", "Too much", condition, "It grows.")), "Big");
        assertThatThrownBy(() -> DrlExport.of(base))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3008");
    }

    private static void assertFindsTheSame(RuleBase base, long seed, int count) {
        RandomSystems systems = RandomSystems.of(base);
        PlainEngine oracle = new PlainEngine(base);
        CompiledDrl drl = new CompiledDrl(base, CompiledDrl.compile(DrlExport.of(base)));
        SplittableRandom random = new SplittableRandom(seed);
        try (DroolsEngine engine = new DroolsEngine(base)) {
            for (int i = 0; i < count; i++) {
                AiSystem system = systems.next(random);
                Outcomes expected = oracle.run(system);
                assertThat(drl.run(system))
                        .describedAs(RandomSystems.describe(system))
                        .isEqualTo(expected);
                assertThat(engine.run(system)).isEqualTo(expected);
            }
        }
    }

    private static RuleBase base(List<Characteristic<?>> characteristics, List<Rule> rules, String words) {
        List<VocabularyEntry> entries = characteristics.stream()
                .map(characteristic -> new VocabularyEntry(
                        characteristic, "all", Tier.CORE, words, Map.of(), words, "", List.of(SOURCE)))
                .toList();
        RuleBase any = RandomPacks.ofSeed(1);
        return new RuleBase(
                new Vocabulary("odd", "1", Map.of("all", words), entries, List.of()),
                any.catalogue(),
                any.criteria(),
                List.of(RandomPacks.pack("odd", rules)));
    }

    private static Rule rule(String id, String title, Condition condition, String why) {
        return new Rule(
                new RuleId(id),
                title,
                RuleScope.SYSTEM,
                condition,
                List.of(),
                List.of(),
                null,
                null,
                List.of(new ControlId("T.3.0")),
                false,
                why,
                List.of(new Source(why)),
                Confidence.LOW,
                List.of(),
                null);
    }
}
