package io.aims.treatment.statement;

import io.aims.control.AiRole;
import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Priority;
import io.aims.reasoning.internal.Phrases;
import io.aims.reasoning.proof.ConditionProof;
import io.aims.reasoning.proof.ControlProof;
import io.aims.reasoning.proof.Proofs;
import io.aims.risk.ObjectiveId;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.VocabularyEntry;
import io.aims.system.identity.ManagementSystem;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.CountedState;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import io.aims.treatment.reuse.EvidenceReuse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what every system says about one control. Reasons against it are dropped once they no longer bear on the
 * conclusion, so that memory does not grow with the number of systems. Not thread-safe.
 */
final class ControlTally {

    private static final String ROLES = "aimsRoles";
    private static final Comparator<Ranked> MOST_PRESSING_FIRST =
            Comparator.comparing(Ranked::priority).reversed().thenComparing(Ranked::rank);

    private final Control control;
    private final RuleBase base;
    private final Map<RuleId, Rule> rules;
    private final @Nullable ControlState ofOrganisation;
    private final List<Decision> decisions;
    private final @Nullable LocalDate asOf;
    private final int limit;

    private final int[] spread = new int[ControlStatus.values().length];
    private @Nullable Priority highest;
    private final Map<RuleId, Integer> calling = new TreeMap<>();
    private final Map<RuleId, Integer> open = new TreeMap<>();
    private final Foremost<Ranked> needing;
    private final Foremost<Ranked> unsettled;
    private final Map<String, TextTally> answers = new TreeMap<>();
    private final Map<List<AiRole>, Integer> roles = new HashMap<>();
    private final Map<String, Integer> openFacts = new TreeMap<>();
    private final Map<ObjectiveId, RiskTally> risks = new TreeMap<>();
    private final StateTally whereNeeded;
    private final StateTally whereOpen;
    private final StateTally whereSaid;
    private final int[] operatedWhereNeeded = new int[ManagementSystem.values().length];
    private final int[] operatedWhereOpen = new int[ManagementSystem.values().length];

    /** A system with its place in the order. */
    private record Ranked(Priority priority, SystemRank rank, Justification.SystemReason reason) {}

    ControlTally(
            Control control,
            RuleBase base,
            Map<RuleId, Rule> rules,
            ControlStates organisation,
            List<Decision> decisions,
            @Nullable LocalDate asOf,
            int limit) {
        this.control = control;
        this.base = base;
        this.rules = rules;
        this.ofOrganisation = organisation.state(control.id()).orElse(null);
        this.decisions = decisions;
        this.asOf = asOf;
        this.limit = limit;
        this.needing = new Foremost<>(MOST_PRESSING_FIRST, limit);
        this.unsettled = new Foremost<>(MOST_PRESSING_FIRST, limit);
        this.whereNeeded = new StateTally(ofOrganisation, limit);
        this.whereOpen = new StateTally(ofOrganisation, limit);
        this.whereSaid = new StateTally(ofOrganisation, limit);
    }

    private int count(ControlStatus status) {
        return spread[status.ordinal()];
    }

    private boolean isNeeded() {
        return count(ControlStatus.REQUIRED) + count(ControlStatus.VIA_SUPPLIER) > 0;
    }

    void add(
            int position,
            Proofs proofs,
            ResidualProfile profile,
            SystemRank rank,
            SufficientFacts facts,
            Set<ManagementSystem> operated) {
        ControlResult result = profile.evaluation().controls().get(position);
        CountedState counted = profile.controls().get(position);
        spread[result.status().ordinal()]++;
        if (counted.said() != null) {
            whereSaid.add(counted, counted.projected() == ControlStatus.VIA_SUPPLIER);
        }
        switch (result.status()) {
            case REQUIRED, VIA_SUPPLIER -> {
                addNeed(result, counted, profile, rank);
                operated.forEach(system -> operatedWhereNeeded[system.ordinal()]++);
            }
            case UNDETERMINED -> {
                addOpen(result, counted, proofs, rank);
                operated.forEach(system -> operatedWhereOpen[system.ordinal()]++);
            }
            case ROLE_EXCLUDED -> {
                if (!isNeeded()) {
                    roles.merge(proofs.control(control.id()).roles().held(), 1, Integer::sum);
                }
            }
            case NOT_REQUIRED -> {
                if (!isNeeded() && count(ControlStatus.UNDETERMINED) == 0) {
                    facts.against(proofs.control(control.id())).forEach(this::addFact);
                }
            }
        }
    }

