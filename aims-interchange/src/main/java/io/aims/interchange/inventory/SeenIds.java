package io.aims.interchange.inventory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers ids by a number of 64 bits each, so that a million of them take little room. Two ids of the same number,
 * which is as good as impossible, only make one of them longer than needed. Not thread-safe.
 */
final class SeenIds {

    private long[] slots = new long[1024];
    private int size;
    private final Map<String, Integer> nextNumbers = new HashMap<>();

    /** Returns an id that was not returned before: the one asked for, or that with a number behind it. */
    String unique(String id) {
        if (add(hash(id))) {
            return id;
        }
        int number = nextNumbers.getOrDefault(id, 2);
        while (!add(hash(id + "-" + number))) {
            number++;
        }
        nextNumbers.put(id, number + 1);
        return id + "-" + number;
    }

    private boolean add(long hash) {
        int slot = slot(slots, hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        size++;
        if (size * 2 > slots.length) {
            long[] wider = new long[slots.length * 2];
            Arrays.stream(slots).filter(old -> old != 0).forEach(old -> wider[slot(wider, old)] = old);
            slots = wider;
        }
        return true;
    }

    private static int slot(long[] slots, long hash) {
        int slot = (int) (hash & (slots.length - 1));
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & (slots.length - 1);
        }
        return slot;
    }

    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
