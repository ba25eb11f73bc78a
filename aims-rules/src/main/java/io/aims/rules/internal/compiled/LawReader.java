package io.aims.rules.internal.compiled;

import io.aims.catalog.compiled.EntryForm;
import io.aims.catalog.compiled.FormReader;
import io.aims.error.Place;
import io.aims.law.Duty;
import io.aims.law.Exemption;
import io.aims.law.LegalClass;
import io.aims.law.LegalCondition;
import io.aims.law.LegalDate;
import io.aims.law.LegalFact;
import io.aims.law.LegalPack;
import io.aims.law.Proposition;
import io.aims.law.PropositionId;
import io.aims.rule.Condition;
import io.aims.rule.PackReference;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.DateCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link LawWriter} wrote, without the facts. Used once, by one thread. */
final class LawReader {

    private static final LegalKind[] KINDS = LegalKind.values();
    private static final List<Confidence> CONFIDENCES = List.of(Confidence.values());
    private static final List<LegalFact.Effect> EFFECTS = List.of(LegalFact.Effect.values());

    private final FormReader in;
    private final Vocabulary vocabulary;
    private final ConditionReader conditions;
    private final Map<String, LegalDate> days = new HashMap<>();

    /**
     * Opens the form.
     *
     * @param bytes the form
     * @param vocabulary the vocabulary with which it was compiled, and the facts of the law
     * @throws IOException if it cannot be read, or is of another form
     */
    LawReader(InputStream bytes, Vocabulary vocabulary) throws IOException {
        this.in = new FormReader(bytes, LawWriter.FORM);
        this.vocabulary = vocabulary;
        this.conditions = new ConditionReader(in, vocabulary);
    }

    /** What a start needs of a law. */
    record Facts(PackReference reference, List<LegalFact> facts) {

        static Facts read(InputStream bytes) throws IOException {
            FormReader in = new FormReader(bytes, LawWriter.FACTS);
            PackReference reference = new PackReference(in.text(), in.text(), in.text());
            List<LegalFact> facts = new ArrayList<>();
            for (int rest = in.number(); rest > 0; rest--) {
                VocabularyEntry entry = EntryForm.read(in, Map.of());
                facts.add(new LegalFact(entry, in.text(), in.word(EFFECTS), in.word(CONFIDENCES)));
            }
            in.end();
            return new Facts(reference, facts);
        }
    }

    LegalPack pack(List<LegalFact> facts) throws IOException {
        String id = in.text();
        String version = in.text();
        String title = in.text();
        String licence = in.text();
        String about = in.text();
        String act = in.text();
        LocalDate readOn = LocalDate.parse(in.text());
        List<LegalDate> dates = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            dates.add(date());
        }
        List<Proposition> propositions = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            propositions.add(proposition());
        }
        List<LegalClass> classes = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            classes.add(legalClass());
        }
        List<Duty> duties = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            duties.add(duty());
        }
        in.end();
        return new LegalPack(
                id, version, title, licence, about, act, readOn, facts, dates, propositions, classes, duties);
    }

    private LegalDate date() throws IOException {
        LegalDate date = new LegalDate(
                in.text(), LocalDate.parse(in.text()), in.text(), in.word(CONFIDENCES), new Source(in.text()));
        days.put(date.id(), date);
        return date;
    }

    // From class files NullAway does not read that the test that states a proposition may be missing.
    @SuppressWarnings("NullAway")
    private Proposition proposition() throws IOException {
        return new Proposition(
                new PropositionId(in.text()),
                in.text(),
                in.text(),
                in.flag() ? test() : null,
                in.flag() ? condition() : null,
                exemptions(),
                in.text(),
                in.sources(),
                in.word(CONFIDENCES),
                in.flag() ? new Place(in.text(), in.number(), in.number()) : null);
    }

    private List<Exemption> exemptions() throws IOException {
        List<Exemption> exemptions = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            exemptions.add(new Exemption(condition(), in.text(), in.text()));
        }
        return exemptions;
    }

    private LegalClass legalClass() throws IOException {
        return new LegalClass(new PropositionId(in.text()), in.text(), in.text(), condition(), condition(), stop());
    }

    private @Nullable PropositionId stop() throws IOException {
        List<String> stop = in.texts();
        return stop.isEmpty() ? null : new PropositionId(stop.get(0));
    }

    private Duty duty() throws IOException {
        return new Duty(
                new PropositionId(in.text()),
                in.text(),
                in.text(),
                in.text(),
                condition(),
                condition(),
                in.text(),
                in.word(CONFIDENCES),
                in.sources());
    }

    private LegalCondition condition() throws IOException {
        int kind = in.number();
        if (kind >= KINDS.length) {
            throw new IOException("The form has a condition of no known kind");
        }
        return switch (KINDS[kind]) {
            case ALWAYS -> new LegalCondition.Always();
            case ALL_OF -> new LegalCondition.AllOf(parts());
            case ANY_OF -> new LegalCondition.AnyOf(parts());
            case NOT -> new LegalCondition.Not(condition());
            case TEST -> new LegalCondition.Tests(test());
            case HOLDS -> new LegalCondition.Holds(new PropositionId(in.text()));
            case DAY_REACHED -> new LegalCondition.DayReached(day());
            case BEFORE -> new LegalCondition.Before(date(in.text()), day());
        };
    }

    private List<LegalCondition> parts() throws IOException {
        int count = in.number();
        List<LegalCondition> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            parts.add(condition());
        }
        return parts;
    }

    private Condition.SystemTest test() throws IOException {
        if (conditions.test() instanceof Condition.SystemTest test) {
            return test;
        }
        throw new IOException("The form has a test of a result in a law");
    }

    private DateCharacteristic date(String id) throws IOException {
        if (vocabulary.characteristic(id).orElse(null) instanceof DateCharacteristic date) {
            return date;
        }
        throw new IOException("Vocabulary " + vocabulary.id() + " has no date " + id);
    }

    private LegalDate day() throws IOException {
        String id = in.text();
        LegalDate day = days.get(id);
        if (day == null) {
            throw new IOException("The form has no day " + id);
        }
        return day;
    }
}