    private void addNeed(ControlResult result, CountedState counted, ResidualProfile profile, SystemRank rank) {
        open.clear();
        openFacts.clear();
        unsettled.clear();
        roles.clear();
        answers.clear();
        Priority priority = result.priority().orElse(Priority.BASELINE);
        highest = highest == null || priority.compareTo(highest) > 0 ? priority : highest;
        result.rules().forEach(rule -> calling.merge(rule, 1, Integer::sum));
        needing.add(ranked(result, result.rules(), profile.evaluation().system(), rank));
        whereNeeded.add(counted, result.status() == ControlStatus.VIA_SUPPLIER);
        SortedSet<ObjectiveId> threatened = new TreeSet<>();
        result.rules().forEach(rule -> threatened.addAll(rule(rule).threatens()));
        for (ResidualRisk risk : profile.risks()) {
            if (threatened.contains(risk.inherent().objective().id())) {
                risks.computeIfAbsent(
                                risk.inherent().objective().id(),
                                id -> new RiskTally(risk.inherent().objective()))
                        .add(risk);
            }
        }
    }

    private void addOpen(ControlResult result, CountedState counted, Proofs proofs, SystemRank rank) {
        if (isNeeded()) {
            return;
        }
        answers.clear();
        whereOpen.add(counted, false);
        List<RuleId> mayCall = result.needed() == Truth.TRUE ? result.rules() : result.undetermined();
        mayCall.forEach(rule -> open.merge(rule, 1, Integer::sum));
        ControlProof proof = proofs.control(control.id());
        unsettled.add(ranked(result, mayCall, proof.evaluation().system(), rank));
        SortedSet<String> unknown = result.needed() == Truth.TRUE ? new TreeSet<>() : OpenFacts.of(proof);
        if (proof.roles().status() == ControlStatus.UNDETERMINED) {
            unknown.add(ROLES);
        }
        unknown.forEach(fact -> openFacts.merge(fact, 1, Integer::sum));
    }

    private void addFact(ConditionProof.Fact fact) {
        answers.computeIfAbsent(fact.entry().characteristic().id(), id -> new TextTally())
                .add(Phrases.answer(fact.entry(), fact.bounds()));
    }

    private static Ranked ranked(ControlResult result, List<RuleId> rules, AiSystem system, SystemRank rank) {
        return new Ranked(
                result.priority().orElse(Priority.BASELINE),
                rank,
                new Justification.SystemReason(
                        system.id(),
                        system.name(),
                        result.status(),
                        result.priority().orElse(null),
                        rules));
    }

    StatementEntry entry(EvidenceReuse reuse) {
        Decision decided = null;
        List<CountedDecision> counted = new ArrayList<>();
        for (Decision decision : decisions) {
            Decision.Standing standing = standing(decision);
            counted.add(new CountedDecision(decision, standing));
            decided = standing == Decision.Standing.COUNTS ? decision : decided;
        }
        Justification justification = justification(decided);
        Implementation implementation = implementation(justification, decided);
        return new StatementEntry(
                control.id(),
                control.title(),
                control.scope(),
                justification,
                risks.values().stream()
                        .map(RiskTally::risk)
                        .sorted(RiskTally.HIGHEST_FIRST)
                        .toList(),
                implementation,
                reusable(reuse, justification, implementation),
                counted,
                Remarks.about(control, base.catalogue(), justification, implementation, ofOrganisation, asOf));
    }

    /** Where a control is shown to work, or is not applicable, nobody looks for evidence elsewhere. */
    private List<ReusableEvidence> reusable(
            EvidenceReuse reuse, Justification justification, Implementation implementation) {
        boolean isShown = implementation
                .stage()
                .filter(stage -> stage.low() == Stage.EFFECTIVE)
                .isPresent();
        if (isShown || justification.applicability() == Applicability.NOT_APPLICABLE) {
            return List.of();
        }
        Spread among = justification.spread();
        int all = isNeeded() ? among.needing() : among.undetermined();
        int[] operated = isNeeded() ? operatedWhereNeeded : operatedWhereOpen;
        List<ReusableEvidence> reusable = new ArrayList<>();
        reuse.about(control.id()).forEach(said -> reusable.add(new ReusableEvidence(said, true, all)));
        for (ManagementSystem system : ManagementSystem.values()) {
            int systems = operated[system.ordinal()];
            if (systems > 0) {
                reuse.about(control.id(), system)
                        .forEach(named -> reusable.add(new ReusableEvidence(named, false, systems)));
            }
        }
        return reusable;
    }

