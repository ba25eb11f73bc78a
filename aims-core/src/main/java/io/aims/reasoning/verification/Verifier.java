package io.aims.reasoning.verification;

import io.aims.evaluation.Basis;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.OutsideFinding;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.RuleEngine;
import io.aims.reasoning.verification.Discrepancy.Kind;
import io.aims.reasoning.verification.Statement.Parts;
import io.aims.rule.PackReference;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Re-checks stored results by the plain evaluator, without an engine: evaluates the system again on the very basis that
 * the result names, and compares everything the result says.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 7.5.3
 * @since 0.1
 */
public final class Verifier {

    private static final int MOST_BASES = 16;

    private final AtHand atHand;
    private volatile @Nullable BasisSearch search;
    private final Map<Basis, BasisSearch.Result> found = new ConcurrentHashMap<>();

    /**
     * Creates a verifier.
     *
     * @param atHand everything on which a result may rest
     */
    public Verifier(AtHand atHand) {
        this.atHand = atHand;
    }

    /** It is prepared when first asked for: most programs verify nothing. */
    private BasisSearch search() {
        BasisSearch ready = search;
        if (ready == null) {
            ready = new BasisSearch(atHand);
            search = ready;
        }
        return ready;
    }

    /**
     * Adds to a vocabulary what else is at hand, so that systems can be read that are described for former versions.
     *
     * @param used a vocabulary; what it has is kept
     * @return the vocabulary with the characteristics that only other vocabularies and packs at hand have
     */
    public Vocabulary vocabulary(Vocabulary used) {
        Map<String, VocabularyEntry> more = new LinkedHashMap<>();
        Stream.of(
                        atHand.vocabularies().stream().flatMap(vocabulary -> vocabulary.entries().stream()),
                        atHand.packs().stream().flatMap(pack -> pack.characteristics().stream()),
                        atHand.laws().stream().flatMap(law -> law.facts().stream()))
                .flatMap(entries -> entries)
                .filter(entry -> used.entry(entry.characteristic().id()).isEmpty())
                .forEach(entry -> more.putIfAbsent(entry.characteristic().id(), entry));
        return used.with(more.values());
    }

    /**
     * Verifies a stored result.
     *
     * @param result the result
     * @param system the system as it is described, from a source that is trusted
     * @return every place that differs, none if the result holds
     */
    public Verification verify(StoredEvaluation result, AiSystem system) {
        BasisSearch.Result basis = basis(result.basis());
        Evaluator evaluator = basis.evaluator();
        if (evaluator == null) {
            List<Discrepancy> discrepancies = new ArrayList<>(basis.missing());
            discrepancies.addAll(facts(system, result));
            return new Verification(
                    system.id(), false, discrepancies, result.basis().outside());
        }
        RuleBase base = evaluator.base();
        List<Discrepancy> discrepancies = new ArrayList<>(daysOf(base.packs(), result));
        AiSystem readable = readable(system, base.answerable(), discrepancies);
        Evaluation again = retelling(evaluator, result).evaluate(readable, result.day());
        Comparison comparison = new Comparison();
        comparison.compare("", ResultStatements.of(again, base.criteria().limits()), result.content());
        discrepancies.addAll(comparison.discrepancies());
        return new Verification(system.id(), true, discrepancies, result.basis().outside());
    }

    /** What rules outside the guarantees found cannot be found again here: it is told as the result tells it. */
    private static Evaluator retelling(Evaluator evaluator, StoredEvaluation result) {
        List<PackReference> rules = result.basis().outside();
        if (rules.isEmpty() && result.outside().isEmpty()) {
            return evaluator;
        }
        RuleBase base = evaluator.base();
        return new Evaluator(base, new Retelling(new PlainEngine(base), rules, result.outside()));
    }

    private record Retelling(PlainEngine engine, List<PackReference> outside, List<OutsideFinding> findings)
            implements RuleEngine {

        @Override
        public Outcomes run(AiSystem system) {
            Outcomes outcomes = engine.run(system);
            return new Outcomes(outcomes.certain(), outcomes.possible(), findings);
        }
    }

    private BasisSearch.Result basis(Basis named) {
        Basis key = new Basis(
                named.vocabulary(),
                named.catalogue(),
                named.criteria(),
                named.packs().stream()
                        .distinct()
                        .sorted(Comparator.comparing(Object::toString))
                        .toList());
        if (found.size() > MOST_BASES) {
            found.clear();
        }
        return found.computeIfAbsent(key, search()::find);
    }

    private static List<Discrepancy> facts(AiSystem system, StoredEvaluation result) {
        Comparison comparison = new Comparison();
        Statement said = result.content().parts().getOrDefault("system", new Parts(Map.of()));
        comparison.compare("system", ResultStatements.system(system), said);
        return comparison.discrepancies();
    }

    private static List<Discrepancy> daysOf(List<RulePack> packs, StoredEvaluation result) {
        List<Discrepancy> discrepancies = new ArrayList<>();
        LocalDate day = result.day();
        for (RulePack pack : packs) {
            LocalDate from = pack.validFrom();
            LocalDate until = pack.validUntil();
            boolean always = from == null && until == null;
            if (!always && (day == null || from != null && day.isBefore(from) || until != null && day.isAfter(until))) {
                discrepancies.add(new Discrepancy(
                        "asOf",
                        Kind.CHANGED,
                        "a day" + (from == null ? "" : " from " + from) + (until == null ? "" : " until " + until),
                        day == null ? "" : day.toString(),
                        "Pack (" + pack.id() + ") does not hold on that day: no result can rest on it."));
            }
        }
        return discrepancies;
    }

    /** What the vocabulary of the result does not have, the rules of the result cannot read. */
    private static AiSystem readable(AiSystem system, Vocabulary vocabulary, List<Discrepancy> discrepancies) {
        AiSystem readable = system;
        for (Answer answer : system.answers().values()) {
            Characteristic<?> answered = answer.characteristic();
            if (!vocabulary
                    .characteristic(answered.id())
                    .filter(answered::equals)
                    .isPresent()) {
                readable = readable.without(answered);
                discrepancies.add(new Discrepancy(
                        "system.characteristics." + answered.id(),
                        Kind.NOT_AT_HAND,
                        answer.text(),
                        "",
                        "The vocabulary that the result names does not have this characteristic with these values: the"
                                + " system was described for another version."));
            }
        }
        return readable;
    }
}
