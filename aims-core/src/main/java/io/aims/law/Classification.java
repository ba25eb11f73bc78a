package io.aims.law;

import io.aims.error.AimsException;
import io.aims.evaluation.Seal;
import io.aims.rule.PackReference;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.text.CanonicalForm;
import io.aims.text.Nearest;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a legal pack says of one system for what is known: the classes still possible, the duties, and what that rests on.
 *
 * <p>Unknown is never harmless: a class is possible until facts rule it out, and taking a fact away rules nothing out. A class
 * follows from the facts given; that is no legal advice, and nothing here says that anybody conforms to anything.
 *
 * <p>Immutable and thread-safe. What is made of it (steps, questions, deciding facts, why-not) is found when it is asked for.
 *
 * @since 0.1
 */
public final class Classification {

    private final Classifier classifier;
    private final AiSystem system;
    private final @Nullable LocalDate asOf;
    private final Situation situation;
    private final List<LegalClass> possible;

    Classification(Classifier classifier, AiSystem system, @Nullable LocalDate asOf, Situation situation) {
        this.classifier = classifier;
        this.system = system;
        this.asOf = asOf;
        this.situation = situation;
        this.possible = situation.possible().stream()
                .mapToObj(classifier.pack().classes()::get)
                .toList();
    }

    /**
     * Returns the legal pack.
     *
     * @return the pack
     */
    public LegalPack pack() {
        return classifier.pack();
    }

    /**
     * Returns the name of the legal pack as it was used.
     *
     * @return id, version and fingerprint
     */
    public PackReference reference() {
        return classifier.reference();
    }

    /**
     * Returns the system.
     *
     * @return what is known
     */
    public AiSystem system() {
        return system;
    }

