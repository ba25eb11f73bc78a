package io.aims.cli;

import io.aims.bulk.Workers;
import io.aims.error.AimsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many systems are worked on at a time. */
final class WorkersOption {

    private static final String WRONG_NUMBER = "AIMS-5090";
    private static final int MOST = 1024;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many systems are worked on at a time. If absent, one for each processor, eight at most.")
    private @Nullable Integer count;

    /**
     * Returns those who work.
     *
     * @throws AimsException AIMS-5090, if there would be none, or too many
     */
    Workers workers() {
        Integer wanted = count;
        if (wanted == null) {
            return Workers.standard();
        }
        if (wanted < 1 || wanted > MOST) {
            throw new AimsException(
                    WRONG_NUMBER,
                    "The number of workers (" + wanted + ") must be 1 to " + MOST + ".",
                    "Maybe leave --workers out: there is one for each processor then.");
        }
        return Workers.of(wanted);
    }
}
