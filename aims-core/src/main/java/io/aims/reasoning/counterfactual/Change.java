package io.aims.reasoning.counterfactual;

import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One characteristic that would be different.
 *
 * <p>It asks for no more than needed beside the other changes of its set, unless a safer answer avoids a contradiction.
 *
 * @param characteristic the characteristic
 * @param present what is known now, or {@code null} if nothing is
 * @param proposed the answer with which the target is reached
 * @param enough everything that will do as well: of an ordinal all ranks up to the high end, of a set any members among
 *     these, of a scale all numbers from the low end on, of a decimal every number below the high end, of a nominal any of
 *     these values
 * @since 0.1
 */
public record Change(
        Characteristic<?> characteristic, @Nullable Answer present, Answer proposed, Bounds enough) {

    /**
     * Returns what is known now.
     *
     * @return empty if nothing is known
     */
    public Optional<Answer> from() {
        return Optional.ofNullable(present);
    }

    /**
     * Tells whether nothing need be changed if it is found out that it is so already: the proposed answer does not contradict
     * what is known.
     *
     * @return {@code false} if the system itself has to change
     */
    public boolean isFindingOut() {
        return proposed.bounds().isWithin(present == null ? characteristic.unknown() : present.bounds());
    }

    /**
     * Returns the change in words.
     *
     * @return what to do, for example {@code change profiling from yes to no}
     */
    public String words() {
        return ChangeWords.of(this);
    }

    /**
     * Returns the change in words.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return words();
    }
}
