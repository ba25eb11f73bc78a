package io.aims.reasoning.counterfactual;

import io.aims.error.AimsException;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicValue;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which characteristics of a system may be proposed as changes, what changing each costs, and how far it may go.
 *
 * <p>Costs are whole numbers, so that sums are exact and the smallest one is certain; each is 1 unless it is set. Immutable
 * and thread-safe.
 *
 * @since 0.1
 */
public final class Changeable {

    /** The highest cost of a change. */
    public static final int MOST_COST = 1_000_000;

    private static final String NOT_APPLICABLE = "NOT_APPLICABLE";

    private final Map<String, Room> rooms;

    private Changeable(Map<String, Room> rooms) {
        this.rooms = rooms;
    }

    /**
     * How far a characteristic may be changed.
     *
     * @param limit what remains possible for it: its least severe end is not passed, and the members of a set that it names
     *     stay; {@code null} if there is no limit
     */
    record Room(
            Characteristic<?> characteristic,
            int cost,
            @Nullable Bounds limit) {}

    /**
     * Returns what the organisation chooses for a system: every characteristic of a vocabulary that is not
     * {@linkplain VocabularyEntry#given() given}. No ordinal is proposed to become {@code NOT_APPLICABLE}: whether something
     * applies is not chosen either.
     *
     * @param vocabulary a vocabulary
     * @return its characteristics that are chosen
     */
    public static Changeable chosen(Vocabulary vocabulary) {
        Map<String, Room> rooms = new LinkedHashMap<>();
        for (VocabularyEntry entry : vocabulary.entries()) {
            if (!entry.given()) {
                Characteristic<?> characteristic = entry.characteristic();
                rooms.put(characteristic.id(), new Room(characteristic, 1, whatApplies(characteristic)));
            }
        }
        return new Changeable(rooms);
    }

    private static @Nullable Bounds whatApplies(Characteristic<?> characteristic) {
        return characteristic instanceof OrdinalCharacteristic<?> ordinal
                        && ordinal.valueIds().size() > 1
                        && ordinal.valueIds().get(0).equals(NOT_APPLICABLE)
                ? new Bounds.Ranks(1, ordinal.values().size() - 1)
                : null;
    }

    /**
     * Returns every characteristic of a vocabulary, also facts of the world.
     *
     * @param vocabulary a vocabulary
     * @return its characteristics without limits
     */
    public static Changeable all(Vocabulary vocabulary) {
        return of(vocabulary.entries().stream()
                .map(VocabularyEntry::characteristic)
                .toList());
    }

    /**
     * Returns some characteristics.
     *
     * @param characteristics the characteristics
     * @return these without limits
     */
    public static Changeable only(Characteristic<?>... characteristics) {
        return of(Arrays.asList(characteristics));
    }

    private static Changeable of(Collection<? extends Characteristic<?>> characteristics) {
        Map<String, Room> rooms = new LinkedHashMap<>();
        for (Characteristic<?> characteristic : characteristics) {
            rooms.put(characteristic.id(), new Room(characteristic, 1, null));
        }
        return new Changeable(rooms);
    }

    /**
     * Returns these and some more.
     *
     * @param characteristics characteristics, which get no limit unless they have one
     * @return all of them
     */
    public Changeable and(Characteristic<?>... characteristics) {
        Map<String, Room> more = new LinkedHashMap<>(rooms);
        for (Characteristic<?> characteristic : characteristics) {
            more.putIfAbsent(characteristic.id(), new Room(characteristic, 1, null));
        }
        return new Changeable(more);
    }

    /**
     * Returns these without some.
     *
     * @param characteristics characteristics that must stay as they are
     * @return the others
     */
    public Changeable except(Characteristic<?>... characteristics) {
        Map<String, Room> fewer = new LinkedHashMap<>(rooms);
        for (Characteristic<?> characteristic : characteristics) {
            fewer.remove(characteristic.id());
        }
        return new Changeable(fewer);
    }

    /**
     * Sets what changing a characteristic costs, in any unit.
     *
     * @param characteristic a characteristic that may be changed
     * @param cost 1 to {@value #MOST_COST}
     * @return a copy with this cost
     * @throws AimsException AIMS-3051, if the cost is outside these limits; AIMS-3052, if the characteristic may not be
     *     changed
     */
    public Changeable costing(Characteristic<?> characteristic, int cost) {
        if (cost < 1 || cost > MOST_COST) {
            throw new AimsException(
                    "AIMS-3051",
                    "The cost (" + cost + ") of changing (" + characteristic.id() + ") must be 1 to " + MOST_COST + ".",
                    "Maybe count in another unit, or leave the characteristic out with except.");
        }
        return with(characteristic, room -> new Room(room.characteristic(), cost, room.limit()));
    }

