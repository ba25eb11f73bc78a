package io.aims.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From which share on a measurement is good enough. */
final class ShareOption {

    private static final double WHOLE = 100;

    @Option(
            names = "--fail-under",
            paramLabel = "PERCENT",
            description = "Ends with 1 if less than this is reached, 0 to 100.")
    private @Nullable Double least;

    /** Tells whether a share, of 0 to 1, is less than what has to be reached. */
    boolean isUnder(double share) {
        Double wanted = least;
        return wanted != null && share * WHOLE < wanted;
    }
}
