package io.aims.reasoning.counterfactual;

import io.aims.system.Answer;
import io.aims.system.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tries whether the target is reached if some candidates are at their least hazardous. Candidates are named by their
 * position. Not thread-safe.
 */
final class Trials {

    /** The most combinations of answers to nominals that one trial may have to go through. */
    private static final int MOST_COMBINATIONS = 1_000;

    private final HighEnd highEnd;
    private final Bounds[] present;
    private final List<Candidate> candidates;
    private final boolean isExact;
    private int count;

    Trials(HighEnd highEnd, Bounds[] present, List<Candidate> all) {
        this.highEnd = highEnd;
        this.present = present;
        this.candidates = new ArrayList<>();
        int combinations = 1;
        for (Candidate candidate : all) {
            int options = options(candidate).size();
            if (combinations * options <= MOST_COMBINATIONS) {
                combinations *= options;
                candidates.add(candidate);
            }
        }
        this.isExact = candidates.size() == all.size();
    }

    /** A candidate with what is proposed for it. */
    record Weakened(Candidate candidate, Candidate.Proposal proposal) {}

    private static List<Bounds> options(Candidate candidate) {
        List<Bounds> options = new ArrayList<>(candidate.harmless());
        if (candidate.mayStay()) {
            options.add(candidate.present());
        }
        return options;
    }

    /** Tells whether every candidate takes part: too many nominals would make trials too long. */
    boolean isExact() {
        return isExact;
    }

    int size() {
        return candidates.size();
    }

    int cost(int candidate) {
        return candidates.get(candidate).room().cost();
    }

    long cost(BitSet chosen) {
        return chosen.stream().mapToLong(this::cost).sum();
    }

    /** Returns how often a trial was made. */
    int count() {
        return count;
    }

    boolean reaches(BitSet chosen) {
        return reaching(chosen).isPresent();
    }

    private Optional<Bounds[]> reaching(BitSet chosen) {
        List<Candidate> several = new ArrayList<>();
        Bounds[] answers = present.clone();
        chosen.stream().mapToObj(candidates::get).forEach(candidate -> {
            answers[candidate.position()] = candidate.harmless().get(0);
            if (options(candidate).size() > 1) {
                several.add(candidate);
            }
        });
        return reaches(answers, several) ? Optional.of(answers) : Optional.empty();
    }

    /** Leaves the answers with which the target is reached, if there are any. */
    private boolean reaches(Bounds[] answers, List<Candidate> open) {
        if (open.isEmpty()) {
            return reaches(answers);
        }
        Candidate candidate = open.get(0);
        for (Bounds option : options(candidate)) {
            answers[candidate.position()] = option;
            if (reaches(answers, open.subList(1, open.size()))) {
                return true;
            }
        }
        return false;
    }

    private boolean reaches(Bounds[] answers) {
        count++;
        return highEnd.isReachedBy(answers);
    }

    /**
     * Weakens the answers of a set that is enough and of which none can be left out, as far as it is still enough. Nominals
     * come last: their values have no order, so that what else will do depends on all others.
     *
     * @return the candidates in order, with what is proposed for each
     */
    List<Weakened> weakest(BitSet chosen) {
        Bounds[] answers = reaching(chosen).orElseThrow();
        List<Weakened> weakened = new ArrayList<>();
        chosen.stream()
                .mapToObj(candidates::get)
                .sorted(Comparator.comparing((Candidate candidate) -> candidate.present() instanceof Bounds.OneOf)
                        .thenComparing(Comparator.comparingInt((Candidate candidate) ->
                                        candidate.room().cost())
                                .reversed())
                        .thenComparingInt(Candidate::position))
                .forEach(candidate -> {
                    int position = candidate.position();
                    Bounds harmless = answers[position];
                    Candidate.Proposal proposal = candidate.weakest(harmless, bounds -> {
                        Bounds[] tried = answers.clone();
                        tried[position] = bounds;
                        return reaches(tried);
                    });
                    answers[position] = harmless instanceof Bounds.OneOf ? harmless : worst(proposal);
                    weakened.add(new Weakened(candidate, proposal));
                });
        weakened.sort(Comparator.comparingInt(each -> each.candidate().position()));
        return weakened;
    }

    /** The most hazardous answer that will do: of a set it is larger than the one proposed. */
    private static Bounds worst(Candidate.Proposal proposal) {
        return proposal.enough() instanceof Bounds.Members ? proposal.enough() : proposal.proposed();
    }

    /** Makes every candidate as harmless as it may become, and returns the answers. */
    List<Answer> mostHarmless() {
        Bounds[] answers = present.clone();
        List<Answer> changed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Bounds harmless = candidate.harmless().get(0);
            answers[candidate.position()] = harmless;
            changed.add(Answer.of(candidate.room().characteristic(), harmless));
        }
        reaches(answers);
        return changed;
    }

    /** Returns the rules that stand against a part of the target after the last trial. */
    List<Integer> against(Target part) {
        return highEnd.against(part);
    }

    @Override
    public String toString() {
        return candidates.stream().map(Candidate::room).toList() + " of " + Arrays.toString(present);
    }
}
