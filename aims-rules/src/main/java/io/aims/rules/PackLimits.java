package io.aims.rules;

import io.aims.catalog.document.DocumentLimits;
import io.aims.rules.internal.files.FileLimits;
import io.aims.rules.language.ConditionLimits;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much a pack may ask for. Packs may come from anybody, so that everything is bounded.
 *
 * <p>The first thing beyond a limit is told, and reading stops there. The standard limits leave a pack room for sixteen times
 * the rules of the standard pack; whoever trusts the author of a larger one raises what it needs:
 *
 * <pre>{@code
 * PackLimits.standard().with(Limit.RULES, 20_000).with(Limit.PACK_BYTES, 64 * 1024 * 1024)
 * }</pre>
 *
 * <p>Immutable and thread-safe. Two of them with the same numbers are equal.
 *
 * @since 0.1
 */
public final class PackLimits {

    /**
     * What is limited.
     *
     * @since 0.1
     */
    public enum Limit {
        /** The bytes of one file, or of one text or stream that holds a whole pack. */
        FILE_BYTES(4 * 1024 * 1024, 256 * 1024 * 1024),

        /** The bytes of all files of a pack together. */
        PACK_BYTES(16 * 1024 * 1024, Integer.MAX_VALUE),

        /** The YAML files in the folder of a pack, listed or not. */
        FILES(512, 100_000),

        /** How many levels of lists and maps stand in one another in one file. */
        FILE_DEPTH(32, DocumentLimits.DEEPEST),

        /** The lists, maps, keys and values of one file. */
        FILE_PARTS(200_000, 10_000_000),

        /** The characters of one text or key of a file. */
        TEXT_LENGTH(20_000, 10_000_000),

        /** The chapters of a pack. */
        CHAPTERS(256, 100_000),

        /** The characteristics that a pack adds. */
        CHARACTERISTICS(500, 100_000),

        /** The controls, objectives and risk sources of the catalogues of a pack together. */
        CATALOGUE_ENTRIES(5_000, 1_000_000),

        /** The rules of a pack. */
        RULES(5_000, 1_000_000),

        /** The examples of one rule. */
        EXAMPLES(100, 100_000),

        /** The risk sources that one rule raises, the objectives that it threatens, or the controls that it requires. */
        IDS(1_000, 100_000),

        /** The characters of one condition. */
        CONDITION_LENGTH(4_000, ConditionLimits.LONGEST),

        /** How many parentheses stand in one another in one condition. */
        CONDITION_DEPTH(64, ConditionLimits.DEEPEST),

        /** The tests of one condition. */
        CONDITION_TESTS(500, 50_000),

        /** How many strata rules form that read the results of other rules; 1 if none does. */
        STRATA(16, 10_000),

        /** The examples of rules that read results, times all rules in use: each is checked with all of them. */
        STEPS(20_000_000, Integer.MAX_VALUE);

        private final int standard;
        private final int highest;

        Limit(int standard, int highest) {
            this.standard = standard;
            this.highest = highest;
        }
    }

    private static final PackLimits STANDARD = new PackLimits(new EnumMap<>(Limit.class));

    /** What differs from the standard. */
    private final Map<Limit, Integer> own;

    /** All of them, in the order of the constants: they are asked for at every rule. */
    private final int[] most = new int[Limit.values().length];

    private PackLimits(Map<Limit, Integer> own) {
        this.own = own;
        for (Limit limit : Limit.values()) {
            most[limit.ordinal()] = own.getOrDefault(limit, limit.standard);
        }
    }

    /**
     * Returns the limits for packs from anybody.
     *
     * @return the standard limits
     */
    public static PackLimits standard() {
        return STANDARD;
    }

    /**
     * Returns the same limits but one.
     *
     * @param limit what is limited
     * @param most the most that is allowed, at least 1
     * @return the limits
     * @throws IllegalArgumentException if it is below 1, or above what can be read safely at all
     */
    public PackLimits with(Limit limit, int most) {
        if (most < 1 || most > limit.highest) {
            throw new IllegalArgumentException(
                    "The limit " + limit + " must be 1 to " + limit.highest + ", not " + most);
        }
        EnumMap<Limit, Integer> changed = new EnumMap<>(Limit.class);
        changed.putAll(own);
        if (most == limit.standard) {
            changed.remove(limit);
        } else {
            changed.put(limit, most);
        }
        return new PackLimits(changed);
    }

    /**
     * Returns how much is allowed.
     *
     * @param limit what is limited
     * @return the most that is allowed
     */
    public int most(Limit limit) {
        return most[limit.ordinal()];
    }

    FileLimits files() {
        return new FileLimits(
                most(Limit.PACK_BYTES),
                most(Limit.FILES),
                most(Limit.CHAPTERS),
                new DocumentLimits(
                        most(Limit.FILE_BYTES),
                        most(Limit.FILE_DEPTH),
                        most(Limit.FILE_PARTS),
                        most(Limit.TEXT_LENGTH)));
    }

    ConditionLimits conditions() {
        return new ConditionLimits(
                most(Limit.CONDITION_LENGTH), most(Limit.CONDITION_DEPTH), most(Limit.CONDITION_TESTS));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackLimits limits && own.equals(limits.own);
    }

    @Override
    public int hashCode() {
        return own.hashCode();
    }

    /** Returns all limits with their numbers. */
    @Override
    public String toString() {
        return Arrays.stream(Limit.values())
                .map(limit -> limit + "=" + most(limit))
                .collect(Collectors.joining(", ", "PackLimits[", "]"));
    }
}
