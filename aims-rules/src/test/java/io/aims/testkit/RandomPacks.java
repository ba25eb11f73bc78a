package io.aims.testkit;

import io.aims.control.AiRole;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.risk.Likelihood;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.system.vocabulary.Characteristics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random packs: conditions of every kind of test, nested, over built-in and vendors' characteristics, rules in several
 * strata that read the results of those below, and random conclusions. The same seed gives the same pack.
 */
public final class RandomPacks {

    private static final int LAYERS = 4;
    private static final int PER_LAYER = 3;
    private static final Source SOURCE = new Source("drawn at random");

    /** Built-in characteristics of every kind, and a vendor's with the odd ids that vendors have. */
    private static final List<Characteristic<?>> CHARACTERISTICS = List.of(
            Characteristics.AIMS_ROLES,
            Characteristics.LIFECYCLE_STAGE,
            Characteristics.TECHNOLOGY_READINESS_LEVEL,
            Characteristics.AUTOMATION_LEVEL,
            Characteristics.DECISION_EFFECT,
            Characteristics.PROFILING,
            Characteristics.VULNERABLE_GROUPS,
            Characteristics.APPLICATION_DOMAINS,
            Characteristics.TRAINING_COMPUTE_FLOPS,
            OrdinalCharacteristic.of("acmeGrade", List.of("none", "5b", "5B", "almost-all", "ALL.AND-MORE", "end")),
            OrdinalCharacteristic.of("acmeOnly", List.of("ONE")),
            OrdinalCharacteristic.of("acmeLadder", steps(63)),
            SetCharacteristic.of("acmeZones", steps(63)),
            SetCharacteristic.of("acmeRooms", List.of("A", "B", "A.B", "A_B", "new")),
            NominalCharacteristic.of("acmeColour", List.of("red", "green", "blue", "red.green")),
            BooleanCharacteristic.of("acmeFlag"),
            ScaleCharacteristic.of("acmeScore", -3, 40),
            DecimalCharacteristic.of("acmeAmount"));

    private final SplittableRandom random;
    private final Vocabulary vocabulary;
    private final List<Characteristic<?>> characteristics = new ArrayList<>();
    private final List<BigDecimal> numbers = new ArrayList<>();

    private RandomPacks(SplittableRandom random, Vocabulary vocabulary) {
        this.random = random;
        this.vocabulary = vocabulary;
        vocabulary.entries().forEach(entry -> characteristics.add(entry.characteristic()));
        for (int i = 0; i < 3; i++) {
            numbers.add(BigDecimal.valueOf(random.nextInt(1, 1000), random.nextInt(-24, 3)));
        }
    }

    /** Returns the rules of a seed. */
    public static RuleBase ofSeed(long seed) {
        return next(new SplittableRandom(seed));
    }

    /** Returns rules in up to {@value #LAYERS} strata, or a few more. */
    public static RuleBase next(SplittableRandom random) {
        return next(random, random.nextInt(1, 40));
    }

    /** Returns so many rules. */
    public static RuleBase next(SplittableRandom random, int ruleCount) {
        List<VocabularyEntry> entries = CHARACTERISTICS.stream()
                .map(characteristic -> new VocabularyEntry(
                        characteristic, "all", Tier.CORE, "What is it?", Map.of(), "Something.", "", List.of(SOURCE)))
                .toList();
        Vocabulary vocabulary = new Vocabulary("random", "1.0.0", Map.of("all", "All"), entries, List.of());
        RandomPacks packs = new RandomPacks(random, vocabulary);
        List<Rule> rules = new ArrayList<>();
        for (int i = 1; i <= ruleCount; i++) {
            rules.add(packs.layeredRule(new RuleId("RND-" + i)));
        }
        return new RuleBase(vocabulary, catalogue(), criteria(), List.of(pack("random", rules)));
    }

    /** Returns a rule of any condition on characteristics that concludes anything, to be added to a base. */
    public static Rule rule(RuleBase base, String id, SplittableRandom random) {
        RandomPacks packs = new RandomPacks(random, base.vocabulary());
        Condition condition = packs.condition(0, 0, 2);
        Catalogue catalogue = base.catalogue();
        return packs.rule(
                new RuleId(id),
                condition,
                packs.some(catalogue.riskSources().stream().map(RiskSource::id).toList()),
                packs.some(catalogue.objectives().stream().map(Objective::id).toList()),
                packs.some(catalogue.controls().stream().map(Control::id).toList()));
    }

