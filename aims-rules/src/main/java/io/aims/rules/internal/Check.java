package io.aims.rules.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.drools.base.base.ValueResolver;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A condition compiled to what it does with one end of what is known. As the constraint of a node of Drools it reads the high
 * end. Drools shares a node among equal constraints: two of these are equal exactly if they always give the same answer by the
 * same words.
 *
 * <p>One class, neither records nor lambdas: there are hundreds of checks, the first evaluation of a process waits for each
 * class that they need, and later ones for each call that could go to several.
 */
final class Check extends FactConstraint {

    private enum Kind {
        HAS_ANY,
        HAS_ONLY,
        STAYS_WITHIN,
        REACHES_NUMBER,
        ALL,
        ANY
    }

    private static final Check[] NONE = {};

    private final Kind kind;
    private final int slot;
    private final long operand;
    private final BigDecimal least;
    private final Check[] parts;

    private Check(Kind kind, int slot, long operand, BigDecimal least, Check[] parts) {
        this.kind = kind;
        this.slot = slot;
        this.operand = operand;
        this.least = least;
        this.parts = parts;
    }

    /** A rank is reached: ordinals, booleans, and the results of the strata below. */
    static Check reaches(int slot, int rank) {
        return hasAny(slot, 1L << rank);
    }

    /** A word does not pass a number: scales. */
    static Check staysWithin(int slot, long most) {
        return new Check(Kind.STAYS_WITHIN, slot, most, BigDecimal.ZERO, NONE);
    }

    /** Some of the bits are set: sets, and nominals as they may be. Most checks are of this kind. */
    static Check hasAny(int slot, long bits) {
        return new Check(Kind.HAS_ANY, slot, bits, BigDecimal.ZERO, NONE);
    }

    /** None but the bits are set: nominals as they must be. */
    static Check hasOnly(int slot, long bits) {
        return new Check(Kind.HAS_ONLY, slot, bits, BigDecimal.ZERO, NONE);
    }

    /** A decimal reaches a number, which has no trailing zeros, so that equal numbers make equal checks. */
    static Check reachesNumber(int slot, BigDecimal least) {
        return new Check(Kind.REACHES_NUMBER, slot, 0, least, NONE);
    }

    /** All parts hold. */
    static Check all(List<Check> parts) {
        return new Check(Kind.ALL, 0, 0, BigDecimal.ZERO, parts.toArray(NONE));
    }

    /** Some part holds. */
    static Check any(List<Check> parts) {
        return new Check(Kind.ANY, 0, 0, BigDecimal.ZERO, parts.toArray(NONE));
    }

    @Override
    public boolean isAllowed(FactHandle handle, ValueResolver session) {
        return test(((View) handle.getObject()).high());
    }

    boolean test(Words known) {
        return kind == Kind.HAS_ANY ? (known.word(slot) & operand) != 0 : testOther(known);
    }

    private boolean testOther(Words known) {
        return switch (kind) {
            case HAS_ANY -> (known.word(slot) & operand) != 0;
            case HAS_ONLY -> (known.word(slot) & ~operand) == 0;
            case STAYS_WITHIN -> known.word(slot) <= operand;
            case REACHES_NUMBER -> {
                BigDecimal number = known.number(slot);
                yield number == null || number.compareTo(least) >= 0;
            }
            case ALL -> allHold(known);
            case ANY -> anyHolds(known);
        };
    }

    private boolean allHold(Words known) {
        for (Check part : parts) {
            if (!part.test(known)) {
                return false;
            }
        }
        return true;
    }

    private boolean anyHolds(Words known) {
        for (Check part : parts) {
            if (part.test(known)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Check that
                && kind == that.kind
                && slot == that.slot
                && operand == that.operand
                && least.equals(that.least)
                && Arrays.equals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        int hash = 31 * kind.ordinal() + slot;
        hash = 31 * hash + Long.hashCode(operand);
        hash = 31 * hash + least.hashCode();
        return 31 * hash + Arrays.hashCode(parts);
    }

    /** Returns a text that two checks share exactly if they are equal. */
    @Override
    public String toString() {
        return switch (kind) {
            case HAS_ANY -> slot + " has any of " + Long.toHexString(operand);
            case HAS_ONLY -> slot + " has only " + Long.toHexString(operand);
            case STAYS_WITHIN -> slot + " <= " + operand;
            case REACHES_NUMBER -> slot + " reaches " + least;
            case ALL -> "all" + Arrays.toString(parts);
            case ANY -> "any" + Arrays.toString(parts);
        };
    }
}
