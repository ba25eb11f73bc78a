package io.aims.packs.difference;

import io.aims.text.NaturalOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the version of a pack has to move for what changed in it, in rising order.
 *
 * @since 0.1
 */
public enum VersionStep {
    /** Nothing changed. */
    NONE,
    /** Only words changed: every system comes to the same. */
    PATCH,
    /** Systems may come to something else by the same answers. */
    MINOR,
    /** What others hold on to is gone or means something else: rules, characteristics and their values. */
    MAJOR;

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?:[-+].*)?");

    /**
     * Compares two versions: numbers by their value, and one before a release below that release.
     *
     * @param version for example {@code 1.2.0}
     * @param other for example {@code 1.10.0-beta.1}
     * @return below zero if the first is the lower one, above zero if it is the higher one, zero if both are the same
     */
    static int compare(String version, String other) {
        String[] left = version.split("\\+", 2)[0].split("-", 2);
        String[] right = other.split("\\+", 2)[0].split("-", 2);
        int order = NaturalOrder.compare(left[0], right[0]);
        if (order != 0 || left.length != right.length) {
            return order != 0 ? order : right.length - left.length;
        }
        return left.length == 1 ? 0 : NaturalOrder.compare(left[1], right[1]);
    }

    /**
     * Returns the version that follows one by this step.
     *
     * @param version for example {@code 1.2.0}
     * @return for example {@code 1.3.0}; empty if the version is not three numbers
     */
    public Optional<String> after(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        long major = Long.parseLong(numbers.group(1));
        long minor = Long.parseLong(numbers.group(2));
        long patch = Long.parseLong(numbers.group(3));
        return Optional.of(
                switch (this) {
                    case NONE -> version;
                    case PATCH -> major + "." + minor + "." + (patch + 1);
                    // Before the first release a minor step says what a major one says after it.
                    case MINOR -> major + "." + (minor + 1) + ".0";
                    case MAJOR -> major == 0 ? "0." + (minor + 1) + ".0" : (major + 1) + ".0.0";
                });
    }
}
