package io.aims.benchmarks.handwritten;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Truth as two bits, so that {@code &} and {@code |} are the logic: the upper bit is set if something holds for certain, the
 * lower bit if it may hold.
 */
public final class Kleene {

    /** It does not hold, whatever is unknown. */
    public static final int FALSE = 0b00;

    /** It may hold. */
    public static final int UNDETERMINED = 0b01;

    /** It holds, whatever is unknown. */
    public static final int TRUE = 0b11;

    /** The bit of what holds for certain. */
    public static final int CERTAIN = 0b10;

    private Kleene() {}

    public static int of(boolean certain, boolean possible) {
        return (certain ? CERTAIN : 0) | (possible ? UNDETERMINED : 0);
    }

    public static int atLeast(int low, int high, int least) {
        return of(low >= least, high >= least);
    }

    public static int atLeast(BigDecimal low, @Nullable BigDecimal high, BigDecimal least) {
        return of(low.compareTo(least) >= 0, high == null || high.compareTo(least) >= 0);
    }

    public static int atMost(int low, int high, int most) {
        return of(high <= most, low <= most);
    }

    public static int isIn(long possible, long allowed) {
        return of((possible & ~allowed) == 0, (possible & allowed) != 0);
    }

    public static int overlaps(long known, boolean open, long wanted) {
        boolean certain = (known & wanted) != 0;
        return of(certain, certain || open);
    }
}
