package io.aims.law;

import io.aims.rule.PackReference;
import io.aims.source.Source;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.text.CanonicalForm;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A law as far as AIMS knows it: propositions about a system, the classes that follow, and the duties, each with its article.
 * Published, versioned and used as a whole.
 *
 * <p>It says which class follows from the facts given. That is no legal advice, and nothing of it says that anybody conforms to
 * anything. Immutable and thread-safe.
 *
 * @param id the id, for example {@code eu-ai-act}
 * @param version the version
 * @param title the title
 * @param licence the licence of the content
 * @param about what the pack is, in a few sentences
 * @param act the name of the law
 * @param readOn the day up to which its sources were read
 * @param facts the characteristics that it brings with it
 * @param dates the days on which something of the law changes
 * @param propositions the propositions in the order in which the law is read
 * @param classes the classes, the gravest first
 * @param duties the duties
 * @since 0.1
 */
public record LegalPack(
        String id,
        String version,
        String title,
        String licence,
        String about,
        String act,
        LocalDate readOn,
        List<LegalFact> facts,
        List<LegalDate> dates,
        List<Proposition> propositions,
        List<LegalClass> classes,
        List<Duty> duties) {

    /**
     * Copies the lists, and checks that every id stands once and that everything read exists and rests on nothing that reads
     * it.
     *
     * @throws io.aims.error.AimsException with all faults: AIMS-1043, an id stands twice; AIMS-1044, what is read does not exist;
     *     AIMS-1045, there is no class; AIMS-3100, propositions rest on one another in a circle
     */
    public LegalPack {
        facts = List.copyOf(facts);
        dates = List.copyOf(dates);
        propositions = List.copyOf(propositions);
        classes = List.copyOf(classes);
        duties = List.copyOf(duties);
        LegalPackCheck.of(id, facts, dates, propositions, classes, duties).throwIfAny();
    }

    /**
     * Finds a proposition.
     *
     * @param propositionId an id
     * @return the proposition, or empty if none has this id
     */
    public Optional<Proposition> proposition(PropositionId propositionId) {
        return propositions.stream()
                .filter(each -> each.id().equals(propositionId))
                .findFirst();
    }

    /**
     * Finds a class.
     *
     * @param classId an id
     * @return the class, or empty if none has this id
     */
    public Optional<LegalClass> legalClass(PropositionId classId) {
        return classes.stream().filter(each -> each.id().equals(classId)).findFirst();
    }

    /**
     * Finds a duty.
     *
     * @param dutyId an id
     * @return the duty, or empty if none has this id
     */
    public Optional<Duty> duty(PropositionId dutyId) {
        return duties.stream().filter(each -> each.id().equals(dutyId)).findFirst();
    }

    /**
     * Returns the name of the pack as it is, with the SHA-256 of its content in the order of the ids.
     *
     * @return the reference
     */
    public PackReference reference() {
        CanonicalForm form = new CanonicalForm()
                .text("aims-legal-pack/1")
                .text(id)
                .text(version)
                .text(act)
                .text(readOn.toString());
        form.list(sorted(facts, Comparator.comparing(LegalFact::id)), LegalPack::write);
        form.list(
                sorted(dates, Comparator.comparing(LegalDate::id)),
                (f, date) -> f.text(date.id())
                        .text(date.day().toString())
                        .text(date.about())
                        .text(date.confidence().name())
                        .text(date.source().citation()));
        form.list(sorted(propositions, Comparator.comparing(Proposition::id)), LegalPack::write);
        form.list(
                sorted(classes, Comparator.comparing(LegalClass::id)),
                (f, each) -> f.text(each.id().value())
                        .text(each.article())
                        .text(each.title())
                        .text(each.when().toString())
                        .text(each.applies().toString())
                        .text(each.stops().map(PropositionId::value)));
        form.list(
                sorted(duties, Comparator.comparing(Duty::id)),
                (f, duty) -> write(
                        f.text(duty.id().value())
                                .text(duty.article())
                                .text(duty.who())
                                .text(duty.about())
                                .text(duty.when().toString())
                                .text(duty.applies().toString())
                                .text(duty.due())
                                .text(duty.confidence().name()),
                        duty.sources()));
        return new PackReference(id, version, form.sha256());
    }

    private static void write(CanonicalForm form, LegalFact fact) {
        form.text(fact.id())
                .text(fact.entry().characteristic().type().name())
                .text(fact.entry().question())
                .text(fact.article())
                .text(fact.effect().name())
                .text(fact.confidence().name());
        if (fact.entry().characteristic() instanceof EnumeratedCharacteristic<?> enumerated) {
            form.list(enumerated.valueIds(), CanonicalForm::text);
        }
    }

    private static void write(CanonicalForm form, Proposition proposition) {
        form.text(proposition.id().value())
                .text(proposition.article())
                .text(proposition.title())
                .text(proposition.statement().map(Object::toString))
                .text(proposition.condition().map(Object::toString))
                .list(
                        proposition.unless(),
                        (f, exemption) -> f.text(exemption.when().toString())
                                .text(exemption.article())
                                .text(exemption.title()))
                .text(proposition.why())
                .text(proposition.confidence().name());
        write(form, proposition.sources());
    }

    private static void write(CanonicalForm form, List<Source> sources) {
        form.list(sources, (f, source) -> f.text(source.citation()));
    }

    private static <T> List<T> sorted(List<T> items, Comparator<? super T> order) {
        return items.stream().sorted(order).toList();
    }
}
