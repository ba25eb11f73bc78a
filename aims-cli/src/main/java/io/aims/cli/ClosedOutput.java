package io.aims.cli;

import java.io.IOException;
import java.util.Locale;

/** The output cannot be written: nobody reads it any more, or its place is full. */
final class ClosedOutput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClosedOutput(IOException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /** Tells whether the reader has gone away, which is no fault. */
    boolean isQuiet() {
        String message = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("pipe") || message.contains("closed") || message.contains("reset");
    }
}
