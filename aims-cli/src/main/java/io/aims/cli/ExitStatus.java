package io.aims.cli;

/** With what a run ends. */
final class ExitStatus {

    /** Done. */
    static final int DONE = 0;

    /** Done, and a system is beyond what was allowed. */
    static final int BEYOND = 1;

    /** The command or its input is wrong; what was right was still done. */
    static final int WRONG_INPUT = 2;

    /** AIMS itself failed. */
    static final int FAILED = 70;

    /** Nobody reads the output any more: as a shell reports a program that a closed pipe ended. */
    static final int CLOSED_PIPE = 141;

    private ExitStatus() {}
}
