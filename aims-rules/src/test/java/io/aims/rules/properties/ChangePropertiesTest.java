package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.Risk;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.change.FactChange;
import io.aims.reasoning.change.FindingChange;
import io.aims.reasoning.change.PackDiff;
import io.aims.reasoning.change.Rebase;
import io.aims.reasoning.change.RuleChange;
import io.aims.reasoning.change.Trend;
import io.aims.reasoning.change.Watch;
import io.aims.reasoning.change.WhatIf;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What differences promise, for any rules: they say all that differs, nothing else, and what it comes from. */
class ChangePropertiesTest {

    private static final int SYSTEMS_FOR_EACH_PACK = 5;

    @Property(tries = 120)
    void a_difference_put_on_the_one_gives_the_other(@ForAll long seed) {
        forPairs(seed, (evaluator, before, after) -> {
            EvaluationDiff diff = EvaluationDiff.between(evaluated(evaluator, before), evaluated(evaluator, after));

            Map<String, Answer> answers = new TreeMap<>(before.answers());
            diff.facts().forEach(change -> put(answers, change));
            diff.provenance().forEach(change -> put(answers, change));
            assertThat(answers).isEqualTo(after.answers());

            Map<RuleId, Truth> truths = truths(diff.before());
            diff.findings().forEach(change -> {
                Truth was = change.before().map(finding -> finding.status()).orElse(Truth.FALSE);
                Truth now = change.after().map(finding -> finding.status()).orElse(Truth.FALSE);
                assertThat(truths.getOrDefault(change.rule().id(), Truth.FALSE)).isEqualTo(was);
                truths.put(change.rule().id(), now);
            });
            truths.values().removeIf(truth -> truth == Truth.FALSE);
            assertThat(truths).isEqualTo(truths(diff.after()));

            Map<ControlId, ControlStatus> controls = controls(diff.before());
            diff.controls()
                    .forEach(change -> controls.put(
                            change.control().id(), change.after().orElseThrow().status()));
            assertThat(controls).isEqualTo(controls(diff.after()));

            Map<Object, Object> risks = new HashMap<>();
            diff.before().risks().forEach(risk -> risks.put(risk.objective(), summary(risk)));
            diff.objectives().forEach(change -> {
                assertThat(summary(change.after().orElseThrow()))
                        .isNotEqualTo(risks.put(
                                change.objective(), summary(change.after().orElseThrow())));
            });
            Map<Object, Object> risksAfter = new HashMap<>();
            diff.after().risks().forEach(risk -> risksAfter.put(risk.objective(), summary(risk)));
            assertThat(risks).isEqualTo(risksAfter);
        });
    }

    @Property(tries = 120)
    void differences_compose_lead_back_and_end_where_they_began(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        Evaluator evaluator = evaluator(base);
        RandomSystems systems = RandomSystems.of(base);
        AiSystem one = systems.next(random);
        Evaluation a = evaluated(evaluator, one);
        Evaluation b = evaluated(evaluator, changed(one, systems, base, random));
        Evaluation c = evaluated(evaluator, changed(b.system(), systems, base, random));
        EvaluationDiff first = EvaluationDiff.between(a, b);
        EvaluationDiff second = EvaluationDiff.between(b, c);
        EvaluationDiff whole = EvaluationDiff.between(a, c);

        assertThat(first.then(second)).isEqualTo(whole);
        assertThat(first.then(second).text()).isEqualTo(whole.text());
        assertThat(first.then(first.reverse()).isEmpty()).isTrue();
        assertThat(first.reverse().reverse()).isEqualTo(first);
        assertThat(EvaluationDiff.between(a, a).isEmpty()).isTrue();
        assertThat(first.isEmpty()).isEqualTo(a.equals(b));
        for (Trend trend : Trend.values()) {
            assertThat(first.reverse().has(trend.reversed())).as("%s", trend).isEqualTo(first.has(trend));
        }
        // Each step accounts for what it changed: what differs over both steps differs in one of them.
        whole.facts()
                .forEach(change -> assertThat(first.facts().stream().anyMatch(step -> isOf(step, change))
                                || second.facts().stream().anyMatch(step -> isOf(step, change)))
                        .isTrue());
        whole.findings()
                .forEach(change -> assertThat(first.finding(change.rule().id()).isPresent()
                                || second.finding(change.rule().id()).isPresent())
                        .isTrue());
    }

