package io.aims.benchmarks.peers;

import io.aims.rule.Condition;
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One value of a characteristic, as it is seen in a view. */
final class Seen {

    /** A number that reaches every limit. */
    static final BigDecimal ABOVE_ALL = new BigDecimal("1E+100");

    private Seen() {}

    /**
     * Returns what is seen of a characteristic: of an ordinal the position of its value, of a set its members, of a nominal
     * the values that count as its own.
     *
     * @return a {@link Boolean}, {@link Integer}, {@link BigDecimal}, or a list of the ids of values
     */
    static Object value(AiSystem system, Characteristic<?> characteristic, View view) {
        Bounds bounds = system.bounds(characteristic);
        if (bounds instanceof Bounds.Ranks ranks) {
            int rank = view == View.LOW ? ranks.low() : ranks.high();
            return characteristic instanceof BooleanCharacteristic ? (Object) (rank == 1) : (Object) rank;
        }
        if (bounds instanceof Bounds.Numbers numbers) {
            if (characteristic instanceof ScaleCharacteristic) {
                BigDecimal high = numbers.high();
                return (view == View.HIGH || high == null ? numbers.low() : high).intValueExact();
            }
            BigDecimal high = numbers.high();
            return view == View.LOW ? numbers.low() : high == null ? ABOVE_ALL : high;
        }
        if (bounds instanceof Bounds.Members members) {
            boolean all = view == View.HIGH && !members.complete();
            return ids((EnumeratedCharacteristic<?>) characteristic, all ? -1 : members.known());
        }
        Bounds.OneOf oneOf = (Bounds.OneOf) bounds;
        boolean nothing = view == View.LOW && !oneOf.isExact();
        return ids((EnumeratedCharacteristic<?>) characteristic, nothing ? 0 : oneOf.possible());
    }

    /** The ids of the values at the positions of bits. */
    static List<String> ids(EnumeratedCharacteristic<?> characteristic, long bits) {
        List<String> ids = new ArrayList<>();
        List<String> all = characteristic.valueIds();
        for (int position = 0; position < all.size(); position++) {
            if ((bits >>> position & 1) != 0) {
                ids.add(all.get(position));
            }
        }
        return List.copyOf(ids);
    }

    /** The ids of the values of which a test wants one. */
    static List<String> wanted(Condition.SystemTest test) {
        EnumeratedCharacteristic<?> characteristic = (EnumeratedCharacteristic<?>) test.characteristic();
        if (test instanceof Condition.IsIn isIn) {
            return ids(characteristic, isIn.allowed());
        }
        if (test instanceof Condition.Contains contains) {
            return ids(characteristic, 1L << contains.position());
        }
        return ids(characteristic, test instanceof Condition.ContainsAny any ? any.wanted() : -1);
    }
}
