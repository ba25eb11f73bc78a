package io.aims.law;

import io.aims.error.Faults;
import io.aims.rule.LegalLayer;
import io.aims.rule.PackReference;
import io.aims.system.AiSystem;
import io.aims.system.Characteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Classifies systems by a legal pack: which classes are still possible for what is known, and what that rests on.
 *
 * <p>A class follows from the facts given; that is no legal advice. Immutable and thread-safe: build one and keep it. To
 * classify takes some microseconds.
 *
 * @since 0.1
 */
public final class Classifier implements LegalLayer {

    private final LegalPack pack;
    private final PackReference reference;
    private final Program program;
    private final Map<String, VocabularyEntry> entries = new HashMap<>();
    private final Map<String, LegalFact> facts = new LinkedHashMap<>();

    /**
     * Makes a legal pack ready.
     *
     * @param pack the pack
     * @param vocabulary the characteristics that the pack does not bring with it; it may hold those of the pack too
     * @throws io.aims.error.AimsException with all faults: AIMS-1046, the pack reads a characteristic that nobody knows; AIMS-1047,
     *     a characteristic of the pack is another one in the vocabulary
     */
    public Classifier(LegalPack pack, Vocabulary vocabulary) {
        this.pack = pack;
        this.reference = pack.reference();
        this.program = new Program(pack);
        vocabulary.entries().forEach(entry -> entries.put(entry.characteristic().id(), entry));
        Faults faults = new Faults();
        for (LegalFact fact : pack.facts()) {
            facts.put(fact.id(), fact);
            VocabularyEntry other = entries.put(fact.id(), fact.entry());
            if (other != null && !other.characteristic().equals(fact.entry().characteristic())) {
                faults.add(
                        "AIMS-1047",
                        null,
                        "The characteristic (" + fact.id() + ") of legal pack (" + Quoted.of(pack.id())
                                + ") has another kind or other values in vocabulary ("
                                + Quoted.of(vocabulary.id()) + ").",
                        "Maybe give it another id.");
            }
        }
        for (Characteristic<?> read : program.characteristics()) {
            VocabularyEntry entry = entries.get(read.id());
            if (entry == null || !entry.characteristic().equals(read)) {
                faults.add(
                        "AIMS-1046",
                        null,
                        "Legal pack (" + Quoted.of(pack.id()) + ") reads characteristic (" + read.id()
                                + "), which neither it nor vocabulary (" + Quoted.of(vocabulary.id()) + ") has so.",
                        Nearest.to(read.id(), entries.keySet())
                                .filter(near -> !near.equals(read.id()))
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Maybe add it to the facts of the pack."));
            }
        }
        faults.throwIfAny();
    }

    /**
     * Returns the legal pack.
     *
     * @return the pack
     */
    public LegalPack pack() {
        return pack;
    }

    @Override
    public String id() {
        return pack.id();
    }

    /**
     * Returns the name of the legal pack as it is, with its fingerprint.
     *
     * @return the reference
     */
    @Override
    public PackReference reference() {
        return reference;
    }

    @Override
    public List<VocabularyEntry> facts() {
        return pack.facts().stream().map(LegalFact::entry).toList();
    }

    /**
     * Classifies a system without a day: whether anything applies already stays open.
     *
     * @param system what is known
     * @return the classification
     */
    public Classification classify(AiSystem system) {
        return classify(system, null);
    }

    /**
     * Classifies a system.
     *
     * @param system what is known
     * @param asOf the day for which the law is asked, or {@code null} for none
     * @return the classification
     */
    public Classification classify(AiSystem system, @Nullable LocalDate asOf) {
        return new Classification(this, system, asOf, program.evaluate(system, asOf));
    }

    /**
     * Returns the system with what the law shows of it and was not stated: where the parts of a proposition show that it holds,
     * the answer that states it as a whole is added, with pack, article and facts as its evidence. So rules that read the whole
     * see what finer facts show.
     *
     * <p>Only what rests on a fact of the law is added: answers that rules read themselves are for the rules to judge, with a law
     * beside them and without.
     *
     * <p>It only adds members to sets and raises values, so that nothing is lowered; it never says that there are no others. Where
     * the parts show what was denied, the graver reading stands, and the evidence says so; the classification of the system as it
     * was reports the contradiction.
     *
     * @param system what is known
     * @return the system itself if there is nothing to add
     */
    @Override
    public AiSystem establish(AiSystem system) {
        boolean answersNone = system.answers().keySet().stream().noneMatch(this::isFact);
        return answersNone ? system : new Establishing(this, system).established();
    }

    boolean isFact(String characteristic) {
        return facts.containsKey(characteristic);
    }

    Program program() {
        return program;
    }

    VocabularyEntry entry(Characteristic<?> characteristic) {
        return Objects.requireNonNull(entries.get(characteristic.id()));
    }

    /** The provision for which a characteristic is asked: its own, or that of the first open entry that reads it. */
    String article(int characteristic, BitSet open) {
        LegalFact fact = facts.get(program.characteristics().get(characteristic).id());
        if (fact != null) {
            return fact.article();
        }
        BitSet readers = (BitSet) program.readersOf(characteristic).clone();
        readers.and(open);
        return readers.stream()
                .mapToObj(each -> program.entries().get(each).article())
                .filter(article -> !article.isEmpty())
                .findFirst()
                .orElse("");
    }
}