    @Property(tries = 120)
    void a_changed_finding_comes_back_with_its_causes_and_stays_with_all_others(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        Evaluator evaluator = evaluator(base);
        RandomSystems systems = RandomSystems.of(base);
        AiSystem before = systems.next(random);
        EvaluationDiff diff = EvaluationDiff.between(
                evaluated(evaluator, before), evaluated(evaluator, changed(before, systems, base, random)));

        for (FindingChange change : diff.findings()) {
            assertThat(change.causes()).as("causes of %s", change.rule()).isNotEmpty();
            if (change.rule().condition().tests().stream().allMatch(Condition.SystemTest.class::isInstance)) {
                Evaluation withoutCauses = evaluated(evaluator, reverted(diff, change.causes()));
                List<FactChange> others = new ArrayList<>(diff.facts());
                others.removeAll(change.causes());
                Evaluation withoutOthers = evaluated(evaluator, reverted(diff, others));
                assertThat(withoutCauses.finding(change.rule().id())).isEqualTo(change.before());
                assertThat(withoutOthers.finding(change.rule().id())).isEqualTo(change.after());
            }
        }
    }

    @Property(tries = 120)
    void answers_to_what_was_open_make_nothing_better_or_worse(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        Evaluator evaluator = evaluator(base);
        RandomSystems systems = RandomSystems.of(base);
        AiSystem before = systems.next(random);
        EvaluationDiff diff = EvaluationDiff.between(
                evaluated(evaluator, before), evaluated(evaluator, systems.narrowed(before, random)));

        assertThat(diff.has(Trend.WORSE) || diff.has(Trend.BETTER) || diff.has(Trend.OPEN) || diff.has(Trend.ASIDE))
                .as(diff.text())
                .isFalse();
    }

    @Property(tries = 120)
    void more_hazard_makes_nothing_better(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        Evaluator evaluator = evaluator(base);
        RandomSystems systems = RandomSystems.of(base);
        AiSystem before = systems.nextComplete(random);
        EvaluationDiff diff = EvaluationDiff.between(
                evaluated(evaluator, before), evaluated(evaluator, systems.worsened(before, random)));

        assertThat(diff.has(Trend.BETTER)).as(diff.text()).isFalse();
    }

    @Property(tries = 120)
    void an_evaluation_put_on_other_packs_is_the_one_they_give(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase old = RandomPacks.next(random);
        RuleBase now = mutated(old, random);
        Evaluator formerly = evaluator(old);
        Evaluator evaluator = evaluator(now);
        RandomSystems systems = RandomSystems.of(old);
        PackDiff packs = PackDiff.between(old.packs().get(0), now.packs().get(0));
        for (int n = 0; n < SYSTEMS_FOR_EACH_PACK; n++) {
            AiSystem system = systems.next(random);
            Evaluation former = evaluated(formerly, system);

            Rebase rebase = Rebase.of(former, old, now, evaluator::evaluate, null);

            Laws.everythingIsEqual(rebase.evaluation(), evaluated(evaluator, system));
            assertThat(rebase.diff()).isEqualTo(EvaluationDiff.between(former, rebase.evaluation()));
            assertThat(rebase.diff().facts()).isEmpty();
            assertThat(rebase.packs().isEmpty()).isEqualTo(old.references().equals(now.references()));
            if (packs.isSameLogic()) {
                assertThat(rebase.diff().findings()).isEmpty();
            }
            for (FindingChange change : rebase.diff().findings()) {
                assertThat(change.ruleChanged())
                        .isEqualTo(change.before().isPresent()
                                && change.after().isPresent()
                                && packs.rulesChanged().stream()
                                        .anyMatch(rule -> rule.now()
                                                        .id()
                                                        .equals(change.rule().id())
                                                && rule.kind() != RuleChange.Kind.WORDS));
            }
        }
    }

