package io.aims.rules.internal.compiled;

import io.aims.catalog.Vocabularies;
import io.aims.law.Classifier;
import io.aims.law.LegalFact;
import io.aims.law.LegalPack;
import io.aims.rule.LegalLayer;
import io.aims.rule.PackReference;
import io.aims.system.AiSystem;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The European AI Act of this jar, beside the standard vocabulary. Its facts are read when it is first used; what follows from
 * them is read and made ready when a system answers one of them or is classified. The build has verified it.
 *
 * <p>Immutable and thread-safe.
 */
public final class StandardLaw implements LegalLayer {

    /** Where the build writes the facts, beside {@code io.aims.rules.law}. */
    public static final String FACTS = "/io/aims/rules/law/eu-ai-act-facts.form";

    /** Where the build writes everything else. */
    public static final String REST = "/io/aims/rules/law/eu-ai-act.form";

    private final PackReference reference;
    private final List<LegalFact> facts;
    private final List<VocabularyEntry> entries;
    private final Set<String> ids;

    private StandardLaw(LawReader.Facts read) {
        this.reference = read.reference();
        this.facts = read.facts();
        List<VocabularyEntry> all = new ArrayList<>();
        this.ids = new HashSet<>();
        for (LegalFact fact : facts) {
            all.add(fact.entry());
            ids.add(fact.id());
        }
        this.entries = List.copyOf(all);
    }

    /**
     * Returns the law.
     *
     * @return the only one
     */
    public static StandardLaw euAiAct() {
        return Law.LAW;
    }

    /**
     * Returns the legal pack.
     *
     * @return the pack, read when first asked for
     */
    public static LegalPack pack() {
        return Pack.PACK;
    }

    /**
     * Tells whether a legal pack is the very one of this jar.
     *
     * @param law a legal pack
     * @return {@code true} if it was not read from elsewhere
     */
    @SuppressWarnings("ReferenceEquality")
    public static boolean isOf(LegalPack law) {
        return law.id().equals(euAiAct().id()) && law == pack();
    }

    /**
     * Returns what classifies by a law.
     *
     * @param law this law, or a classifier
     * @return the classifier, made when first asked for
     */
    public static Classifier classifier(LegalLayer law) {
        return law instanceof Classifier classifier ? classifier : Ready.CLASSIFIER;
    }

    /**
     * Returns the legal pack of a law.
     *
     * @param law this law, or a classifier
     * @return the pack
     */
    public static LegalPack pack(LegalLayer law) {
        return law instanceof Classifier classifier ? classifier.pack() : pack();
    }

    /**
     * Tells whether a characteristic is a fact of this law.
     *
     * @param characteristic the id of a characteristic
     * @return {@code true} if the law brings it with it
     */
    public boolean isFact(String characteristic) {
        return ids.contains(characteristic);
    }

    @Override
    public String id() {
        return reference.id();
    }

    /** {@inheritDoc} The build has computed the fingerprint. */
    @Override
    public PackReference reference() {
        return reference;
    }

    @Override
    public List<VocabularyEntry> facts() {
        return entries;
    }

    @Override
    public AiSystem establish(AiSystem system) {
        for (String answered : system.answers().keySet()) {
            if (isFact(answered)) {
                return classifier(this).establish(system);
            }
        }
        return system;
    }

    private interface Reading<T> {
        T read(InputStream bytes) throws IOException;
    }

    private static <T> T read(String path, Reading<T> reading) {
        try (InputStream bytes = StandardLaw.class.getResourceAsStream(path)) {
            if (bytes == null) {
                throw new IllegalStateException("The jar of aims-rules lacks " + path);
            }
            return reading.read(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("The jar of aims-rules is damaged: " + path, e);
        }
    }

    /** Read when first used. */
    private static final class Law {

        static final StandardLaw LAW = new StandardLaw(read(FACTS, LawReader.Facts::read));
    }

    /** Read when first used. */
    private static final class Pack {

        static final LegalPack PACK = read(REST, bytes -> {
            Vocabulary vocabulary = Vocabularies.standard().with(Law.LAW.facts());
            return new LawReader(bytes, vocabulary).pack(Law.LAW.facts);
        });
    }

    /** Made when first used. */
    private static final class Ready {

        static final Classifier CLASSIFIER = new Classifier(pack(), Vocabularies.standard());
    }
}
