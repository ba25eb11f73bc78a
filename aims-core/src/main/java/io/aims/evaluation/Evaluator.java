package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.risk.Likelihood;
import io.aims.risk.Objective;
import io.aims.risk.Range;
import io.aims.risk.RiskSource;
import io.aims.risk.Severity;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns what an engine finds into an {@link Evaluation}: risks by the risk method, controls by the roles of the
 * organisation, all sorted.
 *
 * <p>Immutable and thread-safe, if the engine is.
 *
 * @since 0.1
 */
public final class Evaluator {

    private static final String ROLES = "aimsRoles";

    private final RuleBase base;
    private final RuleEngine engine;
    private final RiskMethod method;
    private final Basis basis;
    private final Questions questions;
    private final Optional<Characteristic<?>> roles;

    /**
     * Creates an evaluator.
     *
     * @param base what evaluations rest on
     * @param engine an engine that runs the rules of this base
     */
    public Evaluator(RuleBase base, RuleEngine engine) {
        this.base = base;
        this.engine = engine;
        this.method = new RiskMethod(base);
        this.basis = Basis.of(base);
        this.questions = new Questions(method);
        this.roles = base.vocabulary().characteristic(ROLES);
    }

    /**
     * Returns what evaluations rest on.
     *
     * @return the base
     */
    public RuleBase base() {
        return base;
    }

    /**
     * Evaluates a system.
     *
     * @param system the system
     * @param asOf the date for which it is evaluated, or {@code null}
     * @return the evaluation
     */
    public Evaluation evaluate(AiSystem system, @Nullable LocalDate asOf) {
        Outcomes outcomes = engine.run(system);
        BitSet certain = outcomes.certain();
        BitSet possible = outcomes.possible();
        RiskMethod.Profile low = method.combine(certain);
        RiskMethod.Profile high = method.combine(possible);
        Map<Integer, Finding> findings = findings(system, certain, possible);
        List<ControlResult> controls = controls(system, certain, possible, low);
        Evaluation.Content content = new Evaluation.Content(
                List.copyOf(findings.values()),
                riskSources(certain, possible),
                risks(certain, possible, low, high),
                controls,
                safeguards(controls, findings, certain, low),
                base.vocabulary().contradictionsIn(system));
        return new Evaluation(
                system, asOf, basis, content, () -> questions.about(system, certain, possible, low, high));
    }

