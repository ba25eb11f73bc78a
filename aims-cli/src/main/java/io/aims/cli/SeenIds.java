package io.aims.cli;

import java.nio.charset.StandardCharsets;

/** Remembers a bounded number of ids by ten to twenty bytes of room each. Not thread-safe. */
final class SeenIds {

    /** How many ids are remembered at most; those that come later are not. */
    static final int MOST = 1_500_000;

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long[] hashes = new long[1024];
    private int size;

    /** Adds an id and tells whether it is not among those remembered. */
    boolean add(String id) {
        if (isFull()) {
            return !contains(hashes, hash(id));
        }
        if (size * 4L >= hashes.length * 3L) {
            grow();
        }
        if (put(hashes, hash(id))) {
            size++;
            return true;
        }
        return false;
    }

    /** Tells whether ids that come now are only compared with those before. */
    boolean isFull() {
        return size == MOST;
    }

    private void grow() {
        long[] more = new long[hashes.length * 2];
        for (long hash : hashes) {
            if (hash != 0) {
                put(more, hash);
            }
        }
        hashes = more;
    }

    private static boolean contains(long[] table, long hash) {
        int slot = (int) (hash >>> 7) & table.length - 1;
        while (table[slot] != 0 && table[slot] != hash) {
            slot = slot + 1 & table.length - 1;
        }
        return table[slot] == hash;
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