    @Property(tries = 120)
    void a_watched_system_is_evaluated_as_from_scratch(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        Evaluator evaluator = evaluator(base);
        RandomSystems systems = RandomSystems.of(base);
        AiSystem system = systems.next(random);
        Watch watch = new Watch(evaluator::evaluate, system, null);
        List<EvaluationDiff> told = new ArrayList<>();
        watch.subscribe(update -> told.add(update.diff()));
        EvaluationDiff whole = EvaluationDiff.between(watch.evaluation(), watch.evaluation());

        for (int n = 0; n < 10; n++) {
            AiSystem next = changed(watch.evaluation().system(), systems, base, random);
            EvaluationDiff diff = watch.change("change " + n, present -> next);
            whole = whole.then(diff);
            Laws.everythingIsEqual(watch.evaluation(), evaluated(evaluator, next));
        }

        assertThat(whole)
                .isEqualTo(EvaluationDiff.between(evaluated(evaluator, system), watch.evaluation()))
                .isEqualTo(told.stream()
                        .reduce(EvaluationDiff::then)
                        .orElse(EvaluationDiff.between(watch.evaluation(), watch.evaluation())));
    }

    @Test
    void changes_of_many_threads_leave_what_their_order_gives_from_scratch() throws Exception {
        RuleBase base = StandardBase.get();
        Evaluator evaluator = evaluator(base);
        RandomSystems systems = RandomSystems.of(base);
        AiSystem system = systems.ofSeed(1);
        Watch watch = new Watch(evaluator::evaluate, system, null);
        List<Watch.Update> told = new ArrayList<>();
        watch.subscribe(told::add);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> work = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            SplittableRandom random = new SplittableRandom(thread);
            work.add(pool.submit(() -> {
                for (int n = 0; n < 10; n++) {
                    Answer answer = systems.answer(any(base, random), random);
                    watch.change("answered", answer);
                }
            }));
        }
        for (Future<?> each : work) {
            each.get();
        }
        pool.shutdown();

