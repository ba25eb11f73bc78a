package io.aims.rules;

import io.aims.rule.RulePack;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which packs were found right, and with what, so that nothing is verified twice against the same things.
 *
 * <p>Of everything the very object is remembered and never an equal one, so that no pack can be made that passes for another.
 * Nothing is kept in memory that nobody else keeps there. Thread-safe.
 */
final class VerifiedPacks {

    private static final Map<Key, Found> FOUND_RIGHT = new ConcurrentHashMap<>();
    private static final ReferenceQueue<RulePack> GONE = new ReferenceQueue<>();
    private static final Found NOTHING = new Found(false, List.of());

    private VerifiedPacks() {}

    /** Remembers that all is right that can be said of a pack without other packs, a vocabulary or a catalogue. */
    static void addAlone(RulePack pack) {
        forgetGone();
        FOUND_RIGHT.merge(new Key(pack, GONE), new Found(true, List.of()), Found::and);
    }

    /** Tells whether this very pack was added. */
    static boolean isRightAlone(RulePack pack) {
        return FOUND_RIGHT.getOrDefault(new Key(pack), NOTHING).alone();
    }

    /**
     * Remembers that everything that was verified together is right. For each first pack it is what was added last.
     *
     * @param first one of the packs
     * @param all everything that was looked at, always in the same order
     */
    static void addTogether(RulePack first, List<?> all) {
        forgetGone();
        FOUND_RIGHT.merge(new Key(first, GONE), Found.together(all), Found::and);
    }

    /** Tells whether these very things were added last with the pack. */
    static boolean areRightTogether(RulePack first, List<?> all) {
        return FOUND_RIGHT.getOrDefault(new Key(first), NOTHING).are(all);
    }

    private static void forgetGone() {
        for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            FOUND_RIGHT.remove(gone);
        }
    }

    /** What was found right of a pack: whether it is so alone, and with what it is. */
    private record Found(boolean alone, List<WeakReference<Object>> things) {

        static Found together(List<?> things) {
            List<WeakReference<Object>> references = new ArrayList<>();
            things.forEach(thing -> references.add(new WeakReference<>(thing)));
            return new Found(false, references);
        }

        Found and(Found later) {
            return new Found(alone || later.alone, later.things.isEmpty() ? things : later.things);
        }

        boolean are(List<?> others) {
            if (things.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < things.size(); i++) {
                if (!things.get(i).refersTo(others.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The very pack, for as long as somebody uses it. */
    private static final class Key extends WeakReference<RulePack> {

        private final int hash;

        Key(RulePack pack) {
            super(pack);
            this.hash = System.identityHashCode(pack);
        }

        Key(RulePack pack, ReferenceQueue<RulePack> gone) {
            super(pack, gone);
            this.hash = System.identityHashCode(pack);
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            RulePack own = get();
            return own != null && other instanceof Key key && key.refersTo(own);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
