package io.aims.reasoning.interview;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.Finding;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.QuestionCosts;
import io.aims.risk.ObjectiveId;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicType;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What an interview asks, held against every way in which a few unknowns can turn out, one by one. */
class InterviewPropertiesTest {

    private static final int MOST_COMPLETIONS = 200;
    private static final Evaluator standard = new Evaluator(StandardBase.get(), new PlainEngine(StandardBase.get()));
    private static final Interviewer standardInterviewer = new Interviewer(StandardBase.get());

    @Property(tries = 100)
    void of_any_pack_exactly_what_can_change_something_is_asked(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random, random.nextInt(1, 14));
        Evaluator evaluator = new Evaluator(base, new PlainEngine(base));
        check(base, evaluator, new Interviewer(base), random);
    }

    @Property(tries = 5)
    void of_the_standard_pack_exactly_what_can_change_something_is_asked(@ForAll long seed) {
        check(StandardBase.get(), standard, standardInterviewer, new SplittableRandom(seed));
    }

    @Property(tries = 30)
    void at_the_end_no_completion_changes_what_the_goal_looks_at(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        RandomSystems systems = RandomSystems.of(base);
        AiSystem truth = systems.nextComplete(random);
        Evaluator evaluator = new Evaluator(base, new PlainEngine(base));
        for (InterviewGoal goal : InterviewGoal.values()) {
            Interview interview = new Interviewer(base).begin(systems.next(random), goal, QuestionCosts.equal());
            while (!interview.isComplete()) {
                Characteristic<?> asked = interview.next().orElseThrow().entry().characteristic();
                interview = interview.answer(truth.answer(asked).orElseThrow());
            }
            Results first = Results.of(evaluator.evaluate(systems.completed(interview.system(), random), null));
            for (int i = 0; i < 20; i++) {
                AiSystem other = systems.completed(interview.system(), random);
                assertThat(Results.of(evaluator.evaluate(other, null)).of(goal)).isEqualTo(first.of(goal));
            }
        }
    }

    @Property(tries = 20)
    void every_question_is_asked_once_whatever_is_answered(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        RandomSystems systems = RandomSystems.of(base);
        InterviewGoal goal = InterviewGoal.values()[random.nextInt(3)];
        Interview interview =
                new Interviewer(base).begin(AiSystem.named("system").build(), goal, QuestionCosts.equal());
        Set<Characteristic<?>> seen = new LinkedHashSet<>();
        while (!interview.isComplete()) {
            Characteristic<?> asked = interview.next().orElseThrow().entry().characteristic();
            assertThat(seen.add(asked))
                    .as("%s is asked for the first time", asked)
                    .isTrue();
            interview =
                    random.nextInt(3) == 0 ? interview.cannotKnow() : interview.answer(systems.answer(asked, random));
        }
        assertThat(interview.asked()).containsExactlyElementsOf(seen);
    }

    private static void check(RuleBase base, Evaluator evaluator, Interviewer interviewer, SplittableRandom random) {
        AiSystem system = thinned(base, RandomSystems.of(base).nextComplete(random), random);
        List<Characteristic<?>> unknown = base.vocabulary().entries().stream()
                .<Characteristic<?>>map(entry -> entry.characteristic())
                .filter(characteristic -> !system.bounds(characteristic).isExact())
                .toList();
        List<Characteristic<?>> closed = unknown.stream()
                .filter(characteristic -> random.nextInt(4) == 0)
                .toList();
        Map<List<Bounds>, Results> results = new HashMap<>();
        complete(base, system, unknown, new ArrayList<>(), evaluator, results);
        Decisions decisions = new Decisions(base);
        boolean haveSums = decisions.controlsWithoutSum().isEmpty()
                && decisions.rulesWithoutSum().isEmpty();
        for (InterviewGoal goal : InterviewGoal.values()) {
            Interview interview = interviewer.begin(system, goal, QuestionCosts.equal());
            for (Characteristic<?> characteristic : closed) {
                interview = interview.cannotKnow(characteristic);
            }
            Map<String, Set<Object>> asked = new HashMap<>();
            interview
                    .open()
                    .forEach(question ->
                            asked.put(question.entry().characteristic().id(), subjects(question)));
            Map<String, Set<Object>> changing = changing(unknown, results, goal);
            closed.forEach(characteristic -> changing.remove(characteristic.id()));
            boolean exact = goal != InterviewGoal.LEVELS && haveSums;
            if (exact) {
                assertThat(asked).isEqualTo(changing);
            } else {
                asked.forEach((characteristic, subjects) -> assertThat(changing.getOrDefault(characteristic, Set.of()))
                        .as(characteristic)
                        .containsAll(subjects));
                if (closed.isEmpty()) {
                    assertThat(asked.isEmpty()).isEqualTo(changing.isEmpty());
                }
            }
        }
    }

    private static Set<Object> subjects(InterviewQuestion question) {
        Set<Object> subjects = new LinkedHashSet<>(question.controls());
        subjects.addAll(question.objectives());
        subjects.addAll(question.rules());
        return subjects;
    }

    /** A system of which some answers are forgotten, not so many that the ways to complete it cannot be tried. */
    private static AiSystem thinned(RuleBase base, AiSystem complete, SplittableRandom random) {
        AiSystem thinned = complete;
        int completions = 1;
        for (int i = 0; i < 30; i++) {
            Characteristic<?> characteristic = base.vocabulary()
                    .entries()
                    .get(random.nextInt(base.vocabulary().entries().size()))
                    .characteristic();
            int values = values(base, characteristic, characteristic.unknown()).size();
            if (thinned.answer(characteristic).isPresent() && completions * values <= MOST_COMPLETIONS) {
                thinned = thinned.without(characteristic);
                completions *= values;
            }
        }
        return thinned;
    }

    private static void complete(
            RuleBase base,
            AiSystem system,
            List<Characteristic<?>> unknown,
            List<Bounds> chosen,
            Evaluator evaluator,
            Map<List<Bounds>, Results> results) {
        if (chosen.size() == unknown.size()) {
            results.put(List.copyOf(chosen), Results.of(evaluator.evaluate(system, null)));
            return;
        }
        Characteristic<?> next = unknown.get(chosen.size());
        for (Bounds value : values(base, next, system.bounds(next))) {
            chosen.add(value);
            complete(base, system.with(Answer.of(next, value)), unknown, chosen, evaluator, results);
            chosen.remove(chosen.size() - 1);
        }
    }

    private static List<Bounds> values(RuleBase base, Characteristic<?> characteristic, Bounds bounds) {
        List<Bounds> values = new ArrayList<>();
        if (characteristic.type() == CharacteristicType.SET) {
            int size = ((EnumeratedCharacteristic<?>) characteristic).values().size();
            for (long members = 0; members < 1L << Math.min(size, 20); members++) {
                values.add(new Bounds.Members(members, true));
                if (values.size() > MOST_COMPLETIONS) {
                    return values;
                }
            }
        } else if (bounds instanceof Bounds.Ranks ranks) {
            for (int rank = ranks.low(); rank <= ranks.high(); rank++) {
                values.add(new Bounds.Ranks(rank, rank));
            }
        } else if (bounds instanceof Bounds.OneOf oneOf) {
            for (long rest = oneOf.possible(); rest != 0; rest &= rest - 1) {
                values.add(new Bounds.OneOf(Long.lowestOneBit(rest)));
            }
        } else {
            numbers(base, characteristic, (Bounds.Numbers) bounds)
                    .forEach(number -> values.add(new Bounds.Numbers(number, number)));
        }
        return values;
    }

    private static Set<BigDecimal> numbers(RuleBase base, Characteristic<?> characteristic, Bounds.Numbers all) {
        Set<BigDecimal> numbers = new TreeSet<>();
        numbers.add(all.low());
        if (all.high() != null) {
            numbers.add(all.high());
        }
        base.rules().stream().flatMap(rule -> rule.condition().tests().stream()).forEach(test -> {
            if (test instanceof Condition.ReachesNumber reaches
                    && reaches.characteristic().equals(characteristic)) {
                numbers.add(reaches.least());
            } else if (test instanceof Condition.AtMost atMost
                    && atMost.characteristic().equals(characteristic)) {
                numbers.add(BigDecimal.valueOf(atMost.most()));
            }
        });
        return numbers;
    }

    /** For each unknown what differs between completions that differ in it alone. */
    private static Map<String, Set<Object>> changing(
            List<Characteristic<?>> unknown, Map<List<Bounds>, Results> results, InterviewGoal goal) {
        Map<String, Set<Object>> changing = new HashMap<>();
        for (int i = 0; i < unknown.size(); i++) {
            Map<List<Bounds>, Map<Object, Object>> seen = new HashMap<>();
            Set<Object> differing = new LinkedHashSet<>();
            for (Map.Entry<List<Bounds>, Results> entry : results.entrySet()) {
                List<Bounds> others = new ArrayList<>(entry.getKey());
                others.remove(i);
                Map<Object, Object> now = entry.getValue().of(goal);
                Map<Object, Object> before = seen.putIfAbsent(others, now);
                if (before != null) {
                    now.forEach((subject, value) -> {
                        if (!value.equals(before.get(subject))) {
                            differing.add(subject);
                        }
                    });
                    before.keySet().stream()
                            .filter(subject -> !now.containsKey(subject))
                            .forEach(differing::add);
                }
            }
            if (!differing.isEmpty()) {
                changing.put(unknown.get(i).id(), differing);
            }
        }
        return changing;
    }

    private record Results(Map<ControlId, ControlStatus> controls, Map<ObjectiveId, Object> levels, Set<RuleId> rules) {

        static Results of(Evaluation evaluation) {
            Map<ControlId, ControlStatus> controls = new HashMap<>();
            evaluation
                    .controls()
                    .forEach(control -> controls.put(control.control().id(), control.status()));
            Map<ObjectiveId, Object> levels = new HashMap<>();
            evaluation.risks().forEach(risk -> levels.put(risk.objective().id(), risk.level()));
            Set<RuleId> rules = new LinkedHashSet<>();
            evaluation.findings().stream()
                    .filter(Finding::isCertain)
                    .forEach(finding -> rules.add(finding.rule().id()));
            return new Results(controls, levels, rules);
        }

        Map<Object, Object> of(InterviewGoal goal) {
            Map<Object, Object> results = new HashMap<>();
            switch (goal) {
                case CONTROLS -> results.putAll(controls);
                case LEVELS -> results.putAll(levels);
                case EVERYTHING -> {
                    results.putAll(controls);
                    rules.forEach(rule -> results.put(rule, true));
                }
                default -> throw new AssertionError(goal);
            }
            return results;
        }
    }
}
