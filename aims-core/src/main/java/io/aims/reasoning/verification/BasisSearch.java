package io.aims.reasoning.verification;

import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.evaluation.Basis;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.verification.Discrepancy.Kind;
import io.aims.risk.RiskCriteria;
import io.aims.rule.LegalLayer;
import io.aims.rule.PackCatalogues;
import io.aims.rule.PackReference;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a result says it rests on among what is at hand, by id, version and content. */
final class BasisSearch {

    private final AtHand atHand;
    private final Map<Basis.Part, RulePack> packs = new LinkedHashMap<>();
    private final Map<Basis.Part, LegalLayer> laws = new LinkedHashMap<>();

    BasisSearch(AtHand atHand) {
        this.atHand = atHand;
        atHand.packs().forEach(pack -> packs.putIfAbsent(part(pack.reference()), pack));
        atHand.laws().forEach(law -> laws.putIfAbsent(part(law.reference()), law));
    }

    /**
     * What was found.
     *
     * @param evaluator evaluates on the very basis of the result, or {@code null} if a part of it is not at hand
     * @param missing what is not at hand
     */
    record Result(@Nullable Evaluator evaluator, List<Discrepancy> missing) {}

    Result find(Basis basis) {
        List<Discrepancy> missing = new ArrayList<>();
        List<RulePack> named = packs(basis, missing);
        Vocabulary vocabulary = vocabulary(basis.vocabulary(), named, missing);
        Catalogue catalogue = one(
                "basis.catalogue",
                basis.catalogue(),
                atHand.catalogues().stream()
                        .map(own -> PackCatalogues.join(own, named, new Faults()))
                        .toList(),
                known -> new Basis.Part(known.id(), "", known.fingerprint()),
                missing);
        RiskCriteria criteria = one(
                "basis.criteria",
                basis.criteria(),
                atHand.criteria(),
                known -> new Basis.Part(known.id(), known.version(), known.fingerprint()),
                missing);
        if (!missing.isEmpty() || vocabulary == null || catalogue == null || criteria == null) {
            return new Result(null, missing);
        }
        try {
            RuleBase base = new RuleBase(vocabulary, catalogue, criteria, named, laws(basis));
            return new Result(new Evaluator(base, new PlainEngine(base)), List.of());
        } catch (AimsException e) {
            missing.add(new Discrepancy(
                    "packs",
                    Kind.NOT_AT_HAND,
                    "packs that can be used together",
                    basis.packs().stream().map(PackReference::id).collect(Collectors.joining(", ")),
                    "No result can rest on these packs together: "
                            + e.faults().get(0).message()));
            return new Result(null, missing);
        }
    }

    private List<RulePack> packs(Basis basis, List<Discrepancy> missing) {
        List<RulePack> named = new ArrayList<>();
        List<Basis.Part> wanted =
                basis.packs().stream().map(BasisSearch::part).distinct().toList();
        if (laws.keySet().containsAll(wanted)) {
            missing.add(new Discrepancy(
                    "packs",
                    Kind.NOT_AT_HAND,
                    "at least one pack of rules",
                    basis.packs().stream().map(PackReference::id).collect(Collectors.joining(", ", "[", "]")),
                    "A result rests on rules; which ones, was taken out of it."));
        }
        for (Basis.Part reference : wanted) {
            RulePack pack = packs.get(reference);
            if (pack != null) {
                named.add(pack);
            } else if (!laws.containsKey(reference)) {
                missing.add(missing(
                        "packs[" + Quoted.of(reference.id()) + "]",
                        "pack",
                        reference,
                        Stream.concat(packs.keySet().stream(), laws.keySet().stream())
                                .toList()));
            }
        }
        return named;
    }

    private List<LegalLayer> laws(Basis basis) {
        return basis.packs().stream()
                .map(BasisSearch::part)
                .distinct()
                .flatMap(reference -> Optional.ofNullable(laws.get(reference)).stream())
                .toList();
    }

    /** The vocabulary of a result holds what its packs add, so it is known only with all of them. */
    private @Nullable Vocabulary vocabulary(Basis.Part wanted, List<RulePack> named, List<Discrepancy> missing) {
        if (!missing.isEmpty()) {
            return null;
        }
        List<VocabularyEntry> added = named.stream()
                .sorted(Comparator.comparing(RulePack::id))
                .flatMap(pack -> pack.characteristics().stream())
                .toList();
        List<Basis.Part> known = new ArrayList<>();
        for (Vocabulary own : atHand.vocabularies()) {
            Optional<Vocabulary> whole = joined(own, added);
            Basis.Part part = whole.map(all -> new Basis.Part(all.id(), all.version(), all.fingerprint()))
                    .orElse(null);
            if (wanted.equals(part)) {
                return own;
            }
            if (part != null) {
                known.add(part);
            }
        }
        missing.add(missing("basis.vocabulary", "vocabulary", wanted, known));
        return null;
    }

    private static Optional<Vocabulary> joined(Vocabulary own, List<VocabularyEntry> added) {
        Set<String> ids = new HashSet<>(own.ids());
        boolean distinct =
                added.stream().allMatch(entry -> ids.add(entry.characteristic().id()));
        return distinct ? Optional.of(own.with(added)) : Optional.empty();
    }

    private static <T> @Nullable T one(
            String path,
            Basis.Part wanted,
            List<T> candidates,
            Function<T, Basis.Part> part,
            List<Discrepancy> missing) {
        for (T candidate : candidates) {
            if (part.apply(candidate).equals(wanted)) {
                return candidate;
            }
        }
        missing.add(missing(
                path,
                path.substring(path.indexOf('.') + 1),
                wanted,
                candidates.stream().map(part).toList()));
        return null;
    }

    /** Names the one field that keeps a part at hand from being the one wanted, if it is only one. */
    private static Discrepancy missing(String path, String kind, Basis.Part wanted, List<Basis.Part> known) {
        for (Basis.Part one : known) {
            boolean sameName = one.id().equals(wanted.id()) && one.version().equals(wanted.version());
            if (sameName) {
                return new Discrepancy(
                        path + ".fingerprint",
                        Kind.NOT_AT_HAND,
                        one.fingerprint(),
                        wanted.fingerprint(),
                        "The " + kind
                                + " at hand has the same id and version and another content. If the result was not"
                                + " altered here, the " + kind
                                + " was changed without a new version: find the one it had.");
            }
            if (one.fingerprint().equals(wanted.fingerprint())) {
                boolean sameId = one.id().equals(wanted.id());
                return new Discrepancy(
                        path + (sameId ? ".version" : ".id"),
                        Kind.NOT_AT_HAND,
                        sameId ? one.version() : one.id(),
                        sameId ? wanted.version() : wanted.id(),
                        "The " + kind + " of this fingerprint has another name: the result was altered here.");
            }
        }
        return new Discrepancy(
                path,
                Kind.NOT_AT_HAND,
                known.stream()
                        .filter(one -> one.id().equals(wanted.id()))
                        .map(BasisSearch::name)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" or ")),
                name(wanted) + ", " + wanted.fingerprint(),
                "The result rests on " + kind + " (" + Quoted.of(name(wanted))
                        + ") with the fingerprint given, which is not at hand. Find this version and verify again with it;"
                        + " nothing was verified against another one.");
    }

    private static Basis.Part part(PackReference reference) {
        return new Basis.Part(reference.id(), reference.version(), reference.fingerprint());
    }

    private static String name(Basis.Part part) {
        return part.version().isEmpty() ? part.id() : part.id() + " " + part.version();
    }
}