    /**
     * States that an ordinal cannot become less severe than a value.
     *
     * @param characteristic a characteristic that may be changed
     * @param least the least severe value that will do
     * @param <V> the type of value
     * @return a copy with this limit
     * @throws AimsException AIMS-3052, if the characteristic may not be changed
     */
    public <V extends CharacteristicValue> Changeable notBelow(OrdinalCharacteristic<V> characteristic, V least) {
        int top = characteristic.values().size() - 1;
        return limited(characteristic, new Bounds.Ranks(characteristic.position(least), top));
    }

    /**
     * States that a number cannot become lower than another one.
     *
     * @param characteristic a characteristic that may be changed
     * @param least the lowest number that will do, zero or above
     * @return a copy with this limit
     * @throws AimsException AIMS-3052, if the characteristic may not be changed
     */
    public Changeable notBelow(DecimalCharacteristic characteristic, BigDecimal least) {
        return limited(characteristic, new Bounds.Numbers(least, null));
    }

    /**
     * States that the number on a scale, of which the higher one is the less severe, cannot become higher than another one.
     *
     * @param characteristic a characteristic that may be changed
     * @param most the highest number that can be reached
     * @return a copy with this limit
     * @throws AimsException AIMS-3052, if the characteristic may not be changed
     */
    public Changeable notAbove(ScaleCharacteristic characteristic, int most) {
        return limited(
                characteristic,
                new Bounds.Numbers(BigDecimal.valueOf(characteristic.least()), BigDecimal.valueOf(most)));
    }

    /**
     * States that members cannot be taken out of a set, nor be assumed to be absent from it.
     *
     * @param characteristic a characteristic that may be changed
     * @param members the members that stay
     * @param <V> the type of value
     * @return a copy with this limit
     * @throws AimsException AIMS-3052, if the characteristic may not be changed
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <V extends CharacteristicValue> Changeable keeping(SetCharacteristic<V> characteristic, V... members) {
        return limited(characteristic, new Bounds.Members(mask(characteristic::position, members), false));
    }

    /**
     * States that a nominal can become one of some values only.
     *
     * @param characteristic a characteristic that may be changed
     * @param values the values that will do, at least one
     * @param <V> the type of value
     * @return a copy with this limit
     * @throws AimsException AIMS-3052, if the characteristic may not be changed
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <V extends CharacteristicValue> Changeable within(
            NominalCharacteristic<V> characteristic, V... values) {
        return limited(characteristic, new Bounds.OneOf(mask(characteristic::position, values)));
    }

    private static long mask(
            java.util.function.ToIntFunction<CharacteristicValue> position, CharacteristicValue[] values) {
        long mask = 0;
        for (CharacteristicValue value : values) {
            mask |= 1L << position.applyAsInt(value);
        }
        return mask;
    }

    private Changeable limited(Characteristic<?> characteristic, Bounds limit) {
        Answer.of(characteristic, limit);
        return with(characteristic, room -> new Room(room.characteristic(), room.cost(), limit));
    }

    private Changeable with(Characteristic<?> characteristic, UnaryOperator<Room> change) {
        Room room = rooms.get(characteristic.id());
        if (room == null || !room.characteristic().equals(characteristic)) {
            throw new AimsException(
                    "AIMS-3052",
                    "The characteristic (" + characteristic.id() + ") is not among those that may be changed.",
                    "Maybe add it first.");
        }
        Map<String, Room> changed = new LinkedHashMap<>(rooms);
        changed.put(characteristic.id(), change.apply(room));
        return new Changeable(changed);
    }

    Map<String, Room> rooms() {
        return rooms;
    }

    /**
     * Tells whether a characteristic may be changed.
     *
     * @param characteristic a characteristic
     * @return {@code true} if it may
     */
    public boolean contains(Characteristic<?> characteristic) {
        Room room = rooms.get(characteristic.id());
        return room != null && room.characteristic().equals(characteristic);
    }

    /**
     * Returns what changing a characteristic costs.
     *
     * @param characteristic a characteristic that may be changed
     * @return the cost
     */
    public int cost(Characteristic<?> characteristic) {
        return Objects.requireNonNull(rooms.get(characteristic.id())).cost();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Changeable that && rooms.equals(that.rooms);
    }

    @Override
    public int hashCode() {
        return rooms.hashCode();
    }

    @Override
    public String toString() {
        return rooms.keySet().toString();
    }
}
