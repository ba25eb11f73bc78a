package io.aims.reasoning.change;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Basis;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Priority;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RiskSourceResult;
import io.aims.evaluation.UsedFact;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.PackReference;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Contradiction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares two evaluations, part by part, each sorted. */
final class Comparison {

    private static final String ROLES = "aimsRoles";

    private final Evaluation before;
    private final Evaluation after;
    private final boolean sameBasis;
    private final List<BasisChange> basis = new ArrayList<>();
    private final SortedMap<String, FactChange> facts = new TreeMap<>();
    private final List<FactChange> provenance = new ArrayList<>();
    private final SortedMap<RuleId, FindingChange> findings = new TreeMap<>();
    private final List<RiskSourceChange> riskSources = new ArrayList<>();
    private final List<ObjectiveChange> objectives = new ArrayList<>();
    private final List<ControlChange> controls = new ArrayList<>();

    Comparison(Evaluation before, Evaluation after) {
        this.before = before;
        this.after = after;
        this.sameBasis = before.basis().equals(after.basis());
        compareBasis();
        compareFacts();
        compareFindings();
        compareRiskSources();
        compareObjectives();
        compareControls();
    }

    List<BasisChange> basis() {
        return List.copyOf(basis);
    }

    List<FactChange> facts() {
        return List.copyOf(facts.values());
    }

    List<FactChange> provenance() {
        return List.copyOf(provenance);
    }

    List<FindingChange> findings() {
        return List.copyOf(findings.values());
    }

    List<RiskSourceChange> riskSources() {
        return List.copyOf(riskSources);
    }

    List<ObjectiveChange> objectives() {
        return List.copyOf(objectives);
    }

    List<ControlChange> controls() {
        return List.copyOf(controls);
    }

    /** The contradictions of one evaluation that another one does not have. */
    static List<Contradiction> contradictionsOnlyIn(Evaluation one, Evaluation other) {
        Set<String> shared = new HashSet<>();
        other.contradictions().forEach(contradiction -> shared.add(contradiction.id()));
        return one.contradictions().stream()
                .filter(contradiction -> !shared.contains(contradiction.id()))
                .toList();
    }

    /** Which way the overall level moved, or {@code null} if it did not. */
    @Nullable
    Trend levelTrend() {
        Range<RiskLevel> was = before.level();
        Range<RiskLevel> now = after.level();
        if (was.equals(now)) {
            return null;
        }
        for (Trend onlyKnowledge : List.of(Trend.KNOWN, Trend.OPEN)) {
            if (objectives.stream().allMatch(change -> change.trend() == onlyKnowledge)) {
                return onlyKnowledge;
            }
        }
        return Trend.of(now.low().compareTo(was.low()), now.high().compareTo(was.high()));
    }

    private void compareBasis() {
        Basis was = before.basis();
        Basis now = after.basis();
        comparePart(BasisChange.Kind.VOCABULARY, was.vocabulary(), now.vocabulary());
        comparePart(BasisChange.Kind.CATALOGUE, was.catalogue(), now.catalogue());
        comparePart(BasisChange.Kind.CRITERIA, was.criteria(), now.criteria());
        comparePacks(BasisChange.Kind.PACK, was.packs(), now.packs());
        comparePacks(BasisChange.Kind.OUTSIDE_PACK, was.outside(), now.outside());
    }

    private void comparePacks(BasisChange.Kind kind, List<PackReference> was, List<PackReference> now) {
        Map<String, PackReference> packsBefore = byKey(was, PackReference::id);
        Map<String, PackReference> packsAfter = byKey(now, PackReference::id);
        for (String id : union(packsBefore, packsAfter)) {
            comparePart(kind, part(packsBefore.get(id)), part(packsAfter.get(id)));
        }
    }

    private void comparePart(BasisChange.Kind kind, Basis.@Nullable Part was, Basis.@Nullable Part now) {
        if (!Objects.equals(was, now)) {
            basis.add(new BasisChange(kind, was, now));
        }
    }

    private static Basis.@Nullable Part part(@Nullable PackReference pack) {
        return pack == null ? null : new Basis.Part(pack.id(), pack.version(), pack.fingerprint());
    }

