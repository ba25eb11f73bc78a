package io.aims.rules;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Diagnostics;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.LegalLayer;
import io.aims.rule.PackCatalogues;
import io.aims.rule.Replacement;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rules.internal.analysis.PackAnalysis;
import io.aims.rules.internal.analysis.PlacedRule;
import io.aims.rules.internal.files.PackPlaces;
import io.aims.rules.language.Words;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that packs mean what they say: every id resolves, every rule concludes something, can hold, can fail unless it says
 * {@code always}, is no repetition of another, and comes to what its examples say.
 *
 * @since 0.1
 */
public final class PackVerifier {

    private static final String ABSENT_ID = "AIMS-2007";
    private static final String INCOMPLETE = "AIMS-2001";
    private static final String CHARACTERISTIC = "AIMS-2013";
    private static final String CATALOGUE = "AIMS-2014";
    private static final String COVERAGE = "AIMS-2015";
    private static final int MOST_LISTED = 100;

    private final Vocabulary vocabulary;
    private final Telling telling;
    private final Faults faults;

    PackVerifier(Vocabulary vocabulary, Telling telling, Faults faults) {
        this.vocabulary = vocabulary;
        this.telling = telling;
        this.faults = faults;
    }

    /**
     * Joins packs, once everything in them is found right.
     *
     * @param vocabulary the vocabulary, without the characteristics that the packs add
     * @param catalogue the catalogue of controls, objectives and risk sources, which may do without those that the packs bring
     * @param criteria the risk criteria
     * @param packs the packs
     * @return what evaluations rest on
     * @throws AimsException with everything that is wrong with the packs and their rules
     */
    public static RuleBase verify(
            Vocabulary vocabulary, Catalogue catalogue, RiskCriteria criteria, List<RulePack> packs) {
        return verify(vocabulary, catalogue, criteria, packs, List.of());
    }

    /**
     * Joins packs and laws, once everything in them is found right.
     *
     * @param vocabulary the vocabulary, without the characteristics that packs and laws add
     * @param catalogue the catalogue of controls, objectives and risk sources, which may do without those that the packs bring
     * @param criteria the risk criteria
     * @param packs the packs
     * @param laws the laws, which were verified when they were read
     * @return what evaluations rest on
     * @throws AimsException with everything that is wrong with the packs, their rules, or packs and laws together
     */
    public static RuleBase verify(
            Vocabulary vocabulary,
            Catalogue catalogue,
            RiskCriteria criteria,
            List<RulePack> packs,
            List<? extends LegalLayer> laws) {
        return verify(vocabulary, catalogue, criteria, packs, laws, Telling.errorsOnly());
    }

    /** Joins packs of which it is known where their parts stand. */
    static RuleBase verify(
            Vocabulary vocabulary,
            Catalogue catalogue,
            RiskCriteria criteria,
            List<RulePack> packs,
            List<? extends LegalLayer> laws,
            Telling telling) {
        if (isVerified(vocabulary, packs)) {
            return new RuleBase(vocabulary, catalogue, criteria, packs, laws);
        }
        List<RulePack> sorted =
                packs.stream().sorted(Comparator.comparing(RulePack::id)).toList();
        List<RulePack> unchecked = sorted.stream()
                .filter(pack -> vocabulary != Vocabularies.standard() || !RulePacks.isStandard(pack))
                .toList();
        List<Object> all = new ArrayList<>(List.of(vocabulary, catalogue, criteria));
        all.addAll(sorted);
        all.addAll(laws);
        if (!telling.withWarnings() && !unchecked.isEmpty() && VerifiedPacks.areRightTogether(unchecked.get(0), all)) {
            return new RuleBase(vocabulary, catalogue, criteria, packs, laws);
        }
        Faults faults = new Faults();
        Vocabulary widened = vocabulary;
        for (int i = 0; i < sorted.size(); i++) {
            RulePack pack = sorted.get(i);
            checkCharacteristics(pack.id(), pack.characteristics(), sorted.subList(0, i), widened, faults);
            widened = widened(widened, pack.characteristics());
        }
        boolean clash = !faults.isEmpty();
        PackVerifier verifier = new PackVerifier(widened, telling, faults);
        Catalogue joint = PackCatalogues.join(catalogue, sorted, new Faults());
        for (RulePack pack : unchecked) {
            verifier.checkCatalogue(pack, joint);
            Catalogue named = named(pack.catalogue(), joint).orElse(joint);
            Set<Object> ids = ids(named);
            pack.rules().forEach(rule -> verifier.checkIds(rule, named, ids));
            pack.rules().forEach(verifier::checkReads);
            pack.rules().forEach(verifier::checkWords);
        }
        verifier.checkRules(unchecked, sorted);
        verifier.checkThreats(unchecked, joint);
        Optional<RuleBase> base = clash
                ? verifier.joined(widened, catalogue, criteria, withoutCharacteristics(sorted), laws)
                : verifier.joined(vocabulary, catalogue, criteria, sorted, laws);
        faults.throwIfAny();
        RuleBase joined = base.orElseThrow();
        if (!unchecked.isEmpty() && joined.stratumCount() > 1) {
            Diagnostics found = new Diagnostics();
            new PackAnalysis(found, telling.withWarnings()).checkResults(joined, verifier.placed(unchecked, Set.of()));
            verifier.tell(found);
            faults.throwIfAny();
        }
        if (!unchecked.isEmpty() && !telling.withWarnings()) {
            VerifiedPacks.addTogether(unchecked.get(0), all);
        }
        return joined;
    }

