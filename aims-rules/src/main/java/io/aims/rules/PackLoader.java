package io.aims.rules;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.catalog.document.Fields;
import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.error.Diagnostic;
import io.aims.error.Diagnostics;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.RiskCriteria;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.rules.PackLimits.Limit;
import io.aims.rules.internal.analysis.PackWarnings;
import io.aims.rules.internal.analysis.PlacedPack;
import io.aims.rules.internal.files.PackDocuments;
import io.aims.rules.internal.files.PackPlaces;
import io.aims.system.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads packs of anybody, and verifies them. Reading a pack runs nothing that stands in it.
 *
 * <p>Immutable and thread-safe: each method that sets something returns another loader.
 *
 * @since 0.1
 */
public final class PackLoader {

    private static final String CATALOGUE_CLASH = "AIMS-2018";
    private static final String STANDARD_ID = "AIMS-2112";
    private static final PackLoader STANDARD = new PackLoader(
            Vocabularies.standard(),
            Catalogues.iso42001(),
            Criteria.standard(),
            List.of(),
            false,
            PackLimits.standard());

    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final RiskCriteria criteria;
    private final List<RulePack> beside;
    private final boolean mayReplaceRules;
    private final PackLimits limits;

    private PackLoader(
            Vocabulary vocabulary,
            Catalogue catalogue,
            RiskCriteria criteria,
            List<RulePack> beside,
            boolean mayReplaceRules,
            PackLimits limits) {
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.criteria = criteria;
        this.beside = List.copyOf(beside);
        this.mayReplaceRules = mayReplaceRules;
        this.limits = limits;
    }

    /**
     * Returns a loader of packs whose rules read the standard vocabulary and speak of the catalogue of ISO/IEC 42001, beside
     * what they add themselves. No other pack stands beside them, not even the standard one, and none may replace rules.
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
        return new PackLoader(own, catalogue, criteria, beside, mayReplaceRules, limits);
    }

    /**
     * Adds catalogues of which rules may speak, besides those that the packs bring.
     *
     * @param more catalogues with ids of their own
     * @return a loader that knows them too
     * @throws AimsException AIMS-2018, if they clash with each other or with those known
     */
    public PackLoader catalogues(Catalogue... more) {
        try {
            return new PackLoader(
                    vocabulary, catalogue.with(Arrays.asList(more)), criteria, beside, mayReplaceRules, limits);
        } catch (IllegalArgumentException e) {
            throw new AimsException(
                    CATALOGUE_CLASH,
                    "The catalogues clash: " + e.getMessage() + ".",
                    "Maybe a catalogue is given in two editions, or its ids need a prefix of their own.");
        }
    }

    /**
     * Sets the risk criteria, by which the levels come about that rules read.
     *
     * @param own the criteria of the organisation
     * @return a loader with these criteria
     */
    public PackLoader criteria(RiskCriteria own) {
        return new PackLoader(vocabulary, catalogue, own, beside, mayReplaceRules, limits);
    }

    /**
     * Adds packs that are used together with the pack to be read: it may read their characteristics and their results and speak
     * of their catalogues, and must not clash with them.
     *
     * @param more packs, each once
     * @return a loader that knows them too
     */
    public PackLoader beside(RulePack... more) {
        return new PackLoader(
                vocabulary, catalogue, criteria, joined(beside, Arrays.asList(more)), mayReplaceRules, limits);
    }

    /**
     * Sets whether a pack may say that rules of other packs are not to be run. Whoever allows it answers for what is then no
     * longer found; packs of tenants must not weaken the standard one.
     *
     * @param may {@code true} to allow it
     * @return a loader that allows or refuses it
     */
    public PackLoader mayReplaceRules(boolean may) {
        return new PackLoader(vocabulary, catalogue, criteria, beside, may, limits);
    }

