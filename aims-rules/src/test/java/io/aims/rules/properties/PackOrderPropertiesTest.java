package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.interchange.EvaluationWriter;
import io.aims.rule.Chapter;
import io.aims.rule.Replacement;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.system.AiSystem;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** In which order packs are given makes no difference to any byte of a result, nor to what is told of their clashes. */
class PackOrderPropertiesTest {

    private static final int PACKS = 4;

    @Property(tries = 30)
    void no_byte_of_a_result_depends_on_the_order_of_packs(@ForAll long seed) {
        Dealt dealt = Dealt.ofSeed(seed);
        AiSystem system = RandomSystems.of(dealt.whole()).ofSeed(seed);

        assertThat(inAllOrders(dealt, packs -> dealt.evaluated(packs, system))).hasSize(1);
    }

    @Property(tries = 30)
    void no_message_depends_on_the_order_of_packs_that_clash(@ForAll long seed) {
        Dealt dealt = Dealt.ofSeed(seed).withClashes();

        assertThat(inAllOrders(dealt, dealt::refused))
                .singleElement()
                .asString()
                .contains("AIMS-2013", "AIMS-2091");
    }

    @Property(tries = 30)
    void a_rule_that_is_replaced_is_as_good_as_absent(@ForAll long seed) {
        Dealt dealt = Dealt.ofSeed(seed);
        RuleBase base = dealt.joined(dealt.packs());
        List<RuleId> run = base.rules().stream().map(Rule::id).toList();
        AiSystem system = RandomSystems.of(dealt.whole()).ofSeed(seed);
        RuleBase without = new RuleBase(
                dealt.vocabulary(),
                base.catalogue(),
                RandomPacks.criteria(),
                dealt.packs().stream().map(pack -> only(pack, run)).toList());

        assertThat(new PlainEngine(base).run(system)).isEqualTo(new PlainEngine(without).run(system));
        assertThat(base.replaced()).extracting(one -> one.rule().id()).doesNotContainAnyElementsOf(run);
    }

    private static RulePack only(RulePack pack, List<RuleId> rules) {
        return dealt(
                pack.id(),
                pack.characteristics(),
                pack.rules().stream().filter(rule -> rules.contains(rule.id())).toList(),
                pack.catalogues(),
                List.of());
    }

    private interface Trial {
        String of(List<RulePack> packs);
    }

    private static Set<String> inAllOrders(Dealt dealt, Trial trial) {
        List<RulePack> packs = new ArrayList<>(dealt.packs());
        Set<String> outcomes = new HashSet<>();
        Random random = new Random(packs.hashCode());
        for (int i = 0; i < PACKS; i++) {
            outcomes.add(trial.of(packs));
            Collections.shuffle(packs, random);
        }
        return outcomes;
    }

    /** Random rules, dealt out to packs of which each brings some characteristics and the same catalogue. */
    private record Dealt(RuleBase whole, Vocabulary vocabulary, List<RulePack> packs) {

        static Dealt ofSeed(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            RuleBase whole = RandomPacks.next(random, random.nextInt(8, 30));
            List<List<Rule>> rules = new ArrayList<>();
            List<List<VocabularyEntry>> characteristics = new ArrayList<>();
            for (int i = 0; i < PACKS; i++) {
                rules.add(new ArrayList<>());
                characteristics.add(new ArrayList<>());
            }
            whole.rules().forEach(rule -> rules.get(random.nextInt(PACKS)).add(rule));
            whole.vocabulary()
                    .entries()
                    .forEach(entry -> characteristics.get(random.nextInt(PACKS)).add(entry));
            List<RulePack> packs = new ArrayList<>();
            for (int i = 0; i < PACKS; i++) {
                List<Rule> next = rules.get((i + 1) % PACKS);
                packs.add(dealt(
                        "pack-" + i,
                        characteristics.get(i),
                        rules.get(i),
                        List.of(whole.catalogue()),
                        next.isEmpty()
                                ? List.of()
                                : List.of(new Replacement(
                                        next.get(random.nextInt(next.size())).id(), "Ours is better."))));
            }
            Vocabulary none = new Vocabulary(
                    whole.vocabulary().id(), "1.0.0", whole.vocabulary().sections(), List.of(), List.of());
            return new Dealt(whole, none, packs);
        }

        /** Every pack also has everything of the one before it, and replaces what that one replaces. */
        Dealt withClashes() {
            List<RulePack> clashing = new ArrayList<>();
            for (int i = 0; i < PACKS; i++) {
                RulePack own = packs.get(i);
                RulePack other = packs.get((i + 1) % PACKS);
                Catalogue changed = new Catalogue(
                        whole.catalogue().id(),
                        "Title " + i,
                        List.of(),
                        Map.of("T", "All"),
                        whole.catalogue().controls(),
                        whole.catalogue().objectives(),
                        whole.catalogue().riskSources(),
                        List.of());
                clashing.add(dealt(
                        own.id(),
                        both(own.characteristics(), other.characteristics()),
                        both(own.rules(), other.rules()),
                        List.of(i == 0 ? whole.catalogue() : changed),
                        both(own.replaces(), other.replaces())));
            }
            return new Dealt(whole, vocabulary, clashing);
        }

        RuleBase joined(List<RulePack> given) {
            return new RuleBase(vocabulary, Catalogues.iso42001(), RandomPacks.criteria(), given);
        }

        String evaluated(List<RulePack> given, AiSystem system) {
            RuleBase base = joined(given);
            return new EvaluationWriter(base.criteria().limits(), EvaluationWriter.Layout.ONE_LINE)
                    .text(new Evaluator(base, new PlainEngine(base)).evaluate(system, null));
        }

        String refused(List<RulePack> given) {
            try {
                return "joined: " + joined(given).references();
            } catch (AimsException e) {
                return e.faults().toString();
            }
        }
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static RulePack dealt(
            String id,
            List<VocabularyEntry> characteristics,
            List<Rule> rules,
            List<Catalogue> catalogues,
            List<Replacement> replaces) {
        return new RulePack(
                id,
                "1.0.0",
                "Rules of " + id,
                "Apache-2.0",
                "Rules for tests.",
                "test",
                null,
                null,
                characteristics,
                List.of(new Chapter("All", "All rules.", rules)),
                catalogues,
                replaces);
    }
}