    /** Returns a base with more rules, in a pack of their own. */
    public static RuleBase with(RuleBase base, List<Rule> rules) {
        List<RulePack> packs = new ArrayList<>(base.packs());
        packs.add(pack("added", rules));
        List<VocabularyEntry> own = base.packs().stream()
                .flatMap(pack -> pack.characteristics().stream())
                .toList();
        List<VocabularyEntry> entries = base.vocabulary().entries().stream()
                .filter(entry -> !own.contains(entry))
                .toList();
        Vocabulary bare = new Vocabulary(
                base.vocabulary().id(),
                base.vocabulary().version(),
                base.vocabulary().sections(),
                entries,
                base.vocabulary().contradictionRules());
        return new RuleBase(bare, base.catalogue(), base.criteria(), packs);
    }

    /** Returns a pack of one chapter. */
    public static RulePack pack(String id, List<Rule> rules) {
        return new RulePack(
                id,
                "1.0.0",
                "Rules of " + id,
                "Apache-2.0",
                "Rules for tests.",
                "test",
                null,
                null,
                List.of(),
                List.of(new Chapter("All", "All rules.", rules)));
    }

    /** Returns random rules. */
    public static Arbitrary<RuleBase> ruleBases() {
        return Arbitraries.randomValue(random -> ofSeed(random.nextLong()));
    }

    /** Returns risk criteria with the standard numbers. */
    public static RiskCriteria criteria() {
        Map<Likelihood, BigDecimal> anchors = new LinkedHashMap<>();
        Map<Likelihood, BigDecimal> starts = new LinkedHashMap<>();
        Map<Likelihood, Map<Severity, RiskLevel>> table = new LinkedHashMap<>();
        List<String> anchorTexts = List.of("0.01", "0.04", "0.12", "0.30", "0.60");
        List<String> startTexts = List.of("0", "0.02", "0.08", "0.25", "0.55");
        int[][] levels = {{0, 0, 0, 1, 1}, {0, 1, 1, 1, 2}, {0, 1, 2, 2, 3}, {0, 1, 2, 3, 4}, {0, 1, 2, 3, 4}};
        for (Likelihood likelihood : Likelihood.values()) {
            anchors.put(likelihood, new BigDecimal(anchorTexts.get(likelihood.ordinal())));
            if (likelihood != Likelihood.VERY_LOW) {
                starts.put(likelihood, new BigDecimal(startTexts.get(likelihood.ordinal())));
            }
            Map<Severity, RiskLevel> row = new LinkedHashMap<>();
            for (Severity severity : Severity.values()) {
                row.put(severity, RiskLevel.values()[levels[likelihood.ordinal()][severity.ordinal()]]);
            }
            table.put(likelihood, row);
        }
        return new RiskCriteria("test-criteria", "1.0.0", anchors, starts, table, null, List.of());
    }

    private static Catalogue catalogue() {
        List<RiskSource> sources = new ArrayList<>();
        List<Objective> objectives = new ArrayList<>();
        List<Control> controls = new ArrayList<>();
        for (int layer = 0; layer < LAYERS; layer++) {
            for (int i = 0; i < PER_LAYER; i++) {
                sources.add(new RiskSource(
                        source(layer, i), "Source", "A source.", "", List.of(), List.of(), "", List.of(SOURCE)));
                objectives.add(new Objective(
                        objective(layer, i),
                        "Objective",
                        "An objective.",
                        "",
                        List.of(),
                        List.of(),
                        false,
                        "",
                        List.of(SOURCE)));
                controls.add(new Control(
                        control(layer, i),
                        "T",
                        "Control",
                        "A control.",
                        List.of(),
                        List.of(),
                        Control.Scope.SYSTEM,
                        EnumSet.allOf(AiRole.class),
                        ControlStatus.ROLE_EXCLUDED,
                        Control.Effect.LIKELIHOOD,
                        Control.Function.PREVENTIVE,
                        List.of(),
                        List.of(SOURCE)));
            }
        }
        return new Catalogue(
                "test", "Catalogue for tests", List.of(), Map.of("T", "All"), controls, objectives, sources, List.of());
    }

    private static RiskSourceId source(int layer, int i) {
        return new RiskSourceId("S." + layer + "." + i);
    }

