package io.aims.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Replacement;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.rules.internal.DroolsEngine;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicValue;
import io.aims.system.DateCharacteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever a pack names and says: Drools' own compiler takes the export and finds what engine and oracle find. */
class AnyPackDrlTest {

    /** Words that broke the export, or nearly did, before it changed them. */
    private static final String WORST = """
            after class coincides end in includes init metby not over record str then unit view when with a
            aB AB isOpen hashCode toString Class View Iterable String Integer List among Level""";

    private static final String OTHERS = """
            abstract accumulate action activation agenda and assert attributes auto before boolean break
            byte calendars case catch char collect condition const contains continue date declare default
            definition delete dialect do double drools duration during else enabled entry enum eval event
            excludes exists exit export extends extension false final finally finishedby finishes float for
            forall from function get global goto group if implements import insert insertLogical instanceof
            int interface is isA iD kcontext len lock long loop matches memberOf meets modify module native
            new no null object on open opens or overlaps package permits private protected provides public
            query requires result retract return reverse rule ruleflow salience sealed set short size
            soundslike start startedby starts static strictfp super switch synchronized template this throw
            throws timer to trait transient transitive true try type update uses value values var void
            volatile while window yield A aBC Ab x1 URL uRL IsOpen getThing equals clone notify wait
            finalize AiSystem Finding ObjectiveLevel Object Boolean Math Set EnumSet Collections BigDecimal
            Override Enum nothingKnown LOW HIGH""";

    /** Above so many random systems the time for all words is there too. */
    private static final int MOST_FOR_FEW = 10_000;

    /** How many parameters a method of Java may have: as many characteristics fit into one constructor. */
    private static final int MOST_PARAMETERS = 255;

    private static final Source SOURCE = new Source("a test");

    /** A vendor's Java enum, named like a class of Java, with constants that Java allows and DRL does not. */
    private enum List1 implements CharacteristicValue {
        when,
        then,
        end,
        rule,
        NULL;

        @Override
        public String id() {
            return name();
        }
    }

    /** Hides a class that every text of DRL uses. */
    private enum Integer implements CharacteristicValue {
        ONE,
        TWO;

        @Override
        public String id() {
            return name();
        }
    }

    @Test
    void any_id_of_a_characteristic_of_any_type() {
        boolean all = RandomSystems.count() > MOST_FOR_FEW;
        Set<String> ids = new LinkedHashSet<>(List.of((all ? WORST + " " + OTHERS : WORST).split("\\s+")));
        List<Characteristic<?>> characteristics = new ArrayList<>();
        for (String id : ids) {
            characteristics.add(
                    switch (characteristics.size() % 6) {
                        case 0 ->
                            OrdinalCharacteristic.of(id, List.of("none", "end", "", "a b", "5", "_", "é", "null"));
                        case 1 -> SetCharacteristic.of(id, List.of("when", "WHEN", "\"", "\\", "// */", "漢", "字"));
                        case 2 -> NominalCharacteristic.of(id, List.of("true", "false", "class"));
                        case 3 -> ScaleCharacteristic.of(id, -3, 3);
                        case 4 -> DecimalCharacteristic.of(id);
                        default -> BooleanCharacteristic.of(id);
                    });
        }
        characteristics.add(OrdinalCharacteristic.of("javaEnum", List1.class));
        characteristics.add(SetCharacteristic.of("shadow", Integer.class));
        characteristics.add(DateCharacteristic.of("day"));
        List<Rule> rules = new ArrayList<>();
        for (Characteristic<?> characteristic : characteristics) {
            List<Condition> tests = tests(characteristic);
            if (!tests.isEmpty()) {
                Condition any = tests.size() == 1 ? tests.get(0) : new Condition.AnyOf(tests);
                rules.add(rule("ID-" + rules.size(), "Ids are free", any, List.of("T.0.0")));
            }
        }
        while (characteristics.size() <= MOST_PARAMETERS) {
            characteristics.add(BooleanCharacteristic.of("more" + characteristics.size()));
        }
        agree(base(characteristics, List.of(RandomPacks.pack("ids", rules))), 1, 30);
    }

    private static List<Condition> tests(Characteristic<?> characteristic) {
        if (characteristic instanceof OrdinalCharacteristic<?> ordinal) {
            int top = ordinal.values().size() - 1;
            return List.of(new Condition.AtLeast(ordinal, top), new Condition.AtLeast(ordinal, top / 2 + 1));
        }
        if (characteristic instanceof SetCharacteristic<?> set) {
            return List.of(
                    new Condition.ContainsAny(set, 3),
                    new Condition.Contains(set, set.values().size() - 1),
                    new Condition.NotEmpty(set));
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            return List.of(new Condition.IsIn(nominal, 3), new Condition.IsIn(nominal, 4));
        }
        if (characteristic instanceof ScaleCharacteristic scale) {
            return List.of(new Condition.AtMost(scale, -3), new Condition.AtMost(scale, 0));
        }
        if (characteristic instanceof DecimalCharacteristic decimal) {
            return List.of(
                    new Condition.ReachesNumber(decimal, new BigDecimal("0.000000125")),
                    new Condition.ReachesNumber(decimal, BigDecimal.ZERO),
                    new Condition.ReachesNumber(decimal, new BigDecimal("1E-40")),
                    new Condition.ReachesNumber(decimal, new BigDecimal("12345678901234567890.1")),
                    new Condition.ReachesNumber(decimal, new BigDecimal("7E+900")));
        }
        return characteristic instanceof BooleanCharacteristic flag ? List.of(new Condition.IsYes(flag)) : List.of();
    }