    /** Tells whether the build has verified all there is to verify. */
    private static boolean isVerified(Vocabulary vocabulary, List<RulePack> packs) {
        return vocabulary == Vocabularies.standard() && packs.size() == 1 && RulePacks.isStandard(packs.get(0));
    }

    /**
     * Finds the catalogue of which a pack speaks.
     *
     * @param ids what the pack names, joined by plus signs
     * @param joint all catalogues
     * @return those named, or empty if one of them is not among all
     */
    static Optional<Catalogue> named(String ids, Catalogue joint) {
        List<String> wanted = Arrays.asList(ids.split("\\+", -1));
        List<Catalogue> found = joint.parts().stream()
                .filter(part -> wanted.contains(part.id()))
                .toList();
        return found.isEmpty() || !found.stream().map(Catalogue::id).toList().containsAll(wanted)
                ? Optional.empty()
                : Optional.of(found.get(0).with(found));
    }

    /** Checks the characteristics that a pack adds. */
    static void checkCharacteristics(
            String packId,
            Collection<VocabularyEntry> characteristics,
            Collection<RulePack> packs,
            Vocabulary others,
            Faults faults) {
        Set<String> seen = new HashSet<>();
        for (VocabularyEntry entry : characteristics) {
            Characteristic<?> characteristic = entry.characteristic();
            String subject = "Characteristic (" + characteristic.id() + ") of pack (" + Quoted.of(packId) + ") ";
            if (others.characteristic(characteristic.id()).isPresent() || !seen.add(characteristic.id())) {
                faults.add(
                        CHARACTERISTIC,
                        null,
                        subject + "has the id of another characteristic"
                                + owner(characteristic, packs)
                                        .map(other -> " of pack (" + Quoted.of(other) + ").")
                                        .orElse("."),
                        "Maybe read that one, or put a prefix of your own before the id.");
            }
            if (characteristic instanceof DateCharacteristic) {
                faults.add(
                        CHARACTERISTIC,
                        null,
                        subject + "is a DATE, which no rule can read.",
                        "Maybe ask for what the day decides: a YES and NO, or values in rising severity.");
            }
            if (Words.isReserved(characteristic.id())) {
                faults.add(
                        CHARACTERISTIC,
                        null,
                        subject + "has a word of the language as its id.",
                        "Maybe put a prefix of your own before the id.");
            }
        }
    }

    private static Optional<String> owner(Characteristic<?> characteristic, Collection<RulePack> packs) {
        return packs.stream()
                .filter(pack -> pack.characteristics().stream()
                        .anyMatch(entry -> entry.characteristic().id().equals(characteristic.id())))
                .map(RulePack::id)
                .findFirst();
    }

    /** Widens a vocabulary by what does not clash with it. */
    static Vocabulary widened(Vocabulary vocabulary, Collection<VocabularyEntry> more) {
        Set<String> seen = new HashSet<>(vocabulary.ids());
        return vocabulary.with(more.stream()
                .filter(entry -> seen.add(entry.characteristic().id()))
                .toList());
    }

    /** Checks everything that can be said of one pack alone, without its catalogue. */
    Optional<RuleBase> checkAlone(RulePack pack) {
        checkRules(List.of(pack), List.of(pack));
        // Only whether a rule stands twice or in a circle is asked: catalogue and criteria play no part in it.
        return joined(vocabulary, Catalogues.iso42001(), Criteria.standard(), List.of(onlyRules(pack)), List.of());
    }