    private static ObjectiveId objective(int layer, int i) {
        return new ObjectiveId("O." + layer + "." + i);
    }

    private static ControlId control(int layer, int i) {
        return new ControlId("T." + layer + "." + i);
    }

    /** A rule concludes in its own layer and reads results of lower ones, so that no rule can read what it raises. */
    private Rule layeredRule(RuleId id) {
        int layer = random.nextInt(3) > 0 ? 0 : random.nextInt(LAYERS);
        return rule(
                id,
                condition(layer, 0, random.nextInt(1, 4)),
                some(IntStream.range(0, PER_LAYER)
                        .mapToObj(i -> source(layer, i))
                        .toList()),
                some(IntStream.range(0, PER_LAYER)
                        .mapToObj(i -> objective(layer, i))
                        .toList()),
                some(IntStream.range(0, PER_LAYER)
                        .mapToObj(i -> control(layer, i))
                        .toList()));
    }

    private Rule rule(
            RuleId id,
            Condition condition,
            List<RiskSourceId> raises,
            List<ObjectiveId> threatens,
            List<ControlId> requires) {
        return new Rule(
                id,
                "Rule drawn at random",
                RuleScope.SYSTEM,
                condition,
                raises,
                threatens,
                random.nextInt(4) == 0 ? null : Likelihood.values()[random.nextInt(Likelihood.values().length)],
                random.nextBoolean() ? null : Severity.values()[random.nextInt(Severity.values().length)],
                requires,
                random.nextInt(50) == 0,
                "It was drawn.",
                List.of(SOURCE),
                Confidence.LOW,
                List.of(),
                null);
    }

    private Condition condition(int layer, int depth, int deepest) {
        if (depth == 0 && random.nextInt(25) == 0) {
            return new Condition.Always();
        }
        if (depth >= deepest || random.nextInt(3) == 0) {
            return layer > 0 && random.nextBoolean() ? resultTest(random.nextInt(layer)) : systemTest();
        }
        List<Condition> parts = Stream.generate(() -> condition(layer, depth + 1, deepest))
                .limit(random.nextInt(2, 5))
                .toList();
        return random.nextInt(3) == 0 ? new Condition.AnyOf(parts) : new Condition.AllOf(parts);
    }

    private Condition resultTest(int layer) {
        int i = random.nextInt(PER_LAYER);
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.HasRiskSource(source(layer, i));
            case 1 ->
                new Condition.LevelAtLeast(
                        objective(layer, i), RiskLevel.values()[random.nextInt(RiskLevel.values().length)]);
            default -> new Condition.IsNeeded(control(layer, i));
        };
    }

    private Condition systemTest() {
        Characteristic<?> characteristic = characteristics.get(random.nextInt(characteristics.size()));
        if (characteristic instanceof OrdinalCharacteristic<?> ordinal) {
            return new Condition.AtLeast(
                    ordinal, random.nextInt(ordinal.values().size()));
        }
        if (characteristic instanceof BooleanCharacteristic flag) {
            return new Condition.IsYes(flag);
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            return new Condition.IsIn(nominal, someValues(nominal));
        }
        if (characteristic instanceof ScaleCharacteristic scale) {
            return new Condition.AtMost(scale, random.nextInt(scale.least(), scale.most() + 1));
        }
        if (characteristic instanceof DecimalCharacteristic decimal) {
            return new Condition.ReachesNumber(decimal, numbers.get(random.nextInt(numbers.size())));
        }
        SetCharacteristic<?> set = (SetCharacteristic<?>) characteristic;
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.NotEmpty(set);
            case 1 -> new Condition.ContainsAny(set, someValues(set));
            default -> new Condition.Contains(set, random.nextInt(set.values().size()));
        };
    }

    private long someValues(EnumeratedCharacteristic<?> characteristic) {
        int size = characteristic.values().size();
        long mask = random.nextLong() & (1L << size) - 1;
        return mask == 0 ? 1L << random.nextInt(size) : mask;
    }

    private <T> List<T> some(List<T> all) {
        int limit = random.nextInt(3);
        return all.stream()
                .filter(entry -> random.nextInt(Math.max(1, all.size() / 3)) == 0)
                .limit(limit)
                .toList();
    }

    private static List<String> steps(int count) {
        return IntStream.range(0, count).mapToObj(i -> "STEP_" + i).toList();
    }
}
