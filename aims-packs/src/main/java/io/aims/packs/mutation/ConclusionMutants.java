package io.aims.packs.mutation;

import io.aims.packs.Conclusion;
import io.aims.risk.Likelihood;
import io.aims.risk.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes a conclusion in one place, in every way there is. */
final class ConclusionMutants {

    /**
     * A changed conclusion.
     *
     * @param kind what is changed
     * @param conclusion the conclusion with the change
     * @param change the change in words
     */
    record Changed(MutationKind kind, Conclusion conclusion, String change) {}

    private final Conclusion original;
    private final List<Changed> changed = new ArrayList<>();

    private ConclusionMutants(Conclusion original) {
        this.original = original;
    }

    /**
     * Returns the changed conclusions.
     *
     * @param conclusion the conclusion
     * @return the changed ones, in the order of the fields
     */
    static List<Changed> of(Conclusion conclusion) {
        ConclusionMutants mutants = new ConclusionMutants(conclusion);
        mutants.change();
        return mutants.changed;
    }

    private void change() {
        Conclusion c = original;
        c.raises()
                .forEach(id -> add(
                        MutationKind.RAISES_DROPPED,
                        new Conclusion(
                                without(c.raises(), id),
                                c.threatens(),
                                c.contributes(),
                                c.floor(),
                                c.requires(),
                                c.stop()),
                        "without raises " + id));
        c.threatens()
                .forEach(id -> add(
                        MutationKind.THREATENS_DROPPED,
                        new Conclusion(
                                c.raises(),
                                without(c.threatens(), id),
                                c.contributes(),
                                c.floor(),
                                c.requires(),
                                c.stop()),
                        "without threatens " + id));
        if (c.contributes() != null) {
            add(MutationKind.LIKELIHOOD_DROPPED, withLikelihood(null), "without likelihood " + c.contributes());
            neighbours(c.contributes(), Likelihood.values())
                    .forEach(other -> add(
                            MutationKind.LIKELIHOOD_MOVED,
                            withLikelihood(other),
                            "likelihood " + other + " for " + c.contributes()));
        }
        if (c.floor() != null) {
            add(MutationKind.FLOOR_DROPPED, withFloor(null), "without severityFloor " + c.floor());
            neighbours(c.floor(), Severity.values())
                    .forEach(other -> add(
                            MutationKind.FLOOR_MOVED,
                            withFloor(other),
                            "severityFloor " + other + " for " + c.floor()));
        }
        c.requires()
                .forEach(id -> add(
                        MutationKind.REQUIRES_DROPPED,
                        new Conclusion(
                                c.raises(),
                                c.threatens(),
                                c.contributes(),
                                c.floor(),
                                without(c.requires(), id),
                                c.stop()),
                        "without requires " + id));
        if (c.stop()) {
            add(
                    MutationKind.STOP_DROPPED,
                    new Conclusion(c.raises(), c.threatens(), c.contributes(), c.floor(), c.requires(), false),
                    "without verdict STOP");
        }
    }

    private void add(MutationKind kind, Conclusion conclusion, String change) {
        changed.add(new Changed(kind, conclusion, change));
    }

    private Conclusion withLikelihood(@Nullable Likelihood likelihood) {
        return new Conclusion(
                original.raises(),
                original.threatens(),
                likelihood,
                original.floor(),
                original.requires(),
                original.stop());
    }

    private Conclusion withFloor(@Nullable Severity floor) {
        return new Conclusion(
                original.raises(),
                original.threatens(),
                original.contributes(),
                floor,
                original.requires(),
                original.stop());
    }

    private static <E extends Enum<E>> List<E> neighbours(E value, E[] values) {
        List<E> neighbours = new ArrayList<>();
        if (value.ordinal() > 0) {
            neighbours.add(values[value.ordinal() - 1]);
        }
        if (value.ordinal() < values.length - 1) {
            neighbours.add(values[value.ordinal() + 1]);
        }
        return neighbours;
    }

    private static <T> List<T> without(List<T> ids, T dropped) {
        return ids.stream().filter(id -> !id.equals(dropped)).toList();
    }
}
