package io.aims.evaluation;

import io.aims.rule.Truth;

/** Truths as two bits, that it may hold and that it does: so {@code &} and {@code |} join them as Kleene does. */
final class Kleene {

    static final byte FALSE = 0;
    static final byte UNDETERMINED = 1;
    static final byte TRUE = 3;

    private Kleene() {}

    static byte of(Truth truth) {
        return switch (truth) {
            case FALSE -> FALSE;
            case UNDETERMINED -> UNDETERMINED;
            case TRUE -> TRUE;
        };
    }

    /** Returns {@link #TRUE} if a bit is set, without a branch. */
    static int isAny(long bits) {
        return (int) ((bits | -bits) >> (Long.SIZE - 1)) & TRUE;
    }

    /** Returns 1 if a truth is {@link #TRUE}. */
    static long certain(int truth) {
        return (long) truth >>> 1;
    }

    /** Returns 1 if a truth is not {@link #FALSE}. */
    static long possible(int truth) {
        return truth & UNDETERMINED;
    }
}
