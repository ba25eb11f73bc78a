package io.aims.reasoning.proof;

import io.aims.evaluation.Derivation;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskCriteria;
import io.aims.rule.Rule;
import io.aims.rule.Truth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/** Tells how a level came about, as one computes it by hand: in points, which are hundredths of a rate. */
final class LevelNarrator {

    /** How many risk sources and open answers a short explanation tells. */
    private static final int FEW = 3;

    private static final BigDecimal POINTS = BigDecimal.valueOf(100);

    private final Narrator narrator;

    LevelNarrator(Narrator narrator) {
        this.narrator = narrator;
    }

    /** Tells how both ends of the level came about. */
    void ends(int depth, ObjectiveProof proof) {
        Derivation low = proof.low();
        Derivation high = proof.high();
        if (low.equals(high)) {
            derivation(depth, low, "It is " + Sentences.words(low.level()) + ": ", proof, true);
            return;
        }
        derivation(depth, low, "On what is known it is " + Sentences.words(low.level()) + ": ", proof, true);
        List<Proof> premises = proof.premises();
        List<RuleProof> open = premises.stream()
                .map(RuleProof.class::cast)
                .filter(rule -> rule.truth() == Truth.UNDETERMINED)
                .toList();
        if (low.level() == high.level()) {
            narrator.line(
                    depth,
                    "What is not known yet cannot change it, although "
                            + Phrases.count(open.size(), "more rule may hold.", "more rules may hold."));
            return;
        }
        derivation(
                depth,
                high,
                "If what is not known yet turns out badly, it is " + Sentences.words(high.level()) + ": ",
                proof,
                narrator.isFull());
        narrator.line(
                depth + 1,
                Phrases.count(open.size(), "more rule may", "more rules may")
                        + " then hold. What matters most to find out:");
        List<Blockers.Group> groups = Blockers.open(open);
        groups.stream().limit(narrator.most(FEW)).forEach(group -> narrator.line(depth + 2, group.sentence()));
    }

    private void derivation(int depth, Derivation derived, String beginning, ObjectiveProof proof, boolean told) {
        narrator.line(
                depth,
                beginning + "a risk of " + Sentences.words(derived.likelihood()) + " likelihood and "
                        + Sentences.words(derived.severity()) + " severity counts as "
                        + Sentences.words(derived.level()) + ".");
        if (!told) {
            return;
        }
        likelihood(depth + 1, derived, proof);
        severity(depth + 1, derived, proof);
    }

    private void likelihood(int depth, Derivation derived, ObjectiveProof proof) {
        if (derived.contributions().isEmpty()) {
            narrator.line(
                    depth, "Likelihood " + Sentences.words(derived.likelihood()) + ": no rule that holds adds to it.");
            return;
        }
        narrator.line(
                depth,
                "Likelihood " + Sentences.words(derived.likelihood()) + ": "
                        + (derived.contributions().size() == 1
                                ? "one risk source gives "
                                : derived.contributions().size() + " risk sources add up to ")
                        + points(derived.rate()) + " points" + band(derived.likelihood(), proof) + ".");
        List<Derivation.Contribution> largest = derived.contributions().stream()
                .sorted(Comparator.comparingDouble(Derivation.Contribution::rate)
                        .reversed())
                .toList();
        int most = narrator.most(FEW);
        largest.stream().limit(most).forEach(contribution -> contribution(depth + 1, contribution, proof));
        if (largest.size() > most) {
            double rest = largest.subList(most, largest.size()).stream()
                    .mapToDouble(Derivation.Contribution::rate)
                    .sum();
            narrator.line(
                    depth + 1,
                    Phrases.count(largest.size() - most, "more risk source adds ", "more risk sources add ")
                            + points(rest) + " points.");
        }
    }

    private void contribution(int depth, Derivation.Contribution contribution, ObjectiveProof proof) {
        Derivation.Share first = contribution.shares().get(0);
        int sources = first.rule().raises().size();
        StringBuilder sentence = new StringBuilder(Sentences.titled(
                        contribution.source().title(), contribution.source().id()))
                .append(" gives ")
                .append(points(contribution.rate()))
                .append(" points, from ")
                .append(Sentences.titled(first.rule()))
                .append(": ")
                .append(Phrases.withArticle(
                        Sentences.words(first.rule().likelihood().orElseThrow())))
                .append(" likelihood counts ")
                .append(points(first.whole()))
                .append(sources == 1 ? "" : ", shared among " + sources + " risk sources")
                .append('.');
        int others = contribution.shares().size() - 1;
        if (others > 0) {
            sentence.append(" Of one source only the largest counts, so ")
                    .append(Phrases.count(others, "other rule adds", "other rules add"))
                    .append(" nothing.");
        }
        narrator.line(depth, sentence.toString());
        facts(depth + 1, first.rule(), proof);
    }

    private void severity(int depth, Derivation derived, ObjectiveProof proof) {
        List<Derivation.Floor> floors = derived.decisiveFloors();
        if (floors.isEmpty()) {
            narrator.line(
                    depth, "Severity " + Sentences.words(derived.severity()) + ": no rule that holds makes it worse.");
            return;
        }
        narrator.line(
                depth,
                "Severity " + Sentences.words(derived.severity()) + ", because of "
                        + Sentences.titled(floors.get(0).rule())
                        + (floors.size() == 1
                                ? "."
                                : " and " + Phrases.count(floors.size() - 1, "other rule.", "other rules.")));
        facts(depth + 1, floors.get(0).rule(), proof);
    }

    private void facts(int depth, Rule rule, ObjectiveProof proof) {
        proof.rules().stream()
                .filter(each -> each.rule().id().equals(rule.id()))
                .findFirst()
                .ifPresent(each -> narrator.stepOnce(depth, each));
    }

    private static String band(Likelihood likelihood, ObjectiveProof proof) {
        RiskCriteria criteria = proof.criteria();
        Likelihood[] all = Likelihood.values();
        String from = Sentences.words(likelihood) + " begins at " + points(criteria.bandStart(likelihood));
        if (likelihood == Likelihood.VERY_HIGH) {
            return " (" + from + ")";
        }
        Likelihood next = all[likelihood.ordinal() + 1];
        String until = Sentences.words(next) + " at " + points(criteria.bandStart(next));
        return likelihood == Likelihood.VERY_LOW
                ? " (" + Sentences.words(next) + " begins at " + points(criteria.bandStart(next)) + ")"
                : " (" + from + ", " + until + ")";
    }

    /** Returns a rate in hundredths, as people add it up by hand. */
    private static String points(double rate) {
        return BigDecimal.valueOf(rate)
                .multiply(POINTS)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
