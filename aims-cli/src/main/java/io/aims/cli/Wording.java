package io.aims.cli;

import io.aims.evaluation.Priority;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import java.util.Locale;

/** The words in which results are told to people. */
final class Wording {

    /** How many steps a level may leave open before it says nothing. */
    private static final int MUCH = 3;

    private Wording() {}

    /** Returns a constant as people write it: {@code very high}. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns a range as people write it: {@code moderate to high}. */
    static String words(Range<?> range) {
        return range.isExact() ? words(range.low()) : words(range.low()) + " to " + words(range.high());
    }

    /** Returns a number with its noun. */
    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** Tells whether a level could be almost anything. */
    static boolean isOpen(Range<?> level) {
        return level.width() >= MUCH;
    }

    /** Returns a level as the short answer: one that could be almost anything is not known. */
    static String verdict(Range<RiskLevel> level) {
        return isOpen(level) ? "NOT KNOWN YET" : words(level).toUpperCase(Locale.ROOT);
    }

    /** Says what a level means for whoever answers for the system. */
    static String meaning(Range<RiskLevel> level) {
        if (level.isExact()) {
            return "It " + attention(level.low()) + ".";
        }
        if (isOpen(level)) {
            return "Anything from " + words(level) + " is possible. On what is known it " + attention(level.low())
                    + "; if what is unknown turns out badly, it " + attention(level.high()) + ".";
        }
        return "On what is known it " + attention(level.low()) + "; if what is unknown turns out badly, it "
                + attention(level.high()) + ".";
    }

    private static String attention(RiskLevel level) {
        return switch (level) {
            case VERY_LOW -> "needs no attention beyond the baseline";
            case LOW -> "needs little attention";
            case MODERATE -> "needs attention";
            case HIGH -> "needs attention first";
            case VERY_HIGH -> "needs a decision of top management";
        };
    }

    /** Returns the colour of a range: that of its low end, but never calm while its high end is not. */
    static Style style(Range<RiskLevel> level) {
        Style low = style(level.low());
        return low == Style.CALM && style(level.high()) != Style.CALM ? Style.ELEVATED : low;
    }

    /** Returns the colour of a level. */
    static Style style(RiskLevel level) {
        return switch (level) {
            case VERY_LOW, LOW -> Style.CALM;
            case MODERATE -> Style.ELEVATED;
            case HIGH, VERY_HIGH -> Style.SEVERE;
        };
    }

    /** Returns the heading of a group of safeguards. */
    static String heading(Priority priority) {
        return switch (priority) {
            case BASELINE -> "Needed whatever the level of risk";
            case VERY_LOW -> "Very low priority";
            case LOW -> "Low priority";
            case MODERATE -> "Moderate priority";
            case HIGH -> "High priority";
            case VERY_HIGH -> "Very high priority";
        };
    }
}