    private void compareFacts() {
        SortedMap<String, Answer> answersBefore = before.system().answers();
        SortedMap<String, Answer> answersAfter = after.system().answers();
        for (String id : union(answersBefore, answersAfter)) {
            Answer was = answersBefore.get(id);
            Answer now = answersAfter.get(id);
            if (Objects.equals(was, now)) {
                continue;
            }
            FactChange change = FactChange.of(was, now);
            if (change.kind() == FactChange.Kind.RESTATED) {
                provenance.add(change);
            } else {
                facts.put(id, change);
            }
        }
    }

    /** Both have their findings in the order of the rules. */
    private void compareFindings() {
        List<Finding> all = before.findings();
        int next = 0;
        for (Finding now : after.findings()) {
            while (next < all.size() && order(all.get(next), now) < 0) {
                compare(all.get(next), null);
                next++;
            }
            boolean isInBoth = next < all.size() && order(all.get(next), now) == 0;
            compare(isInBoth ? all.get(next) : null, now);
            next += isInBoth ? 1 : 0;
        }
        all.subList(next, all.size()).forEach(was -> compare(was, null));
        Causes causes = new Causes();
        findings.replaceAll((id, change) -> new FindingChange(
                change.rule(), change.kind(), change.was(), change.now(), change.ruleChanged(), causes.of(change)));
    }

    /** Mostly they are of one rule, which need not be compared with itself. */
    @SuppressWarnings("ReferenceEquality")
    private static int order(Finding one, Finding other) {
        return one.rule() == other.rule() ? 0 : one.compareTo(other);
    }

    private void compare(@Nullable Finding was, @Nullable Finding now) {
        boolean ruleChanged = was != null && now != null && saysOtherwise(was.rule(), now.rule());
        FindingChange.Kind kind = FindingChange.Kind.of(was, now);
        if (kind != FindingChange.Kind.OTHER_REASON || ruleChanged || !readTheSame(was, now)) {
            Rule rule = now != null ? now.rule() : Objects.requireNonNull(was).rule();
            findings.put(rule.id(), new FindingChange(rule, kind, was, now, ruleChanged, List.of()));
        }
    }

    private boolean saysOtherwise(Rule was, Rule now) {
        return !sameBasis && RuleChange.between(was, now).kind() != RuleChange.Kind.WORDS;
    }

    /** Whether two findings rest on the same, whoever said so. */
    private static boolean readTheSame(@Nullable Finding was, @Nullable Finding now) {
        List<UsedFact> factsBefore = was == null ? List.of() : was.facts();
        List<UsedFact> factsAfter = now == null ? List.of() : now.facts();
        if (factsBefore.size() != factsAfter.size()) {
            return false;
        }
        for (int i = 0; i < factsBefore.size(); i++) {
            UsedFact one = factsBefore.get(i);
            UsedFact other = factsAfter.get(i);
            if (!one.subject().equals(other.subject()) || !one.text().equals(other.text())) {
                return false;
            }
        }
        return true;
    }

    private void compareRiskSources() {
        Map<RiskSourceId, RiskSourceResult> resultsBefore =
                byKey(before.riskSources(), result -> result.source().id());
        Map<RiskSourceId, RiskSourceResult> resultsAfter =
                byKey(after.riskSources(), result -> result.source().id());
        for (RiskSourceId id : union(resultsBefore, resultsAfter)) {
            RiskSourceResult was = resultsBefore.get(id);
            RiskSourceResult now = resultsAfter.get(id);
            Truth truthBefore = was == null ? Truth.FALSE : was.status();
            Truth truthAfter = now == null ? Truth.FALSE : now.status();
            if (truthBefore == truthAfter) {
                continue;
            }
            RiskSource source =
                    now != null ? now.source() : Objects.requireNonNull(was).source();
            List<FindingChange> by = changed(rule -> rule.raises().contains(id));
            riskSources.add(new RiskSourceChange(
                    source,
                    truthBefore,
                    truthAfter,
                    trend(by, List.of(), certainty(truthBefore, truthAfter), possibility(truthBefore, truthAfter)),
                    ids(by)));
        }
    }

    private static int certainty(Truth was, Truth now) {
        return Boolean.compare(now == Truth.TRUE, was == Truth.TRUE);
    }

    private static int possibility(Truth was, Truth now) {
        return Boolean.compare(now != Truth.FALSE, was != Truth.FALSE);
    }

