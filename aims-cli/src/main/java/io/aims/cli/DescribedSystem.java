package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The one system that a command looks at. */
final class DescribedSystem {

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "The description of a system: YAML, JSON, JSON Lines, or - for the standard input.")
    private String file = "";

    @Mixin
    private OneSystem one = new OneSystem();

    /**
     * Reads the description.
     *
     * @param aims knows what can be answered
     * @param session holds the standard input
     * @return the system, and what is done about controls
     * @throws AimsException as {@link OneSystem#read} says
     */
    SystemDocument read(Aims aims, Session session) {
        return one.read(new SystemReader(aims.vocabulary(), aims.catalogue()), session, file);
    }
}
