package io.aims.system;

import io.aims.text.CanonicalForm;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A combination of claims that cannot all be true of one system.
 *
 * @param id the id
 * @param claims at least two claims about different characteristics
 * @param why why they cannot all be true
 * @since 0.1
 */
public record ContradictionRule(String id, List<Claim> claims, String why) {

    /** Checks the number of claims and copies their list. */
    public ContradictionRule {
        claims = List.copyOf(claims);
        if (claims.size() < 2) {
            throw new IllegalArgumentException(
                    "Contradiction " + Quoted.of(id) + " must have at least two claims, not " + claims.size());
        }
    }

    /**
     * Looks for this contradiction.
     *
     * @param system a system
     * @return the contradiction with the answers concerned, if the answers leave no way around it
     */
    public Optional<Contradiction> in(AiSystem system) {
        List<Answer> concerned = new ArrayList<>();
        for (Claim claim : claims) {
            Optional<Answer> answer = system.answer(claim.characteristic());
            if (answer.isEmpty() || !claim.holds(answer.get().bounds())) {
                return Optional.empty();
            }
            concerned.add(answer.get());
        }
        return Optional.of(new Contradiction(id, concerned, why));
    }

    void writeTo(CanonicalForm form) {
        form.text(id).list(claims, (f, claim) -> claim.writeTo(f)).text(why);
    }

    /**
     * A claim about a characteristic.
     *
     * @since 0.1
     */
    public sealed interface Claim {

        /**
         * Returns the characteristic.
         *
         * @return the characteristic
         */
        Characteristic<?> characteristic();

        /**
         * Tells whether the claim holds whatever the answer leaves open.
         *
         * @param bounds what the answer leaves possible
         * @return {@code true} if it holds for certain
         */
        boolean holds(Bounds bounds);

        /**
         * Adds the claim to a canonical form.
         *
         * @param form receives the claim
         */
        void writeTo(CanonicalForm form);
    }

    /**
     * The value, or the set, is certain to lie within bounds.
     *
     * @param characteristic the characteristic
     * @param bounds the bounds
     */
    public record Within(Characteristic<?> characteristic, Bounds bounds) implements Claim {

        @Override
        public boolean holds(Bounds answer) {
            return answer.isWithin(bounds);
        }

        @Override
        public void writeTo(CanonicalForm form) {
            Answer.of(characteristic, bounds).writeBoundsTo(form.text("within"));
        }
    }

    /**
     * The set is certain to have a member.
     *
     * @param characteristic a set
     */
    public record NotEmpty(SetCharacteristic<?> characteristic) implements Claim {

        @Override
        public boolean holds(Bounds answer) {
            return answer instanceof Bounds.Members members && members.known() != 0;
        }

        @Override
        public void writeTo(CanonicalForm form) {
            form.text("notEmpty").text(characteristic.id());
        }
    }

    /**
     * The set is certain to have members, and no others than these.
     *
     * @param characteristic a set
     * @param allowed the members allowed, as bits
     */
    public record Only(SetCharacteristic<?> characteristic, long allowed) implements Claim {

        @Override
        public boolean holds(Bounds answer) {
            return answer instanceof Bounds.Members members
                    && members.complete()
                    && members.known() != 0
                    && (members.known() & ~allowed) == 0;
        }

        @Override
        public void writeTo(CanonicalForm form) {
            Answer.of(characteristic, new Bounds.Members(allowed, true)).writeBoundsTo(form.text("only"));
        }
    }
}