    private void compareObjectives() {
        Map<ObjectiveId, Risk> risksBefore =
                byKey(before.risks(), risk -> risk.objective().id());
        Map<ObjectiveId, Risk> risksAfter =
                byKey(after.risks(), risk -> risk.objective().id());
        for (ObjectiveId id : union(risksBefore, risksAfter)) {
            Risk was = risksBefore.get(id);
            Risk now = risksAfter.get(id);
            int low = move(was, now, Comparison::lowEnd);
            int high = move(was, now, Comparison::highEnd);
            if (was != null && now != null && isSameRisk(was, now)) {
                continue;
            }
            Objective objective =
                    now != null ? now.objective() : Objects.requireNonNull(was).objective();
            List<FindingChange> by = changed(rule -> rule.threatens().contains(id));
            objectives.add(new ObjectiveChange(objective, was, now, trend(by, List.of(), low, high), ids(by)));
        }
    }

    private static boolean isSameRisk(Risk was, Risk now) {
        return was.level().equals(now.level())
                && was.severity().equals(now.severity())
                && was.likelihood().equals(now.likelihood())
                && lowEnd(was).equals(lowEnd(now))
                && highEnd(was).equals(highEnd(now));
    }

    /** The level counts first, then what stands behind it. */
    private record End(RiskLevel level, int severity, double rate) {}

    private static End lowEnd(Risk risk) {
        return new End(risk.level().low(), risk.severity().low().ordinal(), risk.lowRate());
    }

    private static End highEnd(Risk risk) {
        return new End(risk.level().high(), risk.severity().high().ordinal(), risk.highRate());
    }

    private static int move(@Nullable Risk was, @Nullable Risk now, Function<Risk, End> end) {
        if (was == null || now == null) {
            return Boolean.compare(now != null, was != null);
        }
        End from = end.apply(was);
        End to = end.apply(now);
        int byLevel = to.level().compareTo(from.level());
        if (byLevel != 0) {
            return byLevel;
        }
        int bySeverity = Integer.compare(to.severity(), from.severity());
        int byRate = Double.compare(to.rate(), from.rate());
        return Integer.signum(bySeverity) + Integer.signum(byRate);
    }

    private void compareControls() {
        Map<ControlId, ControlResult> resultsBefore =
                byKey(before.controls(), result -> result.control().id());
        Map<ControlId, ControlResult> resultsAfter =
                byKey(after.controls(), result -> result.control().id());
        for (ControlId id : union(resultsBefore, resultsAfter)) {
            ControlResult was = resultsBefore.get(id);
            ControlResult now = resultsAfter.get(id);
            if (was != null
                    && now != null
                    && was.status() == now.status()
                    && was.needed() == now.needed()
                    && was.priority().equals(now.priority())) {
                continue;
            }
            Control control =
                    now != null ? now.control() : Objects.requireNonNull(was).control();
            controls.add(controlChange(control, was, now));
        }
    }

    private ControlChange controlChange(Control control, @Nullable ControlResult was, @Nullable ControlResult now) {
        List<FindingChange> by = changed(rule -> rule.requires().contains(control.id()));
        List<FactChange> roles = Optional.ofNullable(facts.get(ROLES)).stream().toList();
        ControlStatus statusBefore = status(was);
        ControlStatus statusAfter = status(now);
        int low = Integer.compare(least(statusAfter), least(statusBefore));
        int high = Integer.compare(most(statusAfter), most(statusBefore));
        if (low == 0 && high == 0) {
            int byPriority = Integer.compare(rank(now), rank(was));
            List<FindingChange> behind = by.isEmpty() ? List.copyOf(findings.values()) : by;
            return new ControlChange(control, was, now, trend(behind, List.of(), byPriority, byPriority), ids(by));
        }
        return new ControlChange(control, was, now, trend(by, roles, low, high), ids(by));
    }

    private static ControlStatus status(@Nullable ControlResult result) {
        return result == null ? ControlStatus.NOT_REQUIRED : result.status();
    }

    /** How much there is to do at least. */
    private static int least(ControlStatus status) {
        return switch (status) {
            case REQUIRED -> 2;
            case VIA_SUPPLIER -> 1;
            case ROLE_EXCLUDED, UNDETERMINED, NOT_REQUIRED -> 0;
        };
    }

    /** How much there may be to do. */
    private static int most(ControlStatus status) {
        return status == ControlStatus.UNDETERMINED ? 2 : least(status);
    }