        AiSystem replayed = system;
        for (Watch.Update update : told) {
            assertThat(update.diff().before().system()).isEqualTo(replayed);
            replayed = update.diff().after().system();
        }
        assertThat(watch.evaluation().system()).isEqualTo(replayed);
        Laws.everythingIsEqual(watch.evaluation(), evaluated(evaluator, replayed));
    }

    @Property(tries = 120)
    void what_is_supposed_is_what_it_would_be(@ForAll long seed) {
        forPairs(seed, (evaluator, before, after) -> {
            WhatIf supposed = WhatIf.of(evaluator::evaluate, evaluated(evaluator, before));
            for (Answer answer : after.answers().values()) {
                supposed = supposed.set(answer);
            }
            for (Answer answer : before.answers().values()) {
                if (after.answer(answer.characteristic()).isEmpty()) {
                    supposed = supposed.unknown(answer.characteristic());
                }
            }
            Evaluation real = evaluated(evaluator, after);
            assertThat(supposed.evaluation().controls()).isEqualTo(real.controls());
            assertThat(supposed.evaluation().risks()).isEqualTo(real.risks());
            assertThat(supposed.diff().facts())
                    .extracting(FactChange::characteristic)
                    .isEqualTo(EvaluationDiff.between(evaluated(evaluator, before), real).facts().stream()
                            .map(FactChange::characteristic)
                            .toList());
            assertThat(supposed.diff().provenance()).isEmpty();
        });
    }

    private interface Pairs {
        void check(Evaluator evaluator, AiSystem before, AiSystem after);
    }

    private static void forPairs(long seed, Pairs law) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        Evaluator evaluator = evaluator(base);
        RandomSystems systems = RandomSystems.of(base);
        for (int n = 0; n < SYSTEMS_FOR_EACH_PACK; n++) {
            AiSystem system = systems.next(random);
            law.check(evaluator, system, changed(system, systems, base, random));
        }
    }

    /** A system with some answers replaced, added and forgotten. */
    private static AiSystem changed(AiSystem system, RandomSystems systems, RuleBase base, SplittableRandom random) {
        AiSystem changed = system;
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            Characteristic<?> characteristic = any(base, random);
            changed = random.nextInt(4) == 0
                    ? changed.without(characteristic)
                    : changed.with(systems.answer(characteristic, random));
        }
        return changed;
    }

    private static Characteristic<?> any(RuleBase base, SplittableRandom random) {
        var entries = base.vocabulary().entries();
        return entries.get(random.nextInt(entries.size())).characteristic();
    }

    private static AiSystem reverted(EvaluationDiff diff, List<FactChange> changes) {
        AiSystem system = diff.after().system();
        for (FactChange change : changes) {
            system = change.was() == null ? system.without(change.characteristic()) : system.with(change.was());
        }
        return system;
    }

    /** Rules added, removed, of another threshold, of another conclusion, in other words, or all as they are. */
    private static RuleBase mutated(RuleBase base, SplittableRandom random) {
        List<Rule> rules = new ArrayList<>(base.rules());
        for (int changes = random.nextInt(4); changes > 0 && !rules.isEmpty(); changes--) {
            int position = random.nextInt(rules.size());
            Rule rule = rules.get(position);
            switch (random.nextInt(5)) {
                case 0 -> rules.add(RandomPacks.rule(base, "NEW-" + changes, random));
                case 1 -> rules.remove(position);
                case 2 ->
                    rules.set(
                            position,
                            with(rule, RandomPacks.rule(base, "X-1", random).condition(), rule.requires(), rule.why()));
                case 3 -> rules.set(position, with(rule, rule.condition(), List.of(), rule.why()));
                default -> rules.set(position, with(rule, rule.condition(), rule.requires(), "Said otherwise."));
            }
        }
        return new RuleBase(
                base.vocabulary(),
                base.catalogue(),
                base.criteria(),
                List.of(RandomPacks.pack(base.packs().get(0).id(), rules)));
    }

    private static Rule with(Rule rule, Condition condition, List<ControlId> requires, String why) {
        return new Rule(
                rule.id(),
                rule.title(),
                rule.scope(),
                condition,
                rule.raises(),
                rule.threatens(),
                rule.contributes(),
                rule.floor(),
                requires,
                rule.stop(),
                why,
                rule.sources(),
                rule.confidence(),
                rule.examples(),
                rule.place());
    }

    private static void put(Map<String, Answer> answers, FactChange change) {
        String id = change.characteristic().id();
        assertThat(change.before()).isEqualTo(Optional.ofNullable(answers.get(id)));
        if (change.now() == null) {
            answers.remove(id);
        } else {
            answers.put(id, change.now());
        }
    }

    private static boolean isOf(FactChange one, FactChange other) {
        return one.characteristic().id().equals(other.characteristic().id());
    }

    private static Map<RuleId, Truth> truths(Evaluation evaluation) {
        Map<RuleId, Truth> truths = new HashMap<>();
        evaluation.findings().forEach(finding -> truths.put(finding.rule().id(), finding.status()));
        return truths;
    }

    private static Map<ControlId, ControlStatus> controls(Evaluation evaluation) {
        Map<ControlId, ControlStatus> controls = new HashMap<>();
        evaluation.controls().forEach(result -> controls.put(result.control().id(), result.status()));
        return controls;
    }

    private static List<Object> summary(Risk risk) {
        return List.of(risk.level(), risk.severity(), risk.likelihood(), risk.lowRate(), risk.highRate());
    }

    private static Evaluation evaluated(Evaluator evaluator, AiSystem system) {
        return evaluator.evaluate(system, null);
    }

    private static Evaluator evaluator(RuleBase base) {
        return new Evaluator(base, new PlainEngine(base));
    }
}
