package io.aims.system;

import io.aims.error.AimsException;
import io.aims.text.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Characteristics, each in its place: finds all that a system answers of them in one walk, where to look for one after another
 * would take several times as long.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class CharacteristicOrder {

    /** How many in a row a system often leaves out. */
    private static final int NEAR = 8;

    private final Characteristic<?>[] sorted;
    private final String[] ids;
    private final int[] places;
    /** By place. */
    private final Bounds[] unknown;

    /**
     * Gives characteristics their places.
     *
     * @param characteristics characteristics, each id once
     */
    public CharacteristicOrder(List<? extends Characteristic<?>> characteristics) {
        SortedMap<String, Integer> placeOf = new TreeMap<>();
        for (Characteristic<?> characteristic : characteristics) {
            placeOf.put(characteristic.id(), placeOf.size());
        }
        this.sorted = new Characteristic<?>[placeOf.size()];
        this.ids = new String[sorted.length];
        this.places = new int[sorted.length];
        this.unknown = new Bounds[sorted.length];
        int next = 0;
        for (Map.Entry<String, Integer> place : placeOf.entrySet()) {
            ids[next] = place.getKey();
            places[next] = place.getValue();
            sorted[next] = characteristics.get(place.getValue());
            unknown[place.getValue()] = sorted[next].unknown();
            next++;
        }
    }

    /**
     * Returns what is possible for each characteristic.
     *
     * @param system a system
     * @return the bounds, by the place of the characteristic; those of the unknown where nothing is answered
     * @throws AimsException AIMS-3007, if an answer is to another characteristic of the same id
     */
    public Bounds[] boundsOf(AiSystem system) {
        Bounds[] bounds = unknown.clone();
        int next = 0;
        for (Answer answer : system.sorted()) {
            Characteristic<?> answered = answer.characteristic();
            next = firstNotBefore(answered, next);
            if (next == sorted.length) {
                break;
            }
            if (isTheSame(answered, next) || isEqual(answered, next, system)) {
                bounds[places[next]] = answer.bounds();
                next++;
            }
        }
        return bounds;
    }

    private boolean isEqual(Characteristic<?> answered, int at, AiSystem system) {
        if (!ids[at].equals(answered.id())) {
            return false;
        }
        if (!sorted[at].equals(answered)) {
            throw new AimsException(
                    "AIMS-3007",
                    "The " + answered.id() + " of system (" + Quoted.of(system.id())
                            + ") is answered for another characteristic of this name.",
                    "Maybe take the characteristic from the vocabulary of the packs in use.");
        }
        return true;
    }

    /** Tells whether everything that a system answers stands here, with the same kind and values. */
    boolean hasAll(AiSystem system) {
        int next = 0;
        for (Answer answer : system.sorted()) {
            Characteristic<?> answered = answer.characteristic();
            next = firstNotBefore(answered, next);
            if (next == sorted.length || !isTheSame(answered, next) && !sorted[next].equals(answered)) {
                return false;
            }
            next++;
        }
        return true;
    }

    /**
     * Returns where a characteristic stands or would stand. Most often a system answers what stands here, in the same objects,
     * and leaves few out in a row.
     */
    private int firstNotBefore(Characteristic<?> answered, int from) {
        int near = Math.min(from + NEAR, sorted.length);
        for (int next = from; next < near; next++) {
            if (isTheSame(answered, next)) {
                return next;
            }
        }
        int found = Arrays.binarySearch(ids, from, ids.length, answered.id());
        return found < 0 ? -found - 1 : found;
    }

    /** Others may be equal, but are not often asked for. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isTheSame(Characteristic<?> answered, int at) {
        return sorted[at] == answered;
    }
}