    private void checkRules(List<RulePack> own, List<RulePack> all) {
        Diagnostics found = new Diagnostics();
        PackAnalysis analysis = new PackAnalysis(found, telling.withWarnings());
        Set<RuleId> replaced = all.stream()
                .flatMap(pack -> pack.replaces().stream())
                .map(Replacement::rule)
                .collect(Collectors.toSet());
        List<RulePack> rightAlone = new ArrayList<>();
        List<RulePack> open = new ArrayList<>();
        for (RulePack pack : own) {
            (!telling.withWarnings() && VerifiedPacks.isRightAlone(pack) ? rightAlone : open).add(pack);
        }
        placed(open, replaced).forEach(analysis::checkAlone);
        if (!open.isEmpty() || !own.isEmpty() && all.size() > 1) {
            analysis.checkRepetitions(
                    placed(own, replaced),
                    placed(all.stream().filter(pack -> !own.contains(pack)).toList(), replaced),
                    onlyOnce(rightAlone, all));
        }
        tell(found);
    }

    /** The ids of packs, without those that another pack has as well. */
    private static Set<String> onlyOnce(List<RulePack> packs, List<RulePack> all) {
        List<String> ids = all.stream().map(RulePack::id).toList();
        return packs.stream()
                .map(RulePack::id)
                .filter(id -> Collections.frequency(ids, id) == 1)
                .collect(Collectors.toSet());
    }

    private void checkThreats(List<RulePack> own, Catalogue joint) {
        Diagnostics found = new Diagnostics();
        PackAnalysis analysis = new PackAnalysis(found, telling.withWarnings());
        placed(own, Set.of()).forEach(rule -> analysis.checkThreats(rule, joint));
        tell(found);
    }

