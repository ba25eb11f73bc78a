package io.aims.treatment.assessment;

import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Proofs;
import io.aims.system.Contradiction;
import io.aims.system.Vocabulary;
import io.aims.treatment.ResidualProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The draft of an AI system impact assessment: whether one is called for, and what the facts say of the consequences for
 * individuals, groups and societies, with everything that is still open.
 *
 * <p>It is a draft: it holds what follows from facts, marks what is not known, and asks people for what no fact can tell, such
 * as benefits, what those affected say, and whether what remains is accepted. What is not known is open, never without
 * effect. Every certain finding stands in at least one topic. If no assessment is called for, the screening with its facts and
 * its day is the documented outcome. Immutable and thread-safe; no method reads the clock.
 *
 * @clause ISO/IEC 42001:2023 6.1.4, 8.4, A.5.2, A.5.3, A.5.4, A.5.5
 * @since 0.1
 */
public final class ImpactAssessment {

    private final ImpactGuide guide;
    private final ResidualProfile profile;
    private final List<Trigger> triggers;
    private final List<KnownFact> described;
    private final List<OpenFact> undescribed;
    private final List<AssessedPart> parts;

    ImpactAssessment(
            ImpactGuide guide,
            ResidualProfile profile,
            List<Trigger> triggers,
            List<KnownFact> described,
            List<OpenFact> undescribed,
            List<AssessedPart> parts) {
        this.guide = guide;
        this.profile = profile;
        this.triggers = List.copyOf(triggers);
        this.described = List.copyOf(described);
        this.undescribed = List.copyOf(undescribed);
        this.parts = List.copyOf(parts);
    }

    /**
     * Drafts the impact assessment of a system.
     *
     * @param guide what is looked at
     * @param vocabulary the vocabulary with which the system was evaluated
     * @param proofs the proofs of its evaluation
     * @param profile what remains of its risks; with {@link io.aims.treatment.ControlStates#unknown()} if nothing is known of
     *     its controls
     * @return the draft
     * @throws io.aims.error.AimsException AIMS-3085, if proofs and profile are of different evaluations; AIMS-3086, if the
     *     catalogue of the evaluation lacks a control by which the guide tells whether an assessment is called for
     */
    public static ImpactAssessment draft(
            ImpactGuide guide, Vocabulary vocabulary, Proofs proofs, ResidualProfile profile) {
        return new ImpactDraft(guide, vocabulary, proofs, profile).assessment();
    }

    /**
     * Returns what was looked at.
     *
     * @return the guide
     */
    public ImpactGuide guide() {
        return guide;
    }

    /**
     * Returns what the draft rests on.
     *
     * @return the risks of the system before and after what is done about them
     */
    public ResidualProfile profile() {
        return profile;
    }

    /**
     * Returns the evaluation that the draft rests on.
     *
     * @return the evaluation
     */
    public Evaluation evaluation() {
        return profile.evaluation();
    }

    /**
     * Returns the day for which the draft holds.
     *
     * @return the day of the evaluation, empty if none was given: an outcome that is kept needs one
     */
    public Optional<LocalDate> asOf() {
        return evaluation().asOf();
    }

    /**
     * Tells whether an impact assessment is called for.
     *
     * @return the strongest of what the triggers say
     */
    public Trigger.Call call() {
        return triggers.stream().map(Trigger::call).max(Trigger.Call::compareTo).orElse(Trigger.Call.OPEN);
    }

    /**
     * Tells whether an impact assessment is called for, what follows from that, and for which day it holds.
     *
     * @return sentences
     */
    public String verdict() {
        String verdict = switch (call()) {
            case CALLED_FOR -> "An impact assessment is called for.";
            case OPEN ->
                "Whether an impact assessment is called for is not settled: facts are missing. Until they are known, it"
                        + " may not be left out.";
            case NOT_CALLED_FOR ->
                "No rule calls for an impact assessment. This screening, with its facts and its day, is the documented"
                        + " outcome; repeat it when a fact changes.";
        };
        return verdict + " "
                + asOf().map(day -> "It holds for " + day + ".")
                        .orElse("No day is given: an outcome that is kept needs one.");
    }

    /**
     * Returns what each control that could call for an assessment says.
     *
     * @return the triggers, in the order of the guide
     */
    public List<Trigger> triggers() {
        return triggers;
    }

    /**
     * Returns the facts that tell what the system is and what it is for.
     *
     * @return the facts known, in the order of the guide
     */
    public List<KnownFact> described() {
        return described;
    }

    /**
     * Returns what is not known of what the system is and what it is for.
     *
     * @return the facts open, those on which most depends first
     */
    public List<OpenFact> undescribed() {
        return undescribed;
    }

    /**
     * Returns the answers that contradict one another. A draft on them is not to be relied on.
     *
     * @return the contradictions, in the order of the vocabulary
     */
    public List<Contradiction> contradictions() {
        return evaluation().contradictions();
    }

    /**
     * Returns the verdicts that nothing lifts: no assessment makes such a use permitted.
     *
     * @return the findings of rules with a stop, certain or possible, sorted by rule
     */
    public List<Finding> stops() {
        return evaluation().stops();
    }

    /**
     * Returns the parts.
     *
     * @return individuals, groups, societies, and what effects on them can come from
     */
    public List<AssessedPart> parts() {
        return parts;
    }

    /**
     * Returns the topics of all parts.
     *
     * @return the topics, in order
     */
    public Stream<AssessedTopic> topics() {
        return parts.stream().flatMap(part -> part.topics().stream());
    }

    /**
     * Returns every fact that is open on any topic or in the description, each characteristic once.
     *
     * @return the facts, those on which most depends first
     */
    public List<OpenFact> openFacts() {
        return ImpactDraft.distinct(
                evaluation(), Stream.concat(undescribed.stream(), topics().flatMap(topic -> topic.open().stream())));
    }

    /**
     * Returns everything that people have to judge, in the order of the draft.
     *
     * @return the questions that no fact can answer
     */
    public List<Judgement> judgements() {
        return Stream.concat(
                        guide.purpose().stream(),
                        parts.stream()
                                .flatMap(part -> Stream.concat(
                                        part.topics().stream().flatMap(topic -> topic.topic().judgements().stream()),
                                        part.chapter().judgements().stream())))
                .toList();
    }

    /**
     * Returns the draft in sentences, the same in every format. Whatever the detail, every certain finding and every open fact
     * is told.
     *
     * @param detail whether all possible findings are named, or the strongest, with the number of all others
     * @return the narrative
     */
    public Narrative narrative(Detail detail) {
        return ImpactNarrator.tell(this, detail);
    }

    @Override
    public String toString() {
        return narrative(Detail.SHORT).text();
    }
}