    private static int rank(@Nullable ControlResult result) {
        return result == null ? -1 : result.priority().map(Priority::ordinal).orElse(-1);
    }

    /** The changed findings whose conclusion differs too, of the rules that concern a result. */
    private List<FindingChange> changed(Predicate<Rule> concerns) {
        return findings.values().stream()
                .filter(Comparison::concludesOtherwise)
                .filter(change -> rulesOf(change).stream().anyMatch(concerns))
                .toList();
    }

    private static boolean concludesOtherwise(FindingChange change) {
        return change.kind() != FindingChange.Kind.OTHER_REASON || change.ruleChanged();
    }

    private static List<Rule> rulesOf(FindingChange change) {
        return Stream.of(change.before(), change.after())
                .flatMap(Optional::stream)
                .map(Finding::rule)
                .toList();
    }

    private static List<RuleId> ids(List<FindingChange> changes) {
        return changes.stream().map(change -> change.rule().id()).toList();
    }

    /** With the same rules, what moved only by answers to what was open is neither better nor worse. */
    private Trend trend(List<FindingChange> by, List<FactChange> direct, int low, int high) {
        List<FactChange> causes = Stream.concat(
                        by.stream().flatMap(change -> change.causes().stream()), direct.stream())
                .toList();
        Trend knowledge = sameBasis ? FactChange.knowledge(causes) : null;
        return knowledge != null ? knowledge : Trend.of(low, high);
    }

    private static <K, T> Map<K, T> byKey(Collection<T> items, Function<T, K> key) {
        Map<K, T> map = new HashMap<>();
        items.forEach(item -> map.put(key.apply(item), item));
        return map;
    }

    private static <K extends Comparable<K>> SortedSet<K> union(Map<K, ?> one, Map<K, ?> other) {
        SortedSet<K> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    /** Finds the changed facts behind a changed finding: those it reads, and those behind the results it reads. */
    private final class Causes {

        private final Map<Object, Object> resultsBefore = results(before);
        private final Map<Object, Object> resultsAfter = results(after);
        private final Map<Object, List<FindingChange>> contributors = new HashMap<>();

        Causes() {
            for (FindingChange change : findings.values()) {
                if (concludesOtherwise(change)) {
                    Set<Object> results = new HashSet<>();
                    rulesOf(change).forEach(rule -> {
                        results.addAll(rule.raises());
                        results.addAll(rule.threatens());
                        results.addAll(rule.requires());
                    });
                    results.forEach(result -> contributors
                            .computeIfAbsent(result, key -> new ArrayList<>())
                            .add(change));
                }
            }
        }

        List<FactChange> of(FindingChange change) {
            SortedMap<String, FactChange> causes = new TreeMap<>();
            Set<RuleId> seen = new HashSet<>(Set.of(change.rule().id()));
            Deque<FindingChange> open = new ArrayDeque<>(List.of(change));
            while (!open.isEmpty()) {
                for (Rule rule : rulesOf(open.remove())) {
                    for (Condition.Test test : rule.condition().tests()) {
                        if (test instanceof Condition.SystemTest systemTest) {
                            String id = systemTest.characteristic().id();
                            FactChange fact = facts.get(id);
                            if (fact != null) {
                                causes.put(id, fact);
                            }
                        } else {
                            behind(test).stream()
                                    .filter(contributor ->
                                            seen.add(contributor.rule().id()))
                                    .forEach(open::add);
                        }
                    }
                }
            }
            return List.copyOf(causes.values());
        }

        private List<FindingChange> behind(Condition.Test test) {
            Object result = test instanceof Condition.HasRiskSource hasSource
                    ? hasSource.source()
                    : test instanceof Condition.LevelAtLeast level
                            ? level.objective()
                            : ((Condition.IsNeeded) test).control();
            return Objects.equals(resultsBefore.get(result), resultsAfter.get(result))
                    ? List.of()
                    : contributors.getOrDefault(result, List.of());
        }

        private static Map<Object, Object> results(Evaluation evaluation) {
            Map<Object, Object> results = new HashMap<>();
            evaluation
                    .riskSources()
                    .forEach(result -> results.put(result.source().id(), result.status()));
            evaluation.risks().forEach(risk -> results.put(risk.objective().id(), risk.level()));
            evaluation.controls().forEach(result -> results.put(result.control().id(), result.needed()));
            return results;
        }
    }
}
