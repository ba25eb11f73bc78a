package io.aims.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Remembers ids by sixteen bytes of room each, so that a million of them fit. Not thread-safe. */
final class SeenIds {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long[] hashes = new long[1024];
    private int size;

    /** Adds an id and tells whether it is new. */
    boolean add(String id) {
        if (size * 2 >= hashes.length) {
            grow();
        }
        if (put(hashes, hash(id))) {
            size++;
            return true;
        }
        return false;
    }

    private void grow() {
        long[] more = new long[hashes.length * 2];
        for (long hash : hashes) {
            if (hash != 0) {
                put(more, hash);
            }
        }
        Arrays.fill(hashes, 0);
        hashes = more;
    }

    private static boolean put(long[] table, long hash) {
        int slot = (int) (hash >>> 7) & table.length - 1;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = hash;
        return true;
    }

    private static long hash(String id) {
        long hash = OFFSET;
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xff) * PRIME;
        }
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