    @Test
    void any_text_and_any_id_of_rules_in_strata_of_several_packs() {
        String title = "\"'\\ \u202e\u0000\u2028*/ end // ${x} @{y} %s 漢字 \uD835\uDD18 \uD835 é\u0301 \t\n";
        String why = title + "x".repeat(3000) + " " + "long ".repeat(3000);
        List<Rule> first = List.of(
                rule("A-1", title, new Condition.Always(), List.of("T.0.0")),
                rule("A.1", title, new Condition.IsNeeded(new ControlId("T.0.0")), List.of("T.1.0")),
                rule("A_1", title, new Condition.IsNeeded(new ControlId("T.1.0")), List.of("T.2.0")),
                rule("a-1", why, new Condition.HasRiskSource(new RiskSourceId("S.0.0")), List.of("T.3.0")),
                rule("1", "", new Condition.LevelAtLeast(new ObjectiveId("O.0.0"), RiskLevel.VERY_LOW), List.of()),
                rule("9.-_", "rule", new Condition.Always(), List.of()));
        List<Rule> second = List.of(
                rule("end", "end", new Condition.IsNeeded(new ControlId("T.2.0")), List.of()),
                rule("rule", "A-1 " + title, new Condition.IsNeeded(new ControlId("T.3.0")), List.of()));
        RulePack one = new RulePack(
                "a.b",
                "1\n0",
                title,
                title,
                why,
                "test",
                null,
                null,
                List.of(),
                List.of(new Chapter(why, why, first.subList(0, 3)), new Chapter("\u202e", "", first.subList(3, 6))));
        RulePack other = new RulePack(
                "a-b",
                "1",
                title,
                title,
                why,
                "test",
                null,
                null,
                List.of(),
                List.of(new Chapter(why, why, second.subList(0, 1)), new Chapter("\u202e", "", second.subList(1, 2))),
                List.of(),
                List.of(new Replacement(new RuleId("9.-_"), title)));
        RuleBase base = base(List.of(BooleanCharacteristic.of("flag")), List.of(one, other));

        Map<String, String> files = DrlExport.of(base);

        assertThat(files).hasSize(5);
        assertThat(files.values())
                .anySatisfy(text -> assertThat(text)
                        .contains("// Rule 9.-_ is not run: pack a-b replaces it.")
                        .doesNotContain("rule \"9.-_"));
        assertThat(files.keySet()).allMatch(name -> name.matches("[a-z0-9.-]{1,120}"));
        agree(base, 1, 10);
    }

    @Test
    void what_has_no_limit_is_above_every_number_that_a_rule_names() {
        DecimalCharacteristic amount = DecimalCharacteristic.of("amount");
        Condition condition = new Condition.ReachesNumber(amount, new BigDecimal("7E+1200"));
        RuleBase base = base(
                List.of(amount), List.of(RandomPacks.pack("big", List.of(rule("BIG-1", "Big", condition, List.of())))));

        assertThat(DrlExport.of(base).get("types.drl"))
                .contains("system.setAmount(low ? BigDecimal.ZERO : new BigDecimal(\"7E+1200\"));");
    }

    private static void agree(RuleBase base, long seed, int count) {
        CompiledDrl drl = new CompiledDrl(base, CompiledDrl.compile(DrlExport.of(base)));
        PlainEngine oracle = new PlainEngine(base);
        RandomSystems systems = RandomSystems.of(withoutDays(base));
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

    /** No rule reads a day, and no random system answers one. */
    private static RuleBase withoutDays(RuleBase base) {
        return base(
                base.vocabulary().entries().stream()
                        .<Characteristic<?>>map(VocabularyEntry::characteristic)
                        .filter(characteristic -> !(characteristic instanceof DateCharacteristic))
                        .toList(),
                base.packs());
    }

    private static RuleBase base(List<Characteristic<?>> characteristics, List<RulePack> packs) {
        List<VocabularyEntry> entries = characteristics.stream()
                .map(characteristic -> new VocabularyEntry(
                        characteristic, "all", Tier.CORE, "What?", Map.of(), "Something.", "", List.of(SOURCE)))
                .toList();
        RuleBase any = RandomPacks.ofSeed(1);
        Catalogue catalogue = any.catalogue();
        return new RuleBase(
                new Vocabulary("any", "1", Map.of("all", "All"), entries, List.of()), catalogue, any.criteria(), packs);
    }

    private static Rule rule(String id, String title, Condition condition, List<String> controls) {
        boolean raises = condition instanceof Condition.Always;
        return new Rule(
                new RuleId(id),
                title,
                RuleScope.SYSTEM,
                condition,
                raises ? List.of(new RiskSourceId("S.0.0")) : List.of(),
                List.of(),
                null,
                null,
                controls.stream().map(ControlId::new).toList(),
                false,
                title + " why",
                List.of(SOURCE),
                Confidence.LOW,
                List.of(),
                null);
    }
}
