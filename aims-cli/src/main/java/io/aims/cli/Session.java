package io.aims.cli;

import java.io.InputStream;

/**
 * What a run of the command reads, writes and is shown on.
 *
 * @param in the standard input
 * @param out the results
 * @param err messages, faults and progress
 * @param terminal what the output is shown on
 */
record Session(InputStream in, Output out, Output err, Terminal terminal) {

    /** Writes a message and sends it at once. */
    void say(String message) {
        try {
            err.println(message);
            err.flush();
        } catch (ClosedOutput e) {
            // Nobody listens to messages; the results go on.
            return;
        }
    }
}
