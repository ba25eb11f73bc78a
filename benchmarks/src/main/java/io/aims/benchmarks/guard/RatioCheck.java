package io.aims.benchmarks.guard;

import io.aims.Aims;
import io.aims.benchmarks.BenchmarkSystems;
import io.aims.benchmarks.Result;
import io.aims.benchmarks.StandardBase;
import io.aims.benchmarks.handwritten.HandWritten;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.proof.Proofs;
import io.aims.rule.RuleBase;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.vocabulary.Characteristics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Compares what AIMS costs with what the same rules cost as straight Java. Ends with 1 if something costs more than
 * {@code benchmarks/limits.properties} allows.
 *
 * <p>{@code benchmarks/guard} checks, {@code benchmarks/guard slowed} does the work of AIMS twice and ends with 0 only if every
 * check fails then, {@code benchmarks/guard write} writes the limits anew.
 */
public final class RatioCheck {

    private static final Path LIMITS = Path.of("benchmarks/limits.properties");
    private static final int ROUNDS = 40;
    /** Limits rest on what is fully warmed up, so that no check is ever faster than that. */
    private static final int ROUNDS_FOR_LIMITS = 100;

    private static final int SYSTEMS = 128;
    private static final int FEW = 4;

    private final RuleBase base = StandardBase.create();
    private final Evaluator plain = new Evaluator(base, new PlainEngine(base));
    private final HandWritten hand = HandWritten.of(base);
    private final Aims aims;

    private RatioCheck(Aims aims) {
        this.aims = aims;
    }

    /**
     * Checks.
     *
     * @param arguments nothing, {@code slowed} or {@code write}
     * @throws IOException if the file of limits cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        String mode = arguments.length == 0 ? "check" : arguments[0];
        try (Aims aims = Aims.standard()) {
            System.exit(new RatioCheck(aims).run(mode));
        }
    }

    private int run(String mode) throws IOException {
        List<CheckedWork> units = new ArrayList<>();
        List<CheckedWork> works = new ArrayList<>();
        for (int unknown : new int[] {0, 20, 60}) {
            List<AiSystem> systems = BenchmarkSystems.of(base).systems(SYSTEMS, unknown, BenchmarkSystems.SEED);
            checkEqual(systems);
            String unit = "hand-written." + unknown;
            units.add(each(unit, unit, systems, system -> hand.evaluate(system).read()));
            works.add(each("engine." + unknown, unit, systems, system -> Result.read(aims.evaluate(system))));
            works.add(each("plain." + unknown, unit, systems, system -> Result.read(plain.evaluate(system, null))));
        }
        List<AiSystem> few = BenchmarkSystems.of(base).systems(FEW, 20, BenchmarkSystems.SEED);
        List<Evaluation> evaluated = few.stream().map(aims::evaluate).toList();
        String unit = "hand-written.20";
        works.add(each("findings", unit, few, system -> findings(aims.evaluate(system))));
        works.add(each(
                "questions",
                unit,
                few,
                system -> aims.evaluate(system).openQuestions().size()));
        works.add(each("what-if", unit, few, this::supposed));
        works.add(each("proofs", unit, evaluated, this::proofs));
        works.add(each("fresh-instance", unit, few.subList(0, 1), this::fresh));

        List<CheckedWork> measured = new ArrayList<>(units);
        works.stream().map(work -> mode.equals("slowed") ? work.slowed() : work).forEach(measured::add);
        Map<String, Double> nanos = Rounds.nanos(measured, mode.equals("write") ? ROUNDS_FOR_LIMITS : ROUNDS);
        Map<String, Double> ratios = new TreeMap<>();
        works.forEach(work -> ratios.put(work.name(), cost(nanos, work.name()) / cost(nanos, work.unit())));
        if (mode.equals("write")) {
            new RatioLimits(LIMITS).write(ratios);
            return 0;
        }
        return judged(nanos, ratios, new RatioLimits(LIMITS).read(), mode.equals("slowed"));
    }

    /** Prints every ratio beside its limit. */
    private static int judged(
            Map<String, Double> nanos, Map<String, Double> ratios, Map<String, Double> limits, boolean mustFail) {
        int failures = 0;
        nanos.forEach((name, time) -> {
            if (!ratios.containsKey(name)) {
                System.out.printf(Locale.ROOT, "%-16s %9.1f us%n", name, time / 1_000);
            }
        });
        for (Map.Entry<String, Double> ratio : ratios.entrySet()) {
            Double limit = limits.get(ratio.getKey());
            boolean fails = limit == null || ratio.getValue() > limit;
            failures += fails ? 1 : 0;
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %9.2f times, limit %s%s%n",
                    ratio.getKey(),
                    ratio.getValue(),
                    limit,
                    fails ? ": TOO MUCH" : "");
        }
        if (mustFail) {
            System.out.println(failures + " of " + ratios.size() + " see that everything takes twice as long");
            return failures == ratios.size() ? 0 : 1;
        }
        return failures == 0 && limits.keySet().equals(ratios.keySet()) ? 0 : 1;
    }

    private static <T> CheckedWork each(String name, String unit, List<T> inputs, ToLongFunction<T> work) {
        return new CheckedWork(
                name,
                unit,
                () -> {
                    long sum = 0;
                    for (T input : inputs) {
                        sum = 31 * sum + work.applyAsLong(input);
                    }
                    return sum;
                },
                inputs.size());
    }

    private void checkEqual(List<AiSystem> systems) {
        for (AiSystem system : systems) {
            Result expected = hand.evaluate(system);
            for (Evaluation evaluation : List.of(aims.evaluate(system), plain.evaluate(system, null))) {
                Result.of(base, evaluation).difference(base, expected).ifPresent(difference -> {
                    throw new IllegalStateException(system.id() + ": " + difference);
                });
            }
        }
    }

    private static long findings(Evaluation evaluation) {
        return evaluation.findings().stream()
                .mapToLong(finding -> finding.facts().size())
                .sum();
    }

    private long supposed(AiSystem system) {
        return aims.whatIf(system)
                .set(Characteristics.AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                .diff()
                .findings()
                .size();
    }

    private long proofs(Evaluation evaluation) {
        Proofs proofs = aims.explain(evaluation);
        long sum = 0;
        for (ControlResult result : evaluation.controls()) {
            sum += proofs.control(result.control().id()).premises().size();
        }
        return sum;
    }

    private long fresh(AiSystem system) {
        try (Aims fresh = Aims.builder().packs(RulePacks.standard()).build()) {
            return Result.read(fresh.evaluate(system));
        }
    }

    private static double cost(Map<String, Double> nanos, String name) {
        Double cost = nanos.get(name);
        if (cost == null) {
            throw new IllegalStateException(name + " was not measured");
        }
        return cost;
    }
}