    private Optional<RuleBase> joined(
            Vocabulary read,
            Catalogue catalogue,
            RiskCriteria criteria,
            List<RulePack> packs,
            List<? extends LegalLayer> laws) {
        try {
            return Optional.of(new RuleBase(read, catalogue, criteria, packs, laws));
        } catch (AimsException e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }

    /** Checks that the rules of a pack can lead to everything in its catalogues. */
    void checkCoverage(RulePack pack, List<Catalogue> catalogues, Place place) {
        Set<Object> led = new HashSet<>();
        for (Rule rule : pack.rules()) {
            led.addAll(rule.requires());
            led.addAll(rule.raises());
            led.addAll(rule.threatens());
        }
        List<String> missing = catalogues.stream()
                .flatMap(catalogue -> Stream.of(
                                catalogue.controls().stream().map(Control::id),
                                catalogue.riskSources().stream().map(RiskSource::id),
                                catalogue.objectives().stream().map(Objective::id))
                        .flatMap(ids -> ids))
                .filter(id -> !led.contains(id))
                .map(Object::toString)
                .toList();
        if (!missing.isEmpty()) {
            faults.add(
                    COVERAGE,
                    place,
                    "The pack (" + Quoted.of(pack.id()) + ", " + place
                            + ") covers its catalogue, but no rule leads to ("
                            + String.join(", ", missing.subList(0, Math.min(missing.size(), MOST_LISTED))) + ")"
                            + (missing.size() > MOST_LISTED
                                    ? " and " + (missing.size() - MOST_LISTED) + " more."
                                    : "."),
                    "Maybe add rules, or leave out covers.");
        }
    }

    private void checkCatalogue(RulePack pack, Catalogue catalogue) {
        List<String> known = catalogue.parts().stream().map(Catalogue::id).toList();
        for (String id : pack.catalogue().split("\\+", -1)) {
            if (!known.contains(id)) {
                faults.add(
                        CATALOGUE,
                        null,
                        "Pack (" + Quoted.of(pack.id()) + ") speaks of catalogue (" + Quoted.of(id)
                                + "), which is not given.",
                        Nearest.to(id, known)
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Maybe give it beside the standard catalogue."));
            }
        }
    }

    private void checkIds(Rule rule, Catalogue catalogue, Set<Object> ids) {
        for (RiskSourceId source : rule.raises()) {
            if (!ids.contains(source)) {
                absentId(rule, "raises", source, catalogue, sourceIds(catalogue));
            }
        }
        for (ObjectiveId objective : rule.threatens()) {
            if (!ids.contains(objective)) {
                absentId(rule, "threatens", objective, catalogue, objectiveIds(catalogue));
            }
        }
        for (ControlId control : rule.requires()) {
            if (!ids.contains(control)) {
                absentId(rule, "requires control", control, catalogue, controlIds(catalogue));
            }
        }
        for (Condition.Test test : rule.condition().tests()) {
            if (test instanceof Condition.HasRiskSource reads && !ids.contains(reads.source())) {
                absentId(rule, "reads risk source", reads.source(), catalogue, sourceIds(catalogue));
            } else if (test instanceof Condition.LevelAtLeast reads && !ids.contains(reads.objective())) {
                absentId(rule, "reads the level of objective", reads.objective(), catalogue, objectiveIds(catalogue));
            } else if (test instanceof Condition.IsNeeded reads && !ids.contains(reads.control())) {
                absentId(rule, "reads control", reads.control(), catalogue, controlIds(catalogue));
            }
        }
    }

    private static Set<Object> ids(Catalogue catalogue) {
        Set<Object> ids = new HashSet<>();
        catalogue.riskSources().forEach(source -> ids.add(source.id()));
        catalogue.objectives().forEach(objective -> ids.add(objective.id()));
        catalogue.controls().forEach(control -> ids.add(control.id()));
        return ids;
    }

    private void absentId(Rule rule, String verb, Object id, Catalogue catalogue, List<String> known) {
        faults.add(
                ABSENT_ID,
                rule.place(),
                "Rule (" + name(rule) + ") " + verb + " (" + id + "), absent from catalogue (" + catalogue.id() + ").",
                Nearest.to(id.toString(), known)
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElse("Maybe a catalogue that holds it is missing."));
    }

    /** A rule made in Java may read a characteristic of which the vocabulary knows nothing, or something else. */
    private void checkReads(Rule rule) {
        Set<String> told = new HashSet<>();
        for (Condition.Test test : rule.condition().tests()) {
            if (test instanceof Condition.SystemTest reads
                    && !vocabulary
                            .characteristic(reads.characteristic().id())
                            .equals(Optional.of(reads.characteristic()))
                    && told.add(reads.characteristic().id())) {
                faults.add(
                        "AIMS-2006",
                        rule.place(),
                        "Rule (" + name(rule) + ") reads characteristic (" + reads.characteristic()
                                + "), which vocabulary (" + vocabulary.id() + ") does not have in this form.",
                        Nearest.to(reads.characteristic().id(), vocabulary.ids())
                                .filter(near ->
                                        !near.equals(reads.characteristic().id()))
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Maybe a pack that adds it is missing, or has another version."));
            }
        }
    }

    private void checkWords(Rule rule) {
        List<String> missing = new ArrayList<>();
        if (rule.title().isBlank()) {
            missing.add("title");
        }
        if (rule.why().isBlank()) {
            missing.add("why");
        }
        if (rule.sources().isEmpty()) {
            missing.add("sources");
        }
        missing.forEach(word -> faults.add(
                INCOMPLETE,
                rule.place(),
                "Rule (" + name(rule) + ") has no " + word + ".",
                "Maybe add a line with " + word + "."));
    }

    /** Pairs the rules of packs with where they stand. */
    private List<PlacedRule> placed(List<RulePack> packs, Set<RuleId> replaced) {
        List<PlacedRule> rules = new ArrayList<>();
        for (RulePack pack : packs) {
            PackPlaces of = telling.places().apply(pack);
            pack.rules().stream()
                    .filter(rule -> !replaced.contains(rule.id()))
                    .forEach(rule -> rules.add(new PlacedRule(rule, of.rule(rule), pack.id())));
        }
        return rules;
    }

    private void tell(Diagnostics found) {
        faults.addAll(found.faults());
        telling.warnings()
                .addAll(found.toList().stream()
                        .filter(diagnostic -> !diagnostic.isError())
                        .toList());
    }

    /** The characteristics that packs add are in the vocabulary already. */
    private static List<RulePack> withoutCharacteristics(List<RulePack> packs) {
        return packs.stream()
                .map(pack -> reduced(pack, pack.catalogues(), pack.replaces()))
                .toList();
    }

    /** What a pack says of other packs or has in common with them is asked when it is joined with them. */
    private static RulePack onlyRules(RulePack pack) {
        return reduced(pack, List.of(), List.of());
    }

    private static RulePack reduced(RulePack pack, List<Catalogue> catalogues, List<Replacement> replaces) {
        return new RulePack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                pack.validFrom(),
                pack.validUntil(),
                List.of(),
                pack.chapters(),
                catalogues,
                replaces);
    }

    private static String name(Rule rule) {
        Place place = rule.place();
        return place == null ? rule.id().value() : rule.id() + ", " + place;
    }

    private static List<String> controlIds(Catalogue catalogue) {
        return catalogue.controls().stream()
                .map(control -> control.id().value())
                .toList();
    }

    private static List<String> objectiveIds(Catalogue catalogue) {
        return catalogue.objectives().stream()
                .map(objective -> objective.id().value())
                .toList();
    }

    private static List<String> sourceIds(Catalogue catalogue) {
        return catalogue.riskSources().stream()
                .map(source -> source.id().value())
                .toList();
    }
}
