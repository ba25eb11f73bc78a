package io.aims.rules;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.error.Diagnostic;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.system.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads packs of anybody, and verifies them. Reading a pack runs nothing that stands in it.
 *
 * <p>Immutable and thread-safe: each method that sets something returns another loader.
 *
 * @since 0.1
 */
public final class PackLoader {

    private static final PackLoader STANDARD = new PackLoader(Vocabularies.standard(), List.of(), List.of());

    private final Vocabulary vocabulary;
    private final List<Catalogue> catalogues;
    private final List<RulePack> beside;

    private PackLoader(Vocabulary vocabulary, List<Catalogue> catalogues, List<RulePack> beside) {
        this.vocabulary = vocabulary;
        this.catalogues = List.copyOf(catalogues);
        this.beside = List.copyOf(beside);
    }

    /**
     * Returns a loader of packs whose rules read the standard vocabulary and speak of the catalogue of ISO/IEC 42001, beside
     * what they add themselves. No other pack stands beside them, not even the standard one.
     *
     * @return the loader
     */
    public static PackLoader standard() {
        return STANDARD;
    }

    /**
     * Sets the vocabulary.
     *
     * @param own the characteristics that rules may read besides those that packs add
     * @return a loader with this vocabulary
     */
    public PackLoader vocabulary(Vocabulary own) {
        return new PackLoader(own, catalogues, beside);
    }

    /**
     * Adds catalogues of which rules may speak.
     *
     * @param more catalogues with ids of their own
     * @return a loader that knows them too
     */
    public PackLoader catalogues(Catalogue... more) {
        return new PackLoader(vocabulary, joined(catalogues, Arrays.asList(more)), beside);
    }

    /**
     * Adds packs that are used together with the pack to be read: it may read their characteristics and their results and speak
     * of their catalogues, and must not clash with them.
     *
     * @param more packs, each once
     * @return a loader that knows them too
     */
    public PackLoader beside(RulePack... more) {
        return new PackLoader(vocabulary, catalogues, joined(beside, Arrays.asList(more)));
    }

    /**
     * Reads a pack and verifies it, alone and together with the packs beside it.
     *
     * <p>Without packs beside it, it is not asked whether the results that its rules read can be reached, since other packs may
     * lead to them. That is asked when {@link io.aims.Aims} is built.
     *
     * @param source where it is
     * @return the pack
     * @throws AimsException with everything that is wrong in it, each fault with its place
     */
    public RulePack read(PackSource source) {
        RulePack pack = alone(source);
        if (!beside.isEmpty()) {
            join(List.of(pack));
        }
        return pack;
    }

    /**
     * Verifies packs that are to be used together, and with those beside them. What is wrong with a pack throws nothing.
     *
     * @param sources where they are; each pack may read what those before it add
     * @return everything there is to say
     */
    public PackReport verify(PackSource... sources) {
        List<RulePack> packs = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        PackLoader seeing = this;
        for (PackSource source : sources) {
            try {
                RulePack pack = seeing.alone(source);
                packs.add(pack);
                seeing = seeing.beside(pack);
            } catch (AimsException e) {
                e.faults().stream().map(Diagnostic::error).forEach(diagnostics::add);
            }
        }
        if (packs.size() == sources.length) {
            try {
                join(packs);
            } catch (AimsException e) {
                e.faults().stream().map(Diagnostic::error).forEach(diagnostics::add);
            }
        }
        return new PackReport(packs, diagnostics);
    }

    /**
     * Joins packs that were read with those beside them, as the builder of {@link io.aims.Aims} does, with the standard
     * criteria.
     *
     * @param packs the packs
     * @return what evaluations rest on
     * @throws AimsException with everything that is wrong with the packs together
     */
    public RuleBase join(RulePack... packs) {
        return join(Arrays.asList(packs));
    }

    private RulePack alone(PackSource source) {
        Vocabulary known = vocabulary;
        for (RulePack pack : beside) {
            known = PackVerifier.widened(known, pack.characteristics());
        }
        return new PackReader(source.files(), known).read();
    }

    private RuleBase join(List<RulePack> packs) {
        return PackVerifier.verify(
                vocabulary, Catalogues.iso42001().with(catalogues), Criteria.standard(), joined(beside, packs));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