    private Map<Integer, Finding> findings(AiSystem system, BitSet certain, BitSet possible) {
        StratumResults results = method.results(certain, possible);
        Map<Integer, Finding> findings = new TreeMap<>();
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            Rule rule = base.rules().get(i);
            Truth status = certain.get(i) ? Truth.TRUE : Truth.UNDETERMINED;
            findings.put(i, new Finding(rule, base.packOf(i), status, facts(rule, system, results)));
        }
        return findings;
    }

    private static List<UsedFact> facts(Rule rule, AiSystem system, StratumResults results) {
        Map<String, UsedFact> facts = new TreeMap<>();
        for (Condition.Test test : rule.condition().tests()) {
            UsedFact fact = fact(test, system, results);
            facts.put(fact.subject(), fact);
        }
        return List.copyOf(facts.values());
    }

    private static UsedFact fact(Condition.Test test, AiSystem system, StratumResults results) {
        if (test instanceof Condition.SystemTest systemTest) {
            Characteristic<?> characteristic = systemTest.characteristic();
            Answer answer = system.answer(characteristic).orElse(null);
            return new UsedFact(characteristic.id(), answer == null ? "unknown" : answer.text(), answer);
        }
        if (test instanceof Condition.HasRiskSource hasSource) {
            return result("riskSources contains " + hasSource.source(), results.riskSource(hasSource.source()));
        }
        if (test instanceof Condition.IsNeeded needed) {
            return result("needed contains " + needed.control(), results.needed(needed.control()));
        }
        Condition.LevelAtLeast level = (Condition.LevelAtLeast) test;
        return new UsedFact(
                "level(" + level.objective() + ")",
                results.level(level.objective()).toString(),
                null);
    }

    private static UsedFact result(String subject, Truth truth) {
        String text = switch (truth) {
            case TRUE -> "yes";
            case FALSE -> "no";
            case UNDETERMINED -> "unknown";
        };
        return new UsedFact(subject, text, null);
    }

    private List<RiskSourceResult> riskSources(BitSet certain, BitSet possible) {
        List<RiskSourceResult> results = new ArrayList<>();
        for (RiskSource source : base.catalogue().riskSources()) {
            BitSet raising = method.rulesRaising(source.id());
            results.add(new RiskSourceResult(
                    source,
                    method.truth(raising, certain, possible),
                    ids(raising, certain),
                    undetermined(raising, certain, possible)));
        }
        return List.copyOf(results);
    }

    private List<Risk> risks(BitSet certain, BitSet possible, RiskMethod.Profile low, RiskMethod.Profile high) {
        List<Risk> risks = new ArrayList<>();
        int position = 0;
        for (Objective objective : base.catalogue().objectives()) {
            BitSet threatening = method.rulesThreatening(position);
            risks.add(new Risk(
                    objective,
                    new Range<>(low.likelihood(position), high.likelihood(position)),
                    new Range<>(low.severity(position), high.severity(position)),
                    new Range<>(low.level(position), high.level(position)),
                    low.rate(position),
                    high.rate(position),
                    ids(threatening, certain),
                    undetermined(threatening, certain, possible)));
            position++;
        }
        return List.copyOf(risks);
    }

    private List<ControlResult> controls(
            AiSystem system, BitSet certain, BitSet possible, RiskMethod.Profile established) {
        Bounds.Members held =
                roles.map(system::bounds).map(Bounds.Members.class::cast).orElse(new Bounds.Members(0, false));
        List<ControlResult> results = new ArrayList<>();
        for (Control control : base.catalogue().controls()) {
            BitSet requiring = method.rulesRequiring(control.id());
            Truth needed = method.truth(requiring, certain, possible);
            ControlStatus status = switch (needed) {
                case TRUE -> control.statusWhenNeeded(held);
                case UNDETERMINED -> ControlStatus.UNDETERMINED;
                case FALSE -> ControlStatus.NOT_REQUIRED;
            };
            results.add(new ControlResult(
                    control,
                    status,
                    needed,
                    priority(requiring, certain, established),
                    ids(requiring, certain),
                    undetermined(requiring, certain, possible)));
        }
        return List.copyOf(results);
    }

    private @Nullable Priority priority(BitSet requiring, BitSet certain, RiskMethod.Profile established) {
        Priority highest = null;
        for (int i = requiring.nextSetBit(0); i >= 0; i = requiring.nextSetBit(i + 1)) {
            if (certain.get(i)) {
                Priority own = priority(i, established);
                highest = highest == null || own.compareTo(highest) > 0 ? own : highest;
            }
        }
        return highest;
    }

    private Priority priority(int position, RiskMethod.Profile established) {
        Rule rule = base.rules().get(position);
        if (rule.likelihood().isEmpty()) {
            return Priority.BASELINE;
        }
        Likelihood likelihood = rule.likelihood().get();
        Priority highest = Priority.BASELINE;
        for (int objective : method.objectivesOf(position)) {
            Severity severity = established.severity(objective);
            Priority own = Priority.of(base.criteria().level(likelihood, severity));
            highest = own.compareTo(highest) > 0 ? own : highest;
        }
        return highest;
    }

    private List<Safeguard> safeguards(
            List<ControlResult> controls,
            Map<Integer, Finding> findings,
            BitSet certain,
            RiskMethod.Profile established) {
        record Weighed(Safeguard safeguard, double rates, int sources) {}
        List<Weighed> weighed = new ArrayList<>();
        for (ControlResult result : controls) {
            Priority priority = result.rank();
            if (!result.status().isSafeguard() || priority == null) {
                continue;
            }
            BitSet requiring =
                    (BitSet) method.rulesRequiring(result.control().id()).clone();
            requiring.and(certain);
            List<Integer> calling = strongestFirst(requiring, established);
            double rates = 0;
            Set<Object> sources = new HashSet<>();
            for (int i : calling) {
                rates += rate(i);
                sources.addAll(base.rules().get(i).raises());
            }
            List<Finding> reasons = calling.stream()
                    .map(i -> Objects.requireNonNull(findings.get(i)))
                    .toList();
            weighed.add(new Weighed(
                    new Safeguard(result.control(), result.status(), priority, reasons), rates, sources.size()));
        }
        weighed.sort(Comparator.comparing((Weighed w) -> w.safeguard().priority())
                .thenComparingDouble(Weighed::rates)
                .thenComparingInt(Weighed::sources)
                .reversed()
                .thenComparing(w -> w.safeguard().control().id()));
        return weighed.stream().map(Weighed::safeguard).toList();
    }

    private List<Integer> strongestFirst(BitSet rules, RiskMethod.Profile established) {
        return rules.stream()
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> priority(i, established))
                        .thenComparing(this::rate)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private double rate(int position) {
        return base.rules()
                .get(position)
                .likelihood()
                .map(base.criteria()::rate)
                .orElse(0.0);
    }

    private List<RuleId> ids(BitSet rules, BitSet wanted) {
        BitSet chosen = (BitSet) rules.clone();
        chosen.and(wanted);
        return chosen.stream().mapToObj(i -> base.rules().get(i).id()).toList();
    }

    private List<RuleId> undetermined(BitSet rules, BitSet certain, BitSet possible) {
        BitSet open = (BitSet) possible.clone();
        open.andNot(certain);
        return ids(rules, open);
    }
}
