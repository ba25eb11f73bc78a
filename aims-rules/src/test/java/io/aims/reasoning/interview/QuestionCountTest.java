package io.aims.reasoning.interview;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.error.Faults;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.QuestionCosts;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many questions it takes to settle every control, beginning with nothing known. The rival asks in the order of the
 * vocabulary and skips, exactly as the interview does, every question that can no longer change a control.
 */
class QuestionCountTest {

    private static final RuleBase base = StandardBase.get();
    private static final Interviewer interviewer = new Interviewer(base);
    private static final Decisions decisions = new Decisions(base);
    private static final Evaluator evaluator = new Evaluator(base, new PlainEngine(base));
    private static final AiSystem nothing = AiSystem.named("nothing known").build();

    @Test
    void the_samples_need_clearly_fewer_questions_than_the_order_of_the_vocabulary() throws Exception {
        List<AiSystem> samples = samples();
        int[] interviews = counts(samples, QuestionCountTest::ofInterview);

        assertThat(samples).hasSize(14);
        assertThat(median(interviews))
                .isLessThanOrEqualTo(.65 * median(counts(samples, QuestionCountTest::ofVocabulary)));
        for (int i = 0; i < interviews.length; i++) {
            assertThat(interviews[i])
                    .as("no better than somebody who knows the answers of "
                            + samples.get(i).id())
                    .isGreaterThanOrEqualTo(FewestQuestions.of(decisions, samples.get(i)));
        }
    }

    @Test
    void complete_systems_drawn_at_random_do_too() {
        List<AiSystem> systems = drawn(
                Math.max(20, RandomSystems.count() / 500),
                random -> RandomSystems.of(base).nextComplete(random));

        assertThat(median(counts(systems, QuestionCountTest::ofInterview)))
                .isLessThanOrEqualTo(.65 * median(counts(systems, QuestionCountTest::ofVocabulary)));
    }

    /** Prints the table of the decision record. */
    @Test
    @Tag("slow")
    void report() throws Exception {
        Map<String, List<AiSystem>> sets = new LinkedHashMap<>();
        int count = Math.max(2, RandomSystems.count() / 5_000);
        sets.put("14 samples", samples());
        sets.put(
                "close to the tests of rules",
                drawn(count, random -> RandomSystems.of(base).nextComplete(random)));
        sets.put("every value as likely", drawn(count, random -> drawn(random, 1, 1, 4)));
        sets.put("half of the steps severe", drawn(count, random -> drawn(random, 1, 2, 10)));
        sets.put("three of ten steps severe", drawn(count, random -> drawn(random, 3, 10, 15)));
        for (Map.Entry<String, List<AiSystem>> set : sets.entrySet()) {
            print(set.getKey(), "vocabulary", counts(set.getValue(), QuestionCountTest::ofVocabulary));
            print(set.getKey(), "openQuestions", counts(set.getValue(), QuestionCountTest::ofOpenQuestions));
            print(set.getKey(), "interview", counts(set.getValue(), QuestionCountTest::ofInterview));
            int[] fewest = set.getValue().stream()
                    .mapToInt(system -> FewestQuestions.of(decisions, system))
                    .toArray();
            print(set.getKey(), "omniscient", fewest);
            assertThat(IntStream.of(fewest)).as("proven for each system").allMatch(number -> number > 0);
        }
    }

