package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
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
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /** The characteristic that tells what the organisation is to the system. */
    static final String ROLES = "aimsRoles";

    private final RuleBase base;
    private final RuleEngine engine;
    private final RiskMethod method;
    private final Basis basis;
    private final Questions questions;
    private final Optional<Characteristic<?>> roles;
    private final List<List<Reading>> readings;

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
        this.basis = Basis.of(base).withOutside(engine.outside());
        this.questions = new Questions(method);
        this.roles = base.vocabulary().characteristic(ROLES);
        this.readings = base.rules().stream().map(Evaluator::readings).toList();
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
     * Returns the names and fingerprints of what evaluations rest on.
     *
     * @return the basis of every evaluation that is made here
     */
    public Basis basis() {
        return basis;
    }

    /**
     * Evaluates a system.
     *
     * @param described the system as it is described
     * @param asOf the date for which it is evaluated, or {@code null}
     * @return the evaluation, of the system with what the laws in use show of it
     * @throws AimsException AIMS-1012, if an answer is of another kind than its characteristic in the vocabulary
     */
    public Evaluation evaluate(AiSystem described, @Nullable LocalDate asOf) {
        checkKinds(described);
        AiSystem system = base.established(described);
        Outcomes outcomes = engine.run(system);
        BitSet certain = outcomes.certain();
        BitSet possible = outcomes.possible();
        RiskMethod.Profile low = method.combine(certain);
        RiskMethod.Profile high = method.combine(possible);
        @Nullable Finding[] findings = findings(system, certain, possible);
        @Nullable Priority[] priorities = priorities(certain, low);
        Bounds.Members held =
                roles.map(system::bounds).map(Bounds.Members.class::cast).orElse(new Bounds.Members(0, false));
        List<ControlResult> controls = controls(held, certain, possible, priorities);
        Evaluation.Content content = new Evaluation.Content(
                Stream.of(findings).flatMap(Stream::ofNullable).toList(),
                riskSources(certain, possible),
                risks(certain, possible, low, high),
                controls,
                safeguards(controls, findings, priorities),
                base.vocabulary().contradictionsIn(system),
                held,
                outcomes.outside());
        return new Evaluation(
                system, asOf, basis, engine.kind(), content, () -> questions.about(system, certain, possible, low, high));
    }

    /** An answer made in Java may have the id of a characteristic of the vocabulary and be of another kind. */
    private void checkKinds(AiSystem system) {
        for (Answer answer : system.answers().values()) {
            Characteristic<?> given = answer.characteristic();
            Characteristic<?> known =
                    base.answerable().characteristic(given.id()).orElse(given);
            if (!known.equals(given)) {
                throw new AimsException(
                        "AIMS-1012",
                        "The " + given.id() + " of system (" + Quoted.of(system.id())
                                + ") is of another kind than that of vocabulary ("
                                + Quoted.of(base.vocabulary().id()) + ").",
                        "Maybe the system was described with another version of a pack.");
            }
        }
    }

    private @Nullable Finding[] findings(AiSystem system, BitSet certain, BitSet possible) {
        StratumResults results = method.results(certain, possible);
        Map<String, UsedFact> known = new HashMap<>();
        @Nullable Finding[] findings = new Finding[possible.length()];
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            Rule rule = base.rules().get(i);
            Truth status = certain.get(i) ? Truth.TRUE : Truth.UNDETERMINED;
            List<UsedFact> facts = new ArrayList<>(readings.get(i).size());
            for (Reading reading : readings.get(i)) {
                facts.add(known.computeIfAbsent(
                        reading.subject(), subject -> fact(subject, reading.test(), system, results)));
            }
            findings[i] = new Finding(rule, base.packOf(i), status, facts);
        }
        return findings;
    }

    /** What a rule reads, sorted by subject, each once. */
    private static List<Reading> readings(Rule rule) {
        Map<String, Reading> readings = new TreeMap<>();
        for (Condition.Test test : rule.condition().tests()) {
            Reading reading = new Reading(subject(test), test);
            readings.put(reading.subject(), reading);
        }
        return List.copyOf(readings.values());
    }

    private static String subject(Condition.Test test) {
        if (test instanceof Condition.SystemTest systemTest) {
            return systemTest.characteristic().id();
        }
        return test instanceof Condition.LevelAtLeast level ? "level(" + level.objective() + ")" : test.toString();
    }

    private static UsedFact fact(String subject, Condition.Test test, AiSystem system, StratumResults results) {
        if (test instanceof Condition.SystemTest systemTest) {
            return system.answer(systemTest.characteristic())
                    .map(UsedFact::of)
                    .orElseGet(() -> UsedFact.unknown(subject));
        }
        if (test instanceof Condition.HasRiskSource hasSource) {
            return UsedFact.result(subject, results.riskSource(hasSource.source()));
        }
        if (test instanceof Condition.IsNeeded needed) {
            return UsedFact.result(subject, results.needed(needed.control()));
        }
        return UsedFact.result(subject, results.level(((Condition.LevelAtLeast) test).objective()));
    }

    private record Reading(String subject, Condition.Test test) {}

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
            Bounds.Members held, BitSet certain, BitSet possible, @Nullable Priority[] priorities) {
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
                    highest(requiring, priorities),
                    ids(requiring, certain),
                    undetermined(requiring, certain, possible)));
        }
        return List.copyOf(results);
    }

    private static @Nullable Priority highest(BitSet rules, @Nullable Priority[] priorities) {
        Priority highest = null;
        for (int i = rules.nextSetBit(0); i >= 0 && i < priorities.length; i = rules.nextSetBit(i + 1)) {
            Priority own = priorities[i];
            if (own != null && (highest == null || own.compareTo(highest) > 0)) {
                highest = own;
            }
        }
        return highest;
    }

    /** The priority that each rule that holds gives its controls, by the position of the rule. */
    private @Nullable Priority[] priorities(BitSet certain, RiskMethod.Profile established) {
        @Nullable Priority[] priorities = new Priority[certain.length()];
        for (int i = certain.nextSetBit(0); i >= 0; i = certain.nextSetBit(i + 1)) {
            priorities[i] = priority(i, established);
        }
        return priorities;
    }

    private Priority priority(int rule, RiskMethod.Profile established) {
        Likelihood likelihood = base.rules().get(rule).contributes();
        Priority highest = Priority.BASELINE;
        if (likelihood != null) {
            for (int objective : method.objectivesOf(rule)) {
                Severity severity = established.severity(objective);
                Priority own = Priority.of(base.criteria().level(likelihood, severity));
                highest = own.compareTo(highest) > 0 ? own : highest;
            }
        }
        return highest;
    }

    private List<Safeguard> safeguards(
            List<ControlResult> controls, @Nullable Finding[] findings, @Nullable Priority[] priorities) {
        record Weighed(Safeguard safeguard, double rates, int sources) {}
        List<Weighed> weighed = new ArrayList<>();
        for (ControlResult result : controls) {
            Priority priority = result.rank();
            if (!result.status().isSafeguard() || priority == null) {
                continue;
            }
            List<Reason> reasons =
                    reasons(method.rulesRequiring(result.control().id()), findings, priorities);
            double rates = 0;
            Set<Object> sources = new HashSet<>();
            for (Reason reason : reasons) {
                rates += reason.rate();
                sources.addAll(reason.finding().rule().raises());
            }
            List<Finding> strongestFirst =
                    reasons.stream().sorted().map(Reason::finding).toList();
            weighed.add(new Weighed(
                    new Safeguard(result.control(), result.status(), priority, strongestFirst), rates, sources.size()));
        }
        weighed.sort(Comparator.comparing((Weighed w) -> w.safeguard().priority())
                .thenComparingDouble(Weighed::rates)
                .thenComparingInt(Weighed::sources)
                .reversed()
                .thenComparing(w -> w.safeguard().control().id()));
        return weighed.stream().map(Weighed::safeguard).toList();
    }

    /** The findings that call for a control, in the order of the rules, so that their rates add up to the same sum. */
    private List<Reason> reasons(BitSet rules, @Nullable Finding[] findings, @Nullable Priority[] priorities) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = rules.nextSetBit(0); i >= 0 && i < priorities.length; i = rules.nextSetBit(i + 1)) {
            Finding finding = findings[i];
            Priority priority = priorities[i];
            if (finding != null && priority != null) {
                reasons.add(new Reason(finding, priority, method.rate(i)));
            }
        }
        return reasons;
    }

    private record Reason(Finding finding, Priority priority, double rate) implements Comparable<Reason> {

        @Override
        public int compareTo(Reason other) {
            int order = other.priority.compareTo(priority);
            order = order != 0 ? order : Double.compare(other.rate, rate);
            return order != 0 ? order : finding.compareTo(other.finding);
        }
    }

    private List<RuleId> ids(BitSet rules, BitSet wanted) {
        List<RuleId> ids = new ArrayList<>();
        for (int i = rules.nextSetBit(0); i >= 0; i = rules.nextSetBit(i + 1)) {
            if (wanted.get(i)) {
                ids.add(base.rules().get(i).id());
            }
        }
        return ids;
    }

    private List<RuleId> undetermined(BitSet rules, BitSet certain, BitSet possible) {
        List<RuleId> ids = new ArrayList<>();
        for (int i = rules.nextSetBit(0); i >= 0; i = rules.nextSetBit(i + 1)) {
            if (possible.get(i) && !certain.get(i)) {
                ids.add(base.rules().get(i).id());
            }
        }
        return ids;
    }
}