    /**
     * Sets how much a pack may ask for.
     *
     * @param own the limits; without any, those of {@link PackLimits#standard()}
     * @return a loader with these limits
     */
    public PackLoader limits(PackLimits own) {
        return new PackLoader(vocabulary, catalogue, criteria, beside, mayReplaceRules, own);
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
        ReadPack read = reading(source, false);
        RulePack pack = read.orThrow();
        VerifiedPacks.addAlone(pack);
        if (!beside.isEmpty()) {
            join(
                    List.of(pack),
                    Telling.errorsOnly().at(places(read.placed().stream().toList())));
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
        List<ReadPack> read = new ArrayList<>();
        PackLoader seeing = this;
        for (PackSource source : sources) {
            ReadPack one = seeing.reading(source, true);
            read.add(one);
            seeing = one.pack().map(seeing::beside).orElse(seeing);
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        read.forEach(one -> diagnostics.addAll(one.diagnostics()));
        List<PlacedPack> placed =
                read.stream().flatMap(one -> one.placed().stream()).toList();
        List<RulePack> packs = placed.stream().map(PlacedPack::pack).toList();
        boolean areWhole = read.stream().allMatch(ReadPack::isLoadable);
        if (areWhole) {
            Diagnostics warnings = new Diagnostics();
            try {
                join(packs, new Telling(places(placed), true, warnings));
            } catch (AimsException e) {
                e.faults().stream().map(Diagnostic::error).forEach(diagnostics::add);
            }
            diagnostics.addAll(warnings.toList());
        }
        diagnostics.addAll(PackWarnings.find(beside, placed, areWhole, base(packs)));
        placed.forEach(one -> standardId(one).ifPresent(diagnostics::add));
        return new PackReport(
                read.stream()
                        .filter(ReadPack::isLoadable)
                        .flatMap(one -> one.pack().stream())
                        .toList(),
                diagnostics);
    }

    private static Function<RulePack, PackPlaces> places(List<PlacedPack> packs) {
        return pack -> packs.stream()
                .filter(placed -> placed.pack().equals(pack))
                .findFirst()
                .map(PlacedPack::places)
                .orElse(PackPlaces.none());
    }

    /** What can be joined is, to see what it comes to, whatever else is wrong with it. */
    private Optional<RuleBase> base(List<RulePack> packs) {
        try {
            return Optional.of(new RuleBase(vocabulary, catalogue, criteria, joined(beside, packs)));
        } catch (AimsException e) {
            return Optional.empty();
        }
    }

    /** Former editions of the standard pack have its id by right. */
    private static Optional<Diagnostic> standardId(PlacedPack placed) {
        RulePack pack = placed.pack();
        if (!pack.id().equals(RulePacks.STANDARD)
                || pack.reference().equals(RulePacks.standard().reference())) {
            return Optional.empty();
        }
        Place place = placed.places().pack().value("pack");
        return Optional.of(Diagnostic.warning(new Fault(
                STANDARD_ID,
                "The pack (" + pack.id() + ", " + place
                        + ") has the id of the standard pack, and is not the one in use.",
                "Maybe take an id of your own, unless it is a former edition of the standard pack.",
                place)));
    }

    /**
     * Joins packs that were read with those beside them, as the builder of {@link io.aims.Aims} does.
     *
     * @param packs the packs
     * @return what evaluations rest on
     * @throws AimsException with everything that is wrong with the packs together
     */
    public RuleBase join(RulePack... packs) {
        return join(Arrays.asList(packs), Telling.errorsOnly());
    }

    /**
     * Returns the files with tests that a pack lists. What they say is not looked at.
     *
     * @param source where the pack is
     * @return the texts by the names of their files for messages, in the order listed
     * @throws AimsException AIMS-2002, if a file is missing or cannot be read; or with what is wrong with the form of the pack
     *     file
     */
    public Map<String, String> tests(PackSource source) {
        Faults faults = new Faults();
        PackDocuments documents = new PackDocuments(source.files(), faults, new Diagnostics(), limits.files());
        Optional<Map<String, String>> tests =
                documents.pack().map(pack -> documents.tests(Fields.of(pack.root(), faults, PackReader.SHAPE, "pack")));
        faults.throwIfAny();
        return tests.orElseThrow();
    }

    private ReadPack reading(PackSource source, boolean withWarnings) {
        Beside known = new Beside(vocabulary, catalogue, beside, mayReplaceRules);
        return new PackReader(source.files(), known, limits, withWarnings).read();
    }

    /** Each example of a rule that reads results is checked with all rules in use. */
    private void checkSteps(List<RulePack> packs) {
        long examples = packs.stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> rule.condition().tests().stream().anyMatch(Condition.ResultTest.class::isInstance))
                .mapToLong(rule -> rule.examples().size())
                .sum();
        long rules = joined(beside, packs).stream()
                .mapToLong(pack -> pack.rules().size())
                .sum();
        int most = limits.most(Limit.STEPS);
        if (examples * rules > most) {
            throw new AimsException(
                    "AIMS-2150",
                    "The packs have " + examples + " examples of rules that read results, to be checked with " + rules
                            + " rules: more than " + most + " steps.",
                    "Maybe leave out some of these examples; whoever trusts their author may raise the limit "
                            + Limit.STEPS + ".");
        }
    }

    private RuleBase join(List<RulePack> packs, Telling telling) {
        checkSteps(packs);
        return PackVerifier.verify(vocabulary, catalogue, criteria, joined(beside, packs), List.of(), telling);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