    private Decision.Standing standing(Decision decision) {
        if (asOf == null || asOf.isBefore(decision.on())) {
            return Decision.Standing.NOT_BEGUN;
        }
        if (!decision.holdsOn(asOf)) {
            return Decision.Standing.ENDED;
        }
        boolean isRefused =
                decision.kind() == Decision.Kind.EXCLUDE && (isNeeded() || count(ControlStatus.UNDETERMINED) > 0);
        return isRefused ? Decision.Standing.REFUSED : Decision.Standing.COUNTS;
    }

    private Justification justification(@Nullable Decision decided) {
        boolean isSettled = count(ControlStatus.UNDETERMINED) == 0;
        return new Justification(
                new Spread(
                        count(ControlStatus.REQUIRED),
                        count(ControlStatus.VIA_SUPPLIER),
                        count(ControlStatus.ROLE_EXCLUDED),
                        count(ControlStatus.NOT_REQUIRED),
                        count(ControlStatus.UNDETERMINED)),
                highest,
                reasons(calling),
                reasons(needing),
                !isNeeded() && isSettled && count(ControlStatus.NOT_REQUIRED) > 0 ? falseRules() : List.of(),
                facts(),
                isSettled ? roleReasons() : List.of(),
                reasons(open),
                unknownFacts(),
                reasons(unsettled),
                decided);
    }

    private static List<Justification.SystemReason> reasons(Foremost<Ranked> systems) {
        return systems.toList().stream().map(Ranked::reason).toList();
    }

    private List<Justification.RuleReason> reasons(Map<RuleId, Integer> counts) {
        return mostFirst(counts, Comparator.<RuleId>naturalOrder()).stream()
                .map(entry -> new Justification.RuleReason(
                        entry.getKey(), rule(entry.getKey()).title(), entry.getValue()))
                .toList();
    }

    private List<Justification.RuleReason> falseRules() {
        return base.rules().stream()
                .filter(rule -> rule.requires().contains(control.id()))
                .sorted(Comparator.comparing(Rule::id))
                .map(rule -> new Justification.RuleReason(rule.id(), rule.title(), count(ControlStatus.NOT_REQUIRED)))
                .toList();
    }

    private List<Justification.FactReason> facts() {
        Map<String, Integer> totals = new TreeMap<>();
        answers.forEach((characteristic, tally) -> totals.put(characteristic, tally.total()));
        List<Justification.FactReason> facts = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : mostFirst(totals, Comparator.<String>naturalOrder())) {
            TextTally tally = answers.get(entry.getKey());
            facts.add(new Justification.FactReason(
                    entry.getKey(),
                    question(entry.getKey()),
                    entry.getValue(),
                    tally == null
                            ? List.of()
                            : tally.mostFrequent(limit).stream()
                                    .map(counted -> new Justification.AnswerCount(counted.text(), counted.count()))
                                    .toList()));
        }
        return facts;
    }

    private List<Justification.RoleReason> roleReasons() {
        return mostFirst(roles, Comparator.comparing(List::toString)).stream()
                .map(entry -> new Justification.RoleReason(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Justification.OpenFact> unknownFacts() {
        return mostFirst(openFacts, Comparator.<String>naturalOrder()).stream()
                .map(entry -> new Justification.OpenFact(entry.getKey(), question(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static <K> List<Map.Entry<K, Integer>> mostFirst(Map<K, Integer> counts, Comparator<K> order) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<K, Integer>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey, order))
                .toList();
    }

    private Implementation implementation(Justification justification, @Nullable Decision decided) {
        if (isNeeded()) {
            return whereNeeded.implementation(decided);
        }
        return switch (justification.applicability()) {
            case APPLICABLE -> whereSaid.implementation(decided);
            case UNDECIDED -> whereOpen.implementation(decided);
            case NOT_APPLICABLE -> Implementation.none(decided);
        };
    }

    private String question(String characteristic) {
        return base.vocabulary()
                .entry(characteristic)
                .map(VocabularyEntry::question)
                .orElse(characteristic);
    }

    private Rule rule(RuleId id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("The evaluation was made with other rules: " + id);
        }
        return rule;
    }
}
