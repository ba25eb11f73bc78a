package io.aims.cli;

import java.nio.charset.StandardCharsets;

/**
 * Remembers a bounded number of ids by eleven to twenty-two bytes of room each, in many small tables, so that no heap has to
 * find room for a large one. Not thread-safe.
 */
final class SeenIds {

    /** How many ids are remembered at most; those that come later are not. */
    static final int MOST = 1_500_000;

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int TABLES = 256;

    private final Table[] tables = new Table[TABLES];
    private int size;

    SeenIds() {
        for (int i = 0; i < TABLES; i++) {
            tables[i] = new Table();
        }
    }

    /** Adds an id and tells whether it is not among those remembered. */
    boolean add(String id) {
        long hash = hash(id);
        Table table = tables[(int) hash & TABLES - 1];
        if (table.contains(hash)) {
            return false;
        }
        if (!isFull()) {
            table.add(hash);
            size++;
        }
        return true;
    }

    /** Tells whether ids that come now are only compared with those before. */
    boolean isFull() {
        return size == MOST;
    }

    private static long hash(String id) {
        long hash = OFFSET;
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xff) * PRIME;
        }
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

    /** Hashes none of which is zero, at most three quarters full. */
    private static final class Table {

        private static final int SMALLEST = 16;

        private long[] hashes = new long[SMALLEST];
        private int size;

        boolean contains(long hash) {
            return hashes[slot(hashes, hash)] == hash;
        }

        void add(long hash) {
            if (size * 4 >= hashes.length * 3) {
                long[] more = new long[hashes.length * 2];
                for (long known : hashes) {
                    if (known != 0) {
                        more[slot(more, known)] = known;
                    }
                }
                hashes = more;
            }
            hashes[slot(hashes, hash)] = hash;
            size++;
        }

        /** Where a hash stands, or would stand. */
        private static int slot(long[] table, long hash) {
            int slot = (int) (hash >>> 8) & table.length - 1;
            while (table[slot] != 0 && table[slot] != hash) {
                slot = slot + 1 & table.length - 1;
            }
            return slot;
        }
    }
}