    private static void print(String systems, String way, int[] counts) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %-14s median %.1f, mean %.1f, most %d%n",
                systems,
                way,
                median(counts),
                IntStream.of(counts).average().orElseThrow(),
                IntStream.of(counts).max().orElseThrow());
    }

    private static int ofInterview(AiSystem truth) {
        Interview interview = interviewer.begin(nothing, InterviewGoal.CONTROLS, QuestionCosts.equal());
        while (!interview.isComplete()) {
            Characteristic<?> asked = interview.next().orElseThrow().entry().characteristic();
            interview = interview.answer(truth.answer(asked).orElseThrow());
        }
        return interview.asked().size();
    }

    private static int ofVocabulary(AiSystem truth) {
        return count(truth, (system, relevant) -> relevant.get(0));
    }

    private static int ofOpenQuestions(AiSystem truth) {
        return count(
                truth,
                (system, relevant) -> evaluator.evaluate(system, null).openQuestions().stream()
                        .<Characteristic<?>>map(question -> question.entry().characteristic())
                        .filter(relevant::contains)
                        .findFirst()
                        .orElse(relevant.get(0)));
    }

    private static int count(AiSystem truth, BiFunction<AiSystem, List<Characteristic<?>>, Characteristic<?>> choice) {
        AiSystem system = nothing;
        int count = 0;
        List<Characteristic<?>> relevant = interviewer.relevant(system, InterviewGoal.CONTROLS);
        while (!relevant.isEmpty()) {
            system = system.with(truth.answer(choice.apply(system, relevant)).orElseThrow());
            count++;
            relevant = interviewer.relevant(system, InterviewGoal.CONTROLS);
        }
        return count;
    }

    private static int[] counts(List<AiSystem> systems, ToIntFunction<AiSystem> way) {
        return systems.stream().mapToInt(way).toArray();
    }

    private static double median(int[] counts) {
        int[] sorted = IntStream.of(counts).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }

    private static List<AiSystem> drawn(int count, Function<SplittableRandom, AiSystem> source) {
        SplittableRandom random = new SplittableRandom(20260701);
        return Stream.generate(() -> source.apply(random)).limit(count).toList();
    }

    /** A complete system: each step of severity with one chance, each member of a set with another. */
    private static AiSystem drawn(SplittableRandom random, int severe, int of, int members) {
        AiSystem.Builder builder = AiSystem.named("drawn");
        base.vocabulary().entries().forEach(entry -> {
            Characteristic<?> characteristic = entry.characteristic();
            builder.put(Answer.of(characteristic, drawn(characteristic, random, severe, of, members)));
        });
        return builder.build();
    }

    private static Bounds drawn(
            Characteristic<?> characteristic, SplittableRandom random, int severe, int of, int members) {
        Bounds all = characteristic.unknown();
        if (all instanceof Bounds.Ranks ranks) {
            int rank = step(ranks.high() + 1, random, severe, of);
            return new Bounds.Ranks(rank, rank);
        }
        if (all instanceof Bounds.OneOf oneOf) {
            return new Bounds.OneOf(1L << random.nextInt(Long.bitCount(oneOf.possible())));
        }
        if (all instanceof Bounds.Members) {
            long chosen = 0;
            for (int i = 0;
                    i < ((EnumeratedCharacteristic<?>) characteristic).values().size();
                    i++) {
                chosen |= random.nextInt(members) == 0 ? 1L << i : 0;
            }
            return new Bounds.Members(chosen, true);
        }
        BigDecimal number = characteristic instanceof ScaleCharacteristic scale
                ? BigDecimal.valueOf(scale.most() - step(scale.most() - scale.least() + 1, random, severe, of))
                : BigDecimal.ZERO;
        return new Bounds.Numbers(number, number);
    }

    private static int step(int steps, SplittableRandom random, int severe, int of) {
        if (of == 1) {
            return random.nextInt(steps);
        }
        int step = 0;
        while (step < steps - 1 && random.nextInt(of) < severe) {
            step++;
        }
        return step;
    }

    private static List<AiSystem> samples() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(QuestionCountTest.class.getResource("/samples"))
                .toURI());
        List<AiSystem> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !file.toString().endsWith(".expected.yaml"))
                    .sorted()
                    .toList()) {
                samples.add(sample(file));
            }
        }
        return samples;
    }

    private static AiSystem sample(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            Faults faults = new Faults();
            Fields fields =
                    Fields.of(Documents.yaml(String.valueOf(file.getFileName()), bytes), faults, "AIMS-1001", "system");
            String id = fields.requiredText("id");
            AiSystem.Builder builder = AiSystem.named(id);
            fields.requiredNode("characteristics")
                    .ifPresent(node ->
                            builder.putAll(new AnswerReader("system", id, faults).readAll(node, base.vocabulary())));
            assertThat(faults.toList()).isEmpty();
            return builder.build();
        }
    }
}
