package io.aims.treatment.assessment;

import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.OpenQuestion;
import io.aims.reasoning.proof.ConditionProof;
import io.aims.reasoning.proof.ControlProof;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.Proofs;
import io.aims.reasoning.proof.RuleProof;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import io.aims.treatment.ResidualProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Drafts the impact assessment of one system. Not thread-safe. */
final class ImpactDraft {

    private static final String OTHER_EVALUATION = "AIMS-3085";
    private static final String UNKNOWN_TRIGGER = "AIMS-3086";

    private static final Comparator<Finding> STRONGEST_FIRST = Comparator.comparingInt(
                    (Finding finding) -> contribution(finding.rule()))
            .thenComparingInt(finding -> floor(finding.rule()))
            .reversed()
            .thenComparing(Comparator.naturalOrder());

    private final ImpactGuide guide;
    private final Vocabulary vocabulary;
    private final Proofs proofs;
    private final ResidualProfile profile;
    private final Evaluation evaluation;
    private final Map<String, Integer> ranks;

    ImpactDraft(ImpactGuide guide, Vocabulary vocabulary, Proofs proofs, ResidualProfile profile) {
        this.guide = guide;
        this.vocabulary = vocabulary;
        this.proofs = proofs;
        this.profile = profile;
        this.evaluation = proofs.evaluation();
        this.ranks = ranks(evaluation);
        if (!evaluation.equals(profile.evaluation())) {
            throw new AimsException(
                    OTHER_EVALUATION,
                    "The proofs are of system (" + Quoted.of(evaluation.system().id())
                            + ") and the residual risks of another evaluation, of system ("
                            + Quoted.of(profile.evaluation().system().id()) + ").",
                    "Take both from one evaluation.");
        }
    }

    ImpactAssessment assessment() {
        Map<ControlId, Trigger> triggers = new LinkedHashMap<>();
        guide.triggers().forEach(control -> triggers.put(control, trigger(control)));
        List<AssessedPart> parts = new ArrayList<>();
        Set<RuleId> placed = new LinkedHashSet<>();
        for (ImpactGuide.Chapter chapter : guide.chapters()) {
            List<AssessedTopic> topics = new ArrayList<>();
            for (ImpactTopic topic : chapter.topics()) {
                List<Finding> found = findings(topic, Truth.TRUE);
                List<Finding> possible = findings(topic, Truth.UNDETERMINED);
                Stream.concat(found.stream(), possible.stream().filter(finding -> !finding.isCertain()))
                        .forEach(finding -> placed.add(finding.rule().id()));
                topics.add(topic(topic, topic.facts(), found, possible));
            }
            parts.add(
                    new AssessedPart(chapter, triggers.computeIfAbsent(chapter.triggeredBy(), this::trigger), topics));
        }
        addRest(parts, placed);
        return new ImpactAssessment(
                guide,
                profile,
                guide.triggers().stream()
                        .flatMap(control -> Optional.ofNullable(triggers.get(control)).stream())
                        .toList(),
                known(guide.described()),
                open(guide.described()),
                parts);
    }

    /** Adds the findings that no topic takes, with what they read, to the last part. */
    private void addRest(List<AssessedPart> parts, Set<RuleId> placed) {
        List<Finding> rest = evaluation.findings().stream()
                .filter(finding -> !placed.contains(finding.rule().id()))
                .toList();
        if (rest.isEmpty() || parts.isEmpty()) {
            return;
        }
        Set<TopicFact> facts = new LinkedHashSet<>();
        for (Finding finding : rest) {
            finding.facts()
                    .forEach(fact -> vocabulary
                            .characteristic(fact.subject())
                            .ifPresent(characteristic -> facts.add(new TopicFact(characteristic, 0))));
        }
        AssessedPart last = parts.get(parts.size() - 1);
        List<AssessedTopic> topics = new ArrayList<>(last.topics());
        topics.add(topic(
                guide.rest(),
                List.copyOf(facts),
                rest.stream().filter(Finding::isCertain).toList(),
                rest.stream().filter(finding -> !finding.isCertain()).toList()));
        parts.set(parts.size() - 1, new AssessedPart(last.chapter(), last.trigger(), topics));
    }

    private List<Finding> findings(ImpactTopic topic, Truth truth) {
        return evaluation.findings().stream()
                .filter(finding -> topic.takes(finding, evaluation.system()) == truth)
                .toList();
    }

    private AssessedTopic topic(ImpactTopic topic, List<TopicFact> facts, List<Finding> found, List<Finding> possible) {
        return new AssessedTopic(
                topic,
                known(facts),
                found.stream().sorted(STRONGEST_FIRST).toList(),
                possible.stream().sorted(STRONGEST_FIRST).toList(),
                causes(found),
                topic.objectives().stream()
                        .flatMap(objective -> profile.risk(objective).stream())
                        .toList(),
                topic.controls().stream()
                        .flatMap(control -> acting(control, found).stream())
                        .toList(),
                open(facts));
    }

    private List<KnownFact> known(Collection<TopicFact> facts) {
        List<KnownFact> known = new ArrayList<>();
        for (TopicFact fact : facts) {
            Answer answer =
                    evaluation.system().answers().get(fact.characteristic().id());
            if (answer == null || answer.bounds().equals(fact.characteristic().unknown())) {
                continue;
            }
            boolean tells = !fact.isOfValues()
                    || !(answer.bounds() instanceof Bounds.Members)
                    || fact.truth(answer.bounds()) != Truth.UNDETERMINED;
            if (tells) {
                entry(fact.characteristic()).ifPresent(entry -> known.add(new KnownFact(entry, answer, fact)));
            }
        }
        return known;
    }