    /**
     * Returns the day for which the law is asked.
     *
     * @return empty if none was given
     */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(asOf);
    }

    /**
     * Classifies the same system for another day.
     *
     * @param day the day for which the law is asked
     * @return the classification by the same pack
     */
    public Classification onDay(LocalDate day) {
        return classifier.classify(system, day);
    }

    /**
     * Returns the classes that the facts do not rule out.
     *
     * @return the classes in the order of the pack; empty only if the facts rule out all of them, which a contradictory
     *     description or a faulty pack may do
     */
    public List<LegalClass> possible() {
        return possible;
    }

    /**
     * Returns the class if only one is possible.
     *
     * @return empty while more than one is
     */
    public Optional<LegalClass> decided() {
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    /**
     * Tells whether a finding stands that stops the system: a prohibited practice, for example. It stands until the class that
     * it leads to is ruled out.
     *
     * @return {@code true} if it stands; {@code false} does not mean that none is possible
     */
    public boolean stops() {
        return possible.stream().flatMap(each -> each.stops().stream()).anyMatch(stop -> truth(stop) == Truth.TRUE);
    }

    /**
     * Tells whether what follows from the decided class applies on the day for which the law is asked.
     *
     * @return {@link Truth#UNDETERMINED} too while no class is decided
     */
    public Truth applies() {
        return decided().map(each -> applies(each.id())).orElse(Truth.UNDETERMINED);
    }

    /**
     * Tells what a proposition, the condition of a class, or whether a duty is owed, came to.
     *
     * @param id the id of a proposition, class or duty
     * @return what is known of it
     * @throws AimsException AIMS-3102, if the pack has nothing of this id
     */
    public Truth truth(PropositionId id) {
        return situation.entry(entry(id));
    }

    /**
     * Tells whether what follows from a class, or a duty, applies on the day for which the law is asked.
     *
     * @param id the id of a class or duty
     * @return what is known of it, whether or not the class is given or the duty owed
     * @throws AimsException AIMS-3102, if the pack has no class and no duty of this id
     */
    public Truth applies(PropositionId id) {
        int position = classifier.program().application(id);
        if (position < 0) {
            throw unknown(id);
        }
        return situation.entry(position);
    }

    /**
     * Returns what the propositions came to.
     *
     * @return all of them in the order of the pack
     */
    public List<PropositionResult> results() {
        return pack().propositions().stream()
                .map(each -> new PropositionResult(each, truth(each.id())))
                .toList();
    }

    /**
     * Returns what the duties came to.
     *
     * @return all of them in the order of the pack
     */
    public List<DutyResult> duties() {
        return pack().duties().stream().map(this::result).toList();
    }

    /**
     * Returns what a duty came to.
     *
     * @param id the id of a duty
     * @return empty if the pack has no duty of this id
     */
    public Optional<DutyResult> duty(PropositionId id) {
        return pack().duty(id).map(this::result);
    }

    private DutyResult result(Duty duty) {
        return new DutyResult(duty, truth(duty.id()), applies(duty.id()));
    }

    /**
     * Returns what the possible classes, and whether the decided one applies, rest on.
     *
     * @return the steps, each behind those it rests on
     */
    public List<LegalStep> steps() {
        BitSet outcomes = new BitSet();
        pack().classes().forEach(each -> outcomes.set(entry(each.id())));
        decided().ifPresent(each -> outcomes.set(classifier.program().application(each.id())));
        return steps(outcomes);
    }

    /**
     * Returns what a proposition, a class or a duty rests on; of a class and a duty also whether it applies.
     *
     * @param id the id of a proposition, class or duty
     * @return the steps, each behind those it rests on
     * @throws AimsException AIMS-3102, if the pack has nothing of this id
     */
    public List<LegalStep> steps(PropositionId id) {
        BitSet outcomes = new BitSet();
        outcomes.set(entry(id));
        int application = classifier.program().application(id);
        if (application >= 0) {
            outcomes.set(application);
        }
        return steps(outcomes);
    }

    private List<LegalStep> steps(BitSet outcomes) {
        return new Steps(situation, system, asOf).to(outcomes);
    }

    /**
     * Returns where what was stated as a whole and what the parts show disagree.
     *
     * @return the contradictions in the order in which the law is read; nothing is repaired
     */
    public List<LegalContradiction> contradictions() {
        return new Steps(situation, system, asOf).contradictions();
    }

    /**
     * Returns the questions of which an answer can still matter: to the class first, to the duties and to what applies then.
     * What states a proposition as a whole is not asked if it has parts that can be.
     *
     * @return the questions, the best first
     */
    public List<LegalQuestion> questions() {
        return new LegalQuestions(classifier, situation, system).ranked();
    }

    /**
     * Returns answers that decide the class by themselves. Without any one of them it is no longer decided.
     *
     * @return the answers, sorted by the id of the characteristic; empty if no class is decided
     */
    public List<Answer> decidingFacts() {
        return new DecidingFacts(situation, system).answers();
    }

    /**
     * Tells why a class is not the one decided, a proposition does not hold or a duty is not owed: what stands against it, and
     * facts that would have to be otherwise, as few as the search finds.
     *
     * @param id the id of a class, proposition or duty
     * @return what stands against it
     * @throws AimsException AIMS-3102, if the pack has nothing of this id
     */
    public LegalWhyNot whyNot(PropositionId id) {
        return new WhyNotSearch(classifier, situation, system, asOf).of(entry(id));
    }

    /**
     * Computes the SHA-256 over the pack, the facts, the day and the result.
     *
     * @return the seal, equal for equal input whatever the order of the answers
     */
    public Seal seal() {
        CanonicalForm form = new CanonicalForm().text("aims-classification/1");
        form.text(reference().id()).text(reference().version()).text(reference().fingerprint());
        form.text(system.id())
                .text(system.name())
                .text(system.description())
                .list(system.answers().values(), (f, answer) -> answer.writeTo(f))
                .text(asOf().map(LocalDate::toString));
        form.list(
                sorted(pack().classes().stream().map(LegalClass::id).toList()),
                (f, id) -> f.text(id.value())
                        .text(truth(id).name())
                        .text(applies(id).name()));
        form.list(
                sorted(pack().propositions().stream().map(Proposition::id).toList()),
                (f, id) -> f.text(id.value()).text(truth(id).name()));
        form.list(
                sorted(pack().duties().stream().map(Duty::id).toList()),
                (f, id) -> f.text(id.value())
                        .text(truth(id).name())
                        .text(applies(id).name()));
        form.list(
                sorted(contradictions().stream()
                        .map(each -> each.proposition().id())
                        .toList()),
                (f, id) -> f.text(id.value()));
        return Seal.of(form);
    }

    private static List<PropositionId> sorted(List<PropositionId> ids) {
        return ids.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private int entry(PropositionId id) {
        int position = classifier.program().entry(id);
        if (position < 0) {
            throw unknown(id);
        }
        return position;
    }

    private AimsException unknown(PropositionId id) {
        List<String> right = classifier.program().entries().stream()
                .map(each -> each.id().value())
                .distinct()
                .toList();
        return new AimsException(
                "AIMS-3102",
                "Legal pack (" + reference().id() + ") has no class, proposition or duty (" + id
                        + ") that could be asked so.",
                Nearest.to(id.value(), right)
                        .filter(near -> !near.equals(id.value()))
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElse("Maybe look at the propositions of the pack."));
    }

    /** Equal if pack, system and day are: the rest follows from them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Classification that
                && reference().equals(that.reference())
                && system.equals(that.system)
                && asOf().equals(that.asOf());
    }

    @Override
    public int hashCode() {
        return 31 * system.hashCode() + asOf().hashCode();
    }

    @Override
    public String toString() {
        return system + " " + possible.stream().map(LegalClass::id).toList();
    }
}
