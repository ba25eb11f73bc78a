package io.aims.report.internal.page;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Basis;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.Priority;
import io.aims.evaluation.Safeguard;
import io.aims.reasoning.internal.Phrases;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.Proofs;
import io.aims.reasoning.proof.RuleProof;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.system.Answer;
import io.aims.system.Contradiction;
import io.aims.system.Provenance;
import io.aims.system.VocabularyEntry;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import io.aims.treatment.TreatmentPlan;
import io.aims.treatment.assessment.ImpactAssessment;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.reuse.EvidenceSuggestion;
import io.aims.treatment.statement.StatementOfApplicability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the report on one system shows, section by section.
 *
 * @param proofs the proofs of the evaluation
 * @param profile the residual risks
 * @param cheapest the cheapest plan, or {@code null} if none was asked for
 * @param plan what is decided, or {@code null} if nothing is
 * @param assessment the draft of an impact assessment, or {@code null} if none was asked for
 * @param statement the Statement of Applicability of the system, or {@code null} if none was asked for
 * @param laws what each law says of the system; empty if none was asked
 * @param reuse what other frameworks may have in place
 */
public record SystemPage(
        Proofs proofs,
        ResidualProfile profile,
        @Nullable CheapestPlan cheapest,
        @Nullable TreatmentPlan plan,
        @Nullable ImpactAssessment assessment,
        @Nullable StatementOfApplicability statement,
        List<LawPart> laws,
        EvidenceReuse reuse) {

    private static final int LONGEST_NOTE = 1_000;
    private static final int MOST_EFFECTS = 3;

    /** Copies the list of laws. */
    public SystemPage {
        laws = List.copyOf(laws);
    }

    /**
     * A control with a gap for which other frameworks may have something in place.
     *
     * @param control the control
     * @param suggestions what may be reused, the most useful first
     * @param sentences the same in words, at least one
     */
    public record Reusable(Control control, List<EvidenceSuggestion> suggestions, List<String> sentences) {

        /** Copies the lists. */
        public Reusable {
            suggestions = List.copyOf(suggestions);
            sentences = List.copyOf(sentences);
        }

        /**
         * Returns the control as part of an address within the page.
         *
         * @return letters, digits and hyphens
         */
        public String anchor() {
            return Anchors.control(control.id());
        }
    }

    /**
     * Controls of one priority.
     *
     * @param title the title of the group
     * @param cards the controls
     */
    public record CardGroup(String title, List<ControlCard> cards) {}

    /**
     * A control with an explanation of its status.
     *
     * @param id its id
     * @param title its title
     * @param conclusion the status in a sentence
     * @param reasons what it rests on
     */
    public record Explained(String id, String title, String conclusion, List<Step> reasons) {}

    /**
     * A rule that holds, with its reasons.
     *
     * @param anchor its place in the page
     * @param id its id
     * @param title its title
     * @param stop whether it is a verdict that nothing lifts
     * @param reasons what it rests on, what follows and where it comes from
     */
    public record Found(String anchor, String id, String title, boolean stop, List<Step> reasons) {}

    /**
     * The answers of one section of the vocabulary.
     *
     * @param title the title of the section
     * @param answers the answers
     */
    public record FactGroup(String title, List<Fact> answers) {}

    /**
     * An answer with who gave it.
     *
     * @param id the id of the characteristic
     * @param question the question
     * @param answer the answer
     * @param exact whether nothing is left open
     * @param source who said so and when
     * @param evidence on what evidence
     */
    public record Fact(String id, String question, String answer, boolean exact, String source, String evidence) {}

    /**
     * Returns the evaluation.
     *
     * @return the evaluation
     */
    public Evaluation evaluation() {
        return proofs.evaluation();
    }

    /**
     * Returns what a reader with one minute takes away.
     *
     * @return the summary
     */
    public Brief brief() {
        return Brief.of(proofs, profile, laws);
    }

    /**
     * Returns the table of levels as a picture.
     *
     * @return the picture
     */
    public RiskMatrix matrix() {
        return RiskMatrix.of(proofs.base().criteria(), profile.risks());
    }

    /**
     * Returns the way from facts to controls as a picture.
     *
     * @return the picture
     */
    public Paths paths() {
        return Paths.of(proofs);
    }

    /**
     * Returns the controls that are needed.
     *
     * @return groups by priority, the highest first
     */
    public List<CardGroup> needed() {
        List<CardGroup> groups = new ArrayList<>();
        for (int i = Priority.values().length - 1; i >= 0; i--) {
            Priority priority = Priority.values()[i];
            List<ControlCard> cards = evaluation().safeguards().stream()
                    .filter(safeguard -> safeguard.priority() == priority)
                    .map(this::card)
                    .toList();
            if (!cards.isEmpty()) {
                groups.add(new CardGroup(
                        priority == Priority.BASELINE
                                ? "Needed whatever the level of risk"
                                : Words.of(priority) + " priority",
                        cards));
            }
        }
        return groups;
    }

    private ControlCard card(Safeguard safeguard) {
        return ControlCard.of(
                safeguard, profile.control(safeguard.control().id()).orElseThrow(), proofs);
    }

    /**
     * Returns the controls whose need is not settled.
     *
     * @return the controls with what they depend on, sorted
     */
    public List<Explained> undecided() {
        return explained(ControlStatus.UNDETERMINED);
    }

    /**
     * Returns the controls that are needed and belong to another role.
     *
     * @return the controls with the reason, sorted
     */
    public List<Explained> ofOthers() {
        return explained(ControlStatus.ROLE_EXCLUDED);
    }

    /**
     * Returns the controls that no rule calls for.
     *
     * @return the controls with what rules them out, sorted
     */
    public List<Explained> notNeeded() {
        return explained(ControlStatus.NOT_REQUIRED);
    }

    private List<Explained> explained(ControlStatus status) {
        return evaluation().controls().stream()
                .filter(result -> result.status() == status)
                .map(result -> {
                    Step told = Step.of(Explanation.of(
                                    proofs.control(result.control().id()), Detail.SHORT))
                            .get(0);
                    return new Explained(
                            result.control().id().value(), result.control().title(), told.text(), told.below());
                })
                .toList();
    }

    /**
     * Returns the gaps.
     *
     * @return the gaps, the most pressing first
     */
    public List<Gap> gaps() {
        return profile.gaps();
    }

    /**
     * Returns the gaps for which other frameworks may have something in place.
     *
     * @return their controls, in the order of the gaps
     */
    public List<Reusable> reusable() {
        List<Reusable> reusable = new ArrayList<>();
        for (Gap gap : gaps()) {
            Control control = gap.safeguard().control();
            List<EvidenceSuggestion> suggestions =
                    reuse.about(control.id(), evaluation().system());
            List<String> sentences = EvidenceSuggestion.sentences(suggestions);
            if (!sentences.isEmpty()) {
                reusable.add(new Reusable(control, suggestions, sentences));
            }
        }
        return reusable;
    }

    /**
     * Names an objective.
     *
     * @param id its id
     * @return id and title
     */
    public String objective(ObjectiveId id) {
        return proofs.base().catalogue().objective(id).map(Objective::toString).orElse(id.value());
    }

    /**
     * Names a control.
     *
     * @param id its id
     * @return id and title
     */
    public String control(ControlId id) {
        return proofs.base().catalogue().control(id).map(Control::toString).orElse(id.value());
    }

    /**
     * Returns the controls that lower a risk most.
     *
     * @param risk a risk
     * @return ids, the control that lowers it most first
     */
    public static String lowering(ResidualRisk risk) {
        return risk.effects().isEmpty()
                ? "nothing that is in place"
                : risk.effects().stream()
                        .limit(MOST_EFFECTS)
                        .map(effect -> effect.control().value())
                        .collect(Collectors.joining(", "));
    }

    /**
     * Returns the open questions.
     *
     * @return the questions, the one that settles most first
     */
    public List<OpenQuestion> questions() {
        return evaluation().openQuestions();
    }

    /**
     * Returns the rules that hold, each explained once.
     *
     * @return the rules, sorted by id
     */
    public List<Found> findings() {
        return evaluation().findings().stream()
                .filter(finding -> finding.isCertain())
                .map(finding -> {
                    RuleProof proof = proofs.rule(finding.rule().id());
                    return new Found(
                            Anchors.rule(finding.rule().id()),
                            finding.rule().id().value(),
                            finding.rule().title(),
                            finding.rule().stop(),
                            Step.of(Explanation.of(proof, Detail.FULL)).get(0).below());
                })
                .toList();
    }

    /**
     * Returns the answers that contradict one another.
     *
     * @return the contradictions, in the order of the vocabulary
     */
    public List<Contradiction> contradictions() {
        return evaluation().contradictions();
    }

    /**
     * Returns the answer of a contradiction in words.
     *
     * @param answer an answer
     * @return for example {@code automation level: high automation}
     */
    public String words(Answer answer) {
        return Phrases.name(answer.characteristic()) + ": " + Phrases.words(answer);
    }

    /**
     * Returns what is known, with who said so.
     *
     * @return the answers by section, in the order of the vocabulary
     */
    public List<FactGroup> facts() {
        List<FactGroup> groups = new ArrayList<>();
        for (Map.Entry<String, String> section : sections().entrySet()) {
            List<Fact> answers = proofs.base().vocabulary().entries().stream()
                    .filter(entry -> entry.section().equals(section.getKey()))
                    .map(this::fact)
                    .flatMap(Optional::stream)
                    .toList();
            if (!answers.isEmpty()) {
                groups.add(new FactGroup(section.getValue(), answers));
            }
        }
        return groups;
    }

    /** The sections of the vocabulary, then those that entries of other packs name without a title. */
    private Map<String, String> sections() {
        Map<String, String> sections =
                new LinkedHashMap<>(proofs.base().vocabulary().sections());
        proofs.base().vocabulary().entries().forEach(entry -> sections.putIfAbsent(entry.section(), entry.section()));
        return sections;
    }

    private Optional<Fact> fact(VocabularyEntry entry) {
        return Optional.ofNullable(evaluation()
                        .system()
                        .answers()
                        .get(entry.characteristic().id()))
                .map(answer -> new Fact(
                        entry.characteristic().id(),
                        entry.question(),
                        Phrases.answer(entry, answer.bounds()),
                        answer.isExact(),
                        source(answer.provenance()),
                        VisibleText.of(answer.provenance().evidence().orElse(""), LONGEST_NOTE)));
    }

    private static String source(Provenance provenance) {
        List<String> parts = new ArrayList<>();
        provenance.by().ifPresent(by -> parts.add(VisibleText.of(by, LONGEST_NOTE)));
        provenance.on().ifPresent(on -> parts.add(on.toString()));
        if (provenance.basis() == Provenance.Basis.INFERRED) {
            parts.add("inferred, not stated");
        }
        return String.join(", ", parts);
    }

    /**
     * Returns the questions without an answer.
     *
     * @return the entries, in the order of the vocabulary
     */
    public List<VocabularyEntry> unanswered() {
        return proofs.base().vocabulary().entries().stream()
                .filter(entry -> !evaluation()
                        .system()
                        .answers()
                        .containsKey(entry.characteristic().id()))
                .toList();
    }

    /**
     * Returns how many answers come with a name, a day or evidence.
     *
     * @return a sentence
     */
    public String provenance() {
        int all = evaluation().system().answers().size();
        long with = evaluation().system().answers().values().stream()
                .filter(answer -> !answer.provenance().isNone())
                .count();
        return "Of " + Phrases.count(all, "answer", "answers") + ", " + with + (with == 1 ? " comes" : " come")
                + " with a name, a day or evidence.";
    }

    /**
     * Returns what the evaluation rests on.
     *
     * @return vocabulary, catalogue, criteria and packs
     */
    public Basis basis() {
        return evaluation().basis();
    }

    /**
     * Returns what stands around the page.
     *
     * @return title, facts and sections
     */
    public Frame frame() {
        List<Frame.Labelled> facts = new ArrayList<>();
        facts.add(new Frame.Labelled("System", evaluation().system().id()));
        evaluation().asOf().ifPresent(day -> facts.add(new Frame.Labelled("Evaluated for", day.toString())));
        profile.asOf()
                .filter(day -> !evaluation().asOf().equals(Optional.of(day)))
                .ifPresent(day -> facts.add(new Frame.Labelled("Controls as of", day.toString())));
        facts.add(new Frame.Labelled("Catalogue", basis().catalogue().id()));
        facts.add(new Frame.Labelled("Seal", evaluation().seal().value().substring(0, 12)));
        List<Frame.Link> contents = new ArrayList<>();
        contents.add(new Frame.Link("brief", "In brief"));
        contents.add(new Frame.Link("risks", "Risks"));
        laws.forEach(law -> contents.add(new Frame.Link(law.anchor(), law.title())));
        contents.add(new Frame.Link("paths", "From facts to controls"));
        contents.add(new Frame.Link("controls", "Controls"));
        contents.add(new Frame.Link("treatment", "Gaps and treatment"));
        if (assessment != null) {
            contents.add(new Frame.Link("impact", "Impact assessment"));
        }
        if (statement != null) {
            contents.add(new Frame.Link("statement", "Statement of Applicability"));
        }
        contents.add(new Frame.Link("questions", "Open questions"));
        contents.add(new Frame.Link("findings", "Findings"));
        if (!basis().outside().isEmpty()) {
            contents.add(new Frame.Link("outside", "Outside the guarantees"));
        }
        contents.add(new Frame.Link("facts", "Facts and sources"));
        contents.add(new Frame.Link("basis", "Basis"));
        return new Frame(
                "AI risk report",
                evaluation().system().name(),
                evaluation().system().description().orElse(""),
                facts,
                contents,
                proofs.base().criteria().limits());
    }
}