    private List<OpenFact> open(Collection<TopicFact> facts) {
        List<OpenFact> open = new ArrayList<>();
        for (TopicFact fact : facts) {
            Characteristic<?> characteristic = fact.characteristic();
            boolean decides = ranks.containsKey(characteristic.id());
            if (fact.isOpen(evaluation.system().bounds(characteristic))
                    && (decides || guide.mayApply(characteristic, evaluation.system()))) {
                Answer answer = evaluation.system().answers().get(characteristic.id());
                boolean tells = answer != null && !answer.bounds().equals(characteristic.unknown());
                entry(characteristic)
                        .ifPresent(entry -> open.add(new OpenFact(entry, tells ? answer : null, fact, decides)));
            }
        }
        open.sort(byRank(ranks));
        return open;
    }

    private Optional<VocabularyEntry> entry(Characteristic<?> characteristic) {
        return vocabulary
                .entry(characteristic.id())
                .filter(entry -> entry.characteristic().equals(characteristic));
    }

    private List<RiskSource> causes(List<Finding> found) {
        Map<RiskSourceId, RiskSource> causes = new TreeMap<>();
        evaluation.riskSources().forEach(result -> {
            boolean isRaised = found.stream()
                    .anyMatch(finding ->
                            finding.rule().raises().contains(result.source().id()));
            if (isRaised) {
                causes.put(result.source().id(), result.source());
            }
        });
        return List.copyOf(causes.values());
    }

    private Optional<ActingControl> acting(ControlId control, List<Finding> found) {
        List<RuleId> calling = found.stream()
                .map(Finding::rule)
                .filter(rule -> rule.requires().contains(control))
                .map(Rule::id)
                .sorted()
                .toList();
        return evaluation
                .control(control)
                .flatMap(result -> profile.control(control).map(state -> new ActingControl(result, state, calling)));
    }

    private Trigger trigger(ControlId control) {
        if (evaluation.control(control).isEmpty()) {
            List<String> known = evaluation.controls().stream()
                    .map(result -> result.control().id().value())
                    .toList();
            throw new AimsException(
                    UNKNOWN_TRIGGER,
                    "The control (" + control + "), by which guide (" + Quoted.of(guide.id())
                            + ") tells whether an impact assessment is called for, is absent from catalogue ("
                            + Quoted.of(evaluation.basis().catalogue().id()) + ").",
                    Nearest.to(control.value(), known)
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Maybe a guide for this catalogue is needed."));
        }
        ControlProof proof = proofs.control(control);
        Truth needed = proof.result().needed();
        List<Finding> reasons = needed == Truth.FALSE
                ? List.of()
                : proof.decisive().stream()
                        .flatMap(rule -> evaluation.finding(rule.rule().id()).stream())
                        .toList();
        return new Trigger(
                proof.result(),
                switch (needed) {
                    case TRUE -> Trigger.Call.CALLED_FOR;
                    case UNDETERMINED -> Trigger.Call.OPEN;
                    case FALSE -> Trigger.Call.NOT_CALLED_FOR;
                },
                reasons,
                needed == Truth.FALSE ? against(proof.rules()) : List.of(),
                Explanation.of(proof, Detail.SHORT));
    }

    /** Returns the facts that make rules false, in the order of the vocabulary. */
    private List<KnownFact> against(List<RuleProof> rules) {
        Set<String> read = new LinkedHashSet<>();
        rules.forEach(rule -> collect(rule.condition(), read));
        return known(vocabulary.entries().stream()
                .map(VocabularyEntry::characteristic)
                .filter(characteristic -> read.contains(characteristic.id()))
                .map(characteristic -> new TopicFact(characteristic, 0))
                .toList());
    }

    private static void collect(ConditionProof step, Set<String> read) {
        if (step instanceof ConditionProof.Fact fact) {
            read.add(fact.test().characteristic().id());
        }
        step.decisive().forEach(part -> collect(part, read));
    }

    /** Returns each characteristic once, without the values looked for on single topics. */
    static List<OpenFact> distinct(Evaluation evaluation, Stream<OpenFact> facts) {
        Map<String, OpenFact> each = new LinkedHashMap<>();
        facts.forEach(fact -> each.putIfAbsent(
                fact.entry().characteristic().id(),
                new OpenFact(
                        fact.entry(), fact.given(), new TopicFact(fact.entry().characteristic(), 0), fact.decides())));
        return each.values().stream().sorted(byRank(ranks(evaluation))).toList();
    }

    private static Comparator<OpenFact> byRank(Map<String, Integer> ranks) {
        return Comparator.comparingInt(
                fact -> ranks.getOrDefault(fact.entry().characteristic().id(), Integer.MAX_VALUE));
    }

    private static Map<String, Integer> ranks(Evaluation evaluation) {
        Map<String, Integer> ranks = new HashMap<>();
        for (OpenQuestion question : evaluation.openQuestions()) {
            ranks.put(question.entry().characteristic().id(), ranks.size());
        }
        return ranks;
    }

    private static int contribution(Rule rule) {
        return rule.likelihood().map(likelihood -> likelihood.ordinal() + 1).orElse(0);
    }

    private static int floor(Rule rule) {
        return rule.severityFloor().map(floor -> floor.ordinal() + 1).orElse(0);
    }
}
